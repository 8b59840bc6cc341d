/** How wide the priors are taken: the one thing that the data can tell of all parameters at once. */
import { Matrix } from 'ml-matrix';
import { drawPriorEnsemble } from '../calibrate/prior-ensemble.ts';
import { type FitOptions, type FitRound, fitJobs, fitTargets, predictTargets } from './fit-plan.ts';
import type { PlannedStudy } from './plan.ts';
import { scoreDifference, scoreTargets, type TargetScore } from './score-targets.ts';

/**
 * Widths that are tried, in those of the ranges. A range says of one number what is thinkable. That hundreds of assumed
 * numbers lie near the ends of theirs at once is less so, and draws of full width then predict worse than they could.
 */
export const triedWidths = [0.35, 0.5, 0.7, 1] as const;

export interface PriorWidth {
  /**
   * The widest whose draws, which have seen no data, predict the fitted rows as well as the best ones do: its score is
   * worse by no more than one standard error of the difference over studies. Of widths that the data cannot tell apart
   * the widest claims least.
   */
  readonly width: number;
  readonly tried: readonly {
    readonly width: number;
    readonly draws: number;
    readonly score: TargetScore;
  }[];
  /** What was run, for those who learn from runs of the model. */
  readonly rounds: readonly FitRound[];
}

/** The same draws at each width, so that the widths differ in nothing else. */
export async function choosePriorWidth(
  studies: readonly PlannedStudy[],
  options: Omit<FitOptions, 'inflation' | 'width'>,
): Promise<PriorWidth> {
  const jobs = fitJobs(studies);
  const targets = fitTargets(jobs);
  const draws = drawPriorEnsemble(options.free, options.members, options.seed);
  const rounds: FitRound[] = [];
  const tried: PriorWidth['tried'][number][] = [];
  for (const width of triedWidths) {
    const inputs = Matrix.mul(draws, width);
    const predictions = await predictTargets(jobs, targets, inputs, options, `priors of width ${width}`);
    rounds.push({ inputs, predictions });
    tried.push({ width, draws: inputs.columns, score: scoreTargets(targets, predictions) });
  }
  const worst = Number.POSITIVE_INFINITY;
  const best = tried.reduce((least, each) =>
    (each.score.score ?? worst) <= (least.score.score ?? worst) ? each : least,
  );
  const asGood = tried.filter(({ score }) => {
    const difference = scoreDifference(score, best.score);
    return score === best.score || (difference && difference.mean <= difference.standardError);
  });
  return { width: Math.max(...asGood.map(({ width }) => width)), tried, rounds };
}
