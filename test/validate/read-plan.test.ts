import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coreModules } from '../../model/assemblies.ts';
import { assemble } from '../../src/language/assemble.ts';
import { vocabularyOf } from '../../src/validate/model-vocabulary.ts';
import { planJsonSchemaText } from '../../src/validate/plan-json-schema.ts';
import { planProblemCodes } from '../../src/validate/problem-codes.ts';
import { readPlanFolder, readPlanTexts } from '../../src/validate/read-plan.ts';

const vocabulary = vocabularyOf(assemble(coreModules, { name: 'core' }));

const head = `zonulaPlan: 1
study: a-study
group: nsaid
design: crossover
population: { about: healthy adults, n: 12 }
arms:
  control: {}
  drug: { changes: [{ medicine: indomethacin, dose: 50 mg, times: ["07:00"], day: 1 }] }
rows:
`;
const measure = 'measure: { test: two_sugar, result: ratio_0_5h, day: 1 }';
const goodRow = `  - { id: good, kind: fold, ${measure}, arm: drug, against: control, observed: { value: 2 }, role: calibrate }\n`;
const row = (text: string): string => `  - { id: bad, ${text} }\n`;

const read = (...texts: string[]) =>
  readPlanTexts(
    texts.map((text, index) => ({ name: `plan-${index}.yaml`, text })),
    vocabulary,
  );
const codes = (text: string): string[] => read(text).problems.map(({ code }) => code);

describe('a bad row gets a number with file and line, and never hides the others', () => {
  const cases: readonly (readonly [code: string, what: string, text: string])[] = [
    [
      'Z7010',
      'unknown probe',
      'kind: value, measure: { test: two_suger, result: ratio_0_5h, day: 1 }, arm: drug, observed: { value: 1, unit: ratio }, role: validate',
    ],
    [
      'Z7011',
      'unknown result',
      'kind: value, measure: { test: two_sugar, result: ratio_0_7h, day: 1 }, arm: drug, observed: { value: 1, unit: ratio }, role: validate',
    ],
    [
      'Z7012',
      'unknown series',
      'kind: value, measure: { series: pl_sbb, day: 1 }, arm: drug, observed: { value: 1, unit: rel }, role: validate',
    ],
    [
      'Z7013',
      'unknown arm',
      `kind: fold, ${measure}, arm: drugs, against: control, observed: { value: 2 }, role: calibrate`,
    ],
    [
      'Z7016',
      'missing unit',
      'kind: value, measure: { test: two_sugar, result: lactulose_0_5h, day: 1 }, arm: drug, observed: { value: 0.3 }, role: validate',
    ],
    [
      'Z7017',
      'another unit',
      'kind: value, measure: { test: two_sugar, result: lactulose_0_5h, day: 1 }, arm: drug, observed: { value: 0.3, unit: mg }, role: validate',
    ],
    [
      'Z7018',
      'spread without kind',
      `kind: fold, ${measure}, arm: drug, against: control, observed: { value: 2, spread: 0.3 }, role: calibrate`,
    ],
    [
      'Z7018',
      'kind without spread',
      `kind: fold, ${measure}, arm: drug, against: control, observed: { value: 2, spreadKind: SD }, role: calibrate`,
    ],
    [
      'Z7019',
      'an interval with one end',
      `kind: fold, ${measure}, arm: drug, against: control, observed: { value: 2, spread: 0.3, spreadKind: CI95 }, role: calibrate`,
    ],
    [
      'Z7020',
      'an interval without its value',
      `kind: fold, ${measure}, arm: drug, against: control, observed: { value: 2, spread: [2.5, 3], spreadKind: CI95 }, role: calibrate`,
    ],
    [
      'Z7024',
      'a day that cannot be run',
      'kind: value, measure: { series: pl_sb, day: 5000 }, arm: drug, observed: { value: 1, unit: rel }, role: validate',
    ],
    [
      'Z7025',
      'a margin beside no effect',
      `kind: null, ${measure}, arm: drug, against: control, margin: [1.1, 1.3], role: negative`,
    ],
    [
      'Z7026',
      'nothing to compare with',
      `kind: fold, ${measure}, arm: drug, observed: { value: 2 }, role: calibrate`,
    ],
    [
      'Z7027',
      'a negative fold change',
      `kind: fold, ${measure}, arm: drug, against: control, observed: { value: -2 }, role: calibrate`,
    ],
    [
      'Z7027',
      'a share above one',
      'kind: share, measure: { test: two_sugar, result: ratio_0_5h, day: 1 }, above: 0.03, unit: ratio, arm: drug, observed: { value: 40 }, role: validate',
    ],
    [
      'Z7030',
      'unknown symptom',
      'kind: value, measure: { symptom: bloatng, fromDay: 0, toDay: 7 }, arm: drug, observed: { value: 1, unit: points }, role: validate',
    ],
    [
      'Z7031',
      'a negative that is no null',
      `kind: fold, ${measure}, arm: drug, against: control, observed: { value: 1 }, role: negative`,
    ],
    [
      'Z7007',
      'unknown role',
      `kind: fold, ${measure}, arm: drug, against: control, observed: { value: 2 }, role: calibrated`,
    ],
    [
      'Z7007',
      'unknown kind',
      `kind: folds, ${measure}, arm: drug, against: control, observed: { value: 2 }, role: calibrate`,
    ],
    [
      'Z7004',
      'unknown key',
      `kind: fold, ${measure}, arm: drug, agianst: control, before: { day: 0 }, observed: { value: 2 }, role: calibrate`,
    ],
    ['Z7005', 'missing role', `kind: fold, ${measure}, arm: drug, against: control, observed: { value: 2 }`],
    [
      'Z7006',
      'text for a number',
      `kind: fold, ${measure}, arm: drug, against: control, observed: { value: two }, role: calibrate`,
    ],
  ];
  it.each(cases)('%s: %s', (code, _, text) => {
    const { studies, problems } = read(`${head}${goodRow}${row(text)}`);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code,
        severity: 'error',
        where: expect.objectContaining({ file: 'plan-0.yaml', line: 11 }),
      }),
    );
    expect(studies[0]?.rows.map(({ id }) => id)).toEqual(['good']);
  });

  it('tells every bad row at once', () => {
    const all = cases.map(([, , text], index) => `  - { id: bad-${index}, ${text} }\n`).join('');
    const { problems, studies } = read(`${head}${all}${goodRow}`);
    for (const [index, [code]] of cases.entries())
      expect(problems.some((problem) => problem.code === code && problem.where?.line === 10 + index)).toBe(
        true,
      );
    expect(studies[0]?.rows).toHaveLength(1);
  });

  it('every code that is told is in the list', () => {
    const told = new Set(cases.flatMap(([, , text]) => codes(`${head}${row(text)}`)));
    for (const code of told) if (code.startsWith('Z7')) expect(planProblemCodes).toHaveProperty(code);
  });
});

describe('an arm that cannot be', () => {
  const withArm = (arm: string): string =>
    `${head.replace(/ {2}drug: .*\n/, `  drug: ${arm}\n`)}${goodRow}  - { id: alone, kind: value, ${measure}, arm: control, observed: { value: 0.02, unit: ratio }, role: validate }\n`;
  it.each([
    ['Z3050', 'unknown medicine', '{ changes: [{ medicine: indometacyn_x, dose: 50 mg, day: 1 }] }'],
    ['Z3022', 'impossible dose', '{ changes: [{ medicine: indomethacin, dose: 900 g, day: 1 }] }'],
    [
      'Z7021',
      'unknown input',
      '{ inputs: [{ input: u_lpss, value: 1, unit: pg/mL/h, day: 1, at: "08:00", hours: 0.1 }] }',
    ],
    [
      'Z7022',
      'impossible input',
      '{ inputs: [{ input: u_lps, value: 1e9, unit: pg/mL/h, day: 1, at: "08:00", hours: 0.1 }] }',
    ],
    [
      'Z7016',
      'input without unit',
      '{ inputs: [{ input: u_lps, value: 1, day: 1, at: "08:00", hours: 0.1 }] }',
    ],
    ['Z7023', 'unknown parameter', '{ parameters: [{ parameter: f_parr, how: set, value: 1, why: test }] }'],
    ['Z7029', 'unknown diet', '{ changes: [{ diet: keto, fromDay: 0 }] }'],
  ])('%s: %s, at the line of the arm; rows of other arms stay', (code, _, arm) => {
    const { studies, problems } = read(withArm(arm));
    const found = problems.filter(
      (problem) => problem.code === code || (code === 'Z3050' && problem.code.startsWith('Z3')),
    );
    expect(found[0]?.where).toMatchObject({ file: 'plan-0.yaml', line: 8 });
    expect(studies[0]?.rows.map(({ id }) => id)).toEqual(['alone']);
  });
});

describe('files', () => {
  it('two rows with one id, also in two files', () => {
    const { problems, studies } = read(
      head + goodRow + goodRow,
      head.replace('a-study', 'b-study') + goodRow,
    );
    expect(
      problems.filter(({ code }) => code === 'Z7014').map(({ where }) => [where?.file, where?.line]),
    ).toEqual([
      ['plan-0.yaml', 11],
      ['plan-1.yaml', 10],
    ]);
    expect(studies.map(({ rows }) => rows.length)).toEqual([1, 0]);
  });

  it('two files about one study', () => {
    expect(read(head + goodRow, head + goodRow.replace('good', 'other')).problems[0]?.code).toBe('Z7015');
  });

  it('broken YAML, no version, wrong version, twice the same key', () => {
    expect(codes(`${head}  - { id: x, kind: [`)).toContain('Z7001');
    expect(codes('study: x')).toEqual(['Z7003']);
    expect(codes('zonulaPlan: 9')).toEqual(['Z7003']);
    expect(codes(`${head}${goodRow}group: x\n`)).toContain('Z7002');
  });

  it('a broken head still lets its rows be checked', () => {
    const found = codes(
      `${head.replace('design: crossover', 'design: cross')}${row(`kind: fold, ${measure}, arm: drugz, against: control, observed: { value: 2 }, role: calibrate`)}`,
    );
    expect(found).toEqual(expect.arrayContaining(['Z7007', 'Z7013']));
  });

  it('a folder that is not there, or is empty', async () => {
    await expect(readPlanFolder('/nowhere/at/all', vocabulary)).rejects.toThrow(/Z7000/);
    const folder = await mkdtemp(join(tmpdir(), 'plan-'));
    await expect(readPlanFolder(folder, vocabulary)).rejects.toThrow(/Z7000/);
    await writeFile(join(folder, 'a.yaml'), head + goodRow);
    const first = await readPlanFolder(folder, vocabulary);
    expect(first.studies).toHaveLength(1);
    await writeFile(join(folder, 'a.yaml'), `${head}${goodRow}# changed\n`);
    expect((await readPlanFolder(folder, vocabulary)).hash).not.toBe(first.hash);
    await rm(folder, { recursive: true });
  });

  it.each(['validation/examples', 'validation/plans/specification'])('%s has no error', async (folder) => {
    const { problems, studies } = await readPlanFolder(folder, vocabulary);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(studies.length).toBeGreaterThan(0);
  });

  it('the published JSON Schema is up to date', async () => {
    expect(await readFile('validation/plan.schema.json', 'utf8')).toBe(planJsonSchemaText());
  });
});
