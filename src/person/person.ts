/**
 * The person file as numbers: units resolved, dates as days, names as ids. Made by `normalise.ts`.
 */
import type {
  ConditionId,
  DietStyleId,
  RecordedSymptomId,
  SafetyFlagId,
  SymptomId,
  TestId,
} from './vocabulary.ts';

export type Answer = 'yes' | 'no' | 'unanswered';

export interface Person {
  readonly ageYears: number;
  readonly sex: 'female' | 'male' | undefined;
  readonly weightKg: number | undefined;
  readonly heightCm: number | undefined;
  /** kg/m2; undefined unless weight and height are known. */
  readonly bmi: number | undefined;
  /** Undefined: not answered. Empty: none. */
  readonly conditions: readonly ConditionId[] | undefined;
  /** mL/min. */
  readonly gfrMlPerMin: number | undefined;
  readonly smoker: Answer;
  readonly lactase: 'persistent' | 'non_persistent' | 'unknown';
  readonly methane: Answer;
  readonly foodAllergies: readonly string[];
  readonly safety: Readonly<Record<SafetyFlagId, Answer>>;
}

/** When something holds, in days from day 0. */
export interface Period {
  readonly startDay: number;
  /** First day without it; undefined: to the end of the run. */
  readonly endDay: number | undefined;
  /** 0 = Monday; undefined: every day. */
  readonly weekdays?: readonly number[];
  /** Repeats every so many days from `startDay`. */
  readonly everyDays?: number;
}

/** One exposure of the catalogue in its base unit. */
export interface ExposureUse {
  /** Id of the exposure catalogue, e.g. `ibuprofen`, `alcohol`, `stress_event`. */
  readonly exposureId: string;
  /** One dose in the entry's base unit. */
  readonly dose: number;
  /** Clock times of the doses of one day. */
  readonly atHours: readonly number[];
  /** For what lasts: hours of one dose, where the person said so. */
  readonly durationHours?: number;
  readonly hot?: boolean;
  readonly rampDays?: number;
  readonly prescribed?: boolean;
}

export interface NormalisedItem {
  readonly foodId: string;
  readonly grams: number;
}

export interface NormalisedMeal {
  readonly atHours: number;
  readonly durationHours: number;
  readonly items: readonly NormalisedItem[];
}

/** Seven days, Monday first. */
export type NormalisedWeek = readonly (readonly NormalisedMeal[])[];

export type FoodAdjustment =
  | {
      readonly kind: 'add';
      readonly foodId: string;
      readonly grams: number;
      readonly atHours?: readonly number[];
    }
  | { readonly kind: 'remove'; readonly foodId: string; readonly grams?: number }
  | {
      readonly kind: 'swap';
      readonly foodId: string;
      readonly withFoodId: string;
      readonly grams?: number;
      readonly gramsWith?: number;
    };

/** What is eaten: a menu or a typical week, before adjustments. */
export type Diet =
  | { readonly kind: 'menu'; readonly menuId: string; readonly mealTimesHours: readonly number[] | undefined }
  | { readonly kind: 'week'; readonly week: NormalisedWeek };

export type NormalisedChange = {
  readonly period: Period;
  /** Where it stands in the file, e.g. `plans[0].changes[2]`. */
  readonly field: string;
} & (
  | { readonly kind: 'exposure'; readonly use: ExposureUse }
  | { readonly kind: 'diet'; readonly diet: Diet; readonly rampDays: number }
  | { readonly kind: 'food'; readonly adjustment: FoodAdjustment; readonly rampDays: number }
  | { readonly kind: 'stop'; readonly exposureId: string }
);

export interface HabitualLife {
  /** Undefined: not told. The run needs one and says so. */
  readonly diet: Diet | undefined;
  /** Meals of single days, by day number. */
  readonly days: ReadonlyMap<number, readonly NormalisedMeal[]>;
  readonly adjustments: readonly FoodAdjustment[];
  readonly style: readonly DietStyleId[];
  readonly uses: readonly { readonly use: ExposureUse; readonly period: Period; readonly field: string }[];
}

export interface NormalisedPlan {
  readonly name: string;
  readonly title: string;
  readonly changes: readonly NormalisedChange[];
}

export interface Measurement {
  readonly test: TestId;
  readonly result: string | undefined;
  readonly value: number;
  readonly unit: string | undefined;
  readonly below: boolean;
  /** Undefined: not told when. */
  readonly day: number | undefined;
  readonly method: string | undefined;
}

export interface DiaryEntry {
  readonly day: number;
  readonly symptoms: Readonly<Partial<Record<SymptomId | RecordedSymptomId, number>>>;
  readonly bristol: readonly number[];
  readonly notes: string | undefined;
}

export interface OwnFoodNumbers {
  readonly id: string;
  readonly name: string;
  readonly like: string | undefined;
  readonly per100g: Readonly<Record<string, number>>;
  readonly servingGrams: Readonly<Record<string, number>>;
}

export interface NormalisedFile {
  readonly version: 1;
  readonly title: string | undefined;
  readonly startDate: string | undefined;
  readonly person: Person;
  readonly habitual: HabitualLife;
  readonly history: readonly NormalisedChange[];
  readonly plans: readonly NormalisedPlan[];
  readonly ownFoods: readonly OwnFoodNumbers[];
  readonly measured: readonly Measurement[];
  readonly diary: readonly DiaryEntry[];
  readonly tests: readonly { readonly test: TestId; readonly day: number; readonly atHours: number }[];
  readonly horizonDays: number;
  readonly seed: number;
  readonly people: number;
}
