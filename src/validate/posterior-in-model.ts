import { type Posterior, stillFitting } from '../calibrate/posterior-file.ts';
import type { Problem } from '../problem/problem.ts';
import type { Gut } from '../simulate/gut.ts';

/**
 * What of a fitted ensemble holds in this model: all of it, without the parameters whose prior has changed since, or
 * nothing where it is of another assembly.
 *
 * @param named somebody asked for this ensemble by name: what does not fit is then a warning, and else a note
 */
export function posteriorIn(
  gut: Gut,
  posterior: Posterior,
  named: boolean,
): { readonly posterior: Posterior | undefined; readonly problems: readonly Problem[] } {
  if (posterior.assembly !== gut.assembly) {
    return {
      posterior: undefined,
      problems: [
        {
          code: 'Z6012',
          severity: named ? 'warning' : 'note',
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
        severity: named ? 'warning' : 'note',
        message: `The model has changed since its parameters were fitted${dropped.length === 0 ? '' : `; ${dropped.length} of them have another prior now and are drawn from it (${dropped.slice(0, 12).join(', ')})`}.`,
        fix: 'Fit it again with `npm run calibrate`; until then the result shows the old fit in the new equations.',
      },
    ],
  };
}
