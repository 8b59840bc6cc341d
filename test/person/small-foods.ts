import type { FoodKnowledge } from '../../src/person/food-knowledge.ts';
import { nearest } from '../../src/person/suggest.ts';

const portions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  white_bread: { slice: 36 },
  wholemeal_bread: { slice: 36 },
  oats_dry: { cup: 80 },
  milk_whole: { cup: 244 },
  cod: {},
  salt: {},
};

const menus: Readonly<Record<string, readonly { foodId: string; grams: number }[]>> = {
  western: [
    { foodId: 'white_bread', grams: 100 },
    { foodId: 'milk_whole', grams: 200 },
  ],
  high_fibre: [
    { foodId: 'wholemeal_bread', grams: 100 },
    { foodId: 'oats_dry', grams: 100 },
  ],
};

/** Six foods and two menus: enough to read person files in tests without the food table. */
export const smallFoods: FoodKnowledge = {
  find: (words) => Object.keys(portions).find((id) => id === words.toLowerCase().replaceAll(' ', '_')),
  suggest: (words) => nearest(words, Object.keys(portions)),
  portionGrams: (foodId, { value, unit }) => {
    const one = portions[foodId]?.[unit.replace(/s$/, '')];
    return one === undefined ? undefined : one * value;
  },
  portionNames: (foodId) => Object.keys(portions[foodId] ?? {}),
  menuIds: Object.keys(menus),
  menu: (menuId) => menus[menuId],
  holds: (foodId) =>
    foodId === 'cod'
      ? ['fish']
      : foodId === 'milk_whole'
        ? ['dairy']
        : foodId.endsWith('bread')
          ? ['gluten']
          : [],
  nutrientIds: ['energy_kcal', 'protein_g', 'fat_g', 'carbohydrate_g', 'fibre_g'],
};
