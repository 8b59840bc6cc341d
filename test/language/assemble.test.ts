import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/language/assemble.ts';
import { interpret } from '../../src/language/interpret.ts';
import { type ModuleDeclaration, moduleDefiner } from '../../src/language/module.ts';
import { ZonulaError } from '../../src/problem/problem.ts';

const defineModule = moduleDefiner<'a-2020'>();
const tank = defineModule({
  name: 'tank',
  title: 'Two tanks',
  about: 'Matter moves from the first tank to the second with a yield.',
  tier: 'core',
  index: { '@': ['pc', 'dc'] },
  reads: { brake: { unit: '1', absent: 1 }, heat: { unit: '1', absent: 'brake*2' } },
  inputs: { meal: { value: 0, unit: 'g/h', range: [0, 100], means: 'Inflow' } },
  states: {
    '@_sugar': { value: { pc: 2, dc: 1 }, unit: 'g', range: [0, 20], means: 'Sugar' },
    acid: { value: 0, unit: 'mmol', range: [0, 100], means: 'Acid' },
  },
  params: {
    'k_@': { value: { pc: 0.5, dc: 0.25 }, unit: '1/h', range: [0.1, 1], means: 'Rate', grade: 'assumed' },
    K: { value: 4, unit: 'g', range: [1, 9], means: 'Half', grade: 'assumed' },
    per_gram: {
      value: 6,
      unit: 'mmol/g',
      range: [6, 6],
      means: 'Chemistry',
      grade: 'chemistry',
      source: 'a-2020',
    },
  },
  derive: { total: { law: 'pc_sugar + dc_sugar', unit: 'g', means: 'All sugar' } },
  flows: {
    eat: { to: 'pc_sugar', rate: 'meal*brake', means: 'Food arrives' },
    pass: { from: 'pc_sugar', to: 'dc_sugar', rate: 'k_pc*pc_sugar*mo(total, K)', means: 'Sugar moves on' },
    ferment: {
      from: 'dc_sugar',
      to: { acid: 'per_gram' },
      rate: 'k_dc*dc_sugar*heat',
      means: 'Bacteria make acid',
    },
  },
});

const codes = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof ZonulaError) return error.problems.map((problem) => problem.code);
    throw error;
  }
  return [];
};
const with_ = (change: Partial<ModuleDeclaration>): ModuleDeclaration => ({ ...tank, ...change });

describe('assembling modules', () => {
  const system = assemble([tank], { name: 'tank' });

  it('writes out the index and evaluates right-hand sides to the closed form', () => {
    expect(system.states.map((state) => state.id)).toEqual(['pc_sugar', 'dc_sugar', 'acid']);
    const point = {
      states: [2, 1, 0],
      parameters: system.parameters.map((p) => p.value),
      inputs: [10],
      timeHours: 0,
    };
    const pass = 0.5 * 2 * (3 / 7);
    const ferment = 0.25 * 1 * 2;
    expect([...interpret(system, system.derivatives, point)]).toEqual([
      10 - pass,
      pass - ferment,
      6 * ferment,
    ]);
  });

  it('agrees with central differences in every Jacobian entry and has none elsewhere', () => {
    const parameters = system.parameters.map((p) => p.value);
    const states = [2.3, 1.7, 0.4];
    const at = (s: number[]) =>
      interpret(system, system.derivatives, { states: s, parameters, inputs: [3], timeHours: 1 });
    const analytic = interpret(
      system,
      system.jacobian.map((entry) => entry.node),
      { states, parameters, inputs: [3], timeHours: 1 },
    );
    const dense = states.map(() => states.map(() => 0));
    system.jacobian.forEach((entry, i) => {
      (dense[entry.row] as number[])[entry.column] = analytic[i] as number;
    });
    states.forEach((_, column) => {
      const step = 1e-5;
      const up = at(states.map((value, i) => (i === column ? value + step : value)));
      const down = at(states.map((value, i) => (i === column ? value - step : value)));
      states.forEach((_unused, row) => {
        expect(dense[row]?.[column]).toBeCloseTo(
          ((up[row] as number) - (down[row] as number)) / (2 * step),
          7,
        );
      });
    });
  });

  it('differentiates by time through ramping inputs', () => {
    const point = {
      states: [2, 1, 0],
      parameters: system.parameters.map((p) => p.value),
      inputs: [10],
      slopes: [4],
      timeHours: 0,
    };
    expect([...interpret(system, system.timeDerivative, point)]).toEqual([4, 0, 0]);
  });

  it('names law and both units where units do not balance', () => {
    const bad = with_({
      flows: {
        ...tank.flows,
        pass: { from: 'pc_sugar', to: 'dc_sugar', rate: 'k_pc*K*pc_sugar', means: 'wrong' },
      },
    });
    expect(() => assemble([bad], { name: 'bad' })).toThrow(
      /Z1011.*"k_pc\*K\*pc_sugar" is in g\^2\/h, but g\/h is expected/,
    );
  });

  it.each<[string, Partial<ModuleDeclaration>, string]>([
    ['a bare empirical number', { derive: { total: { law: 'pc_sugar*7', unit: 'g', means: 'x' } } }, 'Z1002'],
    ['an unknown law', { derive: { total: { law: 'foo(pc_sugar)', unit: 'g', means: 'x' } } }, 'Z1003'],
    ['an unknown name', { derive: { total: { law: 'pc_suger', unit: 'g', means: 'x' } } }, 'Z1033'],
    ['an unknown unit', { derive: { total: { law: 'pc_sugar', unit: 'stone', means: 'x' } } }, 'Z1010'],
    [
      'circular algebra',
      {
        derive: {
          total: { law: 'twice', unit: 'g', means: 'x' },
          twice: { law: 'total*2', unit: 'g', means: 'x' },
        },
      },
      'Z1034',
    ],
    ['a read that nobody writes', { reads: { ...tank.reads, missing: 'g' } }, 'Z1031'],
    [
      'a state that nothing changes',
      { states: { ...tank.states, idle: { value: 1, unit: 'g', range: [0, 2], means: 'x' } } },
      'Z1036',
    ],
    [
      'a value outside its range',
      {
        params: { ...tank.params, K: { value: 40, unit: 'g', range: [1, 9], means: 'x', grade: 'assumed' } },
      },
      'Z1037',
    ],
    [
      'a flow into nowhere',
      { flows: { ...tank.flows, lost: { from: 'acid', to: 'blud', rate: 'k_pc*acid', means: 'x' } } },
      'Z1035',
    ],
  ])('refuses %s', (_name, change, code) => {
    expect(codes(() => assemble([with_(change)], { name: 'bad' }))).toContain(code);
  });

  it('refuses a measured grade without a source', () => {
    const params = {
      ...tank.params,
      K: { value: 4, unit: 'g', range: [1, 9], means: 'x', grade: 'human-in-vivo' },
    };
    expect(
      codes(() => assemble([with_({ params } as unknown as Partial<ModuleDeclaration>)], { name: 'bad' })),
    ).toContain('Z1038');
  });

  it('refuses a name that two modules declare, and units of a read that differ', () => {
    expect(codes(() => assemble([tank, with_({ name: 'again' })], { name: 'bad' }))).toContain('Z1030');
    const reader = with_({
      name: 'reader',
      reads: { acid: 'g' },
      inputs: {},
      states: {},
      params: {},
      derive: {},
      flows: {},
    });
    expect(codes(() => assemble([tank, reader], { name: 'bad' }))).toContain('Z1032');
  });

  it('reports several problems at once', () => {
    const derive = {
      total: { law: 'pc_sugar*7', unit: 'g', means: 'x' },
      other: { law: 'nobody', unit: 'g', means: 'x' },
    };
    expect(
      codes(() =>
        assemble(
          [
            with_({
              derive,
              flows: {
                eat: { to: 'pc_sugar', rate: 'meal', means: 'x' },
                a: { from: 'dc_sugar', to: 'acid', rate: 'k_dc*dc_sugar', means: 'yield lacks its unit' },
              },
            }),
          ],
          { name: 'bad' },
        ),
      ).length,
    ).toBeGreaterThanOrEqual(3);
  });
});
