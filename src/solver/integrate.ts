import type { Kernel, StepMethod } from '../codegen/kernel.ts';
import { type Problem, ZonulaError } from '../problem/problem.ts';
import type { IntegrationOptions, IntegrationStatistics } from './contract.ts';
import { type Boundary, type InputChange, planBoundaries } from './events.ts';
import { MethodChoice } from './method-choice.ts';
import { type InParts, inOneGo } from './parts.ts';
import { StepController } from './step-control.ts';

/** See docs/engine.md for the measurements behind the defaults. */
export const DEFAULT_RELATIVE_TOLERANCE = 1e-3;

/** After so many failures in a row the step is given up even above the floor. */
const MOST_REJECTIONS = 80;
/** Hours. If an amount still falls below zero in so short a step, its laws drive it there. */
const SHORTEST_STEP_BELOW_ZERO = 1e-7;
/** Between two boundaries; a guard against runs that would take for ever. */
const MOST_STEPS_BETWEEN_EVENTS = 2_000_000;

/**
 * Carries a kernel's state from one time to another through everything that happens to its lanes.
 *
 * Every event (start and end of a segment, bolus, further boundary) of either lane ends a step of both. The caller has
 * written `state` and `parameters` and called `prepare()`; `absoluteTolerance` is the caller's too. On return `state`
 * is the state at `endHours`. Boluses at `startHours` are given, those at `endHours` are not: runs can be strung
 * together.
 *
 * @throws ZonulaError Z2010-Z2013 (schedule, see `planBoundaries`), Z2014 (start state, parameter or tolerance is not
 *   a number), Z2015 (a step fails however short), Z2016 (error too large however short the step), Z2017 (more steps
 *   than can be right), Z2018 (times of the run), Z2019 (an amount is driven below zero), Z2090 (cancelled)
 */
export function integrate(kernel: Kernel, options: IntegrationOptions): IntegrationStatistics {
  return inOneGo(integrateInParts(kernel, options));
}

/**
 * As `integrate`, with a pause after every boundary, so that whoever drives it can let others have their turn, or
 * drop it. The steps are the same. Nobody else may use the kernel meanwhile.
 */
export function* integrateInParts(
  kernel: Kernel,
  options: IntegrationOptions,
): InParts<IntegrationStatistics> {
  return yield* new Integration(kernel, options).run();
}

class Integration {
  private readonly kernel: Kernel;
  private readonly options: IntegrationOptions;
  private readonly relativeTolerance: number;
  private readonly control: StepController;
  private readonly choice: MethodChoice;
  private readonly ramps = new Map<number, InputChange>();
  /** 1 at places in the state vector that must not fall below minus their tolerance. */
  private readonly isAmount: Uint8Array;
  private steps = 0;
  private rejected = 0;

  constructor(kernel: Kernel, options: IntegrationOptions) {
    this.kernel = kernel;
    this.options = options;
    this.relativeTolerance = options.relativeTolerance ?? DEFAULT_RELATIVE_TOLERANCE;
    this.choice = new MethodChoice(options.method ?? 'auto');
    this.control = new StepController();
    const { lanes, nonNegative = [] } = kernel;
    this.isAmount = new Uint8Array(kernel.state.length);
    for (const index of nonNegative) this.isAmount.fill(1, lanes * index, lanes * (index + 1));
  }

  *run(): InParts<IntegrationStatistics> {
    const { kernel, options } = this;
    this.check();
    if (options.endHours > options.startHours) {
      const boundaries = planBoundaries(
        options.lanes,
        kernel,
        options.startHours,
        options.endHours,
        options.boundaries,
      );
      for (let i = 0; i + 1 < boundaries.length; i++) {
        const from = boundaries[i] as Boundary;
        const to = boundaries[i + 1] as Boundary;
        this.cross(from, i === 0);
        if (i === 0) this.control.proposed = options.firstStepHours ?? this.firstStep(from.timeHours);
        this.stretch(from.timeHours, to.timeHours);
        yield;
      }
    }
    return {
      steps: this.steps,
      rejected: this.rejected,
      switchesToStiff: this.choice.switchesToStiff,
      nextStepHours: this.control.proposed,
    };
  }

  private check(): void {
    const { kernel, options } = this;
    const problems: Problem[] = [];
    const report = (code: Problem['code'], message: string): void => {
      problems.push({ code, severity: 'error', message });
    };
    const { startHours, endHours } = options;
    if (!Number.isFinite(startHours) || !Number.isFinite(endHours) || endHours < startHours)
      report('Z2018', `A run cannot go from ${startHours} h to ${endHours} h.`);
    if (options.lanes.length !== kernel.lanes)
      report('Z2010', `There are ${options.lanes.length} schedules for a kernel of ${kernel.lanes} lanes.`);
    if (!(this.relativeTolerance > 0 && this.relativeTolerance < 1))
      report('Z2014', `The relative tolerance ${this.relativeTolerance} is not between 0 and 1.`);
    const numbers = (
      values: Float64Array,
      what: (index: number) => string,
      good: (value: number) => boolean,
    ): void => {
      values.forEach((value, i) => {
        if (!good(value))
          report('Z2014', `${what(Math.trunc(i / kernel.lanes))} is ${value} in lane ${i % kernel.lanes}.`);
      });
    };
    const { names } = kernel;
    numbers(kernel.state, (i) => `The start value of ${this.stateName(i)}`, Number.isFinite);
    numbers(
      kernel.parameters,
      (i) => `The parameter ${names?.parameters[i] ?? `number ${i}`}`,
      Number.isFinite,
    );
    numbers(
      kernel.absoluteTolerance,
      (i) => `The absolute tolerance of ${this.stateName(i)}`,
      (value) => value > 0 && Number.isFinite(value),
    );
    if (problems.length > 0) throw new ZonulaError(problems);
  }

  /** Makes what happens at a boundary happen; what changes nothing leaves the derivatives known. */
  private cross(boundary: Boundary, first: boolean): void {
    const { kernel, ramps } = this;
    const { inputs, slopes, lanes } = kernel;
    const time = boundary.timeHours;
    const news = boundary.changes.filter(({ lane, input, value, slope }) => {
      const place = input * lanes + lane;
      return first || slope !== 0 || slopes[place] !== 0 || inputs[place] !== value;
    });
    if (!first && news.length === 0 && boundary.jumps.length === 0) return;
    for (const change of news) {
      const place = change.input * lanes + change.lane;
      inputs[place] = change.value;
      slopes[place] = change.slope;
      if (change.slope === 0) ramps.delete(place);
      else ramps.set(place, change);
    }
    for (const [place, { value, slope, fromHours }] of ramps)
      inputs[place] = value + slope * (time - fromHours);
    kernel.inputTime[0] = time;
    for (const { lane, state, amount } of boundary.jumps) {
      const place = state * lanes + lane;
      kernel.state[place] = (kernel.state[place] as number) + amount;
    }
    kernel.restart();
    if (!first) this.control.afterEvent();
  }

  /** A first step in which an explicit Euler step changes the state by about a hundredth (Hairer, Norsett, Wanner). */
  private firstStep(time: number): number {
    const { kernel } = this;
    kernel.derivatives(time);
    let step = Number.POSITIVE_INFINITY;
    for (let lane = 0; lane < kernel.lanes; lane++) {
      let size = 0;
      let slope = 0;
      for (let i = lane; i < kernel.state.length; i += kernel.lanes) {
        const value = kernel.state[i] as number;
        const scale = (kernel.absoluteTolerance[i] as number) + this.relativeTolerance * Math.abs(value);
        size += (value / scale) ** 2;
        slope += ((kernel.derivative[i] as number) / scale) ** 2;
      }
      const guess = size > 0 && slope > 0 ? 0.01 * Math.sqrt(size / slope) : Number.POSITIVE_INFINITY;
      if (!(guess >= step)) step = guess;
    }
    const span = this.options.endHours - this.options.startHours;
    return Number.isFinite(step) && step > 0 ? Math.min(step, span) : span / 1000;
  }

  /** Steps from one boundary to the next. */
  private stretch(from: number, to: number): void {
    const { kernel, control, choice, options } = this;
    let time = from;
    let failures = 0;
    const stepsBefore = this.steps;
    while (time < to) {
      if (options.cancelled?.())
        throw new ZonulaError({ code: 'Z2090', severity: 'note', message: `Cancelled at ${time} h.` });
      const left = to - time;
      const { step, cut } = control.fit(left, choice.longestStep);
      const method = choice.method;
      const norm = kernel.tryStep(method, time, step, this.relativeTolerance);
      const below = norm <= 1 ? this.firstBelowZero() : -1;
      if (norm <= 1 && below < 0) {
        const start = time;
        time = step >= left ? to : time + step;
        choice.accepted(kernel, step, norm, control);
        kernel.accept();
        control.accepted(method, step, norm, cut);
        failures = 0;
        this.steps++;
        if (this.steps - stepsBefore > MOST_STEPS_BETWEEN_EVENTS)
          this.giveUp('Z2017', time, from, norm, method);
        options.observe?.(kernel, start, time);
      } else {
        this.rejected++;
        choice.rejected();
        failures++;
        // A step to below zero is one whose error matters: as if it had failed.
        control.rejected(method, step, below < 0 ? norm : Number.NaN);
        if (below >= 0 && step < SHORTEST_STEP_BELOW_ZERO) this.failBelowZero(below, time, from);
        // Where times can still be told apart; at time 0, and early in a very long stretch, that is very short indeed.
        const floor = 16 * Number.EPSILON * Math.max(Math.abs(time), Math.abs(from));
        if (control.proposed > floor && failures < MOST_REJECTIONS) continue;
        if (choice.tryOther()) {
          // What one family cannot step over, the other sometimes can.
          control.proposed = left / 64;
          failures = 0;
        } else this.giveUp(Number.isNaN(norm) ? 'Z2015' : 'Z2016', time, from, norm, method);
      }
    }
  }

  /** Place of an amount that the candidate takes below minus its tolerance (or further below it), or -1. */
  private firstBelowZero(): number {
    const { candidate } = this.kernel;
    // Almost nothing is negative: the sign is asked first, of all places in a row (asked of listed places, this took a
    // tenth of a step).
    for (let place = 0; place < candidate.length; place++)
      if ((candidate[place] as number) < 0 && this.fallsBelowZero(place)) return place;
    return -1;
  }

  private fallsBelowZero(place: number): boolean {
    const { candidate, state, absoluteTolerance } = this.kernel;
    const value = candidate[place] as number;
    return (
      this.isAmount[place] === 1 &&
      value < -(absoluteTolerance[place] as number) &&
      value < (state[place] as number)
    );
  }

  private failBelowZero(place: number, time: number, eventTime: number): never {
    const { kernel } = this;
    const index = Math.trunc(place / kernel.lanes);
    const where = kernel.names?.places[index];
    throw new ZonulaError({
      code: 'Z2019',
      severity: 'error',
      message: `${this.stateName(index)} is driven below zero at ${short(time)} h (day ${Math.floor(time / 24)}), ${short(time - eventTime)} h after the event at ${short(eventTime)} h, to ${short(kernel.candidate[place] as number)}${kernel.lanes > 1 ? ` in lane ${place % kernel.lanes}` : ''}; an amount cannot be negative.`,
      fix: 'Look at the laws of this state for something that is taken away without being there.',
      ...(where ? { where: { field: where } } : {}),
    });
  }

  private stateName(index: number): string {
    return this.kernel.names?.states[index] ?? `state ${index}`;
  }

  /** Ends the run with the state that most likely is to blame: where numbers end, or where the change is steepest. */
  private giveUp(
    code: 'Z2015' | 'Z2016' | 'Z2017',
    time: number,
    eventTime: number,
    norm: number,
    method: StepMethod,
  ): never {
    const { kernel } = this;
    const { lanes, state, absoluteTolerance } = kernel;
    kernel.derivatives(time);
    let worst = 0;
    let worstScore = -1;
    state.forEach((value, i) => {
      const slope = kernel.derivative[i] as number;
      const finite = Number.isFinite(value) && Number.isFinite(slope);
      const scale = (absoluteTolerance[i] as number) + this.relativeTolerance * Math.abs(value);
      const score = finite ? Math.abs(slope) / scale : Number.POSITIVE_INFINITY;
      if (score > worstScore) [worst, worstScore] = [i, score];
    });
    const index = Math.trunc(worst / lanes);
    const place = kernel.names?.places[index];
    const name = this.stateName(index);
    const what =
      code === 'Z2015'
        ? 'a rate is not a number, or the equations become singular, however short the step'
        : code === 'Z2016'
          ? `the error stays too large (${norm.toPrecision(3)} times the tolerance), however short the step`
          : `more than ${MOST_STEPS_BETWEEN_EVENTS} steps were needed`;
    throw new ZonulaError({
      code,
      severity: 'error',
      message:
        `The model cannot be carried on at ${short(time)} h (day ${Math.floor(time / 24)}), ${short(time - eventTime)} h after the event at ${short(eventTime)} h: ${what}. ` +
        `First suspect: ${name}${lanes > 1 ? ` in lane ${worst % lanes}` : ''}, value ${short(state[worst] as number)}, rate ${short(kernel.derivative[worst] as number)} per hour${place ? ` (${place})` : ''}; method ${method}.`,
      fix: 'Look at the laws of this state for a division by zero or a parameter outside its range.',
      ...(place ? { where: { field: place } } : {}),
    });
  }
}

/** Enough digits to find the moment again, none of rounding. */
function short(value: number): string {
  return `${Number(value.toPrecision(9))}`;
}
