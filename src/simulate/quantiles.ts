import type { Band, Quantiles } from './result.ts';

/**
 * Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
 *
 * @param sorted ascending, at least one value
 * @param probability 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const low = Math.floor(position);
  const a = sorted[low] ?? Number.NaN;
  const b = sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN;
  return a + (position - low) * (b - a);
}

/** Quantiles of one number over people. */
export function quantiles(values: ArrayLike<number>, unit: string): Quantiles {
  const sorted = Float64Array.from(values).sort();
  return {
    unit,
    p10: quantile(sorted, 0.1),
    p25: quantile(sorted, 0.25),
    p50: quantile(sorted, 0.5),
    p75: quantile(sorted, 0.75),
    p90: quantile(sorted, 0.9),
  };
}

/**
 * Quantiles of a series over people, day by day.
 *
 * @param people one series per person, all of the same length
 */
export function band(people: readonly ArrayLike<number>[], unit: string): Band {
  const days = people[0]?.length ?? 0;
  const list = Array.from({ length: days }, (_, day) =>
    quantiles(
      people.map((series) => series[day] ?? Number.NaN),
      unit,
    ),
  );
  return {
    unit,
    p10: list.map((each) => each.p10),
    p25: list.map((each) => each.p25),
    p50: list.map((each) => each.p50),
    p75: list.map((each) => each.p75),
    p90: list.map((each) => each.p90),
  };
}
