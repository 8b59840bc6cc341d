import type { CodeGraph, CodeId } from './code-graph.ts';

/** Nodes of a loop body that change with the counter; the others are computed once before the loop. */
export function movingNodes(graph: CodeGraph, roots: readonly CodeId[]): ReadonlySet<CodeId> {
  const known = new Map<CodeId, boolean>();
  const moves = (id: CodeId): boolean => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const below = graph.operands(id).map(moves);
    const result = graph.node(id).operation === 'element' || below.includes(true);
    known.set(id, result);
    return result;
  };
  for (const root of roots) moves(root);
  return new Set([...known].filter(([, result]) => result).map(([id]) => id));
}
