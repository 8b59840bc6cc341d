import { describe, expect, it } from 'vitest';
import {
  directionOf,
  foldError,
  interval80,
  type ScoredRow,
  scoreRow,
  summarize,
  withoutEffect,
} from '../../src/validate/score.ts';

const row = (observed: number, predicted: number, change: Partial<ScoredRow> = {}): ScoredRow => ({
  id: `r${observed}-${predicted}`,
  study: 's1',
  group: 'g',
  role: 'calibrate',
  class: 'scored',
  kind: 'fold',
  points: [
    {
      observed,
      predicted,
      scale: 'ratio',
      noEffect: 1,
      prediction: { p10: predicted * 0.8, p50: predicted, p90: predicted * 1.25 },
      observation: { value: observed, interval80: [observed * 0.9, observed * 1.1] },
    },
  ],
  ...change,
});

describe('scoring of rows', () => {
  it('reads direction with a dead zone of 2 %', () => {
    expect(directionOf(1.5, 1, 'ratio')).toBe(1);
    expect(directionOf(0.5, 1, 'ratio')).toBe(-1);
    expect(directionOf(1.015, 1, 'ratio')).toBe(0);
    expect(directionOf(-0.3, 0, 'linear')).toBe(-1);
  });

  it('measures fold errors symmetrically and refuses ratios of nonsense', () => {
    expect(foldError(2, 1)).toBeCloseTo(2, 12);
    expect(foldError(1, 2)).toBeCloseTo(2, 12);
    expect(foldError(-1, 2)).toBeUndefined();
  });

  it.each([
    [row(2, 2.2), 'good'],
    [row(2, 1.1), 'within-2-fold'],
    [row(6, 2), 'wrong-size'],
    [row(2, 0.8), 'wrong-direction'],
    [row(1, 1.1, { role: 'negative', kind: 'null', margin: [0.85, 1.15] }), 'null-held'],
    [row(1, 1.3, { role: 'negative', kind: 'null', margin: [0.85, 1.15] }), 'null-broken'],
    [row(1, 1, { class: 'not-expressible' }), 'not-expressible'],
  ])('gives each row its verdict', (each, verdict) => {
    expect(scoreRow(each).verdict).toBe(verdict);
  });

  it('weights each study 1, however many rows it has', () => {
    const rows = [row(2, 2), row(2, 2), row(2, 2), row(2, 0.5, { study: 's2' })];
    expect(summarize(rows).directionRight).toBeCloseTo(0.5, 12);
    expect(summarize(rows).gmfe).toBeCloseTo(2, 12);
  });

  it('counts neither rows set by parameters nor nulls that hold by construction', () => {
    const rows = [
      row(2, 9, { class: 'set' }),
      row(1, 5, { class: 'by-construction', role: 'negative', margin: [0.85, 1.15] }),
      row(2, 2),
    ];
    const summary = summarize(rows);
    expect(summary).toMatchObject({ rows: 3, expressible: 3, within2fold: 1 });
    expect(summary.negativesHeld).toBeUndefined();
  });

  it('scores the model in which nothing changes: it holds nulls and misses effects', () => {
    const rows = [row(2.4, 2.2), row(1, 1.02, { role: 'negative', margin: [0.85, 1.15] })].map(withoutEffect);
    expect(summarize(rows)).toMatchObject({ directionRight: 0, within2fold: 0, negativesHeld: 1 });
  });
});

describe('interval of a study statistic', () => {
  it('turns SD, SEM and CI95 of the same data into the same interval', () => {
    const sem = interval80(10, 1, 'SEM', 16, 'linear');
    expect(interval80(10, 4, 'SD', 16, 'linear')).toEqual(sem);
    const ci = interval80(10, [10 - 1.959963984540054, 10 + 1.959963984540054], 'CI95', 16, 'linear');
    expect(ci?.[0]).toBeCloseTo(sem?.[0] as number, 12);
  });
  it('gives nothing for unknown spreads, ranges, and SD without n', () => {
    expect(interval80(10, 1, 'unknown', 5, 'linear')).toBeUndefined();
    expect(interval80(10, [8, 12], 'range', 5, 'linear')).toBeUndefined();
    expect(interval80(10, 1, 'SD', undefined, 'linear')).toBeUndefined();
  });
});
