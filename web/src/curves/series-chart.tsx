import { memo, type ReactNode, useMemo } from 'react';
import { todayDate } from '../record/today.ts';
import type { Course } from '../simulation/course-store.ts';
import { BandChart } from './band-chart.tsx';
import { chartData } from './chart-data.ts';

/** One series of the course as a chart; drawn again only for other bands. */
export const SeriesChart = memo(function SeriesChart({
  course: { result, simulation, plan },
  series,
  possible,
}: {
  course: Course;
  series: string;
  /** Values of one possible you, one a day. */
  possible?: readonly number[] | undefined;
}): ReactNode {
  const withChange = plan !== undefined;
  const data = useMemo(
    () => chartData(result, series, simulation.firstDate, withChange),
    [result, series, simulation.firstDate, withChange],
  );
  const single = useMemo(() => (possible ? [possible] : []), [possible]);
  return data && <BandChart data={data} today={todayDate()} possible={single} />;
});
