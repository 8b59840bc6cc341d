import type { Place, Problem } from '../../problem/problem.ts';

/** `file:12:5 (person.weight)`, as far as it is known. */
export function placeText(where: Place | undefined): string {
  if (!where) return '';
  const position = where.file
    ? [where.file, where.line, where.column].filter((part) => part !== undefined).join(':')
    : where.line !== undefined
      ? `line ${where.line}`
      : '';
  if (!where.field) return position;
  return position ? `${position} (${where.field})` : where.field;
}

/** Problems as a person reads them: what, where, what to do. */
export function problemLines(problems: readonly Problem[]): string {
  return problems
    .map(({ code, severity, message, where, fix }) => {
      const place = placeText(where);
      return [
        `${code} ${severity}: ${message}\n`,
        place ? `  at ${place}\n` : '',
        fix ? `  ${fix}\n` : '',
      ].join('');
    })
    .join('');
}
