import type { CodeGraph, CodeId, Region } from './code-graph.ts';
import type { Store } from './program.ts';

/** Where a value that is used more than once is kept. */
export type Keep =
  | { readonly kind: 'local'; readonly local: number }
  | { readonly kind: 'memory'; readonly region: Region; readonly slot: number };

/** One value computed and put where it belongs; expressions used once are part of their user. */
export interface Step {
  readonly node: CodeId;
  readonly local: number | undefined;
  readonly stores: readonly { readonly region: Region; readonly slot: number }[];
}

/** Steps that form one function, with the places of the shared values they read. */
export interface Piece {
  readonly steps: readonly Step[];
  readonly localCount: number;
  readonly keep: ReadonlyMap<CodeId, Keep>;
}

export interface ScheduleLimits {
  /** Most operations in a piece. */
  readonly pieceOperations: number;
  /** Most local variables in use at a time. */
  readonly locals: number;
  /** Values needed for longer than this many steps go to memory. */
  readonly localSpan: number;
  /** First slot of scratch memory. */
  readonly scratch: number;
}

export interface Schedule {
  readonly pieces: readonly Piece[];
  readonly scratchSlots: number;
}

/**
 * Orders the evaluation of a straight-line block: each shared value right before its first user, short-lived
 * values in locals, long-lived ones in reused scratch slots, in pieces of limited size.
 */
export function scheduleBlock(graph: CodeGraph, stores: readonly Store[], limits: ScheduleLimits): Schedule {
  const homes = new Map<CodeId, Store[]>();
  for (const store of stores) {
    const list = homes.get(store.node);
    if (list) list.push(store);
    else homes.set(store.node, [store]);
  }
  const uses = countUses(graph, homes.keys());
  const slow = [...uses.keys()].filter((id) => isSlow(graph, id)).sort((a, b) => a - b);
  const kept = (id: CodeId): boolean =>
    homes.has(id) || ((uses.get(id) ?? 0) > 1 && !graph.isLeaf(id)) || isSlow(graph, id);

  const order: CodeId[] = [];
  const position = new Map<CodeId, number>();
  const lastUse = new Map<CodeId, number>();
  const cost: number[] = [];
  /** Visits what must exist before `id`'s own expression and returns the shared values that it reads. */
  const visit = (root: CodeId): void => {
    if (position.has(root)) return;
    const reads = new Set<CodeId>();
    let operations = 1;
    const walk = (id: CodeId): void => {
      for (const operand of graph.operands(id)) {
        operations++;
        if (kept(operand)) {
          if (!graph.isLeaf(operand)) {
            visit(operand);
            reads.add(operand);
          }
        } else walk(operand);
      }
    };
    walk(root);
    const at = order.length;
    position.set(root, at);
    order.push(root);
    cost.push(operations);
    for (const read of reads) lastUse.set(read, at);
  };
  // Long chains of dependent operations stand together, so that a processor overlaps them: spread between other
  // work each one would fill the window of out-of-order execution alone (measured: half the time of a right-hand side).
  for (const id of slow) visit(id);
  for (const { node } of stores) visit(node);

  const pieceOf: number[] = [];
  let piece = 0;
  let filled = 0;
  cost.forEach((operations, at) => {
    if (filled > 0 && filled + operations > limits.pieceOperations) {
      piece++;
      filled = 0;
    }
    filled += operations;
    pieceOf[at] = piece;
  });

  const pieces: { steps: Step[]; localCount: number; keep: Map<CodeId, Keep> }[] = Array.from(
    { length: order.length === 0 ? 0 : piece + 1 },
    () => ({ steps: [], localCount: 0, keep: new Map() }),
  );
  const freeLocals: number[] = [];
  const freeScratch: number[] = [];
  const ending = new Map<number, Keep[]>();
  let scratchSlots = 0;
  let localsMade = 0;
  let current = -1;
  const place = new Map<CodeId, Keep>();
  order.forEach((id, at) => {
    const pieceIndex = pieceOf[at] as number;
    const target = pieces[pieceIndex];
    if (!target) throw new RangeError(`piece ${pieceIndex} was not laid out`);
    if (pieceIndex !== current) {
      current = pieceIndex;
      freeLocals.length = 0;
      localsMade = 0;
    }
    // A value whose last reader is this step gives its place back only afterwards: stores must not overtake reads.
    const last = lastUse.get(id);
    const stored = homes.get(id) ?? [];
    const targets: { region: Region; slot: number }[] = stored.map(({ region, slot }) => ({ region, slot }));
    let local: number | undefined;
    if (last !== undefined) {
      const staysInPiece = pieceOf[last] === pieceIndex;
      let home: Keep | undefined;
      if (staysInPiece && last - at <= limits.localSpan) {
        const free = freeLocals.pop() ?? (localsMade < limits.locals ? localsMade++ : undefined);
        if (free !== undefined) {
          local = free;
          target.localCount = Math.max(target.localCount, localsMade);
          home = { kind: 'local', local: free };
        }
      }
      const first = targets[0];
      if (!home && first) home = { kind: 'memory', region: first.region, slot: first.slot };
      if (!home) {
        const slot = freeScratch.pop() ?? limits.scratch + scratchSlots++;
        home = { kind: 'memory', region: 0, slot };
        targets.push({ region: 0, slot });
      }
      place.set(id, home);
      const list = ending.get(last);
      if (list) list.push(home);
      else ending.set(last, [home]);
    }
    target.steps.push({ node: id, local, stores: targets });
    for (const home of ending.get(at) ?? []) {
      if (home.kind === 'local') freeLocals.push(home.local);
      else if (home.region === 0 && home.slot >= limits.scratch) freeScratch.push(home.slot);
    }
  });
  // Readers look values up per piece: a local of one piece means nothing in another.
  order.forEach((id, at) => {
    const home = place.get(id);
    if (!home) return;
    const lastPiece = pieceOf[lastUse.get(id) ?? at] as number;
    for (let p = pieceOf[at] as number; p <= lastPiece; p++) pieces[p]?.keep.set(id, home);
  });
  return { pieces, scratchSlots };
}

function isSlow(graph: CodeGraph, id: CodeId): boolean {
  const { operation } = graph.node(id);
  return operation === 'exp' || operation === 'cosTurn';
}

function countUses(graph: CodeGraph, roots: Iterable<CodeId>): Map<CodeId, number> {
  const uses = new Map<CodeId, number>();
  const visit = (id: CodeId): void => {
    for (const operand of graph.operands(id)) {
      const before = uses.get(operand) ?? 0;
      uses.set(operand, before + 1);
      if (before === 0) visit(operand);
    }
  };
  const seen = new Set<CodeId>();
  for (const root of roots) {
    if (seen.has(root)) continue;
    seen.add(root);
    if (!uses.has(root)) {
      uses.set(root, 0);
      visit(root);
    }
  }
  return uses;
}
