/**
 * A compiled model: one equation system, one back end, one or two lanes (people) in lockstep.
 *
 * All vectors are views of the kernel's own memory, lane-interleaved: element `i` of lane `l` stands at
 * `i * lanes + l`. The caller writes `state`, `parameters`, `inputs` and `slopes`, calls `prepare()` after any
 * change of parameters, and drives steps; step control, events and dense output live in `src/solver`.
 */
export interface Kernel {
  /** What the vectors' elements are called, for errors; absent for a kernel made of bare bytes. */
  names?: KernelNames;
  /** Indices of states that are amounts and must not become negative; absent: nothing is checked. */
  nonNegative?: readonly number[];
  readonly backEnd: 'javascript' | 'wasm' | 'wasm-simd' | 'interpreter';
  readonly lanes: 1 | 2;
  readonly stateCount: number;
  readonly parameterCount: number;
  readonly inputCount: number;
  readonly outputCount: number;
  readonly state: Float64Array;
  readonly parameters: Float64Array;
  /** Value of each input at `inputTime`; between events an input is `inputs + slopes * (t - inputTime)`. */
  readonly inputs: Float64Array;
  readonly slopes: Float64Array;
  /** Hours; set by the caller at every event boundary. One element, shared by the lanes. */
  readonly inputTime: Float64Array;
  /** Filled by `derivatives`. */
  readonly derivative: Float64Array;
  /** Absolute tolerance per state and lane, set by the caller. */
  readonly absoluteTolerance: Float64Array;
  /** The state that the last attempted step arrived at. */
  readonly candidate: Float64Array;
  /** Filled by `evaluateOutputs`. */
  readonly outputs: Float64Array;
  /** Filled by `interpolate`. */
  readonly interpolated: Float64Array;

  /** Evaluates the expressions of parameters only. */
  prepare(): void;
  /** d state / dt at `state` and `timeHours`. */
  derivatives(timeHours: number): void;
  /** Derived outputs at `state` and `timeHours`. */
  evaluateOutputs(timeHours: number): void;
  /** Jacobian non-zeros (system order) at `state`; returns a view, lane-interleaved. */
  jacobian(timeHours: number): Float64Array;
  /**
   * Tries one step of the named method from `state` at `timeHours` over `stepHours`.
   * @returns the weighted root-mean-square error norm, the worst of the lanes (<= 1 is acceptable; NaN when the step failed).
   */
  tryStep(method: StepMethod, timeHours: number, stepHours: number, relativeTolerance: number): number;
  /**
   * Makes `candidate` the state. Derivatives already known at the new state are kept for the next step
   * (first-same-as-last); so are derivative and Jacobian when a rejected step is tried again from the same state.
   */
  accept(): void;
  /**
   * Forgets derivatives kept from earlier steps. Must be called after any write to `state`, `inputs`, `slopes`
   * or `inputTime` (every event boundary); `prepare()` includes it.
   */
  restart(): void;
  /**
   * Dense output of the last accepted step, `fraction` in [0, 1], into `interpolated`.
   * Valid from `accept()` until the next `tryStep`. Fourth order for all methods.
   */
  interpolate(fraction: number): void;
  /**
   * After an explicit step: step size times an estimate of the dominant eigenvalue's magnitude,
   * |k7 - k6| / |y7 - y6| (Hairer and Wanner, Solving ODEs II, section IV.2), the worst of the lanes.
   * Values that stay near the method's stability interval (3.5 for `tsit5`, 5.95 for `wide5`) mean that stability sets the step.
   */
  stiffness(): number;
}

/** Names for errors, by index. Plain data: it goes to workers with the compiled bytes. */
export interface KernelNames {
  readonly states: readonly string[];
  readonly parameters: readonly string[];
  readonly inputs: readonly string[];
  /** Module and flows that each state's derivative consists of. */
  readonly places: readonly string[];
}

export type StepMethod = 'tsit5' | 'wide5' | 'rodas4p' | 'rodas5p';
