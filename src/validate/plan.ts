/** A validation plan after reading: what can be run, without a trace of how it was written. */
import type { Timeline } from '../person/schedule.ts';
import type { Place, Problem } from '../problem/problem.ts';
import type { CompiledMeasure } from './measure.ts';
import type { PlanHead } from './plan-schema.ts';
import type { RowClass, RowKind, RowRole, Scale } from './score.ts';

export type Statistic = 'mean' | 'median' | 'geometricMean';
export type Design = PlanHead['design'];

/** One number of a study, and what of the simulated lives it is compared with. */
export interface PlannedPoint {
  /** Dose, day or arm, where the row has several points. */
  readonly label: string | undefined;
  readonly observed: number;
  readonly observedDirection?: -1 | 1;
  readonly observedRange?: readonly [low: number, high: number];
  readonly interval80: readonly [low: number, high: number] | undefined;
  readonly unit: string;
  /** How the number compares arms; `absolute` compares nothing. */
  readonly contrast: 'ratio' | 'difference' | 'absolute';
  readonly scale: Scale;
  readonly noEffect: number | undefined;
  readonly arm: string;
  readonly measure: CompiledMeasure;
  readonly against: string | undefined;
  readonly before: CompiledMeasure | undefined;
  /** The second measure of a correlation. */
  readonly with: CompiledMeasure | undefined;
  /** For shares of people: the cut-off and its side. */
  readonly cutoff: { readonly value: number; readonly side: 'above' | 'below' } | undefined;
  readonly people: { readonly arm: number | undefined; readonly against: number | undefined };
}

export interface PlannedRow {
  readonly id: string;
  readonly study: string;
  readonly group: string;
  readonly kind: RowKind;
  readonly role: RowRole;
  readonly class: RowClass;
  readonly statistic: Statistic;
  readonly design: Design;
  readonly points: readonly PlannedPoint[];
  readonly margin: readonly [low: number, high: number] | undefined;
  readonly notExpressible: string | undefined;
  readonly why: string | undefined;
  readonly paper: string | undefined;
  readonly where: Place | undefined;
}

export interface PlannedStudy {
  readonly study: string;
  readonly title: string | undefined;
  readonly citation: string | undefined;
  readonly file: string;
  readonly head: PlanHead;
  readonly lives: ReadonlyMap<string, Timeline>;
  /** Arms with a dose outside what the sources of the model cover. */
  readonly beyondStudied: ReadonlySet<string>;
  readonly rows: readonly PlannedRow[];
}

export interface ValidationPlan {
  readonly folder: string;
  readonly studies: readonly PlannedStudy[];
  readonly problems: readonly Problem[];
  /** SHA-256 over names and bytes of all files of the folder. */
  readonly hash: string;
}
