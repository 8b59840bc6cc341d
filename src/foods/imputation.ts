import { generatedTables } from '../../foods/generated/food-table.ts';
import { logarithm } from '../random/elementary.ts';
import type { Food } from './food.ts';
import { foodTable } from './food-table.ts';
import type { ImputationBase } from './imputation-base.ts';
import type { NutrientId } from './nutrients.ts';
import { logSdOfFactor } from './spread.ts';

/**
 * What an unknown value may be. Three ways, the first that applies:
 * 1. a row of `foods/imputation.csv` for the food or its group (assumed, with its reason). It is needed where
 *    the table lists a substance mainly for foods rich in it (fructan, polyols): the mean of those few would
 *    give a low-FODMAP day 65 g of polyols;
 * 2. the known values of the food's group;
 * 3. the known values of the whole table (assumed, wider).
 */
export interface Imputation {
  /** Mean amount per gram (mass: per 100 g) of `per`. */
  readonly density: number;
  readonly per: ImputationBase;
  readonly logSd: number;
  /** True if this rests on an assumption and not on the known values of the group. */
  readonly assumed: boolean;
  readonly reason: string;
}

/** Fructose and glucose stand in the sugars that are not lactose; omega-3 in the fat; and so on. */
const naturalBase: Readonly<Record<NutrientId, ImputationBase>> = {
  energy_kcal: 'mass',
  protein_g: 'mass',
  fat_g: 'mass',
  saturated_fat_g: 'fat_g',
  carbohydrate_g: 'mass',
  sugars_g: 'carbohydrate_g',
  added_sugars_g: 'sugars_g',
  free_sugars_g: 'sugars_g',
  sucrose_g: 'non_lactose_sugars_g',
  glucose_g: 'non_lactose_sugars_g',
  fructose_g: 'non_lactose_sugars_g',
  lactose_g: 'sugars_g',
  fibre_g: 'carbohydrate_g',
  soluble_fibre_g: 'fibre_g',
  beta_glucan_g: 'fibre_g',
  fructan_g: 'complex_carbohydrate_g',
  gos_g: 'complex_carbohydrate_g',
  resistant_starch_g: 'starch_g',
  polyols_g: 'sugars_g',
  vitamin_d_ug: 'mass',
  zinc_mg: 'mass',
  alcohol_g: 'mass',
  gluten_g: 'protein_g',
  omega3_g: 'fat_g',
  epa_dha_g: 'omega3_g',
  polyphenols_mg: 'mass',
};

/** Amount of a base in 100 g of a food from the amounts of its nutrients; `mass` counts as 1. */
export function baseAmount(
  base: ImputationBase,
  per100g: (nutrient: NutrientId) => number | undefined,
): number | undefined {
  const sum = (first: NutrientId, ...less: readonly NutrientId[]): number | undefined => {
    let total = per100g(first);
    for (const nutrient of less) {
      const amount = per100g(nutrient);
      if (total === undefined || amount === undefined) return undefined;
      total -= amount;
    }
    // A carbohydrate "by difference" can be smaller than its measured sugars; no base is then left.
    return total === undefined ? undefined : Math.max(0, total);
  };
  switch (base) {
    case 'mass':
      return 1;
    case 'complex_carbohydrate_g':
      return sum('carbohydrate_g', 'sugars_g');
    case 'starch_g':
      return sum('carbohydrate_g', 'sugars_g', 'fibre_g', 'polyols_g');
    case 'non_lactose_sugars_g':
      return sum('sugars_g', 'lactose_g');
    default:
      return sum(base);
  }
}

/** Below this many known values a group does not speak for its members. */
const fewestKnown = 4;
/** Widest and narrowest log-SD that a handful of foods may claim. */
const narrowest = logSdOfFactor(1.3);
const widest = logSdOfFactor(10);
/** Least log-SD when the whole table stands in for the group: times or divided by four. Assumed. */
const wholeTable = logSdOfFactor(4);

interface Density {
  readonly density: number;
  readonly logSd: number;
}

/** Mean as a ratio of sums; log-SD by the moments of the ratios, weighted by the base, so that zeros count. */
function densityOf(foods: readonly Food[], nutrient: NutrientId): Density | undefined {
  const pairs: { amount: number; base: number }[] = [];
  for (const food of foods) {
    const amount = food.nutrients[nutrient]?.per100g;
    const base = baseAmount(naturalBase[nutrient], (id) => food.nutrients[id]?.per100g);
    if (amount !== undefined && base !== undefined && base > 0) pairs.push({ amount, base });
  }
  const totalBase = pairs.reduce((sum, pair) => sum + pair.base, 0);
  if (pairs.length < fewestKnown || totalBase === 0) return undefined;
  const density = pairs.reduce((sum, pair) => sum + pair.amount, 0) / totalBase;
  if (density === 0) return { density: 0, logSd: narrowest };
  const variance =
    pairs.reduce((sum, { amount, base }) => sum + base * (amount / base - density) ** 2, 0) / totalBase;
  const logSd = Math.sqrt(logarithm(1 + variance / density ** 2));
  return { density, logSd: Math.min(widest, Math.max(narrowest, logSd)) };
}

/** Fermented milk is like milk, not like cabbage: foods made of milk share one group. */
function imputationGroup(food: Food): string {
  return food.dairy ? 'dairy' : food.group;
}

const rows = new Map(generatedTables.imputation.map((row) => [`${row.scope}:${row.nutrient}`, row]));
const computed = new Map<string, Imputation>();

const ofFood = new WeakMap<Food, Partial<Record<NutrientId, Imputation>>>();

/** What an unknown `nutrient` of this food may be. */
export function imputationOf(food: Food, nutrient: NutrientId): Imputation {
  let known = ofFood.get(food);
  if (!known) {
    known = {};
    ofFood.set(food, known);
  }
  known[nutrient] ??= lookedUp(food, nutrient);
  return known[nutrient];
}

function lookedUp(food: Food, nutrient: NutrientId): Imputation {
  const group = imputationGroup(food);
  const row =
    rows.get(`${food.id}:${nutrient}`) ??
    rows.get(`${group}:${nutrient}`) ??
    rows.get(`${food.group}:${nutrient}`);
  if (row) return { density: row.density, per: row.per, logSd: row.logSd, assumed: true, reason: row.reason };
  const key = `${group}:${nutrient}`;
  const known = computed.get(key);
  if (known) return known;
  const result = fromTable(group, nutrient);
  computed.set(key, result);
  return result;
}

function fromTable(group: string, nutrient: NutrientId): Imputation {
  const per = naturalBase[nutrient];
  // Supplements share nothing but the shelf: fish oil says nothing about a fibre powder.
  const inGroup = group === 'supplement' ? [] : foodTable.filter((food) => imputationGroup(food) === group);
  const own = densityOf(inGroup, nutrient);
  if (own) return { ...own, per, assumed: false, reason: `Mean of the known values in the group ${group}.` };
  const everyFood = foodTable.filter((food) => food.group !== 'supplement' && food.group !== 'formula');
  const all = densityOf(everyFood, nutrient);
  return {
    density: all?.density ?? 0,
    per,
    logSd: Math.max(wholeTable, all?.logSd ?? 0),
    assumed: true,
    reason: `The group ${group} has too few known values; the mean of the whole table stands in for it.`,
  };
}
