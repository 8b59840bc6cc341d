import { findFood, foodTable, menus, nutrientIds, suggestFood } from '../foods/index.ts';
import type { FoodHolds, FoodKnowledge } from './food-knowledge.ts';
import type { Quantity } from './quantity.ts';
import { plainWords } from './suggest.ts';

/** Units of a portion in the singular: "slices" -> "slice", "cups" -> "cup", "rebanadas" -> "rebanada". */
function singular(unit: string): readonly string[] {
  const plain = plainWords(unit);
  const forms = [plain, plain.replace(/s$/, ''), plain.replace(/es$/, ''), plain.replace(/ves$/, 'f')];
  return forms.flatMap((form) => [form, ...(shortUnits[form] ?? [])]);
}

/** How the units of portions are shortened. */
const shortUnits: Readonly<Record<string, readonly string[]>> = {
  ml: ['millilitre'],
  milliliter: ['millilitre'],
  tbsp: ['tablespoon'],
  tsp: ['teaspoon'],
};

let byWords: ReadonlyMap<string, string | undefined> | undefined;

/** Every id, name and alias -> food; undefined where two foods share the words. */
function foodsByWords(): ReadonlyMap<string, string | undefined> {
  if (byWords) return byWords;
  const found = new Map<string, string | undefined>();
  // Ids and names first: they win over another food's alias.
  for (const food of foodTable) found.set(plainWords(food.id), food.id);
  for (const food of foodTable) {
    for (const words of [food.name, food.nameEs, ...food.aliases.en, ...food.aliases.es]) {
      const key = plainWords(words);
      const other = found.get(key);
      if (!found.has(key)) found.set(key, food.id);
      else if (other !== food.id && other !== undefined && plainWords(other) !== key)
        found.set(key, undefined);
    }
  }
  byWords = found;
  return found;
}

/** Foods with meat, fish or egg in them: the table marks only dairy, gluten and alcohol. */
export const animalFoods: Readonly<Record<'meat' | 'fish' | 'egg', readonly string[]>> = {
  meat: [
    'chicken_breast',
    'fried_chicken',
    'beef_mince',
    'beef_steak',
    'beef_liver',
    'pork_loin',
    'lamb',
    'bacon',
    'ham',
    'sausage',
    'frankfurter',
    'salami',
    'turkey_slices',
    'chicken_soup',
    'cheeseburger',
    'lard',
  ],
  fish: [
    'salmon_farmed',
    'salmon_wild',
    'mackerel',
    'sardines',
    'tuna',
    'cod',
    'herring_pickled',
    'shrimp',
    'oysters',
    'cod_liver_oil',
  ],
  egg: ['egg', 'mayonnaise', 'egg_noodles'],
};

function holds(foodId: string): FoodHolds[] {
  const food = findFood(foodId);
  if (!food) return [];
  const found: FoodHolds[] = (['meat', 'fish', 'egg'] as const).filter((kind) =>
    animalFoods[kind].includes(foodId),
  );
  if (food.dairy) found.push('dairy');
  if ((food.nutrients.gluten_g?.per100g ?? 0) > 0) found.push('gluten');
  if ((food.nutrients.alcohol_g?.per100g ?? 0) > 0) found.push('alcohol');
  return found;
}

/** The project's food table, as the reader of person files sees it. */
export const foodTableKnowledge: FoodKnowledge = {
  find: (words) => foodsByWords().get(plainWords(words)),
  suggest: (words) => suggestFood(words)?.id,
  portionGrams: (foodId, { value, unit }: Quantity) => {
    const wanted = singular(unit);
    const portion = findFood(foodId)?.portions.find(({ id, nameEn, nameEs }) =>
      [id, nameEn, nameEs].some((name) => wanted.includes(plainWords(name))),
    );
    return portion === undefined ? undefined : portion.grams * value;
  },
  portionNames: (foodId) => findFood(foodId)?.portions.map(({ id }) => id) ?? [],
  menuIds: menus.map(({ id }) => id),
  menu: (menuId) =>
    menus.find(({ id }) => id === menuId)?.items.map(({ food, grams }) => ({ foodId: food.id, grams })),
  holds,
  nutrientIds,
};
