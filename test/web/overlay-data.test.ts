import { describe, expect, it } from 'vitest';
import type { CompareResult } from '../../src/simulate/result.ts';
import { csvOfOverlay, overlayData } from '../../web/src/compare/overlay-data.ts';

const band = (p50: readonly number[], unit = 'mmol/L') => ({
  unit,
  p10: p50.map((value) => value - 2),
  p25: p50.map((value) => value - 1),
  p50,
  p75: p50.map((value) => value + 1),
  p90: p50.map((value) => value + 2),
});

/** The middle person with the plan lies lower, though the plan raises the value in most. */
const result = {
  timeDays: [0, 1],
  withoutChange: { plan: '', series: { dc_butyrate: band([10, 10]) }, tests: [], symptoms: {} },
  plans: [
    {
      plan: 'inulin',
      series: { dc_butyrate: band([9, 9]) },
      tests: [],
      symptoms: {},
      differences: { dc_butyrate: { ...band([0, 1.5]), shareHigher: 0.75 } },
    },
  ],
} as unknown as CompareResult;

describe('plans over life as it is', () => {
  const data = overlayData(result, 'dc_butyrate', '2026-11-25', ['Inulin']);

  it('the line of a plan goes the way of the difference in most people', () => {
    expect(data?.plans).toMatchObject([{ title: 'Inulin', line: [10, 11.5] }]);
  });

  it('as a file: life as it is, and what each plan changes', () => {
    expect(data && csvOfOverlay(data).split('\n')).toEqual([
      '# dc_butyrate [mmol/L]',
      'date,as_it_is_p10,as_it_is_p25,as_it_is_p50,as_it_is_p75,as_it_is_p90,inulin_difference_p10,inulin_difference_p25,inulin_difference_p50,inulin_difference_p75,inulin_difference_p90',
      '2026-11-25,8,9,10,11,12,-2,-1,0,1,2',
      '2026-11-26,8,9,10,11,12,-0.5,0.5,1.5,2.5,3.5',
    ]);
  });

  it('says nothing of what was not computed', () => {
    expect(overlayData(result, 'crp', '2026-11-25', [])).toBeUndefined();
  });
});
