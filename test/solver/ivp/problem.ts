import { completeSystem } from '../../../src/language/equations.ts';
import { ExpressionGraph, type NodeId } from '../../../src/language/expression.ts';
import type { EquationSystem } from '../../../src/language/system.ts';
import type { LaneSchedule } from '../../../src/solver/contract.ts';

/** A published initial value problem with a reference solution; its unit of time stands in for the engine's hour. */
export interface IvpProblem {
  readonly name: string;
  readonly system: EquationSystem;
  readonly start: number;
  readonly end: number;
  readonly schedule: LaneSchedule;
  /** Reference end values by state index. */
  readonly endValues: readonly (readonly [state: number, value: number])[];
  readonly absoluteTolerance: number;
}

/** What problems are written with: arithmetic on nodes and numbers alike. */
export class Algebra {
  readonly graph = new ExpressionGraph();

  private node(x: Term): NodeId {
    return x instanceof Quantity ? x.id : this.graph.number(x);
  }
  private make(id: NodeId): Quantity {
    return new Quantity(this, id);
  }
  y(index: number): Quantity {
    return this.make(this.graph.state(index));
  }
  input(index: number): Quantity {
    return this.make(this.graph.input(index));
  }
  get time(): Quantity {
    return this.make(this.graph.time());
  }
  sum(...terms: Term[]): Quantity {
    return this.make(terms.map((x) => this.node(x)).reduce((a, b) => this.graph.add(a, b)));
  }
  product(...factors: Term[]): Quantity {
    return this.make(factors.map((x) => this.node(x)).reduce((a, b) => this.graph.multiply(a, b)));
  }
  minus(a: Term, b: Term): Quantity {
    return this.make(this.graph.subtract(this.node(a), this.node(b)));
  }
  over(a: Term, b: Term): Quantity {
    return this.make(this.graph.divide(this.node(a), this.node(b)));
  }
  exp(a: Term): Quantity {
    return this.make(this.graph.exp(this.node(a)));
  }
  /** sin of an angle in radians. */
  sin(angle: Term): Quantity {
    const turns = this.graph.divide(this.node(angle), this.graph.number(2 * Math.PI));
    return this.make(this.graph.cosTurn(this.graph.subtract(turns, this.graph.number(0.25))));
  }
  cos(angle: Term): Quantity {
    return this.make(this.graph.cosTurn(this.graph.divide(this.node(angle), this.graph.number(2 * Math.PI))));
  }
}

export type Term = Quantity | number;

/** A node that can be added to and multiplied. */
export class Quantity {
  readonly algebra: Algebra;
  readonly id: NodeId;
  constructor(algebra: Algebra, id: NodeId) {
    this.algebra = algebra;
    this.id = id;
  }
  plus(other: Term): Quantity {
    return this.algebra.sum(this, other);
  }
  minus(other: Term): Quantity {
    return this.algebra.minus(this, other);
  }
  times(other: Term): Quantity {
    return this.algebra.product(this, other);
  }
  over(other: Term): Quantity {
    return this.algebra.over(this, other);
  }
}

export function problem(sketch: {
  readonly name: string;
  readonly values: readonly number[];
  readonly names?: readonly string[];
  readonly inputs?: readonly number[];
  readonly schedule?: Omit<LaneSchedule, 'base'>;
  readonly start?: number;
  readonly end: number;
  readonly endValues: readonly (readonly [state: number, value: number])[];
  readonly absoluteTolerance: number;
  build(algebra: Algebra): readonly Quantity[];
}): IvpProblem {
  const algebra = new Algebra();
  const derivatives = sketch.build(algebra).map(({ id }) => id);
  const inputs = sketch.inputs ?? [];
  const system = completeSystem({
    name: sketch.name,
    graph: algebra.graph,
    states: sketch.values.map((value, i) => ({
      id: sketch.names?.[i] ?? `y${i + 1}`,
      value,
      absoluteTolerance: sketch.absoluteTolerance,
    })),
    parameters: [],
    inputs: inputs.map((value, i) => ({ id: `u${i + 1}`, value })),
    derivatives,
    outputs: [],
    describeState: (index: number) => `equation ${index + 1}`,
  });
  return {
    name: sketch.name,
    system,
    start: sketch.start ?? 0,
    end: sketch.end,
    schedule: { base: Float64Array.from(inputs), segments: [], boluses: [], ...sketch.schedule },
    endValues: sketch.endValues,
    absoluteTolerance: sketch.absoluteTolerance,
  };
}
