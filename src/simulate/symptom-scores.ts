import { exponential, logarithm } from '../random/elementary.ts';
import type { RandomStream } from '../random/philox.ts';
import type { SymptomDefinition, SymptomDriver } from './symptom-definitions.ts';

/** Graded response: the score is at least c with probability gate(eta - kappa_c), kappa_c = spacing * c - offset. */
const thresholdSpacing = 0.55;
const thresholdOffset = 0.4;
const highestScore = 10;
/** Day noise is autoregressive. */
const dayMemory = 0.5;
const dayStandardDeviation = 1.3;

/** Daily means of the model's quantities over days, by series id. */
export type DailySeries = (series: string) => ArrayLike<number> | undefined;

/** Expected score (0 to 10) for a latent value; what the day's noise leaves open is averaged over. */
export function expectedScore(latent: number): number {
  let sum = 0;
  for (let c = 1; c <= highestScore; c++) sum += chanceOfAtLeast(latent, c);
  return sum;
}

/** Chance of a score of at least `score` for a latent value. */
export function chanceOfAtLeast(latent: number, score: number): number {
  return 1 / (1 + exponential(-(latent - (thresholdSpacing * score - thresholdOffset))));
}

/** One ordinal score for a latent value and a uniform draw. */
export function drawScore(latent: number, uniform: number): number {
  let score = 0;
  while (score < highestScore && uniform < chanceOfAtLeast(latent, score + 1)) score += 1;
  return score;
}

/**
 * Shift of the latent score by one driver on one day, or undefined when the model has no such series.
 */
function driverShift(
  driver: SymptomDriver,
  daily: DailySeries,
  healthy: (series: string) => number | undefined,
  day: number,
): number | undefined {
  const now = daily(driver.series)?.[day];
  const base = healthy(driver.series);
  if (now === undefined || base === undefined) return undefined;
  const amount =
    driver.as === 'below'
      ? now < driver.spread
        ? 1
        : 0
      : (driver.as === 'log' ? logarithm(now / base) : now - base) / driver.spread;
  const times = driver.times === undefined ? 1 : (daily(driver.times)?.[day] ?? 1);
  return driver.weight * amount * times;
}

export interface SymptomPerson {
  /** The person's own level, standard normal, per symptom. */
  readonly level: number;
  /** Numbers of this person and symptom; equal with and without a change. */
  readonly noise: RandomStream;
}

export interface SymptomCourse {
  /** Ordinal score 0-10 of each day, as one possible diary would show it. */
  readonly scores: Float64Array;
  /** Expected score of each day given the drivers, without the noise of the day. */
  readonly expected: Float64Array;
  /** Drivers that the model at hand does not have. */
  readonly missing: readonly string[];
}

/**
 * A possible course of one symptom in one virtual person.
 *
 * @param daily daily means of the run
 * @param healthy the person's own healthy value of a series
 * @param expectancy value of `expc` per day; pass that of the sham run to compare with placebo
 * @param days number of days
 */
export function symptomCourse(
  symptom: SymptomDefinition,
  person: SymptomPerson,
  daily: DailySeries,
  healthy: (series: string) => number | undefined,
  expectancy: ArrayLike<number> | undefined,
  days: number,
): SymptomCourse {
  const scores = new Float64Array(days);
  const expected = new Float64Array(days);
  const missing = symptom.drivers
    .filter((driver) => driverShift(driver, daily, healthy, 0) === undefined)
    .map((driver) => driver.series);
  // The stationary SD of an AR(1) process is kept at the stated one.
  const innovation = dayStandardDeviation * Math.sqrt(1 - dayMemory * dayMemory);
  let noise = dayStandardDeviation * person.noise.normal(0);
  for (let day = 0; day < days; day++) {
    let latent = symptom.intercept + person.level;
    for (const driver of symptom.drivers) latent += driverShift(driver, daily, healthy, day) ?? 0;
    // Starting a plan that one expects to help lowers the score.
    latent -= symptom.expectancyWeight * (expectancy?.[day] ?? 0);
    if (day > 0) noise = dayMemory * noise + innovation * person.noise.normal(2 * day);
    scores[day] = drawScore(latent + noise, person.noise.uniform(2 * day + 1));
    expected[day] = expectedScore(latent);
  }
  return { scores, expected, missing };
}
