/** Node only: the project's fitted ensemble, if there is one that fits the model at hand. */
import { readFile } from 'node:fs/promises';
import { type Posterior, parsePosterior } from '../calibrate/posterior-file.ts';
import { type Problem, ZonulaError } from '../problem/problem.ts';
import type { Gut } from '../simulate/gut.ts';
import { posteriorIn } from './posterior-in-model.ts';

/**
 * @param path a file that must be there; undefined: the given default, if it is there and of this assembly
 * @throws ZonulaError Z6011 when a named file cannot be read, Z6010 when it is broken
 */
export async function posteriorFor(
  gut: Gut,
  path: string | undefined,
  defaultPath: string,
): Promise<{ readonly posterior: Posterior | undefined; readonly problems: readonly Problem[] }> {
  let text: string;
  try {
    text = await readFile(path ?? defaultPath, 'utf8');
  } catch (error) {
    if (path === undefined) return { posterior: undefined, problems: [] };
    throw new ZonulaError(
      {
        code: 'Z6011',
        severity: 'error',
        message: `The file of fitted parameters ${path} cannot be read.`,
        where: { file: path },
        fix: 'Check the path, or make it with `npm run calibrate`.',
      },
      { cause: error },
    );
  }
  return posteriorIn(gut, parsePosterior(text, path ?? defaultPath), path !== undefined);
}
