import type { Kernel } from '../codegen/kernel.ts';
import type { StepObserver } from '../solver/contract.ts';
import { type Indexed, unknownSeries } from './gut.ts';

const hoursPerDay = 24;
/** Two-point Gauss quadrature on a step: exact for cubics, as good as the dense output itself. */
const gaussFractions = [0.5 - Math.sqrt(3) / 6, 0.5 + Math.sqrt(3) / 6] as const;
/** On steps much shorter than anything in the gut changes in, the midpoint is as good, at half the work. */
const midpoint = [0.5] as const;
const shortStepHours = 0.12;

/** Where a series stands in the kernel's vectors. */
interface Place {
  readonly id: string;
  readonly kind: 'state' | 'derived';
  readonly index: number;
}

function placesOf(indexed: Indexed, ids: readonly string[]): Place[] {
  return ids.map((id) => {
    const state = indexed.state.get(id);
    if (state !== undefined) return { id, kind: 'state', index: state };
    const output = indexed.output.get(id);
    if (output !== undefined) return { id, kind: 'derived', index: output };
    throw unknownSeries(indexed.system.name, id);
  });
}

/** Evaluates derived quantities at the state that `interpolate` has made, and puts the kernel's own state back. */
class Inside {
  private readonly saved: Float64Array;
  private readonly kernel: Kernel;

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    this.saved = new Float64Array(kernel.state.length);
  }

  at(timeHours: number, needsOutputs: boolean, work: (states: Float64Array) => void): void {
    const { kernel, saved } = this;
    if (!needsOutputs) {
      work(kernel.interpolated);
      return;
    }
    saved.set(kernel.state);
    kernel.state.set(kernel.interpolated);
    kernel.evaluateOutputs(timeHours);
    work(kernel.state);
    kernel.state.set(saved);
  }
}

/** Means over days by quadrature inside the solver's own steps; midnights must be step boundaries. */
export class DailyMeans {
  /** By lane and series; those of the day that is under way are not in it yet. */
  private readonly kept: readonly ReadonlyMap<string, Float64Array>[];
  /** Where the values stand in the kernel's vectors, lane by lane, and in which column each goes. */
  private readonly fromStates: Wanted;
  private readonly fromOutputs: Wanted;
  private readonly needsOutputs: boolean;
  private readonly inside: Inside;
  private readonly firstDay: number;
  private readonly days: number;
  /** Row that is being summed. */
  private day = 0;

  constructor(
    indexed: Indexed,
    kernel: Kernel,
    ids: readonly string[],
    days: { readonly first: number; readonly count: number },
  ) {
    const places = placesOf(indexed, ids);
    this.inside = new Inside(kernel);
    this.firstDay = days.first;
    this.days = days.count;
    const columns = Array.from({ length: kernel.lanes }, () =>
      places.map(() => new Float64Array(days.count)),
    );
    const wanted = (kind: Place['kind']): Wanted => {
      const all = columns.flatMap((ofLane, lane) =>
        places.flatMap((place, i) =>
          place.kind === kind
            ? [{ at: place.index * kernel.lanes + lane, column: ofLane[i] as Float64Array }]
            : [],
        ),
      );
      return {
        at: Int32Array.from(all, ({ at }) => at),
        sums: new Float64Array(all.length),
        columns: all.map(({ column }) => column),
      };
    };
    this.fromStates = wanted('state');
    this.fromOutputs = wanted('derived');
    this.needsOutputs = this.fromOutputs.at.length > 0;
    this.kept = columns.map((ofLane) => new Map(ids.map((id, i) => [id, ofLane[i] as Float64Array])));
  }

  /** By lane and series. */
  get means(): readonly ReadonlyMap<string, Float64Array>[] {
    this.keepDay();
    return this.kept;
  }

  readonly observe: StepObserver = (kernel, startHours, endHours) => {
    const day = Math.floor(startHours / hoursPerDay) - this.firstDay;
    if (day < 0 || day >= this.days) return;
    if (day !== this.day) {
      this.keepDay();
      this.day = day;
    }
    const step = endHours - startHours;
    const fractions = step < shortStepHours ? midpoint : gaussFractions;
    const weight = step / fractions.length / hoursPerDay;
    for (const fraction of fractions) {
      kernel.interpolate(fraction);
      this.inside.at(startHours + fraction * step, this.needsOutputs, (states) => {
        addTo(this.fromStates, states, weight);
        addTo(this.fromOutputs, kernel.outputs, weight);
      });
    }
  };

  private keepDay(): void {
    for (const { sums, columns } of [this.fromStates, this.fromOutputs]) {
      columns.forEach((column, k) => {
        column[this.day] = (column[this.day] as number) + (sums[k] as number);
      });
      sums.fill(0);
    }
  }
}

/** Values that are wanted of one vector of the kernel. */
interface Wanted {
  readonly at: Int32Array;
  /** The day under way, in one row: columns lie far apart in memory. */
  readonly sums: Float64Array;
  readonly columns: readonly Float64Array[];
}

function addTo({ at, sums }: Wanted, source: Float64Array, weight: number): void {
  for (let k = 0; k < at.length; k++)
    sums[k] = (sums[k] as number) + weight * (source[at[k] as number] as number);
}

/** Values at given times, from the dense output. */
export class Samples {
  readonly times: Float64Array;
  readonly values: readonly ReadonlyMap<string, Float64Array>[];
  private readonly places: readonly Place[];
  private readonly columns: readonly (readonly Float64Array[])[];
  private readonly needsOutputs: boolean;
  private readonly inside: Inside;
  private next = 0;

  /** @param times ascending, hours */
  constructor(indexed: Indexed, kernel: Kernel, ids: readonly string[], times: Float64Array) {
    this.times = times;
    this.places = placesOf(indexed, ids);
    this.needsOutputs = this.places.some(({ kind }) => kind === 'derived');
    this.inside = new Inside(kernel);
    this.columns = Array.from({ length: kernel.lanes }, () =>
      this.places.map(() => new Float64Array(times.length)),
    );
    this.values = this.columns.map(
      (columns) => new Map(ids.map((id, i) => [id, columns[i] as Float64Array])),
    );
  }

  readonly observe: StepObserver = (kernel, startHours, endHours) => {
    for (;;) {
      const time = this.times[this.next];
      if (time === undefined || time > endHours) return;
      const at = this.next;
      this.next += 1;
      if (time < startHours) continue;
      kernel.interpolate((time - startHours) / (endHours - startHours));
      this.inside.at(time, this.needsOutputs, (states) => {
        const { lanes, outputs } = kernel;
        this.places.forEach(({ kind, index }, p) => {
          const source = kind === 'state' ? states : outputs;
          for (let lane = 0; lane < lanes; lane++)
            ((this.columns[lane] as readonly Float64Array[])[p] as Float64Array)[at] = source[
              index * lanes + lane
            ] as number;
        });
      });
    }
  };
}
