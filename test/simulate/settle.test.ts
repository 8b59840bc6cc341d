import { describe, expect, it } from 'vitest';
import type { PersonJob } from '../../src/simulate/contract.ts';
import { buildGut } from '../../src/simulate/gut.ts';
import { fillLane, GutKernels } from '../../src/simulate/kernels.ts';
import { Settling } from '../../src/simulate/settle.ts';
import { drawPerson, laneOfHabits } from '../../src/simulate/virtual-person.ts';
import { inOneGo } from '../../src/solver/parts.ts';
import { jobOf, referenceTimeline } from './lives.ts';

const gut = buildGut('core');
const kernel = new GutKernels(gut).plain(1);

function start(person: number, settings: PersonJob['settings'] = []): Settling {
  const who = drawPerson(
    gut,
    jobOf([referenceTimeline(gut, 1)], {
      spread: 'personal',
      draw: { seed: 6, member: 0, person },
      settings: settings ?? [],
    }),
    0,
  );
  kernel.state.set(gut.system.states.map(({ value }) => value));
  fillLane(kernel.parameters, 1, 0, who.parameters);
  kernel.prepare();
  return new Settling(gut, kernel, [laneOfHabits(gut, who)], 24);
}

describe('the start of a run', () => {
  it.each([0, 1, 2, 3])(
    'of person %i is where a year of habitual life leads, in a tenth of the time',
    (person) => {
      const quick = start(person);
      inOneGo(quick.begin());
      inOneGo(quick.search());
      const found = kernel.state.slice();
      const slow = start(person);
      inOneGo(slow.live(365));
      expect(quick.days).toBeLessThan(100);
      gut.system.states.forEach(({ id, value, range }, i) => {
        const scale = Math.max(Math.abs(value), 0.01 * range[1], Math.abs(kernel.state[i] as number));
        expect(Math.abs((found[i] as number) - (kernel.state[i] as number)) / scale, id).toBeLessThan(0.01);
      });
    },
  );
});

describe('a stated history', () => {
  it('of two years of coeliac disease takes leaps and arrives where living every day does', () => {
    const coeliac = [
      { parameter: 'g_cel', how: 'set', value: 12, because: 'coeliac_untreated' },
      { parameter: 'K_agc', how: 'set', value: 0.15, because: 'coeliac_untreated' },
    ] as const;
    const leaping = start(1, coeliac);
    inOneGo(leaping.history(700));
    const found = kernel.state.slice();
    expect(leaping.days).toBe(700);
    const living = start(1, coeliac);
    inOneGo(living.live(700));
    // The villi have gone, and are where two years take them.
    const villi = gut.state.get('sb_vil') as number;
    expect(kernel.state[villi]).toBeLessThan(0.5);
    gut.system.states.forEach(({ id, value, range }, i) => {
      const scale = Math.max(Math.abs(value), 0.01 * range[1], Math.abs(kernel.state[i] as number));
      expect(Math.abs((found[i] as number) - (kernel.state[i] as number)) / scale, id).toBeLessThan(0.005);
    });
  });
});
