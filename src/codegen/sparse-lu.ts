import type { CodeGraph, CodeId } from './code-graph.ts';

/** A structural position in a square matrix. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/**
 * Order in which diagonal pivots are eliminated: each time the one with the least Markowitz cost
 * (other rows times other columns it touches), ties by index, so that the order is reproducible.
 */
export function markowitzOrder(size: number, pattern: readonly Position[]): number[] {
  const rows = Array.from({ length: size }, () => new Set<number>());
  const columns = Array.from({ length: size }, () => new Set<number>());
  for (const { row, column } of pattern) {
    if (row === column) continue;
    rows[row]?.add(column);
    columns[column]?.add(row);
  }
  const left = new Set(Array.from({ length: size }, (_, i) => i));
  const order: number[] = [];
  while (left.size > 0) {
    let best = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const i of left) {
      const cost = (rows[i]?.size ?? 0) * (columns[i]?.size ?? 0);
      if (cost < bestCost) {
        best = i;
        bestCost = cost;
      }
    }
    order.push(best);
    left.delete(best);
    const right = rows[best] as Set<number>;
    const below = columns[best] as Set<number>;
    for (const column of right) columns[column]?.delete(best);
    for (const row of below) {
      rows[row]?.delete(best);
      for (const column of right) {
        if (row === column) continue;
        rows[row]?.add(column);
        columns[column]?.add(row);
      }
    }
  }
  return order;
}

/** Symbolic factors: positions in elimination order (pivot k is state `order[k]`). */
export interface SymbolicFactors {
  readonly order: readonly number[];
  /** Per eliminated row: columns left of the diagonal, ascending. */
  readonly lower: readonly (readonly number[])[];
  /** Per eliminated row: columns right of the diagonal, ascending. */
  readonly upper: readonly (readonly number[])[];
  /** Entries of both factors with the diagonal. */
  readonly nonZeros: number;
}

/** Pattern of L and U without pivoting in the given order; the diagonal always counts as filled. */
export function symbolicFactors(
  size: number,
  pattern: readonly Position[],
  order: readonly number[] = markowitzOrder(size, pattern),
): SymbolicFactors {
  const place = new Int32Array(size);
  order.forEach((state, k) => {
    place[state] = k;
  });
  const rows = Array.from({ length: size }, (_, k) => new Set([k]));
  for (const { row, column } of pattern) rows[place[row] as number]?.add(place[column] as number);
  const ascending = (a: number, b: number): number => a - b;
  const lower: number[][] = [];
  const upper: number[][] = [];
  let nonZeros = 0;
  rows.forEach((row, i) => {
    for (let k = 0; k < i; k++) if (row.has(k)) for (const j of upper[k] as number[]) row.add(j);
    const sorted = [...row].sort(ascending);
    lower.push(sorted.filter((k) => k < i));
    upper.push(sorted.filter((k) => k > i));
    nonZeros += sorted.length;
  });
  return { order, lower, upper, nonZeros };
}

/** Index of each stored factor entry; row by row: L part, inverse pivot, U part. */
export interface FactorLayout {
  readonly lower: readonly (readonly number[])[];
  readonly pivot: readonly number[];
  readonly upper: readonly (readonly number[])[];
}

export function factorLayout({ lower, upper }: SymbolicFactors): FactorLayout {
  let next = 0;
  const take = (): number => next++;
  const pivot: number[] = [];
  const lowerAt: number[][] = [];
  const upperAt: number[][] = [];
  lower.forEach((row, i) => {
    lowerAt.push(row.map(take));
    pivot.push(take());
    upperAt.push((upper[i] ?? []).map(take));
  });
  return { lower: lowerAt, pivot, upper: upperAt };
}

/**
 * Straight-line numeric factorisation (row by row, Doolittle) of a matrix given by its entries.
 *
 * @param entry node of an original entry, or undefined where the matrix has none
 * @returns `values[i]` to be stored at place i of the layout (multipliers, inverse pivots, upper entries), and the
 * smallest pivot magnitude
 */
export function factorNodes(
  graph: CodeGraph,
  factors: SymbolicFactors,
  entry: (row: number, column: number) => CodeId | undefined,
): { readonly values: readonly CodeId[]; readonly smallestPivot: CodeId } {
  const { order, lower, upper } = factors;
  const upperNodes: Map<number, CodeId>[] = [];
  const inversePivots: CodeId[] = [];
  const values: CodeId[] = [];
  let smallestPivot: CodeId | undefined;
  const one = graph.constant(1);
  order.forEach((row, i) => {
    const current = new Map<number, CodeId>();
    const columns = [...(lower[i] ?? []), i, ...(upper[i] ?? [])];
    for (const j of columns) {
      const node = entry(row, order[j] as number);
      if (node !== undefined) current.set(j, node);
    }
    for (const k of lower[i] ?? []) {
      const multiplier = graph.multiply(current.get(k) as CodeId, inversePivots[k] as CodeId);
      current.set(k, multiplier);
      for (const [j, node] of upperNodes[k] as Map<number, CodeId>) {
        const product = graph.multiply(multiplier, node);
        const before = current.get(j);
        current.set(j, before === undefined ? graph.negate(product) : graph.subtract(before, product));
      }
    }
    const pivot = current.get(i) as CodeId;
    const inverse = graph.divide(one, pivot);
    inversePivots.push(inverse);
    const magnitude = graph.absolute(pivot);
    smallestPivot = smallestPivot === undefined ? magnitude : graph.minimum(smallestPivot, magnitude);
    const right = new Map<number, CodeId>();
    for (const j of upper[i] ?? []) right.set(j, current.get(j) as CodeId);
    upperNodes.push(right);
    for (const k of lower[i] ?? []) values.push(current.get(k) as CodeId);
    values.push(inverse, ...right.values());
  });
  return { values, smallestPivot: smallestPivot ?? one };
}

/**
 * Straight-line forward and backward substitution.
 *
 * @returns the solution, indexed by state
 */
export function solveNodes(
  graph: CodeGraph,
  factors: SymbolicFactors,
  layout: FactorLayout,
  factor: (place: number) => CodeId,
  rightHandSide: (state: number) => CodeId,
): CodeId[] {
  const { order, lower, upper } = factors;
  const reduce = (
    start: CodeId,
    places: readonly number[],
    columns: readonly number[],
    known: readonly CodeId[],
  ): CodeId =>
    columns.reduce(
      (sum, column, at) =>
        graph.subtract(sum, graph.multiply(factor(places[at] as number), known[column] as CodeId)),
      start,
    );
  const forward: CodeId[] = [];
  order.forEach((state, i) => {
    forward.push(reduce(rightHandSide(state), layout.lower[i] ?? [], lower[i] ?? [], forward));
  });
  const solution: CodeId[] = [];
  const byState: CodeId[] = [];
  for (let i = order.length - 1; i >= 0; i--) {
    const sum = reduce(forward[i] as CodeId, layout.upper[i] ?? [], upper[i] ?? [], solution);
    solution[i] = graph.multiply(sum, factor(layout.pivot[i] as number));
    byState[order[i] as number] = solution[i] as CodeId;
  }
  return byState;
}
