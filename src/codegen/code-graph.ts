import { cosineOfTurns, exponential } from './approximations.ts';

/** Index of a node in a `CodeGraph`. */
export type CodeId = number;

export type CodeOperation =
  /** `value` holds it. */
  | 'constant'
  /** Slot `right` of region `left`. */
  | 'load'
  /** Slot `right` plus the loop counter, of region `left`; only inside loops. */
  | 'element'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'negate'
  | 'absolute'
  /** `right < left ? right : left`: a NaN on the left stays. */
  | 'minimum'
  /** `left < right ? right : left`: a NaN on the left stays. */
  | 'maximum'
  | 'sqrt'
  | 'exp'
  | 'cosTurn';

/** Where a slot lies: the kernel's own memory, or a vector handed to the routine as first or second argument. */
export type Region = 0 | 1 | 2;
export const MEMORY: Region = 0;
export const FIRST_ARGUMENT: Region = 1;
export const SECOND_ARGUMENT: Region = 2;

export interface CodeNode {
  readonly operation: CodeOperation;
  readonly left: number;
  readonly right: number;
  readonly value: number;
}

const BINARY: ReadonlySet<CodeOperation> = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'minimum',
  'maximum',
] satisfies CodeOperation[]);
const LEAF: ReadonlySet<CodeOperation> = new Set(['constant', 'load', 'element'] satisfies CodeOperation[]);

/** Machine-level expressions over memory slots, hash-consed like the model's own graph. */
export class CodeGraph {
  private readonly list: CodeNode[] = [];
  private readonly index = new Map<string, CodeId>();

  get size(): number {
    return this.list.length;
  }

  node(id: CodeId): CodeNode {
    const found = this.list[id];
    if (!found) throw new RangeError(`code node ${id} does not exist (${this.list.length} nodes)`);
    return found;
  }

  isLeaf(id: CodeId): boolean {
    return LEAF.has(this.node(id).operation);
  }

  /** The nodes an operation reads. */
  operands(id: CodeId): readonly CodeId[] {
    const { operation, left, right } = this.node(id);
    if (LEAF.has(operation)) return [];
    return BINARY.has(operation) ? [left, right] : [left];
  }

  private intern(operation: CodeOperation, left: number, right: number, value = 0): CodeId {
    const key =
      operation === 'constant' ? `c${Object.is(value, -0) ? '-0' : value}` : `${operation},${left},${right}`;
    const known = this.index.get(key);
    if (known !== undefined) return known;
    this.list.push({ operation, left, right, value });
    this.index.set(key, this.list.length - 1);
    return this.list.length - 1;
  }

  private value(id: CodeId): number | undefined {
    const node = this.node(id);
    return node.operation === 'constant' ? node.value : undefined;
  }

  private commutative(operation: 'add' | 'multiply', a: CodeId, b: CodeId): CodeId {
    return a < b ? this.intern(operation, a, b) : this.intern(operation, b, a);
  }

  constant(value: number): CodeId {
    return this.intern('constant', -1, -1, value);
  }
  load(region: Region, slot: number): CodeId {
    return this.intern('load', region, slot);
  }
  element(region: Region, base: number): CodeId {
    return this.intern('element', region, base);
  }

  add(a: CodeId, b: CodeId): CodeId {
    const [x, y] = [this.value(a), this.value(b)];
    return x !== undefined && y !== undefined ? this.constant(x + y) : this.commutative('add', a, b);
  }
  subtract(a: CodeId, b: CodeId): CodeId {
    const [x, y] = [this.value(a), this.value(b)];
    return x !== undefined && y !== undefined ? this.constant(x - y) : this.intern('subtract', a, b);
  }
  multiply(a: CodeId, b: CodeId): CodeId {
    const [x, y] = [this.value(a), this.value(b)];
    if (x !== undefined && y !== undefined) return this.constant(x * y);
    if (x === 1) return b;
    if (y === 1) return a;
    return this.commutative('multiply', a, b);
  }
  divide(a: CodeId, b: CodeId): CodeId {
    const [x, y] = [this.value(a), this.value(b)];
    if (x !== undefined && y !== undefined) return this.constant(x / y);
    return y === 1 ? a : this.intern('divide', a, b);
  }
  negate(a: CodeId): CodeId {
    const x = this.value(a);
    return x !== undefined ? this.constant(-x) : this.intern('negate', a, -1);
  }
  absolute(a: CodeId): CodeId {
    const x = this.value(a);
    return x !== undefined ? this.constant(Math.abs(x)) : this.intern('absolute', a, -1);
  }
  minimum(a: CodeId, b: CodeId): CodeId {
    return this.intern('minimum', a, b);
  }
  maximum(a: CodeId, b: CodeId): CodeId {
    return this.intern('maximum', a, b);
  }
  sqrt(a: CodeId): CodeId {
    const x = this.value(a);
    return x !== undefined ? this.constant(Math.sqrt(x)) : this.intern('sqrt', a, -1);
  }
  exp(a: CodeId): CodeId {
    const x = this.value(a);
    return x !== undefined ? this.constant(exponential(x)) : this.intern('exp', a, -1);
  }
  cosTurn(a: CodeId): CodeId {
    const x = this.value(a);
    return x !== undefined ? this.constant(cosineOfTurns(x)) : this.intern('cosTurn', a, -1);
  }

  /** Sum of products `coefficient * node`, left to right. */
  combination(terms: readonly (readonly [CodeId, CodeId])[]): CodeId {
    const [first, ...rest] = terms.map(([coefficient, node]) => this.multiply(coefficient, node));
    if (first === undefined) return this.constant(0);
    return rest.reduce((sum, term) => this.add(sum, term), first);
  }
}
