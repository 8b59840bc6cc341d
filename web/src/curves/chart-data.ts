import type { Band, RunResult } from '../../../src/simulate/result.ts';
import { addDays } from '../record/today.ts';

/** What one chart shows. */
export interface ChartData {
  readonly series: string;
  readonly unit: string;
  /** Calendar date of each point. */
  readonly dates: readonly string[];
  readonly you: Band;
  /** You without the change; undefined when no change is shown. */
  readonly without: Band | undefined;
  /** What in fact happened, by date. */
  readonly happened: readonly { readonly date: string; readonly value: number }[];
  /** Day from which the line leaves what was studied; undefined: never. */
  readonly beyondStudiedFrom: number | undefined;
}

/** Warnings that say that a dose or a diet lies outside of what was studied. */
const beyondStudied = new Set(['Z3024', 'Z3031', 'Z5020']);

export function chartData(
  result: RunResult,
  series: string,
  firstDate: string,
  withChange: boolean,
): ChartData | undefined {
  const you = result.series[series];
  if (you === undefined) return undefined;
  const without = withChange ? result.seriesWithoutChange[series] : undefined;
  const beyond = result.warnings.some(({ code }) => beyondStudied.has(code));
  return {
    series,
    unit: you.unit,
    dates: result.timeDays.map((day) => addDays(firstDate, day)),
    you,
    without,
    happened: [],
    beyondStudiedFrom: beyond ? (firstDifference(you, without) ?? 0) : undefined,
  };
}

/** A symptom: bands of the mean of each week, and what the diary says. */
export function symptomChartData(
  result: RunResult,
  symptom: string,
  firstDate: string,
  diary: readonly {
    readonly date?: string | undefined;
    readonly symptoms?: Readonly<Record<string, number>> | undefined;
  }[],
): ChartData | undefined {
  const band = result.symptoms[symptom];
  if (band === undefined) return undefined;
  const { p10, p25, p50, p75, p90, timeDays } = band;
  const dates = timeDays.map((day) => addDays(firstDate, Math.floor(day)));
  const first = dates[0] ?? firstDate;
  return {
    series: symptom,
    unit: '0-10',
    dates,
    you: { unit: '0-10', p10, p25, p50, p75, p90 },
    without: undefined,
    happened: diary.flatMap(({ date, symptoms }) => {
      const value = symptoms?.[symptom];
      return date === undefined || value === undefined || date < first ? [] : [{ date, value }];
    }),
    beyondStudiedFrom: undefined,
  };
}

const quantiles = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;

/** By what a chart is divided to be told relative to its start; 1 where it begins at zero. */
export function startValue({ p50: [start = 0] }: Pick<Band, 'p50'>): number {
  return start > 0 ? start : 1;
}

/** The same as multiples of where its middle begins; what begins at zero stays as it is. */
export function relativeToStart(data: ChartData): ChartData {
  const start = startValue(data.you);
  if (start === 1) return data;
  const divided = (values: readonly number[]): readonly number[] => values.map((value) => value / start);
  const scaled = ({ p10, p25, p50, p75, p90 }: Band): Band => ({
    unit: startUnit,
    p10: divided(p10),
    p25: divided(p25),
    p50: divided(p50),
    p75: divided(p75),
    p90: divided(p90),
  });
  return {
    ...data,
    unit: startUnit,
    you: scaled(data.you),
    without: data.without && scaled(data.without),
    happened: data.happened.map(({ date, value }) => ({ date, value: value / start })),
  };
}

/** Unit of what is told relative to its start. */
export const startUnit = 'start';

function firstDifference(you: Band, without: Band | undefined): number | undefined {
  const day = you.p50.findIndex((value, index) => value !== without?.p50[index]);
  return without === undefined || day < 0 ? undefined : day;
}

export function csvOf(data: ChartData): string {
  const head = [
    'date',
    ...quantiles.map((q) => `you_${q}`),
    ...(data.without ? quantiles.map((q) => `without_change_${q}`) : []),
  ];
  const rows = data.dates.map((date, index) => [
    date,
    ...quantiles.map((q) => data.you[q][index]),
    ...(data.without ? quantiles.map((q) => data.without?.[q][index]) : []),
  ]);
  return [`# ${data.series} [${data.unit}]`, head.join(','), ...rows.map((row) => row.join(','))].join('\n');
}
