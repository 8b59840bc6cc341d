import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { C_FLAGS, emitC } from '../../src/codegen/c.ts';
import { compileJavaScript } from '../../src/codegen/javascript.ts';
import { syntheticModel } from './systems.ts';

const compiler = ['gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0);
const directory = mkdtempSync(join(tmpdir(), 'zonula-c-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Reads states, parameters and inputs; writes derivatives, outputs, dense Jacobian, CSC values and three steps. */
const MAIN = `
#include <stdio.h>
#include <stdlib.h>
static number m[ZONULA_SLOTS] __attribute__((aligned(64)));
static double values[ZONULA_JACOBIAN_ENTRIES + 1];
static double dense[ZONULA_STATES * ZONULA_STATES];
static void put(const number *from, int count, FILE *file) {
  for (int i = 0; i < count; i++) { double x = lane_of(from[i], ZONULA_LANES - 1); fwrite(&x, 8, 1, file); }
}
static void get(number *to, int count, FILE *file) {
  for (int i = 0; i < count; i++) { double x; if (fread(&x, 8, 1, file) != 1) exit(3); to[i] = all(x); }
}
int main(int argc, char **argv) {
  (void)argc;
  FILE *in = fopen(argv[1], "rb"), *out = fopen(argv[2], "wb");
  if (!in || !out) return 2;
  get(m + ZONULA_AT_STATE, ZONULA_STATES, in);
  get(m + ZONULA_AT_PARAMETERS, ZONULA_PARAMETERS, in);
  get(m + ZONULA_AT_INPUTS, ZONULA_INPUTS, in);
  get(m + ZONULA_AT_SLOPES, ZONULA_INPUTS, in);
  for (int i = 0; i < ZONULA_STATES; i++) m[ZONULA_AT_ABSOLUTE_TOLERANCE + i] = all(1e-6);
  zonula_prepare(m);
  zonula_derivatives(m, 3.5, m + ZONULA_AT_STATE, m + ZONULA_AT_DERIVATIVE);
  zonula_outputs(m, 3.5, m + ZONULA_AT_STATE);
  zonula_jacobian(m, 3.5, m + ZONULA_AT_STATE);
  put(m + ZONULA_AT_DERIVATIVE, ZONULA_STATES, out);
  put(m + ZONULA_AT_OUTPUTS, ZONULA_OUTPUTS, out);
  put(m + ZONULA_AT_JACOBIAN, ZONULA_JACOBIAN_ENTRIES, out);
  double norm = zonula_tsit5_try(m, 1.0, 0.25, 1e-5); fwrite(&norm, 8, 1, out);
  put(m + ZONULA_AT_CANDIDATE, ZONULA_STATES, out);
  norm = zonula_wide5_try(m, 1.0, 0.25, 1e-5); fwrite(&norm, 8, 1, out);
  put(m + ZONULA_AT_CANDIDATE, ZONULA_STATES, out);
  norm = zonula_rodas4p_try(m, 1.0, 0.25, 1e-5); fwrite(&norm, 8, 1, out);
  put(m + ZONULA_AT_CANDIDATE, ZONULA_STATES, out);
  norm = zonula_rodas5p_try(m, 1.0, 0.25, 1e-5); fwrite(&norm, 8, 1, out);
  put(m + ZONULA_AT_CANDIDATE, ZONULA_STATES, out);
#if ZONULA_LANES == 1
  zonula_jacobian_csc(m, 3.5, m + ZONULA_AT_STATE, values);
  zonula_jacobian_dense(m, 3.5, m + ZONULA_AT_STATE, dense);
  for (int column = 0; column < ZONULA_STATES; column++)
    for (int i = zonula_column_pointers[column]; i < zonula_column_pointers[column + 1]; i++) {
      double *place = &dense[zonula_row_indices[i] + ZONULA_STATES * column];
      if (*place != values[i]) return 4;
      *place = 0.0;
    }
  for (int i = 0; i < ZONULA_STATES * ZONULA_STATES; i++) if (dense[i] != 0.0) return 5;
  long counts[2] = {0, 0};
  if (zonula_integrate(m, "tsit5", 0.0, 5.0, 0.01, 1e-6, counts) != 0 || counts[0] < 5) return 6;
#endif
  return fclose(out);
}
`;

describe.skipIf(!compiler)('generated C', () => {
  const system = syntheticModel(30, 8);
  const slopes = system.inputs.map((_, i) => (i % 2) * 0.02);

  const script = ((): number[] => {
    const kernel = compileJavaScript(system);
    kernel.state.set(system.states.map((state) => state.value));
    kernel.parameters.set(system.parameters.map((parameter) => parameter.value));
    kernel.inputs.set(system.inputs.map((input) => input.value));
    kernel.slopes.set(slopes);
    kernel.absoluteTolerance.fill(1e-6);
    kernel.prepare();
    kernel.derivatives(3.5);
    kernel.evaluateOutputs(3.5);
    const record = [...kernel.derivative, ...kernel.outputs, ...kernel.jacobian(3.5)];
    for (const method of ['tsit5', 'wide5', 'rodas4p', 'rodas5p'] as const)
      record.push(kernel.tryStep(method, 1, 0.25, 1e-5), ...kernel.candidate);
    return record;
  })();

  it.each([
    ['one person', []],
    ['four people in lockstep', ['-DZONULA_LANES=4', '-Wno-psabi']],
  ] as const)('gives the same bits as JavaScript for %s', (name, flags) => {
    const file = (suffix: string): string => join(directory, `${name.replaceAll(' ', '-')}${suffix}`);
    writeFileSync(file('.c'), `${emitC(system)}${MAIN}`);
    const point = [system.states, system.parameters, system.inputs].flatMap((list) =>
      list.map((quantity) => quantity.value),
    );
    writeFileSync(file('.in'), new Uint8Array(Float64Array.from([...point, ...slopes]).buffer));
    execFileSync(
      compiler as string,
      [
        ...C_FLAGS,
        '-Wall',
        '-Werror',
        '-Wno-unused-function',
        '-Wno-unused-variable',
        ...flags,
        file('.c'),
        '-o',
        file('.bin'),
        '-lm',
      ],
      { stdio: 'pipe' },
    );
    execFileSync(file('.bin'), [file('.in'), file('.out')]);
    const written = readFileSync(file('.out'));
    const values = [...new Float64Array(new Uint8Array(written).buffer)];
    expect(values).toEqual(script);
  });
});
