import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../design/choice.tsx';
import { todayDate } from '../record/today.ts';
import { NotADiagnosis } from '../safety/see-a-doctor.tsx';
import { type SeriesGroupId, seriesGroups } from '../series/series-groups.ts';
import { CourseNews } from '../simulation/course-news.tsx';
import { PlanChoice } from '../simulation/plan-choice.tsx';
import { useCourse } from '../simulation/use-course.ts';
import { BandChart } from './band-chart.tsx';
import { BandKey } from './band-key.tsx';
import { chartData } from './chart-data.ts';
import { PossibleYous } from './possible-yous.tsx';
import { SymptomCharts } from './symptom-charts.tsx';

/** Every quantity of the run as curves, by group. */
export function TimePage(): ReactNode {
  const { t } = useTranslation(['curves', 'series']);
  const { course, plan } = useCourse();
  const [group, setGroup] = useState<SeriesGroupId | 'symptoms'>('lining');
  const [possible, setPossible] = useState<Readonly<Record<string, readonly number[]>>>({});
  const shown = seriesGroups.find(({ id }) => id === group) ?? seriesGroups[0];
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
      {course && (
        <>
          <BandKey withChange={plan !== undefined} />
          {group !== 'symptoms' && <PossibleYous course={course} onShow={setPossible} />}
          <h2 className="visually-hidden">{t(`series:group.${group}`)}</h2>
          {group === 'symptoms' && <SymptomCharts course={course} />}
          <div className="chart-grid">
            {group !== 'symptoms' &&
              shown.series.map((series) => {
                const data = chartData(
                  course.result,
                  series,
                  course.simulation.firstDate,
                  course.plan !== undefined,
                );
                const single = possible[series];
                return (
                  data && (
                    <BandChart
                      key={series}
                      data={data}
                      today={todayDate()}
                      {...(single ? { possible: [single] } : {})}
                    />
                  )
                );
              })}
          </div>
        </>
      )}
      <NotADiagnosis />
    </div>
  );
}
