import type { SourceId } from '../../evidence/source-ids.ts';
import type { ConditionId, SafetyFlagId } from '../person/vocabulary.ts';
import type { Wording } from './wording.ts';

/**
 * How well an effect is known in people. A several consistent human studies, B one good or several small ones,
 * C conflicting, D weak or indirect, N good human data show no effect.
 */
export type EvidenceGrade = 'A' | 'B' | 'C' | 'D' | 'N';

/** What an effect is an effect on. */
export type OutcomeGroup = 'lining' | 'bacteria' | 'inflammation' | 'symptoms' | 'status';

/** Numbers about one person's habitual life; see `facts.ts` for meaning and units. */
export const numberFacts = [
  'age',
  'bmi',
  'energy_kcal',
  'fibre_g',
  'saturated_fat_percent',
  'free_sugars_percent',
  'lactose_g',
  'largest_lactose_meal_g',
  'fodmap_g',
  'gos_g',
  'gluten_g',
  'vitamin_d_ug',
  'zinc_mg',
  'fish_fat_g',
  'sweetened_servings',
  'emulsifier_foods_g',
  'live_log10_cfu',
  'alcohol_g',
  'nsaid_days_per_week',
  'stress_level',
  'sleep_lost_h',
  'exercise_minutes_per_week',
  'hardest_effort_percent',
] as const;
export type NumberFact = (typeof numberFacts)[number];

/**
 * A condition on the person, as data. Three-valued: what was not answered is unknown, and unknown is neither yes nor no.
 */
export type Rule =
  | { readonly fact: NumberFact; readonly above: number }
  | { readonly fact: NumberFact; readonly below: number }
  | { readonly condition: readonly ConditionId[] }
  | { readonly answer: SafetyFlagId }
  | { readonly takes: readonly string[] }
  | { readonly prescribed: readonly string[] }
  | { readonly eats: readonly string[] }
  | { readonly complaint: readonly string[] }
  | { readonly exercisesInHeat: true }
  | { readonly smokes: true }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule };

/** What a change does to the plan. Amounts are grams a day unless said otherwise. */
export type Step = { readonly forDays?: number } & (
  | {
      /** Up to `grams` a day of the first foods of `from` that are eaten give way to `to`. */
      readonly do: 'exchange';
      readonly from: readonly string[];
      readonly to: string;
      readonly grams: number;
      /** Grams of `to` for `grams` of `from`; the same unless given. */
      readonly gramsTo?: number;
      /** What happens when less than that is eaten: add the rest of `to`, or leave it. */
      readonly otherwise: 'add' | 'leave';
    }
  | { readonly do: 'add'; readonly food: string; readonly grams: number }
  | { readonly do: 'leaveOut'; readonly foods: readonly string[]; readonly share: number }
  | { readonly do: 'menu'; readonly menu: string }
  | {
      readonly do: 'take';
      readonly exposure: string;
      /** One dose, in the exposure's base unit. */
      readonly dose: number;
      /** Clock times, or with every usual meal. */
      readonly atHours: readonly number[] | 'meals';
      readonly minutes?: number;
      readonly weekdays?: readonly number[];
    }
  /** Ends these habits, from the first day. */
  | { readonly do: 'stop'; readonly exposures: readonly string[] }
  /** Each habit of the list gives way to another medicine on the same days. */
  | {
      readonly do: 'replace';
      readonly exposures: readonly string[];
      readonly by: string;
      readonly dose: number;
      readonly atHours: readonly number[];
    }
  /** The habit goes on at a share of its dose. */
  | { readonly do: 'lessen'; readonly exposure: string; readonly share: number }
  /** Exercise goes on out of the heat and at most at this effort (% of greatest oxygen uptake). */
  | { readonly do: 'calmExercise'; readonly mostEffort: number }
);

/** What safety rules look at; see `safety-rules.ts`. */
export type SafetyTag =
  | 'fibre'
  | 'probiotic'
  | 'restrictive'
  | 'low-fodmap'
  | 'gluten-free'
  | 'less-carbohydrate'
  | 'medicine'
  | 'prescription-only'
  | 'nsaid'
  | 'acid-medicine'
  | 'vitamin-d'
  | 'zinc'
  | 'glutamine'
  | 'peppermint'
  | 'alcohol'
  | 'supplement'
  | 'exercise'
  | 'infection';

/** What randomised trials saw for complaints, where the model has no mechanism for it. */
export interface TrialEffect {
  /** Who was in the trials; for others it is not shown. */
  readonly population: Rule;
  readonly populationName: Wording;
  /** `notImproved`: ratio of people who did not improve; `improved`: ratio of people who did. */
  readonly measure: 'notImproved' | 'improved';
  readonly ratio: number;
  /** 95 % interval where published; undefined: not read. */
  readonly interval?: readonly [low: number, high: number];
  /** What the ratio is drawn towards because the trials are few, small or uneven. */
  readonly shrunkTo?: number;
  readonly against: 'placebo' | 'usual diet, not blinded';
  readonly weeks: number;
  readonly sources: readonly SourceId[];
}

export interface EvidenceLine {
  readonly on: OutcomeGroup;
  /** Complaints that it speaks about; undefined: all. */
  readonly symptoms?: readonly string[];
  readonly grade: EvidenceGrade;
  readonly sources: readonly SourceId[];
  readonly says: Wording;
}

/** One thing a person could change. */
export interface CatalogueChange {
  readonly id: string;
  readonly title: Wording;
  /** What exactly: realistic dose and form, in one or two sentences. */
  readonly what: Wording;
  /** `model`: it changes the simulated gut. `trials`: only its trial evidence is shown. `nothing`: neither; told as such. */
  readonly acts: 'model' | 'trials' | 'nothing';
  /** 1 easy, 2 takes getting used to, 3 hard or needs others. */
  readonly effort: 1 | 2 | 3;
  /** Days over which it is built up; 0 at once. */
  readonly rampDays: number;
  readonly steps: readonly Step[];
  /** For whom it changes anything; the sentence is told to the others. */
  readonly fits?: { readonly rule: Rule; readonly otherwise: Wording };
  /** Weeks after which it is judged, where that is not twelve. */
  readonly judgedAtWeeks?: 4 | 12 | 26;
  readonly tags: readonly SafetyTag[];
  /** What usually happens first. */
  readonly first?: Wording;
  readonly guideline?: { readonly says: Wording; readonly sources: readonly SourceId[] };
  readonly interactions?: Wording;
  readonly evidence: readonly EvidenceLine[];
  readonly trials?: TrialEffect;
  /** Weeks until people in trials noticed it, where known. */
  readonly weeksToNotice?: number;
}
