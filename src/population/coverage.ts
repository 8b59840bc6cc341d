import { findFood, type MealItem, mealNutrients, nutrientCoverage } from '../foods/index.ts';
import type { Timeline } from '../person/schedule.ts';
import type { RunResult } from '../simulate/result.ts';

/** Foods of the habitual week, grams as over seven days. */
export function habitualFoods(timeline: Timeline): MealItem[] {
  const grams = new Map<string, number>();
  for (const id of timeline.habitualWeek.patternOfWeekday)
    for (const meal of timeline.patterns.get(id)?.meals ?? [])
      for (const portion of meal.foods)
        grams.set(portion.foodId, (grams.get(portion.foodId) ?? 0) + portion.grams);
  return [...grams].flatMap(([id, total]) => {
    const food = timeline.ownFoods.get(id) ?? findFood(id);
    return food ? [{ food, grams: total }] : [];
  });
}

/** Share of each nutrient's base in the habitual diet whose value is known. */
export function coverageOf(timeline: Timeline): RunResult['coverage'] {
  return Object.fromEntries(
    Object.entries(nutrientCoverage(mealNutrients(habitualFoods(timeline)))).map(([nutrient, share]) => [
      nutrient,
      Math.round(1000 * share) / 1000,
    ]),
  );
}
