import { afterAll, describe, expect, it } from 'vitest';
import { foodTableKnowledge, type NormalisedFile, readPersonFile } from '../../src/person/index.ts';
import { compareFile, type FileRunOptions, runFile } from '../../src/population/index.ts';
import type { RunResult } from '../../src/simulate/result.ts';
import { createRunner } from '../../src/simulate/runner.ts';

const runner = createRunner({ assembly: 'core' });
afterAll(async () => {
  await runner.close();
});
const options: FileRunOptions = { runner, people: 4 };

function fileOf(text: string): NormalisedFile {
  const { normalised, problems } = readPersonFile(text, { foods: foodTableKnowledge });
  if (!normalised) throw new Error(problems.map(({ message }) => message).join('\n'));
  return normalised;
}

const ibuprofen = fileOf(`
zonula: 1
person: { age: 40, sex: male, weight: 82 kg, height: 178 cm, conditions: [] }
habitual: { menu: western }
plans:
  - name: tablets
    changes: [{ medicine: ibuprofen, dose: 400 mg, perDay: 3, fromDay: 3, days: 4 }]
  - name: nothing-much
    changes: [{ exercise: 30 min, effort: light, fromDay: 3, days: 1 }]
tests:
  - { test: two_sugar, day: 6 }
  - { test: breath_hydrogen, day: 6 }
horizon: 14 days
`);

describe('runFile', () => {
  it('gives the contract of zonula run', async () => {
    const result = await runFile(ibuprofen, 'tablets', options);
    expect(Object.keys(result)).toEqual([
      'zonula',
      'plan',
      'coverage',
      'timeDays',
      'series',
      'seriesWithoutChange',
      'tests',
      'symptoms',
      'warnings',
      'people',
      'seed',
    ]);
    const { measured, fitted, assumed } = result.zonula.assumedShare;
    expect(measured + fitted + assumed).toBeCloseTo(1, 6);
    expect(result.timeDays).toEqual(Array.from({ length: 14 }, (_, day) => day));
    for (const bands of [result.series, result.seriesWithoutChange]) {
      for (const [id, band] of Object.entries(bands)) {
        expect(band.unit, id).toBeTypeOf('string');
        for (const list of [band.p10, band.p25, band.p50, band.p75, band.p90]) {
          expect(list, id).toHaveLength(14);
          expect(list.every(Number.isFinite), id).toBe(true);
        }
        band.p10.forEach((low, day) => {
          expect(low, id).toBeLessThanOrEqual(band.p50[day] as number);
          expect(band.p50[day], id).toBeLessThanOrEqual(band.p90[day] as number);
        });
      }
    }
    expect(result.coverage.fibre_g).toBeGreaterThan(0.9);
    expect(result.coverage.resistant_starch_g).toBeLessThan(1);
    const [sugar, breath] = result.tests;
    expect(sugar?.results.ratio_0_5h).toMatchObject({ unit: 'ratio' });
    expect(breath?.results).toEqual({});
    expect(breath?.notModelled).toMatch(/not modelled yet/i);
    for (const symptom of Object.values(result.symptoms)) {
      expect(symptom.timeDays).toEqual([3.5, 10.5]);
      expect(symptom.chanceOfChange).toBeGreaterThanOrEqual(0);
      expect(symptom.chanceOfChange).toBeLessThanOrEqual(1);
      expect(Math.min(...symptom.p10)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...symptom.p90)).toBeLessThanOrEqual(10);
    }
    // The whole is JSON: nothing is lost on the way out and in.
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('gives the same bytes for the same file and seed, others for another seed', async () => {
    const bytes = async (seed?: number): Promise<string> =>
      JSON.stringify(await runFile(ibuprofen, 'tablets', { ...options, ...(seed ? { seed } : {}) }));
    expect(await bytes()).toBe(await bytes());
    expect(await bytes(5)).not.toBe(await bytes());
  });

  it('without a plan has the same on both sides and no chance of a change', async () => {
    const result = await runFile(ibuprofen, undefined, options);
    expect(result.series).toEqual(result.seriesWithoutChange);
    for (const { chanceOfChange } of Object.values(result.symptoms)) expect(chanceOfChange).toBe(0);
  });

  it('fills in while people are being done, and ends with the same', async () => {
    const partial: [number, RunResult][] = [];
    const result = await runFile(ibuprofen, 'tablets', {
      ...options,
      onPartial: (part, done) => {
        partial.push([done, part]);
      },
    });
    expect(partial.map(([done]) => done)).toEqual([1, 2, 3, 4]);
    expect(partial.at(-1)?.[1]).toEqual(result);
    expect(partial[0]?.[1].people).toBe(1);
  });

  it('takes shared values from an ensemble', async () => {
    const series = async (CRP0: number): Promise<number> => {
      const result = await runFile(ibuprofen, undefined, { ...options, ensemble: [{ CRP0 }] });
      return result.series.crp?.p50[0] as number;
    };
    expect((await series(1.6)) / (await series(0.8))).toBeGreaterThan(1.5);
  });

  it('carries what reading said, and what the model cannot see, as warnings', async () => {
    const said = { code: 'Z3024', severity: 'warning', message: 'A large dose.' } as const;
    const result = await runFile(ibuprofen, 'tablets', {
      ...options,
      problems: [said],
      overrides: { k_ge: 50 },
    });
    expect(result.warnings).toContainEqual({ code: 'Z3024', message: 'A large dose.' });
    expect(result.warnings.map(({ code }) => code)).toContain('Z5007');
  });

  it('refuses a plan that the file does not have, and an unknown parameter', async () => {
    await expect(runFile(ibuprofen, 'tablet', options)).rejects.toThrow(/Z3083.*tablets/);
    await expect(runFile(ibuprofen, undefined, { ...options, overrides: { nonsense: 1 } })).rejects.toThrow(
      /Z5005/,
    );
  });
});

describe('red flags', () => {
  it('stand first: bleeding, and a gluten-free plan before a test for coeliac disease', async () => {
    const file = fileOf(`
zonula: 1
person: { age: 40, sex: female, weight: 60 kg, height: 170 cm, safety: { bleeding: yes } }
habitual: { menu: western }
plans: [{ name: no-gluten, changes: [{ menu: gluten_free }] }]
horizon: 2 days
`);
    const { warnings } = await runFile(file, 'no-gluten', { ...options, people: 1 });
    expect(warnings.slice(0, 2).map(({ code }) => code)).toEqual(['Z5040', 'Z5041']);
    const without = await runFile(file, undefined, { ...options, people: 1 });
    expect(without.warnings.map(({ code }) => code)).not.toContain('Z5041');
  });

  it('warn before heavy drinking is stopped at once', async () => {
    const file = fileOf(`
zonula: 1
person: { age: 54, sex: male, weight: 78 kg, height: 176 cm }
habitual: { menu: western, alcohol: [{ alcohol: 80 g, at: "18:00" }] }
plans:
  - { name: stop, changes: [{ stop: alcohol, fromDay: 1 }] }
  - { name: walk, changes: [{ exercise: 30 min, effort: light, fromDay: 1, days: 1 }] }
horizon: 2 days
`);
    const codes = async (plan: string): Promise<string[]> =>
      (await runFile(file, plan, { ...options, people: 1 })).warnings.map(({ code }) => code);
    expect(await codes('stop')).toContain('Z5042');
    expect(await codes('walk')).not.toContain('Z5042');
  });

  it('are not raised by questions that nobody answered', async () => {
    const { warnings } = await runFile(ibuprofen, 'tablets', { ...options, people: 1 });
    expect(warnings.filter(({ code }) => code === 'Z5040' || code === 'Z5041')).toEqual([]);
  });
});

describe('what a run holds', () => {
  it('asks its runner for no list of people, alone or compared', async () => {
    const kept: (boolean | undefined)[] = [];
    const watched: FileRunOptions = {
      people: 2,
      runner: {
        ...runner,
        run: async (jobs, how) => {
          kept.push(how?.keep);
          const people = await runner.run(jobs, how);
          expect(people).toEqual([]);
          return people;
        },
      },
    };
    const { people, series } = await runFile(ibuprofen, 'tablets', watched);
    expect(people).toBe(2);
    expect(series.sb_leak?.p50).toHaveLength(14);
    expect((await compareFile(ibuprofen, ['tablets'], watched)).people).toBe(2);
    expect(kept).toEqual([false, false]);
  });
});

describe('compareFile', () => {
  it('sets every plan beside the same people, all plans when none is named', async () => {
    const result = await compareFile(ibuprofen, [], options);
    expect(result.plans.map(({ plan }) => plan)).toEqual(['tablets', 'nothing-much']);
    const [tablets, nothing] = result.plans;
    const before = tablets?.differences.pl_sb;
    // Nothing has happened before the first tablet: the same to the last bit.
    expect(before?.p90[1]).toBe(0);
    expect(before?.p10[6]).toBeGreaterThan(0);
    expect(before?.shareHigherByDay[6]).toBe(1);
    expect(before?.shareHigher).toBe(before?.shareHigherByDay.at(-1));
    const size = Math.abs(nothing?.differences.pl_sb?.p50[13] ?? Number.NaN);
    expect(size).toBeLessThan(0.05);
    expect(result.withoutChange.series).toEqual(
      (await runFile(ibuprofen, 'tablets', options)).seriesWithoutChange,
    );
  });

  it('needs a plan', async () => {
    await expect(compareFile({ ...ibuprofen, plans: [] }, [], options)).rejects.toThrow(/Z5030/);
  });
});
