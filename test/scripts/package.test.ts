import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const manifest = z
  .object({
    bin: z.record(z.string(), z.string()),
    exports: z.record(
      z.string(),
      z.union([z.string(), z.object({ types: z.string(), default: z.string() })]),
    ),
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
const there = (path: string): boolean => existsSync(new URL(`../../${path}`, import.meta.url));

describe('package.json', () => {
  test.each(Object.entries(manifest.exports))(
    'entry point %s is built from a source that is there',
    (_, entry) => {
      if (typeof entry === 'string') expect(there(entry)).toBe(true);
      else {
        expect(there(entry.default.replace('./dist/lib/', '').replace(/\.js$/, '.ts')), entry.default).toBe(
          true,
        );
        expect(entry.types).toBe(entry.default.replace(/\.js$/, '.d.ts'));
      }
    },
  );

  test('every script runs a file that is there', () => {
    for (const [name, command] of Object.entries(manifest.scripts))
      for (const [file] of command.matchAll(/scripts\/[\w-]+\.m?[jt]s/g))
        expect(there(file), `${name}: ${file}`).toBe(true);
    for (const file of Object.values(manifest.bin)) expect(there(file)).toBe(true);
  });

  test('the two commands of the README set up a fresh machine by themselves', () => {
    for (const name of ['start', 'test'])
      expect(manifest.scripts[name]).toMatch(/^node scripts\/bootstrap\.mjs /);
    const bootstrap = readFileSync(new URL('../../scripts/bootstrap.mjs', import.meta.url), 'utf8');
    for (const [, imported] of bootstrap.matchAll(/from '([^']+)'/g)) expect(imported).toMatch(/^node:/);
  });
});
