import { Matrix, QrDecomposition } from 'ml-matrix';
import { ZonulaError } from '../problem/problem.ts';

export interface PeriodicOptions extends PeriodicSearchOptions {
  /**
   * Carries a state (lane-interleaved, as in a kernel) over one period. Must not keep or change its argument.
   * Accurate to well below `tolerance`, or the search sees the solver's noise.
   */
  readonly advance: (state: Float64Array) => Float64Array;
}

export interface PeriodicSearchOptions {
  /** Where the search begins, lane-interleaved: a healthy state, or that of a similar person. */
  readonly start: Float64Array;
  readonly lanes?: 1 | 2;
  /** Size of each state at health, one value per state: differences are measured against scale + |value|. */
  readonly scale: ArrayLike<number>;
  /** Indices of states that keep their start value: slow ones that follow their own history. */
  readonly fixed?: readonly number[];
  /** Indices of states that may be negative. An extrapolation that takes any other below zero is not used. */
  readonly signed?: readonly number[];
  /** Converged when a period changes no state by more than this (relative to its scale) and neither does the next correction by ten times as much. */
  readonly tolerance?: number;
  readonly mostPeriods?: number;
  /** `anderson` (default) mixes the last periods; `plain` only lives on. */
  readonly method?: 'anderson' | 'plain';
  /** (I - M)^-1 of a similar person's period map, row-major, one lane: makes each iteration a chord Newton step. */
  readonly chord?: Float64Array;
  readonly cancelled?: () => boolean;
  /** Names of states, for errors. */
  readonly names?: readonly string[];
}

export interface PeriodicState {
  /** Lane-interleaved; the state at the start of a period. */
  readonly state: Float64Array;
  /** Periods lived to find it (of both lanes at once). */
  readonly periods: number;
  /** Largest relative change over one more period, the worst of the lanes. */
  readonly residual: number;
  /** Largest relative correction that the search would still make: an estimate of the distance to the periodic state. */
  readonly correction: number;
  /** Extrapolations that were shortened or dropped because they left what is possible. */
  readonly refused: number;
}

export const DEFAULT_PERIODIC_TOLERANCE = 1e-5;
const DEFAULT_MOST_PERIODS = 400;
/** Periods mixed at most. */
const DEPTH = 8;
/** Periods that are lived without extrapolation first: the start may be far away. */
const PLAIN_PERIODS = 2;
/** A correction may be this many times larger than the tolerance on the change over one period. */
const CORRECTION_FACTOR = 10;
/** An extrapolation may change a state by at most this factor of its scale + value. */
const FARTHEST = 2;
/** A residual that grows by more than this after an extrapolation throws away what was learnt. */
const GROWTH = 2;
/** Directions that are this nearly dependent carry no information. */
const SMALLEST_DIAGONAL = 1e-10;

/**
 * Finds the state that returns to itself after one period (a day, a week), for one person or two in lockstep.
 * Every lane is searched for by itself: what one needs does not change the other.
 *
 * @throws ZonulaError Z2030 (not found within the periods allowed: the state never settles, or grows without end),
 *   Z2031 (a state is not a number), Z2090 (cancelled)
 */
export function findPeriodicState(options: PeriodicOptions): PeriodicState {
  const search = searchPeriodicState(options);
  let step = search.next();
  while (!step.done) step = search.next(options.advance(step.value));
  return step.value;
}

/** As `findPeriodicState`, for those who live the periods themselves: gives a state, takes it one period later. */
export function* searchPeriodicState(
  options: PeriodicSearchOptions,
): Generator<Float64Array, PeriodicState, Float64Array> {
  const { start, lanes = 1, tolerance = DEFAULT_PERIODIC_TOLERANCE } = options;
  const mostPeriods = options.mostPeriods ?? DEFAULT_MOST_PERIODS;
  const searches = Array.from({ length: lanes }, (_, lane) => new LaneSearch(options, lane));
  let state = start.slice();
  for (let periods = 1; periods <= mostPeriods; periods++) {
    if (options.cancelled?.())
      throw new ZonulaError({ code: 'Z2090', severity: 'note', message: 'Cancelled.' });
    const image = yield state;
    const next = new Float64Array(state.length);
    for (const search of searches) search.learn(state, image, next);
    if (searches.every(({ converged }) => converged)) {
      return {
        state: next,
        periods,
        residual: Math.max(...searches.map(({ residual }) => residual)),
        correction: Math.max(...searches.map(({ correction }) => correction)),
        refused: searches.reduce((sum, { refused }) => sum + refused, 0),
      };
    }
    state = next;
  }
  const worst = searches.reduce((a, b) => (b.residual > a.residual ? b : a));
  throw new ZonulaError({
    code: 'Z2030',
    severity: 'error',
    message: `No periodic state was found in ${mostPeriods} periods: ${worst.worstName} still changes by ${worst.residual.toExponential(1)} of its size per period (tolerance ${tolerance})${lanes > 1 ? `, lane ${worst.lane}` : ''}.`,
    fix: 'Look for something that only builds up, or declare the state slow and give it a history.',
  });
}

class LaneSearch {
  readonly lane: number;
  converged = false;
  residual = Number.POSITIVE_INFINITY;
  correction = Number.POSITIVE_INFINITY;
  refused = 0;
  worstName = '';
  private readonly options: PeriodicSearchOptions;
  private readonly lanes: number;
  private readonly size: number;
  private readonly tolerance: number;
  private readonly free: readonly number[];
  private readonly signed: ReadonlySet<number>;
  private found: Float64Array | undefined;
  private lived = 0;
  private extrapolated = false;
  /** Last point and its residual, and differences of earlier ones (newest last). */
  private lastPoint: Float64Array | undefined;
  private lastImage: Float64Array | undefined;
  private lastResidual: Float64Array | undefined;
  private imageChanges: Float64Array[] = [];
  private residualChanges: Float64Array[] = [];
  private best = Number.POSITIVE_INFINITY;

  constructor(options: PeriodicSearchOptions, lane: number) {
    this.options = options;
    this.lane = lane;
    this.lanes = options.lanes ?? 1;
    this.size = options.start.length / this.lanes;
    this.tolerance = options.tolerance ?? DEFAULT_PERIODIC_TOLERANCE;
    const fixed = new Set(options.fixed ?? []);
    this.free = Array.from({ length: this.size }, (_, i) => i).filter((i) => !fixed.has(i));
    this.signed = new Set(options.signed ?? []);
  }

  /** Takes in one period lived and writes this lane's next point (or what was found) into `next`. */
  learn(state: Float64Array, image: Float64Array, next: Float64Array): void {
    const { lanes, lane, size } = this;
    const put = (values: Float64Array): void => {
      for (let i = 0; i < size; i++) next[i * lanes + lane] = values[i] as number;
    };
    if (this.found) {
      put(this.found);
      return;
    }
    const take = (values: Float64Array): Float64Array => {
      const own = new Float64Array(size);
      for (let i = 0; i < size; i++) own[i] = values[i * lanes + lane] as number;
      return own;
    };
    const point = take(state);
    const arrived = take(image);
    // Slow states are held: they take no part.
    const live = take(this.options.start);
    for (const i of this.free) live[i] = arrived[i] as number;
    const change = difference(live, point);
    this.checkNumbers(live);
    this.lived++;
    this.residual = this.largest(change, point, true);
    const candidate = this.candidate(point, live, change);
    this.correction = this.largest(difference(candidate, point), point, false);
    if (this.residual <= this.tolerance && this.correction <= CORRECTION_FACTOR * this.tolerance) {
      this.converged = true;
      this.found = candidate;
    }
    put(candidate);
  }

  private candidate(point: Float64Array, live: Float64Array, change: Float64Array): Float64Array {
    const target = this.chordStep(point, live, change);
    if (this.options.method === 'plain') return live;
    const residual = difference(target, point);
    const grown = this.extrapolated && this.residual > GROWTH * this.best;
    if (grown) {
      this.refused++;
      this.forget();
    }
    if (this.lastPoint && this.lastImage && this.lastResidual && this.lived > PLAIN_PERIODS) {
      const { lastImage, lastResidual } = this;
      this.imageChanges.push(difference(target, lastImage));
      this.residualChanges.push(difference(residual, lastResidual));
      if (this.imageChanges.length > DEPTH) {
        this.imageChanges.shift();
        this.residualChanges.shift();
      }
    }
    this.best = Math.min(this.best, this.residual);
    this.lastPoint = point;
    this.lastImage = target;
    this.lastResidual = residual;
    const mixed = this.mix(point, target, residual);
    this.extrapolated = mixed !== undefined;
    return mixed ?? (this.options.chord && this.possible(target, point) ? target : live);
  }

  private chordStep(point: Float64Array, live: Float64Array, change: Float64Array): Float64Array {
    const { chord } = this.options;
    if (!chord) return live;
    const { size } = this;
    return point.map((value, i) => {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += (chord[i * size + j] as number) * (change[j] as number);
      return value + sum;
    });
  }

  /** Anderson's mixture of the last images whose residual is smallest; undefined when there is nothing to mix. */
  private mix(point: Float64Array, target: Float64Array, residual: Float64Array): Float64Array | undefined {
    while (this.residualChanges.length > 0) {
      const { free, residualChanges } = this;
      const weights = this.weights(point);
      const columns = residualChanges.length;
      const matrix = new Matrix(free.length, columns);
      free.forEach((i, row) => {
        residualChanges.forEach((column, j) => {
          matrix.set(row, j, (column[i] as number) * (weights[i] as number));
        });
      });
      const decomposition = new QrDecomposition(matrix);
      const diagonal = decomposition.upperTriangularMatrix.diagonal().map(Math.abs);
      const largest = Math.max(...diagonal);
      if (!diagonal.every((value) => value > SMALLEST_DIAGONAL * largest)) {
        this.imageChanges.shift();
        this.residualChanges.shift();
        continue;
      }
      const right = Matrix.columnVector(free.map((i) => (residual[i] as number) * (weights[i] as number)));
      const shares = decomposition.solve(right).to1DArray();
      for (let share = 1; share > 0.2; share /= 2) {
        const candidate = target.slice();
        shares.forEach((gamma, j) => {
          const column = this.imageChanges[j] as Float64Array;
          for (const i of free)
            candidate[i] = (candidate[i] as number) - share * gamma * (column[i] as number);
        });
        if (this.possible(candidate, point)) return candidate;
        this.refused++;
      }
      return undefined;
    }
    return undefined;
  }

  private possible(candidate: Float64Array, point: Float64Array): boolean {
    return this.free.every((i) => {
      const value = candidate[i] as number;
      const before = point[i] as number;
      const size = (this.options.scale[i] as number) + Math.abs(before);
      return (
        Number.isFinite(value) &&
        (value >= 0 || this.signed.has(i)) &&
        Math.abs(value - before) <= FARTHEST * size
      );
    });
  }

  private weights(point: Float64Array): Float64Array {
    const { scale } = this.options;
    const weights = new Float64Array(point.length);
    for (let i = 0; i < point.length; i++)
      weights[i] = 1 / ((scale[i] as number) + Math.abs(point[i] as number));
    return weights;
  }

  private largest(change: Float64Array, point: Float64Array, name: boolean): number {
    const weights = this.weights(point);
    let worst = 0;
    for (const i of this.free) {
      const size = Math.abs(change[i] as number) * (weights[i] as number);
      if (!(size <= worst)) {
        worst = size;
        if (name) this.worstName = this.options.names?.[i] ?? `state ${i}`;
      }
    }
    return worst;
  }

  private forget(): void {
    this.imageChanges = [];
    this.residualChanges = [];
    this.lastPoint = undefined;
    this.best = Number.POSITIVE_INFINITY;
  }

  private checkNumbers(values: Float64Array): void {
    values.forEach((value, i) => {
      if (Number.isFinite(value)) return;
      throw new ZonulaError({
        code: 'Z2031',
        severity: 'error',
        message: `After ${this.lived} periods ${this.options.names?.[i] ?? `state ${i}`} is ${value}.`,
      });
    });
  }
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = (a[i] as number) - (b[i] as number);
  return result;
}
