import { SingleBar } from 'cli-progress';
import type { FileRunOptions } from '../population/contract.ts';
import type { Problem } from '../problem/problem.ts';
import type { CommandContext } from './command-context.ts';
import { openPeople } from './open-people.ts';
import type { RunFlags } from './run-options.ts';

/** Runs something with people in it: opens the workers, shows progress to whoever watches, closes the workers. */
export async function withPeople<T>(
  flags: RunFlags,
  problems: readonly Problem[],
  context: CommandContext,
  work: (options: FileRunOptions) => Promise<T>,
): Promise<T> {
  const { runner, base } = await openPeople(flags, problems);
  const bar = context.interactive
    ? new SingleBar({
        format: '{bar} {value} of {total} virtual people',
        hideCursor: true,
        clearOnComplete: true,
        stream: process.stderr,
      })
    : undefined;
  let started = false;
  try {
    return await work({
      ...base,
      ...(flags.people === undefined ? {} : { people: flags.people }),
      onProgress: (done, all) => {
        if (!bar) return;
        if (started) bar.update(done);
        else {
          bar.start(all, done);
          started = true;
        }
      },
    });
  } finally {
    bar?.stop();
    await runner.close();
  }
}
