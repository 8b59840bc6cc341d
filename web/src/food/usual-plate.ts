import { findMenu, type MealItem, menuDay, menus } from '../../../src/foods/index.ts';
import type { Meal, PersonFile } from '../../../src/person/schema.ts';
import { weekdayIds } from '../../../src/person/vocabulary.ts';
import { type Adjustment, mealsOfWeekday } from './food-edits.ts';
import type { Pantry } from './pantry.ts';

export interface PlateFood {
  readonly id: string;
  /** Grams in a day, adjusted. */
  readonly grams: number;
  /** Grams in the menu as published; 0 for what was added. */
  readonly inMenu: number;
}

/** What one day of a menu holds once it is adjusted, as the person file's reader does it. */
export function menuPlate(
  menuId: string,
  adjustments: readonly Adjustment[],
  pantry: Pantry,
): readonly PlateFood[] {
  const known = menus.some(({ id }) => id === menuId);
  const inMenu = new Map(known ? findMenu(menuId).items.map(({ food, grams }) => [food.id, grams]) : []);
  const now = new Map(inMenu);
  const change = (id: string, by: number): void => {
    now.set(id, Math.max(0, (now.get(id) ?? 0) + by));
  };
  for (const one of adjustments) {
    if ('add' in one) change(one.add, pantry.grams({ food: one.add, amount: one.amount }) ?? 0);
    else {
      const food = 'swap' in one ? one.swap : one.remove;
      const there = now.get(food) ?? 0;
      const taken =
        one.amount === undefined
          ? there
          : Math.min(there, pantry.grams({ food, amount: one.amount }) ?? there);
      change(food, -taken);
      if ('swap' in one)
        change(
          one.with,
          one.amountWith === undefined
            ? taken
            : (pantry.grams({ food: one.with, amount: one.amountWith }) ?? taken),
        );
    }
  }
  return [...now].map(([id, grams]) => ({ id, grams, inMenu: inMenu.get(id) ?? 0 }));
}

/** What is eaten on a usual day: the menu, or the mean day of the week. */
export function usualDay(record: PersonFile, pantry: Pantry): readonly MealItem[] {
  const { menu, week, adjust = [] } = record.habitual ?? {};
  if (week) {
    return weekdayIds.flatMap((day) =>
      mealsOfWeekday(week, day).flatMap(({ items }) =>
        pantry.plate(items).map((item) => ({ ...item, grams: item.grams / weekdayIds.length })),
      ),
    );
  }
  if (menu === undefined) return [];
  return menuPlate(menu, adjust, pantry).flatMap(({ id, grams }) =>
    grams > 0 ? pantry.plate([{ food: id, amount: `${grams} g` }]) : [],
  );
}

/** The meals of a menu as meals of a week, in round grams, as the start of a week of one's own. */
export function mealsOfMenu(menuId: string): Meal[] {
  return menuDay(menuId).map(({ hour, items }) => ({
    at: `${String(hour).padStart(2, '0')}:00`,
    items: items
      .filter(({ grams }) => grams >= 0.5)
      .map(({ food, grams }) => ({ food: food.id, amount: `${Math.round(grams)} g` })),
  }));
}
