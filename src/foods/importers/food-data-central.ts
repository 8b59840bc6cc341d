import { parse } from 'csv-parse/browser/esm/sync';
import { z } from 'zod';
import { type Problem, ZonulaError } from '../../problem/problem.ts';
import type { NutrientId } from '../nutrients.ts';

/**
 * Foods of USDA FoodData Central (https://fdc.nal.usda.gov/download-datasets), as the own foods of a person file.
 * Nutrient ids are those of its table `nutrient.csv`.
 */
export interface ImportedFood {
  readonly id: string;
  readonly name: string;
  /** Only what the table gives; the rest stays unknown. */
  readonly per100g: Readonly<Partial<Record<NutrientId, number>>>;
}

export interface ImportedFoods {
  readonly foods: readonly ImportedFood[];
  /** Warnings: values that contradict each other are kept and told. */
  readonly problems: readonly Problem[];
}

type Amounts = ReadonlyMap<number, number>;

/** The first id that is given counts: general energy may be missing, fibre may be measured by a newer method. */
const firstOf: Readonly<Partial<Record<NutrientId, readonly number[]>>> = {
  energy_kcal: [1008, 2048, 2047],
  protein_g: [1003],
  fat_g: [1004],
  saturated_fat_g: [1258],
  carbohydrate_g: [1005],
  sugars_g: [2000, 1063],
  added_sugars_g: [1235],
  sucrose_g: [1010],
  glucose_g: [1011],
  fructose_g: [1012],
  lactose_g: [1013],
  fibre_g: [1079, 2033],
  soluble_fibre_g: [1082],
  polyols_g: [1086],
  vitamin_d_ug: [1114],
  zinc_mg: [1095],
  alcohol_g: [1018],
};
const vitaminDUnits = 1110;
/** 1 ug of vitamin D is 40 international units. */
const unitsPerMicrogram = 40;
const [alphaLinolenic, epa, dpa, dha] = [1404, 1278, 1280, 1272];

function sumOf(amounts: Amounts, ids: readonly number[]): number | undefined {
  const values = ids.map((id) => amounts.get(id));
  // A part that is not given is unknown, and so is the sum.
  return values.reduce(
    (sum, value) => (sum === undefined || value === undefined ? undefined : sum + value),
    0,
  );
}

function toNutrients(amounts: Amounts): ImportedFood['per100g'] {
  const found: Partial<Record<NutrientId, number>> = {};
  for (const [nutrient, ids] of Object.entries(firstOf) as [NutrientId, readonly number[]][]) {
    const value = ids.map((id) => amounts.get(id)).find((amount) => amount !== undefined);
    if (value !== undefined) found[nutrient] = value;
  }
  const units = amounts.get(vitaminDUnits);
  if (found.vitamin_d_ug === undefined && units !== undefined) found.vitamin_d_ug = units / unitsPerMicrogram;
  const longChain = sumOf(amounts, [epa, dha]);
  if (longChain !== undefined) found.epa_dha_g = longChain;
  const omega3 = sumOf(amounts, [alphaLinolenic, epa, dpa, dha]);
  if (omega3 !== undefined) found.omega3_g = omega3;
  return found;
}

const parts: readonly (readonly [NutrientId, NutrientId])[] = [
  ['saturated_fat_g', 'fat_g'],
  ['sugars_g', 'carbohydrate_g'],
  ['fibre_g', 'carbohydrate_g'],
];

function contradictions({ id, name, per100g }: ImportedFood): Problem[] {
  const told: Problem[] = parts.flatMap(([part, whole]): Problem[] => {
    const [inner, outer] = [per100g[part], per100g[whole]];
    // Rounding of the table stays below this.
    if (inner === undefined || outer === undefined || inner <= outer * 1.02 + 0.05) return [];
    return [
      {
        code: 'Z4021',
        severity: 'warning',
        message: `${name} (${id}) has ${part} ${inner}, more than ${whole} ${outer}. Both are kept as they stand.`,
        fix: 'Carbohydrate by difference can be too small; compare with the label.',
      },
    ];
  });
  if (per100g.energy_kcal === undefined)
    told.push({
      code: 'Z4022',
      severity: 'warning',
      message: `${name} (${id}) has no energy value; it counts as unknown.`,
      fix: 'Add it from the label, or name a food of the table that it resembles ("like").',
    });
  return told;
}

function imported(fdcId: number, description: string, amounts: Amounts): ImportedFood {
  return { id: `fdc_${fdcId}`, name: description.slice(0, 200), per100g: toNutrients(amounts) };
}

function finish(foods: readonly ImportedFood[]): ImportedFoods {
  return { foods, problems: foods.flatMap(contradictions) };
}

const jsonFood = z.object({
  fdcId: z.number(),
  description: z.string(),
  foodNutrients: z.array(
    z.object({
      amount: z.number().nonnegative().optional(),
      nutrient: z.object({ id: z.number() }).optional(),
    }),
  ),
});
/** One food, a list, or a download: `{ "FoundationFoods": [...] }`, `{ "SRLegacyFoods": [...] }`. */
const jsonDocument = z.union([
  jsonFood.transform((food) => [food]),
  z.array(jsonFood),
  z.record(z.string(), z.array(jsonFood)).transform((lists) => Object.values(lists).flat()),
]);

function unreadable(what: string, cause: string): ZonulaError {
  return new ZonulaError({
    code: 'Z4020',
    severity: 'error',
    message: `This is not ${what} of FoodData Central: ${cause}.`,
    fix: 'Take the file as it was downloaded from https://fdc.nal.usda.gov/download-datasets.',
  });
}

/** @throws ZonulaError Z4020 if the text is not such a file */
export function importFdcJson(text: string): ImportedFoods {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw unreadable('a JSON file', error instanceof Error ? error.message : String(error));
  }
  const read = jsonDocument.safeParse(document);
  if (!read.success) throw unreadable('a JSON file', read.error.issues[0]?.message ?? 'it has another shape');
  return finish(
    read.data.map(({ fdcId, description, foodNutrients }) => {
      const amounts = new Map<number, number>();
      for (const { nutrient, amount } of foodNutrients)
        if (nutrient && amount !== undefined) amounts.set(nutrient.id, amount);
      return imported(fdcId, description, amounts);
    }),
  );
}

const csvFood = z.object({ fdc_id: z.coerce.number().int(), description: z.string().min(1) });
const csvAmount = z.object({
  fdc_id: z.coerce.number().int(),
  nutrient_id: z.coerce.number().int(),
  // A blank amount is unknown; coercion would make it zero.
  amount: z.union([z.literal('').transform(() => undefined), z.coerce.number().nonnegative()]),
});

function csvRows<Row>(file: string, text: string, row: z.ZodType<Row>): Row[] {
  let records: unknown[];
  try {
    records = parse(text, { columns: true, bom: true });
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error));
  }
  return records.map((record, index) => {
    const read = row.safeParse(record);
    if (!read.success)
      throw unreadable(file, `row ${index + 2}: ${read.error.issues[0]?.message ?? 'unreadable'}`);
    return read.data;
  });
}

/**
 * @param foodCsv text of `food.csv`, whole or cut down to the foods wanted
 * @param foodNutrientCsv text of `food_nutrient.csv`; rows of other foods are passed over
 * @throws ZonulaError Z4020 if a row is not of such a file
 */
export function importFdcCsv(foodCsv: string, foodNutrientCsv: string): ImportedFoods {
  const amountsOf = new Map<number, Map<number, number>>();
  const foods = csvRows('food.csv', foodCsv, csvFood);
  for (const { fdc_id } of foods) amountsOf.set(fdc_id, new Map());
  for (const { fdc_id, nutrient_id, amount } of csvRows('food_nutrient.csv', foodNutrientCsv, csvAmount))
    if (amount !== undefined) amountsOf.get(fdc_id)?.set(nutrient_id, amount);
  return finish(
    foods.map(({ fdc_id, description }) => imported(fdc_id, description, amountsOf.get(fdc_id) ?? new Map())),
  );
}
