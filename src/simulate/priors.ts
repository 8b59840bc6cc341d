import type { Grade, Range } from '../language/module.ts';
import { exponentialLessOne, logarithm, logarithmOfOneMore } from '../random/elementary.ts';
import { randomStream } from '../random/philox.ts';

/** What the prior of one shared parameter is made from. */
export interface PriorParameter {
  readonly id: string;
  readonly value: number;
  readonly range: Range;
  readonly grade: Grade;
}

/** The range is read as the central 90 % of belief: its ends lie so many standard deviations from the default. */
export const rangeEndInStandardDeviations = 1.645;
/** After so many misses the truncation is too tight to sample; the default is kept. */
const mostTries = 200;

const fixedGrades: ReadonlySet<Grade> = new Set<Grade>(['switch', 'chemistry', 'numerical']);

/** Switches, chemistry and numerical widths are facts or choices, not uncertain quantities. */
export function isUncertain(parameter: PriorParameter): boolean {
  return !fixedGrades.has(parameter.grade) && parameter.range[1] > parameter.range[0];
}

/** A prior as a monotone map from standard normal deviations to values. */
export interface PriorScale {
  /** Value at so many standard deviations; the default at 0, the ends of the range at -1.645 and 1.645. */
  valueAt(deviations: number): number;
  /** The inverse; infinite beyond what the shape can reach. */
  deviationsOf(value: number): number;
}

/**
 * The lognormal distribution of three parameters whose 5, 50 and 95 % points are the low end of the range, the default
 * and its high end (Aitchison and Brown, The Lognormal Distribution, 1957, chapter 2.2). A default in the geometric
 * middle of its range makes it the plain lognormal distribution, one in the arithmetic middle the normal one, which are
 * the two cases of the specification's rule. Where the default is no middle of its range, a distribution that is only
 * cut off at the range has its median elsewhere, and hundreds of them drift together: draws then no longer surround
 * the defaults. A default at an end of its range is half of the draws; the others lie on the other side.
 */
export function priorScale({ value, range: [low, high] }: PriorParameter): PriorScale {
  const below = value - low;
  const above = high - value;
  const end = rangeEndInStandardDeviations;
  if (!(below > 0 && above > 0) || Math.abs(above - below) <= 1e-9 * (above + below)) {
    const step = (z: number): number => (z < 0 ? Math.max(0, below) : Math.max(0, above)) / end;
    return {
      valueAt: (z) => value + z * step(z),
      deviationsOf: (x) => (x === value ? 0 : (x - value) / step(x - value)),
    };
  }
  const skew = logarithm(above / below);
  const unit = (above * below) / (above - below);
  return {
    valueAt: (z) => value + unit * exponentialLessOne((z * skew) / end),
    deviationsOf: (x) => {
      const grown = (x - value) / unit;
      // Beyond the point that the distribution tends to.
      if (grown <= -1) return x < value ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      return (end * logarithmOfOneMore(grown)) / skew;
    },
  };
}

/**
 * One draw of what a shared value might be, truncated to its range.
 *
 * @param member which ensemble member; all people of a member share the value
 */
export function drawPrior(parameter: PriorParameter, seed: number, member: number | string): number {
  if (!isUncertain(parameter)) return parameter.value;
  const [low, high] = parameter.range;
  const { valueAt } = priorScale(parameter);
  const stream = randomStream(seed, `shared/${member}/${parameter.id}`);
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const deviations = stream.normal(attempt);
    // The ends are met but for rounding, which must not lead out of the range.
    if (Math.abs(deviations) <= rangeEndInStandardDeviations)
      return Math.min(high, Math.max(low, valueAt(deviations)));
  }
  return parameter.value;
}
