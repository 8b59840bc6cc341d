/** How good a predicted distribution was, told by what was then seen. */
import { normalCumulative, normalDensity } from './normal-distribution.ts';

/**
 * Continuous ranked probability score of a mixture of normal distributions with equal weights and one SD (Grimit,
 * Gneiting, Berrocal and Johnson, Q J R Meteorol Soc 132:2925-2942, 2006, doi 10.1256/qj.05.235), in the unit of the
 * observation. A strictly proper score: smallest, on average, for the true distribution, so that bands which are too
 * narrow or too wide both cost. For one certain number it is the absolute error.
 *
 * @param means predictions of the members; those without a number are left out
 * @param sd scatter of the observation around the prediction of a member
 * @returns undefined when no member has a number
 */
export function mixtureScore(means: readonly number[], sd: number, observed: number): number | undefined {
  const known = means.filter(Number.isFinite);
  if (known.length === 0) return undefined;
  const distance = (difference: number, spread: number): number => {
    if (spread <= 0) return Math.abs(difference);
    const x = difference / spread;
    return difference * (2 * normalCumulative(x) - 1) + 2 * spread * normalDensity(x);
  };
  let toObserved = 0;
  let among = 0;
  for (const a of known) {
    toObserved += distance(observed - a, sd);
    for (const b of known) among += distance(a - b, Math.SQRT2 * sd);
  }
  const count = known.length;
  // Members are a sample of the distribution: pairs of one with itself would make it look narrower than it is.
  const self = count * distance(0, Math.SQRT2 * sd);
  const pairs = count > 1 ? (among - self) / (count * (count - 1)) : distance(0, Math.SQRT2 * sd);
  return toObserved / count - pairs / 2;
}

/** Probability that the mixture lies below the observation. */
export function mixtureCumulative(
  means: readonly number[],
  sd: number,
  observed: number,
): number | undefined {
  const known = means.filter(Number.isFinite);
  if (known.length === 0) return undefined;
  const below = (mean: number): number =>
    sd > 0 ? normalCumulative((observed - mean) / sd) : observed > mean ? 1 : observed < mean ? 0 : 0.5;
  return known.reduce((sum, mean) => sum + below(mean), 0) / known.length;
}
