import { fileURLToPath } from 'node:url';
import { sharedFrom } from '../calibrate/posterior-file.ts';
import type { FileRunOptions } from '../population/contract.ts';
import { gutNamed } from '../population/run-file.ts';
import type { Problem } from '../problem/problem.ts';
import { defaultAssembly } from '../simulate/assemblies.ts';
import type { PeopleRunner } from '../simulate/contract.ts';
import { createNodeRunner } from '../simulate/runner-node.ts';
import { posteriorFor } from '../validate/posterior-from-disk.ts';
import type { RunFlags } from './run-options.ts';

/** The project's fitted ensemble, where there is one. */
const fittedEnsemble = fileURLToPath(new URL('../../validation/posterior.json', import.meta.url));

/** What every command with people in it begins with. The caller closes the runner. */
export interface OpenedPeople {
  readonly runner: PeopleRunner;
  readonly base: Pick<FileRunOptions, 'runner' | 'ensemble' | 'seed' | 'overrides'> & {
    readonly problems: readonly Problem[];
  };
}

/** Opens the workers and the fitted ensemble that the flags ask for. */
export async function openPeople(flags: RunFlags, problems: readonly Problem[]): Promise<OpenedPeople> {
  const assembly = flags.core ? 'core' : defaultAssembly;
  const fitted = flags.prior
    ? undefined
    : await posteriorFor(gutNamed(assembly), flags.posterior, fittedEnsemble);
  const runner = createNodeRunner({
    assembly,
    ...(flags.workers === undefined ? {} : { workers: flags.workers }),
  });
  return {
    runner,
    base: {
      runner,
      problems: [...problems, ...(fitted?.problems ?? [])],
      ...(fitted?.posterior ? { ensemble: sharedFrom(fitted.posterior) } : {}),
      ...(flags.seed === undefined ? {} : { seed: flags.seed }),
      ...(flags.set === undefined ? {} : { overrides: flags.set }),
    },
  };
}
