/**
 * Screening by elementary effects (Morris, Technometrics 33:161-174, 1991, doi 10.1080/00401706.1991.10484804):
 * how much each parameter moves each output, at a cost of (parameters + 1) runs per trajectory.
 */
import { randomStream } from '../random/philox.ts';

/** Levels of the grid in the unit cube, and the step of Morris' design for it. */
const levels = 4;
const step = levels / (2 * (levels - 1));

export interface Trajectory {
  /** Points in the unit cube; each differs from the one before in one coordinate. */
  readonly points: readonly (readonly number[])[];
  /** The coordinate that changes into each point after the first, and by how much. */
  readonly moves: readonly { readonly parameter: number; readonly by: number }[];
}

export function morrisDesign(parameters: number, trajectories: number, seed: number): Trajectory[] {
  return Array.from({ length: trajectories }, (_, trajectory) => {
    const { uniform } = randomStream(seed, `morris/${trajectory}`);
    const start = Array.from(
      { length: parameters },
      (_, parameter) => Math.floor(uniform(parameter) * levels) / (levels - 1),
    );
    const order = Array.from({ length: parameters }, (_, parameter) => parameter).sort(
      (a, b) => uniform(parameters + a) - uniform(parameters + b),
    );
    const points = [start];
    const moves: { parameter: number; by: number }[] = [];
    for (const parameter of order) {
      const before = points.at(-1) as number[];
      const by = (before[parameter] as number) + step <= 1 + 1e-12 ? step : -step;
      points.push(before.map((value, index) => (index === parameter ? value + by : value)));
      moves.push({ parameter, by });
    }
    return { points, moves };
  });
}

export interface ElementaryEffects {
  readonly parameter: number;
  /** Mean of the absolute effects: overall influence. */
  readonly influence: number;
  /** Mean with sign. */
  readonly mean: number;
  /** SD of the effects: non-linearity and interaction. */
  readonly spread: number;
}

/** @param outputs of one output: by trajectory, its value at each point; NaN where there is none */
export function elementaryEffects(
  design: readonly Trajectory[],
  outputs: readonly (readonly number[])[],
  parameters: number,
): ElementaryEffects[] {
  const effects: number[][] = Array.from({ length: parameters }, () => []);
  design.forEach(({ moves }, trajectory) => {
    moves.forEach(({ parameter, by }, index) => {
      const effect =
        ((outputs[trajectory]?.[index + 1] ?? Number.NaN) - (outputs[trajectory]?.[index] ?? Number.NaN)) /
        by;
      if (Number.isFinite(effect)) effects[parameter]?.push(effect);
    });
  });
  return effects.map((list, parameter) => {
    const count = Math.max(1, list.length);
    const mean = list.reduce((sum, value) => sum + value, 0) / count;
    return {
      parameter,
      influence: list.reduce((sum, value) => sum + Math.abs(value), 0) / count,
      mean,
      spread: Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, count - 1)),
    };
  });
}
