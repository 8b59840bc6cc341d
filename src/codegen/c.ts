import type { EquationSystem } from '../language/system.ts';
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
import { SMALLEST_PIVOT } from './generated-kernel.ts';
import type { StepMethod } from './kernel.ts';
import { movingNodes } from './loop.ts';
import { buildProgram, EXPLICIT, type Program, ROSENBROCK, type Statement } from './program.ts';
import { type Keep, scheduleBlock } from './schedule.ts';

/** Compilers keep values in registers and on the stack by themselves; pieces only bound their work. */
const LIMITS = { pieceOperations: 4000, locals: 4000, localSpan: 4000 } as const;

/** Flags under which C gives the same bits as the other back ends (no fused multiply-add, no reordering). */
export const C_FLAGS: readonly string[] = ['-std=gnu11', '-O2', '-ffp-contract=off', '-fno-fast-math'];

export interface COptions {
  /** Step methods to generate; all by default. */
  readonly methods?: readonly StepMethod[];
}

/**
 * Translates a system into one self-contained C file (GNU C: vector extensions).
 *
 * Compile with `C_FLAGS`. With `-DZONULA_LANES=4 -mavx2` every number is four people in lockstep; the default is
 * one. Public names:
 * - `zonula_number`, `ZONULA_LANES`, `ZONULA_STATES`, `ZONULA_SLOTS`, `ZONULA_AT_...` (offset of each area in slots);
 * - `zonula_prepare(m)`, `zonula_derivatives(m, t, y, dydt)`, `zonula_outputs(m, t, y)`;
 * - `zonula_jacobian(m, t, y)`: entries into `m + ZONULA_AT_JACOBIAN` (sorted by row, then column), and for one lane
 *   `zonula_jacobian_csc(m, t, y, values)` with `zonula_column_pointers` and `zonula_row_indices`, and
 *   `zonula_jacobian_dense(m, t, y, columns)` (column-major);
 * - `zonula_<method>_try(m, t, h, rtol)`: error norm of one attempted step, and `zonula_integrate(m, method, t0, t1,
 *   first_step, rtol, counts)`: the native loop, with `counts` = accepted, rejected steps; returns 0 or 1 (step floor).
 *
 * `m` holds `ZONULA_SLOTS` numbers, aligned to their size.
 */
export function emitC(system: EquationSystem, options: COptions = {}): string {
  return new CWriter(
    system,
    buildProgram(system, options.methods ? { methods: options.methods } : {}),
  ).write();
}

class CWriter {
  private readonly system: EquationSystem;
  private readonly program: Program;
  private readonly graph: CodeGraph;
  private readonly functions: string[] = [];
  private scratchSlots = 0;

  constructor(system: EquationSystem, program: Program) {
    this.system = system;
    this.program = program;
    this.graph = program.graph;
  }

  write(): string {
    for (const routine of this.program.routines) {
      const signature = signatureOf(routine.argumentCount);
      const body = routine.statements.map((statement, i) =>
        this.statement(`${routine.name}_${i}`, routine.argumentCount, statement),
      );
      this.functions.push(`static void ${routine.name}(${signature}) {\n${body.join('\n')}\n}`);
    }
    return [this.header(), ...this.functions, this.interface()].join('\n\n').concat('\n');
  }

  private header(): string {
    const { system, program } = this;
    const areas = [...program.areas].map(
      ([name, { offset }]) =>
        `  ZONULA_AT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()} = ${offset},`,
    );
    return [
      '/* Generated from a model: do not edit. */',
      '#include <float.h>',
      '#include <math.h>',
      '#include <stddef.h>',
      '#include <string.h>',
      '#ifndef ZONULA_LANES',
      '#define ZONULA_LANES 1',
      '#endif',
      'enum {',
      `  ZONULA_STATES = ${system.states.length},`,
      `  ZONULA_PARAMETERS = ${system.parameters.length},`,
      `  ZONULA_INPUTS = ${system.inputs.length},`,
      `  ZONULA_OUTPUTS = ${system.outputs.length},`,
      `  ZONULA_JACOBIAN_ENTRIES = ${system.jacobian.length},`,
      ...areas,
      `  ZONULA_SLOTS = ${program.slots + this.scratchSlots}`,
      '};',
      RUNTIME,
    ].join('\n');
  }

  private statement(name: string, argumentCount: 0 | 1 | 2, statement: Statement): string {
    switch (statement.kind) {
      case 'call':
        return `  ${statement.routine}(${['m', ...statement.arguments.map((slot) => `m + ${slot}`)].join(', ')});`;
      case 'loop':
        return this.loop(statement);
      case 'block': {
        const schedule = scheduleBlock(this.graph, statement.stores, {
          ...LIMITS,
          scratch: this.program.slots,
        });
        this.scratchSlots = Math.max(this.scratchSlots, schedule.scratchSlots);
        return schedule.pieces
          .map((piece, p) => {
            const lines: string[] = [];
            for (let local = 0; local < piece.localCount; local++) lines.push(`  number t${local};`);
            for (const step of piece.steps) {
              const value = this.expression(step.node, piece.keep, true);
              const targets = [
                ...step.stores.map(({ region, slot }) => slotText(region, slot)),
                ...(step.local === undefined ? [] : [`t${step.local}`]),
              ];
              lines.push(`  ${targets.join(' = ')} = ${value};`);
            }
            this.functions.push(
              `static void ${name}_${p}(${signatureOf(argumentCount)}) {\n${lines.join('\n')}\n}`,
            );
            return `  ${name}_${p}(${['m', 'y', 'd'].slice(0, 1 + argumentCount).join(', ')});`;
          })
          .join('\n');
      }
    }
  }

  private loop(statement: Extract<Statement, { kind: 'loop' }>): string {
    const before: string[] = [];
    const invariants = new Map<CodeId, string>();
    const moving = movingNodes(
      this.graph,
      [...statement.stores, ...statement.sums].map(({ node }) => node),
    );
    const text = (id: CodeId): string => {
      const { operation, left, right } = this.graph.node(id);
      if (operation === 'element') return `${regionText(left as Region)}[${right} + i]`;
      if (!moving.has(id)) {
        let name = invariants.get(id);
        if (!name) {
          name = `c${invariants.size}`;
          invariants.set(id, name);
          before.push(`    const number ${name} = ${this.expression(id, new Map(), true)};`);
        }
        return name;
      }
      return operationText(
        operation,
        this.graph.operands(id).map((operand) => text(operand)),
      );
    };
    const body = [
      ...statement.stores.map(
        ({ region, slot, node }) => `      ${regionText(region)}[${slot} + i] = ${text(node)};`,
      ),
      ...statement.sums.map(({ node }, s) => `      s${s} = s${s} + ${text(node)};`),
    ];
    return [
      '  {',
      ...before,
      ...statement.sums.map((_, s) => `    number s${s} = all(0.0);`),
      `    for (int i = 0; i < ${statement.count}; i++) {`,
      ...body,
      '    }',
      ...statement.sums.map(({ slot }, s) => `    m[${slot}] = s${s};`),
      '  }',
    ].join('\n');
  }

  private expression(id: CodeId, keep: ReadonlyMap<CodeId, Keep>, root: boolean): string {
    if (!root) {
      const home = keep.get(id);
      if (home) return home.kind === 'local' ? `t${home.local}` : slotText(home.region, home.slot);
    }
    const { operation, left, right, value } = this.graph.node(id);
    if (operation === 'constant') return `all(${numberText(value)})`;
    if (operation === 'load') return slotText(left as Region, right);
    return operationText(
      operation,
      this.graph.operands(id).map((operand) => this.expression(operand, keep, false)),
    );
  }

  private interface(): string {
    const { jacobian, states } = this.system;
    const size = states.length;
    const byColumn = jacobian
      .map((entry, i) => ({ ...entry, i }))
      .sort((a, b) => a.column - b.column || a.row - b.row);
    const pointers = Array.from(
      { length: size + 1 },
      (_, column) => byColumn.filter((entry) => entry.column < column).length,
    );
    const list = (name: string, values: readonly number[]): string =>
      `const int ${name}[${Math.max(1, values.length)}] = {${values.length > 0 ? values.join(',') : '0'}};`;
    const steps = this.program.methods.map((method) => {
      const rosenbrock = ROSENBROCK[method] !== undefined;
      return `
double zonula_${method}_try(number *m, double t, double h, double rtol) {
  m[ZONULA_AT_TIME] = all(t);
  m[ZONULA_AT_STEP] = all(h);
  m[ZONULA_AT_RELATIVE_TOLERANCE] = all(rtol);
  ${rosenbrock ? 'linearise' : `${method}Begin`}(m);
  ${method}Step(m);
  return worst_norm(m, ${rosenbrock ? 1 : 0});
}`;
    });
    const cases = this.program.methods.map((method) => {
      const explicit = EXPLICIT[method];
      const order = explicit?.order ?? ROSENBROCK[method]?.order ?? 1;
      const begin = explicit ? `${method}Begin` : 'linearise';
      const keepLast = explicit
        ? `memcpy(m + ZONULA_AT_K1, m + ZONULA_AT_K${explicit.stages}, ZONULA_STATES * sizeof(number));`
        : 'fresh = 0;';
      return `
  if (strcmp(method, "${method}") == 0) {
    int fresh = 0;
    while (t < t1) {
      if (t + h > t1) h = t1 - t;
      if (!(h > floor_of(t))) return 1;
      m[ZONULA_AT_TIME] = all(t);
      m[ZONULA_AT_STEP] = all(h);
      if (!fresh) { ${begin}(m); fresh = 1; }
      ${method}Step(m);
      const double norm = worst_norm(m, ${explicit ? 0 : 1});
      if (norm <= 1.0) {
        memcpy(m + ZONULA_AT_STATE, m + ZONULA_AT_CANDIDATE, ZONULA_STATES * sizeof(number));
        t = t + h >= t1 ? t1 : t + h;
        ${keepLast}
        counts[0]++;
      } else counts[1]++;
      double factor = isnan(norm) ? 0.5 : 0.9 * pow(norm, -1.0 / ${order}.0);
      h *= factor > 5.0 ? 5.0 : factor < 0.2 ? 0.2 : factor;
    }
    return 0;
  }`;
    });
    return `
${list('zonula_column_pointers', pointers)}
${list(
  'zonula_row_indices',
  byColumn.map((entry) => entry.row),
)}
${list(
  'zonula_entry_of_csc',
  byColumn.map((entry) => entry.i),
)}
${list(
  'zonula_entry_row',
  jacobian.map((entry) => entry.row),
)}
${list(
  'zonula_entry_column',
  jacobian.map((entry) => entry.column),
)}

void zonula_prepare(number *m) { prepare(m); }
void zonula_derivatives(number *m, double t, const number *y, number *dydt) {
  m[ZONULA_AT_STAGE_TIME] = all(t);
  derivativesAt(m, y, dydt);
}
void zonula_outputs(number *m, double t, const number *y) {
  m[ZONULA_AT_STAGE_TIME] = all(t);
  outputsAt(m, y);
}
void zonula_jacobian(number *m, double t, const number *y) {
  m[ZONULA_AT_STAGE_TIME] = all(t);
  jacobianAt(m, y);
}
#if ZONULA_LANES == 1
void zonula_jacobian_csc(double *m, double t, const double *y, double *values) {
  zonula_jacobian(m, t, y);
  for (int i = 0; i < ZONULA_JACOBIAN_ENTRIES; i++) values[i] = m[ZONULA_AT_JACOBIAN + zonula_entry_of_csc[i]];
}
/* Column-major; entries outside the pattern are set to zero. */
void zonula_jacobian_dense(double *m, double t, const double *y, double *columns) {
  zonula_jacobian(m, t, y);
  memset(columns, 0, sizeof(double) * ZONULA_STATES * ZONULA_STATES);
  for (int i = 0; i < ZONULA_JACOBIAN_ENTRIES; i++)
    columns[zonula_entry_row[i] + (size_t)ZONULA_STATES * zonula_entry_column[i]] = m[ZONULA_AT_JACOBIAN + i];
}
#endif

static double worst_norm(const number *m, int rosenbrock) {
  double worst = 0.0;
  for (int lane = 0; lane < ZONULA_LANES; lane++) {
    const double norm = sqrt(lane_of(m[ZONULA_AT_ERROR_SQUARE], lane) / ZONULA_STATES);
    if (!isfinite(norm)) return NAN;
    if (rosenbrock && !(lane_of(m[ZONULA_AT_PIVOT_FLOOR], lane) >= ${SMALLEST_PIVOT})) return NAN;
    if (norm > worst) worst = norm;
  }
  return worst;
}
${steps.join('\n')}

static double floor_of(double t) { return 4.0 * DBL_EPSILON * fmax(1.0, fabs(t)); }

/* Inputs keep their ramps over the whole interval: call once per stretch between events. */
int zonula_integrate(number *m, const char *method, double t0, double t1, double first_step, double rtol,
                     long *counts) {
  double t = t0;
  double h = first_step;
  m[ZONULA_AT_RELATIVE_TOLERANCE] = all(rtol);
${cases.join('\n')}
  return 2;
}`.trim();
  }
}

function signatureOf(argumentCount: 0 | 1 | 2): string {
  return ['number *restrict m', 'const number *restrict y', 'number *restrict d']
    .slice(0, 1 + argumentCount)
    .join(', ');
}

function regionText(region: Region): string {
  return region === MEMORY ? 'm' : region === 1 ? 'y' : 'd';
}

function slotText(region: Region, slot: number): string {
  return `${regionText(region)}[${slot}]`;
}

/** The shortest decimal that reads back as the same double, as a C literal. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NAN';
  if (!Number.isFinite(value)) return value > 0 ? 'INFINITY' : '-INFINITY';
  if (Object.is(value, -0)) return '-0.0';
  const text = `${value}`;
  return /[.e]/.test(text) ? text : `${text}.0`;
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
      return `absolute(${a})`;
    case 'minimum':
      return `least(${a}, ${b})`;
    case 'maximum':
      return `greatest(${a}, ${b})`;
    case 'sqrt':
      return `root(${a})`;
    case 'exp':
      return `exponential(${a})`;
    case 'cosTurn':
      return `cosine_of_turns(${a})`;
    default:
      throw new RangeError(`operation ${operation} has no C form`);
  }
}

const [E0, E1, E2, E3, E4, E5, E6, E7, E8, E9] = EXP_COEFFICIENTS;
const [S0, S1, S2, S3, S4, S5, S6, S7, S8] = SINE_COEFFICIENTS;

/** The same operations in the same order as approximations.ts. */
const RUNTIME = `
#if ZONULA_LANES == 1
typedef double number;
static inline number all(double x) { return x; }
static inline double lane_of(number x, int lane) { (void)lane; return x; }
static inline number absolute(number x) { return fabs(x); }
static inline number least(number a, number b) { return b < a ? b : a; }
static inline number greatest(number a, number b) { return a < b ? b : a; }
static inline number root(number x) { return sqrt(x); }
static inline number power_of_two(number n) {
  const double shifted = n + ${ROUNDING_SHIFT}.0;
  unsigned long long bits;
  memcpy(&bits, &shifted, sizeof bits);
  bits = (bits + 1023u) << 52;
  double result;
  memcpy(&result, &bits, sizeof result);
  return result;
}
#else
typedef double number __attribute__((vector_size(8 * ZONULA_LANES)));
typedef long long lane_bits __attribute__((vector_size(8 * ZONULA_LANES)));
static inline number all(double x) { return x - (number){}; }
static inline double lane_of(number x, int lane) { return x[lane]; }
static inline number choose(lane_bits mask, number yes, number no) {
  return (number)(((lane_bits)yes & mask) | ((lane_bits)no & ~mask));
}
static inline number absolute(number x) { return (number)((lane_bits)x & 0x7fffffffffffffffLL); }
static inline number least(number a, number b) { return choose(b < a, b, a); }
static inline number greatest(number a, number b) { return choose(a < b, b, a); }
static inline number root(number x) {
  number result = x;
  for (int lane = 0; lane < ZONULA_LANES; lane++) result[lane] = sqrt(x[lane]);
  return result;
}
static inline number power_of_two(number n) {
  return (number)(((lane_bits)(n + ${ROUNDING_SHIFT}.0) + 1023) << 52);
}
#endif
typedef number zonula_number;

static inline number exponential(number x) {
  const number c = least(greatest(x, all(${EXP_LOWEST}.0)), all(${EXP_HIGHEST}.0));
  const number k = (c * ${LOG2_OF_E} + ${ROUNDING_SHIFT}.0) - ${ROUNDING_SHIFT}.0;
  const number r = (c - k * ${LN2_HIGH}) - k * ${LN2_LOW};
  const number r2 = r * r;
  const number r4 = r2 * r2;
  const number low = (${E0} + ${E1} * r) + (${E2} + ${E3} * r) * r2;
  const number middle = (${E4} + ${E5} * r) + (${E6} + ${E7} * r) * r2;
  const number q = (low + middle * r4) + (${E8} + ${E9} * r) * (r4 * r4);
  const number mantissa = (r2 * q + r) + 1.0;
  const number half = (k * 0.5 + ${ROUNDING_SHIFT}.0) - ${ROUNDING_SHIFT}.0;
  return (mantissa * power_of_two(half)) * power_of_two(k - half);
}

static inline number cosine_of_turns(number x) {
  const number r = x - ((x + ${ROUNDING_SHIFT}.0) - ${ROUNDING_SHIFT}.0);
  const number s = 0.25 - absolute(r);
  const number z = s * s;
  const number z2 = z * z;
  const number z4 = z2 * z2;
  const number low = (${S0} + ${S1} * z) + (${S2} + ${S3} * z) * z2;
  const number middle = (${S4} + ${S5} * z) + (${S6} + ${S7} * z) * z2;
  return s * ((low + middle * z4) + ${S8} * (z4 * z4));
}
`.trim();
