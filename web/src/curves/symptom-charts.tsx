import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.ts';
import { todayDate } from '../record/today.ts';
import { useDocument } from '../record/use-record.ts';
import type { Course } from '../simulation/course-store.ts';
import { BandChart } from './band-chart.tsx';
import { symptomChartData } from './chart-data.ts';

/** Symptoms of the diary first, then the rest; each with its evidence and its sham comparison. */
export function SymptomCharts({ course }: { course: Course }): ReactNode {
  const { t } = useTranslation(['curves', 'symptoms']);
  const { percent } = useFormats();
  const { diary = [] } = useDocument();
  const { result, simulation, plan } = course;
  const noted = (id: string): boolean =>
    diary.some(
      ({ symptoms }) => (symptoms as Readonly<Record<string, number>> | undefined)?.[id] !== undefined,
    );
  const ids = Object.keys(result.symptoms).sort((a, b) => Number(noted(b)) - Number(noted(a)));
  return (
    <>
      <p className="notice plain">{t('symptomsAbout')}</p>
      <div className="chart-grid">
        {ids.map((id) => {
          const data = symptomChartData(result, id, simulation.firstDate, diary);
          const band = result.symptoms[id];
          if (!data || !band) return null;
          const chance =
            plan === undefined ? '' : ` ${t('symptomChance', { share: percent(band.chanceOfChange) })}`;
          return (
            <BandChart
              key={id}
              data={data}
              today={todayDate()}
              name={t(`symptoms:${id}.name`)}
              about={`${t(`symptomEvidence.${band.evidence}`)}${chance}`}
            />
          );
        })}
      </div>
    </>
  );
}
