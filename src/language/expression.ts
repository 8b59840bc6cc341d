/**
 * Expressions as one shared, hash-consed graph: equal subexpressions are the same node, so that whatever is
 * generated from it computes them once. Nodes only refer to nodes made before them: ascending ids are a
 * valid order of evaluation.
 */

/** Index of a node in its graph. */
export type NodeId = number;

export type Operation =
  /** A constant; `value` holds it. */
  | 'number'
  /** A symbol; `left` is its index in the table named by the operation. */
  | 'state'
  | 'parameter'
  | 'input'
  /** Rate of change (per hour) of an input while it ramps. */
  | 'slope'
  /** Time in hours. */
  | 'time'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'negate'
  | 'sqrt'
  | 'exp'
  /** cos(2 pi x): the argument is in turns; its derivative is -2 pi sin(2 pi x) = 2 pi cos(2 pi (x + 1/4)). */
  | 'cosTurn';

export interface ExpressionNode {
  readonly operation: Operation;
  /** First operand, or the index of a symbol. -1 where there is none. */
  readonly left: number;
  /** Second operand. -1 where there is none. */
  readonly right: number;
  /** Only for `number`. */
  readonly value: number;
}

/** Grow-only graph of expressions with folding of constants and the identities that hold for all finite numbers. */
export class ExpressionGraph {
  private readonly list: ExpressionNode[] = [];
  private readonly index = new Map<string, NodeId>();

  get nodes(): readonly ExpressionNode[] {
    return this.list;
  }

  node(id: NodeId): ExpressionNode {
    const found = this.list[id];
    if (!found) throw new RangeError(`expression ${id} is not in this graph of ${this.list.length} nodes`);
    return found;
  }

  private intern(operation: Operation, left: number, right: number, value = 0): NodeId {
    const key =
      operation === 'number' ? `n${Object.is(value, -0) ? '-0' : value}` : `${operation},${left},${right}`;
    const known = this.index.get(key);
    if (known !== undefined) return known;
    this.list.push({ operation, left, right, value });
    this.index.set(key, this.list.length - 1);
    return this.list.length - 1;
  }

  number(value: number): NodeId {
    return this.intern('number', -1, -1, value === 0 ? 0 : value);
  }
  state(index: number): NodeId {
    return this.intern('state', index, -1);
  }
  parameter(index: number): NodeId {
    return this.intern('parameter', index, -1);
  }
  input(index: number): NodeId {
    return this.intern('input', index, -1);
  }
  slope(index: number): NodeId {
    return this.intern('slope', index, -1);
  }
  time(): NodeId {
    return this.intern('time', -1, -1);
  }

  /** The number a node stands for, or undefined when it depends on a symbol. */
  constant(id: NodeId): number | undefined {
    const node = this.node(id);
    return node.operation === 'number' ? node.value : undefined;
  }

  add(a: NodeId, b: NodeId): NodeId {
    const x = this.constant(a);
    const y = this.constant(b);
    if (x !== undefined && y !== undefined) return this.number(x + y);
    if (x === 0) return b;
    if (y === 0) return a;
    if (this.node(b).operation === 'negate') return this.subtract(a, this.node(b).left);
    if (this.node(a).operation === 'negate') return this.subtract(b, this.node(a).left);
    return a < b ? this.intern('add', a, b) : this.intern('add', b, a);
  }

  subtract(a: NodeId, b: NodeId): NodeId {
    const x = this.constant(a);
    const y = this.constant(b);
    if (x !== undefined && y !== undefined) return this.number(x - y);
    if (y === 0) return a;
    if (x === 0) return this.negate(b);
    if (a === b) return this.number(0);
    if (this.node(b).operation === 'negate') return this.add(a, this.node(b).left);
    return this.intern('subtract', a, b);
  }

  multiply(a: NodeId, b: NodeId): NodeId {
    const x = this.constant(a);
    const y = this.constant(b);
    if (x !== undefined && y !== undefined) return this.number(x * y);
    if (x === 0 || y === 0) return this.number(0);
    if (x === 1) return b;
    if (y === 1) return a;
    if (x === -1) return this.negate(b);
    if (y === -1) return this.negate(a);
    if (this.node(a).operation === 'negate') return this.negate(this.multiply(this.node(a).left, b));
    if (this.node(b).operation === 'negate') return this.negate(this.multiply(a, this.node(b).left));
    return a < b ? this.intern('multiply', a, b) : this.intern('multiply', b, a);
  }

  divide(a: NodeId, b: NodeId): NodeId {
    const x = this.constant(a);
    const y = this.constant(b);
    if (x !== undefined && y !== undefined && y !== 0) return this.number(x / y);
    if (x === 0 && y !== 0) return this.number(0);
    if (y === 1) return a;
    if (this.node(a).operation === 'negate') return this.negate(this.divide(this.node(a).left, b));
    return this.intern('divide', a, b);
  }

  negate(a: NodeId): NodeId {
    const x = this.constant(a);
    if (x !== undefined) return this.number(-x);
    const node = this.node(a);
    if (node.operation === 'negate') return node.left;
    if (node.operation === 'subtract') return this.subtract(node.right, node.left);
    return this.intern('negate', a, -1);
  }

  sqrt(a: NodeId): NodeId {
    const x = this.constant(a);
    return x !== undefined && x >= 0 ? this.number(Math.sqrt(x)) : this.intern('sqrt', a, -1);
  }

  exp(a: NodeId): NodeId {
    return this.constant(a) === 0 ? this.number(1) : this.intern('exp', a, -1);
  }

  cosTurn(a: NodeId): NodeId {
    return this.constant(a) === 0 ? this.number(1) : this.intern('cosTurn', a, -1);
  }

  /** x to a whole power >= 0 by repeated squaring. */
  power(base: NodeId, exponent: number): NodeId {
    if (!Number.isInteger(exponent) || exponent < 0)
      throw new RangeError(`exponent ${exponent} is not a whole number >= 0`);
    if (exponent === 0) return this.number(1);
    const half = this.power(base, exponent >> 1);
    const square = exponent > 1 ? this.multiply(half, half) : this.number(1);
    return exponent % 2 === 1 ? this.multiply(square, base) : square;
  }
}
