import { exponential, logarithm } from '../random/elementary.ts';
import type { Grade, Spread } from './food.ts';
import type { NutrientId } from './nutrients.ts';

/** 1.645 standard deviations hold 90 % of a normal law; so a factor f with 90 % chance is ln(f)/1.645. */
const ninetyPercent = 1.645;

/** Log-SD of a lognormal whose 90 % interval is its middle divided and multiplied by `factor`. */
export function logSdOfFactor(factor: number): number {
  return logarithm(factor) / ninetyPercent;
}

/**
 * Derived values (grade B): times or divided by 1.5. Soluble fibre gets a factor of two because two
 * laboratory methods differ by that much for the same foods (IFCT 2017 against the Uppsala method).
 */
const derivedFactor = 1.5;
const solubleFibreFactor = 2;
/** Estimated values (grade C): times or divided by two. Assumed. */
const estimatedFactor = 2;
/**
 * Resistant starch of one food differs between samples about as much as its mean: wholewheat bread
 * 1.7 +- 1.2 g per 100 g (Patterson 2020) is a coefficient of variation of 0.7, so log-SD sqrt(ln(1 + 0.7^2)).
 */
const resistantStarchLogSd = Math.sqrt(logarithm(1 + (1.2 / 1.7) ** 2));

/**
 * The spread that belongs to a value of this grade. Measured values (A) and structural zeros (Z) count as
 * exact: variation between samples of the same food is small beside that of B and C and is not modelled.
 */
export function spreadOf(grade: Grade, nutrient: NutrientId, logSd?: number): Spread {
  if (logSd !== undefined) return { kind: 'lognormal', logSd };
  if (grade === 'A' || grade === 'Z') return { kind: 'exact' };
  if (nutrient === 'resistant_starch_g') return { kind: 'lognormal', logSd: resistantStarchLogSd };
  if (grade === 'C') return { kind: 'lognormal', logSd: logSdOfFactor(estimatedFactor) };
  const factor = nutrient === 'soluble_fibre_g' ? solubleFibreFactor : derivedFactor;
  return { kind: 'lognormal', logSd: logSdOfFactor(factor) };
}

/** A lognormal factor with mean 1: what a standard normal draw does to a value. */
export function spreadFactor(spread: Spread, standardNormal: number): number {
  if (spread.kind === 'exact') return 1;
  return exponential(spread.logSd * standardNormal - (spread.logSd * spread.logSd) / 2);
}
