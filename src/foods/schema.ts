import { z } from 'zod';
import { foodGroups } from './food.ts';
import { imputationBases } from './imputation-base.ts';
import { nutrientIds } from './nutrients.ts';

/** The shape of every file in `foods/`, one row each. Published as JSON Schema in `foods/schemas/`. */
const id = z.string().regex(/^[a-z0-9_]+$/, 'ids are lower case letters, digits and underscores');
const text = z.string().min(1);
const flag = z.enum(['0', '1']);
const grade = z.enum(['A', 'B', 'C', 'Z']);
const filled = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'a number of 0 or more, in digits')
  .transform(Number);
const optionalAmount = z.union([z.literal(''), filled]);

export const foodRow = z.strictObject({
  id,
  name: text,
  name_es: text,
  group: z.enum(foodGroups),
  ndb_no: z.string().regex(/^(\d{5})?$/),
  serving_g: filled,
  dairy: flag,
  emulsifier_class: z.enum(['0', '1', '2']),
  sweetened: flag,
  live_class: z.enum(['Lo', 'Med', 'Hi']),
  live_class_grade: grade,
  fibre_includes_oligosaccharides: flag,
  confidence: grade,
});

export const valueRow = z.strictObject({
  food_id: id,
  nutrient: z.enum([...nutrientIds, 'live_log10_cfu_per_g', 'fermented_fibre_g']),
  per_100g: filled,
  grade,
  source: id,
  detail: z.string(),
  log_sd: optionalAmount,
});

export const sourceRow = z.strictObject({
  id,
  kind: text,
  citation: text,
  locator: z.string(),
  rights: text,
});
export const menuRow = z.strictObject({ menu_id: id, food_id: id, grams_per_day: filled });
export const menuTitleRow = z.strictObject({ menu_id: id, title_en: text, title_es: text });
export const portionRow = z.strictObject({
  food_id: id,
  portion_id: id,
  name_en: text,
  name_es: text,
  grams: filled,
  grade,
  source: id,
});
export const aliasRow = z.strictObject({ food_id: id, locale: z.enum(['en', 'es']), alias: text });
export const imputationRow = z.strictObject({
  scope: id,
  nutrient: z.enum(nutrientIds),
  density: filled,
  per: z.enum(imputationBases),
  log_sd: filled,
  reason: text,
});

export const foodTables = {
  foods: foodRow,
  values: valueRow,
  sources: sourceRow,
  menus: menuRow,
  'menu-titles': menuTitleRow,
  portions: portionRow,
  aliases: aliasRow,
  imputation: imputationRow,
} as const;
export type FoodTableName = keyof typeof foodTables;
