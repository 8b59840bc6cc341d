import { differentiator, stateDependencies } from '../../src/language/differentiate.ts';
import { ExpressionGraph, type NodeId } from '../../src/language/expression.ts';
import type { EquationSystem } from '../../src/language/system.ts';

/** What a test writes down of a system; Jacobian and time derivative follow. */
export interface SystemSketch {
  readonly name: string;
  readonly states: readonly number[];
  readonly parameters: readonly number[];
  readonly inputs?: readonly number[];
  build(graph: ExpressionGraph): { readonly derivatives: NodeId[]; readonly outputs?: NodeId[] };
}

export function sketchSystem(sketch: SystemSketch): EquationSystem {
  const graph = new ExpressionGraph();
  const { derivatives, outputs = [] } = sketch.build(graph);
  const dependencies = stateDependencies(graph);
  const byState = sketch.states.map((_, index) => differentiator(graph, { kind: 'state', index }));
  const byTime = differentiator(graph, { kind: 'time' });
  const jacobian = derivatives.flatMap((id, row) =>
    [...dependencies(id)]
      .sort((a, b) => a - b)
      .flatMap((column) => {
        const node = byState[column]?.(id);
        return node === undefined || graph.constant(node) === 0 ? [] : [{ row, column, node }];
      }),
  );
  return {
    name: sketch.name,
    graph,
    states: sketch.states.map((value, i) => ({ id: `y${i}`, value, absoluteTolerance: 1e-9 })),
    parameters: sketch.parameters.map((value, i) => ({ id: `p${i}`, value })),
    inputs: (sketch.inputs ?? []).map((value, i) => ({ id: `u${i}`, value })),
    derivatives,
    outputs: outputs.map((node, i) => ({ id: `o${i}`, node })),
    jacobian,
    timeDerivative: derivatives.map((id) => byTime(id)),
    describeState: (index) => `state ${index}`,
  };
}

/** Small reproducible generator for test data (a 32-bit linear congruence); not for results. */
export function testNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
}

/**
 * A made-up network of about the real model's size: transport chains, Monod laws with inhibition, Hill laws with
 * real exponents through exp, a daily rhythm and ramping inputs.
 */
export function syntheticModel(size = 150, inputCount = 70): EquationSystem {
  const random = testNumbers(20261124 + size);
  const parameters: number[] = [];
  const draw = (low: number, high: number): number => low * (high / low) ** random();
  const states = Array.from({ length: size }, () => draw(0.2, 5));
  return sketchSystem({
    name: `synthetic-${size}`,
    states,
    parameters,
    inputs: Array.from({ length: inputCount }, () => draw(0.05, 1)),
    build(graph) {
      const parameter = (low: number, high: number): NodeId => {
        parameters.push(draw(low, high));
        return graph.parameter(parameters.length - 1);
      };
      const derivatives = states.map(() => graph.number(0));
      const addTo = (index: number, node: NodeId): void => {
        derivatives[index] = graph.add(derivatives[index] as NodeId, node);
      };
      const one = graph.number(1);
      const pick = (): number => Math.floor(random() * size);
      const near = (i: number): number => (i + 1 + Math.floor(random() * 6)) % size;
      const rhythm = graph.cosTurn(graph.divide(graph.time(), graph.number(24)));
      for (let i = 0; i < size; i++) {
        const y = graph.state(i);
        const others = [near(i), near(i), pick()];
        const monod = graph.divide(y, graph.add(parameter(0.5, 5), y));
        const inhibition = graph.divide(
          one,
          graph.add(one, graph.divide(graph.state(others[2] as number), parameter(0.5, 5))),
        );
        const flow = graph.multiply(graph.multiply(parameter(0.05, 3), monod), inhibition);
        addTo(i, graph.negate(flow));
        addTo(others[0] as number, graph.multiply(parameter(0.2, 0.9), flow));
        if (i % 2 === 0) addTo(others[1] as number, graph.multiply(parameter(0.1, 0.5), flow));
        addTo(i, graph.subtract(parameter(0.01, 0.3), graph.multiply(parameter(0.01, 0.8), y)));
        if (i % 6 === 0) {
          // Hill law with a real exponent on 10^(a (y - b)).
          const signal = graph.exp(graph.multiply(parameter(0.5, 2), graph.subtract(y, parameter(0.5, 2))));
          addTo(near(i), graph.divide(parameter(0.01, 0.2), graph.add(one, signal)));
        }
        if (i % 9 === 0)
          addTo(
            i,
            graph.multiply(
              parameter(0.01, 0.05),
              graph.add(one, graph.multiply(parameter(0.2, 0.6), rhythm)),
            ),
          );
      }
      for (let u = 0; u < inputCount; u++)
        addTo(pick(), graph.multiply(parameter(0.02, 0.2), graph.input(u)));
      const outputs = Array.from({ length: 40 }, () => {
        const [a, b] = [graph.state(pick()), graph.state(pick())];
        return graph.divide(graph.multiply(parameter(0.2, 2), a), graph.add(b, parameter(0.5, 2)));
      });
      return { derivatives, outputs };
    },
  });
}
