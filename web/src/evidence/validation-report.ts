import type { Validation } from '../../../src/validate/validate-folder.ts';

const reports = import.meta.glob<{ default: unknown }>([
  '../../../validation/report/*.json',
  '!../../../validation/report/reference-verdicts.json',
]);

export const haveReport = Object.keys(reports).length > 0;

function isValidation(value: unknown): value is Validation {
  return (
    typeof value === 'object' &&
    value !== null &&
    'summary' in value &&
    'rows' in value &&
    Array.isArray(value.rows)
  );
}

let asked: Promise<readonly Validation[]> | undefined;

/** The reports that came with this version; other files beside them are left out. */
export function readReports(): Promise<readonly Validation[]> {
  asked ??= Promise.all(Object.values(reports).map((load) => load())).then((files) =>
    files.map((file) => file.default).filter(isValidation),
  );
  return asked;
}
