import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMenu } from '../../src/foods/index.ts';
import { foodTableKnowledge, type PersonFile, readPersonDocument } from '../../src/person/index.ts';
import { timelineOf } from '../../src/population/index.ts';
import {
  copyWeekday,
  mealsOfWeekday,
  ownId,
  setDateMeals,
  setMenu,
  setMenuGrams,
  setWeek,
  setWeekdayMeals,
  withItem,
} from '../../web/src/food/food-edits.ts';
import { pantryOf } from '../../web/src/food/pantry.ts';
import { readQuickWords } from '../../web/src/food/quick-words.ts';
import { mealsOfMenu, menuPlate, usualDay } from '../../web/src/food/usual-plate.ts';

const record: PersonFile = { zonula: 1, person: { age: 40 }, habitual: { menu: 'western' } };
const pantry = pantryOf(record, 'en');

/** Grams of a food in a day, as the person file's own reader sees them. */
function gramsRead(document: PersonFile, foodId: string): number {
  const { normalised, problems } = readPersonDocument(document, { foods: foodTableKnowledge });
  if (!normalised) throw new Error(problems.map(({ message }) => message).join(' '));
  const timeline = timelineOf({ ...normalised, horizonDays: 1 }, undefined);
  const pattern = timeline.patterns.get(timeline.patternOfDay[0] ?? '');
  return (pattern?.meals ?? [])
    .flatMap(({ foods }) => foods)
    .filter((portion) => portion.foodId === foodId)
    .reduce((sum, { grams }) => sum + grams, 0);
}

describe('a menu that is changed', () => {
  it.each([0, 20, 90, 250])('white bread at %i g is what the reader of person files sees', (grams) => {
    const inMenu = findMenu('western').items.find(({ food }) => food.id === 'white_bread')?.grams ?? 0;
    const changed = setMenuGrams(record, 'white_bread', inMenu, grams);
    expect(gramsRead(changed, 'white_bread')).toBeCloseTo(grams, 5);
    const plate = menuPlate('western', changed.habitual?.adjust ?? [], pantry);
    expect(plate.find(({ id }) => id === 'white_bread')?.grams).toBeCloseTo(grams, 5);
  });

  it('the page and the reader agree on a swap', () => {
    const changed: PersonFile = {
      ...record,
      habitual: {
        menu: 'western',
        adjust: [{ swap: 'white_bread', with: 'wholemeal_bread', amountWith: '60 g' }],
      },
    };
    const plate = menuPlate('western', changed.habitual?.adjust ?? [], pantry);
    for (const food of ['white_bread', 'wholemeal_bread'])
      expect(plate.find(({ id }) => id === food)?.grams ?? 0).toBeCloseTo(gramsRead(changed, food), 6);
  });

  it('setting an amount twice keeps the last one only', () => {
    const once = setMenuGrams(record, 'cola', 500, 100);
    const twice = setMenuGrams(once, 'cola', 500, 300);
    expect(twice.habitual?.adjust).toEqual([{ remove: 'cola', amount: '200 g' }]);
    expect(setMenuGrams(twice, 'cola', 500, 500).habitual?.adjust).toBeUndefined();
  });

  it('another menu takes the adjustments of the old one away', () => {
    expect(setMenu(setMenuGrams(record, 'cola', 500, 0), 'vegan').habitual).toEqual({ menu: 'vegan' });
  });
});

describe('a week of one’s own', () => {
  const week = setWeek(record, { everyDay: mealsOfMenu('western') });

  it('begins as the menu, to the rounding of grams', () => {
    expect(week.habitual?.menu).toBeUndefined();
    const menu = findMenu('western').items.find(({ food }) => food.id === 'cola')?.grams ?? 0;
    expect(Math.abs(gramsRead(week, 'cola') - menu)).toBeLessThan(2);
  });

  it('one day can be changed alone, and copied to others', () => {
    const monday = setWeekdayMeals(week, 'monday', [{ at: '12:00', items: [] }]);
    expect(mealsOfWeekday(monday.habitual?.week ?? {}, 'monday')).toHaveLength(1);
    expect(mealsOfWeekday(monday.habitual?.week ?? {}, 'tuesday')).toHaveLength(3);
    const copied = copyWeekday(monday, 'monday', ['friday']);
    expect(mealsOfWeekday(copied.habitual?.week ?? {}, 'friday')).toHaveLength(1);
  });

  it('the mean day of a week is a seventh of its sum', () => {
    const one = setWeek(record, {
      monday: [{ at: '08:00', items: [{ food: 'oats_dry', amount: '70 g' }] }],
    });
    expect(usualDay(one, pantry).reduce((sum, { grams }) => sum + grams, 0)).toBeCloseTo(10, 9);
  });

  it('meals stay in the order of the clock', () => {
    const meals = withItem([{ at: '13:00', items: [] }], '08:00', { food: 'egg', amount: '1 piece' });
    expect(meals.map(({ at }) => at)).toEqual(['08:00', '13:00']);
  });
});

describe('single days', () => {
  it('are kept by date, in order, and can be forgotten', () => {
    const two = setDateMeals(setDateMeals(record, '2026-11-20', []), '2026-11-18', []);
    expect(two.habitual?.days?.map(({ date }) => date)).toEqual(['2026-11-18', '2026-11-20']);
    const none = setDateMeals(setDateMeals(two, '2026-11-18', undefined), '2026-11-20', undefined);
    expect(none).toEqual(record);
  });
});

describe('pantry', () => {
  const own: PersonFile = {
    ...record,
    ownFoods: [
      { id: 'my_bar', name: 'My bar', per100g: { energy_kcal: 400 }, servings: { serving: '40 g' } },
    ],
    recipes: [
      {
        id: 'my_stew',
        name: 'Bean stew',
        makes: '4 portions',
        items: [
          { food: 'white_beans', amount: '400 g' },
          { food: 'olive_oil', amount: '40 g' },
        ],
      },
    ],
  };
  const mine = pantryOf(own, 'en');

  it('finds own foods and recipes by name, with their portions', () => {
    expect(mine.search('bean stew')[0]?.id).toBe('my_stew');
    expect(mine.grams({ food: 'my_bar', amount: '2 serving' })).toBe(80);
    expect(mine.grams({ food: 'my_stew', amount: '1 portion' })).toBeCloseTo(110, 9);
  });

  it('takes recipes apart in proportion', () => {
    const plate = mine.plate([{ food: 'my_stew', amount: '2 portion' }]);
    expect(plate.map(({ food, grams }) => [food.id, grams])).toEqual([
      ['white_beans', 200],
      ['olive_oil', 20],
    ]);
  });

  it('says undefined, not zero, for an amount it cannot read', () => {
    expect(mine.grams({ food: 'my_bar', amount: 'some' })).toBeUndefined();
    expect(mine.grams({ food: 'nothing_known', amount: '1 slice' })).toBeUndefined();
  });

  it('a recipe that contains itself ends', () => {
    const loop = pantryOf(
      {
        ...record,
        recipes: [
          {
            id: 'my_loop',
            name: 'Loop',
            makes: '1 portion',
            items: [{ food: 'my_loop', amount: '1 portion' }],
          },
        ],
      },
      'en',
    );
    expect(loop.plate([{ food: 'my_loop', amount: '1 portion' }])).toEqual([]);
  });
});

describe('quick words', () => {
  const isUnit = (word: string): boolean => ['g', 'slice'].includes(word);
  it.each([
    ['2 slices bread', { words: 'bread', value: 2, unit: 'slice' }],
    ['60g oats', { words: 'oats', value: 60, unit: 'g' }],
    ['60 g of oats', { words: 'oats', value: 60, unit: 'g' }],
    ['1,5 pear', { words: 'pear', value: 1.5, unit: undefined }],
    ['pear', { words: 'pear', value: undefined, unit: undefined }],
  ])('%s', (text, expected) => {
    expect(readQuickWords(text, isUnit)).toEqual(expected);
  });
});

it('own ids are letters, digits and underscores, and never taken', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 5 }), (name, takenCount) => {
      const taken = new Set<string>();
      for (let i = 0; i < takenCount; i++) taken.add(ownId(name, (id) => taken.has(id)));
      const id = ownId(name, (one) => taken.has(one));
      expect(id).toMatch(/^my_[a-z0-9_]+$/);
      expect(taken.has(id)).toBe(false);
    }),
  );
});
