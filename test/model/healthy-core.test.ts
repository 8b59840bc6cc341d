import { beforeAll, describe, expect, test } from 'vitest';
import { coreModules } from '../../model/assemblies.ts';
import { randomStream } from '../../src/random/philox.ts';
import { Gut, type Trace } from './gut.ts';
import { isInside, Laboratory, type Row } from './rows.ts';

/** Means of a healthy day, specification section 3 (core and extension). Counters of inputs that are 0 are left out. */
const healthyTable: Readonly<Record<string, number>> = {
  st_fat: 10.7,
  st_prot: 9.6,
  st_starch: 15.5,
  st_sugar: 10.2,
  st_oli: 0.49,
  st_fib: 1.75,
  st_glu: 1.17,
  sb_fat: 0.92,
  sb_prot: 1.2,
  sb_starch: 2.98,
  sb_sugar: 0.36,
  sb_oli: 0.83,
  sb_fib: 3,
  sb_bact: 1.08,
  sb_glu: 0.29,
  co_ba: 1,
  pc_fib: 2.05,
  pc_oli: 0.0401,
  pc_prot: 0.989,
  dc_fib: 0.135,
  dc_oli: 0.00377,
  dc_prot: 0.289,
  pc_bac: 2.58,
  dc_bac: 5.14,
  pc_fir: 2.05,
  dc_fir: 4.1,
  pc_bif: 0.562,
  dc_bif: 0.986,
  pc_muc: 0.101,
  dc_muc: 0.378,
  pc_ent: 0.0646,
  dc_ent: 0.164,
  pc_ace: 20.2,
  dc_ace: 17.6,
  pc_ppa: 7.47,
  dc_ppa: 6.87,
  pc_bua: 6.4,
  dc_bua: 5.53,
  mu_in: 0.984,
  mu_out: 0.979,
  mu_sb: 1,
  sb_vil: 0.994,
  sb_dmg: 0.01,
  co_dmg: 0.01,
  sb_pore: 1,
  co_pore: 1,
  sb_leak: 1.03,
  co_leak: 1.01,
  ly_fat: 8.7,
  cm_fat: 0.73,
  lps_cm: 1.31,
  lps_lp: 1.05,
  lps_free: 0.032,
  lps_bound: 4.7,
  ag_lp: 0.24,
  tnf_m: 1.02,
  ifn_m: 1,
  treg: 1,
  mast: 1.01,
  neut: 1.01,
  s1: 0.07,
  s2: 0.07,
  s3: 0.07,
  tnf: 1.5,
  il6: 1.01,
  crp: 0.81,
  tol: 0.56,
  lbp: 7.2,
  crh: 1,
  cort: 1,
  d25: 55,
};
const derivedTable: Readonly<Record<string, number>> = {
  pc_scfa: 113,
  dc_scfa: 83,
  pc_ph: 6.01,
  dc_ph: 6.38,
  kt: 0.91,
  bup: 3.6,
};
const gate = 0.05;

describe('the healthy person of the core assembly', () => {
  let gut: Gut;
  let day: Trace;
  beforeAll(() => {
    gut = new Gut(coreModules, 'core');
    gut.reset().days(150);
    day = gut.run({
      hours: 24,
      record: [
        ...Object.keys(healthyTable),
        ...Object.keys(derivedTable),
        'scfa_production',
        'bacteria_out',
        'j_muc',
      ],
      everyHours: 0.05,
    });
  });

  test('has 74 states', () => {
    expect(gut.system.states.filter(({ module }) => module !== 'probes')).toHaveLength(74);
  });

  test.each(Object.entries({ ...healthyTable, ...derivedTable }))(
    '%s is within 5 %% of %f',
    (id, expected) => {
      expect(Math.abs(day.mean(id) / expected - 1)).toBeLessThan(gate);
    },
  );

  test('flows of the colon are as the specification has them', () => {
    expect((24 * day.mean('scfa_production')) / 468).toBeCloseTo(1, 1);
    expect((24 * day.mean('bacteria_out')) / 14.7).toBeCloseTo(1, 1);
    expect((24 * day.mean('j_muc')) / 3.4).toBeCloseTo(1, 1);
  });

  test('drifts by less than 0.1 % from one day 400 to day 401', () => {
    gut.reset().days(400, { relativeTolerance: 1e-6 });
    const record = Object.keys(healthyTable);
    const one = gut.run({ hours: 24, record, relativeTolerance: 1e-6 });
    const next = gut.run({ hours: 24, record, relativeTolerance: 1e-6 });
    for (const id of record) expect(Math.abs(next.mean(id) / one.mean(id) - 1), id).toBeLessThan(1e-3);
  });

  test('twenty scattered starts end in one state', () => {
    const scattered = Object.keys(healthyTable).filter((id) =>
      /^(pc|dc|mu|sb_(dmg|leak)|co_(dmg|leak)|tnf_m|ifn_m|treg|neut|lps_lp)/.test(id),
    );
    const ends = Array.from({ length: 20 }, (_, start) => {
      gut.reset();
      const random = randomStream(4, `start ${start}`);
      scattered.forEach((id, i) => {
        gut.put(id, gut.state(id) * Math.exp(random.normal(i)));
      });
      gut.days(250);
      return new Map(scattered.map((id) => [id, gut.state(id)]));
    });
    for (const id of scattered) {
      const values = ends.map((end) => end.get(id) as number);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
      expect(spread / mean, id).toBeLessThan(0.01);
    }
  });
});

describe('rows of the specification in the core assembly', () => {
  let rows: Row[];
  beforeAll(() => {
    rows = new Laboratory(new Gut(coreModules, 'core')).rows();
  });
  const find = (id: string): Row => {
    const row = rows.find((each) => each.id === id);
    if (!row) throw new RangeError(id);
    return row;
  };

  /** The specification's own misfits but T48 and T58, which are mended; nothing may grow this list in silence. */
  const outside = ['T57'];

  test('stands inside and outside the intervals exactly where the specification does', () => {
    expect(rows.filter((row) => !isInside(row)).map(({ id }) => id)).toEqual(outside);
    expect(rows).toHaveLength(89);
  });

  test('repeats the values of the prototype within 5 %', () => {
    // T21: the prototype does not say when after the last dose the drink was taken. The others were mended by studies
    // that it had left aside (docs/model-mends.md): three of four studies of active Crohn's disease (T56 to T59), all
    // published doses of endotoxin (T25 to T36), drinkers (T68, T69), small probes in acute infection (T63, T65);
    // and acids in stool that stay level on fibre (T41 to T51).
    const different = rows.filter(
      ({ prototype, value }) => prototype !== undefined && Math.abs(value / prototype - 1) > 0.05,
    );
    const ids = (first: number, last: number): string[] =>
      Array.from({ length: last - first + 1 }, (_, i) => `T${first + i}`);
    expect(different.map(({ id }) => id)).toEqual([
      'T21',
      'T25',
      ...ids(27, 36),
      ...ids(41, 51),
      ...ids(56, 59),
      'T63',
      'T65',
      'T68',
      'T69',
    ]);
    expect(find('T21').value / 3.01).toBeGreaterThan(0.9);
  });
});
