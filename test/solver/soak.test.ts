import { describe, expect, it } from 'vitest';
import { soak } from '../../bench/soak/soak.ts';

describe('random people through random fortnights, extremes included, without burn-in', () => {
  it('never fail, never fall below minus tolerance, and keep their books', { timeout: 900_000 }, async () => {
    const report = await soak({ people: 2000, workers: 2 });
    expect(report.failures).toEqual([]);
    expect(report.negative).toEqual({});
    expect(report.worstBalance.gap).toBeLessThan(1e-9);
    expect(report.people).toBe(2000);
  });
});
