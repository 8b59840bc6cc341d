import { fullModules } from '../../model/assemblies.ts';
import type { Kernel, StepMethod } from '../../src/codegen/kernel.ts';
import { assemble } from '../../src/language/assemble.ts';
import type { ModelSystem } from '../../src/language/system.ts';
import { ZonulaError } from '../../src/problem/problem.ts';
import { compileSystem } from '../../src/solver/compile.ts';
import type { LaneSchedule } from '../../src/solver/contract.ts';
import { integrate } from '../../src/solver/integrate.ts';
import { accountTotal, sizeOf } from '../../test/solver/balance.ts';
import { randomLife, randomParameters } from './random-life.ts';

export interface SoakTask {
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly method: StepMethod | 'auto';
  readonly relativeTolerance?: number;
}

export interface SoakReport {
  readonly people: number;
  readonly steps: number;
  readonly rejected: number;
  readonly switchesToStiff: number;
  readonly failures: readonly { readonly person: number; readonly message: string }[];
  /** States that fell below minus their absolute tolerance: in how many people, how deep in tolerances, in whom deepest. */
  readonly negative: Readonly<
    Record<string, { readonly people: number; readonly deepest: number; readonly person: number }>
  >;
  readonly worstBalance: { readonly gap: number; readonly person: number };
}

interface Bench {
  readonly model: ModelSystem;
  readonly kernel: Kernel;
}

let bench: Bench | undefined;

/** Runs people `from` to `to` (exclusive) in pairs, from the healthy state, without burn-in. */
export function soakPeople(task: SoakTask): SoakReport {
  bench ??= (() => {
    const model = assemble(fullModules, { name: 'full' });
    return { model, kernel: compileSystem(accountTotal(model), { lanes: 2, backEnd: 'wasm' }) };
  })();
  const { model, kernel } = bench;
  const size = model.states.length;
  const signed = new Set(model.states.flatMap(({ range }, i) => (range[0] < 0 ? [i] : [])));
  const watched = Array.from({ length: size }, (_, i) => i).filter((i) => !signed.has(i));
  const failures: { person: number; message: string }[] = [];
  const negative: Record<string, { people: number; deepest: number; person: number }> = {};
  let worstBalance = { gap: 0, person: task.from };
  let steps = 0;
  let rejected = 0;
  let switchesToStiff = 0;
  for (let person = task.from; person < task.to; person += 2) {
    const pair = [person, Math.min(person + 1, task.to - 1)];
    const lives = pair.map((each) => randomLife(model, each, task.days));
    prepare(kernel, model, pair);
    const lowest = new Float64Array(kernel.state.length);
    const { state, absoluteTolerance } = kernel;
    try {
      const statistics = integrate(kernel, {
        startHours: 0,
        endHours: 24 * task.days,
        lanes: lives,
        method: task.method,
        ...(task.relativeTolerance === undefined ? {} : { relativeTolerance: task.relativeTolerance }),
        observe: () => {
          for (const i of watched)
            for (let lane = 0; lane < 2; lane++) {
              const place = 2 * i + lane;
              if ((state[place] as number) < (lowest[place] as number))
                lowest[place] = state[place] as number;
            }
        },
      });
      steps += statistics.steps;
      rejected += statistics.rejected;
      switchesToStiff += statistics.switchesToStiff;
      pair.forEach((each, lane) => {
        const gap = balanceGap(kernel, model, lives[lane] as LaneSchedule, lane, 24 * task.days);
        if (!(gap <= worstBalance.gap)) worstBalance = { gap, person: each };
      });
    } catch (error) {
      if (!(error instanceof ZonulaError)) throw error;
      failures.push({ person, message: error.message });
      continue;
    }
    pair.slice(0, task.to - person).forEach((each, lane) => {
      for (const i of watched) {
        const depth = (lowest[2 * i + lane] as number) / (absoluteTolerance[2 * i + lane] as number);
        if (depth >= -1) continue;
        const id = model.states[i]?.id ?? '';
        const known = negative[id] ?? { people: 0, deepest: 0, person: each };
        negative[id] = {
          people: known.people + 1,
          ...(depth < known.deepest
            ? { deepest: depth, person: each }
            : { deepest: known.deepest, person: known.person }),
        };
      }
    });
  }
  return { people: task.to - task.from, steps, rejected, switchesToStiff, failures, negative, worstBalance };
}

function prepare(kernel: Kernel, model: ModelSystem, pair: readonly number[]): void {
  pair.forEach((person, lane) => {
    model.states.forEach(({ value }, i) => {
      kernel.state[2 * i + lane] = value;
    });
    kernel.state[2 * model.states.length + lane] = 0;
    randomParameters(model, person).forEach((value, i) => {
      kernel.parameters[2 * i + lane] = value;
    });
  });
  kernel.prepare();
}

/** What the total of all states should have changed by, against what it did, relative to what there is. */
function balanceGap(
  kernel: Kernel,
  model: ModelSystem,
  life: LaneSchedule,
  lane: number,
  endHours: number,
): number {
  let change = 0;
  let size = 0;
  model.states.forEach(({ value }, i) => {
    const scale = sizeOf(model, i);
    const now = (kernel.state[2 * i + lane] as number) / scale;
    change += now - value / scale;
    size += Math.abs(now) + Math.abs(value / scale);
  });
  for (const { state, amount, timeHours } of life.boluses)
    if (timeHours < endHours) {
      change -= amount / sizeOf(model, state);
      size += Math.abs(amount) / sizeOf(model, state);
    }
  return Math.abs(change - (kernel.state[2 * model.states.length + lane] as number)) / size;
}
