/** Fits the shared parameters to the rows of a plan that may be used for it. */
import { Matrix } from 'ml-matrix';
import { type EsMdaStep, esMda } from '../calibrate/es-mda.ts';
import { drawPriorEnsemble, type FreeParameters } from '../calibrate/prior-ensemble.ts';
import type { PeopleRunner } from '../simulate/contract.ts';
import type { PlannedPoint, PlannedRow, PlannedStudy } from './plan.ts';
import { type PlanJobs, planJobs } from './plan-jobs.ts';
import { predictPlan } from './predict-plan.ts';
import { valuesOf } from './run-plan.ts';
import { assumedPeople, predictPoint } from './study-statistic.ts';

/** One number to fit: on a scale on which errors add up. */
export interface FitTarget {
  readonly row: PlannedRow;
  /** Index into the points of the jobs. */
  readonly point: number;
  readonly observed: number;
  readonly errorStandardDeviation: number;
}

/** What a good model of this kind may still miss, log scale (assumed): a fifth up or down. */
const modelError = 0.2;
/** The same for differences, as a share of the observed difference. */
const modelErrorShare = 0.35;
/** Scatter of a study's statistic where it reports none: people differ by this much, log scale (assumed). */
const assumedPersonSpread = 0.5;
/** Half width of an 80 % interval in standard deviations; the margin of a null is read as such an interval around no effect. */
const eighty = 1.2815515655446004;

/** Rows that may be fitted: calibrate and negative rows that count, with a size. */
export function mayBeFitted(row: PlannedRow): boolean {
  return (
    (row.role === 'calibrate' || row.role === 'negative') &&
    row.class === 'scored' &&
    row.notExpressible === undefined &&
    row.kind !== 'direction' &&
    row.kind !== 'correlation' &&
    row.kind !== 'share'
  );
}

/** The numbers to fit, each with its error; a study's error grows with its number of points, so that it weighs 1. */
export function fitTargets(jobs: PlanJobs): FitTarget[] {
  const found = jobs.points.flatMap(({ row, point }, index) => {
    const target = mayBeFitted(row) ? targetOf(row, point) : undefined;
    return target ? [{ row, point: index, ...target }] : [];
  });
  const perStudy = new Map<string, number>();
  for (const { row } of found) perStudy.set(row.study, (perStudy.get(row.study) ?? 0) + 1);
  return found.map((target) => ({
    ...target,
    errorStandardDeviation: target.errorStandardDeviation * Math.sqrt(perStudy.get(target.row.study) ?? 1),
  }));
}

/** True where a point is fitted as a logarithm. */
const isLog = (point: PlannedPoint): boolean =>
  point.contrast !== 'difference' && point.measure.noise?.kind !== 'additive' && point.observed > 0;

function targetOf(
  row: PlannedRow,
  point: PlannedPoint,
): { observed: number; errorStandardDeviation: number } | undefined {
  const log = isLog(point);
  const observed = log
    ? Math.log(row.kind === 'null' ? 1 : point.observed)
    : row.kind === 'null'
      ? 0
      : point.observed;
  if (!Number.isFinite(observed)) return undefined;
  if (row.margin) {
    const [low, high] = row.margin;
    const width = log ? Math.log(high / low) : high - low;
    return { observed, errorStandardDeviation: width / (2 * eighty) };
  }
  const scale = log ? 1 : Math.max(Math.abs(point.observed), 1e-9);
  const model = log ? modelError : modelErrorShare * scale;
  const ofStudy = point.interval80
    ? (log
        ? Math.log(point.interval80[1] / point.interval80[0])
        : point.interval80[1] - point.interval80[0]) /
      (2 * eighty)
    : (assumedPersonSpread * scale) / Math.sqrt(point.people.arm ?? assumedPeople);
  const laboratory =
    point.contrast === 'absolute' ? (point.measure.noise?.betweenLaboratories ?? 0) * (log ? 1 : 0) : 0;
  const range = point.observedRange
    ? (log
        ? Math.log(point.observedRange[1] / point.observedRange[0])
        : point.observedRange[1] - point.observedRange[0]) /
      (2 * eighty)
    : 0;
  return {
    observed,
    errorStandardDeviation: Math.sqrt(model ** 2 + ofStudy ** 2 + laboratory ** 2 + range ** 2),
  };
}

/** Longer lives are left to validation: they cost most and say least about what a fit can move. */
const longestFittedDays = 130;

/** What a fit runs: the rows that may be fitted, led by typical adults, of lives that are not too long. */
export function fitJobs(studies: readonly PlannedStudy[]): PlanJobs {
  const lifeOf = new Map(studies.map(({ study, lives }) => [study, lives]));
  const short = ({ study, points }: PlannedRow): boolean =>
    points.every(({ arm, against }) =>
      [arm, against].every(
        (name) =>
          name === undefined ||
          (lifeOf.get(study)?.get(name)?.horizonDays ?? Number.POSITIVE_INFINITY) <= longestFittedDays,
      ),
    );
  return planJobs(studies, { wanted: (row) => mayBeFitted(row) && short(row), typicalAge: true });
}

/** Predictions of one step; the fit is a pure function of them, so that an interrupted one is replayed from its steps. */
export interface FitCheckpoint {
  readonly iteration: number;
  /** Targets x members. */
  readonly predictions: readonly (readonly number[])[];
}

export interface FitOptions {
  readonly free: FreeParameters;
  /** How many draws, or which. */
  readonly members: number | readonly number[];
  readonly seed: number;
  readonly inflation: readonly number[];
  readonly runner: PeopleRunner;
  /** Steps of an interrupted fit with the same plan, model, seed and members. */
  readonly resume?: readonly FitCheckpoint[];
  readonly onCheckpoint?: (checkpoint: FitCheckpoint) => Promise<void>;
  readonly onStep?: (step: EsMdaStep) => void;
  readonly onProgress?: (iteration: number, done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

export interface Fit {
  readonly targets: readonly FitTarget[];
  readonly prior: Matrix;
  readonly posterior: Matrix;
  /** Predictions of the targets by the prior ensemble: targets x members. */
  readonly priorPredictions: Matrix;
  readonly steps: readonly EsMdaStep[];
}

/**
 * ES-MDA over the typical person of each study (personal variation off: its effect on a fold is small beside the
 * errors), from draws of the priors.
 */
export async function fitPlan(studies: readonly PlannedStudy[], options: FitOptions): Promise<Fit> {
  const { free, members, seed, inflation, resume = [] } = options;
  const jobs = fitJobs(studies);
  const targets = fitTargets(jobs);
  const prior = drawPriorEnsemble(free, members, seed);
  let priorPredictions = prior;
  const { ensemble, steps } = await esMda({
    prior,
    observed: targets.map(({ observed }) => observed),
    errorStandardDeviation: targets.map(({ errorStandardDeviation }) => errorStandardDeviation),
    inflation,
    seed,
    localize: true,
    bounds: free.bounds,
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onStep ? { onStep: options.onStep } : {}),
    predict: async (current, iteration) => {
      const kept = resume.find((step) => step.iteration === iteration);
      const predictions = kept
        ? new Matrix(kept.predictions.map((row) => row.map((value) => value ?? Number.NaN)))
        : await predictTargets(jobs, targets, current, options, iteration);
      if (iteration === 0) priorPredictions = predictions;
      if (!kept) await options.onCheckpoint?.({ iteration, predictions: predictions.to2DArray() });
      return predictions;
    },
  });
  return { targets, prior, posterior: ensemble, priorPredictions, steps };
}

/** Predictions of the targets by every member of an ensemble: targets x members, NaN where there is none. */
export async function predictTargets(
  jobs: PlanJobs,
  targets: readonly FitTarget[],
  ensemble: Matrix,
  options: Pick<FitOptions, 'free' | 'seed' | 'runner' | 'onProgress' | 'signal'>,
  iteration: number,
): Promise<Matrix> {
  const readings = await predictPlan(
    jobs,
    {
      seed: options.seed,
      members: ensemble.columns,
      people: 1,
      spread: 'shared',
      sharedOf: (member) => options.free.valuesOf(ensemble, member),
    },
    {
      runner: options.runner,
      onProgress: (done, all) => options.onProgress?.(iteration, done, all),
      ...(options.signal ? { signal: options.signal } : {}),
    },
  );
  const predictions = new Matrix(targets.length, ensemble.columns);
  for (const [at, { row, point }] of targets.entries()) {
    const each = jobs.points[point] as PlanJobs['points'][number];
    const predicted = predictPoint(each.point, valuesOf(each, readings), row, {
      seed: options.seed,
      key: row.id,
    });
    for (let member = 0; member < ensemble.columns; member++) {
      const value = predicted?.perMember[member] ?? Number.NaN;
      const scaled = isLog(each.point) ? (value > 0 ? Math.log(value) : Number.NaN) : value;
      predictions.set(at, member, scaled);
    }
  }
  return predictions;
}
