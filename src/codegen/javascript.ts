import type { EquationSystem } from '../language/system.ts';
import { cosineOfTurns, exponential } from './approximations.ts';
import { type CodeGraph, type CodeId, MEMORY, type Region } from './code-graph.ts';
import { GeneratedKernel } from './generated-kernel.ts';
import type { Kernel } from './kernel.ts';
import { movingNodes } from './loop.ts';
import { buildProgram, type Program, type ProgramOptions, type Statement } from './program.ts';
import { type Keep, scheduleBlock } from './schedule.ts';

/**
 * V8 does not optimise very large functions, and hundreds of `const` in one function are slow: pieces stay below
 * 22,000 characters, with few local variables and the rest in a Float64Array.
 */
const LIMITS = { pieceOperations: 900, locals: 8, localSpan: 12 } as const;

export interface JavaScriptModel {
  /** Body of a function of (memory, exponential, cosineOfTurns) that returns the entry routines by name. */
  readonly source: string;
  /** Length of the memory in numbers. */
  readonly slots: number;
  readonly program: Program;
}

/** Translates a system into JavaScript text (one lane). */
export function emitJavaScript(system: EquationSystem, options: ProgramOptions = {}): JavaScriptModel {
  const program = buildProgram(system, options);
  const writer = new JavaScriptWriter(program);
  return { ...writer.write(), program };
}

/**
 * Compiles a system for one lane in this process. Uses `new Function`: pages with a strict content policy load
 * text emitted at build instead, with `instantiateJavaScript`.
 */
export function compileJavaScript(system: EquationSystem, options: ProgramOptions = {}): Kernel {
  const model = emitJavaScript(system, options);
  const create = new Function('memory', 'exponential', 'cosineOfTurns', model.source) as CreateRoutines;
  return instantiateJavaScript(model, create);
}

/** Signature of the function whose body is `JavaScriptModel.source`. */
export type CreateRoutines = (
  memory: Float64Array,
  exp: (x: number) => number,
  cosTurn: (x: number) => number,
) => Record<string, () => void>;

/** Makes a kernel from emitted text that was loaded as a function. */
export function instantiateJavaScript(
  model: { readonly slots: number; readonly program: Pick<Program, 'areas' | 'methods'> },
  create: CreateRoutines,
): Kernel {
  const memory = new Float64Array(model.slots);
  return new GeneratedKernel({
    backEnd: 'javascript',
    lanes: 1,
    areas: model.program.areas,
    memory,
    entries: create(memory, exponential, cosineOfTurns),
    methods: model.program.methods,
  });
}

class JavaScriptWriter {
  private readonly program: Program;
  private readonly graph: CodeGraph;
  private readonly views = new Map<number, string>();
  private readonly functions: string[] = [];
  private scratchSlots = 0;

  constructor(program: Program) {
    this.program = program;
    this.graph = program.graph;
  }

  write(): { source: string; slots: number } {
    const size = this.program.facts.states;
    const entries: string[] = [];
    for (const routine of this.program.routines) {
      const names = ['y', 'd'].slice(0, routine.argumentCount).join(', ');
      const body = routine.statements.map((statement, i) =>
        this.statement(`${routine.name}_${i}`, names, statement),
      );
      this.functions.push(`function ${routine.name}(${names}) {\n${body.join('\n')}\n}`);
      if (routine.entry) entries.push(routine.name);
    }
    const views = [...this.views].map(
      ([slot, name]) => `const ${name} = m.subarray(${slot}, ${slot + size});`,
    );
    const source = [
      '"use strict";',
      'const m = memory;',
      'const least = (a, b) => (b < a ? b : a);',
      'const greatest = (a, b) => (a < b ? b : a);',
      ...views,
      ...this.functions,
      `return { ${entries.join(', ')} };`,
    ].join('\n');
    return { source, slots: this.program.slots + this.scratchSlots };
  }

  private statement(name: string, names: string, statement: Statement): string {
    switch (statement.kind) {
      case 'call':
        return `${statement.routine}(${statement.arguments.map((slot) => this.view(slot)).join(', ')});`;
      case 'loop':
        return this.loop(statement);
      case 'block': {
        const schedule = scheduleBlock(this.graph, statement.stores, {
          ...LIMITS,
          scratch: this.program.slots,
        });
        this.scratchSlots = Math.max(this.scratchSlots, schedule.scratchSlots);
        const calls = schedule.pieces.map((piece, p) => {
          const lines: string[] = [];
          if (piece.localCount > 0)
            lines.push(`let ${Array.from({ length: piece.localCount }, (_, i) => `t${i} = 0`).join(', ')};`);
          for (const step of piece.steps) {
            const value = this.expression(step.node, piece.keep, true);
            const targets = [
              ...step.stores.map(({ region, slot }) => slotText(region, slot)),
              ...(step.local === undefined ? [] : [`t${step.local}`]),
            ];
            lines.push(`${targets.join(' = ')} = ${value};`);
          }
          this.functions.push(`function ${name}_${p}(${names}) {\n${lines.join('\n')}\n}`);
          return `${name}_${p}(${names});`;
        });
        return calls.join('\n');
      }
    }
  }

  private view(slot: number): string {
    const known = this.views.get(slot);
    if (known) return known;
    const name = `v${slot}`;
    this.views.set(slot, name);
    return name;
  }

  private loop(statement: Extract<Statement, { kind: 'loop' }>): string {
    const lines: string[] = [];
    const invariants = new Map<CodeId, string>();
    const moving = movingNodes(
      this.graph,
      [...statement.stores, ...statement.sums].map(({ node }) => node),
    );
    const text = (id: CodeId): string => {
      const { operation, left, right } = this.graph.node(id);
      if (operation === 'element') return `${regionText(left as Region)}[${right} + i]`;
      if (!moving.has(id)) {
        if (operation === 'constant') return this.expression(id, new Map(), true);
        let name = invariants.get(id);
        if (!name) {
          name = `c${invariants.size}`;
          invariants.set(id, name);
          lines.push(`const ${name} = ${this.expression(id, new Map(), true)};`);
        }
        return name;
      }
      return operationText(
        operation,
        this.graph.operands(id).map((operand) => text(operand)),
      );
    };
    const body: string[] = [];
    for (const { region, slot, node } of statement.stores)
      body.push(`${regionText(region)}[${slot} + i] = ${text(node)};`);
    statement.sums.forEach(({ node }, s) => {
      body.push(`s${s} += ${text(node)};`);
    });
    return [
      '{',
      ...lines,
      ...statement.sums.map((_, s) => `let s${s} = 0;`),
      `for (let i = 0; i < ${statement.count}; i++) {`,
      ...body,
      '}',
      ...statement.sums.map(({ slot }, s) => `m[${slot}] = s${s};`),
      '}',
    ].join('\n');
  }

  private expression(id: CodeId, keep: ReadonlyMap<CodeId, Keep>, root: boolean): string {
    if (!root) {
      const home = keep.get(id);
      if (home) return home.kind === 'local' ? `t${home.local}` : slotText(home.region, home.slot);
    }
    const { operation, left, right, value } = this.graph.node(id);
    if (operation === 'constant') return numberText(value);
    if (operation === 'load') return slotText(left as Region, right);
    return operationText(
      operation,
      this.graph.operands(id).map((operand) => this.expression(operand, keep, false)),
    );
  }
}

function regionText(region: Region): string {
  return region === MEMORY ? 'm' : region === 1 ? 'y' : 'd';
}

function slotText(region: Region, slot: number): string {
  return `${regionText(region)}[${slot}]`;
}

function numberText(value: number): string {
  if (Object.is(value, -0)) return '(-0)';
  return value < 0 ? `(${value})` : `${value}`;
}

function operationText(operation: string, [a = '', b = '']: readonly string[]): string {
  switch (operation) {
    case 'add':
      return `(${a} + ${b})`;
    case 'subtract':
      return `(${a} - ${b})`;
    case 'multiply':
      return `(${a} * ${b})`;
    case 'divide':
      return `(${a} / ${b})`;
    case 'negate':
      return `(-${a})`;
    case 'absolute':
      return `Math.abs(${a})`;
    case 'minimum':
      return `least(${a}, ${b})`;
    case 'maximum':
      return `greatest(${a}, ${b})`;
    case 'sqrt':
      return `Math.sqrt(${a})`;
    case 'exp':
      return `exponential(${a})`;
    case 'cosTurn':
      return `cosineOfTurns(${a})`;
    default:
      throw new RangeError(`operation ${operation} has no JavaScript form`);
  }
}
