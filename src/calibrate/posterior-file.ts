/** The fitted ensemble as a versioned file. */
import { z } from 'zod';
import { ZonulaError } from '../problem/problem.ts';
import type { ParameterValues } from '../simulate/contract.ts';
import type { PriorParameter } from '../simulate/priors.ts';

export const posteriorVersion = 1;

export const posteriorSchema = z.strictObject({
  zonulaPosterior: z.literal(posteriorVersion),
  /** Name of the assembly that was fitted, and the hash of its equations and defaults. */
  assembly: z.string(),
  modelHash: z.string(),
  /** Hash of the plan folder, as declared before fitting. */
  planHash: z.string(),
  seed: z.number().int(),
  method: z.string(),
  steps: z.array(
    z.strictObject({
      iteration: z.number(),
      misfit: z.number(),
      /** Of fits whose values could run against the bounds of their ranges. */
      stopped: z.number().optional(),
    }),
  ),
  parameters: z.array(z.string()).min(1),
  /** Priors of these parameters in the model that was fitted: what has another prior since was fitted in vain. */
  priors: z.array(z.strictObject({ value: z.number(), range: z.tuple([z.number(), z.number()]) })).min(1),
  /** One list per member, in the order of `parameters`. */
  members: z.array(z.array(z.number())).min(1),
});
export type Posterior = z.infer<typeof posteriorSchema>;

/** @throws ZonulaError Z6010 when the text is not a posterior file, or its lists do not fit together */
export function parsePosterior(text: string, file: string): Posterior {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw broken(file, 'it is not JSON', error);
  }
  const result = posteriorSchema.safeParse(data);
  if (!result.success) throw broken(file, result.error.issues[0]?.message ?? 'its form is wrong');
  const { members, parameters, priors } = result.data;
  if ([...members, priors].some(({ length }) => length !== parameters.length))
    throw broken(file, 'a member has another number of values than there are parameters');
  return result.data;
}

function broken(file: string, why: string, cause?: unknown): ZonulaError {
  return new ZonulaError(
    {
      code: 'Z6010',
      severity: 'error',
      message: `${file} is not a file of fitted parameters: ${why}.`,
      where: { file },
      fix: 'Make it again with `npm run calibrate`.',
    },
    { cause },
  );
}

/** Shared values by member. */
export function sharedFrom({ parameters, members }: Posterior): readonly ParameterValues[] {
  return members.map((values) =>
    Object.fromEntries(parameters.map((id, index) => [id, values[index] as number])),
  );
}

/** Without the parameters whose default or range has changed since the fit, or that are gone: these are drawn anew. */
export function stillFitting(
  posterior: Posterior,
  now: ReadonlyMap<string, Pick<PriorParameter, 'value' | 'range'>>,
): { readonly posterior: Posterior; readonly dropped: readonly string[] } {
  const unchanged = (id: string, index: number): boolean => {
    const before = posterior.priors[index];
    const after = now.get(id);
    return (
      before !== undefined &&
      after !== undefined &&
      before.value === after.value &&
      before.range[0] === after.range[0] &&
      before.range[1] === after.range[1]
    );
  };
  const kept = posterior.parameters.flatMap((id, index) => (unchanged(id, index) ? [index] : []));
  if (kept.length === posterior.parameters.length) return { posterior, dropped: [] };
  const pick = <T>(list: readonly T[]): T[] => kept.map((index) => list[index] as T);
  return {
    posterior: {
      ...posterior,
      parameters: pick(posterior.parameters),
      priors: pick(posterior.priors),
      members: posterior.members.map(pick),
    },
    dropped: posterior.parameters.filter((_, index) => !kept.includes(index)),
  };
}
