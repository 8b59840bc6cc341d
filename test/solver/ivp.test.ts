import { describe, expect, it } from 'vitest';
import { EMEP } from './ivp/emep.ts';
import type { IvpProblem } from './ivp/problem.ts';
import { runIvp } from './ivp/run.ts';
import { HIRES, OREGO, POLLU, RING, ROBER, VDPOL } from './ivp/small.ts';

const PROBLEMS: readonly IvpProblem[] = [HIRES, POLLU, OREGO, ROBER, VDPOL, RING, EMEP];

describe.each(PROBLEMS.map((problem) => [problem.name, problem] as const))('%s', (_, problem) => {
  it.each(['rodas4p', 'rodas5p', 'auto'] as const)('comes to the published end values by %s', (method) => {
    const coarse = runIvp(problem, method, 1e-5);
    expect(coarse.worstError).toBeLessThan(1e-4);
    const fine = runIvp(problem, method, 1e-7);
    expect(fine.worstError).toBeLessThan(1e-6);
    expect(fine.steps).toBeGreaterThan(coarse.steps);
  });
});

it('a stretch of 1e11 hours does not keep the first steps from being tried shorter', () => {
  // The shortest step used to be measured by the whole stretch: 3.5e-4 h here, longer than ROBER's first transient.
  expect(runIvp(ROBER, 'auto', 1e-8).worstError).toBeLessThan(1e-7);
});
