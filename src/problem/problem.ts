/**
 * What went wrong (or is worth a warning), where, and what to do about it.
 *
 * Every part of Zonula reports trouble in this one form, so that the command line, the app and the
 * JSON output can show the same code, the user's own line and a fix.
 */
export interface Problem {
  /** Stable number, e.g. `Z3004`. The leading digit names the part that reports it; see `docs/errors.md`. */
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning' | 'note';
  /** One sentence: what is wrong, with the offending value in it. */
  readonly message: string;
  /** Where it stands, as far as it is known. */
  readonly where?: Place;
  /** One sentence: what the reader can do about it. */
  readonly fix?: string;
}

export type ProblemCode = `Z${number}`;

export interface Place {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Path of the field inside the document, e.g. `habitual.meals[2].grams`. */
  readonly field?: string;
}

/** Thrown when work cannot go on. Carries all problems found so far, so that one bad row never hides the others. */
export class ZonulaError extends Error {
  override readonly name = 'ZonulaError';
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[], options?: ErrorOptions) {
    const all = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(all.map(formatProblem).join('\n'), options);
    this.problems = all;
  }
}

/** `Z3004 error: message (file:line:column, field). Fix.` */
export function formatProblem(problem: Problem): string {
  const { where } = problem;
  const position = where?.file
    ? [where.file, where.line, where.column].filter((part) => part !== undefined).join(':')
    : where?.line !== undefined
      ? `line ${where.line}`
      : undefined;
  const place = [position, where?.field].filter((part) => part !== undefined).join(', ');
  return [
    `${problem.code} ${problem.severity}: ${problem.message}`,
    place ? ` (${place})` : '',
    problem.fix ? ` ${problem.fix}` : '',
  ].join('');
}
