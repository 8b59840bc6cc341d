import type { PersonCourse } from '../simulate/contract.ts';
import { expectedScore } from '../simulate/symptom-scores.ts';
import type { Complaint } from './facts.ts';
import { weekMean } from './outcomes.ts';

/** Prior of a person's own level on the latent scale, and day noise of one diary day there (specification, section 5). */
const levelStandardDeviation = 1;
const dayStandardDeviation = 1.3;
const dayMemory = 0.5;
const lowestLatent = -12;
const highestLatent = 14;
/** Without a diary, a condition named for its complaints says only that they are there: a middling score. */
const scoreOfCondition = 4;
const daysOfCondition = 1;

const latentStep = 0.01;
/** Expected scores of a fine grid of latent values: the inverse is asked for thousands of times. */
const scores = Float64Array.from(
  { length: Math.round((highestLatent - lowestLatent) / latentStep) + 1 },
  (_, index) => expectedScore(lowestLatent + index * latentStep),
);

/** Inverse of the expected score; scores beyond the grid are held at its ends. */
export function latentOfScore(score: number): number {
  let low = 0;
  let high = scores.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((scores[middle] ?? 0) < score) low = middle;
    else high = middle;
  }
  const a = scores[low] ?? 0;
  const b = scores[high] ?? 0;
  const share = Math.min(1, Math.max(0, (score - a) / (b - a)));
  return lowestLatent + (low + share) * latentStep;
}

/** A symptom of one virtual person, moved to the level that the diary shows. */
export class OwnLevel {
  private readonly shift: number;

  /**
   * The person's own level is an additive number on the latent scale, so that the diary updates it without a new run:
   * the shift is drawn to the diary's mean, the more days the more closely.
   *
   * @param habitual expected scores of the virtual person's life without change
   */
  constructor(habitual: ArrayLike<number>, complaint: Complaint) {
    const predicted = latentOfScore(weekMean(habitual, 1));
    const observed = latentOfScore(complaint.meanScore ?? scoreOfCondition);
    const days = Math.max(daysOfCondition, complaint.days);
    // Mean of an AR(1) process: fewer independent days than diary days.
    const independent = Math.max(1, (days * (1 - dayMemory)) / (1 + dayMemory));
    const noise = dayStandardDeviation ** 2 / independent;
    // Who keeps a diary of a complaint is not drawn from everybody: the level's prior is widened fourfold.
    const prior = (4 * levelStandardDeviation) ** 2;
    this.shift = ((observed - predicted) * prior) / (prior + noise);
  }

  /** The expected score of a week, at the person's own level. */
  score(expected: ArrayLike<number>, week: number): number {
    const end = Math.min(expected.length, week * 7);
    const start = Math.max(0, end - 7);
    let sum = 0;
    for (let day = start; day < end; day++)
      sum += expectedScore(latentOfScore(expected[day] ?? 0) + this.shift);
    return sum / (end - start);
  }
}

export interface SymptomEffect {
  /** Points beyond the same plan on placebo; negative is better. */
  readonly points: number;
  /** Score of the same person and week on placebo. */
  readonly onPlacebo: number;
  /** Score of the same week without any change. */
  readonly withoutChange: number;
}

/** What a change does to one symptom beyond placebo, in one virtual person and week. */
export function symptomEffect(
  complaint: Complaint,
  without: PersonCourse,
  withChange: PersonCourse,
  week: number,
): SymptomEffect | undefined {
  const habitual = without.symptoms[complaint.symptom];
  const changed = withChange.symptoms[complaint.symptom];
  if (!habitual || !changed) return undefined;
  const own = new OwnLevel(habitual.expected, complaint);
  const onPlacebo = own.score(changed.shamExpected, week);
  return {
    points: own.score(changed.expected, week) - onPlacebo,
    onPlacebo,
    withoutChange: own.score(habitual.expected, week),
  };
}
