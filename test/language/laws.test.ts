import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differentiator } from '../../src/language/differentiate.ts';
import { ExpressionGraph } from '../../src/language/expression.ts';
import { interpret } from '../../src/language/interpret.ts';
import { lowerLaw } from '../../src/language/laws.ts';
import { parseLaw } from '../../src/language/parse.ts';

/** Evaluates a law over named numbers, and its derivative by the first of them. */
function evaluate(
  law: string,
  values: Record<string, number>,
  timeHours = 0,
): { value: number; slope: number } {
  const graph = new ExpressionGraph();
  const names = Object.keys(values);
  const node = lowerLaw(graph, parseLaw(law, 'test'), (name) => graph.state(names.indexOf(name)));
  const derivative = differentiator(graph, { kind: 'state', index: 0 })(node);
  const [value = Number.NaN, slope = Number.NaN] = interpret({ graph }, [node, derivative], {
    states: Object.values(values),
    parameters: [],
    inputs: [],
    timeHours,
  });
  return { value, slope };
}

const positive = fc.double({ min: 0.01, max: 50, noNaN: true });

describe('named laws', () => {
  it.each<[string, Record<string, number>, number]>([
    ['mo(x, K)', { x: 3, K: 1 }, 0.75],
    ['hill(x, K, 2)', { x: 2, K: 1 }, 0.8],
    ['hill(x, K, 4)', { x: 2, K: 1 }, 16 / 17],
    ['inh(x, K, 2)', { x: 2, K: 1 }, 0.2],
    ['relax(x, K, tau)', { x: 5, K: 1, tau: 2 }, 2],
    ['gate(x, K, w)', { x: 1, K: 1, w: 0.2 }, 0.5],
    ['gate(x, K, w)', { x: 3, K: 1, w: 0.5 }, 1 / (1 + Math.exp(-4))],
    ['pos(x, w)', { x: 0, w: 0.01 }, 0.005],
    ['pos(x, w)', { x: -3, w: 4 }, 1],
    ['bnd(x)', { x: 3 }, 2.4],
    ['exp(x)', { x: 1 }, Math.E],
    ['acid(x, K)', { x: 6.8, K: 4.8 }, 100],
  ])('%s equals its formula', (law, values, expected) => {
    expect(evaluate(law, values).value).toBeCloseTo(expected, 12);
  });

  it('circ has its amplitude at the peak hour and a period of 24 h', () => {
    const at = (hour: number) => evaluate('circ(x, peak)', { x: 0.6, peak: 8 }, hour).value;
    expect(at(8)).toBeCloseTo(1.6, 12);
    expect(at(20)).toBeCloseTo(0.4, 12);
    expect(at(14 + 24 * 100)).toBeCloseTo(1, 9);
  });

  it('qss gives the positive root of its balance', () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, (s, e, capacity, half) => {
        const h = evaluate('qss(s, e, U, K)', { s, e, U: capacity, K: half }).value;
        expect(h).toBeGreaterThan(0);
        expect(e * h + (capacity * h) / (half + h)).toBeCloseTo(s, 6);
      }),
    );
  });

  it.each([
    'mo(x, K)',
    'hill(x, K, 3)',
    'inh(x, K, 2)',
    'gate(x, K, w)',
    'pos(x, w)',
    'bnd(x)',
    'exp(-x/K)',
    'qss(x, w, K, w)',
    'acid(x, K)/acid(w, K)',
    'x^3/(K + x)^2',
    '(x - K)/(x*w)',
  ])('the derivative of %s agrees with central differences', (law) => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        fc.double({ min: 0.2, max: 6, noNaN: true }),
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        (x, K, w) => {
          const step = 1e-5 * x;
          const numeric =
            (evaluate(law, { x: x + step, K, w }).value - evaluate(law, { x: x - step, K, w }).value) /
            (2 * step);
          const { slope, value } = evaluate(law, { x, K, w });
          expect(Math.abs(slope - numeric)).toBeLessThan(1e-5 * (1 + Math.abs(slope) + Math.abs(value / x)));
        },
      ),
    );
  });

  it('saturating laws stay between 0 and 1, and pos is never negative', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e3, max: 1e3, noNaN: true }), positive, (x, K) => {
        expect(evaluate('pos(x, K)', { x, K }).value).toBeGreaterThanOrEqual(0);
        const gate = evaluate('gate(x, K, K)', { x, K }).value;
        expect(gate >= 0 && gate <= 1).toBe(true);
        const hill = evaluate('hill(x, K, 2)', { x, K }).value;
        expect(hill >= 0 && hill <= 1).toBe(true);
      }),
    );
  });
});
