import type { ExpressionGraph, NodeId } from './expression.ts';
import type { LawTree } from './parse.ts';

/** Hours of a day: the period of `circ`. */
const hoursPerDay = 24;

/**
 * Turns the tree of a law into nodes of the graph; named laws are spelled out here, once, for every back end.
 *
 * @param nodeOf the node that a name stands for
 */
export function lowerLaw(graph: ExpressionGraph, tree: LawTree, nodeOf: (name: string) => NodeId): NodeId {
  const walk = (node: LawTree): NodeId => {
    switch (node.kind) {
      case 'number':
        return graph.number(node.value);
      case 'time':
        return graph.time();
      case 'name':
        return nodeOf(node.name);
      case 'negate':
        return graph.negate(walk(node.operand));
      case 'power':
        return graph.power(walk(node.base), node.exponent);
      case 'binary': {
        const left = walk(node.left);
        const right = walk(node.right);
        if (node.operator === '+') return graph.add(left, right);
        if (node.operator === '-') return graph.subtract(left, right);
        return node.operator === '*' ? graph.multiply(left, right) : graph.divide(left, right);
      }
      case 'call':
        return named(graph, node, walk);
    }
  };
  return walk(tree);
}

function named(
  graph: ExpressionGraph,
  call: Extract<LawTree, { kind: 'call' }>,
  walk: (tree: LawTree) => NodeId,
): NodeId {
  const order = (tree: LawTree | undefined): number => (tree?.kind === 'number' ? tree.value : 1);
  const one = graph.number(1);
  const two = graph.number(2);
  const operand = (index: number): NodeId => {
    const tree = call.operands[index];
    if (!tree) throw new RangeError(`${call.law} lacks operand ${index + 1}`);
    return walk(tree);
  };
  switch (call.law) {
    case 'mo': {
      const x = operand(0);
      return graph.divide(x, graph.add(operand(1), x));
    }
    case 'hill': {
      const n = order(call.operands[2]);
      const x = graph.power(operand(0), n);
      return graph.divide(x, graph.add(graph.power(operand(1), n), x));
    }
    case 'inh': {
      const ratio = graph.divide(operand(0), operand(1));
      return graph.divide(one, graph.add(one, graph.power(ratio, order(call.operands[2]))));
    }
    case 'relax':
      return graph.divide(graph.subtract(operand(0), operand(1)), operand(2));
    case 'gate': {
      const steps = graph.divide(graph.subtract(operand(1), operand(0)), operand(2));
      return graph.divide(one, graph.add(one, graph.exp(steps)));
    }
    case 'pos': {
      const x = operand(0);
      const w = operand(1);
      return graph.divide(
        graph.add(x, graph.sqrt(graph.add(graph.multiply(x, x), graph.multiply(w, w)))),
        two,
      );
    }
    case 'qss': {
      const [s, e, capacity, half] = [operand(0), operand(1), operand(2), operand(3)];
      const b = graph.subtract(graph.add(graph.multiply(e, half), capacity), s);
      const discriminant = graph.add(
        graph.multiply(b, b),
        graph.multiply(graph.number(4), graph.multiply(graph.multiply(e, s), half)),
      );
      // The positive root as 2 s K / (b + sqrt(...)): no cancellation while users of the resource outnumber its sources.
      return graph.divide(
        graph.multiply(two, graph.multiply(s, half)),
        graph.add(b, graph.sqrt(discriminant)),
      );
    }
    case 'bnd': {
      const x = operand(0);
      return graph.divide(
        x,
        graph.sqrt(graph.add(one, graph.divide(graph.multiply(x, x), graph.number(16)))),
      );
    }
    case 'exp':
      return graph.exp(operand(0));
    case 'circ': {
      const turns = graph.divide(graph.subtract(graph.time(), operand(1)), graph.number(hoursPerDay));
      return graph.add(one, graph.multiply(operand(0), graph.cosTurn(turns)));
    }
    case 'acid':
      return graph.exp(graph.multiply(graph.number(Math.LN10), graph.subtract(operand(0), operand(1))));
  }
}
