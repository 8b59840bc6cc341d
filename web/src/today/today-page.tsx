import { lazy, memo, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BandKey } from '../curves/band-key.tsx';
import { SeriesChart } from '../curves/series-chart.tsx';
import { ButtonLink } from '../design/button.tsx';
import { ChooseOne } from '../design/choice.tsx';
import { useFormats } from '../i18n/format.ts';
import { LiningDrawing } from '../lining/lining-drawing.tsx';
import { useDocument } from '../record/use-record.ts';
import { NotADiagnosis, SeeADoctor } from '../safety/see-a-doctor.tsx';
import type { LiningSnapshot } from '../scene/snapshot.ts';
import { leadingSeries } from '../series/series-groups.ts';
import { CourseNews } from '../simulation/course-news.tsx';
import type { Course, CourseState } from '../simulation/course-store.ts';
import { PlanChoice } from '../simulation/plan-choice.tsx';
import { useCourse } from '../simulation/use-course.ts';
import { DayScrubber } from './day-scrubber.tsx';
import { Headline } from './headline-text.tsx';
import { LiningKey } from './lining-key.tsx';
import { liningParagraph } from './lining-paragraph.ts';
import { snapshotOn } from './moment.ts';
import { SymptomEntry } from './symptom-entry.tsx';
import { Unsure } from './unsure.tsx';
import './today.css';

/** The moving picture brings a drawing library: until it is here, and where it cannot run, the still drawing stands. */
const LivingLining = lazy(async () => ({
  default: (await import('../scene/living-lining.tsx')).LivingLining,
}));

/** The lining through the weeks, and what it comes to in plain words. */
export function TodayPage(): ReactNode {
  const { t } = useTranslation('today');
  const { person } = useDocument();
  const { course, reference } = useCourse();
  const redFlag = person.safety?.bleeding === 'yes' || person.safety?.weightLoss === 'yes';
  return (
    <div className="stack">
      <h1 className="visually-hidden">{t('common:page.today')}</h1>
      {redFlag && <SeeADoctor />}
      <PlanChoice />
      <CourseNews />
      {course ? (
        <LiningThroughTime course={course} reference={reference} />
      ) : (
        <div className="lining-waits" aria-hidden="true" />
      )}
      <NotADiagnosis />
    </div>
  );
}

/** Drawn again only for other bands: not when a computation begins. */
const LiningThroughTime = memo(function LiningThroughTime({
  course,
  reference,
}: {
  course: Course;
  reference: CourseState['reference'];
}): ReactNode {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const { result, simulation } = course;
  const lastDay = result.timeDays.length - 1;
  const [chosenDay, setDay] = useState<number>();
  const day = Math.min(chosenDay ?? (course.plan === undefined ? simulation.today : lastDay), lastDay);
  const [region, setRegion] = useState<LiningSnapshot['region']>('colon');
  const changed = course.plan !== undefined;
  const snapshot = useMemo(() => snapshotOn(result, 'series', region, day), [result, region, day]);
  const ghost = useMemo(
    () => (changed ? snapshotOn(result, 'seriesWithoutChange', region, day) : undefined),
    [result, region, day, changed],
  );
  const inWords = useMemo(
    () => (snapshot ? liningParagraph(snapshot, t, formats) : ''),
    [snapshot, t, formats],
  );
  const scrubber = (
    <DayScrubber
      day={day}
      today={simulation.today}
      lastDay={lastDay}
      firstDate={simulation.firstDate}
      onChange={setDay}
    />
  );
  return (
    <>
      <div className="columns">
        <div className="stack tight">
          <h2 className="visually-hidden">{t('picture.heading')}</h2>
          <ChooseOne
            small
            label={t('region.label')}
            options={[
              { id: 'colon', label: t('region.colon') },
              { id: 'small-bowel', label: t('region.small-bowel') },
            ]}
            value={region}
            onChange={(id) => setRegion(id ?? region)}
          />
          {snapshot && (
            <Suspense
              fallback={
                <>
                  <LiningDrawing snapshot={snapshot} title={t('picture.title')} description={inWords} />
                  {scrubber}
                  <LiningKey region={region} />
                </>
              }
            >
              <LivingLining
                snapshot={snapshot}
                ghost={ghost}
                day={day}
                title={t('picture.title')}
                description={inWords}
              >
                {scrubber}
                <LiningKey region={region} />
              </LivingLining>
            </Suspense>
          )}
        </div>
        <div className="stack">
          <Headline result={result} day={day} reference={reference} />
          <div className="row">
            <ButtonLink to="/help" look="primary">
              {t('toHelp')}
            </ButtonLink>
            <ButtonLink to="/try">{t('toTry')}</ButtonLink>
          </div>
          <Unsure result={result} />
          <SymptomEntry />
        </div>
      </div>
      <section className="stack">
        <div className="row between">
          <h2>{t('curves')}</h2>
          <ButtonLink to="/time" look="quiet" small>
            {t('allCurves')}
          </ButtonLink>
        </div>
        <BandKey withChange={course.plan !== undefined} />
        <div className="chart-grid">
          {leadingSeries.map((series) => (
            <SeriesChart key={series} course={course} series={series} />
          ))}
        </div>
      </section>
    </>
  );
});
