import { describe, expect, it } from 'vitest';
import { roundTicks } from '../../../web/src/laboratory/range-bar.tsx';

describe('ticks under a range', () => {
  it('are round, inside the range, and few', () => {
    expect(roundTicks(3.6, 25)).toEqual([10, 20]);
    expect(roundTicks(0.0349, 0.538)).toEqual([0.2, 0.4]);
    expect(roundTicks(15, 467)).toEqual([200, 400]);
    for (const [low, high] of [
      [0.001, 0.0042],
      [5.41, 6.91],
      [-3, 8],
      [83.5, 2935],
    ] as const) {
      const ticks = roundTicks(low, high);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(5);
      for (const tick of ticks) expect(tick >= low && tick <= high).toBe(true);
    }
    expect(roundTicks(4, 4)).toEqual([4]);
  });
});
