import type { CommandContext } from '../../src/cli/command-context.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command inside this process and keeps what it says. */
export async function zonula(...words: readonly string[]): Promise<Ran> {
  let out = '';
  let error = '';
  const context: CommandContext = {
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    interactive: false,
    width: 100,
  };
  const code = await runCommandLine(words, context);
  return { code, out, error };
}
