import type { Band, RunResult } from '../../../src/simulate/result.ts';
import { type LiningSnapshot, snapshotOf } from '../scene/snapshot.ts';

/** Reads the middle of the possible yous on one day. */
export function snapshotOn(
  result: RunResult,
  which: 'series' | 'seriesWithoutChange',
  region: LiningSnapshot['region'],
  day: number,
): LiningSnapshot | undefined {
  return snapshotOf(region, (id) => valueOn(result[which], id, day));
}

export function valueOn(
  series: { readonly [id: string]: Band },
  id: string,
  day: number,
): number | undefined {
  return series[id]?.p50[day];
}
