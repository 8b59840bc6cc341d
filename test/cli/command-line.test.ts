import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/registry.ts';
import { version } from '../../src/version.ts';
import { zonula } from './command.ts';

const example = (name: string): string =>
  fileURLToPath(new URL(`../../examples/${name}.yaml`, import.meta.url));
const few = ['--core', '--people', '1', '--workers', '1'];
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonula-cli-'));
});
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const sound = `zonula: 1
person: { age: 40, sex: male, weight: 82 kg, height: 178 cm, conditions: [] }
habitual: { menu: western }
horizon: 5 days
`;
const meal = (item: string): string =>
  sound.replace('menu: western', `week: {everyDay: [{at: "12:00", items: [${item}]}]}`);

describe('help and usage', () => {
  it('has the version of the package', async () => {
    const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(version).toBe(manifest.version);
    expect((await zonula('--version')).out.trim()).toBe(version);
  });

  it.each(commands.map(({ name }) => name))('%s has help with examples', async (name) => {
    const { code, out } = await zonula(name, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`zonula ${name}`));
    expect(out).toContain('Examples:');
  });

  it('lists commands and exit codes', async () => {
    const { code, out } = await zonula('--help');
    expect(code).toBe(0);
    expect(out).toContain('Exit codes:');
    for (const { name } of commands) expect(out).toContain(name);
  });

  it.each([
    [['runn', 'x.yaml'], 'Z8001.*zonula run'],
    [['run'], 'Z8002.*missing required argument'],
    [['run', 'x.yaml', '--poeple', '3'], 'Z8002.*--people'],
    [['run', 'x.yaml', '--people', '0'], 'whole number from 1'],
    [['run', 'x.yaml', '--seed', '1.5'], 'whole number from 0'],
    [['run', 'x.yaml', '--set', 'k_ge'], 'k_ge=0.4'],
    [['run', 'x.yaml', '--json', '--csv'], 'cannot be used with'],
  ])('%j ends with 2 and says why', async (words, message) => {
    const { code, error } = await zonula(...words);
    expect(code).toBe(2);
    expect(error).toMatch(new RegExp(message, 's'));
  });
});

describe('bad input ends with 1, a number, a place and what to do', () => {
  const plan = (changes: string): string => `${sound}plans: [{ name: p, changes: ${changes} }]\n`;
  const bomb = `zonula: 1\na0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from(
    { length: 9 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(',')}]`,
  ).join('\n')}\n`;
  it.each<[string, string | Uint8Array, string, string | undefined]>([
    ['an unknown food', meal('{food: lentills, amount: 200 g}'), 'Z3050', 'lentils'],
    [
      'an unknown medicine',
      plan('[{medicine: ibuprofin, dose: 400 mg, fromDay: 1, days: 2}]'),
      'Z3060',
      'ibuprofen',
    ],
    ['an amount without unit', meal('{food: lentils, amount: 200}'), 'Z3014', 'unit'],
    ['40 kg of a food', meal('{food: lentils, amount: 40 kg}'), 'Z3022', 'Check the unit'],
    ['a negative weight', sound.replace('82 kg', '-82 kg'), 'Z3032', undefined],
    ['no age', sound.replace('age: 40, ', ''), 'Z3013', 'Add the age'],
    [
      'overlapping changes',
      plan('[{menu: ketogenic, fromDay: 1, days: 3},{menu: vegan, fromDay: 2, days: 2}]'),
      'Z3043',
      undefined,
    ],
    ['a reversed time', plan('[{menu: ketogenic, fromDay: 4, toDay: 2}]'), 'Z3042', undefined],
    ['an unknown key', `${sound}horizzon: 3\n`, 'Z3012', 'horizon'],
    ['a newer version', sound.replace('zonula: 1', 'zonula: 7'), 'Z3010', 'Update'],
    ['an empty file', '', 'Z3002', 'Begin with'],
    ['a binary file', Uint8Array.from({ length: 4096 }, (_, i) => i % 256), 'Z3003', undefined],
    ['a huge file', `a: ${'x'.repeat(3_000_000)}`, 'Z3001', undefined],
    ['aliases that explode', bomb, 'Z3006', 'Write the repeated parts out'],
    ['a horizon of 100 years', sound.replace('5 days', '100 years'), 'Z3045', '730'],
    ['a child', sound.replace('age: 40', 'age: 12'), 'Z3030', 'paediatrician'],
    ['nothing about food', sound.replace('habitual: { menu: western }\n', ''), 'Z3070', 'habitual.menu'],
  ])('%s', async (name, content, problem, fix) => {
    const path = await file(`${name.replaceAll(' ', '-')}.yaml`, content);
    for (const command of [
      ['run', path, ...few],
      ['check', path],
    ]) {
      const { code, error } = await zonula(...command);
      expect(code).toBe(1);
      expect(error).toContain(`${problem} error:`);
      if (fix !== undefined) expect(error).toContain(fix);
      if (problem !== 'Z3070') expect(error).toContain(path);
      expect(error).not.toMatch(/at .*\.ts:\d+/);
    }
  });

  it('a file that is not there, a folder, a plan that is not there, a parameter that is not there', async () => {
    expect(await zonula('run', join(folder, 'no.yaml'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('Z3000'),
    });
    expect(await zonula('run', folder)).toMatchObject({ code: 1, error: expect.stringContaining('folder') });
    expect(await zonula('run', example('ibuprofen-week'), '--plan', 'ibuprofin', ...few)).toMatchObject({
      code: 1,
      error: expect.stringMatching(/Z3083.*\n.*ibuprofen/),
    });
    expect(await zonula('run', example('western-day'), '--set', 'k_gee=1', ...few)).toMatchObject({
      code: 1,
      error: expect.stringMatching(/Z5005.*\n.*k_ge/),
    });
  });

  it('is data too with --json', async () => {
    const path = await file('json.yaml', sound.replace('western', 'westren'));
    const { code, out } = await zonula('run', path, '--json');
    expect(code).toBe(1);
    const { problems } = JSON.parse(out) as { problems: { code: string; where: { line: number } }[] };
    expect(problems[0]?.code).toBe('Z3052');
    expect(problems[0]?.where.line).toBe(3);
  });

  it('is told by check although it can be run', async () => {
    const path = await file(
      'dose.yaml',
      `${sound}plans: [{ name: p, changes: [{ medicine: ibuprofen, dose: 900 mg, perDay: 3, fromDay: 1, days: 2 }] }]\n`,
    );
    const { code, out } = await zonula('check', path);
    expect(code).toBe(0);
    expect(out).toContain('Z3024 warning');
  });
});

describe('run', () => {
  it('reads like a page for a person', async () => {
    const path = await file(
      'sound.yaml',
      `${sound}plans: [{ name: tablets, changes: [{ medicine: ibuprofen, dose: 400 mg, perDay: 3, fromDay: 1, days: 3 }] }]
tests: [{ test: two_sugar, day: 3 }]
`,
    );
    const { code, out } = await zonula('run', path, ...few);
    expect(code).toBe(0);
    for (const part of [
      'A man of 40 (82 kg, 178 cm)',
      'What changes',
      'The small bowel lets more large molecules through',
      'What a laboratory would report',
      'How sure',
      'not a diagnosis',
    ])
      expect(out).toContain(part);
    expect(out).not.toMatch(/undefined|NaN|\[object/);
    // A line is a line of the terminal.
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(130);
  });

  it('gives JSON and CSV that other programs read', async () => {
    const path = await file('plain.yaml', sound);
    const json = await zonula('run', path, '--json', ...few);
    expect(json.code).toBe(0);
    const result = JSON.parse(json.out) as {
      people: number;
      timeDays: number[];
      series: Record<string, { unit: string; p50: number[] }>;
    };
    expect(result.people).toBe(1);
    const csv = await zonula('run', path, '--csv', ...few);
    const [header, ...rows] = csv.out.trim().split('\n');
    expect(header).toBe('plan,series,unit,day,p10,p25,p50,p75,p90');
    expect(rows).toHaveLength(Object.keys(result.series).length * result.timeDays.length);
    const [plan, id = '', , day, , , middle] = rows[7]?.split(',') ?? [];
    expect(plan).toBe('without change');
    expect(Number(middle)).toBe(result.series[id]?.p50[Number(day)]);
  });

  it('writes a page that needs nothing else', async () => {
    const path = await file('page.yaml', sound);
    const page = join(folder, 'page.html');
    expect((await zonula('run', path, '--html', page, ...few)).code).toBe(0);
    const html = await readFile(page, 'utf8');
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/(src|href)="https?:/);
    const data = /<script type="application\/json" id="zonula-result">(.*?)<\/script>/s.exec(html)?.[1];
    expect(JSON.parse(data ?? '')).toHaveProperty('series');
    expect(await zonula('run', path, '--html', '/no/such/folder/page.html', ...few)).toMatchObject({
      code: 1,
      error: expect.stringContaining('Z8031'),
    });
  });
});

describe('foods', () => {
  it('forgives typing errors', async () => {
    const { code, out } = await zonula('foods', 'search', 'wholemeal', 'bred');
    expect(code).toBe(0);
    expect(out).toContain('wholemeal_bread');
    expect((await zonula('foods', 'search', 'xqzzqx')).out).toContain('No food answers');
  });

  it('never shows an unknown value as nothing', async () => {
    const { out } = await zonula('foods', 'show', 'lentils');
    expect(out).toMatch(/fructan\s+not known/);
    expect(await zonula('foods', 'show', 'lentills')).toMatchObject({
      code: 1,
      error: expect.stringContaining('Did you mean lentils?'),
    });
  });
});

describe('model', () => {
  it('shows itself: modules, one parameter with grade and source, shares', async () => {
    expect((await zonula('model')).out).toMatch(/\d+ states, \d+ parameters/);
    expect((await zonula('model', 'modules', '--model', 'core')).out).toContain('Absent:');
    expect((await zonula('model', 'k_ge')).out).toContain('nobody has measured it');
    expect((await zonula('model', 'ke_man')).out).toMatch(/grade: human-in-vivo.*source: /s);
    const { out } = await zonula('model', 'parameters', '--json');
    const parameters = JSON.parse(out) as { id: string; grade: string; source: string[] }[];
    for (const { id, grade, source } of parameters)
      if (grade !== 'assumed') expect(source.length, id).toBeGreaterThan(0);
    const shares = JSON.parse((await zonula('model', '--shares', '--json')).out) as {
      byCount: Record<string, number>;
    };
    expect(Object.values(shares.byCount).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(await zonula('model', 'sb_leek')).toMatchObject({
      code: 1,
      error: expect.stringContaining('sb_leak'),
    });
  });

  it('leaves for other programs', async () => {
    const { code, out } = await zonula('export', '--sbml', '--model', 'core');
    expect(code).toBe(0);
    expect(out).toMatch(/^<\?xml/);
    expect((await zonula('export')).code).toBe(1);
  });
});
