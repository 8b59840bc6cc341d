import { beforeAll, describe, expect, test } from 'vitest';
import { coreModules, fullModules } from '../../model/assemblies.ts';
import { Gut, referenceDiet, type Trace } from './gut.ts';
import { isInside, Laboratory, type Row } from './rows.ts';

const week = 24 * 7;
const usualCourse = 0.06;

describe('the full assembly', () => {
  let gut: Gut;
  let healthy: ReturnType<Gut['save']>;
  const person = (): Gut => gut.set({}, true).load(healthy);
  const dayOf = (ids: readonly string[], constants: Readonly<Record<string, number>> = {}): Trace =>
    gut.run({ hours: 24, record: ids, constants, everyHours: 0.1 });

  beforeAll(() => {
    gut = new Gut(fullModules, 'full');
    gut.reset().days(150);
    healthy = gut.save();
  });

  test('has 156 states: those of the specification, the memory of alcohol and unabsorbed single sugars', () => {
    expect(gut.system.states.filter(({ module }) => module !== 'probes')).toHaveLength(156);
  });

  test('rests within 5 % of its healthy values where the core does not divide the food otherwise', () => {
    person();
    // Fibre and sugar are divided into more pools than in the core, whose values these states carry.
    const divided = new Set([
      'st_fib',
      'sb_fib',
      'pc_fib',
      'dc_fib',
      'st_sugar',
      'pc_oli',
      'dc_oli',
      'pc_ppa',
      'dc_ace',
      'pc_prot',
      'dc_bua',
      'pc_ace',
      'pc_bua',
    ]);
    const states = gut.system.states.filter(
      ({ module, id, value }) => module !== 'probes' && value > 0 && !divided.has(id),
    );
    const day = dayOf(states.map(({ id }) => id));
    for (const { id, value } of states) {
      if (id.startsWith('sick')) continue;
      expect(Math.abs(day.mean(id) / value - 1), id).toBeLessThan(0.1);
    }
  });

  test('keeps the masses of the main guilds of the core', () => {
    const core = new Gut(coreModules, 'core').reset();
    core.days(150);
    const ids = ['mass_bac', 'mass_fir', 'mass_bif', 'mass_muc', 'mass_ent', 'scfa_production', 'lal', 'crp'];
    const reference = core.run({ hours: 24, record: ids, everyHours: 0.1 });
    person();
    const day = dayOf(ids);
    for (const id of ids) expect(Math.abs(day.mean(id) / reference.mean(id) - 1), id).toBeLessThan(0.07);
  });

  test('stool, water and breath of a healthy day', () => {
    person();
    const day = dayOf([
      'stool_weight',
      'stool_water_share',
      'bristol_form',
      'water_to_colon',
      'breath_hydrogen',
      'ifabp',
      'citr',
      'ferr',
      'b12',
      'zinc',
    ]);
    expect(day.mean('stool_weight')).toBeCloseTo(123, -1);
    expect(day.mean('stool_water_share')).toBeCloseTo(0.762, 2);
    expect(day.mean('bristol_form')).toBeCloseTo(4, 1);
    expect(24 * day.mean('water_to_colon')).toBeCloseTo(1.1, 1);
    expect(day.at('breath_hydrogen', 7.9)).toBeLessThan(10);
    expect(day.mean('ifabp')).toBeCloseTo(1, 1);
    expect(day.mean('citr')).toBeCloseTo(39.8, 0);
    expect(day.mean('ferr')).toBeCloseTo(99, -1);
    expect(day.mean('b12')).toBeCloseTo(348, -1);
  });

  test('15 g of resistant starch a day: more acids, more hydrogen, sourer stool', () => {
    person();
    const before = dayOf(['scfa_production', 'h2_escape', 'dc_ph', 'mass_rum']);
    gut.days(30, { diet: { ...referenceDiet, rs: referenceDiet.rs + 15 } });
    const after = dayOf(['scfa_production', 'h2_escape', 'dc_ph', 'mass_rum']);
    expect(after.mean('scfa_production') / before.mean('scfa_production')).toBeGreaterThan(1.2);
    expect(after.mean('h2_escape') / before.mean('h2_escape')).toBeGreaterThan(1.3);
    expect(after.mean('mass_rum')).toBeGreaterThan(before.mean('mass_rum'));
    expect(after.mean('dc_ph')).toBeLessThan(before.mean('dc_ph'));
  });

  test('bran speeds transit and makes heavier, softer stool', () => {
    person();
    const ids = ['kt', 'stool_weight', 'bristol_form'];
    const before = dayOf(ids);
    gut.days(30, { diet: { ...referenceDiet, bran: 7.5 } });
    const after = dayOf(ids);
    expect(after.mean('kt')).toBeCloseTo(1.03, 1);
    expect(after.mean('kt')).toBeGreaterThan(before.mean('kt') * 1.08);
    // Cummings 1992: 5.9 g of stool per g of mixed fibre; the unfermented part alone gives more, fermented fibre less.
    const perGram = (after.mean('stool_weight') - before.mean('stool_weight')) / 7.5;
    expect(perGram).toBeGreaterThan(5);
    expect(perGram).toBeLessThan(12);
    expect(after.mean('bristol_form')).toBeGreaterThan(before.mean('bristol_form'));
  });

  test('C. difficile grows in carriers after antibiotics, not without, and not in others', () => {
    const peak = (carrier: number, dose: number): Trace => {
      person().days(30, { constants: { cdi_carrier: carrier } });
      return gut.run({
        hours: 24 * 45,
        constants: { cdi_carrier: carrier },
        exposures: dose > 0 ? [{ input: 'u_abx', from: 0, to: week, value: dose }] : [],
        record: ['dc_cdi', 'dc_dca', 'calprotectin'],
        everyHours: 2,
      });
    };
    const bloom = peak(1, usualCourse);
    expect(bloom.peak('dc_cdi')).toBeGreaterThan(0.02);
    const day = (bloom.time[bloom.of('dc_cdi').indexOf(bloom.peak('dc_cdi'))] as number) / 24;
    expect(day).toBeGreaterThan(7);
    expect(day).toBeLessThan(14);
    expect(bloom.of('dc_cdi').at(-1)).toBeLessThan(1e-3);
    expect(Math.min(...bloom.of('dc_dca'))).toBeLessThan(0.1);
    expect(peak(1, 0).peak('dc_cdi')).toBeLessThan(1e-4);
    expect(peak(0, usualCourse).peak('dc_cdi')).toBeLessThan(1e-6);
    // Half the strength: the threshold of the specification.
    expect(peak(1, usualCourse / 2).peak('dc_cdi')).toBeLessThan(0.02);
  });

  test('lactose raises breath hydrogen in people without lactase, not in others', () => {
    const rise = (lct: number): number => {
      gut.set({ lct }, true).load(healthy).days(7);
      gut.run({ hours: 8, diet: null });
      const trace = gut.run({
        hours: 5,
        exposures: [{ input: 'meal_lac', from: 0, to: 0.25, value: 100 }],
        record: ['breath_hydrogen'],
        everyHours: 0.05,
      });
      return trace.peak('breath_hydrogen') - trace.at('breath_hydrogen', 0);
    };
    expect(rise(1)).toBeLessThan(10);
    expect(rise(0.08)).toBeGreaterThan(20);
  });

  test('a gut infection peaks after a day or two and dies out within three weeks', () => {
    const course = person().run({
      hours: 24 * 25,
      exposures: [{ input: 'u_path', from: 0, to: 24, value: 1 / 24 }],
      record: ['path', 'pi'],
      everyHours: 1,
    });
    expect(course.peak('path')).toBeCloseTo(0.77, 1);
    expect(course.at('path', 120)).toBeCloseTo(0.18, 1);
    expect(course.at('path', 240)).toBeLessThan(0.02);
    expect(course.at('path', 504)).toBeLessThan(1e-4);
    expect(course.of('pi').at(-1)).toBeGreaterThan(0.05);
  });

  test('alcohol in blood follows the drinks and opens junctions while it is there', () => {
    const evening = person().run({
      hours: 40,
      exposures: [{ input: 'u_alc_g', from: 20, to: 22, value: 21 }],
      record: ['alc', 'pl_sb'],
      everyHours: 0.1,
    });
    expect(evening.peak('alc')).toBeGreaterThan(0.5);
    expect(evening.peak('alc')).toBeLessThan(1);
    expect(evening.at('alc', 40)).toBeLessThan(0.01);
    expect(evening.peak('pl_sb')).toBeGreaterThan(1.05);
  });

  test('iron, hepcidin and stores: inflammation lowers plasma iron, tablets fill the store', () => {
    person().days(60, { constants: { iron_in: 60 } });
    expect(gut.state('ferr')).toBeGreaterThan(105);
    gut.set({ g_ibd: 6 }, true).load(healthy).days(60);
    expect(gut.state('hepc')).toBeGreaterThan(1.5);
    expect(gut.state('fe_p')).toBeLessThan(14);
  });
});

describe('rows of the specification in the full assembly', () => {
  let rows: Row[];
  let core: Row[];
  beforeAll(() => {
    rows = new Laboratory(new Gut(fullModules, 'full')).rows();
    core = new Laboratory(new Gut(coreModules, 'core')).rows();
  });

  test('stands outside the intervals only where the core does', () => {
    const outside = rows.filter((row) => !isInside(row)).map(({ id }) => id);
    expect(outside).toEqual(['T57']);
    expect(rows).toHaveLength(91);
  });

  test('leaves the rows of the core within 10 %, but for those that a mechanism of the full assembly changes', () => {
    /** Why each may differ: docs/model-mends.md. */
    const changed = new Set(['T33', 'T34', 'T37', 'T38', 'T46', 'T49', 'T50', 'T51', 'T63', 'N17']);
    const different = rows.filter(({ id, value }) => {
      const before = core.find((row) => row.id === id)?.value;
      return before !== undefined && !changed.has(id) && Math.abs(value / before - 1) > 0.1;
    });
    expect(different.map(({ id, value }) => `${id} ${value}`)).toEqual([]);
  });
});
