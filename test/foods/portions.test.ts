import { describe, expect, test } from 'vitest';
import { findFood, foodTable, gramsOfAmount } from '../../src/foods/index.ts';
import { ZonulaError } from '../../src/problem/problem.ts';

function food(id: string) {
  const found = findFood(id);
  if (!found) throw new Error(`no food ${id}`);
  return found;
}

describe('amounts', () => {
  test.each([
    ['white_bread', '150 g', 150],
    ['white_bread', '150g', 150],
    ['white_bread', '0.2 kg', 200],
    ['white_bread', '0,2 kg', 200],
    ['white_bread', '1 slice', 29],
    ['white_bread', 'slice', 29],
    ['white_bread', '2 slices', 58],
    ['white_bread', '2 slices of', undefined],
    ['white_bread', 'two thick slices', 76],
    ['white_bread', '2 rebanadas', 58],
    ['oats_dry', 'cup', 81],
    ['oats_dry', '1/2 cup', 40.5],
    ['oats_dry', '½ cup', 40.5],
    ['oats_dry', 'half a cup', 40.5],
    ['oats_dry', '1 1/2 cups', 121.5],
    ['oats_dry', '1 ½ tazas', 121.5],
    ['oats_dry', '3 tbsp', 15],
    ['oats_dry', 'a tablespoon', 5],
    ['milk_whole_nod', '200 ml', 206],
    ['milk_whole_nod', '0.5 l', 515],
    ['milk_whole_nod', '2 cl', 20.6],
    ['milk_whole_nod', '1 vaso', 244],
    ['apple', '1 medium piece', 182],
    ['apple', 'medium', 182],
    ['tomato', '5 cherry tomatoes', 85],
  ])('%s: %s', (id, amount, grams) => {
    if (grams === undefined) expect(() => gramsOfAmount(food(id), amount)).toThrow(ZonulaError);
    else expect(gramsOfAmount(food(id), amount)).toBeCloseTo(grams, 9);
  });

  test('an unknown portion is told with those the food has', () => {
    expect(() => gramsOfAmount(food('white_bread'), '2 buckets')).toThrow(/Z4010.*slice \(29 g\)/);
    // Bread has no density in the table: a millilitre of it is no amount.
    expect(() => gramsOfAmount(food('white_bread'), '100 ml')).toThrow(/Z4010/);
    expect(() => gramsOfAmount(food('white_bread'), '')).toThrow(/Z4010/);
    expect(() => gramsOfAmount(food('white_bread'), '-3 slices')).toThrow(/Z4010/);
  });

  test.each(['0 g', '40 kg', '1/0 cup', '0 slices'])('%s is told, not clamped', (amount) => {
    expect(() => gramsOfAmount(food('oats_dry'), amount.replace('slices', 'cups'))).toThrow(/Z4011/);
  });

  test('every portion of every food can be written by its name in both languages', () => {
    for (const one of foodTable)
      for (const { nameEn, nameEs, grams, id } of one.portions) {
        expect(gramsOfAmount(one, `2 ${nameEn}`), `${one.id} ${id}`).toBeCloseTo(2 * grams, 9);
        expect(gramsOfAmount(one, `2 ${nameEs}`), `${one.id} ${id}`).toBeCloseTo(2 * grams, 9);
      }
  });
});
