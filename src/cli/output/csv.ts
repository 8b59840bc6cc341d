import type { Band, CompareResult, RunResult } from '../../simulate/result.ts';

const header = 'plan,series,unit,day,p10,p25,p50,p75,p90';

/** A cell of CSV (RFC 4180). */
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function rows(plan: string, series: { readonly [id: string]: Band }): string[] {
  return Object.entries(series).flatMap(([id, { unit, p10, p25, p50, p75, p90 }]) =>
    p50.map((middle, day) =>
      [cell(plan), id, cell(unit), day, p10[day], p25[day], middle, p75[day], p90[day]].join(','),
    ),
  );
}

/** Daily series of a run, one row per plan, series and day. */
export function runAsCsv(result: RunResult, plan: string | undefined): string {
  return `${[
    header,
    ...rows('without change', result.seriesWithoutChange),
    ...(plan === undefined ? [] : rows(plan, result.series)),
  ].join('\n')}\n`;
}

/** As `runAsCsv`, with the paired differences as plans of their own (`NAME minus without`). */
export function compareAsCsv(result: CompareResult): string {
  return `${[
    header,
    ...rows('without change', result.withoutChange.series),
    ...result.plans.flatMap(({ plan, series, differences }) => [
      ...rows(plan, series),
      ...rows(`${plan} minus without`, differences),
    ]),
  ].join('\n')}\n`;
}
