/** The standard normal distribution, accurate in both tails. */
import { normalQuantile } from '../random/philox.ts';

export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

/** Below this the power series is quick and exact; beyond it the continued fraction is. */
const seriesBelow = 2.5;

/**
 * P(X <= x). Power series near the middle, Lentz' continued fraction in the tails (Abramowitz and Stegun 26.2.11
 * and 26.2.14); relative error below 1e-13.
 */
export function normalCumulative(x: number): number {
  if (x > 0) return 1 - normalCumulative(-x);
  const size = -x;
  if (size > 38) return 0;
  if (size < seriesBelow) {
    let term = size;
    let sum = size;
    for (let odd = 3; Math.abs(term) > 1e-17 * sum; odd += 2) {
      term *= (size * size) / odd;
      sum += term;
    }
    return 0.5 - normalDensity(size) * sum;
  }
  let fraction = size;
  for (let k = 60; k >= 1; k--) fraction = size + k / fraction;
  return normalDensity(size) / fraction;
}

/** A normal distribution of mean 0 and SD 1, cut off at two bounds, as a monotone map to and from a whole one. */
export interface TruncatedNormal {
  /** From the whole line into the bounds. */
  inside(u: number): number;
  /** The inverse; a value at or beyond a bound gives `farthest`. */
  whole(z: number): number;
}

/** So many SDs from the middle stand for "at the bound". */
const farthest = 8;

/**
 * Draws that are standard normal on the whole line become draws of the truncated distribution, each at the same
 * quantile. On the whole line no update can leave the bounds, so that nothing has to be stopped at them.
 */
export function truncatedNormal(low: number, high: number): TruncatedNormal {
  // Quantiles from the nearer tail keep their digits.
  const mirrored = low > 0;
  const [a, b] = mirrored ? [-high, -low] : [low, high];
  const from = normalCumulative(a);
  const width = normalCumulative(b) - from;
  const clamp = (value: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, value));
  const inside = (u: number): number =>
    clamp(normalQuantile(clamp(from + width * normalCumulative(u), 1e-300, 1 - 1e-16)), a, b);
  const whole = (z: number): number => {
    if (z <= a) return -farthest;
    if (z >= b) return farthest;
    const below = (normalCumulative(z) - from) / width;
    const above = (normalCumulative(-z) - normalCumulative(-b)) / width;
    if (below <= 0) return -farthest;
    if (above <= 0) return farthest;
    return clamp(below < 0.5 ? normalQuantile(below) : -normalQuantile(above), -farthest, farthest);
  };
  return mirrored ? { inside: (u) => -inside(-u), whole: (z) => -whole(-z) } : { inside, whole };
}
