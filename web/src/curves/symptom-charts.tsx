import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFile } from '../../../src/person/schema.ts';
import { useFormats } from '../i18n/format.ts';
import { todayDate } from '../record/today.ts';
import { useDocument } from '../record/use-record.ts';
import type { Course } from '../simulation/course-store.ts';
import { fewestForBand } from '../simulation/partials.ts';
import { BandChart } from './band-chart.tsx';
import { symptomChartData } from './chart-data.ts';

type DiaryEntry = NonNullable<PersonFile['diary']>[number];
const noDiary: readonly DiaryEntry[] = [];

/** Symptoms of the diary first, then the rest; each with its evidence and its sham comparison. */
export function SymptomCharts({ course }: { course: Course }): ReactNode {
  const { t } = useTranslation('curves');
  const { diary = noDiary } = useDocument();
  const { result } = course;
  const noted = (id: string): boolean =>
    diary.some(
      ({ symptoms }) => (symptoms as Readonly<Record<string, number>> | undefined)?.[id] !== undefined,
    );
  const ids = Object.keys(result.symptoms).sort((a, b) => Number(noted(b)) - Number(noted(a)));
  return (
    <>
      <p className="notice plain">{t('symptomsAbout')}</p>
      <div className="chart-grid">
        {ids.map((id) => (
          <SymptomChart key={id} course={course} id={id} diary={diary} />
        ))}
      </div>
    </>
  );
}

function SymptomChart({
  course: { result, simulation, plan },
  id,
  diary,
}: {
  course: Course;
  id: string;
  diary: readonly DiaryEntry[];
}): ReactNode {
  const { t } = useTranslation(['curves', 'symptoms']);
  const { percent } = useFormats();
  const data = useMemo(
    () => symptomChartData(result, id, simulation.firstDate, diary),
    [result, id, simulation.firstDate, diary],
  );
  const band = result.symptoms[id];
  if (!data || !band) return null;
  // How many of a few people notice something says nothing.
  const chance =
    plan === undefined || result.people < fewestForBand
      ? ''
      : ` ${t('symptomChance', { share: percent(band.chanceOfChange) })}`;
  return (
    <BandChart
      data={data}
      today={todayDate()}
      name={t(`symptoms:${id}.name`)}
      about={`${t(`symptomEvidence.${band.evidence}`)}${chance}`}
    />
  );
}
