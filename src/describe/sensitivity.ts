import type { ModelSystem } from '../language/system.ts';
import type { Problem } from '../problem/problem.ts';

/**
 * How key outputs answer to every parameter, in a healthy usual life and in ten hard days; `evidence/generated/sensitivity.json`,
 * written by scripts/sensitivity.ts.
 */
export interface SensitivityTable {
  /** Hash of the model it was computed for. */
  readonly modelHash: string;
  readonly assembly: string;
  /** Days of the usual life between the change of the parameter and the reading. */
  readonly horizonDays: number;
  readonly outputs: readonly {
    readonly id: string;
    readonly unit: string;
    readonly value: number;
    /** `usual`: mean of the last day of the usual life; `hard`: mean of ten days with medicine, stress, infection and drink. */
    readonly life: 'usual' | 'hard';
  }[];
  readonly parameters: readonly {
    readonly id: string;
    /** d ln(output) / d ln(parameter), one per output; d ln(output) / d(parameter) where the parameter is 0. */
    readonly elasticity: readonly number[];
    /** d ln(output) per standard deviation of the parameter's prior; 0 for parameters that are not uncertain. */
    readonly perDeviation: readonly number[];
  }[];
}

/** Problems of using a table with a model: Z5811 (note) when the model has changed since. */
export function sensitivityProblems(system: ModelSystem, table: SensitivityTable): readonly Problem[] {
  if (table.modelHash === system.hash) return [];
  return [
    {
      code: 'Z5811',
      severity: 'note',
      message: `The sensitivity table was computed for an earlier version of the model (${table.modelHash.slice(0, 8)}, now ${system.hash.slice(0, 8)}).`,
      fix: 'Run `npm run sensitivity` to compute it anew (some minutes).',
    },
  ];
}
