import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readPersonFileFromDisk } from '../../src/person/file-system.ts';
import { foodTableKnowledge } from '../../src/person/food-table-knowledge.ts';
import { personJsonSchemaText } from '../../src/person/json-schema.ts';
import { buildTimeline } from '../../src/person/timeline.ts';
import { ZonulaError } from '../../src/problem/problem.ts';

const folder = new URL('../../examples/', import.meta.url);
const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const schemaFile = new URL('../../docs/person-file.schema.json', import.meta.url);

describe('examples', () => {
  test('those that the project promises are there', () => {
    expect(examples).toEqual(
      expect.arrayContaining(
        [
          'western-day',
          'high-fibre-switch',
          'ibuprofen-week',
          'exam-month',
          'antibiotic-course',
          'antibiotic-course-with-probiotic',
          'coeliac-gluten-free',
          'fat-rich-week',
          'chronic-alcohol',
        ].map((name) => `${name}.yaml`),
      ),
    );
  });

  test.each(examples)('%s reads without error or warning, and every plan has its timeline', async (name) => {
    const { normalised, problems } = await readPersonFileFromDisk(new URL(name, folder).pathname, {
      foods: foodTableKnowledge,
    });
    expect(problems).toEqual([]);
    for (const plan of [undefined, ...(normalised?.plans.map((one) => one.name) ?? [])]) {
      const line = normalised && buildTimeline(normalised, plan, foodTableKnowledge);
      expect(line?.patternOfDay.length).toBe((line?.horizonDays ?? 0) - (line?.firstDay ?? 0));
      expect(line?.patternOfDay.every((id) => line.patterns.has(id))).toBe(true);
    }
  });

  test.each(examples)('%s begins with a comment for its reader', (name) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toMatch(/^# \S/);
  });
});

describe('the published JSON Schema', () => {
  const published = readFileSync(schemaFile, 'utf8');

  test('is the one of the code (else: node scripts/write-person-schema.ts)', () => {
    expect(JSON.parse(published)).toEqual(JSON.parse(personJsonSchemaText()));
  });

  test.each(examples)('accepts %s', (name) => {
    const schema = z.fromJSONSchema(JSON.parse(published));
    expect(schema.safeParse(parse(readFileSync(new URL(name, folder), 'utf8'))).error).toBeUndefined();
  });

  test('refuses an unknown key and a missing version', () => {
    const schema = z.fromJSONSchema(JSON.parse(published));
    expect(schema.safeParse({ zonula: 1, person: { age: 40 }, colour: 'blue' }).success).toBe(false);
    expect(schema.safeParse({ person: { age: 40 } }).success).toBe(false);
  });
});

describe('reading from disk', () => {
  test('a file that is not there and a folder are numbered errors', async () => {
    for (const path of ['/nowhere/at-all.yaml', '/']) {
      await expect(readPersonFileFromDisk(path, { foods: foodTableKnowledge })).rejects.toSatisfy(
        (error) => error instanceof ZonulaError && error.problems[0]?.code === 'Z3000',
      );
    }
  });
});
