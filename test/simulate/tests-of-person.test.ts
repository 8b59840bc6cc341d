import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/random/philox.ts';
import { rejectedBecause } from '../../src/simulate/rejection.ts';
import { visitsOf, withNoise } from '../../src/simulate/tests-of-person.ts';

describe('visits', () => {
  it('serve every test of one moment with one copy, a load with its own', () => {
    const visits = visitsOf(
      [
        { test: 'two_sugar', day: 3, atHours: 8 },
        { test: 'crp', day: 3, atHours: 8 },
        { test: 'breath_hydrogen', day: 3, atHours: 8 },
        { test: 'two_sugar', day: 9, atHours: 8 },
        { test: 'stool_ph', day: 9, atHours: 8 },
      ],
      0,
    );
    expect(visits.map(({ tests }) => tests.map(({ id }) => id))).toEqual([
      ['two_sugar', 'crp'],
      ['breath_hydrogen'],
      ['two_sugar'],
    ]);
    // From the evening before, and never before the run begins.
    expect(visits[0]).toMatchObject({ branchHours: 48, fastFromHours: 68, atHours: 80 });
    expect(visitsOf([{ test: 'crp', day: 0, atHours: 8 }], 0)[0]).toMatchObject({ branchHours: 0 });
  });
});

describe('noise of a laboratory', () => {
  const normal = (i: number): number => randomStream(5, 'noise').normal(i);
  it('keeps the median and has the stated coefficient of variation', () => {
    const noise = { kind: 'multiplicative', withinPerson: 0.35, betweenLaboratories: 0 } as const;
    const values = Array.from({ length: 20_000 }, (_, i) => withNoise(2, noise, normal(i), 0));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(spread / mean).toBeCloseTo(0.35, 1);
    expect([...values].sort((a, b) => a - b)[10_000]).toBeCloseTo(2, 1);
  });

  it('of one laboratory cancels in the ratio of two of its results', () => {
    const noise = { kind: 'multiplicative', withinPerson: 0, betweenLaboratories: 1.2 } as const;
    expect(withNoise(3, noise, 0.4, 1.7) / withNoise(2, noise, -0.4, 1.7)).toBeCloseTo(1.5, 12);
    const additive = { kind: 'additive', withinPerson: 0.3, betweenLaboratories: 0.2 } as const;
    expect(withNoise(6.4, additive, 1, -1)).toBeCloseTo(6.5, 12);
  });
});

describe('people who cannot live', () => {
  it.each([
    [{ dc_ph: 5.4, share_bac: 0.4, share_fir: 0.4 }, /pH 5.40/],
    [{ dc_ph: 6, share_bac: 0.04, share_fir: 0.4 }, /BAC 4.0 %/],
    [{ dc_ph: 6, share_bac: 0.4, share_fir: 0.01 }, /FIR 1.0 %/],
    [{ dc_ph: Number.NaN, share_bac: 0.4, share_fir: 0.4 }, /pH/],
  ])('%j', (means: Record<string, number>, reason) => {
    expect(rejectedBecause((id) => means[id])).toMatch(reason);
  });

  it('are not those who can, nor those of a model without a colon', () => {
    expect(rejectedBecause((id) => ({ dc_ph: 5.6, share_bac: 0.06, share_fir: 0.06 })[id])).toBeUndefined();
    expect(rejectedBecause(() => undefined)).toBeUndefined();
  });
});
