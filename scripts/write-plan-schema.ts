/** Writes validation/plan.schema.json from the schema in src/validate/plan-schema.ts. */
import { writeFile } from 'node:fs/promises';
import { planJsonSchemaText } from '../src/validate/plan-json-schema.ts';

await writeFile(new URL('../validation/plan.schema.json', import.meta.url), planJsonSchemaText());
