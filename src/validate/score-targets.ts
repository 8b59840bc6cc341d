/** One score for every way of setting the parameters: defaults, priors, fits; on fitted rows or on left-out ones. */
import type { Matrix } from 'ml-matrix';
import { mixtureCumulative, mixtureScore } from '../calibrate/mixture-score.ts';
import type { FitTarget } from './fit-plan.ts';

export interface TargetScore {
  readonly targets: number;
  /**
   * Continuous ranked probability score of the study's number, in standard errors of that number; each study weighs 1.
   * Smaller is better; bands that are too narrow and bands that are too wide both cost.
   */
  readonly score: number | undefined;
  /** The same study by study. */
  readonly scoreByStudy: ReadonlyMap<string, number>;
  /** Root mean square of (observed - median) in standard errors. */
  readonly misfit: number | undefined;
  /** Geometric mean fold error of what is fitted as a logarithm and is no null. */
  readonly gmfe: number | undefined;
  readonly within2fold: number | undefined;
  /** Share of numbers inside the 80 % band of parameters, study and laboratory, where the study reports a spread. */
  readonly coverage80: number | undefined;
  /** The same with what the fit allows the model to miss in the band. */
  readonly coverage80WithModelError: number | undefined;
  readonly negativesHeld: number | undefined;
}

/** @param predictions targets x members, NaN where there is none */
export function scoreTargets(targets: readonly FitTarget[], predictions: Matrix): TargetScore {
  const each = targets.map((target, at) => {
    const members = predictions.getRow(at).filter(Number.isFinite);
    const { observed, ownStandardDeviation, studyStandardDeviation, log, row } = target;
    const median = medianOf(members);
    const known = members.length > 0;
    const effect = row.margin === undefined;
    const inside = (sd: number): number | undefined => {
      const below = mixtureCumulative(members, sd, observed);
      return below === undefined ? undefined : Number(below >= 0.1 && below <= 0.9);
    };
    const off = Math.abs(median - observed);
    const spread = effect && target.reportsSpread;
    const score = mixtureScore(members, ownStandardDeviation, observed);
    return {
      study: row.study,
      score: score === undefined ? undefined : score / ownStandardDeviation,
      squared: known ? (off / ownStandardDeviation) ** 2 : undefined,
      fold: known && effect && log ? off : undefined,
      within: known && effect && log ? Number(off <= Math.LN2) : undefined,
      covered: spread ? inside(studyStandardDeviation) : undefined,
      coveredWithModelError: spread ? inside(ownStandardDeviation) : undefined,
      held: known && row.margin ? Number(isHeld(row.margin, log ? Math.exp(median) : median)) : undefined,
    };
  });
  const byStudy = (pick: (one: (typeof each)[number]) => number | undefined): Map<string, number> =>
    studyMeans(
      each.flatMap((one) => {
        const value = pick(one);
        return value === undefined ? [] : [{ study: one.study, value }];
      }),
    );
  const mean = (pick: (one: (typeof each)[number]) => number | undefined): number | undefined =>
    meanOf([...byStudy(pick).values()]);
  const squared = mean((one) => one.squared);
  const fold = mean((one) => one.fold);
  return {
    targets: targets.length,
    score: mean((one) => one.score),
    scoreByStudy: byStudy((one) => one.score),
    misfit: squared === undefined ? undefined : Math.sqrt(squared),
    gmfe: fold === undefined ? undefined : Math.exp(fold),
    within2fold: mean((one) => one.within),
    coverage80: mean((one) => one.covered),
    coverage80WithModelError: mean((one) => one.coveredWithModelError),
    negativesHeld: mean((one) => one.held),
  };
}

const isHeld = ([low, high]: readonly [number, number], value: number): boolean =>
  value >= low && value <= high;

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
    : (sorted[Math.floor(middle)] ?? Number.NaN);
}

function studyMeans(
  values: readonly { readonly study: string; readonly value: number }[],
): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { study, value } of values) {
    const entry = sums.get(study) ?? { sum: 0, count: 0 };
    sums.set(study, { sum: entry.sum + value, count: entry.count + 1 });
  }
  return new Map([...sums].map(([study, { sum, count }]) => [study, sum / count]));
}

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean over studies of score minus score, and the standard error of that mean: whether a difference is more than chance. */
export function scoreDifference(
  a: TargetScore,
  b: TargetScore,
): { readonly mean: number; readonly standardError: number; readonly studies: number } | undefined {
  const differences = [...a.scoreByStudy].flatMap(([study, score]) => {
    const other = b.scoreByStudy.get(study);
    return other === undefined ? [] : [score - other];
  });
  const mean = meanOf(differences);
  if (mean === undefined || differences.length < 2) return undefined;
  const variance =
    differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (differences.length - 1);
  return { mean, standardError: Math.sqrt(variance / differences.length), studies: differences.length };
}
