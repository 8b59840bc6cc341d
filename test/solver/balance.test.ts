import { describe, expect, it } from 'vitest';
import { fullModel } from '../../bench/native/gut-run.ts';
import { compileSystem } from '../../src/solver/compile.ts';
import { integrate } from '../../src/solver/integrate.ts';
import { accountFlows, sizeOf } from './balance.ts';
import { gutLife } from './gut-life.ts';

describe('books of the full model', () => {
  it.each(['tsit5', 'wide5', 'rodas5p'] as const)(
    'balance to rounding in every pool after a fortnight by %s',
    (method) => {
      const model = fullModel();
      const { system, balances } = accountFlows(model);
      expect(balances.length).toBe(model.states.length);
      const kernel = compileSystem(system, { lanes: 1, backEnd: 'wasm' });
      const start = kernel.state.slice();
      const dose = 5;
      const fed = model.states.findIndex(({ id }) => id === 'pc_fib');
      integrate(kernel, {
        startHours: 0,
        endHours: 14 * 24,
        lanes: [gutLife(model, 14, { boluses: [{ state: 'pc_fib', timeHours: 100, amount: dose }] })],
        method,
      });
      for (const { state, terms } of balances) {
        let expected = (start[state] as number) + (state === fed ? dose : 0);
        let turnover = sizeOf(model, state) + Math.abs(expected);
        for (const { accumulator, sign } of terms) {
          const amount = kernel.state[accumulator] as number;
          expected += sign * amount;
          turnover += Math.abs(amount);
        }
        expect(Math.abs((kernel.state[state] as number) - expected) / turnover).toBeLessThan(1e-12);
      }
    },
  );
});
