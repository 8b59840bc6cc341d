/** A plan, run and scored: what `zonula validate` gives. */
import type { Problem } from '../problem/problem.ts';
import type { PeopleRunner } from '../simulate/contract.ts';
import type { PlannedPoint, PlannedRow, ValidationPlan } from './plan.ts';
import { type PlanJobs, planJobs } from './plan-jobs.ts';
import { type Ensemble, type PlanReadings, predictPlan } from './predict-plan.ts';
import {
  type Prediction,
  type ScoredRow,
  type Summary,
  scoreRow,
  summarize,
  type Verdict,
  withoutEffect,
} from './score.ts';
import { type PointPrediction, type PointValues, predictPoint } from './study-statistic.ts';

export interface PredictedPoint {
  readonly point: PlannedPoint;
  readonly prediction: PointPrediction;
}

export type ObservedValue = number | 'up' | 'down' | readonly [low: number, high: number];

export interface RowResult {
  readonly id: string;
  readonly study: string;
  readonly group: string;
  readonly role: PlannedRow['role'];
  readonly class: PlannedRow['class'];
  readonly kind: PlannedRow['kind'];
  readonly unit: string | undefined;
  /**
   * What the study saw: a number, a direction, or a range. Of a row with several points, the one with the largest
   * effect; all stand in `points`.
   */
  readonly observed: ObservedValue | undefined;
  readonly predicted: Prediction | undefined;
  /** Only where the row has several points. */
  readonly points?: readonly {
    readonly label: string | undefined;
    readonly observed: ObservedValue;
    readonly predicted: Prediction | undefined;
  }[];
  readonly foldError: number | undefined;
  readonly directionRight: boolean | undefined;
  readonly covered: number | undefined;
  readonly margin: readonly [number, number] | undefined;
  readonly verdict: Verdict;
  /** True where a dose lies outside what the model's sources cover: the prediction is a guess. */
  readonly extrapolates: boolean;
  readonly why: string | undefined;
}

export interface PlanResult {
  readonly summary: Summary & {
    /** The model in which nothing changes, on the rows that compare something. */
    readonly nullModel: Summary;
    /** Ours on the same rows. */
    readonly onContrasts: Summary;
    readonly criteria: readonly Criterion[];
  };
  readonly rows: readonly RowResult[];
  readonly problems: readonly Problem[];
}

export interface Criterion {
  readonly name: string;
  readonly wanted: string;
  readonly value: number | undefined;
  readonly met: boolean | undefined;
}

/** The points of all rows with their predictions, and rows as they are scored. */
export interface PredictedPlan {
  readonly points: ReadonlyMap<string, readonly PredictedPoint[]>;
  readonly scored: readonly ScoredRow[];
  readonly problems: readonly Problem[];
}

export interface RunPlanOptions {
  readonly runner: PeopleRunner;
  readonly ensemble: Ensemble;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

/** Runs every row that can be run, and scores all. */
export async function runPlan(
  plan: ValidationPlan,
  options: RunPlanOptions,
): Promise<PlanResult & PredictedPlan> {
  const jobs = planJobs(plan.studies);
  const readings = await predictPlan(jobs, options.ensemble, options);
  return scorePlan(plan, jobs, readings, options.ensemble.seed);
}

/** Scores a plan from readings; pure. */
export function scorePlan(
  plan: Pick<ValidationPlan, 'studies'>,
  jobs: PlanJobs,
  readings: PlanReadings,
  seed: number,
): PlanResult & PredictedPlan {
  const points = new Map<string, PredictedPoint[]>();
  for (const each of jobs.points) {
    const list = points.get(each.row.id) ?? [];
    const prediction = predictPoint(each.point, valuesOf(each, readings), each.row, {
      seed,
      key: `${each.row.id}/${list.length}`,
    });
    if (prediction) list.push({ point: each.point, prediction });
    points.set(each.row.id, list);
  }
  const rows = plan.studies.flatMap((study) => study.rows);
  const beyond = new Set(
    plan.studies.flatMap(({ rows: own, beyondStudied }) =>
      own.flatMap(({ id, points: list }) =>
        list.some(({ arm, against }) => beyondStudied.has(arm) || beyondStudied.has(against ?? arm))
          ? [id]
          : [],
      ),
    ),
  );
  const scored = rows.map((row) => scoredRow(row, points.get(row.id) ?? []));
  const results = rows.map((row, index) =>
    rowResult(row, scored[index] as ScoredRow, points.get(row.id) ?? [], beyond.has(row.id)),
  );
  const contrasts = scored.filter(
    (row) => row.points.length > 0 && row.points.every(({ noEffect }) => noEffect !== undefined),
  );
  const summary = summarize(scored);
  return {
    summary: {
      ...summary,
      nullModel: summarize(contrasts.map(withoutEffect)),
      onContrasts: summarize(contrasts),
      criteria: criteriaOf(summary),
    },
    rows: results,
    problems: readings.problems,
    points,
    scored,
  };
}

/** By member, the values of its people. */
export function valuesOf(
  each: PlanJobs['points'][number],
  { members, people, values }: PlanReadings,
): PointValues {
  const byMember = (reading: number): number[][] =>
    Array.from({ length: members }, (_, member) => [
      ...(values[reading] as Float64Array).subarray(member * people, (member + 1) * people),
    ]);
  const optional = (reading: number | undefined): number[][] | undefined =>
    reading === undefined ? undefined : byMember(reading);
  return {
    value: byMember(each.value),
    before: optional(each.before),
    against: optional(each.against),
    againstBefore: optional(each.againstBefore),
    with: optional(each.with),
  };
}

export function scoredRow(row: PlannedRow, points: readonly PredictedPoint[]): ScoredRow {
  const complete = points.length === row.points.length;
  return {
    id: row.id,
    study: row.study,
    group: row.group,
    role: row.role,
    class: complete ? row.class : 'not-expressible',
    kind: row.kind,
    ...(row.margin ? { margin: row.margin } : {}),
    points: complete
      ? points.map(({ point, prediction }) => ({
          observed: point.observed,
          ...(point.observedDirection === undefined ? {} : { observedDirection: point.observedDirection }),
          ...(point.observedRange === undefined ? {} : { observedRange: point.observedRange }),
          predicted: prediction.p50,
          scale: point.scale,
          ...(point.noEffect === undefined ? {} : { noEffect: point.noEffect }),
          prediction: { p10: prediction.p10, p50: prediction.p50, p90: prediction.p90 },
          observation: {
            value: point.observed,
            ...(point.interval80 === undefined ? {} : { interval80: point.interval80 }),
          },
        }))
      : [],
  };
}

function rowResult(
  row: PlannedRow,
  scored: ScoredRow,
  points: readonly PredictedPoint[],
  extrapolates: boolean,
): RowResult {
  const score = scoreRow(scored);
  const predictionOf = (point: PlannedPoint): Prediction | undefined => {
    const prediction = points.find((each) => each.point === point)?.prediction;
    return prediction && { p10: prediction.p10, p50: prediction.p50, p90: prediction.p90 };
  };
  const all = row.points.map((point) => ({
    label: point.label,
    observed: observedValue(point),
    predicted: predictionOf(point),
  }));
  const lead = all[row.points.indexOf(largestEffect(row.points) as PlannedPoint)];
  return {
    id: row.id,
    study: row.study,
    group: row.group,
    role: row.role,
    class: scored.class,
    kind: row.kind,
    unit: row.points[0]?.unit,
    observed: lead?.observed,
    predicted: lead?.predicted,
    ...(all.length > 1 ? { points: all } : {}),
    foldError: score.foldError,
    directionRight: score.directionRight,
    covered: score.covered,
    margin: row.margin,
    verdict: score.verdict,
    extrapolates,
    why: whyOf(row, scored, points),
  };
}

function observedValue({ observed, observedDirection, observedRange }: PlannedPoint): ObservedValue {
  if (observedDirection !== undefined) return observedDirection > 0 ? 'up' : 'down';
  return observedRange ?? observed;
}

/** The point of a row that lies farthest from no effect; of amounts, the largest. */
function largestEffect(points: readonly PlannedPoint[]): PlannedPoint | undefined {
  const size = ({ observed, noEffect, scale }: PlannedPoint): number =>
    noEffect === undefined
      ? observed
      : scale === 'ratio'
        ? Math.abs(Math.log(observed / noEffect))
        : Math.abs(observed - noEffect);
  return [...points].sort((a, b) => size(b) - size(a))[0];
}

function whyOf(row: PlannedRow, scored: ScoredRow, points: readonly PredictedPoint[]): string | undefined {
  if (row.notExpressible !== undefined) return row.notExpressible;
  if (scored.class === 'not-expressible')
    return points.length === 0
      ? 'The assembled model lacks what this row measures, or no life of it could be run.'
      : 'Some points of the row could not be run.';
  return row.why;
}

/** The criteria that were set before any result. */
export function criteriaOf(summary: Summary): Criterion[] {
  const atLeast = (name: string, value: number | undefined, least: number): Criterion => ({
    name,
    wanted: `at least ${Math.round(100 * least)} %`,
    value,
    met: value === undefined ? undefined : value >= least - 1e-9,
  });
  const { coverage80: covered, gmfe } = summary;
  return [
    atLeast('direction right', summary.directionRight, 0.95),
    atLeast('within 2-fold', summary.within2fold, 0.85),
    {
      name: 'geometric mean fold error',
      wanted: 'at most 1.4',
      value: gmfe,
      met: gmfe === undefined ? undefined : gmfe <= 1.4,
    },
    atLeast('counted negatives held', summary.negativesHeld, 0.9),
    {
      name: '80 % bands hold',
      wanted: '70 % to 90 %',
      value: covered,
      met: covered === undefined ? undefined : covered >= 0.7 && covered <= 0.9,
    },
  ];
}
