import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { freeParameters, priorDraws } from '../../src/calibrate/prior-ensemble.ts';
import { buildGut, createRunner } from '../../src/simulate/index.ts';
import { honestySchema, parseHonesty } from '../../src/validate/honesty-file.ts';
import { irrelevantExposure } from '../../src/validate/irrelevant-exposure.ts';
import { mostInfluential } from '../../src/validate/sensitivity.ts';
import { viableMembers } from '../../src/validate/viable-members.ts';

const gut = buildGut('core');
const runner = createRunner({ assembly: 'core' });

describe('what doubts the fit', () => {
  it('an exposure that the model knows nothing of moves nothing', { timeout: 120_000 }, async () => {
    const found = await irrelevantExposure(gut, runner);
    expect(found?.rows).toBeGreaterThan(5);
    expect(found?.largestChange).toBe(0);
  });

  it('draws whose colon cannot live are left out', { timeout: 120_000 }, async () => {
    const free = freeParameters(gut.withProbes().system.parameters);
    const found = await viableMembers(gut, free, 4, { runner, seed: 1 });
    expect(found).toHaveLength(4);
    expect([...found].sort((a, b) => a - b)).toEqual(found);
    // A gut in which two guilds cannot grow gives none, and does not go on for ever.
    const dead = freeParameters(
      gut
        .withProbes()
        .system.parameters.map((each) =>
          /^mu_.*_(bac|fir)$/.test(each.id) ? { ...each, value: 1e-6, range: [1e-7, 1e-5] as const } : each,
        ),
    );
    expect(Object.values(priorDraws(dead, 0, 1)).every(Number.isFinite)).toBe(true);
    expect(await viableMembers(gut, dead, 2, { runner, seed: 1 })).toEqual([]);
  });

  it('the parameters that correlate with the data are found first', () => {
    const prior = new Matrix([
      [1, 2, 3, 4, 5, 6],
      [3, -1, 2, 0, 1, -2],
      [0, 1, 0, 1, 0, 1],
    ]);
    const priorPredictions = new Matrix([[2, 4, 6, 8, 10, 12]]);
    expect(mostInfluential({ prior, priorPredictions }, ['a', 'b', 'c'], 1)).toEqual(['a']);
  });

  it('a broken file of checks is refused with its number', () => {
    expect(() => parseHonesty('{}', 'honesty.json')).toThrow(/Z7050/);
    expect(() => parseHonesty('{', 'honesty.json')).toThrow(/Z7050/);
    expect(honestySchema.safeParse({}).success).toBe(false);
  });
});
