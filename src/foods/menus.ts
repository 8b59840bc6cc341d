import { generatedTables } from '../../foods/generated/food-table.ts';
import { ZonulaError } from '../problem/problem.ts';
import { findFood } from './food-table.ts';
import type { MealItem } from './meal-nutrients.ts';
import { nearestWords } from './nearest-words.ts';

export interface Menu {
  readonly id: string;
  readonly titleEn: string;
  readonly titleEs: string;
  /** What the whole day holds. */
  readonly items: readonly MealItem[];
}

export interface TimedMeal {
  /** Hour of the day, 0 to 24. */
  readonly hour: number;
  readonly items: readonly MealItem[];
}

/** A day's menu is split like this until the person moves it. */
export const defaultMealTimes = [
  { hour: 8, share: 0.25 },
  { hour: 13, share: 0.35 },
  { hour: 19, share: 0.4 },
] as const;

/** The day menus: compositions in grams that hit a published shape of diet, not published menus. */
export const menus: readonly Menu[] = generatedTables.menus.map(({ id, titleEn, titleEs, items }) => ({
  id,
  titleEn,
  titleEs,
  items: items.map(([foodId, grams]) => {
    const food = findFood(foodId);
    if (!food)
      throw new ZonulaError({
        code: 'Z4031',
        severity: 'error',
        message: `Menu ${id} names the food ${foodId}, which is not in the table.`,
        where: { file: 'foods/menus.csv' },
        fix: 'Run scripts/build-foods.ts again.',
      });
    return { food, grams };
  }),
}));

const byId = new Map(menus.map((menu) => [menu.id, menu]));

/** @throws ZonulaError Z4007 for an unknown menu, with the nearest id. */
export function findMenu(menuId: string): Menu {
  const menu = byId.get(menuId);
  if (menu) return menu;
  const [nearest] = nearestWords(menuId, [...byId.keys()], 1);
  throw new ZonulaError({
    code: 'Z4007',
    severity: 'error',
    message: `There is no menu "${menuId}".`,
    fix: `${nearest ? `Did you mean ${nearest}? ` : ''}Menus: ${[...byId.keys()].join(', ')}.`,
  });
}

/** The meals of one day of this menu: 25, 35 and 40 % at 8, 13 and 19 h. */
export function menuDay(menuId: string): readonly TimedMeal[] {
  const { items } = findMenu(menuId);
  return defaultMealTimes.map(({ hour, share }) => ({
    hour,
    items: items.map(({ food, grams }) => ({ food, grams: grams * share })),
  }));
}
