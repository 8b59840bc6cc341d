import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZonulaError } from '../../src/problem/problem.ts';
import type { PersonJob } from '../../src/simulate/contract.ts';
import { buildGut } from '../../src/simulate/gut.ts';
import { checkOverrides, personParameters } from '../../src/simulate/parameters.ts';
import { personFlags, shares } from '../../src/simulate/person-flags.ts';
import { jobOf, referenceTimeline } from './lives.ts';

const gut = buildGut('core');
const timeline = referenceTimeline(gut, 1);
const job = (person: number, more: Partial<PersonJob> = {}): PersonJob =>
  jobOf([timeline], { spread: 'both', draw: { seed: 9, member: person, person }, ...more });
const value = (values: Float64Array, id: string): number => values[gut.parameter.get(id) as number] as number;
const parameters = (
  who: PersonJob,
  settings: Parameters<typeof personParameters>[2] = [],
  attempt = 0,
): Float64Array => personParameters(gut, who, settings, attempt);

describe('parameters of a person', () => {
  it('of the reference person are the defaults', () => {
    expect([...parameters(job(3, { spread: 'default' }))]).toEqual(
      gut.system.parameters.map((parameter) => parameter.value),
    );
  });

  it('are the same for the same person and other for another', () => {
    expect(parameters(job(3))).toEqual(parameters(job(3)));
    expect(parameters(job(3))).not.toEqual(parameters(job(4)));
  });

  it('share what is uncertain and differ in what makes people differ', () => {
    const a = parameters(job(0, { draw: { seed: 9, member: 5, person: 1 }, spread: 'shared' }));
    const b = parameters(job(0, { draw: { seed: 9, member: 5, person: 2 }, spread: 'shared' }));
    expect(a).toEqual(b);
    const c = parameters(job(0, { draw: { seed: 9, member: 5, person: 2 }, spread: 'both' }));
    expect(value(c, 'CRP0')).not.toBe(value(b, 'CRP0'));
    // A parameter without listed variation is the same in all people of a member.
    expect(value(c, 'K_agc')).toBe(value(b, 'K_agc'));
  });

  it('stay inside their ranges when only the shared value is drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (member) => {
        const values = parameters(job(0, { draw: { seed: 2, member, person: 0 }, spread: 'shared' }));
        gut.system.parameters.forEach(({ range }, i) => {
          expect(values[i]).toBeGreaterThanOrEqual(range[0]);
          expect(values[i]).toBeLessThanOrEqual(range[1]);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('take an ensemble before the prior, conditions on top, overrides last', () => {
    const because = 'test';
    const shared = { set_sb: 0.2, k_ge: 0.6 };
    const add = { parameter: 'set_sb', how: 'add', value: 1.2, because } as const;
    const values = parameters(job(1, { shared, spread: 'shared' }), [add]);
    expect(value(values, 'set_sb')).toBeCloseTo(1.4, 12);
    expect(value(values, 'k_ge')).toBe(0.6);
    const multiplied = parameters(job(1, { shared, spread: 'shared' }), [
      { parameter: 'k_ge', how: 'multiply', value: 2, because },
    ]);
    expect(value(multiplied, 'k_ge')).toBeCloseTo(1.2, 12);
    const overridden = parameters(job(1, { shared, overrides: { set_sb: 7 } }), [add]);
    expect(value(overridden, 'set_sb')).toBe(7);
  });

  it('apply a condition that half of the people have to half of them, all its settings together', () => {
    const half = (parameter: string) =>
      ({ parameter, how: 'add', value: 5, share: 0.5, because: 'ibs_d' }) as const;
    let hit = 0;
    for (let person = 0; person < 400; person++) {
      const who = job(person, { spread: 'personal' });
      const values = parameters(who, [half('set_sb'), half('set_co')]);
      const leaky = value(values, 'set_sb') > 3;
      expect(value(values, 'set_co') > 3).toBe(leaky);
      if (leaky) hit += 1;
    }
    // Binomial: four standard deviations are 40.
    expect(Math.abs(hit - 200)).toBeLessThan(40);
  });

  it('draw how strong a condition is from its range, around its value', () => {
    const setting = {
      parameter: 'g_cel',
      how: 'set',
      value: 12,
      range: [6, 20],
      because: 'coeliac_untreated',
    } as const;
    const drawn = Array.from({ length: 300 }, (_, person) =>
      value(parameters(job(person, { spread: 'personal' }), [setting]), 'g_cel'),
    ).sort((a, b) => a - b);
    expect(drawn[0]).toBeGreaterThanOrEqual(6);
    expect(drawn[299]).toBeLessThanOrEqual(20);
    expect(Math.abs((drawn[150] as number) / 12 - 1)).toBeLessThan(0.1);
    expect(value(parameters(job(0, { spread: 'default' }), [setting]), 'g_cel')).toBe(12);
  });

  it('are drawn anew for a person who could not live, the member only where it stands for one person', () => {
    const who = job(2, { spread: 'shared' });
    expect(parameters(who, [], 1)).toEqual(parameters(who, [], 0));
    const alone = { ...who, redraw: 'member-and-person' } as const;
    expect(parameters(alone, [], 1)).not.toEqual(parameters(alone, [], 0));
    expect(parameters(alone, [], 0)).toEqual(parameters(who, [], 0));
  });
});

describe('flags', () => {
  it('come as often as published, and never against a known answer', () => {
    const many = 1000;
    let responders = 0;
    let lacking = 0;
    for (let person = 0; person < many; person++) {
      const flags = personFlags(gut, job(person), timeline, 0);
      responders += flags.constants.react ?? 0;
      if (!flags.lactasePersistent) lacking += 1;
      const known = personFlags(gut, job(person), { ...timeline, lactase: 'persistent' }, 0);
      expect(known.lactasePersistent).toBe(true);
    }
    expect(Math.abs(responders / many - shares.stressResponder)).toBeLessThan(0.06);
    expect(Math.abs(lacking / many - shares.lactaseNonPersistent)).toBeLessThan(0.06);
  });
});

describe('overrides', () => {
  it('of unknown parameters are refused with the nearest name', () => {
    expect(() => checkOverrides(gut, { k_gee: 1 })).toThrow(ZonulaError);
    expect(() => checkOverrides(gut, { k_gee: 1 })).toThrow(/Z5005.*k_ge\?/);
    expect(() => checkOverrides(gut, { k_ge: Number.NaN })).toThrow(/Z5006/);
  });

  it('outside their range are used and told', () => {
    expect(checkOverrides(gut, { k_ge: 0.5 })).toEqual([]);
    expect(checkOverrides(gut, { k_ge: 50 })).toEqual([
      expect.objectContaining({ code: 'Z5007', severity: 'warning' }),
    ]);
  });
});
