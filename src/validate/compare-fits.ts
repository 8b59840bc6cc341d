/** Defaults, priors, smoother and finish by one score, on the rows that were fitted and on groups left out. */
import { Matrix } from 'ml-matrix';
import { standardised } from '../calibrate/prior-ensemble.ts';
import type { Gut } from '../simulate/gut.ts';
import { ensembleWithout } from './cross-validate.ts';
import { type Finish, type FinishOptions, spreadOver } from './finish-plan.ts';
import { type Fit, predictTargets } from './fit-plan.ts';
import { scoreLeftOut } from './held-out.ts';
import type { FitComparison } from './honesty-file.ts';
import type { PlannedStudy } from './plan.ts';
import type { PriorWidth } from './prior-width.ts';
import { scoreDifference, scoreTargets, type TargetScore } from './score-targets.ts';
import { quantiles } from './study-statistic.ts';
import { livingDraws } from './viable-members.ts';

export interface ComparedFits {
  readonly comparison: FitComparison;
  /** Draws of the fit that is kept. */
  readonly posterior: Matrix;
  /** Draws of the kept way of fitting that have not seen a group. */
  readonly without: (group: string) => Promise<Matrix> | Matrix;
}

export async function compareFits(
  studies: readonly PlannedStudy[],
  { widths, fit, finish }: { readonly widths: PriorWidth; readonly fit: Fit; readonly finish: Finish },
  options: Omit<FinishOptions, 'particles' | 'particlesLeftOut'> & {
    readonly gut: Gut;
    /** Draws of each ensemble that has not seen a group. */
    readonly leftOutMembers: number;
  },
): Promise<ComparedFits> {
  const { jobs, targets, priorPredictions, posterior: smoothed } = fit;
  const { free, seed, members, leftOutMembers } = options;
  const run = (ensemble: Matrix, name: string): Promise<Matrix> =>
    predictTargets(jobs, targets, ensemble, options, name);

  const defaults = new Matrix(free.parameters.map((each) => [standardised(each, each.value)]));
  const tried = spreadOver(finish.posterior, 2 * members);
  const living = await livingDraws(
    options.gut,
    Array.from({ length: tried.columns }, (_, member) => free.valuesOf(tried, member)),
    options,
  );
  const alive = living.flatMap((lives, member) => (lives ? [member] : []));
  const finished = spreadOver(alive.length < 2 ? tried : tried.subMatrixColumn(alive), members);

  const ofDefaults = scoreTargets(targets, await run(defaults, 'defaults'));
  const wide = widths.tried.find(({ width }) => width === 1);
  const ofNarrowPrior = scoreTargets(targets, priorPredictions);
  const ofSmoother = scoreTargets(targets, finish.smoothed);
  const ofFinish = scoreTargets(targets, await run(finished, 'finished draws'));

  const smootherWithout = async (group: string): Promise<Matrix> =>
    spreadOver(await ensembleWithout(group, fit, seed), leftOutMembers);
  const finishWithout = (group: string): Matrix => spreadOver(finish.without(group), leftOutMembers);
  const smootherLeftOut = await scoreLeftOut(studies, 'smoother', smootherWithout, options);
  const finishLeftOut = await scoreLeftOut(studies, 'finish', finishWithout, options);
  const worst = Number.POSITIVE_INFINITY;
  const kept = (finishLeftOut.score ?? worst) < (smootherLeftOut.score ?? worst) ? 'finish' : 'smoother';

  const candidate = (
    name: FitComparison['candidates'][number]['name'],
    draws: number,
    fitted: TargetScore,
    leftOut: TargetScore,
    leftOutDraws: number,
  ): FitComparison['candidates'][number] => ({
    name,
    draws,
    fitted: scoreForFile(fitted),
    leftOut: scoreForFile(leftOut),
    leftOutDraws,
  });
  const prior = priorPredictions.columns;
  return {
    posterior: kept === 'finish' ? finished : smoothed,
    without: kept === 'finish' ? finishWithout : smootherWithout,
    comparison: {
      kept,
      differences: (
        [
          ['smoother', 'defaults', smootherLeftOut, ofDefaults],
          ['smoother', 'narrow-prior', smootherLeftOut, ofNarrowPrior],
          ['finish', 'defaults', finishLeftOut, ofDefaults],
          ['finish', 'prior', finishLeftOut, wide?.score],
          ['finish', 'narrow-prior', finishLeftOut, ofNarrowPrior],
          ['finish', 'smoother', finishLeftOut, smootherLeftOut],
        ] as const
      ).flatMap(([of, against, a, b]) => {
        const found = b && scoreDifference(a, b);
        return found
          ? [
              {
                of,
                against,
                mean: rounded(found.mean),
                standardError: rounded(found.standardError),
                studies: found.studies,
              },
            ]
          : [];
      }),
      candidates: [
        // Neither has seen any row: left out or not is the same to them.
        candidate('defaults', 1, ofDefaults, ofDefaults, 1),
        ...(wide ? [candidate('prior', wide.draws, wide.score, wide.score, wide.draws)] : []),
        candidate('narrow-prior', prior, ofNarrowPrior, ofNarrowPrior, prior),
        candidate('smoother', smoothed.columns, ofSmoother, smootherLeftOut, leftOutMembers),
        candidate('finish', finished.columns, ofFinish, finishLeftOut, leftOutMembers),
      ],
      priors: {
        width: widths.width,
        tried: widths.tried.map(({ width, draws, score }) => ({ width, draws, score: forFile(score.score) })),
      },
      finish: {
        trainedOn: finish.rounds.reduce((sum, { inputs }) => sum + inputs.columns, 0),
        emulators: finish.emulators.length,
        explained: roundedAll(quantiles(finish.emulators.map(({ explained }) => explained))),
        powers: finish.powers.map(({ power, emulatedHeldOutScore }) => ({
          power,
          emulatedHeldOutScore: forFile(emulatedHeldOutScore),
        })),
        power: finish.power,
        living: rounded(alive.length / Math.max(1, living.length)),
      },
    },
  };
}

const rounded = (value: number): number => Number(value.toPrecision(6));
const forFile = (value: number | undefined): number | null => (value === undefined ? null : rounded(value));
const roundedAll = ({ p10, p50, p90 }: { p10: number; p50: number; p90: number }) => ({
  p10: rounded(p10),
  p50: rounded(p50),
  p90: rounded(p90),
});

const scoreForFile = (score: TargetScore): FitComparison['candidates'][number]['fitted'] => ({
  targets: score.targets,
  score: forFile(score.score),
  misfit: forFile(score.misfit),
  gmfe: forFile(score.gmfe),
  within2fold: forFile(score.within2fold),
  coverage80: forFile(score.coverage80),
  coverage80WithModelError: forFile(score.coverage80WithModelError),
  negativesHeld: forFile(score.negativesHeld),
});
