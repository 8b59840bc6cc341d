import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { sharedFrom } from '../calibrate/posterior-file.ts';
import type { FileRunOptions } from '../population/contract.ts';
import { gutNamed } from '../population/run-file.ts';
import type { Problem } from '../problem/problem.ts';
import { defaultAssembly } from '../simulate/assemblies.ts';
import { createNodeRunner } from '../simulate/runner-node.ts';
import { posteriorFor } from '../validate/posterior-from-disk.ts';
import type { CommandContext } from './command-context.ts';
import type { RunFlags } from './run-options.ts';

/** The project's fitted ensemble, where there is one. */
const fittedEnsemble = fileURLToPath(new URL('../../validation/posterior.json', import.meta.url));

/** Runs something with people in it: opens the workers, shows progress to whoever watches, closes the workers. */
export async function withPeople<T>(
  flags: RunFlags,
  problems: readonly Problem[],
  context: CommandContext,
  work: (options: FileRunOptions) => Promise<T>,
): Promise<T> {
  const assembly = flags.core ? 'core' : defaultAssembly;
  const fitted = flags.prior
    ? undefined
    : await posteriorFor(gutNamed(assembly), flags.posterior, fittedEnsemble);
  const runner = createNodeRunner({
    assembly,
    ...(flags.workers === undefined ? {} : { workers: flags.workers }),
  });
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
      runner,
      problems: [...problems, ...(fitted?.problems ?? [])],
      ...(fitted?.posterior ? { ensemble: sharedFrom(fitted.posterior) } : {}),
      ...(flags.people === undefined ? {} : { people: flags.people }),
      ...(flags.seed === undefined ? {} : { seed: flags.seed }),
      ...(flags.set === undefined ? {} : { overrides: flags.set }),
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
