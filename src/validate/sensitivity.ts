/** Which parameters move which rows: elementary effects over a chosen subset, and what an irrelevant exposure moves. */
import { elementaryEffects, morrisDesign } from '../calibrate/morris.ts';
import type { FreeParameters } from '../calibrate/prior-ensemble.ts';
import { natural } from '../calibrate/prior-ensemble.ts';
import type { ParameterValues, PeopleRunner } from '../simulate/contract.ts';
import type { Fit } from './fit-plan.ts';
import type { HonestyFile } from './honesty-file.ts';
import type { PlannedStudy } from './plan.ts';
import { planJobs } from './plan-jobs.ts';
import { predictPlan } from './predict-plan.ts';
import { valuesOf } from './run-plan.ts';
import { predictPoint } from './study-statistic.ts';

/** Screening runs over the central 90 % of each prior. */
const halfWidth = 1.645;

/** Parameters that correlate most with any row over the prior ensemble: the subset that is worth screening. */
export function mostInfluential(
  fit: Pick<Fit, 'prior' | 'priorPredictions'>,
  ids: readonly string[],
  most: number,
): string[] {
  const { prior, priorPredictions } = fit;
  const scores = ids.map((id, parameter) => {
    const x = prior.getRow(parameter);
    let best = 0;
    for (let row = 0; row < priorPredictions.rows; row++)
      best = Math.max(best, Math.abs(correlation(x, priorPredictions.getRow(row))));
    return { id, best };
  });
  return scores
    .sort((a, b) => b.best - a.best)
    .slice(0, most)
    .map(({ id }) => id);
}

/**
 * @param rows ids of the rows to screen, each by its first point
 * @param chosen parameters to screen; all others stay at their defaults
 */
export async function screen(
  studies: readonly PlannedStudy[],
  rows: ReadonlySet<string>,
  chosen: readonly string[],
  options: {
    readonly free: FreeParameters;
    readonly runner: PeopleRunner;
    readonly seed: number;
    readonly trajectories: number;
    readonly onProgress?: (done: number, all: number) => void;
    readonly signal?: AbortSignal;
  },
): Promise<NonNullable<HonestyFile['sensitivity']>> {
  const parameters = chosen.flatMap((id) => options.free.parameters.find((each) => each.id === id) ?? []);
  const design = morrisDesign(parameters.length, options.trajectories, options.seed);
  const points = design.flatMap((trajectory) => trajectory.points);
  const valuesAt = (point: readonly number[]): ParameterValues => ({
    ...Object.fromEntries(options.free.parameters.map(({ id, value }) => [id, value])),
    ...Object.fromEntries(
      parameters.map((parameter, index) => [
        parameter.id,
        natural(parameter, halfWidth * (2 * (point[index] as number) - 1)),
      ]),
    ),
  });
  const jobs = planJobs(studies, { wanted: (row) => rows.has(row.id), typicalAge: true });
  const readings = await predictPlan(
    jobs,
    {
      seed: options.seed,
      members: points.length,
      people: 1,
      spread: 'shared',
      sharedOf: (member) => valuesAt(points[member] ?? []),
    },
    {
      runner: options.runner,
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
    },
  );
  const seen = new Set<string>();
  const perTrajectory = parameters.length + 1;
  return {
    trajectories: options.trajectories,
    outputs: jobs.points.flatMap((each) => {
      if (seen.has(each.row.id)) return [];
      seen.add(each.row.id);
      const { perMember = [] } =
        predictPoint(each.point, valuesOf(each, readings), each.row, {
          seed: options.seed,
          key: each.row.id,
        }) ?? {};
      const logs = perMember.map((value) => (value > 0 ? Math.log(value) : Number.NaN));
      const outputs = design.map((_, trajectory) =>
        logs.slice(trajectory * perTrajectory, (trajectory + 1) * perTrajectory),
      );
      const effects = elementaryEffects(design, outputs, parameters.length)
        .map(({ parameter, influence, mean, spread }) => ({
          id: parameters[parameter]?.id ?? '',
          influence: Number(influence.toPrecision(4)),
          mean: Number(mean.toPrecision(4)),
          spread: Number(spread.toPrecision(4)),
        }))
        .sort((a, b) => b.influence - a.influence)
        .slice(0, 8);
      return [{ row: each.row.id, effects }];
    }),
  };
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const pairs = x.flatMap((value, index): [number, number][] => {
    const other = y[index];
    return other !== undefined && Number.isFinite(other) ? [[value, other]] : [];
  });
  if (pairs.length < 3) return 0;
  const mx = pairs.reduce((sum, [a]) => sum + a, 0) / pairs.length;
  const my = pairs.reduce((sum, [, b]) => sum + b, 0) / pairs.length;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const [a, b] of pairs) {
    xx += (a - mx) ** 2;
    yy += (b - my) ** 2;
    xy += (a - mx) * (b - my);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
