import { SingleBar } from 'cli-progress';
import type { Problem } from '../problem/problem.ts';
import type { RankOptions, RankProgress } from '../rank/index.ts';
import type { CommandContext } from './command-context.ts';
import { openPeople } from './open-people.ts';
import type { RunFlags } from './run-options.ts';

const steps: Readonly<Record<RankProgress['step'], string>> = {
  all: 'all changes',
  leading: 'the leading changes, more people',
  pairs: 'two changes at once',
  shares: 'what the effects rest on',
};

/** Runs a ranking: opens the workers, shows progress to whoever watches, stops on Ctrl-C, closes the workers. */
export async function withRanking<T>(
  flags: RunFlags,
  problems: readonly Problem[],
  context: CommandContext,
  work: (options: RankOptions) => Promise<T>,
): Promise<T> {
  const { runner, base } = await openPeople(flags, problems);
  const cancel = new AbortController();
  const onInterrupt = (): void => cancel.abort();
  process.once('SIGINT', onInterrupt);
  let bar: SingleBar | undefined;
  let shown: string | undefined;
  const show = ({ step, done, all }: RankProgress): void => {
    if (!context.interactive) return;
    if (shown !== step) {
      bar?.stop();
      bar = new SingleBar({
        format: `{bar} {value} of {total} virtual people: ${steps[step]}`,
        hideCursor: true,
        clearOnComplete: true,
        stream: process.stderr,
      });
      bar.start(all, done);
      shown = step;
    } else bar?.update(done);
  };
  try {
    return await work({
      ...base,
      signal: cancel.signal,
      onProgress: show,
    });
  } finally {
    process.off('SIGINT', onInterrupt);
    bar?.stop();
    await runner.close();
  }
}
