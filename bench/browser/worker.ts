import { fullModules } from '../../model/assemblies.ts';
import { assemble } from '../../src/language/assemble.ts';
import { compileSystem } from '../../src/solver/compile.ts';
import type { LaneSchedule } from '../../src/solver/contract.ts';
import { integrate } from '../../src/solver/integrate.ts';
import { findPeriodicState } from '../../src/solver/periodic.ts';
import { gutLife } from '../../test/solver/gut-life.ts';
import type { BrowserReport } from '../browser.ts';

/** Twelve weeks of a changed plan, and the start state after an edited habitual diet, for one person. */
const DAYS = 84;
const REPEATS = 9;

const clock = (work: () => void): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
const middle = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

let system = assemble([], { name: 'none' });
const assembleMs = clock(() => {
  system = assemble(fullModules, { name: 'full' });
});
let kernel = compileSystem(assemble([], { name: 'none' }), { lanes: 1, backEnd: 'wasm' });
const compileMs = clock(() => {
  kernel = compileSystem(system, { lanes: 1, backEnd: 'wasm' });
});
const start = kernel.state.slice();

function startState(life: LaneSchedule, from: Float64Array): { state: Float64Array; periods: number } {
  return findPeriodicState({
    start: from,
    scale: system.states.map(({ absoluteTolerance }) => 1e6 * absoluteTolerance),
    fixed: system.states.flatMap(({ slow, readOut }, i) => (slow || readOut ? [i] : [])),
    signed: system.states.flatMap(({ range }, i) => (range[0] < 0 ? [i] : [])),
    names: system.states.map(({ id }) => id),
    tolerance: 5e-5,
    advance: (state) => {
      kernel.state.set(state);
      integrate(kernel, { startHours: 0, endHours: 24, lanes: [life], relativeTolerance: 1e-5 });
      return kernel.state.slice();
    },
  });
}

/** Daily means of all states by Simpson's rule on each step, as a run keeps them. */
function liveWithDailyMeans(life: LaneSchedule): void {
  const sums = new Float64Array(kernel.stateCount * DAYS);
  const before = kernel.state.slice();
  integrate(kernel, {
    startHours: 0,
    endHours: 24 * DAYS,
    lanes: [life],
    boundaries: Array.from({ length: DAYS }, (_, day) => 24 * day),
    observe: (each, from, to) => {
      each.interpolate(0.5);
      const row = Math.floor(from / 24) * each.stateCount;
      for (let i = 0; i < each.stateCount; i++) {
        const mean =
          ((before[i] as number) + 4 * (each.interpolated[i] as number) + (each.state[i] as number)) / 6;
        sums[row + i] = (sums[row + i] as number) + (mean * (to - from)) / 24;
        before[i] = each.state[i] as number;
      }
    },
  });
}

const habits = gutLife(system, 1, { vary: false });
const edited = gutLife(system, 1, { vary: false, scale: 1.2 });
const change = gutLife(system, DAYS, { scale: 0.8 });
let settled = startState(habits, start);
const firstRunMs = clock(() => {
  kernel.state.set(settled.state);
  liveWithDailyMeans(change);
});
const runs: number[] = [];
const edits: number[] = [];
const searches: number[] = [];
for (let repeat = 0; repeat < REPEATS; repeat++) {
  runs.push(
    clock(() => {
      kernel.state.set(settled.state);
      liveWithDailyMeans(change);
    }),
  );
  const searched = clock(() => {
    settled = startState(repeat % 2 === 0 ? edited : habits, settled.state);
  });
  searches.push(searched);
  edits.push(
    searched +
      clock(() => {
        kernel.state.set(settled.state);
        liveWithDailyMeans(change);
      }),
  );
}
const leastMs = {
  twelveWeeks: Math.min(...runs),
  startState: Math.min(...searches),
  editedDiet: Math.min(...edits),
};
const report: BrowserReport = {
  leastMs,
  states: system.states.length,
  assembleMs,
  compileMs,
  firstRunMs,
  twelveWeeksMs: middle(runs),
  startStateMs: middle(searches),
  startStatePeriods: settled.periods,
  editedDietMs: middle(edits),
};
postMessage(report);
