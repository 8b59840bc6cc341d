import type { NodeId } from './expression.ts';
import type { EquationSystem } from './system.ts';

/** Far below overflow, so that derivatives of saturated gates stay numbers. */
const LARGEST_EXPONENT = 700;

export interface Point {
  readonly states: ArrayLike<number>;
  readonly parameters: ArrayLike<number>;
  readonly inputs: ArrayLike<number>;
  /** Per hour; zero when left out. */
  readonly slopes?: ArrayLike<number>;
  readonly timeHours: number;
}

/**
 * The slow reference: walks the graph node by node. Generated code is tested against it.
 *
 * @returns the value of each asked node at the point
 */
export function interpret(
  system: Pick<EquationSystem, 'graph'>,
  nodes: readonly NodeId[],
  point: Point,
): Float64Array {
  const { graph } = system;
  const values = new Float64Array(graph.nodes.length);
  const needed = new Uint8Array(graph.nodes.length);
  for (const id of nodes) needed[id] = 1;
  for (let id = graph.nodes.length - 1; id >= 0; id--) {
    if (!needed[id]) continue;
    const { operation, left, right } = graph.node(id);
    if (
      operation === 'number' ||
      operation === 'state' ||
      operation === 'parameter' ||
      operation === 'input' ||
      operation === 'slope' ||
      operation === 'time'
    )
      continue;
    needed[left] = 1;
    if (right >= 0) needed[right] = 1;
  }
  const at = (vector: ArrayLike<number>, index: number): number => vector[index] ?? Number.NaN;
  graph.nodes.forEach(({ operation, left, right, value }, id) => {
    if (!needed[id]) return;
    const a = values[left] as number;
    const b = values[right] as number;
    switch (operation) {
      case 'number':
        values[id] = value;
        break;
      case 'state':
        values[id] = at(point.states, left);
        break;
      case 'parameter':
        values[id] = at(point.parameters, left);
        break;
      case 'input':
        values[id] = at(point.inputs, left);
        break;
      case 'slope':
        values[id] = point.slopes ? at(point.slopes, left) : 0;
        break;
      case 'time':
        values[id] = point.timeHours;
        break;
      case 'add':
        values[id] = a + b;
        break;
      case 'subtract':
        values[id] = a - b;
        break;
      case 'multiply':
        values[id] = a * b;
        break;
      case 'divide':
        values[id] = a / b;
        break;
      case 'negate':
        values[id] = -a;
        break;
      case 'sqrt':
        values[id] = Math.sqrt(a);
        break;
      case 'exp':
        // Held where generated code holds it (see src/codegen/approximations.ts).
        values[id] = Math.exp(Math.min(a, LARGEST_EXPONENT));
        break;
      case 'cosTurn':
        values[id] = Math.cos(2 * Math.PI * a);
        break;
    }
  });
  return Float64Array.from(nodes, (id) => values[id] as number);
}
