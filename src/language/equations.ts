import { differentiator, stateDependencies } from './differentiate.ts';
import type { ExpressionGraph, NodeId } from './expression.ts';
import type { EquationSystem, JacobianEntry } from './system.ts';

/**
 * Completes right-hand sides to an equation system: analytic sparse Jacobian and total time derivative.
 * Used for assembled models and for test problems alike.
 *
 * @param parts names, right-hand sides (per hour) and outputs over one graph
 */
export function completeSystem<Parts extends Omit<EquationSystem, 'jacobian' | 'timeDerivative'>>(
  parts: Parts,
): Parts & Pick<EquationSystem, 'jacobian' | 'timeDerivative'> {
  // Made when it is first asked for: a program that finds the model compiled already needs neither.
  let made: Pick<EquationSystem, 'jacobian' | 'timeDerivative'> | undefined;
  const derived = (): Pick<EquationSystem, 'jacobian' | 'timeDerivative'> => {
    made ??= {
      jacobian: sparseJacobian(parts.graph, parts.derivatives),
      timeDerivative: parts.derivatives.map(differentiator(parts.graph, { kind: 'time' })),
    };
    return made;
  };
  return {
    ...parts,
    get jacobian() {
      return derived().jacobian;
    },
    get timeDerivative() {
      return derived().timeDerivative;
    },
  };
}

function sparseJacobian(graph: ExpressionGraph, derivatives: readonly NodeId[]): JacobianEntry[] {
  const dependencies = stateDependencies(graph);
  const columns = derivatives.map((node) => dependencies(node));
  const entries: JacobianEntry[] = [];
  for (let column = 0; column < derivatives.length; column++) {
    const derive = differentiator(graph, { kind: 'state', index: column });
    derivatives.forEach((node, row) => {
      if (!columns[row]?.has(column)) return;
      const derivative = derive(node);
      if (graph.constant(derivative) !== 0) entries.push({ row, column, node: derivative });
    });
  }
  return entries.sort((a, b) => a.row - b.row || a.column - b.column);
}
