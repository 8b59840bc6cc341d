import type { EquationSystem } from '../../src/language/system.ts';

export interface Deviation {
  /** Root mean square over states and moments, relative to |reference| + a thousandth of the healthy size. */
  readonly rootMeanSquare: number;
  readonly worst: number;
  readonly worstState: string;
  /** Largest deviation of each state, worst first. */
  readonly byState: readonly { readonly state: string; readonly worst: number }[];
}

/** A state's absolute tolerance is a millionth of its healthy size; below a thousandth of that size errors do not count in full. */
const FLOOR_IN_TOLERANCES = 1e3;

/** Compares rows of states with a reference. */
export function deviation(
  system: EquationSystem,
  values: ArrayLike<number>,
  reference: ArrayLike<number>,
): Deviation {
  const { states } = system;
  if (values.length !== reference.length)
    throw new RangeError(`${values.length} values against ${reference.length} of the reference`);
  const worst = states.map(() => 0);
  let sum = 0;
  for (let k = 0; k < reference.length; k++) {
    const i = k % states.length;
    const exact = reference[k] as number;
    const floor = FLOOR_IN_TOLERANCES * (states[i]?.absoluteTolerance ?? 0);
    const error = Math.abs((values[k] as number) - exact) / (Math.abs(exact) + floor);
    sum += error * error;
    if (!(error <= (worst[i] as number))) worst[i] = error;
  }
  const byState = states
    .map(({ id }, i) => ({ state: id, worst: worst[i] as number }))
    .sort((a, b) => b.worst - a.worst);
  return {
    rootMeanSquare: Math.sqrt(sum / reference.length),
    worst: byState[0]?.worst ?? 0,
    worstState: byState[0]?.state ?? '',
    byState,
  };
}
