/** Statistics over virtual people who may count more or less. */
import { normalQuantile } from '../random/philox.ts';

/** Indices in ascending order of their values. */
export function ascending(values: readonly number[]): readonly number[] {
  return values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}

/**
 * Weighted quantile by linear interpolation; with equal weights the same as type 7 of Hyndman and Fan (1996).
 *
 * @param weights any positive scale, as many as values
 * @param order `ascending(values)`, where it is known already
 */
export function weightedQuantile(
  values: readonly number[],
  weights: readonly number[],
  probability: number,
  order: readonly number[] = ascending(values),
): number {
  const last = order.at(-1);
  if (last === undefined) return Number.NaN;
  // Positions at the middle of each weight, rescaled so that the first is 0 and the last is 1.
  let sum = 0;
  const middles = order.map((index) => {
    const weight = weights[index] ?? 0;
    const middle = sum + weight / 2;
    sum += weight;
    return middle;
  });
  const first = middles[0] ?? 0;
  const span = (middles.at(-1) ?? 0) - first;
  if (span <= 0) return values[last] ?? Number.NaN;
  const wanted = first + probability * span;
  for (let i = 1; i < order.length; i++) {
    const right = middles[i] ?? 0;
    if (wanted > right && i < order.length - 1) continue;
    const left = middles[i - 1] ?? 0;
    const a = values[order[i - 1] ?? 0] ?? Number.NaN;
    const b = values[order[i] ?? 0] ?? Number.NaN;
    return right > left ? a + (b - a) * Math.min(1, (wanted - left) / (right - left)) : b;
  }
  return values[last] ?? Number.NaN;
}

export function weightedShare(holds: readonly boolean[], weights: readonly number[]): number {
  let sum = 0;
  let all = 0;
  holds.forEach((one, index) => {
    const weight = weights[index] ?? 0;
    all += weight;
    if (one) sum += weight;
  });
  return all > 0 ? sum / all : 0;
}

export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let all = 0;
  values.forEach((value, index) => {
    const weight = weights[index] ?? 0;
    all += weight;
    sum += weight * value;
  });
  return sum / all;
}

export function weightedVariance(values: readonly number[], weights: readonly number[]): number {
  const mean = weightedMean(values, weights);
  return weightedMean(
    values.map((value) => (value - mean) ** 2),
    weights,
  );
}

/** Kish's effective sample size: how many equally counting people the weighted ones are worth. */
export function effectiveSampleSize(weights: readonly number[]): number {
  const sum = weights.reduce((a, b) => a + b, 0);
  const squares = weights.reduce((a, b) => a + b * b, 0);
  return squares > 0 ? (sum * sum) / squares : 0;
}

/** Standard normal distribution function, by inverting the quantile (48 halvings; for probabilities of cut-off results). */
export function normalProbability(z: number): number {
  let low = 1e-12;
  let high = 1 - 1e-12;
  for (let step = 0; step < 48; step++) {
    const middle = (low + high) / 2;
    if (normalQuantile(middle) < z) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
