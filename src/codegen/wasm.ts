import type { EquationSystem } from '../language/system.ts';
import { ZonulaError } from '../problem/problem.ts';
import {
  EXP_COEFFICIENTS,
  EXP_HIGHEST,
  EXP_LOWEST,
  LN2_HIGH,
  LN2_LOW,
  LOG2_OF_E,
  ROUNDING_SHIFT,
  SINE_COEFFICIENTS,
} from './approximations.ts';
import { type CodeGraph, type CodeId, MEMORY, type Region } from './code-graph.ts';
import { GeneratedKernel } from './generated-kernel.ts';
import type { Kernel, StepMethod } from './kernel.ts';
import { movingNodes } from './loop.ts';
import { type Area, type AreaPlace, buildProgram, type Program, type Statement } from './program.ts';
import { type Piece, scheduleBlock } from './schedule.ts';
import { FunctionWriter, ModuleWriter, OPCODE, VECTOR } from './wasm-bytes.ts';

/** Chosen by measurement on a network of 150 states. */
const LIMITS = { pieceOperations: 2500, locals: 24, localSpan: 40 } as const;

/** Iterations of a vector loop written out per turn. */
const UNROLL = 4;

const LAYOUT_SECTION = 'zonula-layout';
const LAYOUT_FORMAT = 1;

export interface WasmOptions {
  /** 1: scalar f64. 2: f64x2, two people in lockstep. */
  readonly lanes: 1 | 2;
  /** Step methods to generate; all by default. */
  readonly methods?: readonly StepMethod[];
}

/** What a module says about its own memory (JSON in a custom section). */
interface Layout {
  readonly format: number;
  readonly name: string;
  readonly lanes: 1 | 2;
  readonly methods: readonly StepMethod[];
  /** Offset and length of each area, in slots. */
  readonly areas: Readonly<Record<string, readonly [number, number]>>;
  readonly slots: number;
}

/** Translates a system into a WebAssembly module that carries its own memory layout: build once, ship the bytes. */
export function emitWasm(system: EquationSystem, options: WasmOptions): Uint8Array<ArrayBuffer> {
  if (options.lanes !== 1 && options.lanes !== 2)
    throw new ZonulaError({
      code: 'Z2001',
      severity: 'error',
      message: `WebAssembly kernels have 1 or 2 lanes, not ${String(options.lanes)}.`,
      fix: 'Choose 1 (scalar) or 2 (SIMD).',
    });
  const program = buildProgram(system, options.methods ? { methods: options.methods } : {});
  return new WasmWriter(program, options.lanes).write();
}

/** Compiles a system in this process, synchronously. */
export function compileWasm(system: EquationSystem, options: WasmOptions): Kernel {
  return instantiateWasm(emitWasm(system, options));
}

/**
 * Makes a kernel of emitted bytes, or of an already compiled module (which workers can share).
 *
 * @throws ZonulaError Z2003 when the module was not made by this code generator or by another version of it
 */
export function instantiateWasm(bytes: Uint8Array<ArrayBuffer> | WebAssembly.Module): Kernel {
  const module = bytes instanceof WebAssembly.Module ? bytes : new WebAssembly.Module(bytes);
  const layout = readLayout(module);
  const { exports } = new WebAssembly.Instance(module);
  const { memory, ...functions } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw foreignModule('it exports no memory');
  const entries: Record<string, () => void> = {};
  for (const [name, value] of Object.entries(functions))
    if (typeof value === 'function') entries[name] = value as () => void;
  return new GeneratedKernel({
    backEnd: layout.lanes === 2 ? 'wasm-simd' : 'wasm',
    lanes: layout.lanes,
    areas: new Map(
      Object.entries(layout.areas).map(([name, [offset, length]]): [Area, AreaPlace] => [
        name as Area,
        { offset, length },
      ]),
    ),
    memory: new Float64Array(memory.buffer, 0, layout.slots * layout.lanes),
    entries,
    methods: layout.methods,
  });
}

function foreignModule(reason: string): ZonulaError {
  return new ZonulaError({
    code: 'Z2003',
    severity: 'error',
    message: `This WebAssembly module is not a model that this version can run: ${reason}.`,
    fix: 'Build the model again with this version.',
  });
}

function readLayout(module: WebAssembly.Module): Layout {
  const [section] = WebAssembly.Module.customSections(module, LAYOUT_SECTION);
  if (!section) throw foreignModule('it has no memory layout');
  const layout = JSON.parse(new TextDecoder().decode(section)) as Layout;
  if (layout.format !== LAYOUT_FORMAT)
    throw foreignModule(`its layout has format ${layout.format}, expected ${LAYOUT_FORMAT}`);
  return layout;
}

type BinaryOperation = 'add' | 'subtract' | 'multiply' | 'divide' | 'minimum' | 'maximum';
type UnaryOperation = 'negate' | 'absolute' | 'sqrt';

const SCALAR: Readonly<Record<BinaryOperation | UnaryOperation, number>> = {
  add: OPCODE.f64Add,
  subtract: OPCODE.f64Subtract,
  multiply: OPCODE.f64Multiply,
  divide: OPCODE.f64Divide,
  minimum: OPCODE.f64Minimum,
  maximum: OPCODE.f64Maximum,
  negate: OPCODE.f64Negate,
  absolute: OPCODE.f64Absolute,
  sqrt: OPCODE.f64Sqrt,
};
const PAIR: Readonly<Record<BinaryOperation | UnaryOperation, number>> = {
  add: VECTOR.f64x2Add,
  subtract: VECTOR.f64x2Subtract,
  multiply: VECTOR.f64x2Multiply,
  divide: VECTOR.f64x2Divide,
  minimum: VECTOR.f64x2PseudoMinimum,
  maximum: VECTOR.f64x2PseudoMaximum,
  negate: VECTOR.f64x2Negate,
  absolute: VECTOR.f64x2Absolute,
  sqrt: VECTOR.f64x2Sqrt,
};

const EXPONENT_BIAS = 1023;
const MANTISSA_BITS = 52;

/** Locals that exp and cosTurn work in. */
type Temporaries = readonly [number, number, number, number, number];

/** Function under construction with its pools of locals. */
class Body {
  readonly code: FunctionWriter;
  private readonly kept: number[] = [];
  private temporary: Temporaries | undefined;
  private readonly type: 'f64' | 'v128';

  constructor(parameterCount: number, lanes: 1 | 2) {
    this.code = new FunctionWriter(parameterCount);
    this.type = lanes === 2 ? 'v128' : 'f64';
  }

  value(): number {
    return this.code.newLocal(this.type);
  }
  keptLocal(index: number): number {
    while (this.kept.length <= index) this.kept.push(this.value());
    return this.kept[index] as number;
  }
  get temporaries(): Temporaries {
    this.temporary ??= [this.value(), this.value(), this.value(), this.value(), this.value()];
    return this.temporary;
  }
}

class WasmWriter {
  private readonly program: Program;
  private readonly graph: CodeGraph;
  private readonly lanes: 1 | 2;
  private readonly slotBytes: number;
  private readonly module = new ModuleWriter();
  private readonly routines = new Map<string, number>();
  private readonly schedules: ReadonlyMap<Statement, readonly Piece[]>;
  private readonly slots: number;

  constructor(program: Program, lanes: 1 | 2) {
    this.program = program;
    this.graph = program.graph;
    this.lanes = lanes;
    this.slotBytes = 8 * lanes;
    const schedules = new Map<Statement, readonly Piece[]>();
    let scratchSlots = 0;
    for (const routine of program.routines)
      for (const statement of routine.statements) {
        if (statement.kind !== 'block') continue;
        const schedule = scheduleBlock(this.graph, statement.stores, { ...LIMITS, scratch: program.slots });
        schedules.set(statement, schedule.pieces);
        scratchSlots = Math.max(scratchSlots, schedule.scratchSlots);
      }
    this.schedules = schedules;
    this.slots = program.slots + scratchSlots;
  }

  write(): Uint8Array<ArrayBuffer> {
    const { program, module, lanes } = this;
    for (const routine of program.routines) {
      const body = new Body(routine.argumentCount, lanes);
      for (const statement of routine.statements) this.statement(body, routine.argumentCount, statement);
      const index = module.addFunction(body.code);
      this.routines.set(routine.name, index);
      if (routine.entry) module.exportFunction(routine.name, index);
    }
    const layout: Layout = {
      format: LAYOUT_FORMAT,
      name: program.name,
      lanes,
      methods: program.methods,
      areas: Object.fromEntries(
        [...program.areas].map(([name, { offset, length }]) => [name, [offset, length] as const]),
      ),
      slots: program.slots,
    };
    module.addCustom(LAYOUT_SECTION, new TextEncoder().encode(JSON.stringify(layout)));
    return module.write(this.slots * this.slotBytes);
  }

  private statement(body: Body, argumentCount: number, statement: Statement): void {
    const { code } = body;
    switch (statement.kind) {
      case 'call': {
        const index = this.routines.get(statement.routine);
        if (index === undefined)
          throw new RangeError(`routine ${statement.routine} is called before it is made`);
        for (const slot of statement.arguments) code.i32(slot * this.slotBytes);
        code.call(index);
        return;
      }
      case 'loop':
        this.loop(body, statement);
        return;
      case 'block': {
        const pieces = this.schedules.get(statement) ?? [];
        const [only] = pieces;
        if (only && pieces.length === 1) {
          this.piece(body, only);
          return;
        }
        for (const piece of pieces) {
          const inner = new Body(argumentCount, this.lanes);
          this.piece(inner, piece);
          const index = this.module.addFunction(inner.code);
          for (let argument = 0; argument < argumentCount; argument++) code.get(argument);
          code.call(index);
        }
      }
    }
  }

  private piece(body: Body, piece: Piece): void {
    const { code } = body;
    for (const step of piece.steps) {
      const [first, ...more] = step.stores;
      if (step.local !== undefined) {
        const local = body.keptLocal(step.local);
        this.expression(body, step.node, piece, true);
        code.set(local);
        for (const { region, slot } of step.stores) {
          this.base(body, region);
          code.get(local);
          this.store(body, slot);
        }
      } else if (first) {
        this.base(body, first.region);
        this.expression(body, step.node, piece, true);
        if (more.length > 0) {
          const [local] = body.temporaries;
          code.tee(local);
          this.store(body, first.slot);
          for (const { region, slot } of more) {
            this.base(body, region);
            code.get(local);
            this.store(body, slot);
          }
        } else this.store(body, first.slot);
      }
    }
  }

  private base({ code }: Body, region: Region): void {
    if (region === MEMORY) code.i32(0);
    else code.get(region - 1);
  }
  private load({ code }: Body, slot: number): void {
    if (this.lanes === 2) code.loadVector(slot * this.slotBytes);
    else code.loadScalar(slot * this.slotBytes);
  }
  private store({ code }: Body, slot: number): void {
    if (this.lanes === 2) code.storeVector(slot * this.slotBytes);
    else code.storeScalar(slot * this.slotBytes);
  }

  private constant(body: Body, value: number): void {
    body.code.f64(value);
    // Faster in V8 than a vector constant or a load from a pool (measured: 0.90, 1.40 and 1.16 us for one
    // right-hand side with 25 exponentials).
    if (this.lanes === 2) body.code.vector(VECTOR.f64x2Splat);
  }

  private operation({ code }: Body, operation: BinaryOperation | UnaryOperation): void {
    if (this.lanes === 2) code.vector(PAIR[operation]);
    else code.op(SCALAR[operation]);
  }

  private expression(body: Body, id: CodeId, piece: Pick<Piece, 'keep'> | undefined, root: boolean): void {
    const home = root ? undefined : piece?.keep.get(id);
    if (home) {
      if (home.kind === 'local') body.code.get(body.keptLocal(home.local));
      else {
        this.base(body, home.region);
        this.load(body, home.slot);
      }
      return;
    }
    const { operation, left, right, value } = this.graph.node(id);
    switch (operation) {
      case 'constant':
        this.constant(body, value);
        return;
      case 'load':
        this.base(body, left as Region);
        this.load(body, right);
        return;
      case 'element':
        throw new RangeError('loop elements outside a loop');
      default:
        for (const operand of this.graph.operands(id)) this.expression(body, operand, piece, false);
        this.apply(body, operation);
    }
  }

  private apply(body: Body, operation: BinaryOperation | UnaryOperation | 'exp' | 'cosTurn'): void {
    if (operation === 'exp') this.exponential(body);
    else if (operation === 'cosTurn') this.cosineOfTurns(body);
    else this.operation(body, operation);
  }

  private loop(body: Body, statement: Extract<Statement, { kind: 'loop' }>): void {
    const { code } = body;
    const roots = [...statement.stores, ...statement.sums].map(({ node }) => node);
    const moving = movingNodes(this.graph, roots);
    const invariants = new Map<CodeId, number>();
    const hoist = (id: CodeId): void => {
      if (moving.has(id)) {
        for (const operand of this.graph.operands(id)) hoist(operand);
      } else if (!invariants.has(id)) {
        const local = body.value();
        this.expression(body, id, undefined, true);
        code.set(local);
        invariants.set(id, local);
      }
    };
    for (const root of roots) hoist(root);
    const sums = statement.sums.map(({ slot, node }) => ({ slot, node, local: body.value() }));
    for (const { local } of sums) {
      this.constant(body, 0);
      code.set(local);
    }
    const counter = code.newLocal('i32');
    const turns = Math.floor(statement.count / UNROLL);
    const iteration = (base: () => void, ahead: number): void => {
      // A value that is stored and summed in the same turn is computed once.
      const stored = new Map<CodeId, number>();
      const emit = (id: CodeId): void => {
        const known = invariants.get(id) ?? stored.get(id);
        if (known !== undefined) {
          code.get(known);
          return;
        }
        const { operation, right } = this.graph.node(id);
        if (operation === 'element') {
          base();
          this.load(body, right + ahead);
          return;
        }
        if (operation === 'constant' || operation === 'load')
          throw new RangeError('a loop constant was not hoisted');
        for (const operand of this.graph.operands(id)) emit(operand);
        this.apply(body, operation);
      };
      for (const { slot, node } of statement.stores) {
        base();
        emit(node);
        if (sums.length > 0) {
          const [local] = body.temporaries;
          code.tee(local);
          stored.set(node, local);
        }
        this.store(body, slot + ahead);
      }
      for (const { node, local } of sums) {
        const { operation, left, right } = this.graph.node(node);
        code.get(local);
        if (operation === 'multiply' && left === right) {
          const [, square] = body.temporaries;
          emit(left);
          code.tee(square).get(square);
          this.operation(body, 'multiply');
        } else emit(node);
        this.operation(body, 'add');
        code.set(local);
      }
    };
    if (turns > 0) {
      code.i32(0).set(counter).loop();
      for (let ahead = 0; ahead < UNROLL; ahead++) iteration(() => code.get(counter), ahead);
      code
        .get(counter)
        .i32(UNROLL * this.slotBytes)
        .op(OPCODE.i32Add)
        .tee(counter)
        .i32(turns * UNROLL * this.slotBytes)
        .op(OPCODE.i32LessUnsigned)
        .branchIf(0)
        .end();
    }
    for (let at = turns * UNROLL; at < statement.count; at++) iteration(() => code.i32(0), at);
    for (const { slot, local } of sums) {
      this.base(body, MEMORY);
      code.get(local);
      this.store(body, slot);
    }
  }

  /** `a + b * x` with a and b constants and x in a local. */
  private linear(body: Body, a: number, b: number, x: number): void {
    this.constant(body, a);
    this.constant(body, b);
    body.code.get(x);
    this.operation(body, 'multiply');
    this.operation(body, 'add');
  }

  /** `(c0 + c1 x) + (c2 + c3 x) x2` */
  private cubic(body: Body, c: readonly number[], x: number, x2: number): void {
    const [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = c;
    this.linear(body, c0, c1, x);
    this.linear(body, c2, c3, x);
    body.code.get(x2);
    this.operation(body, 'multiply');
    this.operation(body, 'add');
  }

  /** The same operations in the same order as `exponential`; argument and result on the stack. */
  private exponential(body: Body): void {
    const { code } = body;
    const [r, k, r2, r4, half] = body.temporaries;
    const op = (operation: BinaryOperation): void => this.operation(body, operation);
    const number = (value: number): void => this.constant(body, value);
    const round = (): void => {
      number(ROUNDING_SHIFT);
      op('add');
      number(ROUNDING_SHIFT);
      op('subtract');
    };
    number(EXP_LOWEST);
    op('maximum');
    number(EXP_HIGHEST);
    op('minimum');
    code.tee(r);
    number(LOG2_OF_E);
    op('multiply');
    round();
    code.set(k);
    code.get(r).get(k);
    number(LN2_HIGH);
    op('multiply');
    op('subtract');
    code.get(k);
    number(LN2_LOW);
    op('multiply');
    op('subtract');
    code.tee(r).get(r);
    op('multiply');
    code.tee(r2).get(r2);
    op('multiply');
    code.set(r4);
    const [, , , , , , , , c8, c9] = EXP_COEFFICIENTS;
    code.get(r2);
    this.cubic(body, EXP_COEFFICIENTS.slice(0, 4), r, r2);
    this.cubic(body, EXP_COEFFICIENTS.slice(4, 8), r, r2);
    code.get(r4);
    op('multiply');
    op('add');
    this.linear(body, c8, c9, r);
    code.get(r4).get(r4);
    op('multiply');
    op('multiply');
    op('add');
    op('multiply');
    code.get(r);
    op('add');
    number(1);
    op('add');
    code.get(k);
    number(0.5);
    op('multiply');
    round();
    code.tee(half);
    this.powerOfTwo(body);
    op('multiply');
    code.get(k).get(half);
    op('subtract');
    this.powerOfTwo(body);
    op('multiply');
  }

  /** 2^n for a whole number n on the stack: its bits, shifted into the exponent. */
  private powerOfTwo(body: Body): void {
    const { code } = body;
    this.constant(body, ROUNDING_SHIFT);
    this.operation(body, 'add');
    if (this.lanes === 2) {
      code.i64(EXPONENT_BIAS).vector(VECTOR.i64x2Splat).vector(VECTOR.i64x2Add);
      code.i32(MANTISSA_BITS).vector(VECTOR.i64x2ShiftLeft);
    } else {
      code
        .op(OPCODE.i64FromF64Bits)
        .i64(EXPONENT_BIAS)
        .op(OPCODE.i64Add)
        .i64(MANTISSA_BITS)
        .op(OPCODE.i64ShiftLeft)
        .op(OPCODE.f64FromI64Bits);
    }
  }

  /** The same operations in the same order as `cosineOfTurns`. */
  private cosineOfTurns(body: Body): void {
    const { code } = body;
    const [s, z, z2, z4] = body.temporaries;
    const op = (operation: BinaryOperation | UnaryOperation): void => this.operation(body, operation);
    code.set(s);
    this.constant(body, 0.25);
    code.get(s).get(s);
    this.constant(body, ROUNDING_SHIFT);
    op('add');
    this.constant(body, ROUNDING_SHIFT);
    op('subtract');
    op('subtract');
    op('absolute');
    op('subtract');
    code.tee(s).get(s).get(s);
    op('multiply');
    code.tee(z).get(z);
    op('multiply');
    code.tee(z2).get(z2);
    op('multiply');
    code.set(z4);
    this.cubic(body, SINE_COEFFICIENTS.slice(0, 4), z, z2);
    this.cubic(body, SINE_COEFFICIENTS.slice(4, 8), z, z2);
    code.get(z4);
    op('multiply');
    op('add');
    this.constant(body, SINE_COEFFICIENTS[8]);
    code.get(z4).get(z4);
    op('multiply');
    op('multiply');
    op('add');
    op('multiply');
  }
}
