/** Writes the WebAssembly binary format (core specification 2.0, section 5): only what generated kernels need. */

/** One-byte instructions. */
export const OPCODE = {
  loop: 0x03,
  end: 0x0b,
  branchIf: 0x0d,
  call: 0x10,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  f64Load: 0x2b,
  f64Store: 0x39,
  i32Const: 0x41,
  i64Const: 0x42,
  f64Const: 0x44,
  i32LessUnsigned: 0x49,
  i32Add: 0x6a,
  i64Add: 0x7c,
  i64ShiftLeft: 0x86,
  f64Absolute: 0x99,
  f64Negate: 0x9a,
  f64Sqrt: 0x9f,
  f64Add: 0xa0,
  f64Subtract: 0xa1,
  f64Multiply: 0xa2,
  f64Divide: 0xa3,
  f64Minimum: 0xa4,
  f64Maximum: 0xa5,
  i64FromF64Bits: 0xbd,
  f64FromI64Bits: 0xbf,
} as const;

/** Instructions behind the vector prefix. */
export const VECTOR = {
  load: 0,
  store: 11,
  i64x2Splat: 18,
  f64x2Splat: 20,
  i64x2ShiftLeft: 203,
  i64x2Add: 206,
  f64x2Absolute: 236,
  f64x2Negate: 237,
  f64x2Sqrt: 239,
  f64x2Add: 240,
  f64x2Subtract: 241,
  f64x2Multiply: 242,
  f64x2Divide: 243,
  f64x2PseudoMinimum: 246,
  f64x2PseudoMaximum: 247,
} as const;

export const VALUE_TYPE = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = 'i32' | 'f64' | 'v128';

const VECTOR_PREFIX = 0xfd;
const EMPTY_BLOCK = 0x40;

/** A growing run of bytes with the format's integers. */
export class ByteWriter {
  private buffer = new Uint8Array(1024);
  private used = 0;

  get length(): number {
    return this.used;
  }

  private room(extra: number): void {
    if (this.used + extra <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.used + extra));
    larger.set(this.buffer.subarray(0, this.used));
    this.buffer = larger;
  }

  byte(value: number): this {
    this.room(1);
    this.buffer[this.used++] = value;
    return this;
  }

  bytes(values: ArrayLike<number>): this {
    this.room(values.length);
    this.buffer.set(values, this.used);
    this.used += values.length;
    return this;
  }

  /** Unsigned LEB128. */
  unsigned(value: number): this {
    let rest = value;
    do {
      const low = rest % 128;
      rest = Math.floor(rest / 128);
      this.byte(rest > 0 ? low | 0x80 : low);
    } while (rest > 0);
    return this;
  }

  /** Signed LEB128 of a 32-bit integer. */
  signed(value: number): this {
    let rest = value | 0;
    for (;;) {
      const low = rest & 0x7f;
      rest >>= 7;
      if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return this.byte(low);
      this.byte(low | 0x80);
    }
  }

  double(value: number): this {
    this.room(8);
    new DataView(this.buffer.buffer).setFloat64(this.used, value, true);
    this.used += 8;
    return this;
  }

  name(text: string): this {
    const encoded = new TextEncoder().encode(text);
    return this.unsigned(encoded.length).bytes(encoded);
  }

  /** Length, then the content. */
  sized(content: ByteWriter): this {
    return this.unsigned(content.length).bytes(content.result());
  }

  result(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.used);
  }
}

/** The body of one function; parameters are 32-bit addresses, results none. */
export class FunctionWriter {
  private readonly code = new ByteWriter();
  private readonly locals: ValueType[] = [];
  readonly parameterCount: number;

  constructor(parameterCount: number) {
    this.parameterCount = parameterCount;
  }

  newLocal(type: ValueType): number {
    this.locals.push(type);
    return this.parameterCount + this.locals.length - 1;
  }

  op(code: number): this {
    this.code.byte(code);
    return this;
  }
  vector(code: number): this {
    this.code.byte(VECTOR_PREFIX).unsigned(code);
    return this;
  }
  get(local: number): this {
    this.code.byte(OPCODE.localGet).unsigned(local);
    return this;
  }
  set(local: number): this {
    this.code.byte(OPCODE.localSet).unsigned(local);
    return this;
  }
  tee(local: number): this {
    this.code.byte(OPCODE.localTee).unsigned(local);
    return this;
  }
  i32(value: number): this {
    this.code.byte(OPCODE.i32Const).signed(value);
    return this;
  }
  i64(value: number): this {
    this.code.byte(OPCODE.i64Const).signed(value);
    return this;
  }
  f64(value: number): this {
    this.code.byte(OPCODE.f64Const).double(value);
    return this;
  }
  call(index: number): this {
    this.code.byte(OPCODE.call).unsigned(index);
    return this;
  }
  loop(): this {
    this.code.byte(OPCODE.loop).byte(EMPTY_BLOCK);
    return this;
  }
  branchIf(depth: number): this {
    this.code.byte(OPCODE.branchIf).unsigned(depth);
    return this;
  }
  end(): this {
    return this.op(OPCODE.end);
  }
  /** Natural alignment (8 or 16 bytes) and a constant offset. */
  loadScalar(offset: number): this {
    this.code.byte(OPCODE.f64Load).unsigned(3).unsigned(offset);
    return this;
  }
  storeScalar(offset: number): this {
    this.code.byte(OPCODE.f64Store).unsigned(3).unsigned(offset);
    return this;
  }
  loadVector(offset: number): this {
    this.vector(VECTOR.load);
    this.code.unsigned(4).unsigned(offset);
    return this;
  }
  storeVector(offset: number): this {
    this.vector(VECTOR.store);
    this.code.unsigned(4).unsigned(offset);
    return this;
  }

  /** Local declarations, code and the closing end. */
  body(): ByteWriter {
    const result = new ByteWriter();
    const runs: { type: ValueType; count: number }[] = [];
    for (const type of this.locals) {
      const last = runs.at(-1);
      if (last?.type === type) last.count++;
      else runs.push({ type, count: 1 });
    }
    result.unsigned(runs.length);
    for (const { type, count } of runs) result.unsigned(count).byte(VALUE_TYPE[type]);
    return result.bytes(this.code.result()).byte(OPCODE.end);
  }
}

const PAGE = 65536;

/** A module with one exported memory, functions of 0-2 addresses, and custom sections. */
export class ModuleWriter {
  private readonly functions: FunctionWriter[] = [];
  private readonly exports: { name: string; index: number }[] = [];
  private readonly custom: { name: string; bytes: Uint8Array }[] = [];

  /** @returns the function's index */
  addFunction(writer: FunctionWriter): number {
    this.functions.push(writer);
    return this.functions.length - 1;
  }
  exportFunction(name: string, index: number): void {
    this.exports.push({ name, index });
  }
  addCustom(name: string, bytes: Uint8Array): void {
    this.custom.push({ name, bytes });
  }

  /** @param memoryBytes memory needed; it cannot grow, so that views of it stay valid */
  write(memoryBytes: number): Uint8Array<ArrayBuffer> {
    const out = new ByteWriter();
    out.bytes([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
    const section = (id: number, content: ByteWriter): void => {
      out.byte(id).sized(content);
    };

    const types = new ByteWriter().unsigned(3);
    for (let count = 0; count <= 2; count++) {
      types.byte(0x60).unsigned(count);
      for (let i = 0; i < count; i++) types.byte(VALUE_TYPE.i32);
      types.unsigned(0);
    }
    section(1, types);

    const declared = new ByteWriter().unsigned(this.functions.length);
    for (const { parameterCount } of this.functions) declared.unsigned(parameterCount);
    section(3, declared);

    const pages = Math.max(1, Math.ceil(memoryBytes / PAGE));
    section(5, new ByteWriter().unsigned(1).byte(0x01).unsigned(pages).unsigned(pages));

    const exported = new ByteWriter().unsigned(this.exports.length + 1);
    exported.name('memory').byte(0x02).unsigned(0);
    for (const { name, index } of this.exports) exported.name(name).byte(0x00).unsigned(index);
    section(7, exported);

    const bodies = new ByteWriter().unsigned(this.functions.length);
    for (const writer of this.functions) bodies.sized(writer.body());
    section(10, bodies);

    for (const { name, bytes } of this.custom) section(0, new ByteWriter().name(name).bytes(bytes));
    return out.result();
  }
}
