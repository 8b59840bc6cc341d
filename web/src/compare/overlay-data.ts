import type { CompareResult } from '../../../src/simulate/result.ts';
import { addDays } from '../record/today.ts';

const quantiles = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;

/** A chart of plans over life as it is, for one series. */
export interface OverlayData {
  readonly series: string;
  readonly unit: string;
  /** Calendar date of each point. */
  readonly dates: readonly string[];
  readonly asItIs: CompareResult['withoutChange']['series'][string];
  readonly plans: readonly {
    readonly plan: string;
    readonly title: string;
    /**
     * The middle of life as it is, moved by the middle of what the plan changes in each person: the middle of the
     * people with the plan alone may be another person and point another way.
     */
    readonly line: readonly number[];
    readonly difference: CompareResult['plans'][number]['differences'][string];
  }[];
}

/** @returns undefined when the result has no such series */
export function overlayData(
  { withoutChange, plans, timeDays }: CompareResult,
  series: string,
  firstDate: string,
  titles: readonly string[],
): OverlayData | undefined {
  const asItIs = withoutChange.series[series];
  if (asItIs === undefined) return undefined;
  return {
    series,
    unit: asItIs.unit,
    dates: timeDays.map((day) => addDays(firstDate, day)),
    asItIs,
    plans: plans.flatMap(({ plan, differences }, index) => {
      const difference = differences[series];
      if (difference === undefined) return [];
      const line = asItIs.p50.map((middle, day) => middle + (difference.p50[day] ?? Number.NaN));
      return [{ plan, title: titles[index] ?? plan, line, difference }];
    }),
  };
}

export function csvOfOverlay({ series, unit, dates, asItIs, plans }: OverlayData): string {
  const columns = [
    ...quantiles.map((q) => [`as_it_is_${q}`, asItIs[q]] as const),
    ...plans.flatMap(({ plan, difference }) =>
      quantiles.map((q) => [`${plan}_difference_${q}`, difference[q]] as const),
    ),
  ];
  return [
    `# ${series} [${unit}]`,
    ['date', ...columns.map(([name]) => name)].join(','),
    ...dates.map((date, day) => [date, ...columns.map(([, values]) => values[day])].join(',')),
  ].join('\n');
}
