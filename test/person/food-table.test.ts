import { describe, expect, test } from 'vitest';
import { findFood, menus } from '../../src/foods/index.ts';
import { animalFoods, foodTableKnowledge as foods } from '../../src/person/food-table-knowledge.ts';
import { ownFoodAsFood } from '../../src/person/own-food.ts';

describe('the food table behind the person file', () => {
  test('ids, names and Spanish names find their food; typing errors get a suggestion', () => {
    expect(foods.find('White_Bread')).toBe('white_bread');
    for (const id of ['oats_dry', 'cod', 'milk_whole']) {
      expect(foods.find(findFood(id)?.nameEs ?? '')).toBe(id);
    }
    expect(foods.find('wite bred')).toBeUndefined();
    expect(foods.suggest('whit_bread')).toBe('white_bread');
    expect(foods.suggest('qqqqqqqq')).toBeUndefined();
  });

  test('a slice of white bread weighs what the table says, two twice that', () => {
    const slice = findFood('white_bread')?.portions.find(({ id }) => id === 'slice')?.grams;
    expect(slice).toBeGreaterThan(20);
    expect(foods.portionGrams('white_bread', { value: 2, unit: 'slices' })).toBe(2 * (slice ?? 0));
    expect(foods.portionGrams('white_bread', { value: 2, unit: 'buckets' })).toBeUndefined();
    expect(foods.portionGrams('milk_whole', { value: 300, unit: 'ml' })).toBe(
      foods.portionGrams('milk_whole', { value: 300, unit: 'millilitres' }),
    );
    expect(foods.portionGrams('milk_whole', { value: 300, unit: 'ml' })).toBeGreaterThan(290);
    expect(foods.portionGrams('white_bread', { value: 300, unit: 'ml' })).toBeUndefined();
  });

  test('foods with meat, fish or egg exist, and the vegan menu holds none of them', () => {
    for (const id of Object.values(animalFoods).flat()) expect(findFood(id), id).toBeDefined();
    const vegan = menus.find(({ id }) => id === 'vegan')?.items.map(({ food }) => food.id) ?? [];
    expect(vegan.length).toBeGreaterThan(5);
    const animal = vegan.filter((id) =>
      foods.holds(id).some((kind) => ['meat', 'fish', 'egg', 'dairy'].includes(kind)),
    );
    expect(animal).toEqual([]);
    expect(foods.holds('white_bread')).toEqual(['gluten']);
    expect(foods.holds('red_wine')).toEqual(['alcohol']);
  });

  test('the gluten-free menu holds no gluten', () => {
    expect(
      (foods.menu('gluten_free') ?? []).filter(({ foodId }) => foods.holds(foodId).includes('gluten')),
    ).toEqual([]);
  });

  test('an own food: the label as it stands, the rest from what it resembles, else unknown', () => {
    const like = ownFoodAsFood({
      id: 'my_bread',
      name: 'My bread',
      like: 'white_bread',
      per100g: { fibre_g: 7 },
      servingGrams: { slice: 50 },
    });
    expect(like.nutrients.fibre_g).toMatchObject({ per100g: 7, grade: 'B', source: 'person_file' });
    expect(like.nutrients.gluten_g).toMatchObject({
      grade: 'C',
      per100g: findFood('white_bread')?.nutrients.gluten_g?.per100g,
    });
    const alone = ownFoodAsFood({
      id: 'bar',
      name: 'Bar',
      like: undefined,
      per100g: { fat_g: 0 },
      servingGrams: {},
    });
    expect(alone.nutrients.fat_g?.per100g).toBe(0);
    expect(alone.nutrients.lactose_g).toBeUndefined();
  });
});
