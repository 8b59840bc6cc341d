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
  const mean = (pick: (one: (typeof each)[number]) => number | undefined): number | undefined =>
    studyMean(
      each.flatMap((one) => {
        const value = pick(one);
        return value === undefined ? [] : [{ study: one.study, value }];
      }),
    );
  const squared = mean((one) => one.squared);
  const fold = mean((one) => one.fold);
  return {
    targets: targets.length,
    score: mean((one) => one.score),
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

function studyMean(
  values: readonly { readonly study: string; readonly value: number }[],
): number | undefined {
  if (values.length === 0) return undefined;
  const byStudy = new Map<string, { sum: number; count: number }>();
  for (const { study, value } of values) {
    const entry = byStudy.get(study) ?? { sum: 0, count: 0 };
    byStudy.set(study, { sum: entry.sum + value, count: entry.count + 1 });
  }
  const means = [...byStudy.values()].map(({ sum, count }) => sum / count);
  return means.reduce((sum, value) => sum + value, 0) / means.length;
}
