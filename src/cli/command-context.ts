import type { Problem } from '../problem/problem.ts';

/** Where a command writes, so that tests can read it. */
export interface CommandContext {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** A person is watching: progress may be drawn. */
  readonly interactive: boolean;
  /** Characters in a line. */
  readonly width: number;
}

/** Thrown by a command that has told its problems already, or wants them told: ends with exit code 1. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.problems = problems;
  }
}
