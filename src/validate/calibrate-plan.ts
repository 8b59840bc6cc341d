/** The whole of `npm run calibrate`: fit, posterior file, and the checks that doubt the fit. */
import { informationByParameter, informedDirections } from '../calibrate/identifiability.ts';
import { type Posterior, posteriorVersion } from '../calibrate/posterior-file.ts';
import type { FreeParameters } from '../calibrate/prior-ensemble.ts';
import type { PeopleRunner } from '../simulate/contract.ts';
import type { Gut } from '../simulate/gut.ts';
import { type ComparedFits, compareFits } from './compare-fits.ts';
import { type CrossValidation, crossValidate } from './cross-validate.ts';
import { type Finish, finishPlan } from './finish-plan.ts';
import { type Fit, fitPlan, type PredictionStore } from './fit-plan.ts';
import type { HonestyFile, HonestySummary } from './honesty-file.ts';
import type { ValidationPlan } from './plan.ts';
import { choosePriorWidth } from './prior-width.ts';
import type { Summary } from './score.ts';
import { viableMembers } from './viable-members.ts';

export interface CalibrateOptions {
  readonly gut: Gut;
  readonly free: FreeParameters;
  readonly runner: PeopleRunner;
  readonly members: number;
  /** Steps of the smoother. */
  readonly steps: number;
  readonly seed: number;
  /** Particles of the finish, and of each ensemble that has not seen a group. */
  readonly particles: number;
  readonly particlesLeftOut: number;
  /** Draws of each left-out ensemble that the model is run for. */
  readonly leftOutMembers: number;
  readonly store: PredictionStore;
  readonly onProgress: (what: string, done: number, all: number) => void;
  readonly onMessage: (message: string) => void;
  readonly signal?: AbortSignal;
}

/** Each step trusts the data twice as much as the one before: the first comes from far away. The inverses sum to 1. */
export function inflationOf(steps: number): number[] {
  const total = 2 ** steps - 1;
  return Array.from({ length: steps }, (_, step) => total / 2 ** step);
}

const methodName = (steps: number, { kept, priors, finish }: ComparedFits['comparison']): string =>
  kept === 'smoother'
    ? `ES-MDA, ${steps} steps, localised by the size of correlations, from priors ${priors.width} times as wide as the ranges`
    : `ES-MDA, ${steps} steps, then tempered particles on emulators of the rows, likelihood to the power ${finish.power}, from priors ${priors.width} times as wide as the ranges`;

export interface Calibration extends ComparedFits {
  readonly file: Posterior;
  readonly fit: Fit;
  readonly finish: Finish;
}

/** @throws ZonulaError Z6003 or Z5090 when cancelled; what was run is in the store */
export async function calibratePlan(plan: ValidationPlan, options: CalibrateOptions): Promise<Calibration> {
  const { free, gut, members, steps, seed } = options;
  const alive = await viableMembers(gut, free, members, options);
  options.onMessage(
    `${alive.length} draws whose colon lives, of the first ${(alive.at(-1) ?? -1) + 1} draws of the priors`,
  );
  const widths = await choosePriorWidth(plan.studies, {
    ...options,
    members: alive.slice(0, options.leftOutMembers),
  });
  options.onMessage(
    `width of the priors, and score of draws that have seen no data: ${widths.tried.map(({ width, score }) => `${width}: ${shortly(score.score ?? null)}`).join(', ')}; taken: ${widths.width}`,
  );
  const { width } = widths;
  const fit = await fitPlan(plan.studies, {
    ...options,
    members: alive,
    width,
    inflation: inflationOf(steps),
    onStep: ({ iteration, misfit }) =>
      options.onMessage(
        `step ${iteration + 1} of ${steps}: misfit ${misfit.toFixed(2)} standard errors before it`,
      ),
  });
  const finish = await finishPlan(fit, { ...options, width, furtherRounds: widths.rounds });
  const compared = await compareFits(plan.studies, { widths, fit, finish }, options);
  const { comparison, posterior } = compared;
  for (const { name, fitted, leftOut } of comparison.candidates)
    options.onMessage(
      `${name}: score ${shortly(fitted.score)} on fitted rows, ${shortly(leftOut.score)} left out; 80 % bands hold ${shortly(fitted.coverage80)}, left out ${shortly(leftOut.coverage80)}`,
    );
  for (const { of, against, mean, standardError } of comparison.differences)
    options.onMessage(
      `left out, ${of} minus ${against}: ${mean.toFixed(3)} (standard error ${standardError.toFixed(3)}; below 0 the ${of} is better)`,
    );
  options.onMessage(`kept: ${comparison.kept}`);
  return {
    ...compared,
    fit,
    finish,
    file: {
      zonulaPosterior: posteriorVersion,
      assembly: gut.assembly,
      modelHash: gut.system.hash,
      planHash: plan.hash,
      seed,
      method: methodName(steps, comparison),
      steps: fit.steps.map(({ iteration, misfit }) => ({ iteration, misfit: rounded(misfit) })),
      parameters: free.parameters.map(({ id }) => id),
      priors: free.parameters.map(({ value, range: [low, high] }) => ({ value, range: [low, high] })),
      members: Array.from({ length: posterior.columns }, (_, member) =>
        Object.values(free.valuesOf(posterior, member)).map(rounded),
      ),
    },
  };
}

const shortly = (value: number | null): string => (value === null ? '-' : value.toFixed(3));

export interface DoubtOptions
  extends Pick<CalibrateOptions, 'gut' | 'free' | 'runner' | 'seed' | 'onProgress' | 'signal'> {
  /** Draws of each left-out ensemble that are run, and people per draw. */
  readonly members: number;
  readonly people: number;
  readonly sensitivity: HonestyFile['sensitivity'];
  readonly sobol: NonNullable<HonestyFile['sobol']>;
  readonly variants: HonestyFile['variants'];
  readonly irrelevant: HonestyFile['irrelevant'];
}

/** Cross-validation and identifiability of a fit, with what else was done to doubt it. */
export async function doubtFit(
  plan: ValidationPlan,
  { fit, posterior, without, comparison }: Pick<Calibration, 'fit' | 'posterior' | 'without' | 'comparison'>,
  options: DoubtOptions,
): Promise<HonestyFile> {
  const { gut, free, seed, members, people } = options;
  const crossValidation = await crossValidate(plan.studies, without, {
    free,
    runner: options.runner,
    seed,
    members,
    people,
    onProgress: (group, done, all) => options.onProgress(`without ${group}`, done, all),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const ids = free.parameters.map(({ id }) => id);
  const information = informationByParameter(ids, fit.prior, posterior);
  const directions = informedDirections(
    ids,
    fit.prior,
    fit.priorPredictions,
    fit.targets.map(({ errorStandardDeviation }) => errorStandardDeviation),
  );
  return {
    zonulaHonesty: 1,
    planHash: plan.hash,
    modelHash: gut.system.hash,
    assembly: gut.assembly,
    seed,
    members,
    crossValidation: crossValidationFile(crossValidation),
    identifiability: {
      narrowed: [...information]
        .sort((a, b) => a.remaining - b.remaining)
        .slice(0, 25)
        .map(({ id, remaining, shift }) => ({ id, remaining: rounded(remaining), shift: rounded(shift) })),
      untouched: information.filter(({ remaining }) => remaining > 0.9).length,
      parameters: information.length,
      directions: directions.map(({ signal, loadings }) => ({
        signal: rounded(signal),
        loadings: loadings.map(({ id, share }) => ({ id, share: rounded(share) })),
      })),
    },
    sensitivity: options.sensitivity,
    sobol: options.sobol,
    fits: comparison,
    variants: options.variants,
    irrelevant: options.irrelevant,
  };
}

function crossValidationFile({ groups, total }: CrossValidation): HonestyFile['crossValidation'] {
  return {
    total: summaryForFile(total),
    groups: groups.map(({ group, summary, rows }) => ({
      group,
      summary: summaryForFile(summary),
      rows: rows.map(({ id, predicted, foldError, verdict }) => {
        return {
          id,
          p10: predicted ? rounded(predicted.p10) : null,
          p50: predicted ? rounded(predicted.p50) : null,
          p90: predicted ? rounded(predicted.p90) : null,
          foldError: foldError === undefined ? null : rounded(foldError),
          verdict,
        };
      }),
    })),
  };
}

export function summaryForFile(summary: Summary): HonestySummary {
  const share = (value: number | undefined): number | null => (value === undefined ? null : rounded(value));
  return {
    rows: summary.rows,
    directionRight: share(summary.directionRight),
    within1_5fold: share(summary.within1_5fold),
    within2fold: share(summary.within2fold),
    gmfe: share(summary.gmfe),
    coverage80: share(summary.coverage80),
    negativesHeld: share(summary.negativesHeld),
  };
}

/** Six figures: what a file is worth. */
const rounded = (value: number): number => Number(value.toPrecision(6));
