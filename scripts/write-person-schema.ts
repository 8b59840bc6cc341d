/** Writes docs/person-file.schema.json from the schema in src/person/schema.ts. */
import { writeFile } from 'node:fs/promises';
import { personJsonSchemaText } from '../src/person/json-schema.ts';

const path = new URL('../docs/person-file.schema.json', import.meta.url);
await writeFile(path, personJsonSchemaText());
