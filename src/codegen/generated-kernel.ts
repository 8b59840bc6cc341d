import { ZonulaError } from '../problem/problem.ts';
import type { Kernel, KernelNames, StepMethod } from './kernel.ts';
import { type Area, type AreaPlace, EXPLICIT, ROSENBROCK } from './program.ts';

/** What a back end hands over: memory laid out in areas and the entry routines by name. */
export interface CompiledRoutines {
  readonly backEnd: 'javascript' | 'wasm' | 'wasm-simd';
  readonly lanes: 1 | 2;
  readonly areas: ReadonlyMap<Area, AreaPlace>;
  readonly memory: Float64Array;
  readonly entries: Readonly<Record<string, () => void>>;
  readonly methods: readonly StepMethod[];
}

/** A pivot smaller than this times 1/(h gamma) makes a Rosenbrock step fail. */
export const SMALLEST_PIVOT = 1e-10;

/** The contract between compiled routines and the solver: which derivatives are still valid, and lanes in lockstep. */
export class GeneratedKernel implements Kernel {
  names?: KernelNames;
  nonNegative?: readonly number[];
  readonly backEnd: CompiledRoutines['backEnd'];
  readonly lanes: 1 | 2;
  readonly stateCount: number;
  readonly parameterCount: number;
  readonly inputCount: number;
  readonly outputCount: number;
  readonly state: Float64Array;
  readonly parameters: Float64Array;
  readonly inputs: Float64Array;
  readonly slopes: Float64Array;
  readonly inputTime: Float64Array;
  readonly derivative: Float64Array;
  readonly absoluteTolerance: Float64Array;
  readonly candidate: Float64Array;
  readonly outputs: Float64Array;
  readonly interpolated: Float64Array;

  private readonly compiled: CompiledRoutines;
  private readonly jacobianEntries: Float64Array;
  private readonly previous: Float64Array;
  private readonly stage: Float64Array;
  private readonly stages: readonly Float64Array[];
  /** Scratch of `interpolate`: no allocation in what is called after every step. */
  private readonly weights = new Float64Array(8);
  private readonly time: Float64Array;
  private readonly stageTime: Float64Array;
  private readonly step: Float64Array;
  private readonly relativeTolerance: Float64Array;
  private readonly inputTimes: Float64Array;
  private readonly errorSquare: Float64Array;
  private readonly pivotFloor: Float64Array;

  /** Method of the last attempted step, the size of it, and what of its start is still valid. */
  private lastMethod: StepMethod | undefined;
  private lastStep = Number.NaN;
  private accepted = false;
  private firstStageAt = Number.NaN;
  private lastStageAt = Number.NaN;
  private linearisedAt = Number.NaN;

  constructor(compiled: CompiledRoutines) {
    this.compiled = compiled;
    this.backEnd = compiled.backEnd;
    this.lanes = compiled.lanes;
    this.state = this.view('state');
    this.parameters = this.view('parameters');
    this.inputs = this.view('inputs');
    this.slopes = this.view('slopes');
    this.inputTimes = this.view('inputTime');
    this.inputTime = this.inputTimes.subarray(0, 1);
    this.derivative = this.view('derivative');
    this.absoluteTolerance = this.view('absoluteTolerance');
    this.candidate = this.view('candidate');
    this.outputs = this.view('outputs');
    this.interpolated = this.view('interpolated');
    this.jacobianEntries = this.view('jacobian');
    this.previous = this.view('previous');
    this.stage = this.view('stage');
    this.time = this.view('time');
    this.stageTime = this.view('stageTime');
    this.step = this.view('step');
    this.relativeTolerance = this.view('relativeTolerance');
    this.errorSquare = this.view('errorSquare');
    this.pivotFloor = this.view('pivotFloor');
    const stages: Float64Array[] = [];
    for (let j = 1; compiled.areas.has(`k${j}`); j++) stages.push(this.view(`k${j}`));
    this.stages = stages;
    this.stateCount = this.state.length / this.lanes;
    this.parameterCount = this.parameters.length / this.lanes;
    this.inputCount = this.inputs.length / this.lanes;
    this.outputCount = this.outputs.length / this.lanes;
  }

  private view(area: Area): Float64Array {
    const place = this.compiled.areas.get(area);
    if (!place) throw new RangeError(`compiled model has no area ${area}`);
    const { lanes, memory } = this.compiled;
    return memory.subarray(place.offset * lanes, (place.offset + place.length) * lanes);
  }

  private run(entry: string): void {
    const routine = this.compiled.entries[entry];
    if (!routine)
      throw new ZonulaError({
        code: 'Z2002',
        severity: 'error',
        message: `This compiled model has no routine "${entry}"; it was compiled with the step methods ${this.compiled.methods.join(', ') || '(none)'}.`,
        fix: 'Compile the model with the step method that is used.',
      });
    routine();
  }

  prepare(): void {
    this.restart();
    this.run('prepare');
  }

  restart(): void {
    this.firstStageAt = Number.NaN;
    this.lastStageAt = Number.NaN;
    this.linearisedAt = Number.NaN;
    this.accepted = false;
  }

  private atTime(timeHours: number): void {
    this.stageTime.fill(timeHours);
    if (this.lanes === 2) this.inputTimes[1] = this.inputTimes[0] as number;
  }

  derivatives(timeHours: number): void {
    this.atTime(timeHours);
    this.run('derivatives');
    // `derivative` is also where Rosenbrock steps keep theirs.
    this.linearisedAt = Number.NaN;
  }

  evaluateOutputs(timeHours: number): void {
    this.atTime(timeHours);
    this.run('outputs');
  }

  jacobian(timeHours: number): Float64Array {
    this.atTime(timeHours);
    this.run('jacobian');
    this.linearisedAt = Number.NaN;
    return this.jacobianEntries;
  }

  tryStep(method: StepMethod, timeHours: number, stepHours: number, relativeTolerance: number): number {
    this.time.fill(timeHours);
    this.step.fill(stepHours);
    this.relativeTolerance.fill(relativeTolerance);
    if (this.lanes === 2) this.inputTimes[1] = this.inputTimes[0] as number;
    const explicit = EXPLICIT[method];
    if (explicit) {
      const first = this.stages[0] as Float64Array;
      if (this.firstStageAt !== timeHours) {
        const last = this.stages[explicit.stages - 1] as Float64Array;
        if (this.lastStageAt === timeHours) first.set(last);
        else this.run(`${method}Begin`);
      }
      this.firstStageAt = timeHours;
      this.lastStageAt = Number.NaN;
    } else {
      // Rosenbrock stages overwrite the explicit method's.
      this.firstStageAt = Number.NaN;
      this.lastStageAt = Number.NaN;
      if (this.linearisedAt !== timeHours) this.run('linearise');
      this.linearisedAt = timeHours;
    }
    this.accepted = false;
    this.lastMethod = method;
    this.lastStep = stepHours;
    this.run(`${method}Step`);
    let worst = 0;
    for (let lane = 0; lane < this.lanes; lane++) {
      const norm = Math.sqrt((this.errorSquare[lane] as number) / this.stateCount);
      if (!(norm <= worst)) worst = norm;
      if (!explicit && !((this.pivotFloor[lane] as number) >= SMALLEST_PIVOT)) worst = Number.NaN;
      if (Number.isNaN(worst)) break;
    }
    return Number.isFinite(worst) ? worst : Number.NaN;
  }

  accept(): void {
    const method = this.lastMethod;
    if (!method) throw new RangeError('accept() without an attempted step');
    this.previous.set(this.state);
    this.state.set(this.candidate);
    this.linearisedAt = Number.NaN;
    this.firstStageAt = Number.NaN;
    this.lastStageAt = EXPLICIT[method] ? (this.time[0] as number) + this.lastStep : Number.NaN;
    this.accepted = true;
  }

  interpolate(fraction: number): void {
    const method = this.lastMethod;
    if (!this.accepted || !method)
      throw new RangeError(
        'interpolate() is only defined between accept() and the next tryStep() or restart()',
      );
    const { interpolated, previous, state, stages, weights } = this;
    const explicit = EXPLICIT[method];
    let count = 0;
    if (explicit) {
      count = explicit.stages;
      for (let j = 0; j < count; j++) {
        const [a = 0, b = 0, c = 0, d = 0] = explicit.dense[j] ?? [];
        weights[j] = this.lastStep * (fraction * (a + fraction * (b + fraction * (c + fraction * d))));
      }
      interpolated.set(previous);
    } else {
      const tableau = ROSENBROCK[method];
      if (!tableau) throw new RangeError(`no tableau for ${method}`);
      // y0 (1-f) + f (y1 + (1-f) (q1 + f (q2 + f q3))), where q_r are combinations of the stages.
      const rest = 1 - fraction;
      count = tableau.dense[0]?.length ?? 0;
      for (let j = 0; j < count; j++) {
        let power = fraction * rest;
        let weight = 0;
        for (const row of tableau.dense) {
          weight += power * (row[j] ?? 0);
          power *= fraction;
        }
        weights[j] = weight;
      }
      for (let i = 0; i < interpolated.length; i++)
        interpolated[i] = rest * (previous[i] as number) + fraction * (state[i] as number);
    }
    for (let j = 0; j < count; j++) {
      const weight = weights[j] as number;
      const stage = stages[j];
      if (weight === 0 || !stage) continue;
      for (let i = 0; i < interpolated.length; i++)
        interpolated[i] = (interpolated[i] as number) + weight * (stage[i] as number);
    }
  }

  stiffness(): number {
    if (!this.lastMethod || !EXPLICIT[this.lastMethod]) return Number.NaN;
    const { lanes, candidate, stage, stages } = this;
    const [before, last] = [stages[5] as Float64Array, stages[6] as Float64Array];
    let worst = 0;
    for (let lane = 0; lane < lanes; lane++) {
      let slope = 0;
      let distance = 0;
      for (let i = lane; i < candidate.length; i += lanes) {
        const scale = this.absoluteTolerance[i] as number;
        const weight = 1 / (scale + Math.abs(candidate[i] as number));
        const k = ((last[i] as number) - (before[i] as number)) * weight;
        const y = ((candidate[i] as number) - (stage[i] as number)) * weight;
        slope += k * k;
        distance += y * y;
      }
      if (distance > 0) worst = Math.max(worst, this.lastStep * Math.sqrt(slope / distance));
    }
    return worst;
  }
}

/**
 * Adds a weighted sum of vectors to a vector, element by element in one pass: eight vectors at a time, because reading
 * and writing the target once is what dense output's speed hangs on.
 */
