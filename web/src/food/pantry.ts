import { type Food, findFood, foodTable, type MealItem, searchFoods } from '../../../src/foods/index.ts';
import { ownFoodAsFood } from '../../../src/person/own-food.ts';
import type { Item, PersonFile, Recipe } from '../../../src/person/schema.ts';
import type { Language } from '../i18n/languages.ts';

export interface PantryPortion {
  readonly id: string;
  readonly name: string;
  readonly grams: number;
}

/** Something that can be on a plate: of the table, of the person's own, or a recipe. */
export interface PantryFood {
  readonly id: string;
  readonly name: string;
  readonly kind: 'table' | 'own' | 'recipe';
  readonly portions: readonly PantryPortion[];
}

export interface Pantry {
  find(id: string): PantryFood | undefined;
  search(words: string): readonly PantryFood[];
  /** Grams of an amount as written ("2 slice", "60 g"); undefined when it cannot be told. */
  grams(item: Item): number | undefined;
  /** Foods and grams behind items, recipes taken apart; what cannot be told is left out. */
  plate(items: readonly Item[]): readonly MealItem[];
}

const amountPattern = /^\s*([\d.]+)\s*(.+?)\s*$/;
const massUnits: Readonly<Record<string, number>> = { g: 1, kg: 1000, mg: 0.001, oz: 28.349_523_125 };
const mostResults = 12;
const deepestRecipe = 5;

/** "2 slice" -> 2 and "slice". */
export function splitAmount(amount: string): { readonly value: number; readonly unit: string } | undefined {
  const [, number, unit] = amountPattern.exec(amount) ?? [];
  const value = Number(number);
  return unit === undefined || !Number.isFinite(value) ? undefined : { value, unit };
}

export function pantryOf(record: PersonFile, language: Language): Pantry {
  const own = new Map(
    (record.ownFoods ?? []).map((food) => [
      food.id,
      ownFoodAsFood({
        id: food.id,
        name: food.name,
        like: food.like,
        per100g: food.per100g,
        servingGrams: Object.fromEntries(
          Object.entries(food.servings ?? {}).flatMap(([name, weight]) => {
            const amount = splitAmount(weight);
            const factor = amount && massUnits[amount.unit];
            return amount && factor ? [[name, amount.value * factor]] : [];
          }),
        ),
      }),
    ]),
  );
  const recipes = new Map((record.recipes ?? []).map((recipe) => [recipe.id, recipe]));
  const foodOf = (id: string): Food | undefined => own.get(id) ?? findFood(id);
  const searched: readonly Food[] = own.size > 0 ? [...own.values(), ...foodTable] : foodTable;

  const plate = (items: readonly Item[], depth = 0): MealItem[] =>
    items.flatMap((item) => {
      const recipe = recipes.get(item.food);
      const food = foodOf(item.food);
      if (food) {
        const weight = gramsOf(food.portions, item.amount);
        return weight === undefined ? [] : [{ food, grams: weight }];
      }
      if (!recipe || depth > deepestRecipe) return [];
      const inside = plate(recipe.items, depth + 1);
      const share = shareOf(recipe, item.amount, inside);
      return share === undefined ? [] : inside.map((part) => ({ ...part, grams: part.grams * share }));
    });

  const entryOfFood = (food: Food): PantryFood => ({
    id: food.id,
    name: language === 'es' ? food.nameEs : food.name,
    kind: own.has(food.id) ? 'own' : 'table',
    portions: food.portions.map(({ id, nameEn, nameEs, grams }) => ({
      id,
      name: language === 'es' ? nameEs : nameEn,
      grams,
    })),
  });
  const entryOfRecipe = (recipe: Recipe): PantryFood => {
    const all = plate(recipe.items).reduce((sum, { grams }) => sum + grams, 0);
    const makes = splitAmount(recipe.makes);
    const portionCount = makes && massUnits[makes.unit] === undefined ? makes.value : 1;
    return {
      id: recipe.id,
      name: recipe.name,
      kind: 'recipe',
      portions: [
        { id: 'portion', name: language === 'es' ? 'porción' : 'portion', grams: all / portionCount },
      ],
    };
  };
  return {
    find: (id) => {
      const food = foodOf(id);
      if (food) return entryOfFood(food);
      const recipe = recipes.get(id);
      return recipe && entryOfRecipe(recipe);
    },
    search: (words) => [
      ...[...recipes.values()]
        .filter(({ name }) => words.trim() !== '' && name.toLowerCase().includes(words.trim().toLowerCase()))
        .map(entryOfRecipe),
      ...searchFoods(words, { limit: mostResults, foods: searched }).map(({ food }) => entryOfFood(food)),
    ],
    grams: (item) => {
      const recipe = recipes.get(item.food);
      const portions = foodOf(item.food)?.portions ?? (recipe ? entryOfRecipe(recipe).portions : []);
      return gramsOf(portions, item.amount);
    },
    plate,
  };
}

function gramsOf(
  portions: readonly { readonly id: string; readonly grams: number }[],
  written: string,
): number | undefined {
  const amount = splitAmount(written);
  if (!amount) return undefined;
  const mass = massUnits[amount.unit];
  if (mass !== undefined) return amount.value * mass;
  const unit = amount.unit.toLowerCase().replace(/s$/, '');
  const portion = portions.find(({ id }) => id === amount.unit || id.replace(/s$/, '') === unit);
  return portion && amount.value * portion.grams;
}

/** Which share of the whole recipe an amount is. */
function shareOf(recipe: Recipe, written: string, inside: readonly MealItem[]): number | undefined {
  const amount = splitAmount(written);
  const makes = splitAmount(recipe.makes);
  if (!amount || !makes) return undefined;
  const all = inside.reduce((sum, { grams }) => sum + grams, 0);
  const mass = massUnits[amount.unit];
  const made = massUnits[makes.unit];
  if (mass !== undefined) return (amount.value * mass) / (made === undefined ? all : makes.value * made);
  return made === undefined ? amount.value / makes.value : amount.value;
}
