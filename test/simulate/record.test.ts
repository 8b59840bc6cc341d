import { describe, expect, it } from 'vitest';
import { defineModule } from '../../model/define.ts';
import { gutOf } from '../../src/simulate/gut.ts';
import { GutKernels } from '../../src/simulate/kernels.ts';
import { DailyMeans, Samples } from '../../src/simulate/record.ts';
import { integrate } from '../../src/solver/integrate.ts';

/** One pool that empties, and its square: means over a day have closed forms. */
const pool = defineModule({
  name: 'pool',
  title: 'A pool',
  about: 'A pool that empties.',
  tier: 'core',
  states: { x: { value: 1, unit: '1', range: [0, 10], means: 'Amount' } },
  params: {
    k: { value: 0.3, unit: '1/h', range: [0.1, 1], means: 'Rate', grade: 'assumed' },
  },
  derive: { square: { law: 'x*x', unit: '1', means: 'Square of it' } },
  flows: { out: { from: 'x', rate: 'k*x', means: 'It empties' } },
});

describe('means of days', () => {
  const gut = gutOf('pool', [pool], 'core');
  const kernel = new GutKernels(gut).plain(1);
  const means = new DailyMeans(gut, kernel, ['x', 'square'], { first: 0, count: 2 });
  const samples = new Samples(gut, kernel, ['x', 'square'], Float64Array.of(0, 1, 7.5, 24, 47.9));
  integrate(kernel, {
    startHours: 0,
    endHours: 48,
    lanes: [{ base: new Float64Array(0), segments: [], boluses: [] }],
    boundaries: [24],
    relativeTolerance: 1e-8,
    observe: (stepped, from, to) => {
      means.observe(stepped, from, to);
      samples.observe(stepped, from, to);
    },
  });

  it('equal the integral, for states and for what is derived from them', () => {
    const k = 0.3;
    const integral = (rate: number, from: number, to: number): number =>
      (Math.exp(-rate * from) - Math.exp(-rate * to)) / rate / 24;
    expect(means.means[0]?.get('x')?.[0]).toBeCloseTo(integral(k, 0, 24), 6);
    // What is left of the pool is then of the size of its absolute tolerance, 1e-6.
    expect(means.means[0]?.get('x')?.[1]).toBeCloseTo(integral(k, 24, 48), 7);
    expect(means.means[0]?.get('square')?.[0]).toBeCloseTo(integral(2 * k, 0, 24), 6);
  });

  it('leave samples where they belong', () => {
    [0, 1, 7.5, 24, 47.9].forEach((time, i) => {
      expect(samples.values[0]?.get('x')?.[i], `at ${time} h`).toBeCloseTo(Math.exp(-0.3 * time), 6);
      expect(samples.values[0]?.get('square')?.[i]).toBeCloseTo(Math.exp(-0.6 * time), 6);
    });
  });
});
