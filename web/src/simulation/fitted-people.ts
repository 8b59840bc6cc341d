import { type Posterior, sharedFrom } from '../../../src/calibrate/posterior-file.ts';
import type { ParameterValues } from '../../../src/simulate/contract.ts';
import type { Gut } from '../../../src/simulate/gut.ts';
import { posteriorIn } from '../../../src/validate/posterior-in-model.ts';

/** The project's fitted ensemble, in a file of its own; none before the first fit. */
const files = import.meta.glob<Posterior>('../../../validation/posterior.json', { import: 'default' });

let asked: Promise<{ readonly ensemble?: readonly ParameterValues[] }> | undefined;

/**
 * What the command line takes too: the values that studies leave for what is uncertain in all people. A person file
 * gives the same answer here and there.
 */
export function fittedPeople(gut: Gut): Promise<{ readonly ensemble?: readonly ParameterValues[] }> {
  asked ??= read(gut);
  return asked;
}

async function read(gut: Gut): Promise<{ readonly ensemble?: readonly ParameterValues[] }> {
  const [load] = Object.values(files);
  if (load === undefined) return {};
  // A test reads the file against its schema; it is not read so again in every browser.
  const { posterior } = posteriorIn(gut, await load(), false);
  return posterior === undefined ? {} : { ensemble: sharedFrom(posterior) };
}
