import type { PersonFile } from '../../../src/person/schema.ts';
import type { FrozenPrediction } from '../record/database.ts';
import { daysBetween } from '../record/today.ts';

/** One thing that was forecast and then happened. */
export interface Outcome {
  readonly what: string;
  readonly date: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly hit: boolean;
}

/** The share of outcomes that a band of 80 % should hold. */
export const promisedShare = 0.8;

/** Holds a kept forecast against the diary and the laboratory results that came after it. */
export function outcomesOf(prediction: FrozenPrediction, record: PersonFile): Outcome[] {
  const dayOf = (date: string | undefined): number | undefined =>
    date === undefined ? undefined : daysBetween(prediction.madeOn, date);
  const outcome = (what: string, date: string, value: number, low: number, high: number): Outcome => ({
    what,
    date,
    value,
    low,
    high,
    hit: value >= low && value <= high,
  });
  const fromDiary = (record.diary ?? []).flatMap((entry) => {
    const day = dayOf(entry.date);
    if (entry.date === undefined || day === undefined || day < 1) return [];
    const { date } = entry;
    return Object.entries(entry.symptoms ?? {}).flatMap(([symptom, score]) => {
      const low = prediction.symptoms[symptom]?.p10[day];
      const high = prediction.symptoms[symptom]?.p90[day];
      return low === undefined || high === undefined || score === undefined
        ? []
        : [outcome(symptom, date, score, low, high)];
    });
  });
  const fromLaboratory = (record.measured ?? []).flatMap(({ test, result, value, unit, date }) => {
    const day = dayOf(date);
    if (date === undefined || day === undefined || day < 0) return [];
    const told = prediction.tests
      .filter((one) => one.test === test && one.result === (result ?? one.result) && one.unit === unit)
      .sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))[0];
    return told ? [outcome(test, date, value, told.p10, told.p90)] : [];
  });
  return [...fromDiary, ...fromLaboratory];
}
