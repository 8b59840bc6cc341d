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

const daysPerWeek = 7;
/** The bands are of a week's mean: fewer days than this are not a week. */
const leastDays = 3;

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
  const diary = (record.diary ?? []).flatMap(({ date, symptoms }) => {
    const day = dayOf(date);
    return date === undefined || day === undefined ? [] : [{ date, day, symptoms: symptoms ?? {} }];
  });
  const fromDiary = Object.entries(prediction.symptoms).flatMap(([symptom, { fromDays, p10, p90 }]) =>
    fromDays.flatMap((from, week) => {
      const scores = diary.flatMap(({ date, day, symptoms }) => {
        const score = symptoms[symptom as keyof typeof symptoms];
        return day > 0 && day >= from && day < from + daysPerWeek && score !== undefined
          ? [{ date, score }]
          : [];
      });
      const low = p10[week];
      const high = p90[week];
      const last = scores.at(-1)?.date;
      if (scores.length < leastDays || low === undefined || high === undefined || last === undefined)
        return [];
      const mean = scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
      return [outcome(symptom, last, mean, low, high)];
    }),
  );
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
