import writeFileAtomic from 'write-file-atomic';
import { CommandProblem } from './command-context.ts';

/** @throws CommandProblem Z8031 when the file cannot be written */
export async function writeOutput(path: string, text: string): Promise<void> {
  try {
    await writeFileAtomic(path, text);
  } catch (error) {
    throw new CommandProblem([
      {
        code: 'Z8031',
        severity: 'error',
        message: `The file ${path} cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}).`,
        fix: 'Choose another place.',
      },
    ]);
  }
}
