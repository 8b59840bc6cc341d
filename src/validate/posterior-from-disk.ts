/** Node only: the project's fitted ensemble, if there is one that fits the model at hand. */
import { readFile } from 'node:fs/promises';
import { type Posterior, parsePosterior, stillFitting } from '../calibrate/posterior-file.ts';
import { type Problem, ZonulaError } from '../problem/problem.ts';
import type { Gut } from '../simulate/gut.ts';

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
  const posterior = parsePosterior(text, path ?? defaultPath);
  if (posterior.assembly !== gut.assembly) {
    return {
      posterior: undefined,
      problems: [
        {
          code: 'Z6012',
          severity: path === undefined ? 'note' : 'warning',
          message: `The fitted parameters are of the assembly ${posterior.assembly}, this run uses ${gut.assembly}: the priors are drawn instead.`,
        },
      ],
    };
  }
  if (posterior.modelHash === gut.system.hash) return { posterior, problems: [] };
  const now = new Map(gut.withProbes().system.parameters.map((each) => [each.id, each] as const));
  const { posterior: usable, dropped } = stillFitting(posterior, now);
  return {
    posterior: usable,
    problems: [
      {
        code: 'Z6013',
        // Nobody asked for this file by name: the report says it, and a run need not.
        severity: path === undefined ? 'note' : 'warning',
        message: `The model has changed since its parameters were fitted${dropped.length === 0 ? '' : `; ${dropped.length} of them have another prior now and are drawn from it (${dropped.slice(0, 12).join(', ')})`}.`,
        fix: 'Fit it again with `npm run calibrate`; until then the result shows the old fit in the new equations.',
      },
    ],
  };
}
