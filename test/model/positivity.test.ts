import { describe, expect, it } from 'vitest';
import { randomLife, randomParameters } from '../../bench/soak/random-life.ts';
import { fullModules } from '../../model/assemblies.ts';
import { assemble } from '../../src/language/assemble.ts';
import { randomStream } from '../../src/random/philox.ts';
import { compileSystem, nonNegativeStates } from '../../src/solver/compile.ts';
import { integrate } from '../../src/solver/integrate.ts';

const model = assemble(fullModules, { name: 'full' });
const amounts = nonNegativeStates(model);
const days = 14;
/** Tolerances per hour: what rounding may leave of terms that cancel. */
const leastRate = -1e-3;
/** Of a life, every so many steps are looked at. */
const everySteps = 40;

/** What is missing cannot be taken away: found long before a life happens to get there. */
function takenFromNothing(people: readonly [number, number], somethingElse: boolean): string[] {
  const living = compileSystem(model, { lanes: 2, backEnd: 'wasm' });
  const probe = compileSystem(model, { lanes: 2, backEnd: 'wasm' });
  people.forEach((person, lane) => {
    model.states.forEach(({ value }, i) => {
      living.state[2 * i + lane] = value;
    });
    randomParameters(model, person).forEach((value, i) => {
      living.parameters[2 * i + lane] = value;
      probe.parameters[2 * i + lane] = value;
    });
  });
  living.prepare();
  probe.prepare();
  const dice = randomStream(1, `positivity/${people[0]}`);
  let throws = 0;
  let steps = 0;
  const found = new Set<string>();
  integrate(living, {
    startHours: 0,
    endHours: 24 * days,
    lanes: people.map((person) => randomLife(model, person, days)),
    observe: (kernel, _, timeHours) => {
      if (steps++ % everySteps !== 0) return;
      probe.state.set(kernel.state);
      probe.inputs.set(kernel.inputs);
      probe.slopes.set(kernel.slopes);
      probe.inputTime.set(kernel.inputTime);
      if (somethingElse) {
        // Whatever may happen to anybody, at once: a quarter of the inputs at an end of their range.
        probe.slopes.fill(0);
        model.inputs.forEach(({ range }, input) => {
          if (dice.uniform(throws++) < 0.25)
            probe.inputs.fill(range[dice.uniform(throws++) < 0.5 ? 0 : 1], 2 * input, 2 * input + 2);
        });
      }
      for (const state of amounts) {
        const there = probe.state.slice(2 * state, 2 * state + 2);
        probe.state.fill(0, 2 * state, 2 * state + 2);
        probe.restart();
        probe.derivatives(timeHours);
        const { id, absoluteTolerance } = model.states[state] as (typeof model.states)[number];
        people.forEach((person, lane) => {
          const rate = probe.derivative[2 * state + lane] as number;
          if (!(rate >= leastRate * absoluteTolerance)) found.add(`${id} of person ${person}`);
        });
        probe.state.set(there, 2 * state);
      }
    },
  });
  return [...found];
}

describe('laws take nothing that is not there', () => {
  // Every tenth person has each parameter anywhere in its range; 1329 starts with TNF far below the usual level.
  it.each([
    [9, 19],
    [309, 719],
    [999, 1329],
    [12014, 12015],
    [12264, 12265],
    [2, 3],
  ] as const)('people %i and %i', (a, b) => {
    expect(takenFromNothing([a, b], false)).toEqual([]);
    expect(takenFromNothing([a, b], true)).toEqual([]);
  });

  it('no mix of a slow colon and an opioid runs the colon backwards', () => {
    const kernel = compileSystem(model, { lanes: 1, backEnd: 'javascript' });
    const at = (list: readonly { readonly id: string }[], id: string): number =>
      list.findIndex((each) => each.id === id);
    kernel.parameters[at(model.parameters, 'g_op_co')] = 0.8;
    kernel.inputs[at(model.inputs, 'u_transit')] = -0.8;
    kernel.state[at(model.states, 'opi')] = 1;
    kernel.prepare();
    kernel.evaluateOutputs(0);
    const speed = kernel.outputs[at(model.outputs, 'kt')] as number;
    expect(speed).toBeGreaterThan(0);
    // Each leaves a fifth of what the other leaves, but for bulk, which moves speed by no more than a third.
    expect(speed).toBeGreaterThan(0.2 * 0.2 * 0.6);
    expect(speed).toBeLessThan(0.2 * 0.2 * 1.4);
  });
});
