import { readdirSync, readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { docsFiles } from '../../scripts/build-docs.ts';
import { scanProblems } from '../../scripts/docs/problem-scan.ts';

const docs = new URL('../../docs/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, docs), 'utf8');
const files = docsFiles();

describe('pages written from the model (mend with `npm run docs`)', () => {
  it('docs/model is fresh and holds no page of a module that is gone', () => {
    const pages = [...files.keys()].filter((name) => name.startsWith('model/'));
    expect(readdirSync(new URL('model/', docs)).sort()).toEqual(pages.map((name) => name.slice(6)).sort());
    const stale = pages.filter((name) => read(name) !== files.get(name));
    expect(stale).toEqual([]);
  });

  it('docs/vocabulary.md is fresh', () => {
    expect(read('vocabulary.md')).toBe(files.get('vocabulary.md'));
  });

  it('docs/evidence.md is fresh', () => {
    expect(read('evidence.md')).toBe(files.get('evidence.md'));
  });

  it('docs/errors.md holds every code that the sources can tell', () => {
    const page = read('errors.md');
    const missing = scanProblems().filter(({ code }) => !page.includes(`</a>${code} `));
    expect(missing.map(({ code }) => code)).toEqual([]);
  });
});

describe('what the pages say', () => {
  const junctions = files.get('model/junctions.md') ?? '';

  it('equations that GitHub draws', () => {
    expect(junctions).toContain('```math\n\\frac{d\\,\\mathrm{sb}_{\\mathrm{leak}}}{dt} = ');
    for (const content of files.values()) expect(content).not.toContain('\\operatorname');
  });

  it('equations without an error', () => {
    for (const [name, content] of files)
      for (const [, latex = ''] of content.matchAll(/```math\n([\s\S]*?)\n```/g))
        expect(
          () => katex.renderToString(latex, { throwOnError: true, strict: 'error' }),
          name,
        ).not.toThrow();
  });

  it('sentences with the direction and the place of half effect', () => {
    expect(junctions).toMatch(/Excess mucosal TNF raises .*, half effect at 2\./);
    expect(junctions).toMatch(/Butyrate that the colon wall burns lowers .* half effect at [\d.]+ mmol\/h\./);
  });

  it('a source for every cited number', () => {
    for (const [name, content] of files) {
      if (!name.startsWith('model/')) continue;
      const anchors = new Set([...content.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id));
      const cited = [...content.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id);
      expect(
        cited.filter((id) => !anchors.has(id)),
        name,
      ).toEqual([]);
    }
  });

  it('links between pages lead somewhere', () => {
    for (const [name, content] of files) {
      if (!name.startsWith('model/')) continue;
      for (const [, target] of content.matchAll(/\]\(([a-z0-9-]+\.md)\)/g))
        expect(files.has(`model/${target}`), `${name} -> ${target}`).toBe(true);
    }
  });

  it('the scan of problems finds message and fix beside a code', () => {
    const found = scanProblems().find(({ code }) => code === 'Z1031');
    expect(found?.message).toBe('no module of this assembly has "…"');
    expect(found?.fix).toMatch(/^Add the module/);
  });
});
