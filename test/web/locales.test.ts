import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../web/src/', import.meta.url);

type Texts = { readonly [key: string]: string | Texts };

function keys(texts: Texts, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`] : keys(value, `${before}${key}.`),
  );
}
const withoutCount = (key: string): string => key.replace(/_(one|many|other)$/, '');
const textOf = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(new URL(`locales/${language}/${file}`, root), 'utf8')) as Texts;
const valueAt = (texts: Texts, key: string): string => {
  let here: string | Texts | undefined = texts;
  for (const part of key.split('.')) here = typeof here === 'string' ? undefined : here?.[part];
  return typeof here === 'string' ? here : '';
};
const names = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

const files = readdirSync(new URL('locales/en/', root));

describe.each(files)('texts %s', (file) => {
  const english = textOf('en', file);
  const spanish = textOf('es', file);

  it('Spanish says all that English says', () => {
    expect([...new Set(keys(spanish).map(withoutCount))].sort()).toEqual(
      [...new Set(keys(english).map(withoutCount))].sort(),
    );
  });

  it('both name the same values in a sentence', () => {
    for (const key of keys(english)) {
      if (keys(spanish).includes(key) && !/_one$/.test(key))
        expect([key, names(valueAt(spanish, key))]).toEqual([key, names(valueAt(english, key))]);
    }
  });
});

describe('keys that the app asks for by name', () => {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  const known = new Map(
    files.map((file) => [file.replace('.json', ''), new Set(keys(textOf('en', file)).map(withoutCount))]),
  );
  it('exist', () => {
    const missing: string[] = [];
    for (const path of sources) {
      const code = readFileSync(new URL(path, root), 'utf8');
      const [, first = 'common'] = /useTranslation\(\[?'(\w+)'/.exec(code) ?? [];
      const spaces = new Set(
        [...code.matchAll(/(?:useTranslation\(\[?|TFunction<)'(\w+)'/g)].map(([, space = '']) => space),
      );
      // A file with several components may use several namespaces: a key must exist in one of them.
      for (const [, key = ''] of code.matchAll(/\bt\(\s*'([\w:.-]+)'/g)) {
        const [space, name] = key.includes(':') ? (key.split(':') as [string, string]) : [undefined, key];
        const searched = space
          ? [space]
          : [...spaces, first, ...(code.includes('useTranslation()') ? ['common'] : [])];
        if (!searched.some((one) => known.get(one)?.has(name))) missing.push(`${path}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
