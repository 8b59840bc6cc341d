import { describe, expect, it } from 'vitest';
import { ZonulaError } from '../../src/problem/problem.ts';
import { askDose, askFibre, askLeaveOneOut } from '../../src/rank/index.ts';
import { doseForChance, doseOfNearlyAll } from '../../src/rank/inverse.ts';
import { answered, fakeRunner, westernPerson } from './fake-runner.ts';

const point = (dose: number, p50: number, chanceNoticeable: number) => ({
  dose,
  unit: 'g',
  outcome: {
    title: '',
    group: 'bacteria',
    unit: '',
    p10: p50,
    p25: p50,
    p50,
    p75: p50,
    p90: p50,
    chanceNoticeable,
    chanceNoticeablyWorse: 0,
    chanceBetter: 1,
    smallest: 20,
    smallestBasis: 'chosen' as const,
    basis: 'model' as const,
  },
});

describe('questions asked backwards', () => {
  it('the dose of an even chance lies between those tried', () => {
    expect(doseForChance([point(5, 5, 0.2), point(10, 12, 0.4), point(20, 20, 0.8)], 0.5)).toBeCloseTo(
      12.5,
      9,
    );
    expect(doseForChance([point(5, 5, 0.6)], 0.5)).toBeCloseTo((5 * 0.5) / 0.6, 9);
    expect(doseForChance([point(5, 5, 0.1), point(10, 6, 0.2)], 0.5)).toBeNull();
  });

  it('a dose beyond which nothing is added, and none while it still grows', () => {
    expect(doseOfNearlyAll([point(5, 5, 0), point(10, 9.8, 0), point(20, 10, 0)])).toBe(10);
    expect(doseOfNearlyAll([point(5, 5, 0), point(10, 7, 0), point(20, 10, 0)])).toBeNull();
  });

  it('fibre: how much for an even chance, how slowly for the least bloating', async () => {
    const runner = fakeRunner({
      effect: (plan, job) => {
        const [, grams = 0, days = 0] = /^fibre-(\d+)g-(\d+)d$/.exec(plan)?.map(Number) ?? [];
        // The k-th person counts it from 1.5 k % a gram on.
        const slope = 0.005 + 0.0025 * (job.draw.person % 8);
        return { series: { dc_butyrate: 1 + slope * grams }, symptoms: { bloating: days < 20 ? 3 : 0.1 } };
      },
    });
    const answer = await askFibre(westernPerson(), { runner, people: 16 });
    expect(answer.evenChanceGrams).toBeGreaterThan(10);
    expect(answer.evenChanceGrams).toBeLessThan(20);
    expect(answer.ramps.find(({ days }) => days === 1)?.chanceMoreBloating).toBe(1);
    expect(answer.ramps.find(({ days }) => days === 56)?.chanceMoreBloating).toBe(0);
    expect(answer.cautions.map(({ rule }) => rule)).toContain('fibre_slowly');
  });

  it('fibre with a narrowed gut answers with the warning', async () => {
    const runner = fakeRunner({ effect: () => ({}) });
    const answer = await askFibre(westernPerson('', answered({ stricture: 'yes' })), { runner, people: 2 });
    expect(answer.cautions[0]?.rule).toBe('fibre_stricture');
    expect(answer.evenChanceGrams).toBeNull();
  });

  it('dose: saturates where the effect does', async () => {
    const runner = fakeRunner({
      effect: (plan) => {
        const factor = Number(/x([\d.]+)$/.exec(plan)?.[1] ?? 0);
        return { series: { mass_bif: 1 + Math.min(1, factor) } };
      },
    });
    const answer = await askDose(westernPerson(), 'inulin', { runner, people: 4 });
    expect(answer.outcome).toBe('bifidobacteria');
    expect(answer.nothingMoreFrom).toBe(8);
    await expect(askDose(westernPerson(), 'mediterranean', { runner, people: 2 })).rejects.toBeInstanceOf(
      ZonulaError,
    );
  });

  it('a dose of vitamin D never passes the upper limit', async () => {
    const answer = await askDose(westernPerson(), 'vitamin_d', {
      runner: fakeRunner({ effect: () => ({}) }),
      people: 2,
    });
    for (const { dose } of answer.doses) expect(dose / 40).toBeLessThanOrEqual(100);
  });

  it('leave one out: what matters most stands first', async () => {
    const runner = fakeRunner({
      effect: (plan) =>
        plan === 'without-ibuprofen'
          ? { series: { pl_sb: 0.6 } }
          : plan === 'without-cola'
            ? { series: { pl_sb: 0.95 } }
            : {},
    });
    const file = westernPerson(
      '',
      answered(),
      '  medicines: [{ medicine: ibuprofen, dose: 400 mg, perDay: 3 }]',
    );
    const answer = await askLeaveOneOut(file, { runner, people: 4 });
    expect(answer.parts[0]).toMatchObject({ part: 'ibuprofen', outcome: 'lining_small_bowel' });
    expect(answer.parts[0]?.betterWithout).toBeCloseTo(2, 9);
    expect(answer.says).toMatch(/Ibuprofen|ibuprofen/);
  });
});
