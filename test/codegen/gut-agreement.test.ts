import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { fullModel } from '../../bench/native/gut-run.ts';
import { hasCompiler } from '../../bench/native/native.ts';
import { C_FLAGS, emitC } from '../../src/codegen/c.ts';
import type { Kernel } from '../../src/codegen/kernel.ts';
import { interpret } from '../../src/language/interpret.ts';
import { compileSystem } from '../../src/solver/compile.ts';
import { testNumbers } from './systems.ts';

const system = fullModel();
const kernels = {
  javascript: compileSystem(system, { lanes: 1, backEnd: 'javascript' }),
  wasm: compileSystem(system, { lanes: 1, backEnd: 'wasm' }),
  simd: compileSystem(system, { lanes: 2, backEnd: 'wasm' }),
};
const directory = mkdtempSync(join(tmpdir(), 'zonula-agreement-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Point {
  readonly states: readonly number[];
  readonly parameters: readonly number[];
  readonly inputs: readonly number[];
  readonly slopes: readonly number[];
  readonly timeHours: number;
}

const within = ([low, high]: readonly [number, number], u: number): number =>
  low > 0 ? low * (high / low) ** u : low + (high - low) * u;

/** A point anywhere that states, parameters and inputs may be, from a number that fast-check can shrink. */
function pointOf(seed: number): Point {
  const draw = testNumbers(seed);
  const anywhere = (list: readonly { readonly range: readonly [number, number] }[]): number[] =>
    list.map(({ range }) => within(range, draw()));
  return {
    states: anywhere(system.states),
    parameters: anywhere(system.parameters),
    inputs: anywhere(system.inputs),
    slopes: system.inputs.map(() => 2 * draw() - 1),
    timeHours: 10_000 * draw() - 1000,
  };
}
const point: fc.Arbitrary<Point> = fc.integer({ min: 0, max: 2 ** 31 }).map(pointOf);

/** Derivatives, outputs and Jacobian of one lane at a point; the ramps are read half an hour after they began. */
function evaluate(kernel: Kernel, at: Point, lane: number): number[] {
  const { lanes } = kernel;
  const put = (target: Float64Array, values: readonly number[]): void => {
    values.forEach((value, i) => {
      target[i * lanes + lane] = value;
    });
  };
  put(kernel.state, at.states);
  put(kernel.parameters, at.parameters);
  put(kernel.inputs, at.inputs);
  put(kernel.slopes, at.slopes);
  kernel.inputTime[0] = at.timeHours - 0.5;
  kernel.prepare();
  kernel.derivatives(at.timeHours);
  kernel.evaluateOutputs(at.timeHours);
  const own = (values: Float64Array): number[] => [...values.filter((_, i) => i % lanes === lane)];
  return [...own(kernel.derivative), ...own(kernel.outputs), ...own(kernel.jacobian(at.timeHours))];
}

const bits = (values: readonly number[]): string =>
  Buffer.from(new Uint8Array(Float64Array.from(values).buffer)).toString('base64');

describe('back ends on the full gut model, anywhere in its ranges', () => {
  it('agree with the interpreter, and among themselves to the bit', { timeout: 240_000 }, () => {
    const nodes = [
      ...system.derivatives,
      ...system.outputs.map(({ node }) => node),
      ...system.jacobian.map(({ node }) => node),
    ];
    fc.assert(
      fc.property(point, point, (one, other) => {
        const script = evaluate(kernels.javascript, one, 0);
        expect(bits(evaluate(kernels.wasm, one, 0))).toBe(bits(script));
        // Whoever else is on board changes nothing.
        evaluate(kernels.simd, other, 1);
        expect(bits(evaluate(kernels.simd, one, 0))).toBe(bits(script));
        evaluate(kernels.simd, other, 0);
        expect(bits(evaluate(kernels.simd, one, 1))).toBe(bits(script));
        const slow = interpret(system, nodes, {
          ...one,
          inputs: one.inputs.map((value, i) => value + 0.5 * (one.slopes[i] as number)),
        });
        let worst = 0;
        slow.forEach((value, i) => {
          // Sums of large terms that cancel differ by rounding of the terms.
          const mine = script[i] as number;
          if (Object.is(mine, value)) return;
          const gap = Math.abs(mine - value) / (Math.abs(value) + 1e-3 + sizes(i));
          if (!(gap <= worst)) worst = gap;
        });
        expect(worst).toBeLessThan(1e-9);
      }),
      { numRuns: 25 },
    );
  });

  it.skipIf(!hasCompiler())('give the same bits in C', { timeout: 240_000 }, () => {
    const points = Array.from({ length: 10 }, (_, i) => pointOf(1000 + i));
    const path = (name: string): string => join(directory, name);
    writeFileSync(path('model.c'), `${emitC(system, { methods: [] })}${DRIVER}`);
    const numbers = points.flatMap((each) => [
      each.timeHours,
      ...each.states,
      ...each.parameters,
      ...each.inputs,
      ...each.slopes,
    ]);
    writeFileSync(path('in'), new Uint8Array(Float64Array.from(numbers).buffer));
    execFileSync('gcc', [...C_FLAGS, '-O1', path('model.c'), '-o', path('program'), '-lm'], {
      stdio: 'pipe',
    });
    execFileSync(path('program'), [path('in'), path('out'), `${points.length}`]);
    const values = [...new Float64Array(new Uint8Array(readFileSync(path('out'))).buffer)];
    const script = points.flatMap((each) => evaluate(kernels.javascript, each, 0));
    expect(values.length).toBe(script.length);
    expect(bits(values)).toBe(bits(script));
  });
});

/** Healthy size of what stands at a place of the record, so far as it is a derivative. */
function sizes(place: number): number {
  return place < system.states.length ? 1e6 * (system.states[place]?.absoluteTolerance ?? 0) : 0;
}

const DRIVER = `
#include <stdio.h>
static number m[ZONULA_SLOTS] __attribute__((aligned(64)));
static int get(double *to, int count, FILE *file) { return fread(to, 8, count, file) != (size_t)count; }
int main(int argc, char **argv) {
  if (argc < 4) return 1;
  FILE *in = fopen(argv[1], "rb"), *out = fopen(argv[2], "wb");
  int count = 0;
  sscanf(argv[3], "%d", &count);
  if (!in || !out) return 2;
  for (int i = 0; i < count; i++) {
    double t;
    if (get(&t, 1, in) || get(m + ZONULA_AT_STATE, ZONULA_STATES, in) ||
        get(m + ZONULA_AT_PARAMETERS, ZONULA_PARAMETERS, in) || get(m + ZONULA_AT_INPUTS, ZONULA_INPUTS, in) ||
        get(m + ZONULA_AT_SLOPES, ZONULA_INPUTS, in)) return 3;
    m[ZONULA_AT_INPUT_TIME] = t - 0.5;
    zonula_prepare(m);
    zonula_derivatives(m, t, m + ZONULA_AT_STATE, m + ZONULA_AT_DERIVATIVE);
    zonula_outputs(m, t, m + ZONULA_AT_STATE);
    zonula_jacobian(m, t, m + ZONULA_AT_STATE);
    fwrite(m + ZONULA_AT_DERIVATIVE, 8, ZONULA_STATES, out);
    fwrite(m + ZONULA_AT_OUTPUTS, 8, ZONULA_OUTPUTS, out);
    fwrite(m + ZONULA_AT_JACOBIAN, 8, ZONULA_JACOBIAN_ENTRIES, out);
  }
  return fclose(out);
}
`;
