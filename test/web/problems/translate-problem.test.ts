import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scanProblems } from '../../../scripts/docs/problem-scan.ts';
import { foodTableKnowledge, readPersonFile } from '../../../src/person/index.ts';
import spanish from '../../../web/src/problems/spanish.json' with { type: 'json' };
import { translateProblem } from '../../../web/src/problems/translate-problem.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Source files that the app takes in, by following its imports from the page and its workers. */
function filesOfTheApp(): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file) || !existsSync(file) || !/\.tsx?$/.test(file)) return;
    found.add(file);
    const code = readFileSync(file, 'utf8').replace(/(?:import|export) type [^;]*?from '[^']+';/gs, '');
    for (const [, path = ''] of code.matchAll(/(?:from|import\(|import|new URL\()\s*'(\.[^']+)'/g)) {
      visit(resolve(dirname(file), path));
    }
  };
  for (const start of [
    'web/src/main.tsx',
    'web/src/evidence/evidence-page.tsx',
    'web/src/learn/learn-page.tsx',
  ])
    visit(`${root}${start}`);
  return found;
}

const reached = filesOfTheApp();
const reachable = scanProblems().filter(
  ({ code, files }) =>
    // The model language and what compiles it run when the app is built, not in it.
    !/^Z(1|2[03]0[0-9]$)/.test(code) && files.some((file) => reached.has(`${root}${file}`)),
);

const example = (template: string): string => {
  let place = 0;
  return template.replaceAll('…', () => `<${++place}>`);
};

describe('problems in Spanish', () => {
  it('the app reaches the readers of files, foods, the run and the ranking', () => {
    const codes = reachable.map(({ code }) => code);
    for (const code of ['Z3004', 'Z3050', 'Z4010', 'Z5040', 'Z9001', 'Z9501']) expect(codes).toContain(code);
  });

  it('every code that the app can tell is told in Spanish', () => {
    const codes: Readonly<Record<string, string>> = spanish.codes;
    expect(reachable.map(({ code }) => code).filter((code) => codes[code] === undefined)).toEqual([]);
  });

  it('so is every sentence of files, foods, runs and the ranking that stands beside its code', () => {
    const left = reachable
      // Z3024 has another use and another advice in validation plans, which the app does not read.
      .filter(({ code }) => /^Z[3-59]/.test(code) && code !== 'Z3024')
      .flatMap(({ code, message, fix }) => {
        // A general line of a list of codes, or a part of a longer sentence, is no message.
        if (!/[.?]$/.test(message)) return [];
        const told = translateProblem(
          { code: code as `Z${number}`, message: example(message), ...(fix ? { fix: example(fix) } : {}) },
          spanish,
        );
        return told?.english === undefined ? [] : [`${code}: ${told.english}`];
      });
    expect(left).toEqual([]);
  });

  it('every translation fills in what its sentence holds', () => {
    for (const [english, translation] of Object.entries(spanish.sentences)) {
      const places = english.split('…').length - 1;
      const used = [...translation.matchAll(/\{(\d)w?\}/g)].map(([, place]) => Number(place));
      for (const place of used) expect([english, place <= places]).toEqual([english, true]);
      // All of them but where Spanish says it without.
      if (!/^"…" is ambiguous/.test(english))
        expect([english, new Set(used).size]).toEqual([english, places]);
    }
  });

  it.each([
    ['zonula: 7\nperson: {age: 40}\n'],
    ['zonula: 1\nperson:\n\tage: 40\n'],
    ['zonula: 1\nperson: {age: 40, shoe: 42, weight: 70}\nhabitual: {menu: westren}\n'],
    ['zonula: 1\nperson: {age: forty}\nhabitual: {week: {monday: []}}\n'],
    ['zonula: 1\nperson: {age: 16}\nhabitual: {menu: western}\n'],
    [
      'zonula: 1\nperson: {age: 90, weight: 70 stones, height: 3 m}\nhabitual: {menu: western}\nplans:\n  - {name: a, changes: [{add: unicorn, amount: 3 g}, {stop: alcohol}]}\n  - {name: a, changes: [{take: inulin, dose: 900 g}]}\n',
    ],
    ['{"app":"another","meals":[]}'],
    [''],
  ])('all that is wrong with %j is told in Spanish', (text) => {
    const { problems } = readPersonFile(Buffer.from(text), { foods: foodTableKnowledge });
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems)
      expect([problem.message, problem.fix, translateProblem(problem, spanish)?.english]).toEqual([
        problem.message,
        problem.fix,
        undefined,
      ]);
  });

  it('fills in and keeps the order of what a message holds', () => {
    expect(
      translateProblem(
        { code: 'Z3010', message: 'This file has version 7 of the format; this Zonula reads up to 1.' },
        spanish,
      ),
    ).toEqual({
      text: 'Este archivo tiene la versión 7 del formato; este Zonula lee hasta la 1.',
      english: undefined,
    });
  });

  it('translates words that are filled in, but not names of the file', () => {
    expect(
      translateProblem(
        {
          code: 'Z3033',
          message:
            'No sex is given: the possible yous take it from the adult population, which widens every range.',
          fix: 'Add sex under person.',
        },
        spanish,
      )?.text,
    ).toMatch(/^Falta el dato «sexo»: .* Añade sex en person\.$/);
  });

  it('shows the English of a sentence that nobody translated, beside what the code says', () => {
    expect(translateProblem({ code: 'Z3002', message: 'Quite another thing.' }, spanish)).toEqual({
      text: 'El archivo está vacío.',
      english: 'Quite another thing.',
    });
    expect(translateProblem({ code: 'Z7001', message: 'A plan is missing.' }, spanish)).toBeUndefined();
  });
});
