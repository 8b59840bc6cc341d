/** Leave-one-group-out: each group of studies is predicted by an ensemble that has not seen it. */
import type { Matrix } from 'ml-matrix';
import type { FreeParameters } from '../calibrate/prior-ensemble.ts';
import { updateOnce } from '../calibrate/update-once.ts';
import type { PeopleRunner } from '../simulate/contract.ts';
import type { Fit } from './fit-plan.ts';
import { keptWithout } from './held-out.ts';
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

/** @param without draws that have not seen a group */
export async function crossValidate(
  studies: readonly PlannedStudy[],
  without: (group: string) => Promise<Matrix> | Matrix,
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
    const ensemble = await without(group);
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

/** The smoother's draws from the data of all other groups, in one update of its first predictions. */
export async function ensembleWithout(
  group: string,
  { targets, prior, priorPredictions }: Pick<Fit, 'targets' | 'prior' | 'priorPredictions'>,
  seed: number,
): Promise<Matrix> {
  return updateOnce(
    {
      prior,
      predictions: priorPredictions,
      observed: targets.map(({ observed }) => observed),
      errorStandardDeviation: targets.map(({ errorStandardDeviation }) => errorStandardDeviation),
    },
    { keep: keptWithout(group, targets), seed, localize: true },
  );
}
