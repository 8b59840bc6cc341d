import { describe, expect, it } from 'vitest';
import { type ChartData, relativeToStart } from '../../web/src/curves/chart-data.ts';

const band = (middle: readonly number[]) => ({
  unit: 'mmol/L',
  p10: middle.map((value) => value / 2),
  p25: middle.map((value) => 0.75 * value),
  p50: middle,
  p75: middle.map((value) => 1.5 * value),
  p90: middle.map((value) => 2 * value),
});
const chart = (middle: readonly number[]): ChartData => ({
  series: 'dc_butyrate',
  unit: 'mmol/L',
  dates: ['2026-11-24', '2026-11-25'],
  you: band(middle),
  without: band([middle[0] ?? 0, 3]),
  happened: [{ date: '2026-11-25', value: 12 }],
  beyondStudiedFrom: undefined,
});

describe('a chart relative to its start', () => {
  it('begins at 1 and keeps every ratio, also to you without the change', () => {
    const { unit, you, without, happened } = relativeToStart(chart([4, 6]));
    expect(unit).toBe('start');
    expect(you.p50).toEqual([1, 1.5]);
    expect(you.p90).toEqual([2, 3]);
    expect(without?.p50).toEqual([1, 0.75]);
    expect(happened).toEqual([{ date: '2026-11-25', value: 3 }]);
  });

  it('that begins at zero stays as it is', () => {
    expect(relativeToStart(chart([0, 6]))).toEqual(chart([0, 6]));
  });
});
