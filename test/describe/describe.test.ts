import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreModules, fullModules } from '../../model/assemblies.ts';
import { dependencyGraph, neighbourhood, toMermaid } from '../../src/codegen/dependency-graph.ts';
import { committedSensitivity } from '../../src/describe/committed-sensitivity.ts';
import { evaluateLaw } from '../../src/describe/evaluate-law.ts';
import {
  assumedShare,
  describeModel,
  explainQuantity,
  feltEffects,
  originOf,
  rankAssumed,
  referenceMeals,
  type SensitivityTable,
  sensitivityProblems,
  sentencesOf,
  topDrivers,
} from '../../src/describe/index.ts';
import { assemble } from '../../src/language/assemble.ts';
import { interpret, type Point } from '../../src/language/interpret.ts';
import type { ModuleDeclaration } from '../../src/language/module.ts';
import { parseLaw } from '../../src/language/parse.ts';
import type { ModelSystem } from '../../src/language/system.ts';

/** A tank with an inflow, a leak and a valve; a gauge follows its level. */
const tank: ModuleDeclaration = {
  name: 'tank',
  title: 'Tank',
  about: 'Water runs in and out.',
  tier: 'core',
  inputs: { tap: { value: 2, unit: 'L/h', range: [0, 10], means: 'Water from the tap' } },
  states: {
    level: { value: 4, unit: 'L', range: [0, 100], means: 'Water in the tank' },
    gauge: { value: 4, unit: 'L', range: [0, 100], means: 'Reading of the gauge', readOut: true },
    bucket: { value: 1, unit: 'L', range: [0, 100], means: 'Water in the bucket', readOut: true },
  },
  params: {
    k_leak: { value: 0.1, unit: '1/h', range: [0.05, 0.2], means: 'Leak', grade: 'assumed' },
    k_valve: { value: 0.4, unit: '1/h', range: [0.2, 0.8], means: 'Valve', grade: 'fitted', source: 'x' },
    K_stop: {
      value: 8,
      unit: 'L',
      range: [4, 16],
      means: 'Level that halves the tap',
      grade: 'in-vitro',
      source: 'x',
    },
    share: { value: 0.5, unit: '1', range: [0, 1], means: 'Share that hits the bucket', grade: 'assumed' },
    tau: { value: 2, unit: 'h', range: [1, 4], means: 'Lag of the gauge', grade: 'numerical', source: 'x' },
  },
  derive: { pressed: { law: 'inh(level, K_stop, 1)', unit: '1', means: 'Share of the tap that still runs' } },
  flows: {
    fill: { to: 'level', rate: 'tap*pressed', means: 'Water runs in' },
    drip: { from: 'level', rate: 'k_leak*level', means: 'Water leaks away' },
    pour: {
      from: 'level',
      to: { bucket: 'share' },
      rate: 'k_valve*level',
      means: 'The valve lets water out',
    },
  },
  drift: { gauge: { rate: 'relax(level, gauge, tau)', means: 'The gauge follows' } },
};
const toy = assemble([tank], { name: 'toy' });
const at = (system: ModelSystem, changes: Readonly<Record<string, number>> = {}): Point => {
  const vector = (list: readonly { id: string; value: number }[]): number[] =>
    list.map(({ id, value }) => changes[id] ?? value);
  return {
    states: vector(system.states),
    parameters: vector(system.parameters),
    inputs: vector(system.inputs),
    timeHours: 8,
  };
};

describe('what drives a quantity', () => {
  it('of matter: its flows, signed, with yields', () => {
    const drivers = topDrivers(toy, 'level', at(toy));
    expect(drivers.map(({ id, effect }) => [id, effect])).toEqual([
      ['tank.pour', -1.6],
      ['tank.fill', 2 * (1 / (1 + 0.5))],
      ['tank.drip', -0.4],
    ]);
    expect(topDrivers(toy, 'bucket', at(toy))).toMatchObject([
      { id: 'tank.pour', effect: 0.8, unit: 'L/h', share: 1 },
    ]);
  });

  it('of an index: what is not as in health, each put back alone', () => {
    const drivers = topDrivers(toy, 'gauge', at(toy, { level: 7 }));
    expect(drivers).toMatchObject([{ id: 'level', kind: 'state', effect: 1.5, unit: 'L/h' }]);
    expect(topDrivers(toy, 'gauge', at(toy))).toEqual([]);
  });

  it('of a derived quantity: states, inputs and parameters alike', () => {
    const drivers = topDrivers(toy, 'pressed', at(toy, { level: 8, K_stop: 2 }));
    const now = 1 / (1 + 8 / 2);
    expect(drivers.map(({ id, kind }) => [id, kind])).toEqual([
      ['K_stop', 'parameter'],
      ['level', 'state'],
    ]);
    expect(drivers[0]?.effect).toBeCloseTo(now - 1 / (1 + 8 / 8), 12);
    expect(drivers[1]?.effect).toBeCloseTo(now - 1 / (1 + 4 / 2), 12);
  });

  it('refuses an unknown name', () => {
    expect(() => topDrivers(toy, 'nobody', at(toy))).toThrow(/Z5810/);
  });

  it('names the pill and the inflammation that open the small bowel', () => {
    const full = assemble(fullModules, { name: 'full' });
    const drivers = topDrivers(full, 'sb_leak', at(full, { nsaid: 1, tnf_m: 4 }));
    expect(drivers.map(({ id }) => id)).toEqual(expect.arrayContaining(['nsaid', 'tnf_m']));
    for (const { effect } of drivers) expect(effect).toBeGreaterThan(0);
  });
});

describe('sentences', () => {
  const sentence = (law: string): string[] =>
    sentencesOf(toy, parseLaw(law, 'test'), { kind: 'quantity', means: 'Some quantity' });

  it('say the direction that the whole law has', () => {
    expect(sentence('inh(level, K_stop, 2)')).toEqual([
      'Water in the tank lowers some quantity, halved at 8 L.',
    ]);
    expect(sentence('1 - inh(level, K_stop, 2)')).toEqual([
      'Water in the tank raises some quantity, halved at 8 L.',
    ]);
    expect(sentence('tap*mo(level, K_stop)')).toEqual([
      'Water in the tank raises some quantity, half effect at 8 L.',
    ]);
    expect(sentence('level*inh(level, K_stop, 1)')).toEqual([
      'Water in the tank raises some quantity, fading beyond 8 L.',
    ]);
  });

  it('say when a gain is off, and nothing where there is nothing to say', () => {
    expect(sentence('(share - share)*mo(level, K_stop)')[0]).toContain('not in health');
    expect(sentence('tap + k_leak*level')).toEqual([]);
  });
});

describe('evaluating a law', () => {
  it('agrees with the interpreter of the assembled model', () => {
    const core = assemble(coreModules, { name: 'core' });
    const known = new Set(
      [...core.states, ...core.parameters, ...core.inputs, ...core.derived].map(({ id }) => id),
    );
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), fc.nat(23), (factor, hour) => {
        const point = {
          ...at(core),
          states: core.states.map(({ value }) => value * factor),
          timeHours: hour,
        };
        const values = new Map<string, number>();
        core.states.forEach(({ id }, i) => {
          values.set(id, point.states[i] ?? Number.NaN);
        });
        for (const { id, value } of [...core.parameters, ...core.inputs]) values.set(id, value);
        const derived = interpret(
          core,
          core.derived.map(({ node }) => node),
          point,
        );
        core.derived.forEach(({ id }, i) => {
          values.set(id, derived[i] ?? Number.NaN);
        });
        core.derived.forEach(({ law, id }, i) => {
          const tree = parseLaw(law, id);
          const value = evaluateLaw(tree, (name) => values.get(name) ?? Number.NaN, hour);
          // Laws that name what the core lacks have a stand-in that only the model knows.
          if ([...JSON.stringify(tree).matchAll(/"name":"(\w+)"/g)].some(([, name = '']) => !known.has(name)))
            return;
          const expected = derived[i] ?? Number.NaN;
          expect(Math.abs(value - expected), id).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('what is assumed', () => {
  it('counts every grade once; switches, chemistry and widths are no quantities of nature', () => {
    const { counts, byCount, notCounted } = assumedShare(toy);
    expect(counts).toEqual({ measured: 1, fitted: 1, assumed: 2 });
    expect(notCounted).toBe(1);
    expect(byCount).toEqual({ measured: 0.25, fitted: 0.25, assumed: 0.5 });
    expect(originOf('chemistry')).toBeUndefined();
  });

  const table: SensitivityTable = {
    modelHash: toy.hash,
    assembly: 'toy',
    horizonDays: 1,
    outputs: [
      { id: 'level', unit: 'L', value: 4, life: 'usual' },
      { id: 'gauge', unit: 'L', value: 4, life: 'hard' },
    ],
    parameters: [
      { id: 'k_leak', elasticity: [-0.2, -0.1], perDeviation: [-0.08, -0.04] },
      { id: 'k_valve', elasticity: [-0.5, -0.4], perDeviation: [-0.3, -0.2] },
      { id: 'K_stop', elasticity: [0.1, 0.1], perDeviation: [0.04, 0.04] },
    ],
  };

  it('weighs by what the outputs feel', () => {
    const felt = feltEffects(table).get('k_leak');
    expect(felt).toMatchObject({ mostOn: 'level', most: Math.expm1(-0.08), elasticity: -0.2 });
    expect(felt?.rootMeanSquare).toBeCloseTo(Math.sqrt((0.0064 + 0.0016) / 2), 12);
    const shares = assumedShare(toy, table).byEffect;
    const total = 0.008 + 0.13 + 0.0032;
    expect(shares?.assumed).toBeCloseTo(0.008 / total, 12);
    expect(shares?.fitted).toBeCloseTo(0.13 / total, 12);
  });

  it('ranks the assumed, and puts what the table does not know last, not at zero', () => {
    const ranked = rankAssumed(toy, table);
    expect(ranked.map(({ parameter }) => parameter.id)).toEqual(['k_leak', 'share']);
    expect(ranked[1]?.felt).toBeUndefined();
  });

  it('tells when the table is older than the model', () => {
    expect(sensitivityProblems(toy, table)).toEqual([]);
    expect(sensitivityProblems(toy, { ...table, modelHash: 'old' })).toMatchObject([
      { code: 'Z5811', severity: 'note' },
    ]);
  });
});

describe('the committed sensitivity table', () => {
  const table = committedSensitivity;
  const elasticity = (parameter: string, output: string): number => {
    const column = table.outputs.findIndex(({ id, life }) => id === output && life === 'usual');
    return table.parameters.find(({ id }) => id === parameter)?.elasticity[column] ?? Number.NaN;
  };

  it('is complete and finite', () => {
    for (const { id, elasticity: values, perDeviation } of table.parameters) {
      expect([...values, ...perDeviation].every(Number.isFinite), id).toBe(true);
      expect(values, id).toHaveLength(table.outputs.length);
    }
  });

  it('gives the elasticities that the equations say', () => {
    // Set-points that enter their output as a factor.
    expect(elasticity('CRP0', 'crp')).toBeCloseTo(1, 2);
    expect(elasticity('lps0', 'lps_free')).toBeCloseTo(1, 2);
    expect(elasticity('LBP0', 'lbp')).toBeCloseTo(1, 2);
    // What cannot matter in health.
    expect(elasticity('k_abx', 'crp')).toBe(0);
    // A month of 25(OH)D with a loss of 0.00191 per hour has gone 72 % of the way, less what fat gives back.
    expect(elasticity('D25_0', 'd25')).toBeGreaterThan(0.6);
    expect(elasticity('D25_0', 'd25')).toBeLessThan(1 - Math.exp(-0.00191 * 24 * 28) + 0.01);
  });
});

describe('a quantity opened', () => {
  it('of matter: its flows with their numbers, and what acts through algebra', () => {
    const { laws, parameters, origins, actedOnBy, actsOn } = explainQuantity(toy, 'level');
    expect(laws.map(({ means, role }) => [means, role])).toEqual([
      ['Water runs in', 'gain'],
      ['Water leaks away', 'loss'],
      ['The valve lets water out', 'loss'],
    ]);
    // K_stop stands in the algebra between tap and level.
    expect(parameters.map(({ id }) => id)).toEqual(['K_stop', 'k_leak', 'k_valve']);
    expect(origins).toEqual({ measured: 1, fitted: 1, assumed: 1 });
    expect(actedOnBy.map(({ id }) => id)).toEqual(['tap']);
    expect(actsOn.map(({ id }) => id).sort()).toEqual(['bucket', 'gauge', 'pressed']);
  });

  it('counts a yield among the numbers', () => {
    expect(explainQuantity(toy, 'bucket').parameters.map(({ id }) => id)).toContain('share');
  });

  it('opens the leak of the small bowel down to its studies', () => {
    const full = assemble(fullModules, { name: 'full' });
    const { references, actedOnBy, module } = explainQuantity(full, 'sb_leak');
    expect(module.name).toBe('junctions');
    expect(references.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['vanuytsel-2014', 'cummins-2001']),
    );
    expect(actedOnBy.map(({ id }) => id)).toEqual(expect.arrayContaining(['tnf_m', 'mast', 'nsaid', 'd25']));
  });

  it('opens every quantity of the full model', () => {
    const full = assemble(fullModules, { name: 'full' });
    for (const { id } of [...full.states, ...full.derived]) {
      const { laws, quantity } = explainQuantity(full, id);
      expect(laws.length, id).toBeGreaterThan(0);
      expect(quantity.means.length, id).toBeGreaterThan(3);
    }
    expect(() => explainQuantity(full, 'zonulin')).toThrow(/Z5810/);
  });
});

describe('the reference day', () => {
  const total = (modules: typeof coreModules): Record<string, number> => {
    const sums: Record<string, number> = {};
    for (const { input, startHours, endHours, value } of referenceMeals(assemble(modules, { name: 'x' })))
      sums[input] = (sums[input] ?? 0) + value * (endHours - startHours);
    return sums;
  };

  it('is the same food for both assemblies, divided as each needs it', () => {
    const [core, full] = [total(coreModules), total(fullModules)];
    expect(core.meal_fat).toBeCloseTo(110, 9);
    // Core counts lactose as sugar and resistant starch as fibre (three quarters of 14.4 g and 7.2 g).
    expect(core.meal_sugar).toBeCloseTo((full.meal_sugar ?? 0) + (full.meal_lac ?? 0), 9);
    expect(core.meal_fib).toBeCloseTo((full.meal_fib ?? 0) + (full.meal_rs ?? 0), 9);
    expect((full.meal_fib ?? 0) + (full.meal_nsf ?? 0)).toBeCloseTo(14.4, 9);
    expect((full.meal_glu ?? 0) + (full.meal_mlk ?? 0) + (full.meal_oth ?? 0)).toBeCloseTo(99, 9);
    expect(core.meal_lac).toBeUndefined();
  });
});

describe('who acts on whom', () => {
  const core = assemble(coreModules, { name: 'core' });
  const graph = dependencyGraph(core);

  it('follows names in laws and flows into others', () => {
    const edge = (from: string, to: string): readonly string[] =>
      graph.edges.find((each) => each.from === from && each.to === to)?.names ?? [];
    expect(edge('junctions', 'permeability')).toContain('sb_leak');
    expect(edge('small-bowel', 'colon-substrates').length).toBeGreaterThan(0);
    for (const { from, to } of graph.edges) expect(from).not.toBe(to);
  });

  it('draws a module with its neighbours', () => {
    const near = neighbourhood(graph, 'junctions');
    expect(near.modules.length).toBeLessThan(graph.modules.length);
    const text = toMermaid(near, { focus: 'junctions', label: ({ names }) => String(names.length) });
    expect(text).toMatch(/^flowchart LR\n/);
    expect(text).toContain('style junctions stroke-width:4px');
    expect(text).not.toMatch(/[a-z]-[a-z]+ -->/);
  });
});

describe('a described model', () => {
  const core = assemble(coreModules, { name: 'core' });
  const model = describeModel(core);

  it('holds everything of the system once', () => {
    const all = <T>(pick: (module: (typeof model.modules)[number]) => readonly T[]): T[] =>
      model.modules.flatMap((module) => [...pick(module)]);
    expect(
      all(({ states }) => states)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(core.states.map(({ id }) => id).sort());
    expect(all(({ parameters }) => parameters)).toHaveLength(core.parameters.length);
    expect(all(({ flows }) => flows)).toHaveLength(core.flows.length);
    expect(all(({ drifts }) => drifts)).toHaveLength(core.drifts.length);
    expect(all(({ derived }) => derived)).toHaveLength(core.derived.length);
    expect(model.hash).toBe(core.hash);
  });

  it('says of every module what it reads from which other', () => {
    const junctions = model.modules.find(({ name }) => name === 'junctions');
    expect(junctions?.reads.find(({ module }) => module === 'systemic')?.names).toEqual(
      expect.arrayContaining(['tnf']),
    );
    expect(junctions?.reads.some(({ module }) => module === 'junctions')).toBe(false);
  });
});
