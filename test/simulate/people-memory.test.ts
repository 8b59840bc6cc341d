import { describe, expect, it } from 'vitest';
import type { PersonJob } from '../../src/simulate/contract.ts';
import { buildGut } from '../../src/simulate/gut.ts';
import { GutKernels } from '../../src/simulate/kernels.ts';
import { type JobPair, liveInParts, liveTogether } from '../../src/simulate/one-person.ts';
import { PeopleMemory, withItsDays, withoutItsDays } from '../../src/simulate/people-memory.ts';
import { inOneGo } from '../../src/solver/parts.ts';
import { timelineFromText } from './lives.ts';

const gut = buildGut('core');
const kernels = new GutKernels(gut);

const file = (menu: string, plan: string, tests = ''): string => `zonula: 1
person: {age: 40, sex: male, weight: 80 kg, height: 180 cm}
horizon: 9 days
habitual: {menu: ${menu}}
plans:
  - name: p
    changes: [${plan}]
${tests}`;
const psyllium = '{add: psyllium_husk, amount: 10 g, fromDay: 1}';
const sleep = '{sleep: 5 h, fromDay: 2}';

function pair(text: string): JobPair {
  const timelines = [timelineFromText(text), timelineFromText(text, 'p')];
  const job = (person: number): PersonJob => ({
    draw: { seed: 4, member: person, person },
    redraw: 'member-and-person',
    spread: 'both',
    timelines,
  });
  return [job(0), job(1)];
}

/** As a runner with a memory does it. */
function lived(memory: PeopleMemory, jobs: JobPair) {
  const known = memory.recall(jobs);
  const { courses, before } = inOneGo(liveInParts(kernels, jobs, {}, withoutItsDays(known)));
  // A worker gives nothing back that was known.
  if (known.every(({ unchanged }) => unchanged === undefined)) memory.keep(jobs, structuredClone(before));
  return withItsDays(courses, known);
}

describe('people met before', () => {
  it('live another plan with the same bits as if they were met for the first time', () => {
    const memory = new PeopleMemory();
    lived(memory, pair(file('western', psyllium)));
    const changed = pair(file('western', sleep));
    const [known] = memory.recall(changed);
    expect(known?.unchanged).toHaveLength(2);
    expect(lived(memory, changed)).toEqual(liveTogether(kernels, changed));
  });

  it('begin where they began when their life without a change is asked other things', () => {
    const memory = new PeopleMemory();
    lived(memory, pair(file('western', psyllium)));
    const tested = pair(file('western', psyllium, 'tests: [{test: crp, day: 3}]\n'));
    const [known] = memory.recall(tested);
    expect(known?.start).toHaveLength(2);
    expect(known?.unchanged).toBeUndefined();
    expect(lived(memory, tested)).toEqual(liveTogether(kernels, tested));
  });

  it('are others when they eat otherwise', () => {
    const memory = new PeopleMemory();
    lived(memory, pair(file('western', psyllium)));
    expect(memory.recall(pair(file('vegan', psyllium)))).toEqual([]);
  });

  it('are remembered when their plan is the only thing that is new, however it was written', () => {
    const memory = new PeopleMemory();
    lived(memory, pair(file('western', psyllium)));
    expect(memory.recall(pair(file('western', psyllium)))).toHaveLength(1);
  });
});

describe('work in parts', () => {
  it('that was dropped leaves nothing behind', () => {
    const jobs = pair(file('western', sleep));
    const whole = liveTogether(kernels, jobs);
    for (const parts of [10, 300, 2000]) {
      const dropped = liveInParts(kernels, pair(file('vegan', psyllium)));
      for (let i = 0; i < parts && !dropped.next().done; i++);
      expect(liveTogether(kernels, jobs)).toEqual(whole);
    }
  });
});
