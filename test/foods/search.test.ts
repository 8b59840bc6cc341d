import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foodTable, searchFoods, suggestFood } from '../../src/foods/index.ts';

const first = (words: string): string | undefined => searchFoods(words)[0]?.food.id;
const ids = (words: string): readonly string[] => searchFoods(words).map(({ food }) => food.id);

describe('search', () => {
  test.each([
    ['pear', 'pear'],
    ['apple', 'apple'],
    ['orange', 'orange'],
    ['milk', 'milk_whole_nod'],
    ['bread', 'white_bread'],
    ['rice', 'white_rice'],
    ['potato', 'potato_boiled'],
    ['cheese', 'cheddar'],
    ['egg', 'egg'],
    ['chicken', 'chicken_breast'],
    ['coffee', 'coffee'],
    ['oats', 'oats_dry'],
    ['salmon', 'salmon_farmed'],
    ['inulin', 'inulin_powder'],
  ])('%s finds the plain food first', (words, id) => {
    expect(first(words)).toBe(id);
  });

  test.each([
    ['orange', 'orange', 'orange_juice'],
    ['apple', 'apple', 'apple_juice'],
    ['milk', 'milk_whole_nod', 'coconut_milk'],
    ['pear', 'pear', 'pearl_barley'],
    ['fish oil', 'cod_liver_oil', undefined],
  ])('%s: the food stands before what is made of it', (words, earlier, later) => {
    const found = ids(words);
    expect(found).toContain(earlier);
    if (later)
      expect(found.indexOf(earlier)).toBeLessThan(
        found.includes(later) ? found.indexOf(later) : found.length,
      );
  });

  test.each([
    ['yoghurt', 'yogurt'],
    ['soya milk', 'soy milk'],
    ['aubergine', 'eggplant'],
    ['courgettes', 'zucchini'],
    ['prawns', 'shrimp'],
    ['tomatoes', 'tomato'],
    ['zumo de naranja', 'jugo de naranja'],
    ['papa cocida', 'patata cocida'],
  ])('%s and %s find the same first', (one, other) => {
    expect(first(one)).toBeDefined();
    expect(first(one)).toBe(first(other));
  });

  test.each([
    ['manzana', 'apple'],
    ['piña', 'pineapple'],
    ['pina', 'pineapple'],
    ['LECHE', 'milk_whole_nod'],
    ['judías verdes', 'green_beans'],
    ['pan integral', 'wholemeal_bread'],
    ['lentejas', 'lentils'],
    ['huevos', 'egg'],
    ['aceite de oliva', 'olive_oil'],
    ['cerveza', 'beer'],
    ['frijoles negros', 'black_beans'],
    ['maní', 'peanut'],
    ['palta', 'avocado'],
  ])('Spanish: %s', (words, id) => {
    expect(first(words)).toBe(id);
  });

  test.each([
    ['bananna', 'banana_ripe'],
    ['brocolli', 'broccoli'],
    ['spagetti', 'pasta'],
    ['tomatoe', 'tomato'],
    ['chiken', 'chicken_breast'],
    ['strawbery', 'strawberries'],
    ['qinoa', 'quinoa'],
    ['kefr', 'kefir'],
    ['almods', 'almonds'],
    ['white bred', 'white_bread'],
    ['manzna', 'apple'],
    ['zanaoria', 'carrot'],
    ['gabranzos', 'chickpeas'],
  ])('typing error: %s', (words, id) => {
    expect(first(words)).toBe(id);
    expect(searchFoods(words)[0]?.how).not.toBe('same');
  });

  test('answers while a word is being typed', () => {
    expect(first('app')).toBe('apple');
    expect(ids('lent')).toContain('lentils');
    expect(ids('olive o')[0]).toBe('olive_oil');
  });

  test('says by which name it found a food, and how', () => {
    expect(searchFoods('spagetti')[0]).toMatchObject({ matched: 'spaghetti', how: 'near' });
    expect(searchFoods('guacamole')[0]).toMatchObject({ food: { id: 'avocado' }, how: 'begins' });
    expect(searchFoods('cocacola')[0]).toMatchObject({ food: { id: 'cola' }, how: 'same' });
  });

  test('knows nothing of nonsense, and does not fail on it', () => {
    expect(searchFoods('')).toEqual([]);
    expect(searchFoods('  ,; ')).toEqual([]);
    expect(searchFoods('the of')).toEqual([]);
    expect(searchFoods('xqzjw')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (words) => {
        expect(searchFoods(words).length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  test('every food is found first or among the first three by its own name, in both languages', () => {
    for (const { id, name, nameEs } of foodTable) {
      expect(ids(name).slice(0, 3), name).toContain(id);
      expect(ids(nameEs).slice(0, 3), nameEs).toContain(id);
    }
  });

  test('every alias leads to its food among the first three', () => {
    const missed = foodTable.flatMap(({ id, aliases }) =>
      [...aliases.en, ...aliases.es].filter((alias) => !ids(alias).slice(0, 3).includes(id)),
    );
    expect(missed).toEqual([]);
  });

  test('one wrong letter in a long name still finds the food among the first five', () => {
    const long = foodTable.flatMap(({ id, aliases }) =>
      aliases.en.filter((alias) => /^[a-z]{7,}$/.test(alias)).map((alias) => [id, alias] as const),
    );
    expect(long.length).toBeGreaterThan(50);
    const missed = long.filter(([id, alias]) => {
      const wrong = `${alias.slice(0, 3)}${alias[4]}${alias[3]}${alias.slice(5)}`;
      return !ids(wrong).slice(0, 5).includes(id);
    });
    expect(missed).toEqual([]);
  });

  test('searches own foods too', () => {
    const [apple] = foodTable.filter(({ id }) => id === 'apple');
    if (!apple) throw new Error('the table holds apples');
    const own = {
      ...apple,
      id: 'grandmas_pie',
      name: "Grandma's pie",
      aliases: { en: [], es: [] },
      nameEs: 'Tarta',
    };
    expect(searchFoods('grandma', { foods: [own, ...foodTable] })[0]?.food.id).toBe('grandmas_pie');
    expect(searchFoods('grandma')[0]?.food.id).not.toBe('grandmas_pie');
  });

  test('suggests the nearest food', () => {
    expect(suggestFood('white_bred')?.id).toBe('white_bread');
    expect(suggestFood('xqzjw')).toBeUndefined();
  });
});
