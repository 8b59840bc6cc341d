import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { Validation } from '../../src/validate/validate-folder.ts';

async function zonula(...words: string[]): Promise<{ code: number; out: string; errors: string }> {
  let out = '';
  let errors = '';
  const code = await runCommandLine(words, {
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      errors += text;
    },
    interactive: false,
    width: 100,
  });
  return { code, out, errors };
}

const minutes = 60_000;
const small = ['--core', '--prior', '--members', '2', '--people', '2', '--workers', '1'];

describe('zonula validate', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zonula-plan-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('runs a folder that it has never seen, and writes JSON, report and certificate', {
    timeout: 4 * minutes,
  }, async () => {
    const text = await readFile('validation/examples/every-kind.yaml', 'utf8');
    await writeFile(join(folder, 'unknown.yaml'), text.replaceAll('example', 'never-seen'));
    const report = join(folder, 'report.html');
    const certificate = join(folder, 'certificate.json');
    const { code, out } = await zonula(
      'validate',
      '--plan',
      folder,
      ...small,
      '--json',
      '--html',
      report,
      '--certificate',
      certificate,
    );
    expect(code).toBe(0);
    const result = JSON.parse(out) as Validation;
    expect(result.summary).toMatchObject({ rows: 13, expressible: 12 });
    expect(Object.keys(result.summary)).toEqual(
      expect.arrayContaining([
        'directionRight',
        'within1_5fold',
        'within2fold',
        'gmfe',
        'coverage80',
        'negativesHeld',
        'nullModel',
      ]),
    );
    const row = (id: string) => result.rows.find((each) => each.id === `never-seen/${id}`);
    expect(row('fold')).toMatchObject({ study: 'never-seen-every-kind', role: 'calibrate', observed: 2.37 });
    expect(row('direction')).toMatchObject({ verdict: 'good', observed: 'down' });
    expect(row('not-expressible')?.verdict).toBe('not-expressible');
    expect(row('not-expressible')?.why).toMatch(/zonulin/i);
    expect(row('dose-response')?.points).toHaveLength(2);
    expect(row('dose-response')).toMatchObject({ observed: 275 });
    const html = await readFile(report, 'utf8');
    expect(html).toContain('Known failures');
    // Self-contained: nothing is fetched.
    expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
    expect((JSON.parse(await readFile(certificate, 'utf8')) as Validation).summary).toEqual(
      JSON.parse(JSON.stringify(result.summary)),
    );
  });

  it('runs the good rows of a plan with bad ones, tells the bad ones with file and line, and ends with 1', {
    timeout: 4 * minutes,
  }, async () => {
    const bad = join(folder, 'bad');
    await rm(bad, { recursive: true, force: true });
    const { mkdir } = await import('node:fs/promises');
    await mkdir(bad);
    await writeFile(
      join(bad, 'plan.yaml'),
      `zonulaPlan: 1
study: a
group: healthy
design: single
population: { about: adults, n: 10 }
arms:
  control: {}
rows:
  - { id: good, kind: value, measure: { test: two_sugar, result: mannitol_0_5h, day: 1 }, arm: control, observed: { value: 14, unit: "%" }, role: validate }
  - { id: bad, kind: value, measure: { test: two_suger, result: mannitol_0_5h, day: 1 }, arm: control, observed: { value: 14, unit: "%" }, role: validate }
`,
    );
    const { code, out } = await zonula('validate', '--plan', bad, ...small, '--json');
    expect(code).toBe(1);
    const result = JSON.parse(out) as Validation;
    expect(result.rows.map(({ id, verdict }) => [id, verdict])).toEqual([['good', 'good']]);
    expect(result.problems).toContainEqual(
      expect.objectContaining({ code: 'Z7010', where: expect.objectContaining({ line: 10 }) }),
    );
  });

  it('says when there is no such folder', async () => {
    const { code, errors } = await zonula('validate', '--plan', join(folder, 'nowhere'), ...small);
    expect(code).toBe(1);
    expect(errors).toContain('Z7000');
  });
});
