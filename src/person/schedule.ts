/**
 * What the person's life looks like to the model: inputs over time, boluses, meals by day, parameter settings.
 *
 * Time is in hours from the first midnight of day 0 of the plan; history is negative. Clock hour of day d is
 * `24 * d + hour`.
 */

import type { Food } from '../foods/food.ts';

/** An input is constant, or linear from `value` to `endValue`, between two times; outside all segments it is 0. */
export interface InputSegment {
  /** Declared input of the model, e.g. `u_stress`. */
  readonly input: string;
  readonly startHours: number;
  readonly endHours: number;
  readonly value: number;
  readonly endValue?: number;
}

/** A jump of a state at one moment. */
export interface Bolus {
  readonly state: string;
  readonly timeHours: number;
  /** In the state's unit. */
  readonly amount: number;
}

/** A parameter that this person has otherwise than the population. */
export interface ParameterSetting {
  readonly parameter: string;
  /** `set`: replaces the value; `multiply`: times the drawn value; `add`: added to the drawn value. */
  readonly how: 'set' | 'multiply' | 'add';
  readonly value: number;
  /** Condition or covariate that asks for it. */
  readonly because: string;
}

/** A state that does not start from the healthy periodic state. */
export interface StateStart {
  readonly state: string;
  readonly value: number;
  readonly because: string;
}

export interface FoodPortion {
  readonly foodId: string;
  readonly grams: number;
}

export interface PlannedMeal {
  /** Clock time, 0 to 24. */
  readonly atHours: number;
  readonly durationHours: number;
  readonly foods: readonly FoodPortion[];
}

/** Meals of one kind of day. Days with the same pattern share one object, so that work on it can be cached by `id`. */
export interface DayPattern {
  readonly id: string;
  readonly meals: readonly PlannedMeal[];
}

/** A laboratory test to simulate. */
export interface ScheduledTest {
  readonly test: string;
  readonly day: number;
  /** Clock time of the drink or sample. */
  readonly atHours: number;
}

/** Everything that one run of one plan needs to know about the person's life. */
export interface Timeline {
  /** Name of the plan, or undefined for life as it is ("you without the change"). */
  readonly plan: string | undefined;
  /** First day of the run (0, or negative when history asks for it). */
  readonly firstDay: number;
  /** The run ends at the end of day `horizonDays - 1`. */
  readonly horizonDays: number;
  readonly patterns: ReadonlyMap<string, DayPattern>;
  /** Foods of the person's own that patterns may name, beside those of the table. */
  readonly ownFoods: ReadonlyMap<string, Food>;
  /** Pattern id of each day from `firstDay` on; length `horizonDays - firstDay`. */
  readonly patternOfDay: readonly string[];
  /** Life as it is, repeated until it is periodic: one week, Monday first. */
  readonly habitualWeek: {
    readonly patternOfWeekday: readonly string[];
    /** Hours 0..168 from Monday midnight. */
    readonly segments: readonly InputSegment[];
  };
  /** Day of the week of day 0: 0 = Monday. Monday is assumed when the file has no start date. */
  readonly weekdayOfDayZero: number;
  /** Non-overlapping per input, sorted by start; `firstDay` to `horizonDays`. */
  readonly segments: readonly InputSegment[];
  readonly boluses: readonly Bolus[];
  /** Weight or height was not told: a body is drawn per virtual person from the adult population. */
  readonly unknownBody?: boolean;
  /** Whether the person digests milk sugar; unknown is drawn per virtual person. */
  readonly lactase?: 'persistent' | 'non_persistent' | 'unknown';
  /** Inputs that hold during the whole run and in the habitual state. */
  readonly constants: Readonly<Record<string, number>>;
  readonly parameters: readonly ParameterSetting[];
  readonly starts: readonly StateStart[];
  /** Days that habitual life must be run from a healthy start before day `firstDay` (slow tissue: untreated coeliac disease). */
  readonly historyDays: number;
  readonly tests: readonly ScheduledTest[];
}
