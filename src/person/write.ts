import { stringify } from 'yaml';
import { type PersonFile, personFileSchema } from './schema.ts';

/** Order of the keys at the top, so that a written file reads from who to what if. */
const topKeys = Object.keys(personFileSchema.shape);

/**
 * A person file as YAML text that reads back to the same file. Comments of an earlier text are not kept.
 */
export function writePersonFile(file: PersonFile): string {
  const ordered = Object.fromEntries(
    topKeys.flatMap((key) => {
      const value = file[key as keyof PersonFile];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return stringify(ordered, { lineWidth: 100, aliasDuplicateObjects: false, version: '1.2', schema: 'core' });
}
