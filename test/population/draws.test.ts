import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPrior, isUncertain, type PriorParameter, priorScale } from '../../src/simulate/priors.ts';
import { personalValue } from '../../src/simulate/variation.ts';

const parameter = (change: Partial<PriorParameter> = {}): PriorParameter => ({
  id: 'k',
  value: 2,
  range: [1, 4],
  grade: 'assumed',
  ...change,
});
const correlation = (x: number[], y: number[]): number => {
  const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (f: (i: number) => number) => x.reduce((total, _, i) => total + f(i), 0);
  const dx = (i: number) => (x[i] as number) - mx;
  const dy = (i: number) => (y[i] as number) - my;
  return sum((i) => dx(i) * dy(i)) / Math.sqrt(sum((i) => dx(i) ** 2) * sum((i) => dy(i) ** 2));
};
const many = Array.from({ length: 4000 }, (_, i) => i);
const logs = (id: string, value = 1): number[] =>
  many.map((person) => Math.log(personalValue(id, value, 7, person)));
const sd = (v: number[]): number => {
  const mean = v.reduce((a, b) => a + b, 0) / v.length;
  return Math.sqrt(v.reduce((a, b) => a + (b - mean) ** 2, 0) / v.length);
};

describe('uncertainty about shared values', () => {
  it('is lognormal or normal where the default is that middle of its range', () => {
    const geometric = priorScale(parameter());
    const arithmetic = priorScale(parameter({ value: 0.5, range: [-1, 2] }));
    for (const z of [-1.5, -0.3, 0, 0.7, 1.6]) {
      expect(geometric.valueAt(z)).toBeCloseTo(2 * Math.exp((z * Math.log(2)) / 1.645), 12);
      expect(arithmetic.valueAt(z)).toBeCloseTo(0.5 + (1.5 * z) / 1.645, 12);
    }
  });

  it('has the ends of the range as its 5 and 95 % points and the default as its median, for any of them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -10, max: 10, noNaN: true }),
        fc.double({ min: 1e-3, max: 10, noNaN: true }),
        fc.double({ min: 1e-3, max: 10, noNaN: true }),
        fc.double({ min: -1.645, max: 1.645, noNaN: true }),
        (value, below, above, z) => {
          const { valueAt, deviationsOf } = priorScale(
            parameter({ value, range: [value - below, value + above] }),
          );
          expect(valueAt(0)).toBe(value);
          expect(valueAt(-1.645)).toBeCloseTo(value - below, 9);
          expect(valueAt(1.645)).toBeCloseTo(value + above, 9);
          expect(deviationsOf(valueAt(z))).toBeCloseTo(z, 6);
        },
      ),
    );
  });

  it('keeps a default at the end of its range for half of the draws', () => {
    const atEnd = parameter({ value: 0, range: [0, 0.05] });
    const draws = many.map((member) => drawPrior(atEnd, 5, member));
    const share = draws.filter((value) => value === 0).length / draws.length;
    expect(share).toBeGreaterThan(0.47);
    expect(share).toBeLessThan(0.53);
    expect(Math.min(...draws)).toBe(0);
  });

  it('stays inside the range, for any range and member', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 10, noNaN: true }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        fc.nat(1000),
        (value, below, above, member) => {
          const range: [number, number] = [value / below, value * above];
          const drawn = drawPrior(parameter({ value, range }), 3, member);
          expect(drawn).toBeGreaterThanOrEqual(range[0]);
          expect(drawn).toBeLessThanOrEqual(range[1]);
        },
      ),
    );
  });

  it('has its median at the default and moves with the member only', () => {
    const draws = many.map((member) => drawPrior(parameter(), 11, member)).sort((a, b) => a - b);
    expect(draws[2000]).toBeGreaterThan(1.95);
    expect(draws[2000]).toBeLessThan(2.05);
    // A default far from every middle of its range.
    const skewed = parameter({ value: 0.03, range: [0, 1] });
    const below = many.filter((member) => drawPrior(skewed, 11, member) < 0.03).length;
    expect(below / many.length).toBeGreaterThan(0.47);
    expect(below / many.length).toBeLessThan(0.53);
    expect(drawPrior(parameter(), 11, 5)).toBe(drawPrior(parameter(), 11, 5));
  });

  it.each(['switch', 'chemistry', 'numerical'] as const)('does not draw %s values', (grade) => {
    expect(isUncertain(parameter({ grade }))).toBe(false);
    expect(drawPrior(parameter({ grade }), 1, 1)).toBe(2);
  });
});

describe('variation between people', () => {
  it('has the published spreads', () => {
    expect(sd(logs('p_sb_lactulose'))).toBeCloseTo(0.28, 1);
    expect(sd(logs('CRP0'))).toBeCloseTo(0.8, 1);
    expect(sd(logs('k_sb'))).toBeCloseTo(0.2, 1);
  });

  it('has the stated correlations', () => {
    expect(correlation(logs('p_sb_lactulose'), logs('p_co_edta'))).toBeCloseTo(1, 6);
    expect(correlation(logs('p_sb_mannitol'), logs('p_sb_rhamnose'))).toBeCloseTo(0.8, 1);
    expect(correlation(logs('mu_fib_bac'), logs('mu_oli_bac'))).toBeCloseTo(1, 6);
    expect(correlation(logs('mu_fib_bac'), logs('mu_fib_fir'))).toBeCloseTo(0.5, 1);
    expect(correlation(logs('I0'), logs('CRP0'))).toBeCloseTo(0.6, 1);
    expect(correlation(logs('a_ns'), logs('inj_ns'))).toBeCloseTo(0.5, 1);
    expect(Math.abs(correlation(logs('T0'), logs('k_sb')))).toBeLessThan(0.06);
  });

  it('keeps shares between 0 and 1, leaves unlisted parameters and zeros alone', () => {
    for (const person of many.slice(0, 500)) {
      const e0 = personalValue('E0', 0.9, 1, person);
      expect(e0 > 0 && e0 < 1).toBe(true);
    }
    expect(personalValue('hexg', 6.17, 1, 3)).toBe(6.17);
    expect(personalValue('g_cel', 0, 1, 3)).toBe(0);
  });
});
