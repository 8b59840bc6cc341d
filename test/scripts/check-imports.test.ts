import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type FileImport, findCircle, forbidden, importsOf } from '../../scripts/check-imports.ts';
import { importRules } from '../../scripts/import-rules.ts';
import { sourceFiles } from '../../scripts/source-files.ts';

const one = (from: string, to: string): FileImport => ({ from, to, line: 1, typesOnly: false });

describe('imports run one way', () => {
  test.each([
    ['src/language/parse.ts', 'model/mucus.ts'],
    ['src/language/parse.ts', 'src/solver/contract.ts'],
    ['src/solver/integrate.ts', 'model/assemblies.ts'],
    ['model/mucus.ts', 'src/solver/contract.ts'],
    ['src/foods/food.ts', 'src/person/person.ts'],
    ['src/person/person.ts', 'src/simulate/contract.ts'],
    ['src/simulate/life.ts', 'src/population/contract.ts'],
    ['src/population/contract.ts', 'src/rank/contract.ts'],
    ['src/calibrate/es-mda.ts', 'src/validate/score.ts'],
    ['src/validate/score.ts', 'src/cli/main.ts'],
    ['web/src/main.tsx', 'src/cli/main.ts'],
    ['src/problem/problem.ts', 'src/language/parse.ts'],
    ['src/foods/food.ts', 'node:fs'],
    ['web/src/main.tsx', 'node:path'],
    ['surprise/new.ts', 'src/problem/problem.ts'],
  ])('%s may not import %s', (from, to) => {
    expect(forbidden(one(from, to))).toContain(from);
  });

  test.each([
    ['src/language/parse.ts', 'src/problem/problem.ts'],
    ['src/language/parse.ts', 'src/language/units.ts'],
    ['model/mucus.ts', 'src/language/module.ts'],
    ['src/simulate/life.ts', 'src/solver/contract.ts'],
    ['src/population/contract.ts', 'src/simulate/contract.ts'],
    ['src/foods/search.ts', 'minisearch'],
    ['src/foods/read-tables.ts', 'csv-parse/browser/esm/sync'],
    ['src/person/file-system.ts', 'node:fs/promises'],
    ['src/cli/main.ts', 'src/validate/score.ts'],
    ['vite.config.ts', 'node:url'],
    ['web/src/main.tsx', '@observablehq/plot'],
  ])('%s may import %s', (from, to) => {
    expect(forbidden(one(from, to))).toBeUndefined();
  });

  test('every way to import is seen, with its line', () => {
    const text = [
      "import type { A } from './a.ts';",
      "import { type B, c } from '../b.ts';",
      "export * from './d.ts';",
      "const late = await import('./e.ts');",
      "type F = import('./f.ts').F;",
      "new Worker(new URL('./g.ts', import.meta.url));",
    ].join('\n');
    expect(importsOf('src/x/y.ts', text)).toEqual(
      expect.arrayContaining([
        { from: 'src/x/y.ts', to: 'src/x/a.ts', line: 1, typesOnly: true },
        { from: 'src/x/y.ts', to: 'src/b.ts', line: 2, typesOnly: false },
        { from: 'src/x/y.ts', to: 'src/x/d.ts', line: 3, typesOnly: false },
        { from: 'src/x/y.ts', to: 'src/x/e.ts', line: 4, typesOnly: true },
        { from: 'src/x/y.ts', to: 'src/x/f.ts', line: 5, typesOnly: true },
        { from: 'src/x/y.ts', to: 'src/x/g.ts', line: 6, typesOnly: true },
      ]),
    );
  });

  test('circles are found, but not through types alone', () => {
    expect(findCircle([one('a', 'b'), one('b', 'c'), one('c', 'a')])).toEqual(['a', 'b', 'c', 'a']);
    expect(findCircle([one('a', 'b'), { ...one('b', 'a'), typesOnly: true }])).toBeUndefined();
  });

  test('every source file lies in a folder with a row', () => {
    const free = sourceFiles(/\.tsx?$/).filter((file) => forbidden(one(file, 'vitest'))?.includes('no row'));
    expect(free).toEqual([]);
  });

  test('no folder may import one that may import it', () => {
    const everything = (folder: string) => importRules.find((rule) => rule.folder === folder)?.may ?? [];
    for (const { folder, may } of importRules)
      for (const other of may) {
        if (other === 'src') continue;
        // The food table is data and the shape of its rows stands in src/foods: the one pair that belongs together.
        if (folder.endsWith('foods') && other.endsWith('foods')) continue;
        expect(everything(other), `${folder} <-> ${other}`).not.toContain(folder);
      }
  });

  test('the architecture page names every folder of src', () => {
    const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
    for (const { folder } of importRules) expect(page, folder).toContain(folder);
  });
});
