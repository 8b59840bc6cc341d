import type { NodeId } from '../language/expression.ts';
import type { EquationSystem } from '../language/system.ts';
import { type CodeGraph, type CodeId, FIRST_ARGUMENT, MEMORY } from './code-graph.ts';

/** Slots that lowered expressions read; states are read from the routine's first argument. */
export interface LoweringPlaces {
  readonly parameters: number;
  readonly inputs: number;
  readonly slopes: number;
  readonly inputTime: number;
  readonly stageTime: number;
  readonly hoisted: number;
}

/**
 * Turns model expressions into machine-level ones: inputs become value plus slope times elapsed time,
 * expressions of parameters only move to slots that `prepare` fills, and divisions by what is divided by
 * more than once, or by parameters only, become products with the reciprocal.
 */
export class LoweredEquations {
  /** Node of each hoisted slot; evaluated by `prepare`, from parameters and earlier hoisted slots' expressions. */
  readonly hoisted: CodeId[];
  private readonly source: EquationSystem['graph'];
  private readonly code: CodeGraph;
  private readonly places: LoweringPlaces;
  /** Depends on parameters and constants alone. */
  private readonly fixed: Uint8Array;
  private readonly divisions: Uint32Array;
  private readonly uses: Uint32Array;
  private readonly known = new Map<NodeId, CodeId>();
  private readonly knownFixed = new Map<NodeId, CodeId>();
  private readonly hoistedSlot: Map<CodeId, number>;

  /**
   * @param roots everything that will be lowered: sharing is judged among these
   * @param sharing an earlier lowering whose hoisted slots are used and extended
   */
  constructor(
    system: Pick<EquationSystem, 'graph'>,
    code: CodeGraph,
    roots: readonly NodeId[],
    places: LoweringPlaces,
    sharing?: LoweredEquations,
  ) {
    this.hoisted = sharing?.hoisted ?? [];
    this.hoistedSlot = sharing?.hoistedSlot ?? new Map();
    this.source = system.graph;
    this.code = code;
    this.places = places;
    const count = system.graph.nodes.length;
    this.fixed = new Uint8Array(count);
    this.divisions = new Uint32Array(count);
    this.uses = new Uint32Array(count);
    const use = (id: NodeId): void => {
      this.uses[id] = (this.uses[id] ?? 0) + 1;
    };
    for (const id of roots) use(id);
    for (let id = count - 1; id >= 0; id--) {
      if (!this.uses[id]) continue;
      for (const operand of this.operands(id)) use(operand);
      const { operation, right } = this.source.node(id);
      if (operation === 'divide') this.divisions[right] = (this.divisions[right] ?? 0) + 1;
    }
    for (let id = 0; id < count; id++) {
      const { operation } = this.source.node(id);
      this.fixed[id] =
        operation === 'number' || operation === 'parameter'
          ? 1
          : ['state', 'input', 'slope', 'time'].includes(operation)
            ? 0
            : this.operands(id).every((operand) => this.fixed[operand])
              ? 1
              : 0;
    }
  }

  private operands(id: NodeId): readonly NodeId[] {
    const { operation, left, right } = this.source.node(id);
    switch (operation) {
      case 'number':
      case 'state':
      case 'parameter':
      case 'input':
      case 'slope':
      case 'time':
        return [];
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
        return [left, right];
      default:
        return [left];
    }
  }

  /** The node as read by generated code: hoisted when it depends on parameters only. */
  lower(id: NodeId): CodeId {
    const found = this.known.get(id);
    if (found !== undefined) return found;
    const result = this.fixed[id]
      ? this.hoist(this.lowerFixed(id))
      : this.translate(id, (a) => this.lower(a));
    this.known.set(id, result);
    return result;
  }

  private lowerFixed(id: NodeId): CodeId {
    const found = this.knownFixed.get(id);
    if (found !== undefined) return found;
    const result = this.translate(id, (a) => this.lowerFixed(a));
    this.knownFixed.set(id, result);
    return result;
  }

  private hoist(node: CodeId): CodeId {
    if (this.code.isLeaf(node)) return node;
    let slot = this.hoistedSlot.get(node);
    if (slot === undefined) {
      slot = this.hoisted.length;
      this.hoisted.push(node);
      this.hoistedSlot.set(node, slot);
    }
    return this.code.load(MEMORY, this.places.hoisted + slot);
  }

  private translate(id: NodeId, operand: (id: NodeId) => CodeId): CodeId {
    const { code, places } = this;
    const { operation, left, right, value } = this.source.node(id);
    switch (operation) {
      case 'number':
        return code.constant(value);
      case 'state':
        return code.load(FIRST_ARGUMENT, left);
      case 'parameter':
        return code.load(MEMORY, places.parameters + left);
      case 'input': {
        const elapsed = code.subtract(
          code.load(MEMORY, places.stageTime),
          code.load(MEMORY, places.inputTime),
        );
        return code.add(
          code.load(MEMORY, places.inputs + left),
          code.multiply(code.load(MEMORY, places.slopes + left), elapsed),
        );
      }
      case 'slope':
        return code.load(MEMORY, places.slopes + left);
      case 'time':
        return code.load(MEMORY, places.stageTime);
      case 'add':
        return code.add(operand(left), operand(right));
      case 'subtract':
        return code.subtract(operand(left), operand(right));
      case 'multiply':
      case 'divide':
        return this.fixed[id] ? this.plain(id, operand) : this.quotient(this.fraction(id));
      case 'negate':
        return code.negate(operand(left));
      case 'sqrt':
        return code.sqrt(operand(left));
      case 'exp':
        return code.exp(operand(left));
      case 'cosTurn':
        return code.cosTurn(operand(left));
    }
  }

  private plain(id: NodeId, operand: (id: NodeId) => CodeId): CodeId {
    const { operation, left, right } = this.source.node(id);
    return operation === 'divide'
      ? this.code.divide(operand(left), operand(right))
      : this.code.multiply(operand(left), operand(right));
  }

  private quotient({ top, bottom }: Fraction): CodeId {
    return bottom === undefined ? top : this.code.divide(top, bottom);
  }

  /**
   * Products of quotients with one division in the end, as far as nothing else needs the parts:
   * `k * (s / (K + s)) * (1 / (1 + i / L))` divides once. Division is the slowest of the basic operations.
   */
  private fraction(id: NodeId): Fraction {
    const { code } = this;
    const { operation, left, right } = this.source.node(id);
    const part = (operand: NodeId): Fraction =>
      !this.fixed[operand] && this.uses[operand] === 1
        ? this.fraction(operand)
        : { top: this.lower(operand) };
    if (operation === 'multiply') {
      const [a, b] = [part(left), part(right)];
      const bottom =
        a.bottom === undefined
          ? b.bottom
          : b.bottom === undefined
            ? a.bottom
            : code.multiply(a.bottom, b.bottom);
      return { top: code.multiply(a.top, b.top), bottom };
    }
    if (operation !== 'divide') return { top: this.lower(id) };
    const one = code.constant(1);
    const { top, bottom } = part(left);
    if (this.fixed[right]) {
      const reciprocal = this.hoist(code.divide(one, this.lowerFixed(right)));
      return { top: code.multiply(top, reciprocal), bottom };
    }
    const divisor = this.lower(right);
    if ((this.divisions[right] ?? 0) > 1)
      return { top: code.multiply(top, code.divide(one, divisor)), bottom };
    return { top, bottom: bottom === undefined ? divisor : code.multiply(bottom, divisor) };
  }
}

interface Fraction {
  readonly top: CodeId;
  readonly bottom?: CodeId | undefined;
}
