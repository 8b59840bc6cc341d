import type { NormalisedFile } from '../person/index.ts';

/** The normalised file as plain data for JSON: maps become objects, what was not told stays out. */
export function plainFile(file: NormalisedFile): unknown {
  return JSON.parse(
    JSON.stringify(file, (_, value: unknown) =>
      value instanceof Map ? Object.fromEntries(value as Map<string, unknown>) : value,
    ),
  ) as unknown;
}
