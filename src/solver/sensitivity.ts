import type { Kernel } from '../codegen/kernel.ts';
import { ZonulaError } from '../problem/problem.ts';
import type { IntegrationOptions, LaneSchedule } from './contract.ts';
import { integrate } from './integrate.ts';

export interface SensitivityOptions extends Omit<IntegrationOptions, 'lanes' | 'observe'> {
  /** What happens to the person; the same in both lanes. */
  readonly schedule: LaneSchedule;
  /** Start state of the person, one value per state. */
  readonly start: ArrayLike<number>;
  /** Parameters of the person, one value per parameter. */
  readonly parameters: ArrayLike<number>;
  /** Indices of the parameters whose effect is asked for. */
  readonly parameterIndices: readonly number[];
  /** Relative change of the perturbed parameter (absolute where the parameter is zero). */
  readonly perturbation?: number;
  /** Moments at which the effect is wanted, hours; the end when left out. */
  readonly atHours?: readonly number[];
}

export interface Sensitivity {
  readonly parameter: number;
  /** d state / d parameter at each moment, one row of states per moment. */
  readonly derivatives: readonly Float64Array[];
}

/**
 * The smaller, the less the straight line matters; the larger, the less rounding. Base and perturbed person take the
 * same steps, so that the solver's own error cancels and small perturbations are clean.
 */
const DEFAULT_PERTURBATION = 1e-4;

/**
 * Effects of parameters on all states by finite differences in lockstep: the person in one SIMD lane, the same person
 * with one parameter changed in the other, both with the same steps.
 *
 * @param kernel two lanes, with absolute tolerances set
 * @throws ZonulaError Z2040 for a kernel of one lane; whatever `integrate` throws
 */
export function parameterSensitivities(kernel: Kernel, options: SensitivityOptions): readonly Sensitivity[] {
  const { schedule, start, parameters, parameterIndices, perturbation = DEFAULT_PERTURBATION } = options;
  if (kernel.lanes !== 2)
    throw new ZonulaError({
      code: 'Z2040',
      severity: 'error',
      message: 'Sensitivities in lockstep need a kernel of two lanes.',
      fix: 'Compile the model with `lanes: 2`.',
    });
  const moments = [...(options.atHours ?? [options.endHours])].sort((a, b) => a - b);
  const size = kernel.stateCount;
  return parameterIndices.map((parameter): Sensitivity => {
    for (let i = 0; i < size; i++) kernel.state.fill(start[i] as number, 2 * i, 2 * i + 2);
    for (let i = 0; i < kernel.parameterCount; i++)
      kernel.parameters.fill(parameters[i] as number, 2 * i, 2 * i + 2);
    const value = parameters[parameter] as number;
    kernel.parameters[2 * parameter + 1] = value === 0 ? perturbation : value * (1 + perturbation);
    // What is left of the change after rounding.
    const change = (kernel.parameters[2 * parameter + 1] as number) - value;
    kernel.prepare();
    const derivatives: Float64Array[] = [];
    const take = (values: Float64Array): void => {
      derivatives.push(
        Float64Array.from(
          { length: size },
          (_, i) => ((values[2 * i + 1] as number) - (values[2 * i] as number)) / change,
        ),
      );
    };
    let next = 0;
    while ((moments[next] ?? Number.POSITIVE_INFINITY) <= options.startHours) {
      take(kernel.state);
      next++;
    }
    integrate(kernel, {
      ...options,
      lanes: [schedule, schedule],
      observe: (_, from, to) => {
        for (; next < moments.length && (moments[next] as number) <= to; next++) {
          kernel.interpolate(((moments[next] as number) - from) / (to - from));
          take(kernel.interpolated);
        }
      },
    });
    return { parameter, derivatives };
  });
}
