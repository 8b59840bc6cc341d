import type { Kernel } from '../codegen/kernel.ts';
import { ZonulaError } from '../problem/problem.ts';
import { exponential } from '../random/elementary.ts';
import type { LaneSchedule } from '../solver/contract.ts';
import { DEFAULT_RELATIVE_TOLERANCE, integrateInParts } from '../solver/integrate.ts';
import { type InParts, inOneGo } from '../solver/parts.ts';
import { searchPeriodicState } from '../solver/periodic.ts';
import type { Gut } from './gut.ts';

const hoursPerDay = 24;
/** Habitual life is simply lived so long before the search for its periodic state begins. */
const daysBeforeSearch = 10;
/** Relative to the size of each state: the change over one period. */
const periodicTolerance = 3e-5;
/** The search sees the solver's noise: it needs less of it than a run. Days that are only lived do not. */
const searchTolerance = 1e-5;
/** A body that has not found its rhythm by then is lived on from where it came nearest to one. */
const mostPeriodsOfSearch = 50;
const daysAfterSearch = 28;
/** A state that is next to nothing at health is measured against this share of the most it can be. */
const emptyShare = 0.01;
/** Stores that fill over years, and what nothing else reads, may still move this many times more. */
const storeFactor = 10;
/** So much of a stated history is lived day by day; then what has a time constant of weeks takes leaps of so many days. */
const daysBeforeLeaps = 40;
const leapDays = 15;
const shortestSlowDays = 20;
const notFound = 'Z2030';

/** The kernel's lanes on their way to the state in which a run begins. */
export class Settling {
  /** Days that were lived so far. */
  days = 0;
  private readonly gut: Gut;
  private readonly kernel: Kernel;
  private readonly lanes: readonly LaneSchedule[];
  private readonly periodHours: number;
  private readonly cancelled: (() => boolean) | undefined;
  private firstStepHours: number | undefined;

  constructor(
    gut: Gut,
    kernel: Kernel,
    lanes: readonly LaneSchedule[],
    periodHours: number,
    cancelled?: () => boolean,
  ) {
    this.gut = gut;
    this.kernel = kernel;
    this.lanes = lanes;
    this.periodHours = periodHours;
    this.cancelled = cancelled;
  }

  /** Habitual life, day by day. */
  *live(days: number): InParts<void> {
    const end = this.days + days;
    while (this.days < end) yield* this.livePeriod(DEFAULT_RELATIVE_TOLERANCE);
  }

  /**
   * A stated history of habitual life, from health. After the first weeks everything but tissue and stores has
   * settled: what still moves is carried on by leaps along its own slow exponential, between days that are lived
   * (projective integration; Gear and Kevrekidis, SIAM J Sci Comput 24:1091, 2003).
   */
  *history(days: number): InParts<void> {
    const { kernel, gut, periodHours } = this;
    const { lanes, state } = kernel;
    yield* this.live(Math.min(days, daysBeforeLeaps) - this.days);
    const periodDays = periodHours / hoursPerDay;
    const leapPeriods = Math.ceil(leapDays / periodDays);
    const leapedDays = leapPeriods * periodDays;
    const fastest = exponential(-periodDays / shortestSlowDays);
    while (days - this.days > leapedDays + 3 * periodDays) {
      yield* this.livePeriod(DEFAULT_RELATIVE_TOLERANCE);
      const first = state.slice();
      yield* this.livePeriod(DEFAULT_RELATIVE_TOLERANCE);
      const second = state.slice();
      yield* this.livePeriod(DEFAULT_RELATIVE_TOLERANCE);
      gut.system.states.forEach(({ range }, index) => {
        for (let i = index * lanes; i < (index + 1) * lanes; i++) {
          const now = state[i] as number;
          const change = now - (second[i] as number);
          const ratio = change / ((second[i] as number) - (first[i] as number));
          // What moves by noise, by fits and starts, or fast, is left to the days that are lived.
          if (!(ratio > fastest && ratio < 2 - fastest)) continue;
          const kept = Math.min(1, ratio);
          const ahead =
            now + change * (kept < 1 ? (kept * (1 - kept ** leapPeriods)) / (1 - kept) : leapPeriods);
          state[i] = Math.min(Math.max(now, range[1]), Math.max(Math.min(now, range[0]), ahead));
        }
      });
      kernel.restart();
      this.days += leapedDays;
    }
    yield* this.live(days - this.days);
  }

  /** The first days, before the search is worth its while. */
  *begin(): InParts<void> {
    yield* this.live(daysBeforeSearch);
  }

  /**
   * Finds the state in which habitual life repeats itself; where there is none to be found, lives on from where
   * it came nearest to one.
   */
  *search(): InParts<void> {
    const { gut, kernel } = this;
    const { states } = gut.system;
    const scale = states.map(
      ({ value, range, slow, readOut }) =>
        Math.max(Math.abs(value), emptyShare * Math.abs(range[1])) * (slow || readOut ? storeFactor : 1),
    );
    const nearest = new Nearest(kernel.lanes, scale, kernel.state);
    try {
      const search = searchPeriodicState({
        start: kernel.state.slice(),
        lanes: kernel.lanes,
        scale,
        signed: states.flatMap(({ range }, i) => (range[0] < 0 ? [i] : [])),
        tolerance: periodicTolerance,
        mostPeriods: mostPeriodsOfSearch,
        names: states.map(({ id }) => id),
        ...(this.cancelled ? { cancelled: this.cancelled } : {}),
      });
      let step = search.next();
      while (!step.done) {
        const from = step.value;
        kernel.state.set(from);
        kernel.restart();
        yield* this.livePeriod(searchTolerance);
        const image = kernel.state.slice();
        nearest.learn(from, image);
        step = search.next(image);
      }
      kernel.state.set(step.value.state);
      kernel.restart();
    } catch (error) {
      if (!(error instanceof ZonulaError) || !error.problems.some(({ code }) => code === notFound))
        throw error;
      // Stores that fill over years, or a colon that swings: there is no better start than the nearest found.
      kernel.state.set(nearest.state);
      kernel.restart();
      yield* this.live(daysAfterSearch);
    }
  }

  private *livePeriod(relativeTolerance: number): InParts<void> {
    const { nextStepHours } = yield* integrateInParts(this.kernel, {
      startHours: 0,
      endHours: this.periodHours,
      lanes: this.lanes,
      relativeTolerance,
      ...(this.firstStepHours === undefined ? {} : { firstStepHours: this.firstStepHours }),
      ...(this.cancelled ? { cancelled: this.cancelled } : {}),
    });
    this.firstStepHours = nextStepHours;
    this.days += this.periodHours / hoursPerDay;
  }
}

/**
 * Carries the kernel's lanes to the state in which a run begins: the periodic one, or that after a stated history.
 *
 * @returns days that were lived
 */
export function settle(
  gut: Gut,
  kernel: Kernel,
  lanes: readonly LaneSchedule[],
  periodHours: number,
  historyDays: number,
): number {
  const settling = new Settling(gut, kernel, lanes, periodHours);
  if (historyDays > 0) inOneGo(settling.history(historyDays));
  else {
    inOneGo(settling.begin());
    inOneGo(settling.search());
  }
  return settling.days;
}

/** Per lane, the state after the period that changed least. */
class Nearest {
  readonly state: Float64Array;
  private readonly lanes: number;
  private readonly scale: readonly number[];
  private readonly least: number[];

  constructor(lanes: number, scale: readonly number[], state: Float64Array) {
    this.lanes = lanes;
    this.scale = scale;
    this.state = state.slice();
    this.least = Array.from({ length: lanes }, () => Number.POSITIVE_INFINITY);
  }

  learn(from: Float64Array, image: Float64Array): void {
    const { lanes, scale } = this;
    for (let lane = 0; lane < lanes; lane++) {
      let moved = 0;
      for (let i = 0; i < scale.length; i++) {
        const before = from[i * lanes + lane] as number;
        const after = image[i * lanes + lane] as number;
        moved = Math.max(moved, Math.abs(after - before) / ((scale[i] as number) + Math.abs(before)));
      }
      if (!(moved < (this.least[lane] as number))) continue;
      this.least[lane] = moved;
      for (let i = lane; i < image.length; i += lanes) this.state[i] = image[i] as number;
    }
  }
}
