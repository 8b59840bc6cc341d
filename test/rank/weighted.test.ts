import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effectiveSampleSize,
  normalProbability,
  weightedQuantile,
  weightedShare,
  weightedVariance,
} from '../../src/rank/weighted.ts';
import { quantile } from '../../src/simulate/quantiles.ts';

describe('statistics over people who count more or less', () => {
  it('equal weights give the usual quantile (type 7)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (values, probability, weight) => {
          const sorted = [...values].sort((a, b) => a - b);
          const weights = values.map(() => weight);
          expect(weightedQuantile(values, weights, probability)).toBeCloseTo(
            quantile(sorted, probability),
            6,
          );
        },
      ),
    );
  });

  it('people without weight do not move it', () => {
    expect(weightedQuantile([1, 2, 3, 1000], [1, 1, 1, 0], 0.5)).toBeCloseTo(2, 0);
    expect(weightedShare([true, false, true], [1, 2, 1])).toBe(0.5);
    expect(weightedVariance([1, 3], [1, 1])).toBe(1);
  });

  it('Kish: n equal weights are worth n, one alone is worth one', () => {
    expect(effectiveSampleSize([2, 2, 2, 2])).toBeCloseTo(4, 12);
    expect(effectiveSampleSize([1, 0, 0])).toBe(1);
    expect(effectiveSampleSize([3, 1])).toBeCloseTo(16 / 10, 12);
  });

  it('the normal distribution function has its tabulated values', () => {
    expect(normalProbability(0)).toBeCloseTo(0.5, 9);
    expect(normalProbability(1.959964)).toBeCloseTo(0.975, 6);
    expect(normalProbability(-1.644854)).toBeCloseTo(0.05, 6);
  });
});
