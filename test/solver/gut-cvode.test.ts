import { afterAll, describe, expect, it } from 'vitest';
import { deviation } from '../../bench/native/accuracy.ts';
import { comparisonLife, fullModel, runEngine } from '../../bench/native/gut-run.ts';
import { hasCvode, NativeModel } from '../../bench/native/native.ts';
import { DEFAULT_RELATIVE_TOLERANCE } from '../../src/solver/integrate.ts';

describe.skipIf(!hasCvode())('the whole gut model over 60 days of meals, drugs, stress and infection', () => {
  const system = fullModel();
  const native = new NativeModel(system);
  afterAll(() => native.dispose());
  const life = comparisonLife(system, 60, true);
  const reference = native.run(life, 'adams', 1e-11, { toleranceFactor: 1e-6 }).arrived;

  it('agrees with CVODE at 1e-11 to what tight tolerance promises', () => {
    for (const method of ['tsit5', 'wide5', 'rodas5p'] as const) {
      const { arrived } = runEngine(system, life, {
        backEnd: 'wasm',
        lanes: 2,
        method,
        relativeTolerance: 1e-9,
        toleranceFactor: 1e-4,
      });
      const { rootMeanSquare, worst } = deviation(system, arrived, reference);
      expect(rootMeanSquare).toBeLessThan(1e-7);
      expect(worst).toBeLessThan(1e-5);
    }
  });

  it('stays within a thousandth on average by default', () => {
    const { arrived } = runEngine(system, life, {
      backEnd: 'wasm',
      lanes: 2,
      method: 'auto',
      relativeTolerance: DEFAULT_RELATIVE_TOLERANCE,
    });
    expect(deviation(system, arrived, reference).rootMeanSquare).toBeLessThan(1e-3);
  });
});
