import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { personProblemCodes } from '../../src/person/problem-codes.ts';

test('every code that is told is listed, and every listed code is told', () => {
  const folder = new URL('../../src/person/', import.meta.url);
  const used = new Set<string>();
  for (const name of readdirSync(folder)) {
    if (name === 'problem-codes.ts') continue;
    for (const [code] of readFileSync(new URL(name, folder), 'utf8').matchAll(/(?<=')Z3\d{3}(?=')/g))
      used.add(code);
  }
  expect([...used].sort()).toEqual(Object.keys(personProblemCodes).sort());
});
