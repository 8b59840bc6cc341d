import { describe, expect, it } from 'vitest';
import { buildGut } from '../../src/simulate/gut.ts';
import { livedBy } from '../../src/simulate/life.ts';
import { timelineFromText } from './lives.ts';

const core = buildGut('core');
const eater = { lactasePersistent: true, foodDraw: undefined, division: 'core' } as const;
const grams = (
  segments: readonly { input: string; startHours: number; endHours: number; value: number }[],
  input: string,
): number =>
  segments
    .filter((segment) => segment.input === input)
    .reduce((sum, { startHours, endHours, value }) => sum + (endHours - startHours) * value, 0);

describe('a life as inputs', () => {
  it('brings what the foods hold, meals that overlap added up', () => {
    const timeline = timelineFromText(`
zonula: 1
person: { age: 30 }
habitual:
  week:
    everyDay:
      - { at: "12:00", items: [{ food: egg, amount: 100 g }] }
      - { at: "12:15", items: [{ food: egg, amount: 100 g }] }
horizon: 7 days
`);
    const { segments, habitual } = livedBy(timeline, eater, core.inputs);
    const one = livedBy(
      timelineFromText(`
zonula: 1
person: { age: 30 }
habitual: { week: { everyDay: [{ at: "12:00", items: [{ food: egg, amount: 200 g }] }] } }
horizon: 7 days
`),
      eater,
      core.inputs,
    );
    expect(grams(segments, 'meal_prot')).toBeCloseTo(grams(one.segments, 'meal_prot'), 9);
    expect(grams(segments, 'meal_prot') / 7).toBeGreaterThan(20);
    expect(habitual.periodHours).toBe(24);
    const protein = segments.filter(({ input }) => input === 'meal_prot');
    for (const [i, segment] of protein.entries())
      expect(segment.endHours).toBeLessThanOrEqual(protein[i + 1]?.startHours ?? Number.POSITIVE_INFINITY);
  });

  it('knows foods of the person’s own', () => {
    const timeline = timelineFromText(`
zonula: 1
person: { age: 30 }
ownFoods:
  - { id: my_bar, name: My bar, per100g: { energy_kcal: 370, protein_g: 20, fat_g: 10, carbohydrate_g: 50, fibre_g: 5 } }
habitual: { week: { everyDay: [{ at: "12:00", items: [{ food: my_bar, amount: 50 g }] }] } }
horizon: 2 days
`);
    const { segments } = livedBy(timeline, eater, core.inputs);
    expect(grams(segments, 'meal_prot') / 2).toBeCloseTo(10, 6);
  });

  it('alpha-galactosidase splits the sugars of the meal that it is taken with, and of no other', () => {
    const full = buildGut('full');
    const beans = (supplement: string): ReturnType<typeof livedBy> =>
      livedBy(
        timelineFromText(`
zonula: 1
person: { age: 30 }
habitual:
  week:
    everyDay:
      - { at: "13:00", items: [{ food: kidney_beans, amount: 200 g }] }
      - { at: "19:00", items: [{ food: kidney_beans, amount: 200 g }] }
${supplement}
horizon: 2 days
`),
        { ...eater, division: 'full' },
        full.inputs,
      );
    const without = beans('');
    const withLunch = beans(
      '  supplements: [{ supplement: alpha_galactosidase, dose: 1200 GALU, times: ["13:00"] }]',
    );
    const at = (life: ReturnType<typeof livedBy>, hour: number): number =>
      grams(
        life.segments.filter(({ startHours }) => Math.floor(startHours % 24) === hour),
        'meal_oli',
      );
    expect(at(withLunch, 13)).toBeLessThan(0.9 * at(without, 13));
    expect(at(withLunch, 19)).toBeCloseTo(at(without, 19), 9);
    expect(grams(withLunch.habitual.segments, 'meal_oli')).toBeLessThan(
      grams(without.habitual.segments, 'meal_oli'),
    );
  });

  it('gives a smaller model the simpler name of an input', () => {
    const timeline = timelineFromText(
      `
zonula: 1
person: { age: 30 }
habitual: { menu: western }
plans: [{ name: p, changes: [{ medicine: ibuprofen, dose: 400 mg, fromDay: 1, days: 1 }] }]
horizon: 4 days
`,
      'p',
    );
    expect(timeline.segments.some(({ input }) => input === 'u_nsaid_in')).toBe(true);
    const { segments } = livedBy(timeline, eater, core.inputs);
    expect(segments.some(({ input }) => input === 'u_nsaid')).toBe(true);
  });
});
