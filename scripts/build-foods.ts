/** Writes foods/generated/food-table.ts and foods/schemas/*.schema.json from foods/*.csv and src/foods/schema.ts. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type FoodTableTexts, generatedModule, readFoodTables } from '../src/foods/read-tables.ts';
import { type FoodTableName, foodTables } from '../src/foods/schema.ts';

const directory = fileURLToPath(new URL('../foods/', import.meta.url));

export function readFoodTexts(): FoodTableTexts {
  const names = Object.keys(foodTables) as FoodTableName[];
  const entries = names.map((name) => [name, readFileSync(`${directory}${name}.csv`, 'utf8')] as const);
  return Object.fromEntries(entries) as FoodTableTexts;
}

/** File name below `foods/` and its content. */
export function foodFiles(): Map<string, string> {
  const files = new Map<string, string>();
  files.set('generated/food-table.ts', generatedModule(readFoodTables(readFoodTexts())));
  for (const [name, schema] of Object.entries(foodTables)) {
    const jsonSchema = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    const titled = { title: `One row of foods/${name}.csv`, ...jsonSchema };
    files.set(`schemas/${name}.schema.json`, `${JSON.stringify(titled, null, 2)}\n`);
  }
  return files;
}

if (import.meta.main) {
  mkdirSync(`${directory}generated`, { recursive: true });
  mkdirSync(`${directory}schemas`, { recursive: true });
  for (const [name, content] of foodFiles()) writeFileSync(`${directory}${name}`, content);
}
