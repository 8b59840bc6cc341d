import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCumulative, truncatedNormal } from '../../src/calibrate/normal-distribution.ts';

describe('the normal distribution', () => {
  it('has its published values, into the tails', () => {
    // Abramowitz and Stegun, table 26.1; R: pnorm(-5), pnorm(-10), pnorm(-30).
    expect(normalCumulative(0)).toBe(0.5);
    expect(normalCumulative(1)).toBeCloseTo(0.8413447460685429, 14);
    expect(normalCumulative(1.959963984540054)).toBeCloseTo(0.975, 14);
    for (const [x, p] of [
      [-2.5, 6.209665325776132e-3],
      [-5, 2.866515718791939e-7],
      [-10, 7.619853024160527e-24],
      [-30, 4.906713927148187e-198],
    ] as const)
      expect(Math.abs(normalCumulative(x) / p - 1)).toBeLessThan(1e-11);
  });

  it('cut off at bounds goes there and back, rises, and stays inside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 2, noNaN: true }),
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        fc.double({ min: -4, max: 4, noNaN: true }),
        (low, width, u) => {
          const { inside, whole } = truncatedNormal(low, low + width);
          const z = inside(u);
          expect(z).toBeGreaterThanOrEqual(low);
          expect(z).toBeLessThanOrEqual(low + width);
          expect(inside(u + 0.1)).toBeGreaterThan(z);
          expect(Math.abs(whole(z) - u)).toBeLessThan(1e-5);
        },
      ),
    );
  });

  it('takes quantiles to quantiles', () => {
    // P(Z < 0 | -1 < Z < 2) = (0.5 - 0.158655) / (0.977250 - 0.158655) = 0.416990.
    const { whole, inside } = truncatedNormal(-1, 2);
    expect(normalCumulative(whole(0))).toBeCloseTo(0.41699, 5);
    expect(inside(100)).toBeLessThanOrEqual(2);
    expect(whole(5)).toBe(8);
  });
});
