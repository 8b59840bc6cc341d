import { describe, expect, test } from 'vitest';
import type { NormalisedFile } from '../../src/person/person.ts';
import { readPersonFile } from '../../src/person/read.ts';
import type { Timeline } from '../../src/person/schedule.ts';
import { buildTimeline } from '../../src/person/timeline.ts';
import { ZonulaError } from '../../src/problem/problem.ts';
import { smallFoods } from './small-foods.ts';

const fileOf = (text: string): NormalisedFile => {
  const result = readPersonFile(
    `zonula: 1\nperson: {age: 40, sex: male, weight: 80 kg, height: 180 cm}\n${text}`,
    { foods: smallFoods },
  );
  if (!result.normalised) throw new ZonulaError(result.problems);
  return result.normalised;
};
const timeline = (text: string, plan?: string): Timeline => buildTimeline(fileOf(text), plan, smallFoods);
/** Grams of a food on a day. */
const grams = (line: Timeline, day: number, foodId: string): number => {
  const pattern = line.patterns.get(line.patternOfDay[day - line.firstDay] ?? '');
  return (pattern?.meals ?? [])
    .flatMap(({ foods }) => foods)
    .reduce((sum, food) => sum + (food.foodId === foodId ? food.grams : 0), 0);
};
const western = 'habitual: {menu: western}\n';
const plan = (change: string) => `${western}horizon: 4 weeks\nplans: [{name: a, changes: [${change}]}]\n`;

describe('meals', () => {
  test('a menu is split 25, 35 and 40 % at 8, 13 and 19 h, and moved when asked', () => {
    const line = timeline(western);
    expect(line.patterns.size).toBe(1);
    expect(line.patternOfDay).toHaveLength(84);
    const [pattern] = line.patterns.values();
    expect(
      pattern?.meals.map(({ atHours, foods }) => [
        atHours,
        foods.find(({ foodId }) => foodId === 'white_bread')?.grams,
      ]),
    ).toEqual([
      [8, 25],
      [13, 35],
      [19, 40],
    ]);
    const moved = timeline('habitual: {menu: western, mealTimes: ["07:00", "12:00", "21:30"]}\n');
    expect([...moved.patterns.values()][0]?.meals.map(({ atHours }) => atHours)).toEqual([7, 12, 21.5]);
  });

  test('a ramp goes in equal steps from the old to the new menu, and ends there', () => {
    const line = timeline(plan('{menu: high_fibre, fromDay: 7, rampDays: 4}'), 'a');
    expect([6, 7, 8, 9, 10, 27].map((day) => grams(line, day, 'oats_dry'))).toEqual([
      0, 25, 50, 75, 100, 100,
    ]);
    expect([6, 7, 8, 9, 10, 27].map((day) => grams(line, day, 'white_bread'))).toEqual([
      100, 75, 50, 25, 0, 0,
    ]);
    // Habitual, three steps between, new.
    expect(line.patterns.size).toBe(5);
  });

  test('without the plan, life goes on as it is', () => {
    const line = timeline(plan('{menu: high_fibre}'));
    expect(line.plan).toBeUndefined();
    expect(new Set(line.patternOfDay)).toEqual(new Set([line.habitualWeek.patternOfWeekday[0]]));
  });

  test('a diet with an end gives way to the habitual one', () => {
    const line = timeline(plan('{menu: high_fibre, fromDay: 7, days: 7}'), 'a');
    expect([6, 7, 13, 14].map((day) => grams(line, day, 'oats_dry'))).toEqual([0, 100, 100, 0]);
  });

  test('added, removed and swapped foods, with a ramp', () => {
    expect(grams(timeline(plan('{add: oats_dry, amount: 40 g, at: "08:00"}'), 'a'), 0, 'oats_dry')).toBe(40);
    expect(grams(timeline(plan('{remove: milk_whole, amount: 50 g}'), 'a'), 0, 'milk_whole')).toBeCloseTo(
      150,
      6,
    );
    expect(grams(timeline(plan('{remove: milk_whole}'), 'a'), 0, 'milk_whole')).toBe(0);
    const swap = timeline(plan('{swap: white_bread, with: wholemeal_bread, rampDays: 4}'), 'a');
    expect(
      [0, 1, 2, 3, 9].map((day) => [grams(swap, day, 'white_bread'), grams(swap, day, 'wholemeal_bread')]),
    ).toEqual([
      [75, 25],
      [50, 50],
      [25, 75],
      [0, 100],
      [0, 100],
    ]);
    const other = timeline(plan('{swap: white_bread, with: oats_dry, amount: 50 g, amountWith: 30 g}'), 'a');
    expect([grams(other, 0, 'white_bread'), grams(other, 0, 'oats_dry')]).toEqual([50, 30]);
  });

  test('a typical week: a named day before workdays before every day', () => {
    const meal = (food: string) => `[{at: "12:00", items: [{food: ${food}, amount: 100 g}]}]`;
    const line = timeline(
      `startDate: 2026-03-04\nhorizon: 14 days\nhabitual:\n  week:\n    everyDay: ${meal('cod')}\n    workdays: ${meal('oats_dry')}\n    wednesday: ${meal('milk_whole')}\n`,
    );
    // 4 March 2026 is a Wednesday.
    expect(line.weekdayOfDayZero).toBe(2);
    expect(grams(line, 0, 'milk_whole')).toBe(100);
    expect(grams(line, 1, 'oats_dry')).toBe(100);
    expect(grams(line, 3, 'cod')).toBe(100);
    expect(grams(line, 7, 'milk_whole')).toBe(100);
    expect(line.patterns.size).toBe(3);
  });

  test('portions, own foods and recipes come out in grams', () => {
    const line = timeline(`horizon: 1 day
ownFoods: [{id: granny_bread, name: Granny's bread, like: white_bread, per100g: {fibre_g: 6}, servings: {slice: 50 g}}]
recipes: [{id: soup, name: Soup, makes: 4 portions, items: [{food: cod, amount: 400 g}, {food: granny_bread, amount: 4 slices}]}]
habitual:
  week:
    everyDay:
      - {at: "08:00", items: [{food: white_bread, amount: 2 slices}, {food: granny_bread, amount: 1 slice}]}
      - {at: "13:00", items: [{food: soup, amount: 2 portions}]}
`);
    expect(grams(line, 0, 'white_bread')).toBe(72);
    expect(grams(line, 0, 'cod')).toBe(200);
    expect(grams(line, 0, 'granny_bread')).toBe(50 + 100);
  });

  test('recorded days stand where no plan changes the diet', () => {
    const text =
      'horizon: 3 days\nhabitual: {menu: western, days: [{day: 1, meals: [{at: "12:00", items: [{food: cod, amount: 90 g}]}]}]}\nplans: [{name: a, changes: [{menu: high_fibre}]}]\n';
    expect([0, 1, 2].map((day) => grams(timeline(text), day, 'cod'))).toEqual([0, 90, 0]);
    expect(grams(timeline(text, 'a'), 1, 'cod')).toBe(0);
  });
});

describe('life', () => {
  test('a habit repeats in the week, over its end too', () => {
    const line = timeline(
      'habitual: {menu: western, alcohol: [{alcohol: 4 drinks, at: "23:00", weekdays: [sunday]}]}\n',
    );
    // 56 g at 28 g/h: from Sunday 23 h to Monday 1 h.
    expect(line.habitualWeek.segments).toEqual([
      { input: 'u_alc_g', startHours: 0, endHours: 1, value: 28 },
      { input: 'u_alc_g', startHours: 167, endHours: 168, value: 28 },
    ]);
    expect(line.segments.slice(0, 2)).toEqual([
      { input: 'u_alc_g', startHours: 0, endHours: 1, value: 28 },
      { input: 'u_alc_g', startHours: 167, endHours: 169, value: 28 },
    ]);
  });

  test('sleep in a plan takes the place of habitual sleep; medicines add up; stop pauses a habit', () => {
    const habits =
      'horizon: 4 weeks\nhabitual: {menu: western, sleep: 7 h, medicines: [{medicine: ibuprofen, dose: 400 mg, times: ["08:00"], weekdays: [monday]}]}\n';
    const line = timeline(
      `${habits}plans: [{name: a, changes: [{sleep: 5 h, fromDay: 7, days: 7}, {stop: ibuprofen, fromDay: 14}]}]\n`,
      'a',
    );
    expect(line.segments.filter(({ input }) => input === 'u_sleep')).toEqual([
      { input: 'u_sleep', startHours: 0, endHours: 168, value: 0.5 },
      { input: 'u_sleep', startHours: 168, endHours: 336, value: 1.5 },
      { input: 'u_sleep', startHours: 336, endHours: 672, value: 0.5 },
    ]);
    expect(
      line.segments.filter(({ input }) => input === 'u_nsaid_in').map(({ startHours }) => startHours),
    ).toEqual([8, 176]);
    const twice = timeline(
      `${habits}plans: [{name: a, changes: [{medicine: ibuprofen, dose: 400 mg, times: ["08:00"], day: 7}]}]\n`,
      'a',
    );
    expect(twice.segments.filter(({ input }) => input === 'u_nsaid_in').map(({ value }) => value)).toEqual([
      1.2, 2.4, 1.2, 1.2,
    ]);
  });

  test('history lies before day 0, and the run begins with it', () => {
    const line = timeline(
      `${western}history: [{infection: gastroenteritis, daysAgo: 30, severity: 0.5}, {medicine: amoxicillin, dose: 500 mg, perDay: 3, fromDay: -10, days: 7}]\n`,
    );
    expect(line.firstDay).toBe(-30);
    expect(line.patternOfDay).toHaveLength(114);
    expect(line.segments).toEqual([
      { input: 'u_abx', startHours: -240, endHours: -72, value: 0.0366 },
      { input: 'u_path', startHours: -720, endHours: -696, value: expect.closeTo(0.5 / 24, 12) },
    ]);
  });

  test('dates count from the start date', () => {
    const line = timeline(
      `startDate: 2026-03-02\n${western}plans: [{name: a, changes: [{medicine: amoxicillin, dose: 500 mg, perDay: 3, from: 2026-03-09, to: 2026-03-16}]}]\n`,
      'a',
    );
    expect(line.segments).toEqual([{ input: 'u_abx', startHours: 168, endHours: 336, value: 0.0366 }]);
  });

  test('an unknown plan and a person without food are told', () => {
    const missing = () => timeline(plan('{menu: high_fibre}').replace('name: a', 'name: fibre'), 'fiber');
    expect(missing).toThrow(ZonulaError);
    expect(missing).toThrow(/Z3083.*Did you mean fibre/);
    expect(() => timeline('horizon: 1 week\n')).toThrow(/Z3070/);
  });

  test('settings of the person come along', () => {
    const line = buildTimeline(
      { ...fileOf(western), person: { ...fileOf(western).person, conditions: ['coeliac_untreated'] } },
      undefined,
      smallFoods,
    );
    expect(line.historyDays).toBe(700);
    expect(line.parameters).toContainEqual(expect.objectContaining({ parameter: 'g_cel', value: 12 }));
    expect(line.constants).toMatchObject({ age: 40, GFR: 90 });
  });
});
