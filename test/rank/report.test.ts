import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandProblem } from '../../src/cli/command-context.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { findChromium, printToPdf } from '../../src/cli/output/print-pdf.ts';
import { foodTableKnowledge } from '../../src/person/index.ts';
import { factsOf, type Language, rankChanges } from '../../src/rank/index.ts';
import { professionalReport } from '../../src/rank/report.ts';
import { answered, examplePerson, fakeRunner, personOf } from './fake-runner.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonula-report-test-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function pageFor(name: string, language: Language = 'en'): Promise<string> {
  const file = examplePerson(name);
  const runner = fakeRunner({
    effect: (plan) =>
      plan === 'nsaid_stop'
        ? { series: { pl_sb: 0.6 } }
        : plan === 'low_fodmap'
          ? { symptoms: { bloating: -2 } }
          : {},
  });
  const ranking = await rankChanges(file, { runner, people: 6, leading: 0, language });
  return professionalReport(ranking, { file, facts: factsOf(file, foodTableKnowledge), language });
}

describe('the report for a professional', () => {
  it('has two pages, and needs nothing from outside', async () => {
    const page = await pageFor('weekly-nsaid-user');
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('section.page')).toHaveLength(2);
    expect(page).not.toMatch(/<(script|link|img|iframe)\b/);
    expect(page).not.toMatch(/url\(/);
    // Black and white: no other colour anywhere.
    for (const [colour] of page.matchAll(/#[0-9a-f]{3,6}\b/gi))
      expect(['#000', '#fff', '#999']).toContain(colour);
  });

  it('says who and what went in, with how much of it is known', async () => {
    const text = parseHTML(await pageFor('weekly-nsaid-user')).document.body.textContent ?? '';
    expect(text).toMatch(/52 years, man, 80 kg, 180 cm, BMI 24\.7/);
    expect(text).toMatch(/Western day; Ibuprofen: 400 mg × 3, 2 days a week/);
    expect(text).toMatch(/fructan\s*1\.\d ± .* g\s*5\d % known/);
  });

  it('writes numbers as its language does', async () => {
    const text = parseHTML(await pageFor('weekly-nsaid-user', 'es')).document.body.textContent ?? '';
    expect(text).toMatch(/IMC 24,7/);
    expect(text).toMatch(/fructano\S*\s*1,\d ± \d,\d g/);
    // Titles of studies stay as they are.
    const [before = ''] = text.split('Referencias');
    expect(before.replaceAll(/Zonula [\d.]+/g, '')).not.toMatch(/\d\.\d/);
  });

  it('shows the ranking with intervals, cautions, limits and references', async () => {
    const page = await pageFor('weekly-nsaid-user');
    const { document } = parseHTML(page);
    const text = document.body.textContent ?? '';
    expect(document.querySelectorAll('svg[role=img]').length).toBeGreaterThan(0);
    expect(text).toMatch(/Leak of the small bowel \(large sugars\): −40 \(−40 ; −40\)/);
    expect(text).toMatch(/Never start or stop a prescribed medicine/);
    expect(text).toMatch(/Low FODMAP is never permanent/);
    expect(text).toMatch(/Bjarnason et al\. 1986/);
    expect(text).toMatch(/Not a diagnosis/);
  });

  it('puts the doctor first and tells the healthy that nothing helps', async () => {
    const coeliac = parseHTML(await pageFor('untreated-coeliac')).document;
    expect(coeliac.querySelector('.doctor')?.textContent).toMatch(/needs a doctor and a dietitian/);
    expect(parseHTML(await pageFor('high-fibre-healthy')).document.body.textContent).toMatch(
      /Nothing here would help you/,
    );
  });

  it('speaks Spanish', async () => {
    const text = parseHTML(await pageFor('ibs-much-fodmap', 'es')).document.body.textContent ?? '';
    expect(text).toMatch(/El revestimiento ahora/);
    expect(text).toMatch(/Bajo en FODMAP de cuatro a seis semanas/);
    expect(text).not.toMatch(/The leading changes/);
  });

  it('what the person wrote cannot break the page', async () => {
    const file = personOf(`zonula: 1
title: "<script>alert(1)</script> & friends"
person: { age: 40, weight: 70 kg, safety: ${answered()} }
habitual: { menu: western }`);
    const ranking = await rankChanges(file, {
      runner: fakeRunner({ effect: () => ({}) }),
      people: 2,
      leading: 0,
    });
    const page = professionalReport(ranking, { file, facts: factsOf(file, foodTableKnowledge) });
    expect(page).not.toMatch(/<script>/);
    expect(page).toMatch(/&lt;script&gt;alert\(1\)/);
  });
});

describe('zonula report and rank on the command line', () => {
  const command = async (words: readonly string[]) => {
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
      width: 80,
    });
    return { code, out, errors };
  };

  it('asks where the report should go', async () => {
    const { code, errors } = await command(['report', 'examples/people/western-eater.yaml']);
    expect(code).toBe(1);
    expect(errors).toMatch(/Z9510/);
  });

  it('without Chromium names --html', async () => {
    const nowhere = { PATH: folder, CHROMIUM_PATH: join(folder, 'no-such-browser') };
    expect(await findChromium(nowhere)).toBeUndefined();
    const error = await printToPdf('<p>hello</p>', join(folder, 'x.pdf'), nowhere).catch(
      (one: unknown) => one,
    );
    expect(error).toBeInstanceOf(CommandProblem);
    const [problem] = (error as CommandProblem).problems;
    expect(problem?.code).toBe('Z9511');
    expect(problem?.fix).toMatch(/--html/);
  });

  it('prints a PDF where there is a Chromium', async () => {
    if ((await findChromium()) === undefined) return;
    const target = join(folder, 'page.pdf');
    await printToPdf('<!doctype html><p>hello</p>', target);
    expect((await readFile(target)).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);

  it('asks for weight and diet by name, also as JSON', async () => {
    const { writeFile } = await import('node:fs/promises');
    const path = join(folder, 'bare.yaml');
    await writeFile(path, 'zonula: 1\nperson: { age: 40 }\n');
    const { code, out, errors } = await command(['rank', path, '--json']);
    expect(code).toBe(1);
    expect(errors).toMatch(/Z9501[\s\S]*Z9502/);
    expect((JSON.parse(out) as { problems: { code: string }[] }).problems.map((one) => one.code)).toEqual([
      'Z9501',
      'Z9502',
    ]);
  });

  it('an unknown question is told with those that can be asked', async () => {
    const { code, errors } = await command(['rank', 'examples/people/western-eater.yaml', '--ask', 'why']);
    expect(code).toBe(1);
    expect(errors).toMatch(/Z9506[\s\S]*leave-one-out/);
  });
});
