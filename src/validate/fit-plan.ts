/** Fits the shared parameters to the rows of a plan that may be used for it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
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
  /** What the fit allows: study, laboratory and model, widened so that a study with many points weighs 1. */
  readonly errorStandardDeviation: number;
  /** The same of this one point, not widened. */
  readonly ownStandardDeviation: number;
  /** Of study and laboratory alone, without what the model is allowed to miss. */
  readonly studyStandardDeviation: number;
  /** True where the number is a logarithm. */
  readonly log: boolean;
  readonly reportsSpread: boolean;
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
    errorStandardDeviation: target.ownStandardDeviation * Math.sqrt(perStudy.get(target.row.study) ?? 1),
  }));
}

/** True where a point is fitted as a logarithm. */
const isLog = (point: PlannedPoint): boolean =>
  point.contrast !== 'difference' && point.measure.noise?.kind !== 'additive' && point.observed > 0;

function targetOf(
  row: PlannedRow,
  point: PlannedPoint,
):
  | Pick<FitTarget, 'observed' | 'ownStandardDeviation' | 'studyStandardDeviation' | 'log' | 'reportsSpread'>
  | undefined {
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
    const ownStandardDeviation = width / (2 * eighty);
    return {
      observed,
      ownStandardDeviation,
      studyStandardDeviation: ownStandardDeviation,
      log,
      reportsSpread: false,
    };
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
  const studyStandardDeviation = Math.hypot(ofStudy, laboratory, range);
  return {
    observed,
    ownStandardDeviation: Math.hypot(model, studyStandardDeviation),
    studyStandardDeviation,
    log,
    reportsSpread: point.interval80 !== undefined,
  };
}

/** Longer lives are left to validation: they cost most and say least about what a fit can move. */
const longestFittedDays = 130;

/**
 * What a fit runs: the rows that may be fitted, led by typical adults, of lives that are not too long.
 *
 * @param group only the rows of this group
 */
export function fitJobs(studies: readonly PlannedStudy[], group?: string): PlanJobs {
  const lifeOf = new Map(studies.map(({ study, lives }) => [study, lives]));
  const short = ({ study, points }: PlannedRow): boolean =>
    points.every(({ arm, against }) =>
      [arm, against].every(
        (name) =>
          name === undefined ||
          (lifeOf.get(study)?.get(name)?.horizonDays ?? Number.POSITIVE_INFINITY) <= longestFittedDays,
      ),
    );
  return planJobs(studies, {
    wanted: (row) => (group === undefined || row.group === group) && mayBeFitted(row) && short(row),
    typicalAge: true,
  });
}

/** Predictions that were made already: a fit is a pure function of them, so that an interrupted one is replayed. */
export interface PredictionStore {
  /** @param inputs digest of the draws; predictions of other draws are not found */
  find(name: string, inputs: string): Promise<readonly (readonly (number | null)[])[] | undefined>;
  keep(name: string, inputs: string, predictions: readonly (readonly number[])[]): Promise<void>;
}

export interface FitOptions {
  readonly free: FreeParameters;
  /** How many draws, or which. */
  readonly members: number | readonly number[];
  readonly seed: number;
  readonly inflation: readonly number[];
  /** How wide the priors are taken, in the widths of the ranges; 1 unless given. */
  readonly width?: number;
  readonly runner: PeopleRunner;
  readonly store?: PredictionStore;
  readonly onStep?: (step: EsMdaStep) => void;
  readonly onProgress?: (what: string, done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

/** Draws that the model was run for. */
export interface FitRound {
  readonly inputs: Matrix;
  /** Targets x draws. */
  readonly predictions: Matrix;
}

export interface Fit {
  readonly jobs: PlanJobs;
  readonly targets: readonly FitTarget[];
  readonly prior: Matrix;
  readonly posterior: Matrix;
  /** Predictions of the targets by the prior ensemble: targets x members. */
  readonly priorPredictions: Matrix;
  /** Every step: the draws before it, and what they predict. */
  readonly rounds: readonly FitRound[];
  readonly steps: readonly EsMdaStep[];
}

/**
 * ES-MDA over the typical person of each study (personal variation off: its effect on a fold is small beside the
 * errors), from draws of the priors.
 */
export async function fitPlan(studies: readonly PlannedStudy[], options: FitOptions): Promise<Fit> {
  const { free, members, seed, inflation } = options;
  const jobs = fitJobs(studies);
  const targets = fitTargets(jobs);
  const prior = Matrix.mul(drawPriorEnsemble(free, members, seed), options.width ?? 1);
  const rounds: FitRound[] = [];
  const { ensemble, steps } = await esMda({
    prior,
    observed: targets.map(({ observed }) => observed),
    errorStandardDeviation: targets.map(({ errorStandardDeviation }) => errorStandardDeviation),
    inflation,
    seed,
    localize: true,
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onStep ? { onStep: options.onStep } : {}),
    predict: async (inputs, iteration) => {
      const predictions = await predictTargets(jobs, targets, inputs, options, `step ${iteration + 1}`);
      rounds.push({ inputs: inputs.clone(), predictions });
      return predictions;
    },
  });
  const [first] = rounds;
  return {
    jobs,
    targets,
    prior,
    posterior: ensemble,
    priorPredictions: first?.predictions ?? prior,
    rounds,
    steps,
  };
}

/**
 * Predictions of the targets by every member of an ensemble: targets x members, NaN where there is none.
 *
 * @param name what these predictions are called in the store and in messages of progress
 */
export async function predictTargets(
  jobs: PlanJobs,
  targets: readonly FitTarget[],
  ensemble: Matrix,
  options: Pick<FitOptions, 'free' | 'seed' | 'runner' | 'store' | 'onProgress' | 'signal'>,
  name: string,
): Promise<Matrix> {
  const inputs = digestOf(ensemble, targets);
  const kept = await options.store?.find(name, inputs);
  if (kept) return new Matrix(kept.map((row) => row.map((value) => value ?? Number.NaN)));
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
      onProgress: (done, all) => options.onProgress?.(name, done, all),
      ...(options.signal ? { signal: options.signal } : {}),
    },
  );
  const predictions = new Matrix(targets.length, ensemble.columns);
  for (const [at, { row, point, log }] of targets.entries()) {
    const each = jobs.points[point] as PlanJobs['points'][number];
    const predicted = predictPoint(each.point, valuesOf(each, readings), row, {
      seed: options.seed,
      key: row.id,
    });
    for (let member = 0; member < ensemble.columns; member++) {
      const value = predicted?.perMember[member] ?? Number.NaN;
      predictions.set(at, member, log ? (value > 0 ? Math.log(value) : Number.NaN) : value);
    }
  }
  await options.store?.keep(name, inputs, predictions.to2DArray());
  return predictions;
}

function digestOf(ensemble: Matrix, targets: readonly FitTarget[]): string {
  const names = utf8ToBytes(targets.map(({ row, point }) => `${row.id}/${point}`).join(' '));
  const numbers = new Uint8Array(Float64Array.from(ensemble.to1DArray()).buffer);
  return bytesToHex(sha256.create().update(names).update(numbers).digest());
}
