import { parse } from 'csv-parse/browser/esm/sync';
import type { z } from 'zod';
import { type Problem, ZonulaError } from '../problem/problem.ts';
import type { FoodSource } from './food.ts';
import type { GeneratedFood, GeneratedTables, GeneratedValue } from './generated-shape.ts';
import type { NutrientId } from './nutrients.ts';
import { type FoodTableName, foodTables } from './schema.ts';

type Row<Name extends FoodTableName> = z.infer<(typeof foodTables)[Name]>;
export type FoodTableTexts = Readonly<Record<FoodTableName, string>>;

function readTable<Name extends FoodTableName>(name: Name, text: string, problems: Problem[]): Row<Name>[] {
  const file = `foods/${name}.csv`;
  const records: unknown[] = parse(text, { columns: true, bom: true });
  const rows: Row<Name>[] = [];
  records.forEach((record, index) => {
    const result = foodTables[name].safeParse(record);
    if (result.success) rows.push(result.data as Row<Name>);
    else
      for (const issue of result.error.issues)
        problems.push({
          code: 'Z4030',
          severity: 'error',
          message: `Row ${index + 2} of ${file} does not fit: ${issue.message}.`,
          where: { file, line: index + 2, field: issue.path.join('.') },
          fix: `See foods/schemas/${name}.schema.json for what the column takes.`,
        });
  });
  return rows;
}

function crossCheck(condition: boolean, problems: Problem[], file: string, message: string): void {
  if (!condition)
    problems.push({ code: 'Z4031', severity: 'error', message, where: { file: `foods/${file}.csv` } });
}

/**
 * Reads the CSV files of `foods/` into the shape that is generated into a module.
 *
 * @throws ZonulaError with every row that does not fit its schema (Z4030) or names something unknown (Z4031)
 */
export function readFoodTables(texts: FoodTableTexts): GeneratedTables {
  const problems: Problem[] = [];
  const read = <Name extends FoodTableName>(name: Name) => readTable(name, texts[name], problems);
  const foodRows = read('foods');
  const valueRows = read('values');
  const sources: FoodSource[] = read('sources');
  const menuRows = read('menus');
  const titleRows = read('menu-titles');
  const portionRows = read('portions');
  const aliasRows = read('aliases');
  const imputationRows = read('imputation');

  const sourceIndex = new Map(sources.map((source, index) => [source.id, index]));
  const foodIds = new Set(foodRows.map((row) => row.id));
  crossCheck(foodIds.size === foodRows.length, problems, 'foods', 'Two foods have the same id.');
  const indexOf = (source: string, file: string): number => {
    const index = sourceIndex.get(source);
    crossCheck(index !== undefined, problems, file, `Source ${source} is not in sources.csv.`);
    return index ?? 0;
  };
  for (const [file, rows] of [
    ['values', valueRows],
    ['menus', menuRows],
    ['portions', portionRows],
    ['aliases', aliasRows],
  ] as const)
    for (const row of rows)
      crossCheck(foodIds.has(row.food_id), problems, file, `Food ${row.food_id} is not in foods.csv.`);

  const values = new Map<string, Partial<Record<NutrientId, GeneratedValue>>>();
  const live = new Map<string, GeneratedValue>();
  const fermentedFibre = new Map<string, GeneratedValue>();
  for (const row of valueRows) {
    const { per_100g, grade, detail, log_sd } = row;
    const source = indexOf(row.source, 'values');
    const value: GeneratedValue =
      log_sd === '' ? [per_100g, grade, source, detail] : [per_100g, grade, source, detail, log_sd];
    if (row.nutrient === 'live_log10_cfu_per_g') live.set(row.food_id, value);
    else if (row.nutrient === 'fermented_fibre_g') fermentedFibre.set(row.food_id, value);
    else {
      const own = values.get(row.food_id) ?? {};
      const again = own[row.nutrient] !== undefined;
      crossCheck(!again, problems, 'values', `${row.food_id} has two values of ${row.nutrient}.`);
      own[row.nutrient] = value;
      values.set(row.food_id, own);
    }
  }

  const foods = foodRows.map((row): GeneratedFood => {
    const count = live.get(row.id);
    const fermented = fermentedFibre.get(row.id);
    return {
      id: row.id,
      name: row.name,
      nameEs: row.name_es,
      group: row.group,
      ndb: row.ndb_no,
      serving: row.serving_g,
      dairy: row.dairy === '1',
      emulsifier: row.emulsifier_class === '2' ? 2 : row.emulsifier_class === '1' ? 1 : 0,
      sweetened: row.sweetened === '1',
      live: [row.live_class, row.live_class_grade],
      ...(count ? { liveCount: count } : {}),
      ...(fermented ? { fermentedFibre: fermented } : {}),
      overlap: row.fibre_includes_oligosaccharides === '1',
      confidence: row.confidence,
      values: values.get(row.id) ?? {},
      portions: portionRows
        .filter((portion) => portion.food_id === row.id)
        .map(
          (p) =>
            [p.portion_id, p.name_en, p.name_es, p.grams, p.grade, indexOf(p.source, 'portions')] as const,
        ),
      en: aliasRows.filter((a) => a.food_id === row.id && a.locale === 'en').map((a) => a.alias),
      es: aliasRows.filter((a) => a.food_id === row.id && a.locale === 'es').map((a) => a.alias),
    };
  });
  const menus = titleRows.map((title) => ({
    id: title.menu_id,
    titleEn: title.title_en,
    titleEs: title.title_es,
    items: menuRows
      .filter((row) => row.menu_id === title.menu_id)
      .map((row) => [row.food_id, row.grams_per_day] as const),
  }));
  for (const row of menuRows)
    crossCheck(
      menus.some((menu) => menu.id === row.menu_id),
      problems,
      'menus',
      `Menu ${row.menu_id} has no title in menu-titles.csv.`,
    );
  const imputation = imputationRows.map((row) => ({
    scope: row.scope,
    nutrient: row.nutrient,
    density: row.density,
    per: row.per,
    logSd: row.log_sd,
    reason: row.reason,
  }));
  if (problems.length > 0) throw new ZonulaError(problems);
  return { sources, foods, menus, imputation };
}

/** The text of `foods/generated/food-table.ts`. One food per line, so that a change shows in a diff. */
export function generatedModule(tables: GeneratedTables): string {
  const list = (items: readonly unknown[]): string =>
    `[\n${items.map((item) => `    ${JSON.stringify(item)},\n`).join('')}  ]`;
  return [
    '// Written by scripts/build-foods.ts from foods/*.csv. Change those, then run that script.',
    "import type { GeneratedTables } from '../../src/foods/generated-shape.ts';",
    '',
    'export const generatedTables: GeneratedTables = {',
    `  sources: ${list(tables.sources)},`,
    `  foods: ${list(tables.foods)},`,
    `  menus: ${list(tables.menus)},`,
    `  imputation: ${list(tables.imputation)},`,
    '};',
    '',
  ].join('\n');
}
