import type { Problem } from '../problem/problem.ts';

/** The contract of `zonula run FILE --json`: what a run gives, in the same form to command line, app and library. */

/** Quantiles over the virtual people, one per day. */
export interface Band {
  readonly unit: string;
  readonly p10: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p90: readonly number[];
}

/** Quantiles of one number. */
export interface Quantiles {
  readonly unit: string;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}

/** How much of what the model holds is measured, tuned or chosen; shares sum to 1. */
export interface AssumedShare {
  readonly measured: number;
  readonly fitted: number;
  readonly assumed: number;
}

export interface TestResult {
  readonly test: string;
  readonly day: number;
  /** Empty for a test whose states are absent; `notModelled` then says which. */
  readonly results: { readonly [result: string]: Quantiles };
  readonly notModelled?: string;
  readonly caution?: string;
}

export interface SymptomBand extends Omit<Band, 'unit'> {
  readonly timeDays: readonly number[];
  readonly evidence: 'A' | 'B' | 'C' | 'D';
  /** Share of virtual people whose last-week mean differs from the same person on placebo by at least the noticeable difference. */
  readonly chanceOfChange: number;
  /** The noticeable difference, points of the 0-10 scale. */
  readonly noticeablePoints: number;
  readonly note?: string;
}

export interface PlanRun {
  /** Name of the plan; `life as it is` when the file has none. */
  readonly plan: string;
  readonly series: { readonly [id: string]: Band };
  readonly tests: readonly TestResult[];
  readonly symptoms: { readonly [id: string]: SymptomBand };
}

export interface RunResult {
  readonly zonula: {
    readonly version: string;
    readonly modelHash: string;
    readonly assumedShare: AssumedShare;
  };
  /** The person file after reading: numbers with units resolved, ids found, defaults written out. */
  readonly plan: unknown;
  /** Share of the food's relevant base whose value is known, per nutrient, for the habitual diet. */
  readonly coverage: { readonly [nutrient: string]: number };
  /** Day of each point; point d is the mean over day d (0:00 to 24:00). */
  readonly timeDays: readonly number[];
  readonly series: { readonly [id: string]: Band };
  readonly seriesWithoutChange: { readonly [id: string]: Band };
  readonly tests: readonly TestResult[];
  readonly symptoms: { readonly [id: string]: SymptomBand };
  readonly warnings: readonly Pick<Problem, 'code' | 'message' | 'where' | 'fix'>[];
  /** How many virtual people stand behind the bands, and from which seed. */
  readonly people: number;
  readonly seed: number;
}

/** Paired differences: each virtual person against the same person without the change. */
export interface Difference extends Band {
  /** Share of virtual people in whom the value on the last day is higher than without the change. */
  readonly shareHigher: number;
  /** The same for every day. */
  readonly shareHigherByDay: readonly number[];
}

export interface CompareResult {
  readonly zonula: RunResult['zonula'];
  readonly plan: unknown;
  readonly coverage: RunResult['coverage'];
  readonly timeDays: readonly number[];
  readonly withoutChange: PlanRun;
  readonly plans: readonly (PlanRun & { readonly differences: { readonly [id: string]: Difference } })[];
  readonly warnings: RunResult['warnings'];
  readonly people: number;
  readonly seed: number;
}
