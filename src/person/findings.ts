import type { Place, Problem, ProblemCode } from '../problem/problem.ts';

/** Where in the document: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** `habitual.week.monday[0].amount` */
export function fieldOf(path: Path): string {
  return path.reduce<string>(
    (field, part) =>
      typeof part === 'number' ? `${field}[${part}]` : field === '' ? part : `${field}.${part}`,
    '',
  );
}

/** Problems found on the way, each with the place it concerns. Nothing stops at the first. */
export class Findings {
  private readonly found: { readonly path: Path; readonly problem: Problem }[] = [];

  error(code: ProblemCode, path: Path, message: string, fix?: string): void {
    this.add('error', code, path, message, fix);
  }

  warning(code: ProblemCode, path: Path, message: string, fix?: string): void {
    this.add('warning', code, path, message, fix);
  }

  note(code: ProblemCode, path: Path, message: string, fix?: string): void {
    this.add('note', code, path, message, fix);
  }

  private add(
    severity: Problem['severity'],
    code: ProblemCode,
    path: Path,
    message: string,
    fix?: string,
  ): void {
    this.found.push({ path, problem: { code, severity, message, ...(fix === undefined ? {} : { fix }) } });
  }

  get hasErrors(): boolean {
    return this.found.some(({ problem }) => problem.severity === 'error');
  }

  /** All problems, each with its place as `locate` knows it. */
  problems(locate: (path: Path) => Place): Problem[] {
    return this.found.map(({ path, problem }) => {
      const field = fieldOf(path);
      return { ...problem, where: { ...locate(path), ...(field === '' ? {} : { field }) } };
    });
  }
}

/** A value as it may stand in a message: short, on one line. */
export function shown(value: unknown): string {
  const line = asText(value).slice(0, 400).replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // Aliases can make a group that contains itself; it has no text.
    return Array.isArray(value) ? 'a list' : 'a group of keys';
  }
}
