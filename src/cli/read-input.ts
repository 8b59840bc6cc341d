import { readPersonFileFromDisk } from '../person/file-system.ts';
import { foodTableKnowledge, type NormalisedFile } from '../person/index.ts';
import type { Problem } from '../problem/problem.ts';
import { CommandProblem } from './command-context.ts';

export interface Input {
  readonly file: NormalisedFile;
  /** Warnings and notes of reading. */
  readonly problems: readonly Problem[];
}

/** @throws CommandProblem with all problems when the file has an error; ZonulaError Z3000 when it cannot be opened */
export async function readInput(path: string): Promise<Input> {
  const { normalised, problems } = await readPersonFileFromDisk(path, { foods: foodTableKnowledge });
  if (!normalised) throw new CommandProblem(problems);
  return { file: normalised, problems };
}
