import { describe, expect, it } from 'vitest';
import { buildTimeline, foodTableKnowledge, type NormalisedFile } from '../../src/person/index.ts';
import { type CatalogueChange, catalogue, factsOf, findChange, planFor } from '../../src/rank/index.ts';
import { examplePerson, westernPerson } from './fake-runner.ts';

function change(id: string): CatalogueChange {
  const found = findChange(id);
  if (!found) throw new Error(id);
  return found;
}

function timelineWith(file: NormalisedFile, id: string) {
  const plan = planFor(change(id), factsOf(file, foodTableKnowledge));
  return buildTimeline({ ...file, plans: [plan], horizonDays: 182 }, plan.name, foodTableKnowledge);
}

const gramsOnDay = (timeline: ReturnType<typeof timelineWith>, day: number): Map<string, number> => {
  const grams = new Map<string, number>();
  const id = timeline.patternOfDay[day - timeline.firstDay];
  for (const meal of (id === undefined ? undefined : timeline.patterns.get(id))?.meals ?? [])
    for (const food of meal.foods) grams.set(food.foodId, (grams.get(food.foodId) ?? 0) + food.grams);
  return grams;
};

describe('a change as it is for one person', () => {
  it('every change that acts can be put into the life of every example person', () => {
    for (const name of [
      'western-eater',
      'ibs-much-fodmap',
      'weekly-nsaid-user',
      'high-fibre-healthy',
      'stressed-student',
    ]) {
      const file = examplePerson(name);
      const facts = factsOf(file, foodTableKnowledge);
      for (const one of catalogue) {
        const plan = planFor(one, facts);
        if (plan.changes.length === 0) continue;
        expect(() =>
          buildTimeline({ ...file, plans: [plan], horizonDays: 14 }, plan.name, foodTableKnowledge),
        ).not.toThrow();
      }
    }
  });

  it('exchanges what is eaten, gram for gram, after the ramp', () => {
    const timeline = timelineWith(westernPerson(), 'whole_grains');
    const before = gramsOnDay(timeline, 0);
    const after = gramsOnDay(timeline, 60);
    // The Western menu holds 90 g of white bread and 35 g of cornflakes: both give way, at 140 g for 150 g.
    expect(after.get('white_bread') ?? 0).toBeCloseTo(0, 6);
    expect(after.get('cornflakes') ?? 0).toBeCloseTo(0, 6);
    expect(after.get('wholemeal_bread')).toBeCloseTo((125 * 140) / 150, 3);
    expect(before.get('wholemeal_bread') ?? 0).toBeLessThan(after.get('wholemeal_bread') ?? 0);
  });

  it('the painkiller is replaced on the same days of the week', () => {
    const timeline = timelineWith(examplePerson('weekly-nsaid-user'), 'nsaid_switch');
    const pulses = timeline.segments.filter(({ input }) => input === 'u_nsaid_in');
    // Celecoxib acts on the lining at a twelfth of ibuprofen, on Saturdays and Sundays only.
    expect(new Set(pulses.map(({ startHours }) => Math.floor(startHours / 24) % 7))).toEqual(new Set([5, 6]));
    expect(Math.max(...pulses.map(({ value }) => value))).toBeCloseTo(2.0 * 0.05, 9);
  });

  it('half the load, all of the sleep', () => {
    const student = examplePerson('stressed-student');
    const load = timelineWith(student, 'stress_less').segments.filter(({ input }) => input === 'u_chronic');
    expect(load.map(({ value }) => value)).toEqual([1]);
    const sleep = timelineWith(student, 'sleep_enough').segments.filter(
      ({ input, endHours, value }) => input === 'u_sleep' && endHours > 0 && value > 0,
    );
    expect(sleep).toEqual([]);
  });

  it('low FODMAP ends after six weeks', () => {
    const timeline = timelineWith(examplePerson('ibs-much-fodmap'), 'low_fodmap');
    expect(gramsOnDay(timeline, 41).get('onion_cooked') ?? 0).toBe(0);
    expect(gramsOnDay(timeline, 42).get('onion_cooked')).toBeCloseTo(80, 6);
  });

  it('the Mediterranean day comes without its wine', () => {
    expect(gramsOnDay(timelineWith(westernPerson(), 'mediterranean'), 60).get('red_wine') ?? 0).toBe(0);
  });
});
