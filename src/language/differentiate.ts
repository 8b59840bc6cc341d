import type { ExpressionGraph, NodeId } from './expression.ts';

/** What an expression is differentiated by. `time` is total: inputs move with their slopes. */
export type Variable =
  | { readonly kind: 'state'; readonly index: number }
  | { readonly kind: 'parameter'; readonly index: number }
  | { readonly kind: 'time' };

/**
 * Makes a function that differentiates nodes of one graph by one variable, remembering what it has done.
 * The result is a node of the same graph: shared subexpressions stay shared.
 */
export function differentiator(graph: ExpressionGraph, variable: Variable): (id: NodeId) => NodeId {
  const known = new Map<NodeId, NodeId>();
  const zero = graph.number(0);
  const one = graph.number(1);
  const derive = (id: NodeId): NodeId => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const result = rule(id);
    known.set(id, result);
    return result;
  };
  const rule = (id: NodeId): NodeId => {
    const { operation, left, right } = graph.node(id);
    switch (operation) {
      case 'number':
      case 'slope':
        return zero;
      case 'state':
      case 'parameter':
        return variable.kind === operation && variable.index === left ? one : zero;
      case 'input':
        return variable.kind === 'time' ? graph.slope(left) : zero;
      case 'time':
        return variable.kind === 'time' ? one : zero;
      case 'add':
        return graph.add(derive(left), derive(right));
      case 'subtract':
        return graph.subtract(derive(left), derive(right));
      case 'multiply':
        return graph.add(graph.multiply(derive(left), right), graph.multiply(left, derive(right)));
      case 'divide': {
        const top = derive(left);
        const bottom = derive(right);
        return graph.divide(graph.subtract(top, graph.multiply(id, bottom)), right);
      }
      case 'negate':
        return graph.negate(derive(left));
      case 'sqrt': {
        const inner = derive(left);
        return graph.divide(inner, graph.multiply(graph.number(2), id));
      }
      case 'exp': {
        const inner = derive(left);
        return inner === zero ? zero : graph.multiply(inner, id);
      }
      case 'cosTurn': {
        const inner = derive(left);
        if (inner === zero) return zero;
        const quarterAhead = graph.cosTurn(graph.add(left, graph.number(0.25)));
        return graph.multiply(inner, graph.multiply(graph.number(2 * Math.PI), quarterAhead));
      }
    }
  };
  return derive;
}

/** Indices of the states that each node depends on; the sparsity of the Jacobian follows from it. */
export function stateDependencies(graph: ExpressionGraph): (id: NodeId) => ReadonlySet<number> {
  const known = new Map<NodeId, ReadonlySet<number>>();
  const none: ReadonlySet<number> = new Set();
  const find = (id: NodeId): ReadonlySet<number> => {
    const found = known.get(id);
    if (found) return found;
    const { operation, left, right } = graph.node(id);
    let result: ReadonlySet<number> = none;
    if (operation === 'state') result = new Set([left]);
    else if (!['number', 'parameter', 'input', 'slope', 'time'].includes(operation)) {
      const a = find(left);
      const b = right >= 0 ? find(right) : none;
      result = b.size === 0 || a === b ? a : a.size === 0 ? b : new Set([...a, ...b]);
    }
    known.set(id, result);
    return result;
  };
  return find;
}
