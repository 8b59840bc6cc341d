import type { Grade, Range } from '../language/module.ts';
import { randomStream } from '../random/philox.ts';

/** What the prior of one shared parameter is made from. */
export interface PriorParameter {
  readonly id: string;
  readonly value: number;
  readonly range: Range;
  readonly grade: Grade;
}

/** The range is read as the central 90 % of belief: its width is 2 x 1.645 standard deviations. */
const rangeInStandardDeviations = 3.29;
/** After so many misses the truncation is too tight to sample; the default is kept. */
const mostTries = 200;

const fixedGrades: ReadonlySet<Grade> = new Set<Grade>(['switch', 'chemistry', 'numerical']);

/** Switches, chemistry and numerical widths are facts or choices, not uncertain quantities. */
export function isUncertain(parameter: PriorParameter): boolean {
  return !fixedGrades.has(parameter.grade) && parameter.range[1] > parameter.range[0];
}

/** Median and spread on the scale on which the prior is normal. */
export interface PriorScale {
  readonly scale: 'log' | 'linear';
  readonly centre: number;
  readonly standardDeviation: number;
}

/** The specification's prior rule: lognormal around the default when the range is positive, else normal. */
export function priorScale(parameter: PriorParameter): PriorScale {
  const [low, high] = parameter.range;
  if (low > 0 && parameter.value > 0) {
    return {
      scale: 'log',
      centre: Math.log(parameter.value),
      standardDeviation: Math.log(high / low) / rangeInStandardDeviations,
    };
  }
  return {
    scale: 'linear',
    centre: parameter.value,
    standardDeviation: (high - low) / rangeInStandardDeviations,
  };
}

/**
 * One draw of what a shared value might be, truncated to its range.
 *
 * @param member which ensemble member; all people of a member share the value
 */
export function drawPrior(parameter: PriorParameter, seed: number, member: number | string): number {
  if (!isUncertain(parameter)) return parameter.value;
  const { scale, centre, standardDeviation } = priorScale(parameter);
  const stream = randomStream(seed, `shared/${member}/${parameter.id}`);
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const x = centre + standardDeviation * stream.normal(attempt);
    const value = scale === 'log' ? Math.exp(x) : x;
    if (value >= parameter.range[0] && value <= parameter.range[1]) return value;
  }
  return parameter.value;
}
