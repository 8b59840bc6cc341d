import type { ExpressionGraph, NodeId } from './expression.ts';
import type { Grade, ParameterDeclaration, Range } from './module.ts';

/** Named quantities of an assembled model, in the order of the vectors that generated code uses. */
export interface SystemState {
  readonly id: string;
  readonly module: string;
  readonly unit: string;
  /** Healthy value. */
  readonly value: number;
  readonly range: Range;
  readonly means: string;
  /** Below minus this, a value counts as negative: 1e-9 of the healthy scale unless the module says otherwise. */
  readonly absoluteTolerance: number;
  readonly readOut: boolean;
  readonly slow: boolean;
}

export interface SystemParameter {
  readonly id: string;
  readonly module: string;
  readonly unit: string;
  readonly value: number;
  readonly range: Range;
  readonly means: string;
  readonly grade: Grade;
  readonly source: readonly string[];
  readonly declaration: ParameterDeclaration;
}

export interface SystemInput {
  readonly id: string;
  readonly module: string;
  readonly unit: string;
  readonly value: number;
  readonly range: Range;
  readonly means: string;
}

/** A derived quantity: algebra on states, parameters, inputs and time. */
export interface SystemDerived {
  readonly id: string;
  readonly module: string;
  readonly unit: string;
  readonly means: string;
  readonly node: NodeId;
  /** The law as written, index expanded. */
  readonly law: string;
}

export interface SystemFlow {
  readonly id: string;
  readonly module: string;
  readonly from: string | undefined;
  readonly to: readonly { readonly state: string; readonly yield: NodeId; readonly yieldLaw: string }[];
  readonly rate: NodeId;
  readonly law: string;
  readonly means: string;
}

export interface SystemDrift {
  readonly state: string;
  readonly module: string;
  readonly rate: NodeId;
  readonly law: string;
  readonly means: string;
}

/** A declared jump: `amount` times the dose is added to state `state` (index into `states`). */
export interface SystemEvent {
  readonly id: string;
  readonly module: string;
  readonly state: number;
  readonly amount: NodeId;
  readonly law: string;
  readonly means: string;
}

/** One non-zero of the Jacobian d rhs[row] / d state[column]. */
export interface JacobianEntry {
  readonly row: number;
  readonly column: number;
  readonly node: NodeId;
}

/**
 * What code generators and solvers need of a model, and all they know of it: expressions over
 * states, parameters, inputs (with slopes) and time. Knows nothing of guts; test problems are built the same way.
 */
export interface EquationSystem {
  readonly name: string;
  readonly graph: ExpressionGraph;
  readonly states: readonly Pick<SystemState, 'id' | 'value' | 'absoluteTolerance'>[];
  readonly parameters: readonly Pick<SystemParameter, 'id' | 'value'>[];
  readonly inputs: readonly Pick<SystemInput, 'id' | 'value'>[];
  /** d state / dt per hour, one node per state. */
  readonly derivatives: readonly NodeId[];
  /** Quantities to report beside the states (derived values, probe fluxes), computed on demand. */
  readonly outputs: readonly { readonly id: string; readonly node: NodeId }[];
  /** Structural non-zeros, sorted by row, then column. */
  readonly jacobian: readonly JacobianEntry[];
  /** Partial derivative of each derivative by time (explicit time and input slopes). */
  readonly timeDerivative: readonly NodeId[];
  /** For errors: names the module and flow that a state's derivative consists of. */
  describeState(index: number): string;
}

/** An assembled model: an equation system with everything a person wants to read about it. */
export interface ModelSystem extends EquationSystem {
  readonly states: readonly SystemState[];
  readonly parameters: readonly SystemParameter[];
  readonly inputs: readonly SystemInput[];
  readonly derived: readonly SystemDerived[];
  readonly flows: readonly SystemFlow[];
  readonly drifts: readonly SystemDrift[];
  readonly events: readonly SystemEvent[];
  readonly modules: readonly {
    readonly name: string;
    readonly title: string;
    readonly about: string;
    readonly tier: string;
  }[];
  /** SHA-256 (hex) of the canonical text of all modules. */
  readonly hash: string;
}
