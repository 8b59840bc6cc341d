import type { Kernel, StepMethod } from '../codegen/kernel.ts';

/** How an input of one lane changes: constant, or linear to `endValue`, between two times; 0 outside its segments is the caller's choice of base value. */
export interface LaneSegment {
  /** Index into the system's inputs. */
  readonly input: number;
  readonly startHours: number;
  readonly endHours: number;
  readonly value: number;
  readonly endValue?: number;
}

/** A jump of one state of one lane at one moment; a run from a to b makes the jumps at a and not those at b. */
export interface LaneBolus {
  readonly state: number;
  readonly timeHours: number;
  readonly amount: number;
}

/** What happens to one lane. Lanes of one run may differ in everything; all their event times become step boundaries of both. */
export interface LaneSchedule {
  /** Value of each input outside its segments; length = input count. */
  readonly base: Float64Array;
  readonly segments: readonly LaneSegment[];
  readonly boluses: readonly LaneBolus[];
}

/**
 * Called after every accepted step; `kernel.interpolate(fraction)` gives the states inside it. The observer may also
 * read `kernel.inputs`/`slopes`, and must leave `kernel.state` as it found it.
 */
export type StepObserver = (kernel: Kernel, startHours: number, endHours: number) => void;

export interface IntegrationOptions {
  readonly startHours: number;
  readonly endHours: number;
  readonly lanes: readonly LaneSchedule[];
  readonly method?: StepMethod | 'auto';
  readonly relativeTolerance?: number;
  readonly observe?: StepObserver;
  /** Further step boundaries (midnights, samples), hours. */
  readonly boundaries?: readonly number[];
  /** First step to try, hours; estimated when absent. A run that continues another passes `nextStepHours` of that one. */
  readonly firstStepHours?: number;
  /** Asked between steps; true ends the run with Z2090 (cancelled). */
  readonly cancelled?: () => boolean;
}

export interface IntegrationStatistics {
  readonly steps: number;
  readonly rejected: number;
  readonly switchesToStiff: number;
  /** Step that the controller would have tried next, hours. */
  readonly nextStepHours: number;
}
