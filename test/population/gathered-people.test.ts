import { describe, expect, it } from 'vitest';
import { GatheredPeople } from '../../src/population/gathered-people.ts';
import type { PersonCourse } from '../../src/simulate/contract.ts';
import { exactPeople } from '../../src/simulate/gathered-values.ts';
import { rejection } from '../../src/simulate/rejection.ts';

const person = (plan: string, redraws = 0): PersonCourse[] => [
  { plan, daily: {}, tests: [], healthy: {}, symptoms: {}, redraws, settledDays: 0 },
];

describe('people as they come', () => {
  it('those after the first thousand wait for all of the first thousand', () => {
    const met: string[] = [];
    const people = new GatheredPeople(exactPeople + 2, ([course]) => met.push(course?.plan ?? ''));
    people.add(exactPeople + 1, person('late'));
    for (let i = exactPeople - 1; i > 0; i--) people.add(i, person('first'));
    people.add(exactPeople, person('late'));
    expect(met.includes('late')).toBe(false);
    expect(people.heads.people).toBe(exactPeople - 1);
    people.add(0, person('first'));
    expect(met.slice(0, exactPeople).every((name) => name === 'first')).toBe(true);
    expect(met.slice(exactPeople)).toEqual(['late', 'late']);
    expect(people.heads.people).toBe(exactPeople + 2);
  });

  it('counts those who were drawn again', () => {
    const people = new GatheredPeople(3, () => {});
    [0, 1, rejection.mostAttempts - 1].forEach((redraws, i) => {
      people.add(i, person('', redraws));
    });
    expect(people.heads).toEqual({ people: 3, redrawn: 2, unusual: 1 });
  });
});
