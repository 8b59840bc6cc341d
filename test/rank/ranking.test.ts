import { describe, expect, it } from 'vitest';
import { gutNamed } from '../../src/population/index.ts';
import { ZonulaError } from '../../src/problem/problem.ts';
import { type Ranking, rankChanges } from '../../src/rank/index.ts';
import {
  answered,
  examplePerson,
  type FakeOptions,
  fakeRunner,
  personLevel,
  personOf,
  westernPerson,
} from './fake-runner.ts';

const rank = (
  effect: FakeOptions['effect'],
  file = westernPerson('  conditions: []'),
  more: Partial<Parameters<typeof rankChanges>[1]> = {},
): Promise<Ranking> => rankChanges(file, { runner: fakeRunner({ effect }), people: 8, leading: 0, ...more });

const nsaidUser = examplePerson('weekly-nsaid-user');

describe('the ranking', () => {
  it('shows an effect as it is: paired, in percent, in every person', async () => {
    const ranking = await rank(
      (plan) => (plan === 'nsaid_stop' ? { series: { pl_sb: 0.6 } } : {}),
      nsaidUser,
    );
    const [first] = ranking.changes;
    expect(first?.id).toBe('nsaid_stop');
    const lining = first?.outcomes.lining_small_bowel;
    for (const p of ['p10', 'p25', 'p50', 'p75', 'p90'] as const) expect(lining?.[p]).toBeCloseTo(-40, 9);
    expect(lining?.chanceNoticeable).toBe(1);
    expect(lining?.chanceBetter).toBe(1);
    expect(first?.score).toMatchObject({ by: 'lining_small_bowel', chance: 1, grade: 'A', loss: 0 });
    // 40 % is two smallest differences of 20 %, grade A.
    expect(first?.score.value).toBeCloseTo(2, 9);
    expect(ranking.changes).toHaveLength(1);
    expect(ranking.noEffect).toContain('inulin');
    expect(ranking.noEffect).not.toContain('nsaid_stop');
    expect(first?.timeToNotice).toEqual({ weeks: 1, basis: 'model' });
  });

  it('tells a person for whom nothing helps', async () => {
    const ranking = await rank(() => ({}), examplePerson('high-fibre-healthy'));
    expect(ranking.changes).toEqual([]);
    expect(ranking.noEffect.length).toBeGreaterThan(10);
    expect(ranking.headline).toMatch(/Nothing here would help you/);
  });

  it('counts nothing for which good data show no effect, and what weak data show only weakly', async () => {
    // Inulin has grade N for the lining; oily fish has D for it.
    const ranking = await rank((plan) =>
      plan === 'inulin' || plan === 'oily_fish' ? { series: { pl_sb: 0.6 } } : {},
    );
    expect(ranking.noEffect).toContain('inulin');
    const fish = ranking.changes.find(({ id }) => id === 'oily_fish');
    expect(fish?.score.value).toBeCloseTo(2 * 0.2, 9);
    expect(ranking.noEffectDetails.find(({ id }) => id === 'inulin')?.score.value).toBe(0);
  });

  it('more butyrate is a gain only where fibre is short', async () => {
    const effect: FakeOptions['effect'] = (plan) =>
      plan === 'resistant_starch' ? { series: { dc_butyrate: 1.5 } } : {};
    const short = await rank(effect);
    expect(short.changes.map(({ id }) => id)).toEqual(['resistant_starch']);
    const enough = await rank(effect, examplePerson('high-fibre-healthy'));
    expect(enough.changes).toEqual([]);
  });

  it('a complaint that gets worse is taken off in full', async () => {
    const ranking = await rank(
      (plan) => (plan === 'wheat_bran' ? { symptoms: { bloating: 3 } } : {}),
      examplePerson('ibs-much-fodmap'),
    );
    const bran = ranking.changes.find(({ id }) => id === 'wheat_bran');
    expect(bran?.score.value).toBeLessThan(0);
    expect(bran?.score.lossBy).toBe('symptom_bloating');
    expect(bran?.why).toMatch(/may make worse: bloating/);
    expect(ranking.changes.at(-1)?.id).toBe('wheat_bran');
  });

  it('shows ties as ties and tells clear differences apart', async () => {
    const ranking = await rank(
      (plan) =>
        plan === 'nsaid_stop'
          ? { series: { pl_sb: 0.4 } }
          : plan === 'less_saturated_fat' || plan === 'oily_fish'
            ? { series: { pl_sb: 0.7 } }
            : {},
      nsaidUser,
    );
    const group = (id: string) => ranking.changes.find((one) => one.id === id)?.tieGroup;
    expect(group('nsaid_stop')).toBe(1);
    expect(group('less_saturated_fat')).toBe(2);
    // Same effect, other grade: 0.4 against 0.2.
    expect(group('oily_fish')).toBe(3);
    const tied = await rank((plan) =>
      plan === 'whole_grains' || plan === 'lactobacillus' || plan === 'multi_strain'
        ? { series: { pl_sb: 0.7 } }
        : {},
    );
    expect(new Set(tied.changes.map(({ tieGroup }) => tieGroup))).toEqual(new Set([1]));
    expect(tied.changes.map(({ id }) => id)).toEqual(['lactobacillus', 'multi_strain']);
  });

  it('orders otherwise when asked', async () => {
    const ranking = await rank(
      (plan) =>
        plan === 'stress_less'
          ? { series: { pl_sb: 0.3 } }
          : plan === 'lactobacillus'
            ? { series: { pl_sb: 0.7 } }
            : {},
      examplePerson('stressed-student'),
      { order: 'effort' },
    );
    const ids = ranking.changes.map(({ id }) => id);
    expect(ids.indexOf('lactobacillus')).toBeLessThan(ids.indexOf('stress_less'));
  });

  it('gives the same answer twice, and first cards on the way', async () => {
    const effect: FakeOptions['effect'] = (plan, job) => ({
      series: { pl_sb: personLevel(job, plan, 0.5), dc_butyrate: personLevel(job, `${plan}b`, 0.5) },
    });
    const partials: number[] = [];
    const more = { leading: 3, leadingPeople: 12, onPartial: (one: Ranking) => partials.push(one.people) };
    const first = await rank(effect, undefined, more);
    const second = await rank(effect, undefined, { leading: 3, leadingPeople: 12 });
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    expect(partials[0]).toBe(4);
    expect(first.stage).toBe(2);
    expect(first.people).toBe(12);
    expect(first.changes.filter(({ people }) => people === 12).length).toBeGreaterThan(0);
  });

  it('asks every person the same: one start, every change, 26 weeks', async () => {
    const seen: Parameters<typeof fakeRunner>[0]['seen'] = [];
    await rankChanges(westernPerson('  conditions: []'), {
      runner: fakeRunner({ effect: () => ({}), seen }),
      people: 3,
      leading: 0,
    });
    expect(seen).toHaveLength(3);
    for (const job of seen) {
      expect(job.timelines[0]?.plan).toBeUndefined();
      expect(new Set(job.timelines.map(({ horizonDays }) => horizonDays))).toEqual(new Set([182]));
    }
    expect(new Set(seen.map(({ draw }) => draw.person)).size).toBe(3);
  });

  it('leaves out people whose colon could not live, and says so', async () => {
    const runner = fakeRunner({
      effect: (plan, job) =>
        plan === 'lactobacillus' && job.draw.person === 0 ? { series: { pl_sb: 50 } } : {},
      redraws: (job) => (job.draw.person === 0 ? 7 : 0),
    });
    const ranking = await rankChanges(westernPerson('  conditions: []'), { runner, people: 8, leading: 0 });
    expect(ranking.people).toBe(7);
    expect(ranking.warnings.map(({ code }) => code)).toContain('Z9507');
    expect(ranking.noEffect).toContain('lactobacillus');
  });

  it('pairs of leading changes stand beside the better one alone', async () => {
    const effect: FakeOptions['effect'] = (plan) => {
      const has = (id: string): boolean => plan.split('+').includes(id);
      return {
        series: {
          pl_sb:
            (has('nsaid_stop') ? 0.7 : 1) * (has('lactobacillus') ? 0.7 : 1) * (has('kefir_daily') ? 0.7 : 1),
        },
      };
    };
    const ranking = await rank(effect, nsaidUser, { leading: 4, leadingPeople: 8 });
    const pair = ranking.pairs.find(({ ids }) => ids.includes('nsaid_stop') && ids.includes('lactobacillus'));
    expect(pair?.adds).toBe('more than either alone');
    expect(pair?.outcomes.lining_small_bowel?.p50).toBeCloseTo(-51, 9);
    expect(ranking.pairs.some(({ ids }) => ids.includes('nsaid_stop') && ids.includes('nsaid_switch'))).toBe(
      false,
    );
  });

  it('asks for weight and diet by name', async () => {
    const file = personOf('zonula: 1\nperson: { age: 40 }\n');
    const error = await rank(() => ({}), file).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(ZonulaError);
    expect((error as ZonulaError).problems.map(({ code }) => code)).toEqual(['Z9501', 'Z9502']);
    expect((error as ZonulaError).message).toMatch(/weight/);
    expect((error as ZonulaError).message).toMatch(/eats/);
  });

  it('a vegan who eats cod runs, with the warning carried along', async () => {
    const file = personOf(`zonula: 1
person: { age: 30, weight: 60 kg, safety: ${answered()} }
habitual: { menu: vegan, style: [vegan], adjust: [{ add: cod, amount: 100 g }] }`);
    const ranking = await rank(() => ({}), file, {
      problems: [{ code: 'Z3073', severity: 'warning', message: 'vegan, but cod' }],
    });
    expect(ranking.warnings.map(({ code }) => code)).toContain('Z3073');
  });

  it('stops when it is told to', async () => {
    const cancel = new AbortController();
    const run = rank(() => ({}), undefined, { signal: cancel.signal, onProgress: () => cancel.abort() });
    await expect(run).rejects.toThrow();
  });
});

describe('own data', () => {
  const effect: FakeOptions['effect'] = (plan, job) =>
    plan === 'lactobacillus' ? { series: { pl_sb: personLevel(job, 'crp') > 1 ? 0.5 : 1 } } : {};
  const runner = () =>
    fakeRunner({
      effect,
      tests: (job) => ({ crp: { crp: personLevel(job, 'crp') }, two_sugar: { ratio_0_5h: 0.017 } }),
    });
  const withResult = (measured: string) =>
    personOf(`zonula: 1
person: { age: 40, weight: 70 kg, conditions: [], safety: ${answered()} }
habitual: { menu: western }
measured: [${measured}]`);

  it('a measured value makes people like that count more; the population stands beside', async () => {
    const high = await rankChanges(withResult('{ test: crp, value: 0.25, unit: mg/dL }'), {
      runner: runner(),
      people: 40,
      leading: 0,
    });
    const change = [...high.changes, ...high.noEffectDetails].find(({ id }) => id === 'lactobacillus');
    const own = change?.outcomes.lining_small_bowel?.chanceNoticeable ?? 0;
    const population = change?.population?.lining_small_bowel?.chanceNoticeable ?? 0;
    expect(own).toBeGreaterThan(population);
    expect(high.ownData?.moved).toBe(true);
    expect(high.ownData?.effectiveSampleSize).toBeLessThan(40);
    expect(high.ownData?.effectiveSampleSize).toBeGreaterThanOrEqual(5);
  });

  it('says so when the data moved nothing', async () => {
    const ranking = await rankChanges(
      withResult('{ test: two_sugar, result: ratio_0_5h, value: 0.017, unit: ratio }'),
      {
        runner: runner(),
        people: 10,
        leading: 0,
      },
    );
    expect(ranking.ownData?.moved).toBe(false);
    expect(ranking.ownData?.says).toMatch(/moved nothing/);
  });

  it('says what it cannot use and why', async () => {
    const ranking = await rankChanges(
      withResult('{ test: two_sugar, value: 0.02, unit: ratio }, { test: crp, value: 3, unit: furlongs }'),
      { runner: runner(), people: 4, leading: 0 },
    );
    expect(ranking.ownData?.ignored).toHaveLength(2);
    expect(ranking.ownData?.ignored[0]?.because).toMatch(/Which result/);
    expect(ranking.ownData?.ignored[1]?.because).toMatch(/unit/);
  });

  it('without own data there is none to show', async () => {
    const ranking = await rank(() => ({}));
    expect(ranking.ownData).toBeNull();
    expect(ranking.noEffectDetails[0]?.population).toBeUndefined();
  });

  it('a test that tells the effect is worth more than one that does not', async () => {
    const told = fakeRunner({
      effect: (plan, job) =>
        plan === 'lactobacillus' ? { series: { pl_sb: 1 / personLevel(job, 'hidden', 1) } } : {},
      tests: (job) => ({
        crp: { crp: personLevel(job, 'hidden', 1) ** 2 },
        lbp: { lbp: 7 },
      }),
    });
    const ranking = await rankChanges(westernPerson('  conditions: []'), {
      runner: told,
      people: 30,
      leading: 0,
    });
    const value = (test: string) => ranking.tests.find((one) => one.test === test)?.expectedNarrowing ?? 0;
    expect(value('crp')).toBeGreaterThan(0.2);
    expect(value('lbp')).toBe(0);
  });
});

describe('what an effect rests on', () => {
  it('is the class of parameters that moves it', async () => {
    // An effect that follows one assumed parameter, whatever the others are.
    const assumed = gutNamed('core').system.parameters.find(
      ({ grade, range }) => grade === 'assumed' && range[0] > 0,
    );
    const runner = fakeRunner({
      effect: (plan, job) => {
        if (plan !== 'nsaid_stop') return {};
        const drawn = assumed === undefined ? undefined : job.shared?.[assumed.id];
        return { series: { pl_sb: 0.5 * (drawn === undefined ? 1 : drawn / (assumed?.value ?? 1)) } };
      },
    });
    const ranking = await rankChanges(nsaidUser, {
      runner,
      people: 4,
      leading: 2,
      leadingPeople: 4,
      pairs: false,
    });
    const shares = ranking.changes.find(({ id }) => id === 'nsaid_stop')?.shares;
    expect(shares).toEqual({ measured: 0, fitted: 0, assumed: 1, basis: 'effect' });
  });
});
