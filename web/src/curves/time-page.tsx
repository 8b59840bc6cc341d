import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../design/choice.tsx';
import { NotADiagnosis } from '../safety/see-a-doctor.tsx';
import { type SeriesGroupId, seriesGroups } from '../series/series-groups.ts';
import { CourseNews } from '../simulation/course-news.tsx';
import type { Course } from '../simulation/course-store.ts';
import { PlanChoice } from '../simulation/plan-choice.tsx';
import { useCourse } from '../simulation/use-course.ts';
import { BandKey } from './band-key.tsx';
import { PossibleYous } from './possible-yous.tsx';
import { SeriesChart } from './series-chart.tsx';
import { SymptomCharts } from './symptom-charts.tsx';

type GroupId = SeriesGroupId | 'symptoms';

/** Every quantity of the run as curves, by group. */
export function TimePage(): ReactNode {
  const { t } = useTranslation(['curves', 'series']);
  const { course } = useCourse();
  const [group, setGroup] = useState<GroupId>('lining');
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{t('common:page.time')}</h1>
        <p className="soft">{t('about')}</p>
      </div>
      <PlanChoice />
      <ChooseOne
        small
        label={t('groups')}
        options={[...seriesGroups.map(({ id }) => id), 'symptoms' as const].map((id) => ({
          id,
          label: t(`series:group.${id}`),
        }))}
        value={group}
        onChange={(id) => setGroup(id ?? group)}
      />
      <CourseNews />
      {course && <Curves course={course} group={group} />}
      <NotADiagnosis />
    </div>
  );
}

/** Drawn again only for other bands or another group: not when a computation begins. */
const Curves = memo(function Curves({ course, group }: { course: Course; group: GroupId }): ReactNode {
  const { t } = useTranslation('series');
  const [possible, setPossible] = useState<Readonly<Record<string, readonly number[]>>>({});
  const shown = seriesGroups.find(({ id }) => id === group);
  return (
    <>
      <BandKey withChange={course.plan !== undefined} />
      {shown && <PossibleYous course={course} onShow={setPossible} />}
      <h2 className="visually-hidden">{t(`group.${group}`)}</h2>
      {!shown && <SymptomCharts course={course} />}
      <div className="chart-grid">
        {shown?.series.map((series) => (
          <SeriesChart key={series} course={course} series={series} possible={possible[series]} />
        ))}
      </div>
    </>
  );
});
