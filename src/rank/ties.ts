import { randomStream } from '../random/philox.ts';

/** How often people are drawn again to see whether an order holds. */
const resamples = 200;
/** A change stands before another when it does so in this share of the resamples. */
const surely = 0.8;

/**
 * Counts of each person in each resample: people drawn with replacement, in proportion to their weight.
 */
export function resampledWeights(weights: readonly number[], seed: number): readonly (readonly number[])[] {
  const cumulative: number[] = [];
  let sum = 0;
  for (const weight of weights) {
    sum += weight;
    cumulative.push(sum);
  }
  const stream = randomStream(seed, 'rank/resample');
  return Array.from({ length: resamples }, (_, resample) => {
    const counts = weights.map(() => 0);
    for (let i = 0; i < weights.length; i++) {
      const wanted = stream.uniform(resample * weights.length + i) * sum;
      let low = 0;
      let high = cumulative.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((cumulative[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      counts[low] = (counts[low] ?? 0) + 1;
    }
    return counts;
  });
}

/**
 * Groups a ranked list into ties: a change opens a new group when the first of the current group beats it surely.
 *
 * @param scores by change in ranked order, by resample (paired: the same resample for all)
 * @returns group numbers from 1, in the same order
 */
export function tieGroups(scores: readonly (readonly number[])[]): readonly number[] {
  let group = 0;
  let leader: readonly number[] | undefined;
  return scores.map((own) => {
    const beaten =
      leader === undefined ||
      own.filter((score, i) => score < (leader?.[i] ?? 0)).length >= surely * own.length;
    if (beaten) {
      group += 1;
      leader = own;
    }
    return group;
  });
}
