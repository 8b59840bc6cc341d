/**
 * The reference Western day of the specification (3.1): the day at which healthy values stand, sensitivities are
 * taken and the exported model eats.
 */
import type { ModelSystem } from '../language/system.ts';

/** g/d as the full assembly divides them. */
const divided = {
  meal_fat: 110,
  meal_prot: 99,
  meal_starch: 160,
  meal_sugar: 93,
  meal_lac: 12,
  meal_fib: 10.8,
  meal_rs: 7.2,
  meal_nsf: 3.6,
  meal_oli: 5,
  meal_glu: 12,
  meal_mlk: 24,
  meal_oth: 63,
} as const;
/** g/d as the core counts them: lactose in sugar, resistant starch in fibre. */
const lumped: Readonly<Record<string, number>> = { ...divided, meal_sugar: 105, meal_fib: 18 };

/** Hour and share of the day. */
const meals = [
  [8, 0.25],
  [13, 0.35],
  [19, 0.4],
] as const;
const mealHours = 0.5;

export interface ReferenceMeal {
  /** Id of the input. */
  readonly input: string;
  readonly startHours: number;
  readonly endHours: number;
  /** g/h while the meal lasts. */
  readonly value: number;
}

/** What goes into a model that eats the reference diet for some days, from midnight of the first. */
export function referenceMeals(system: Pick<ModelSystem, 'inputs'>, days = 1): readonly ReferenceMeal[] {
  const ids = new Set(system.inputs.map(({ id }) => id));
  const grams = Object.entries(ids.has('meal_lac') ? divided : lumped);
  return Array.from({ length: days }, (_, day) => 24 * day).flatMap((midnight) =>
    grams.flatMap(([input, amount]) =>
      ids.has(input)
        ? meals.map(([hour, share]) => ({
            input,
            startHours: midnight + hour,
            endHours: midnight + hour + mealHours,
            value: (amount * share) / mealHours,
          }))
        : [],
    ),
  );
}
