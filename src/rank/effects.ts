import type { PersonCourse } from '../simulate/contract.ts';
import type { Quantiles } from '../simulate/result.ts';
import type { Complaint } from './facts.ts';
import {
  effectOf,
  gain,
  noticeableShareOfScore,
  type OutcomeDefinition,
  outcomeById,
  outcomesFor,
  shareCountsFromScore,
  symptomOfOutcome,
  symptomOutcome,
} from './outcomes.ts';
import { symptomEffect } from './own-level.ts';
import { ascending, weightedQuantile, weightedShare } from './weighted.ts';

/** Weeks at which every change is looked at; one run of the last serves them all. */
export const horizonWeeks = [4, 12, 26] as const;
export type HorizonWeeks = (typeof horizonWeeks)[number];

/** The effect of one change on one outcome, in every virtual person. */
export interface PeopleEffects {
  readonly outcome: OutcomeDefinition;
  /** In the outcome's unit; index is the person's. */
  readonly effects: readonly number[];
  /** Persons in ascending order of their effect. */
  readonly order: readonly number[];
  /** Whether each person would notice it as better, as worse. */
  readonly noticeablyBetter: readonly boolean[];
  readonly noticeablyWorse: readonly boolean[];
}

/** What the JSON says of one outcome. */
export interface OutcomeResult extends Quantiles {
  readonly title: string;
  readonly group: string;
  /** Share of virtual people with a difference for the better that counts. */
  readonly chanceNoticeable: number;
  /** The same for the worse. */
  readonly chanceNoticeablyWorse: number;
  /** Share of virtual people in whom it goes the better way at all. */
  readonly chanceBetter: number;
  /** Smallest difference that counts, and whether people were asked or it was chosen. */
  readonly smallest: number;
  readonly smallestBasis: 'published' | 'chosen';
  readonly basis: 'model' | 'trials';
}

interface Judged {
  readonly effect: number;
  readonly better: boolean;
  readonly worse: boolean;
}

/** The paired effect of one change in one virtual person, on every outcome that the model has. */
export function effectsInPerson(
  without: PersonCourse,
  withChange: PersonCourse,
  complaints: readonly Complaint[],
  week: number,
): ReadonlyMap<string, Judged> {
  const judged = new Map<string, Judged>();
  for (const id of outcomesFor([])) {
    const effect = effectOf(id, without, withChange, week);
    if (effect === undefined) continue;
    const size = gain(outcomeById(id), effect);
    judged.set(id, { effect, better: size >= 1, worse: size <= -1 });
  }
  for (const complaint of complaints) {
    const effect = symptomEffect(complaint, without, withChange, week);
    if (!effect) continue;
    const id = symptomOutcome(complaint.symptom);
    const { smallest } = outcomeById(id);
    const needed =
      effect.onPlacebo >= shareCountsFromScore
        ? Math.min(smallest, noticeableShareOfScore * effect.onPlacebo)
        : smallest;
    judged.set(id, {
      effect: effect.points,
      better: effect.points <= -needed,
      worse: effect.points >= needed,
    });
  }
  return judged;
}

/** Puts the people of one change together, outcome by outcome. Outcomes that any person lacks are left out. */
export function gatherPeople(people: readonly ReadonlyMap<string, Judged>[]): readonly PeopleEffects[] {
  const [first] = people;
  if (!first) return [];
  return [...first.keys()].flatMap((id): PeopleEffects[] => {
    const judged = people.map((person) => person.get(id));
    if (judged.some((one) => one === undefined)) return [];
    const all = judged as Judged[];
    return [
      {
        outcome: outcomeById(id),
        effects: all.map(({ effect }) => effect),
        order: ascending(all.map(({ effect }) => effect)),
        noticeablyBetter: all.map(({ better }) => better),
        noticeablyWorse: all.map(({ worse }) => worse),
      },
    ];
  });
}

/** Quantiles and chances over people who may count more or less. */
export function summarise(
  people: PeopleEffects,
  weights: readonly number[],
  language: 'en' | 'es',
): OutcomeResult {
  const { outcome, effects, order } = people;
  const at = (probability: number): number => weightedQuantile(effects, weights, probability, order);
  const leastThatIsADifference = 1e-9 * outcome.smallest;
  return {
    title: outcome.title[language],
    group: outcome.group,
    unit: outcome.unit[language],
    p10: at(0.1),
    p25: at(0.25),
    p75: at(0.75),
    p90: at(0.9),
    ...gist(people, weights),
    chanceBetter: weightedShare(
      effects.map((effect) => gain(outcome, effect) * outcome.smallest > leastThatIsADifference),
      weights,
    ),
    smallest: outcome.smallest,
    smallestBasis: outcome.smallestBasis,
  };
}

/** What a score is made of. */
export type OutcomeGist = Pick<OutcomeResult, 'p50' | 'chanceNoticeable' | 'chanceNoticeablyWorse' | 'basis'>;

/** The part of `summarise` that a score needs, for the many resamples of people. */
export function gist(
  { effects, order, noticeablyBetter, noticeablyWorse }: PeopleEffects,
  weights: readonly number[],
): OutcomeGist {
  return {
    p50: weightedQuantile(effects, weights, 0.5, order),
    chanceNoticeable: weightedShare(noticeablyBetter, weights),
    chanceNoticeablyWorse: weightedShare(noticeablyWorse, weights),
    basis: 'model',
  };
}

/** True for what people themselves feel, false for what only a laboratory sees. */
export function isComplaint(outcome: string): boolean {
  return symptomOfOutcome(outcome) !== undefined || outcome === 'trial_relief';
}
