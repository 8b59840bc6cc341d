/** Leave-one-group-out: each group of studies is predicted by an ensemble that has not seen it. */
import type { Matrix } from 'ml-matrix';
import type { FreeParameters } from '../calibrate/prior-ensemble.ts';
import { updateOnce } from '../calibrate/update-once.ts';
import type { PeopleRunner } from '../simulate/contract.ts';
import type { Fit } from './fit-plan.ts';
import { mayBeFitted } from './fit-plan.ts';
import type { PlannedRow, PlannedStudy } from './plan.ts';
import { planJobs } from './plan-jobs.ts';
import { predictPlan } from './predict-plan.ts';
import { type RowResult, scorePlan } from './run-plan.ts';
import { type ScoredRow, type Summary, summarize } from './score.ts';

export interface LeftOutGroup {
  readonly group: string;
  readonly summary: Summary;
  readonly rows: readonly RowResult[];
}

export interface CrossValidation {
  readonly groups: readonly LeftOutGroup[];
  readonly total: Summary;
}

/** Groups that hold a row which was fitted or could be. */
export function groupsOf(studies: readonly PlannedStudy[]): string[] {
  return [...new Set(studies.flatMap(({ rows }) => rows.filter(isJudged).map(({ group }) => group)))].sort();
}

/** Rows that a blind prediction is judged by: also shares, correlations and directions, which are not fitted. */
const isJudged = (row: PlannedRow): boolean =>
  (row.class === 'scored' || row.class === 'direction') &&
  row.role !== 'set' &&
  row.notExpressible === undefined;

export async function crossValidate(
  studies: readonly PlannedStudy[],
  fit: Pick<Fit, 'targets' | 'prior' | 'priorPredictions'>,
  options: {
    readonly free: FreeParameters;
    readonly runner: PeopleRunner;
    readonly seed: number;
    /** Draws of each left-out ensemble that are run. */
    readonly members: number;
    readonly people: number;
    readonly onProgress?: (group: string, done: number, all: number) => void;
    readonly signal?: AbortSignal;
  },
): Promise<CrossValidation> {
  const groups: LeftOutGroup[] = [];
  const scored: ScoredRow[] = [];
  for (const group of groupsOf(studies)) {
    const ensemble = await ensembleWithout(group, fit, options);
    const own = studies
      .map((study) => ({ ...study, rows: study.rows.filter((row) => row.group === group && isJudged(row)) }))
      .filter(({ rows }) => rows.length > 0);
    const jobs = planJobs(own);
    const members = Math.min(options.members, ensemble.columns);
    const readings = await predictPlan(
      jobs,
      {
        seed: options.seed,
        members,
        people: options.people,
        spread: 'both',
        sharedOf: (member) => options.free.valuesOf(ensemble, member),
      },
      {
        runner: options.runner,
        onProgress: (done, all) => options.onProgress?.(group, done, all),
        ...(options.signal ? { signal: options.signal } : {}),
      },
    );
    const result = scorePlan({ studies: own }, jobs, readings, options.seed);
    groups.push({ group, summary: result.summary, rows: result.rows });
    scored.push(...result.scored);
  }
  return { groups, total: summarize(scored) };
}

/** The ensemble from the data of all other groups. A study whose rows lie in two groups leaves with each. */
export async function ensembleWithout(
  group: string,
  { targets, prior, priorPredictions }: Pick<Fit, 'targets' | 'prior' | 'priorPredictions'>,
  { free, seed }: { readonly free: FreeParameters; readonly seed: number },
): Promise<Matrix> {
  const studies = new Set(targets.filter(({ row }) => row.group === group).map(({ row }) => row.study));
  const keep = targets.flatMap(({ row }, index) =>
    mayBeFitted(row) && row.group !== group && !studies.has(row.study) ? [index] : [],
  );
  return updateOnce(
    {
      prior,
      predictions: priorPredictions,
      observed: targets.map(({ observed }) => observed),
      errorStandardDeviation: targets.map(({ errorStandardDeviation }) => errorStandardDeviation),
    },
    { keep, seed, localize: true, bounds: free.bounds },
  );
}
