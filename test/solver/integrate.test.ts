import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernel, StepMethod } from '../../src/codegen/kernel.ts';
import type { NodeId } from '../../src/language/expression.ts';
import type { EquationSystem } from '../../src/language/system.ts';
import { ZonulaError } from '../../src/problem/problem.ts';
import { compileSystem } from '../../src/solver/compile.ts';
import type { IntegrationOptions, LaneSchedule } from '../../src/solver/contract.ts';
import { integrate } from '../../src/solver/integrate.ts';
import { sketchSystem, syntheticModel } from '../codegen/systems.ts';

const METHODS: readonly (StepMethod | 'auto')[] = ['tsit5', 'wide5', 'rodas4p', 'rodas5p', 'auto'];

/** y0' = u - ka y0, y1' = ka y0 - ke y1: absorption and elimination. */
const bateman: EquationSystem = sketchSystem({
  name: 'bateman',
  states: [0, 0],
  parameters: [1.1, 0.25],
  inputs: [0],
  build: (graph) => {
    const [gut, blood] = [graph.state(0), graph.state(1)];
    const absorbed = graph.multiply(graph.parameter(0), gut);
    return {
      derivatives: [
        graph.subtract(graph.input(0), absorbed),
        graph.subtract(absorbed, graph.multiply(graph.parameter(1), blood)),
      ],
    };
  },
});

const nothing: LaneSchedule = { base: new Float64Array(1), segments: [], boluses: [] };

function ready(system: EquationSystem, lanes: 1 | 2 = 1, absolute = 1e-12): Kernel {
  const kernel = compileSystem(system, { lanes, backEnd: 'wasm' });
  kernel.absoluteTolerance.fill(absolute);
  return kernel;
}

/** Blood after a dose into the gut at time 0. */
const batemanBlood = (ka: number, ke: number, dose: number, t: number): number =>
  t < 0 ? 0 : ((dose * ka) / (ka - ke)) * (Math.exp(-ke * t) - Math.exp(-ka * t));

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ZonulaError) return error.problems[0]?.code ?? '';
    throw error;
  }
  return 'no error';
};

describe.each(METHODS)('%s', (method) => {
  const tight = { method, relativeTolerance: 1e-9 } as const;

  it('meets the exact answer to repeated boluses', () => {
    const doses = [0, 5.5, 24, 24.25, 40].map((timeHours, i) => ({ state: 0, timeHours, amount: 1 + i }));
    const kernel = ready(bateman);
    integrate(kernel, {
      startHours: 0,
      endHours: 48,
      lanes: [{ ...nothing, boluses: doses }],
      ...tight,
    });
    const exact = doses.reduce(
      (sum, { timeHours, amount }) => sum + batemanBlood(1.1, 0.25, amount, 48 - timeHours),
      0,
    );
    expect(kernel.state[1]).toBeCloseTo(exact, 7);
  });

  it('meets the exact answer to ramps, and keeps every gram', () => {
    // Eliminated amount = area under blood times ke; here ke = 0 so that blood holds all that came in.
    const kernel = ready(bateman);
    kernel.parameters[1] = 0;
    kernel.prepare();
    integrate(kernel, {
      startHours: -3,
      endHours: 30,
      lanes: [
        {
          ...nothing,
          segments: [
            { input: 0, startHours: 7, endHours: 7.5, value: 0, endValue: 60 },
            { input: 0, startHours: 7.5, endHours: 8, value: 60, endValue: 0 },
            { input: 0, startHours: 12.1, endHours: 12.1 + 0.7, value: 10 },
          ],
        },
      ],
      ...tight,
    });
    const eaten = 15 + 15 + 7;
    expect(Math.abs((kernel.state[0] as number) + (kernel.state[1] as number) - eaten)).toBeLessThan(
      1e-12 * eaten * 10,
    );
  });
});

/** Steady inflow u, absorption of what is there: gut(t) = u/ka (1 - e^-ka t) while it lasts. */
const gutAfter = (ka: number, rate: number, from: number, to: number, t: number): number =>
  t <= from
    ? 0
    : t <= to
      ? (rate / ka) * (1 - Math.exp(-ka * (t - from)))
      : (rate / ka) * (1 - Math.exp(-ka * (to - from))) * Math.exp(-ka * (t - to));

describe('events', () => {
  it('finds short meals in long runs, wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 0.1, max: 400, noNaN: true }),
            fc.double({ min: 0.02, max: 3, noNaN: true }),
          ),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        (draws) => {
          let free = 0;
          const segments = [...draws]
            .sort((a, b) => a[0] - b[0])
            .map(([start, duration]) => {
              const from = Math.max(start, free);
              free = from + duration;
              return { input: 0, startHours: from, endHours: free, value: 3 };
            });
          const kernel = ready(bateman);
          const end = free + 5;
          integrate(kernel, {
            startHours: 0,
            endHours: end,
            lanes: [{ ...nothing, segments }],
            relativeTolerance: 1e-8,
          });
          const exact = segments.reduce(
            (sum, { startHours, endHours, value }) => sum + gutAfter(1.1, value, startHours, endHours, end),
            0,
          );
          expect(kernel.state[0]).toBeCloseTo(exact, 6);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('makes each edge of either lane a boundary of both, and no step shorter than it must be', () => {
    const kernel = ready(bateman, 2, 1e-6);
    const ends: number[] = [];
    let shortest = 1;
    // 24 * 3 + 7.1 and 79.1 differ by rounding, as do 0.1 + 0.2 and 0.3.
    const other: LaneSchedule = {
      ...nothing,
      segments: [{ input: 0, startHours: 0.3, endHours: 24 * 3 + 7.1, value: 2 }],
    };
    integrate(kernel, {
      startHours: 0,
      endHours: 80,
      lanes: [
        {
          ...nothing,
          segments: [{ input: 0, startHours: 0.1 + 0.2, endHours: 79.1, value: 1 }],
          boluses: [{ state: 0, timeHours: 50, amount: 2 }],
        },
        other,
      ],
      boundaries: [24, 48, 48 + 1e-12],
      relativeTolerance: 1e-4,
      observe: (_, start, end) => {
        ends.push(end);
        shortest = Math.min(shortest, end - start);
      },
    });
    for (const time of [0.3, 24, 48, 50, 79.1, 80])
      expect(ends.filter((end) => Math.abs(end - time) < 1e-9)).toHaveLength(1);
    expect(shortest).toBeGreaterThan(1e-3);
    // Each lane lives its own schedule.
    expect(kernel.state[0]).not.toBeCloseTo(kernel.state[1] as number, 6);
  });

  it('lives the same in one run as in pieces strung together', () => {
    const lane: LaneSchedule = {
      base: new Float64Array([0.5]),
      segments: [{ input: 0, startHours: 10, endHours: 60, value: 0, endValue: 5 }],
      boluses: [
        { state: 1, timeHours: 24, amount: 1 },
        { state: 0, timeHours: 0, amount: 2 },
        { state: 0, timeHours: 72, amount: 100 },
      ],
    };
    const whole = ready(bateman);
    const pieces = ready(bateman);
    const run = (kernel: Kernel, startHours: number, endHours: number): void => {
      integrate(kernel, { startHours, endHours, lanes: [lane], relativeTolerance: 1e-10 });
    };
    run(whole, 0, 72);
    for (const [from, to] of [
      [0, 24],
      [24, 30],
      [30, 72],
    ] as const)
      run(pieces, from, to);
    expect(pieces.state[0]).toBeCloseTo(whole.state[0] as number, 8);
    expect(pieces.state[1]).toBeCloseTo(whole.state[1] as number, 8);
    expect(whole.state[0]).toBeLessThan(20);
  });

  it('starts in the middle of a ramp with the right value', () => {
    const kernel = ready(bateman);
    const lane: LaneSchedule = {
      ...nothing,
      segments: [{ input: 0, startHours: -10, endHours: 10, value: 0, endValue: 20 }],
    };
    integrate(kernel, { startHours: 0, endHours: 1, lanes: [lane], relativeTolerance: 1e-10 });
    // u = 10 + t: y = (10 - 1/ka)/ka (1 - e^-ka t) + t/ka
    const ka = 1.1;
    expect(kernel.state[0]).toBeCloseTo(((10 - 1 / ka) / ka) * (1 - Math.exp(-ka)) + 1 / ka, 8);
  });
});

describe('a linear chain', () => {
  it('delivers the gamma distribution of an Erlang delay', () => {
    const links = 8;
    const rate = 2;
    const chain = sketchSystem({
      name: 'chain',
      states: Array.from({ length: links }, () => 0),
      parameters: [rate],
      build: (graph) => ({
        derivatives: Array.from({ length: links }, (_, i): NodeId => {
          const out = graph.multiply(graph.parameter(0), graph.state(i));
          return i === 0
            ? graph.negate(out)
            : graph.subtract(graph.multiply(graph.parameter(0), graph.state(i - 1)), out);
        }),
      }),
    });
    const kernel = ready(chain);
    integrate(kernel, {
      startHours: 0,
      endHours: 3,
      lanes: [{ base: new Float64Array(0), segments: [], boluses: [{ state: 0, timeHours: 0, amount: 1 }] }],
      relativeTolerance: 1e-10,
    });
    let exact = Math.exp(-rate * 3);
    for (let i = 0; i < links; i++) {
      expect(kernel.state[i]).toBeCloseTo(exact, 9);
      exact *= (rate * 3) / (i + 1);
    }
  });
});

describe('dense output', () => {
  it('lets an observer read any moment', () => {
    const kernel = ready(bateman, 1, 1e-10);
    let next = 0.5;
    let worst = 0;
    integrate(kernel, {
      startHours: 0,
      endHours: 24,
      lanes: [{ ...nothing, boluses: [{ state: 0, timeHours: 0, amount: 4 }] }],
      relativeTolerance: 1e-8,
      observe: (each, start, end) => {
        for (; next <= end; next += 0.5) {
          each.interpolate((next - start) / (end - start));
          worst = Math.max(
            worst,
            Math.abs((each.interpolated[1] as number) - batemanBlood(1.1, 0.25, 4, next)),
          );
        }
      },
    });
    expect(next).toBeGreaterThan(24);
    expect(worst).toBeLessThan(1e-6);
  });
});

describe('stiffness', () => {
  const stiff = sketchSystem({
    name: 'stiff relaxation',
    states: [0, 0],
    parameters: [2e4],
    inputs: [0],
    build: (graph) => {
      const [fast, slow] = [graph.state(0), graph.state(1)];
      return {
        derivatives: [
          graph.multiply(graph.parameter(0), graph.subtract(graph.input(0), fast)),
          graph.subtract(fast, graph.multiply(graph.number(0.1), slow)),
        ],
      };
    },
  });
  const lane: LaneSchedule = {
    base: new Float64Array(1),
    segments: [{ input: 0, startHours: 0, endHours: 100, value: 0, endValue: 1 }],
    boluses: [],
  };
  const run = (method: 'auto' | 'tsit5'): ReturnType<typeof integrate> & { readonly slow: number } => {
    const kernel = ready(stiff, 1, 1e-9);
    const statistics = integrate(kernel, {
      startHours: 0,
      endHours: 100,
      lanes: [lane],
      relativeTolerance: 1e-5,
      method,
    });
    return { ...statistics, slow: kernel.state[1] as number };
  };

  it('is found, and the Rosenbrock method takes over', () => {
    const { steps, switchesToStiff, slow } = run('auto');
    expect(switchesToStiff).toBe(1);
    expect(steps).toBeLessThan(400);
    // fast = t/100 - 1/(100 k) (1 - e^-kt); slow' = fast - 0.1 slow
    const exact = (x: number): number => 0.1 * x - 1 + Math.exp(-0.1 * x);
    expect(slow).toBeCloseTo(exact(100) - (1 - Math.exp(-10)) / 10 / 100 / 2e4, 4);
  });

  it('does not disturb a system that has none', () => {
    const kernel = ready(bateman);
    const { switchesToStiff } = integrate(kernel, {
      startHours: 0,
      endHours: 48,
      lanes: [{ ...nothing, boluses: [{ state: 0, timeHours: 1, amount: 1 }] }],
      relativeTolerance: 1e-6,
    });
    expect(switchesToStiff).toBe(0);
  });
});

describe('what cannot be solved', () => {
  const options = (lane: LaneSchedule, extra: Partial<IntegrationOptions> = {}): IntegrationOptions => ({
    startHours: 0,
    endHours: 10,
    lanes: [lane],
    ...extra,
  });
  const attempt = (
    lane: LaneSchedule,
    extra: Partial<IntegrationOptions> = {},
    change?: (k: Kernel) => void,
  ) =>
    codeOf(() => {
      const kernel = ready(bateman);
      change?.(kernel);
      integrate(kernel, options(lane, extra));
    });
  const segment = { input: 0, startHours: 1, endHours: 2, value: 1 };

  it.each<[string, string, () => string]>([
    ['Z2010', 'lanes', () => attempt(nothing, { lanes: [nothing, nothing] })],
    ['Z2010', 'base', () => attempt({ ...nothing, base: new Float64Array(3) })],
    ['Z2010', 'unknown input', () => attempt({ ...nothing, segments: [{ ...segment, input: 7 }] })],
    [
      'Z2010',
      'unknown state',
      () => attempt({ ...nothing, boluses: [{ state: 9, timeHours: 1, amount: 1 }] }),
    ],
    ['Z2011', 'overlap', () => attempt({ ...nothing, segments: [segment, { ...segment, startHours: 1.5 }] })],
    ['Z2012', 'not finite', () => attempt({ ...nothing, segments: [{ ...segment, value: Number.NaN }] })],
    ['Z2012', 'backwards', () => attempt({ ...nothing, segments: [{ ...segment, endHours: 0.5 }] })],
    [
      'Z2012',
      'bolus',
      () => attempt({ ...nothing, boluses: [{ state: 0, timeHours: 1, amount: Number.NaN }] }),
    ],
    ['Z2013', 'too short', () => attempt({ ...nothing, segments: [{ ...segment, endHours: 1 + 1e-11 }] })],
    [
      'Z2014',
      'parameter',
      () =>
        attempt(nothing, {}, (kernel) => {
          kernel.parameters[0] = Number.NaN;
        }),
    ],
    [
      'Z2014',
      'state',
      () =>
        attempt(nothing, {}, (kernel) => {
          kernel.state[1] = Number.POSITIVE_INFINITY;
        }),
    ],
    ['Z2018', 'times', () => attempt(nothing, { endHours: -1 })],
    ['Z2090', 'cancelled', () => attempt(nothing, { cancelled: () => true })],
  ])('%s: %s', (code, _, work) => {
    expect(work()).toBe(code);
  });

  it('is named with time, event, state and place when a law ends to have a value', () => {
    // 1/sqrt(1 - y1) with y1 growing to 1 at t = 2 + 0.5, and no value beyond.
    const pole = sketchSystem({
      name: 'pole',
      states: [1, 0],
      parameters: [],
      inputs: [0],
      build: (graph) => ({
        derivatives: [
          graph.divide(graph.number(1), graph.sqrt(graph.subtract(graph.number(1), graph.state(1)))),
          graph.input(0),
        ],
      }),
    });
    for (const method of METHODS) {
      const kernel = ready(pole, 2, 1e-6);
      let error: unknown;
      try {
        integrate(kernel, {
          startHours: 0,
          endHours: 10,
          lanes: [nothing, { ...nothing, segments: [{ input: 0, startHours: 2, endHours: 9, value: 2 }] }],
          method,
        });
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(ZonulaError);
      const [problem] = (error as ZonulaError).problems;
      expect(['Z2015', 'Z2016']).toContain(problem?.code);
      expect(problem?.message).toContain('at 2.5');
      expect(problem?.message).toContain('event at 2 h');
      expect(problem?.message).toContain('y0 in lane 1');
      expect(problem?.message).toContain('state 0');
    }
  });
});

describe('the synthetic network', () => {
  it('gives the same bits by JavaScript, WebAssembly and each SIMD lane over days of events', () => {
    const system = syntheticModel(40, 10);
    const lane: LaneSchedule = {
      base: Float64Array.from(system.inputs, ({ value }) => value),
      segments: [0, 1, 2].flatMap((day) =>
        [7, 12, 19].map((hour, i) => ({
          input: i,
          startHours: 24 * day + hour,
          endHours: 24 * day + hour + 0.6,
          value: 3,
          endValue: 1,
        })),
      ),
      boluses: [{ state: 3, timeHours: 30, amount: 1 }],
    };
    const run = (kernel: Kernel): number[] => {
      const schedules = Array.from({ length: kernel.lanes }, () => lane);
      integrate(kernel, { startHours: 0, endHours: 72, lanes: schedules });
      return [...kernel.state];
    };
    const script = run(compileSystem(system, { lanes: 1, backEnd: 'javascript' }));
    const scalar = run(compileSystem(system, { lanes: 1, backEnd: 'wasm' }));
    const simd = run(compileSystem(system, { lanes: 2, backEnd: 'wasm' }));
    expect(scalar).toEqual(script);
    expect(simd.filter((_, i) => i % 2 === 0)).toEqual(script);
    expect(simd.filter((_, i) => i % 2 === 1)).toEqual(script);
    expect(codeOf(() => compileSystem(system, { lanes: 2, backEnd: 'javascript' }))).toBe('Z2004');
  });
});
