import { exponentialLessOne } from '../random/elementary.ts';
import type { Food, NutrientValue } from './food.ts';
import { baseAmount, type Imputation, imputationOf } from './imputation.ts';
import { type CoverageBase, type NutrientId, nutrientIds, nutrients } from './nutrients.ts';

/** So many grams of a food. */
export interface MealItem {
  readonly food: Food;
  readonly grams: number;
}

/** One nutrient of one food: known, or what it may be. Amounts per 100 g. */
export type Estimate =
  | { readonly known: true; readonly value: NutrientValue; readonly mean: number }
  | { readonly known: false; readonly imputation: Imputation; readonly mean: number };

/** The largest part of a food that a component can be, from what holds it. Used for imputed values only. */
const containerOf: Readonly<Partial<Record<NutrientId, NutrientId>>> = {
  saturated_fat_g: 'fat_g',
  omega3_g: 'fat_g',
  epa_dha_g: 'omega3_g',
  sugars_g: 'carbohydrate_g',
  added_sugars_g: 'sugars_g',
  free_sugars_g: 'sugars_g',
  sucrose_g: 'sugars_g',
  glucose_g: 'sugars_g',
  fructose_g: 'sugars_g',
  lactose_g: 'sugars_g',
  fibre_g: 'carbohydrate_g',
  soluble_fibre_g: 'fibre_g',
  beta_glucan_g: 'fibre_g',
  fructan_g: 'carbohydrate_g',
  gos_g: 'carbohydrate_g',
  resistant_starch_g: 'carbohydrate_g',
  polyols_g: 'carbohydrate_g',
  gluten_g: 'protein_g',
};

/** What holds a component comes before it. */
const resolutionOrder: readonly NutrientId[] = [
  'energy_kcal',
  'protein_g',
  'fat_g',
  'carbohydrate_g',
  'sugars_g',
  'polyols_g',
  'lactose_g',
  ...nutrientIds.filter(
    (id) =>
      ![
        'energy_kcal',
        'protein_g',
        'fat_g',
        'carbohydrate_g',
        'sugars_g',
        'polyols_g',
        'lactose_g',
        'resistant_starch_g',
        'epa_dha_g',
        'soluble_fibre_g',
        'beta_glucan_g',
      ].includes(id),
  ),
  'resistant_starch_g',
  'epa_dha_g',
  'soluble_fibre_g',
  'beta_glucan_g',
];

export type FoodAmounts = Readonly<Record<NutrientId, number>>;

/**
 * Amounts in 100 g of a food, unknown ones filled in.
 *
 * @param factor what to multiply a known or imputed mean with; 1 for the expected amounts
 */
export function amountsPer100g(
  food: Food,
  factor: (nutrient: NutrientId, estimate: { readonly logSd: number; readonly known: boolean }) => number,
): FoodAmounts {
  const amounts: Partial<Record<NutrientId, number>> = {};
  for (const nutrient of resolutionOrder) {
    const value = food.nutrients[nutrient];
    const container = containerOf[nutrient];
    const most = (container === undefined ? undefined : amounts[container]) ?? Number.POSITIVE_INFINITY;
    if (value) {
      if (value.spread.kind === 'exact') amounts[nutrient] = value.per100g;
      else {
        const drawn = value.per100g * factor(nutrient, { logSd: value.spread.logSd, known: true });
        // The value as listed may exceed its container (rounding, other methods); a draw may not add to that.
        amounts[nutrient] = Math.min(drawn, Math.max(most, value.per100g));
      }
    } else {
      const { density, per, logSd } = imputationOf(food, nutrient);
      const base = baseAmount(per, (id) => amounts[id]) ?? 0;
      amounts[nutrient] = Math.min(density * base * factor(nutrient, { logSd, known: false }), most);
    }
  }
  return amounts as FoodAmounts;
}

const expectedCache = new WeakMap<Food, FoodAmounts>();

/** The expected amounts in 100 g: known values, and the mean of what unknown ones may be. */
export function expectedPer100g(food: Food): FoodAmounts {
  const cached = expectedCache.get(food);
  if (cached) return cached;
  const amounts = amountsPer100g(food, () => 1);
  expectedCache.set(food, amounts);
  return amounts;
}

export interface NutrientTotal {
  readonly nutrient: NutrientId;
  /** Sum over the foods whose value is known (including estimates of grade C). A lower bound. */
  readonly known: number;
  /** Mean of what the other foods may add. */
  readonly imputed: number;
  /** Standard deviation of the whole, treating foods as independent. */
  readonly standardDeviation: number;
  /** Share, 0 to 1, of the coverage base (see `nutrients`) that comes from foods whose value is known. */
  readonly coverage: number;
  /** Share of the same base whose value is measured, derived, estimated or a structural zero. */
  readonly grades: Readonly<Record<'A' | 'B' | 'C' | 'Z', number>>;
  /** True if part of what is imputed rests on an assumption and not on known values of the group. */
  readonly assumed: boolean;
  /** Ids of the foods whose value is unknown. */
  readonly unknownFoods: readonly string[];
}

export interface MealNutrients {
  readonly items: readonly MealItem[];
  readonly grams: number;
  readonly totals: Readonly<Record<NutrientId, NutrientTotal>>;
  /** Share of the grams whose live count is known (the class alone does not count). */
  readonly liveCoverage: number;
}

function coverageWeight(base: CoverageBase, { food, grams }: MealItem): number {
  if (base === 'mass') return grams;
  const amounts = expectedPer100g(food);
  const nutrient: NutrientId =
    base === 'energy'
      ? 'energy_kcal'
      : base === 'carbohydrate'
        ? 'carbohydrate_g'
        : base === 'protein'
          ? 'protein_g'
          : 'fat_g';
  return (amounts[nutrient] * grams) / 100;
}

function lognormalVariance(mean: number, logSd: number): number {
  return mean * mean * exponentialLessOne(logSd * logSd);
}

function totalOf(nutrient: NutrientId, items: readonly MealItem[]): NutrientTotal {
  const grades = { A: 0, B: 0, C: 0, Z: 0 };
  const unknownFoods: string[] = [];
  let known = 0;
  let imputed = 0;
  let variance = 0;
  let covered = 0;
  let base = 0;
  let assumed = false;
  for (const item of items) {
    const { food, grams } = item;
    const weight = coverageWeight(nutrients[nutrient].coverageBase, item);
    base += weight;
    const mean = (expectedPer100g(food)[nutrient] * grams) / 100;
    const value = food.nutrients[nutrient];
    if (value) {
      known += mean;
      covered += weight;
      grades[value.grade] += weight;
      if (value.spread.kind === 'lognormal') variance += lognormalVariance(mean, value.spread.logSd);
    } else {
      const imputation = imputationOf(food, nutrient);
      imputed += mean;
      variance += lognormalVariance(mean, imputation.logSd);
      assumed ||= imputation.assumed;
      if (!unknownFoods.includes(food.id)) unknownFoods.push(food.id);
    }
  }
  // Nothing of the base was eaten: nothing that matters is unknown.
  const share = (part: number): number => (base > 0 ? Math.min(1, part / base) : 0);
  return {
    nutrient,
    known,
    imputed,
    standardDeviation: Math.sqrt(variance),
    coverage: base > 0 ? share(covered) : 1,
    grades: { A: share(grades.A), B: share(grades.B), C: share(grades.C), Z: share(grades.Z) },
    assumed,
    unknownFoods,
  };
}

/**
 * What a meal, a day or a whole diet holds, and how much of that is known. Unknown values add their expected
 * amount and their spread, never zero.
 */
export function mealNutrients(items: readonly MealItem[]): MealNutrients {
  const grams = items.reduce((sum, item) => sum + item.grams, 0);
  const totals = Object.fromEntries(nutrientIds.map((id) => [id, totalOf(id, items)])) as Record<
    NutrientId,
    NutrientTotal
  >;
  const withCount = items.reduce(
    (sum, { food, grams: g }) => sum + (food.live.log10CfuPerGram === undefined ? 0 : g),
    0,
  );
  return { items, grams, totals, liveCoverage: grams > 0 ? withCount / grams : 1 };
}

/** Coverage of every nutrient, as the result object carries it: `{ fibre_g: 0.98, fructan_g: 0.55, ... }`. */
export function nutrientCoverage(meal: MealNutrients): Record<NutrientId, number> {
  return Object.fromEntries(nutrientIds.map((id) => [id, meal.totals[id].coverage])) as Record<
    NutrientId,
    number
  >;
}
