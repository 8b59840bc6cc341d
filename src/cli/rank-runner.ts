import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { sharedFrom } from '../calibrate/posterior-file.ts';
import { gutNamed } from '../population/run-file.ts';
import type { Problem } from '../problem/problem.ts';
import type { RankOptions, RankProgress } from '../rank/index.ts';
import { defaultAssembly } from '../simulate/assemblies.ts';
import { createNodeRunner } from '../simulate/runner-node.ts';
import { posteriorFor } from '../validate/posterior-from-disk.ts';
import type { CommandContext } from './command-context.ts';
import type { RunFlags } from './run-options.ts';

const steps: Readonly<Record<RankProgress['step'], string>> = {
  all: 'all changes',
  leading: 'the leading changes, more people',
  pairs: 'two changes at once',
  shares: 'what the effects rest on',
};

/** The project's fitted ensemble, where there is one. */
const fittedEnsemble = fileURLToPath(new URL('../../validation/posterior.json', import.meta.url));

/** Runs a ranking: opens the workers, shows progress to whoever watches, stops on Ctrl-C, closes the workers. */
export async function withRanking<T>(
  flags: RunFlags,
  problems: readonly Problem[],
  context: CommandContext,
  work: (options: RankOptions) => Promise<T>,
): Promise<T> {
  const assembly = flags.core ? 'core' : defaultAssembly;
  const fitted = flags.prior
    ? undefined
    : await posteriorFor(gutNamed(assembly), flags.posterior, fittedEnsemble);
  const runner = createNodeRunner({
    assembly,
    ...(flags.workers === undefined ? {} : { workers: flags.workers }),
  });
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
      runner,
      problems: [...problems, ...(fitted?.problems ?? [])],
      ...(fitted?.posterior ? { ensemble: sharedFrom(fitted.posterior) } : {}),
      signal: cancel.signal,
      onProgress: show,
      ...(flags.seed === undefined ? {} : { seed: flags.seed }),
      ...(flags.set === undefined ? {} : { overrides: flags.set }),
    });
  } finally {
    process.off('SIGINT', onInterrupt);
    bar?.stop();
    await runner.close();
  }
}
