import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { coreModules, fullModules } from '../../model/assemblies.ts';
import { probes } from '../../model/probes.ts';
import { assemble, lawNames } from '../../src/language/assemble.ts';
import { expandModule } from '../../src/language/expand.ts';
import type { ModuleDeclaration } from '../../src/language/module.ts';
import { namesIn, parseLaw } from '../../src/language/parse.ts';
import { ZonulaError } from '../../src/problem/problem.ts';
import { Gut, referenceDiet, type Trace } from './gut.ts';

const isModule = (value: unknown): value is ModuleDeclaration =>
  typeof value === 'object' && value !== null && 'tier' in value && 'about' in value && 'name' in value;

/** Every module that a file of model/ exports. */
async function discover(): Promise<ModuleDeclaration[]> {
  const folder = new URL('../../model/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const exports = await Promise.all(
    files.map(async (file): Promise<unknown[]> => Object.values(await import(new URL(file, folder).href))),
  );
  return exports.flat().filter(isModule);
}
const modules = await discover();
const assembled = [...fullModules, probes];
const named = assembled.map((module): [string, ModuleDeclaration] => [module.name, module]);

describe('every module', () => {
  test('is in an assembly or a variant', () => {
    const used = new Set<ModuleDeclaration>([...coreModules, ...fullModules, probes]);
    const variants = new Set(['permeability', 'mucus-regulated', 'colon-lotka-volterra']);
    const left = modules.filter((module) => !used.has(module) && !variants.has(module.name));
    expect(left.map(({ name }) => name)).toEqual([]);
    expect(modules.length).toBeGreaterThan(60);
  });

  test.each(modules.map((module): [string, ModuleDeclaration] => [module.name, module]))(
    '%s explains itself: every flow, drift, state, parameter and derived quantity has its sentence',
    (_name, module) => {
      const flat = expandModule(module);
      const sentences = [
        module.about,
        module.title,
        ...[
          ...flat.flows.values(),
          ...flat.drift.values(),
          ...flat.states.values(),
          ...flat.params.values(),
          ...flat.derive.values(),
          ...flat.inputs.values(),
          ...flat.events.values(),
        ].map(({ means }) => means),
      ];
      for (const sentence of sentences) {
        expect(sentence.length).toBeGreaterThan(3);
        expect(sentence).toMatch(/^[A-Z0-9"]/);
      }
    },
  );

  test('every name that a module reads is used by a law of it', () => {
    const idle = assembled.flatMap((module) => {
      const used = lawNames(module);
      const flat = expandModule(module);
      for (const law of [...flat.states.values()].flatMap(({ holds }) => Object.values(holds ?? {})))
        namesIn(parseLaw(law, module.name), used as Set<string>);
      return [...flat.reads.keys()]
        .filter((name) => !used.has(name))
        .map((name) => `${module.name}: ${name}`);
    });
    expect(idle).toEqual([]);
  });

  test('every state is read by a law other than that of its own change, or marked as a read-out', () => {
    const states = new Map<string, boolean>();
    const read = new Set<string>();
    const collect = (text: string, except: ReadonlySet<string>): void => {
      const found = new Set<string>();
      namesIn(parseLaw(text, 'contract'), found);
      for (const name of found) if (!except.has(name)) read.add(name);
    };
    for (const module of assembled) {
      const flat = expandModule(module);
      for (const [id, { readOut }] of flat.states) states.set(id, readOut === true);
      for (const { law } of flat.derive.values()) collect(law, new Set());
      for (const { from, to, rate } of flat.flows.values()) {
        const ends = typeof to === 'string' ? [to] : Object.keys(to ?? {});
        // What leaves one pool for another is read by the other.
        collect(rate, new Set(ends.length === 0 && from !== undefined ? [from] : []));
      }
      for (const [id, { rate }] of flat.drift) collect(rate, new Set([id]));
    }
    const alone = [...states].filter(([id, readOut]) => !readOut && !read.has(id)).map(([id]) => id);
    const wronglyMarked = [...states]
      .filter(([id, readOut]) => readOut && read.has(id) && !id.match(/_(st|sb|pc|dc|pl)$/))
      .map(([id]) => id);
    // Twins of a state that is read: the proximal sulphide of the distal one, other food antigen of milk antigen.
    expect(alone).toEqual(['pc_h2s', 'ag_oth']);
    expect(wronglyMarked).toEqual([]);
  });

  test.each(named)('without %s the rest runs, or says in a numbered error what it lacks', (_name, module) => {
    const rest = fullModules.filter((other) => other !== module);
    try {
      assemble(rest, { name: 'rest' });
    } catch (error) {
      if (!(error instanceof ZonulaError)) throw error;
      for (const { code, message } of error.problems) {
        expect(code).toMatch(/^Z10\d\d$/);
        expect(message.length).toBeGreaterThan(10);
      }
      return;
    }
    if (module.tier !== 'full') return;
    const gut = new Gut(rest, 'rest');
    gut.reset().days(1);
    expect(gut.kernel.state.every(Number.isFinite)).toBe(true);
  });
});

/** Everything that a person can take or meet, for a day: opens gates that are shut at health. */
const eventful: Readonly<Record<string, number>> = {
  u_stress: 0.5,
  u_crh: 0.2,
  u_dscg: 0.3,
  u_lps: 5,
  u_nsaid_in: 0.1,
  u_abx: 0.03,
  u_path: 0.02,
  u_isch: 0.2,
  u_sleep: 1,
  u_allergen: 0.5,
  u_iu: 2000,
  u_obese: 1,
  u_ald: 0.3,
  u_slow: 0.2,
  u_transit: 0.1,
  u_antitnf: 0.2,
  u_chem: 0.2,
  u_bif_in: 0.002,
  u_bif_settled: 1,
  u_emul: 0.3,
  u_il6: 5,
  u_zn: 1,
  u_gln: 1,
  u_chronic: 1,
  u_lab_in: 0.002,
  u_alc_g: 5,
  u_drink: 0.05,
  u_opi: 0.3,
  u_ppi: 1,
  u_asp: 0.1,
  u_lactase: 0.3,
  u_hospital: 0.5,
  u_vagal: 0.1,
  season_d25: 5,
  nns: 2,
  sens: 1,
  meth: 0.5,
  cdi_carrier: 1,
  t2d: 1,
  live_cfu: 1e10,
  iron_in: 60,
  u_start_plan: 0.001,
  age: 70,
  GFR: 70,
  sfa_frac: 0.5,
  drink_osmolality: 1000,
  mlk_d: 40,
  gl_d: 250,
  vit_d_food_ug: 8,
  zinc_mg: 9,
  weight: 80,
};

/** Parameters that no rate or output of the full assembly feels, and why. */
const silentParameters = [
  // Core only: in the full assembly bile acids follow the bile that the ileum misses.
  'fat_ref',
  // They scale acids when the yield of bacteria differs from its reference; at the default yield they cancel.
  'carbon_per_hexose',
  'cY',
  // Core only: the colon leak follows secondary bile acids in the full assembly.
  'a_ba_l',
  // Amount of a drink: an event, not a rate.
  'full_dose',
];

describe('the full assembly as a whole', () => {
  let gut: Gut;
  let healthy: ReturnType<Gut['save']>;
  beforeAll(() => {
    gut = new Gut(fullModules, 'full');
    gut.reset().days(150);
    healthy = gut.save();
  });
  const own = (): Gut['system']['states'] => gut.system.states.filter(({ module }) => module !== 'probes');
  const inside = (trace: Trace, where: string): void => {
    for (const { id, range, value } of own()) {
      // Below zero by rounding of the steps at most: a share of the relative tolerance.
      const rounding = 1e-4 * Math.max(value, trace.peak(id)) + 1e-9;
      expect(Math.min(...trace.of(id)), `${id} ${where}`).toBeGreaterThan(Math.min(0, range[0]) - rounding);
      expect(trace.peak(id), `${id} ${where}`).toBeLessThan(range[1] * 1.0001);
    }
  };

  test('the healthy state is steady and inside its range', () => {
    gut.load(healthy);
    const record = own().map(({ id }) => id);
    const first = gut.run({ hours: 24, record, relativeTolerance: 1e-6 });
    gut.days(10);
    const later = gut.run({ hours: 24, record, relativeTolerance: 1e-6 });
    for (const { id, range, value, slow } of own()) {
      for (const each of later.of(id)) {
        expect(each, id).toBeLessThanOrEqual(range[1]);
        if (value > 0) expect(each, id).toBeGreaterThanOrEqual(Math.min(range[0], 0.5 * value));
      }
      const scale = Math.max(Math.abs(value), 1e-6);
      if (!slow && value > 0.001)
        expect(Math.abs(later.mean(id) - first.mean(id)) / scale, id).toBeLessThan(0.01);
    }
  });

  test('every input is named here, so that each is tried', () => {
    const meals = gut.system.inputs.filter(({ id }) => id.startsWith('meal_')).map(({ id }) => id);
    const resting = ['react', 'iron_food', 'b12_in'];
    const missing = gut.system.inputs
      .map(({ id }) => id)
      .filter((id) => !(id in eventful) && !meals.includes(id) && !resting.includes(id));
    expect(missing).toEqual([]);
  });

  test('every parameter moves some rate or output on a resting or an eventful day, or is listed as silent', () => {
    const { kernel, system } = gut;
    const constants = Object.fromEntries(Object.entries(eventful).filter(([id]) => gut.hasInput(id)));
    const moved = new Set<number>();
    const look = (time: number): void => {
      // Inputs of the moment stay as the run left them; parameters are changed one by one.
      kernel.restart();
      kernel.derivatives(time);
      kernel.evaluateOutputs(time);
      const rates = kernel.derivative.slice();
      const outputs = kernel.outputs.slice();
      system.parameters.forEach(({ value, range }, i) => {
        if (moved.has(i)) return;
        const before = kernel.parameters[i] as number;
        kernel.parameters[i] =
          before === range[1]
            ? before - 1e-3 * (Math.abs(value) || 1)
            : before + 1e-3 * (Math.abs(value) || range[1] || 1);
        kernel.prepare();
        kernel.derivatives(time);
        kernel.evaluateOutputs(time);
        const differs = (a: Float64Array, b: Float64Array): boolean =>
          a.some((x, k) => Math.abs(x - (b[k] as number)) > 1e-12 * (Math.abs(x) + 1e-9));
        if (differs(rates, kernel.derivative) || differs(outputs, kernel.outputs)) moved.add(i);
        kernel.parameters[i] = before;
      });
      kernel.prepare();
    };
    // Conditions switch on what healthy people do not have.
    const switches = { g_ibd: 2, g_cel: 4, g_mlk: 2, uc_col: 0.3, colon_ok: 1 };
    for (const life of [{}, constants]) {
      gut.set(life === constants ? switches : {}, true).load(healthy);
      for (let moment = 0; moment < 6; moment++) {
        // A quarter past 0, 4, 8 ..: one of them falls into a meal.
        gut.run({
          hours: moment === 0 ? 0.25 : 4,
          constants: life,
          diet: referenceDiet,
          boluses: [
            'lactulose',
            'mannitol',
            'rhamnose',
            'sucralose',
            'edta',
            'sucrose',
            'peg400',
            'peg1500',
            'peg4000',
          ].map((probe) => ({ state: `${probe}_st`, at: 0, amount: 100 })),
        });
        look(gut.clock);
      }
    }
    gut.set({}, true);
    const silent = system.parameters.filter((_, i) => !moved.has(i)).map(({ id }) => id);
    /** Carbon, nitrogen and water that a unit of a state holds: the balances alone use them. */
    const onlyForBalances = silent.filter((id) => /^[cn]_/.test(id));
    expect(silent.filter((id) => !onlyForBalances.includes(id))).toEqual(silentParameters);
  });

  test.each([
    ['a week of fasting', null, {}, 7],
    ['0 kcal for a day', null, {}, 1],
    [
      '8,000 kcal a day',
      { fat: 350, prot: 300, starch: 600, sugar: 300, fibre: 60, rs: 20, oli: 20, gluten: 30 },
      {},
      60,
    ],
    ['fat alone', { fat: 400, prot: 0, starch: 0, sugar: 0, fibre: 0, rs: 0, oli: 0, gluten: 0 }, {}, 30],
    ['sugar alone', { fat: 0, prot: 0, starch: 0, sugar: 800, fibre: 0, rs: 0, oli: 0, gluten: 0 }, {}, 30],
    ['fibre alone', { fat: 0, prot: 0, starch: 0, sugar: 0, fibre: 150, rs: 50, oli: 40, gluten: 0 }, {}, 30],
    ['age 95, weak kidneys, BMI 15', referenceDiet, { age: 95, GFR: 15, weight: 38 }, 30],
    ['age 18, BMI 60, diabetes', referenceDiet, { age: 18, u_obese: 1, t2d: 1, weight: 190 }, 60],
    ['everything at once', referenceDiet, eventful, 30],
    ['a bottle of spirits a day', referenceDiet, { u_alc_g: 12 }, 14],
  ] as const)('%s runs and stays possible', (name, diet, constants, days) => {
    gut.set({}, true).load(healthy);
    const trace = gut.run({
      hours: 24 * days,
      diet,
      constants: Object.fromEntries(Object.entries(constants).filter(([id]) => gut.hasInput(id))),
      record: own().map(({ id }) => id),
      everyHours: 1,
    });
    inside(trace, name);
  });
});
