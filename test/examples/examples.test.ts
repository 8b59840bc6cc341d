import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPersonFileFromDisk } from '../../src/person/file-system.ts';
import { buildTimeline, foodTableKnowledge, type NormalisedFile } from '../../src/person/index.ts';
import { compareFile, runFile } from '../../src/population/index.ts';
import { defaultAssembly } from '../../src/simulate/assemblies.ts';
import type { PersonCourse } from '../../src/simulate/contract.ts';
import { buildGut } from '../../src/simulate/gut.ts';
import { GutKernels } from '../../src/simulate/kernels.ts';
import { liveTogether } from '../../src/simulate/one-person.ts';
import { createRunner } from '../../src/simulate/runner.ts';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
const kernels = new GutKernels(buildGut(defaultAssembly));
const names = [
  'antibiotic-course-with-probiotic',
  'antibiotic-course',
  'chronic-alcohol',
  'coeliac-gluten-free',
  'exam-month',
  'fat-rich-week',
  'high-fibre-switch',
  'ibuprofen-week',
  'western-day',
];

async function read(name: string): Promise<NormalisedFile> {
  const { normalised, problems } = await readPersonFileFromDisk(`${folder}${name}.yaml`, {
    foods: foodTableKnowledge,
  });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!normalised) throw new Error(`${name} cannot be read`);
  return normalised;
}

/** The reference person through the file: without the change, then plan by plan. */
async function lived(name: string): Promise<readonly [PersonCourse, ...PersonCourse[]]> {
  const file = await read(name);
  const timelines = [undefined, ...file.plans.map((plan) => plan.name)].map((plan) =>
    buildTimeline(file, plan, foodTableKnowledge),
  );
  const [courses] = liveTogether(kernels, [
    { draw: { seed: 1, member: 0, person: 0 }, spread: 'default', timelines },
  ]);
  return courses as unknown as readonly [PersonCourse, ...PersonCourse[]];
}
const on = (course: PersonCourse | undefined, id: string, day: number): number =>
  course?.daily[id]?.at(day) ?? Number.NaN;
/** A series with the plan over the same without. */
const ratio = (with_: PersonCourse | undefined, without: PersonCourse, id: string, day: number): number =>
  on(with_, id, day) / on(without, id, day);
const sugar = (course: PersonCourse | undefined, day: number, id: string): number =>
  course?.tests.find((test) => test.test === 'two_sugar' && test.day === day)?.exact[id] ?? Number.NaN;

describe('every example says what it should, in the reference person', () => {
  it('has an expectation for every file', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort(),
    ).toEqual(names.map((name) => `${name}.yaml`).sort());
  });

  it('a Western day, every day: nothing moves', async () => {
    const [life] = await lived('western-day');
    for (const id of ['pl_sb', 'ps_sb', 'dc_butyrate', 'crp', 'share_fir', 'mu_in'])
      expect(Math.abs(on(life, id, -1) / on(life, id, 0) - 1), id).toBeLessThan(0.005);
  });

  it('a week of ibuprofen: lactulose rises, mannitol does not, and it passes', async () => {
    const [without, tablets] = await lived('ibuprofen-week');
    expect(sugar(tablets, 13, 'lactulose_0_5h') / sugar(without, 13, 'lactulose_0_5h')).toBeGreaterThan(1.2);
    const mannitol = sugar(tablets, 13, 'mannitol_0_5h') / sugar(without, 13, 'mannitol_0_5h');
    expect(mannitol).toBeGreaterThan(0.9);
    expect(mannitol).toBeLessThan(1.1);
    expect(Math.abs(ratio(tablets, without, 'pl_sb', -1) - 1)).toBeLessThan(0.05);
  });

  it('untreated coeliac disease: short villi; without gluten they grow and the leak closes', async () => {
    const [without, glutenFree] = await lived('coeliac-gluten-free');
    expect(on(without, 'sb_vil', 0)).toBeLessThan(0.4);
    expect(on(glutenFree, 'sb_vil', -1)).toBeGreaterThan(on(without, 'sb_vil', -1) + 0.25);
    expect(ratio(glutenFree, without, 'pl_sb', -1)).toBeLessThan(0.6);
    expect(sugar(glutenFree, 180, 'mannitol_0_5h')).toBeGreaterThan(sugar(without, 180, 'mannitol_0_5h'));
  });

  it('much fibre: more butyrate and a lower pH, and no wonder in the leak', async () => {
    const [without, slowly, atOnce] = await lived('high-fibre-switch');
    for (const plan of [slowly, atOnce]) {
      expect(ratio(plan, without, 'dc_butyrate', -1)).toBeGreaterThan(1.2);
      expect(on(plan, 'dc_ph', -1)).toBeLessThan(on(without, 'dc_ph', -1));
      expect(Math.abs(ratio(plan, without, 'pl_sb', -1) - 1)).toBeLessThan(0.1);
    }
    // A ramp ends where the jump ends, but not at once.
    expect(ratio(slowly, atOnce as PersonCourse, 'dc_butyrate', -1)).toBeCloseTo(1, 1);
    expect(ratio(slowly, without, 'dc_butyrate', 2)).toBeLessThan(ratio(atOnce, without, 'dc_butyrate', 2));
  });

  it('an exam month: leakier while it lasts', async () => {
    const [without, exams] = await lived('exam-month');
    expect(ratio(exams, without, 'pl_sb', 35)).toBeGreaterThan(1.02);
    expect(Math.abs(ratio(exams, without, 'pl_sb', -1) - 1)).toBeLessThan(0.1);
  });

  it('a fat-rich week: endotoxin travels with the fat, and is back afterwards', async () => {
    const [without, fat] = await lived('fat-rich-week');
    expect(ratio(fat, without, 'lps_cm', 10)).toBeGreaterThan(1.2);
    expect(Math.abs(ratio(fat, without, 'lps_cm', -1) - 1)).toBeLessThan(0.05);
  });

  it('heavy drinking: a leaky lining that closes when it stops', async () => {
    const [without, stopped] = await lived('chronic-alcohol');
    expect(on(without, 'pl_sb', 0)).toBeGreaterThan(1.3);
    expect(ratio(stopped, without, 'pl_sb', -1)).toBeLessThan(0.8);
  });

  it('an antibiotic: fewer bacteria for a while; the probiotic makes hardly any difference', async () => {
    const [without, alone, together] = await lived('antibiotic-course-with-probiotic');
    expect(ratio(alone, without, 'bacteria_out', 12)).toBeLessThan(0.95);
    expect(Math.abs(ratio(alone, without, 'bacteria_out', -1) - 1)).toBeLessThan(0.05);
    for (const id of ['pl_sb', 'share_bac', 'share_fir', 'dc_butyrate'])
      expect(Math.abs(ratio(together, alone as PersonCourse, id, -1) - 1), id).toBeLessThan(0.1);
    const [, same] = await lived('antibiotic-course');
    expect(same?.daily.pl_sb).toEqual(alone?.daily.pl_sb);
  });
});

describe('every example runs with drawn people', () => {
  const runner = createRunner();
  it.each(names)('%s', async (name) => {
    const file = await read(name);
    const options = { runner, people: 2, seed: 2 };
    const lives =
      file.plans.length > 0
        ? (await compareFile(file, [], options)).plans
        : [await runFile(file, undefined, options)];
    for (const life of lives) {
      for (const [id, { p10, p90 }] of Object.entries(life.series))
        expect([...p10, ...p90].every(Number.isFinite), id).toBe(true);
      for (const { test, results, notModelled } of life.tests)
        expect(Object.keys(results).length > 0 || notModelled !== undefined, test).toBe(true);
    }
  });
});
