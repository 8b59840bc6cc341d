import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/random/philox.ts';
import type { PlannedPoint } from '../../src/validate/plan.ts';
import { type PointValues, predictPoint, quantile } from '../../src/validate/study-statistic.ts';

const basePoint: PlannedPoint = {
  label: undefined,
  observed: 2,
  interval80: undefined,
  unit: 'x',
  contrast: 'ratio',
  scale: 'ratio',
  noEffect: 1,
  arm: 'a',
  measure: {
    unit: '%',
    tests: [],
    daily: [],
    fine: [],
    symptoms: false,
    endDay: 1,
    noise: undefined,
    read: () => undefined,
  },
  against: 'b',
  before: undefined,
  with: undefined,
  cutoff: undefined,
  people: { arm: 25, against: 25 },
};
const nothing = { before: undefined, against: undefined, againstBefore: undefined, with: undefined };
const random = { seed: 3, key: 'test' };
const parallel = { statistic: 'mean', design: 'parallel' } as const;
const crossover = { statistic: 'geometricMean', design: 'crossover' } as const;

/** Members x people of exp(N(mean, sd)). */
function lognormal(name: string, members: number, people: number, mean: number, sd: number): number[][] {
  const { normal } = randomStream(11, name);
  return Array.from({ length: members }, (_, m) =>
    Array.from({ length: people }, (_, p) => Math.exp(mean + sd * normal(m * people + p))),
  );
}

describe('the statistic of a study', () => {
  const values: PointValues = { ...nothing, value: [[2, 8]], against: [[1, 2]] };
  it('is the ratio of means, of medians, or the mean ratio of people', () => {
    const of = (statistic: 'mean' | 'median' | 'geometricMean') =>
      predictPoint(basePoint, values, { statistic, design: 'crossover' }, random)?.perMember[0];
    expect(of('mean')).toBeCloseTo(10 / 3);
    expect(of('median')).toBeCloseTo(5 / 1.5);
    expect(of('geometricMean')).toBeCloseTo(Math.sqrt(2 * 4));
  });

  it('of changes in two arms is the ratio (or difference) of changes', () => {
    const both: PointValues = {
      ...nothing,
      value: [[6]],
      before: [[2]],
      against: [[3]],
      againstBefore: [[2]],
    };
    const before = basePoint.measure;
    expect(predictPoint({ ...basePoint, before }, both, parallel, random)?.perMember[0]).toBeCloseTo(2);
    const difference = {
      ...basePoint,
      before,
      contrast: 'difference',
      scale: 'linear',
      noEffect: 0,
    } as const;
    expect(predictPoint(difference, both, parallel, random)?.perMember[0]).toBeCloseTo(3);
  });

  it('of a mere direction has one also where values are zero or negative', () => {
    const of = (value: number, against: number): number =>
      predictPoint(
        { ...basePoint, observedDirection: 1 },
        { ...nothing, value: [[value]], against: [[against]] },
        parallel,
        random,
      )?.p50 ?? 0;
    expect(of(2, -0.01)).toBeGreaterThan(1.02);
    expect(of(-0.5, 0.2)).toBeLessThan(0.98);
    expect(of(0, 0)).toBe(1);
  });

  it('leaves out people of whom one number is missing, and members without any', () => {
    const gaps: PointValues = {
      ...nothing,
      value: [
        [2, Number.NaN],
        [Number.NaN, Number.NaN],
      ],
      against: [
        [1, 1],
        [1, 1],
      ],
    };
    const prediction = predictPoint(basePoint, gaps, parallel, random);
    expect(prediction?.perMember).toEqual([2, Number.NaN]);
    expect(prediction?.p50).toBeCloseTo(2, 0);
    expect(predictPoint(basePoint, { ...gaps, value: [[Number.NaN]] }, parallel, random)).toBeUndefined();
  });
});

describe('the scatter of a study, against its closed form', () => {
  const eighty = 1.2815515655446004;
  const width = (prediction: { p10: number; p90: number } | undefined): number =>
    Math.log((prediction?.p90 ?? 0) / (prediction?.p10 ?? 1)) / (2 * eighty);

  it('people who differ by 0.5, 25 of them: 0.5 / 5, however many virtual people stand for them', () => {
    for (const people of [2, 10]) {
      const value = lognormal('value', 1500, people, Math.log(3), 0.5);
      const point = { ...basePoint, contrast: 'absolute', noEffect: undefined, against: undefined } as const;
      const prediction = predictPoint(
        point,
        { ...nothing, value },
        { ...crossover, design: 'single' },
        random,
      );
      const expected = people === 2 ? 0.5 / Math.sqrt(2) : 0.5 / Math.sqrt(10);
      // Fewer virtual people than the study had scatter more than the study: never less than its own.
      expect(width(prediction)).toBeGreaterThan(0.93 * Math.max(0.1, expected));
      expect(width(prediction)).toBeLessThan(1.07 * Math.max(0.1, expected));
    }
  });

  it('in a study smaller than the number of virtual people its own size counts', () => {
    const value = lognormal('small', 1500, 16, 0, 0.4);
    const point = {
      ...basePoint,
      contrast: 'absolute',
      noEffect: undefined,
      against: undefined,
      people: { arm: 4, against: undefined },
    } as const;
    const prediction = predictPoint(point, { ...nothing, value }, { ...crossover, design: 'single' }, random);
    expect(width(prediction) / (0.4 / 2)).toBeGreaterThan(0.93);
    expect(width(prediction) / (0.4 / 2)).toBeLessThan(1.07);
  });

  it('the assay scatters twice in a change, and the laboratory only in an absolute value', () => {
    const noise = { kind: 'multiplicative', withinPerson: 0.3, betweenLaboratories: 0.4 } as const;
    const measure = { ...basePoint.measure, noise };
    const flat = Array.from({ length: 800 }, () => [1]);
    const change = predictPoint(
      { ...basePoint, measure },
      { ...nothing, value: flat, against: flat },
      crossover,
      random,
    );
    expect(width(change)).toBeCloseTo(0.3 * Math.sqrt(2 / 25), 2);
    const absolute = {
      ...basePoint,
      measure,
      contrast: 'absolute',
      noEffect: undefined,
      against: undefined,
    } as const;
    const value = predictPoint(
      absolute,
      { ...nothing, value: flat },
      { ...crossover, design: 'single' },
      random,
    );
    expect(width(value)).toBeCloseTo(Math.sqrt(0.4 ** 2 + 0.3 ** 2 / 25), 1);
  });
});

describe('shares and correlations', () => {
  it('the share above a cut-off of people without assay noise is the share', () => {
    const point = {
      ...basePoint,
      contrast: 'absolute',
      noEffect: undefined,
      against: undefined,
      cutoff: { value: 2, side: 'above' },
    } as const;
    const values = { ...nothing, value: [[1, 3, 5, 0.5]] };
    expect(predictPoint(point, values, parallel, random)?.perMember[0]).toBe(0.5);
    const below = { ...point, cutoff: { value: 2, side: 'below' } } as const;
    expect(predictPoint(below, { ...nothing, value: [[1, 3, 5, 6]] }, parallel, random)?.perMember[0]).toBe(
      0.25,
    );
  });

  it('a correlation of 0.6 comes back; assay noise thins it as the reliability says', () => {
    const { normal } = randomStream(5, 'pairs');
    const x = Array.from({ length: 400 }, (_, m) => Array.from({ length: 8 }, (_, p) => normal(m * 8 + p)));
    const y = x.map((row, m) => row.map((value, p) => 0.6 * value + 0.8 * normal(10_000 + m * 8 + p)));
    const exp = (rows: number[][]): number[][] => rows.map((row) => row.map(Math.exp));
    const values = { ...nothing, value: exp(x), with: exp(y) };
    const point = {
      ...basePoint,
      contrast: 'absolute',
      scale: 'linear',
      noEffect: 0,
      against: undefined,
      with: basePoint.measure,
    } as const;
    expect(predictPoint(point, values, parallel, random)?.p50).toBeCloseTo(0.6, 1);
    const noise = { kind: 'multiplicative', withinPerson: 1, betweenLaboratories: 0 } as const;
    const noisy = { ...point, measure: { ...basePoint.measure, noise } };
    expect(predictPoint(noisy, values, parallel, random)?.p50).toBeCloseTo(0.6 / Math.SQRT2, 1);
  });

  it('quantiles of a short list are the usual ones', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
