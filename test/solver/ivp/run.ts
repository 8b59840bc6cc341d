import type { StepMethod } from '../../../src/codegen/kernel.ts';
import { compileSystem } from '../../../src/solver/compile.ts';
import { integrate } from '../../../src/solver/integrate.ts';
import type { IvpProblem } from './problem.ts';

export interface IvpOutcome {
  readonly steps: number;
  readonly rejected: number;
  /** Largest relative error of the published end values. */
  readonly worstError: number;
  readonly worstState: string;
}

/** Solves a published problem and compares with its reference end values. */
export function runIvp(
  { system, schedule, start, end, endValues, absoluteTolerance }: IvpProblem,
  method: StepMethod | 'auto',
  relativeTolerance: number,
): IvpOutcome {
  const kernel = compileSystem(system, { lanes: 1, backEnd: 'wasm' });
  kernel.absoluteTolerance.fill(absoluteTolerance);
  const { steps, rejected } = integrate(kernel, {
    startHours: start,
    endHours: end,
    lanes: [schedule],
    method,
    relativeTolerance,
  });
  let worstError = 0;
  let worstState = '';
  for (const [state, value] of endValues) {
    const error = Math.abs((kernel.state[state] as number) / value - 1);
    if (!(error <= worstError)) {
      worstError = error;
      worstState = system.states[state]?.id ?? '';
    }
  }
  return { steps, rejected, worstError, worstState };
}
