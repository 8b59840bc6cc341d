/** How much of a model is measured, tuned or assumed: by count, and by how much its outputs feel it. */

import { countOrigins, type OriginCounts, originOf } from '../language/origins.ts';
import type { ModelSystem, SystemParameter } from '../language/system.ts';
import { exponentialLessOne } from '../random/elementary.ts';
import type { SensitivityTable } from './sensitivity.ts';

export { type Origin, originOf } from '../language/origins.ts';

/** Shares of one whole; they add up to 1 (or are all 0 when nothing counts). */
export interface Shares {
  readonly measured: number;
  readonly fitted: number;
  readonly assumed: number;
}

export interface AssumedShares {
  /** Of all counted parameters. */
  readonly byCount: Shares;
  /** Of what the outputs feel of their uncertainty; absent when no sensitivity table fits this model. */
  readonly byEffect?: Shares;
  readonly counts: OriginCounts;
  /** Switches, chemistry, numerical widths. */
  readonly notCounted: number;
}

function sharesOf(
  parameters: readonly SystemParameter[],
  weightOf: (parameter: SystemParameter) => number,
): Shares {
  const sums = { measured: 0, fitted: 0, assumed: 0 };
  for (const parameter of parameters) {
    const origin = originOf(parameter.grade);
    if (origin !== undefined) sums[origin] += weightOf(parameter);
  }
  const total = sums.measured + sums.fitted + sums.assumed;
  if (total === 0) return sums;
  return { measured: sums.measured / total, fitted: sums.fitted / total, assumed: sums.assumed / total };
}

/**
 * The three shares of a model.
 *
 * @param table how outputs answer to parameters; without it only the count is given. The weight of a parameter is the
 *   mean, over outputs, of the squared relative change of the output per standard deviation of the parameter's prior.
 */
export function assumedShare(
  system: Pick<ModelSystem, 'parameters'>,
  table?: SensitivityTable,
): AssumedShares {
  const { parameters } = system;
  const counts = countOrigins(parameters);
  const notCounted = parameters.length - counts.measured - counts.fitted - counts.assumed;
  const byCount = sharesOf(system.parameters, () => 1);
  if (table === undefined) return { byCount, counts, notCounted };
  const felt = feltEffects(table);
  const byEffect = sharesOf(system.parameters, ({ id }) => (felt.get(id)?.rootMeanSquare ?? 0) ** 2);
  return { byCount, byEffect, counts, notCounted };
}

export interface FeltEffect {
  /** Root of the mean square, over outputs, of the change of the logarithm per standard deviation of the prior. */
  readonly rootMeanSquare: number;
  /** Output that feels it most, with the life in which it does. */
  readonly mostOn: string;
  /** Relative change of that output for one standard deviation more of the parameter, by the tangent of the logarithms. */
  readonly most: number;
  /** Elasticity of that output: relative change per relative change of the parameter. */
  readonly elasticity: number;
}

/** "pl_sb", or "pl_sb in hard days". */
const outputName = (output: SensitivityTable['outputs'][number] | undefined): string =>
  output === undefined ? '' : `${output.id}${output.life === 'hard' ? ' in hard days' : ''}`;

/** What the outputs feel of each parameter's uncertainty. */
export function feltEffects(table: SensitivityTable): ReadonlyMap<string, FeltEffect> {
  const felt = new Map<string, FeltEffect>();
  table.parameters.forEach((parameter) => {
    let squares = 0;
    let most = 0;
    let mostIndex = 0;
    parameter.perDeviation.forEach((change, index) => {
      squares += change * change;
      if (Math.abs(change) > Math.abs(most)) {
        most = change;
        mostIndex = index;
      }
    });
    felt.set(parameter.id, {
      rootMeanSquare: Math.sqrt(squares / Math.max(1, table.outputs.length)),
      mostOn: outputName(table.outputs[mostIndex]),
      most: exponentialLessOne(most),
      elasticity: parameter.elasticity[mostIndex] ?? 0,
    });
  });
  return felt;
}

export interface RankedAssumption {
  readonly parameter: SystemParameter;
  /** Absent when the table does not know the parameter (a newer model): ranked last, never as zero. */
  readonly felt?: FeltEffect;
}

/** Assumed parameters, those that the outputs feel most first. */
export function rankAssumed(
  system: Pick<ModelSystem, 'parameters'>,
  table: SensitivityTable,
): readonly RankedAssumption[] {
  const felt = feltEffects(table);
  return system.parameters
    .filter(({ grade }) => originOf(grade) === 'assumed')
    .map((parameter): RankedAssumption => {
      const effect = felt.get(parameter.id);
      return effect === undefined ? { parameter } : { parameter, felt: effect };
    })
    .sort(
      (a, b) =>
        (b.felt?.rootMeanSquare ?? -1) - (a.felt?.rootMeanSquare ?? -1) ||
        (a.parameter.id < b.parameter.id ? -1 : 1),
    );
}
