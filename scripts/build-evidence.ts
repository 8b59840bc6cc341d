/**
 * Writes `evidence/source-ids.ts` from `evidence/references.json`: the closed set of ids that a model
 * parameter may cite, so that a source that does not exist is a compile error at its own line.
 *
 *     node scripts/build-evidence.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { referenceSchema } from '../src/evidence/schema.ts';

const evidence = fileURLToPath(new URL('../evidence/', import.meta.url));

/** The text of `evidence/source-ids.ts`; a test compares it with the file. */
export function sourceIdsModule(referencesJson: string): string {
  const references = z.array(referenceSchema).parse(JSON.parse(referencesJson));
  const ids = references.flatMap((reference) => [reference.id, ...(reference.aliases ?? [])]).sort();
  return [
    '// Written by scripts/build-evidence.ts from references.json; change that file and run `npm run evidence`.',
    '',
    '/** Every id by which a reference of `references.json` may be cited: its own and its aliases. */',
    'export type SourceId =',
    `${ids.map((id) => `  | '${id}'`).join('\n')};`,
    '',
  ].join('\n');
}

if (import.meta.main) {
  const text = sourceIdsModule(readFileSync(`${evidence}references.json`, 'utf8'));
  writeFileSync(`${evidence}source-ids.ts`, text);
}
