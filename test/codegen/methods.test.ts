import { describe, expect, it } from 'vitest';
import { compileJavaScript } from '../../src/codegen/javascript.ts';
import type { Kernel, StepMethod } from '../../src/codegen/kernel.ts';
import { compileWasm } from '../../src/codegen/wasm.ts';
import type { NodeId } from '../../src/language/expression.ts';
import type { EquationSystem } from '../../src/language/system.ts';
import { sketchSystem, syntheticModel } from './systems.ts';

const ORDERS: readonly (readonly [StepMethod, number])[] = [
  ['tsit5', 5],
  ['wide5', 5],
  ['rodas4p', 4],
  ['rodas5p', 5],
];

/**
 * A nonlinear, driven problem with a known solution: u is a quadratic of the ramping input, v = e^-t, and w follows
 * from v in closed form. Exercises df/dt through the ramp and through explicit time.
 */
const known: EquationSystem = sketchSystem({
  name: 'known solution',
  states: [1.5, 1, 1],
  parameters: [],
  inputs: [1],
  build: (graph) => {
    const [u, v, w] = [graph.state(0), graph.state(1), graph.state(2)];
    const ramp = graph.input(0); // 1 + 0.5 (t - 0)
    const exact = graph.multiply(ramp, graph.add(graph.number(1), graph.divide(ramp, graph.number(2)))); // r + r^2/2
    const exactSlope = graph.multiply(graph.number(0.5), graph.add(graph.number(1), ramp));
    const du = graph.add(exactSlope, graph.subtract(graph.multiply(exact, exact), graph.multiply(u, u)));
    const minusTime = graph.negate(graph.time());
    const dv = graph.subtract(
      graph.multiply(graph.exp(minusTime), graph.subtract(u, graph.number(1))),
      graph.multiply(v, u),
    );
    // v = e^-t solves it: -e^-t = e^-t (u - 1) - e^-t u
    const dw = graph.divide(graph.multiply(v, w), graph.add(graph.number(1), graph.multiply(w, w)));
    return { derivatives: [du, dv, dw] };
  },
});

const exactU = (t: number): number => {
  const r = 1 + 0.5 * t;
  return r + (r * r) / 2;
};
/** ln w + w^2 / 2 = 1.5 - e^-t, solved by Newton's method. */
const exactW = (t: number): number => {
  let w = 1.3;
  for (let i = 0; i < 50; i++) w -= (Math.log(w) + (w * w) / 2 - (1.5 - Math.exp(-t))) / (1 / w + w);
  return w;
};

function start(kernel: Kernel): Kernel {
  for (let l = 0; l < kernel.lanes; l++) {
    kernel.inputs[l] = 1;
    kernel.slopes[l] = 0.5;
    [exactU(0), 1, 1].forEach((value, i) => {
      kernel.state[i * kernel.lanes + l] = value;
    });
  }
  kernel.inputTime[0] = 0;
  kernel.absoluteTolerance.fill(1e-8);
  kernel.prepare();
  return kernel;
}

const errorAt = (values: Float64Array, t: number): number =>
  Math.max(
    Math.abs((values[0] as number) - exactU(t)),
    Math.abs((values[1] as number) - Math.exp(-t)),
    Math.abs((values[2] as number) - exactW(t)),
  );

describe.each(ORDERS)('%s', (method, order) => {
  it(`converges with order ${order} on a driven nonlinear problem`, () => {
    const end = 2;
    const errors = [20, 40, 80].map((steps) => {
      const kernel = start(compileJavaScript(known));
      for (let i = 0; i < steps; i++) {
        kernel.tryStep(method, (i * end) / steps, end / steps, 1e-6);
        kernel.accept();
      }
      return errorAt(kernel.state, end);
    });
    const [coarse = 0, middle = 0, fine = 0] = errors;
    expect(Math.log2(coarse / middle)).toBeGreaterThan(order - 0.4);
    expect(Math.log2(middle / fine)).toBeGreaterThan(order - 0.4);
    expect(fine).toBeLessThan(2e-7);
  });

  it('estimates the error of one step with the local order of its embedded solution', () => {
    const norms = [0.05, 0.025, 0.0125].map((step) =>
      start(compileJavaScript(known)).tryStep(method, 0, step, 0),
    );
    const slopes = [0, 1].map((i) => Math.log2((norms[i] as number) / (norms[i + 1] as number)));
    // The embedded solution has one order less than the method: local error h^order.
    for (const slope of slopes) expect(slope).toBeGreaterThan(order - 0.6);
  });

  it('has dense output of order four that meets both ends', () => {
    const worst = [0.4, 0.2, 0.1].map((step) => {
      const kernel = start(compileJavaScript(known));
      kernel.tryStep(method, 0, step, 1e-6);
      const before = kernel.state.slice();
      kernel.accept();
      kernel.interpolate(0);
      kernel.interpolated.forEach((value, i) => {
        expect(value).toBeCloseTo(before[i] as number, 12);
      });
      kernel.interpolate(1);
      kernel.interpolated.forEach((value, i) => {
        expect(value).toBeCloseTo(kernel.state[i] as number, 12);
      });
      let error = 0;
      for (const fraction of [0.2, 0.45, 0.7, 0.9]) {
        kernel.interpolate(fraction);
        error = Math.max(error, errorAt(kernel.interpolated, fraction * step));
      }
      return error;
    });
    // Rodas4P's polynomial has order 3 by design (Hairer and Wanner); the others 4.
    const expected = method === 'rodas4p' ? 3.5 : 4.5;
    expect(Math.log2((worst[0] as number) / (worst[1] as number))).toBeGreaterThan(expected);
    expect(Math.log2((worst[1] as number) / (worst[2] as number))).toBeGreaterThan(expected);
  });

  it('reuses what it knows only while that is valid', () => {
    const kernel = start(compileJavaScript(known));
    const fresh = start(compileJavaScript(known));
    kernel.tryStep(method, 0, 5, 1e-6); // far too long: rejected
    const again = kernel.tryStep(method, 0, 0.1, 1e-6);
    expect(again).toBe(fresh.tryStep(method, 0, 0.1, 1e-6));
    kernel.accept();
    kernel.tryStep(method, 0.1, 0.1, 1e-6);
    fresh.accept();
    fresh.restart();
    fresh.tryStep(method, 0.1, 0.1, 1e-6);
    expect([...kernel.candidate]).toEqual([...fresh.candidate]);
    // An event: a jump in a state is seen after restart().
    kernel.accept();
    kernel.state[1] = 3;
    kernel.restart();
    kernel.tryStep(method, 0.2, 0.1, 1e-6);
    fresh.accept();
    fresh.state[1] = 3;
    fresh.prepare();
    fresh.tryStep(method, 0.2, 0.1, 1e-6);
    expect([...kernel.candidate]).toEqual([...fresh.candidate]);
    expect(kernel.candidate[1]).toBeGreaterThan(2);
  });

  it('fails a step that meets a number that is not finite', () => {
    for (const kernel of [
      compileJavaScript(known),
      compileWasm(known, { lanes: 1 }),
      compileWasm(known, { lanes: 2 }),
    ]) {
      start(kernel);
      kernel.state[kernel.lanes * 2 + kernel.lanes - 1] = Number.NaN;
      kernel.restart();
      expect(kernel.tryStep(method, 0, 0.1, 1e-6)).toBeNaN();
    }
  });

  it('refuses dense output where there is none', () => {
    const kernel = start(compileJavaScript(known));
    expect(() => kernel.interpolate(0.5)).toThrow(RangeError);
    kernel.tryStep(method, 0, 0.1, 1e-6);
    expect(() => kernel.interpolate(0.5)).toThrow(RangeError);
    kernel.accept();
    expect(() => kernel.interpolate(0.5)).not.toThrow();
  });
});

describe('Rosenbrock steps', () => {
  const linear = (rate: number): EquationSystem =>
    sketchSystem({
      name: 'linear',
      states: [1],
      parameters: [rate],
      build: (graph) => ({ derivatives: [graph.multiply(graph.parameter(0), graph.state(0))] }),
    });

  it.each(['rodas4p', 'rodas5p'] as const)('%s damps what is infinitely stiff', (method) => {
    const kernel = compileJavaScript(linear(-1e9));
    kernel.state[0] = 1;
    kernel.parameters[0] = -1e9;
    kernel.absoluteTolerance.fill(1e-6);
    kernel.prepare();
    kernel.tryStep(method, 0, 1, 1e-3);
    expect(Math.abs(kernel.candidate[0] as number)).toBeLessThan(1e-6);
  });

  it('fails on a vanishing pivot instead of going on', () => {
    const kernel = compileWasm(linear(8), { lanes: 2 });
    kernel.state.fill(1);
    kernel.parameters.set([-1, 8]); // 1 / (h gamma) = 8 for h = 0.5, gamma = 1/4
    kernel.absoluteTolerance.fill(1e-6);
    kernel.prepare();
    expect(kernel.tryStep('rodas4p', 0, 0.5, 1e-3)).toBeNaN();
    expect(kernel.tryStep('rodas4p', 0, 0.25, 1e-3)).toBeGreaterThan(0);
  });
});

describe('the stiffness estimate', () => {
  it('finds h |lambda| of a linear system', () => {
    const rate = -20;
    const system = sketchSystem({
      name: 'decay',
      states: [1, 1],
      parameters: [],
      build: (graph) => ({
        derivatives: [
          graph.multiply(graph.number(rate), graph.state(0)),
          graph.multiply(graph.number(-0.1), graph.state(1)),
        ] as NodeId[],
      }),
    });
    const kernel = compileJavaScript(system);
    kernel.state.set([1, 0]);
    kernel.absoluteTolerance.fill(1e-6);
    kernel.prepare();
    kernel.tryStep('tsit5', 0, 0.1, 1e-3);
    expect(kernel.stiffness()).toBeCloseTo(2, 6);
  });
});

describe('a network of the real size', () => {
  it('comes to the same state by all methods', () => {
    const system = syntheticModel();
    const ends = ORDERS.map(([method, order]) => {
      const kernel = compileWasm(system, { lanes: 1 });
      kernel.state.set(system.states.map((state) => state.value));
      kernel.parameters.set(system.parameters.map((parameter) => parameter.value));
      kernel.inputs.set(system.inputs.map((input) => input.value));
      kernel.absoluteTolerance.fill(1e-10);
      kernel.prepare();
      let time = 0;
      let step = 0.01;
      while (time < 24) {
        const size = Math.min(step, 24 - time);
        const norm = kernel.tryStep(method, time, size, 1e-9);
        if (norm <= 1) {
          kernel.accept();
          time = size < step ? 24 : time + size;
        }
        step = size * Math.min(4, Math.max(0.2, 0.9 * norm ** (-1 / order)));
      }
      return [...kernel.state];
    });
    ends[0]?.forEach((value, i) => {
      expect(Math.abs((ends[1]?.[i] as number) - value)).toBeLessThan(1e-7 * Math.max(1, value));
      expect(Math.abs((ends[2]?.[i] as number) - value)).toBeLessThan(1e-7 * Math.max(1, value));
    });
  });
});
