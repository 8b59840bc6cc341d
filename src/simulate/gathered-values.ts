import { quantile } from './quantiles.ts';

/** So many people are kept one by one: up to here quantiles are exact. */
export const exactPeople = 1000;

/** Edges of the bins that the first people leave behind. */
const mostEdges = 300;

/**
 * Quantiles over people of a row of numbers, in room that does not grow beyond `exactPeople`.
 *
 * Up to that many people every value is kept. From then on the order statistics of these first people (300 of them, or
 * all different values where there are fewer) are the edges of bins, which take the place of the values, and all
 * others are only counted: below which edge, or on it. How many people lie below an edge stays exact, so a quantile
 * cannot leave the bin that the true one lies in, about a third of a per cent of the people; inside it is interpolated.
 * Values that many people share (zeros) are edges themselves and stay exact. Who comes when does not matter, as long
 * as the first `exactPeople` are the same ones.
 */
export class GatheredValues {
  /** Numbers per person. */
  readonly cells: number;
  private readonly room: number;
  private readonly data: Float64Array;
  private bins: Bins[] | undefined;
  private people = 0;

  /**
   * @param cells numbers per person
   * @param expectedPeople how many people will come, for the room that is taken; more may come only when it is
   *   `exactPeople` or more
   */
  constructor(cells: number, expectedPeople: number) {
    this.cells = cells;
    this.room = Math.min(exactPeople, expectedPeople);
    this.data = new Float64Array(cells * this.room);
  }

  get count(): number {
    return this.people;
  }

  /** One person's numbers; NaN where there is none. */
  add(values: ArrayLike<number>): void {
    if (this.people === this.room) this.bins ??= this.thinned();
    for (let cell = 0; cell < this.cells; cell++) {
      const value = values[cell] ?? Number.NaN;
      if (this.bins) (this.bins[cell] as Bins).add(value);
      else this.data[cell * this.room + this.people] = value;
    }
    this.people++;
  }

  /**
   * Quantiles of one of the numbers (Hyndman and Fan 1996, type 7); NaN counts as larger than all.
   *
   * @param probabilities 0 to 1
   */
  quantiles(cell: number, probabilities: readonly number[]): number[] {
    const bins = this.bins?.[cell];
    if (bins) return probabilities.map((probability) => bins.quantile(probability));
    const from = cell * this.room;
    const sorted = this.data.slice(from, from + this.people).sort();
    return probabilities.map((probability) => quantile(sorted, probability));
  }

  private thinned(): Bins[] {
    if (this.room < exactPeople) throw new RangeError(`more people than the ${this.room} that were expected`);
    return Array.from(
      { length: this.cells },
      (_, cell) => new Bins(this.data.subarray(cell * this.room, (cell + 1) * this.room)),
    );
  }
}

/** Bins between order statistics, in the room where the values were. */
class Bins {
  private readonly edges: Float64Array;
  /** How many lie on an edge. */
  private readonly on: Float64Array;
  /** How many lie between an edge and the one before; the last lie above all edges. */
  private readonly below: Float64Array;
  private lowest: number;
  private highest: number;
  private missing = 0;
  private people = 0;

  constructor(room: Float64Array) {
    const sorted = room.slice().sort();
    const known = sorted.findLastIndex((value) => !Number.isNaN(value)) + 1;
    const edges: number[] = [];
    for (let k = 0; k < mostEdges && known > 0; k++) {
      const edge = sorted[Math.round((k * (known - 1)) / (mostEdges - 1))] as number;
      if (edge !== edges.at(-1)) edges.push(edge);
    }
    this.edges = room.subarray(0, edges.length);
    this.on = room.subarray(mostEdges, mostEdges + edges.length);
    this.below = room.subarray(2 * mostEdges, 2 * mostEdges + edges.length + 1);
    room.fill(0);
    this.edges.set(edges);
    this.lowest = Number.POSITIVE_INFINITY;
    this.highest = Number.NEGATIVE_INFINITY;
    for (const value of sorted) this.add(value);
  }

  add(value: number): void {
    this.people++;
    if (Number.isNaN(value)) {
      this.missing++;
      return;
    }
    this.lowest = Math.min(this.lowest, value);
    this.highest = Math.max(this.highest, value);
    const { edges } = this;
    let at = 0;
    for (let end = edges.length; at < end; ) {
      const middle = (at + end) >> 1;
      if ((edges[middle] as number) < value) at = middle + 1;
      else end = middle;
    }
    const counts = edges[at] === value ? this.on : this.below;
    counts[at] = (counts[at] as number) + 1;
  }

  quantile(probability: number): number {
    const position = (this.people - 1) * probability;
    const low = Math.floor(position);
    const a = this.ranked(low);
    const b = this.ranked(Math.min(low + 1, this.people - 1));
    return a + (position - low) * (b - a);
  }

  /** The value with so many below it, as well as the bins tell. */
  private ranked(rank: number): number {
    if (rank >= this.people - this.missing) return Number.NaN;
    const { edges, on, below } = this;
    let left = rank;
    for (let k = 0; k < below.length; k++) {
      const inside = below[k] as number;
      if (left < inside) {
        // Evenly spread between two edges; the least and the most of all are known themselves.
        if (k === 0) return between(this.lowest, edges[0] ?? this.highest, left / inside);
        const from = edges[k - 1] as number;
        return k < edges.length
          ? between(from, edges[k] as number, (left + 1) / (inside + 1))
          : between(from, this.highest, (left + 1) / inside);
      }
      left -= inside;
      if (left < (on[k] ?? 0)) return edges[k] as number;
      left -= on[k] ?? 0;
    }
    return Number.NaN;
  }
}

const between = (from: number, to: number, share: number): number => from + share * (to - from);
