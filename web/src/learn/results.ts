import type { LiningSnapshot } from '../scene/snapshot.ts';
import type { ExperimentId } from './experiments.ts';

/** Quantiles over virtual people of one arm. */
export interface ArmResult {
  readonly id: string;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** The lining of the person in the middle, where the experiment shows it. */
  readonly lining?: LiningSnapshot;
}

export interface ExperimentResult {
  readonly id: ExperimentId;
  readonly unit: string;
  readonly arms: readonly ArmResult[];
}

/** What `scripts/build-learn.ts` keeps. */
export interface LearnResults {
  readonly modelHash: string;
  readonly people: number;
  readonly seed: number;
  readonly assumedShare: { readonly measured: number; readonly fitted: number; readonly assumed: number };
  readonly parameters: number;
  readonly innerMucusUm: number;
  readonly looseMucusUm: number;
  readonly experiments: readonly ExperimentResult[];
}
