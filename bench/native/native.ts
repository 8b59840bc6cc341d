import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { C_FLAGS, emitC } from '../../src/codegen/c.ts';
import type { EquationSystem } from '../../src/language/system.ts';
import { ZonulaError } from '../../src/problem/problem.ts';
import type { LaneSchedule } from '../../src/solver/contract.ts';
import { planBoundaries } from '../../src/solver/events.ts';
import { NATIVE_DRIVER } from './driver.ts';

export type NativeMethod = 'adams' | 'bdf-dense' | 'bdf-klu' | 'tsit5' | 'wide5' | 'rodas4p' | 'rodas5p';

export interface NativeRun {
  readonly milliseconds: number;
  readonly steps: number;
  readonly rejected: number;
  readonly evaluations: number;
  /** State that arrived at each boundary after the first, before its jumps: row after row. */
  readonly arrived: Float64Array;
}

export interface NativeLife {
  readonly start: ArrayLike<number>;
  readonly parameters: ArrayLike<number>;
  readonly absoluteTolerance: ArrayLike<number>;
  readonly schedule: LaneSchedule;
  readonly startHours: number;
  readonly endHours: number;
}

const HEADERS = ['/usr/include/cvode/cvode.h', '/usr/include/suitesparse/klu.h'];
const LIBRARIES = [
  '-lsundials_cvode',
  '-lsundials_nvecserial',
  '-lsundials_sunlinsoldense',
  '-lsundials_sunlinsolklu',
  '-lsundials_sunmatrixdense',
  '-lsundials_sunmatrixsparse',
  '-lsundials_sunnonlinsolfixedpoint',
];

/** True when a C compiler and CVODE are there. */
export function hasCvode(): boolean {
  return hasCompiler() && HEADERS.every((header) => existsSync(header));
}

export function hasCompiler(): boolean {
  return spawnSync('gcc', ['--version']).status === 0;
}

/**
 * Makes sure that gcc and CVODE are there, installing Debian's packages when running as root.
 *
 * @throws ZonulaError Z2060 telling how to install them
 */
export function requireCvode(): void {
  if (hasCvode()) return;
  if (process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', 'gcc', 'libc6-dev', 'libsundials-dev', 'libsuitesparse-dev'],
      {
        stdio: 'inherit',
      },
    );
  }
  if (!hasCvode())
    throw new ZonulaError({
      code: 'Z2060',
      severity: 'error',
      message: 'This comparison needs gcc and CVODE, and they are not here.',
      fix: 'Run as root: apt-get install gcc libsundials-dev libsuitesparse-dev.',
    });
}

/** A model compiled to a native program. */
export class NativeModel {
  private readonly directory = mkdtempSync(join(tmpdir(), 'zonula-native-'));
  private readonly system: EquationSystem;
  private readonly programs = new Map<string, string>();

  constructor(system: EquationSystem) {
    this.system = system;
    writeFileSync(join(this.directory, 'model.c'), `${emitC(system)}${NATIVE_DRIVER}`);
  }

  /** Runs one method over a life. `avx2`: four people in lockstep. */
  run(
    life: NativeLife,
    method: NativeMethod,
    relativeTolerance: number,
    options: { readonly avx2?: boolean; readonly repeats?: number; readonly toleranceFactor?: number } = {},
  ): NativeRun {
    const cvode = method === 'adams' || method.startsWith('bdf');
    const program = this.program(cvode ? 'cvode' : options.avx2 ? 'avx2' : 'scalar');
    const plan = join(this.directory, 'plan');
    const out = join(this.directory, 'out');
    writeFileSync(plan, new Uint8Array(this.plan(life).buffer));
    const text = execFileSync(program, [
      plan,
      out,
      method,
      `${relativeTolerance}`,
      `${options.toleranceFactor ?? 1}`,
      `${options.repeats ?? 1}`,
    ]).toString();
    const arrived = new Float64Array(new Uint8Array(readFileSync(out)).buffer);
    return { ...(JSON.parse(text) as Omit<NativeRun, 'arrived'>), arrived };
  }

  dispose(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private program(kind: 'cvode' | 'scalar' | 'avx2'): string {
    const known = this.programs.get(kind);
    if (known) return known;
    const path = join(this.directory, kind);
    execFileSync(
      'gcc',
      [
        ...C_FLAGS,
        ...(kind === 'cvode' ? ['-DWITH_CVODE', '-I/usr/include/suitesparse'] : []),
        ...(kind === 'avx2' ? ['-DZONULA_LANES=4', '-mavx2', '-Wno-psabi'] : []),
        join(this.directory, 'model.c'),
        '-o',
        path,
        ...(kind === 'cvode' ? LIBRARIES : []),
        '-lm',
      ],
      { stdio: 'pipe' },
    );
    this.programs.set(kind, path);
    return path;
  }

  private plan(life: NativeLife): Float64Array<ArrayBuffer> {
    const { system } = this;
    const [states, inputs] = [system.states.length, system.inputs.length];
    const boundaries = planBoundaries(
      [life.schedule],
      { stateCount: states, inputCount: inputs },
      life.startHours,
      life.endHours,
    );
    const row = 1 + 2 * inputs + states;
    const head = 1 + 2 * states + system.parameters.length;
    const plan = new Float64Array(head + boundaries.length * row);
    plan[0] = boundaries.length;
    plan.set(Array.from(life.start), 1);
    plan.set(Array.from(life.parameters), 1 + states);
    plan.set(Array.from(life.absoluteTolerance), 1 + states + system.parameters.length);
    const lines = Array.from({ length: inputs }, () => ({ value: 0, slope: 0, fromHours: 0 }));
    boundaries.forEach(({ timeHours, changes, jumps }, b) => {
      const at = head + b * row;
      plan[at] = timeHours;
      for (const { input, ...line } of changes) lines[input] = line;
      lines.forEach(({ value, slope, fromHours }, i) => {
        plan[at + 1 + i] = value + slope * (timeHours - fromHours);
        plan[at + 1 + inputs + i] = slope;
      });
      for (const { state, amount } of jumps) {
        const place = at + 1 + 2 * inputs + state;
        plan[place] = (plan[place] as number) + amount;
      }
    });
    return plan;
  }
}
