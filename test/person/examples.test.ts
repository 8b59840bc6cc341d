import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readPersonFileFromDisk } from '../../src/person/file-system.ts';
import { foodTableKnowledge } from '../../src/person/food-table-knowledge.ts';
import { personJsonSchemaText } from '../../src/person/json-schema.ts';
import { readPersonDocument, readPersonFile } from '../../src/person/read.ts';
import { personFileSchema } from '../../src/person/schema.ts';
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

describe('docs/person-file.md', () => {
  const page = readFileSync(new URL('../../docs/person-file.md', import.meta.url), 'utf8');
  const read = (document: unknown) => readPersonDocument(document, { foods: foodTableKnowledge });
  const errors = (document: unknown) =>
    read(document).problems.filter(({ severity }) => severity === 'error');

  test('its file runs', () => {
    const files = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(readPersonFile(file, { foods: foodTableKnowledge }).normalised).toBeDefined();
  });

  test('its changes are read', () => {
    const changes = [...page.matchAll(/`(\{[a-z]+: [^`]*\})`/g)].map((match): unknown =>
      parse(match[1] ?? ''),
    );
    expect(changes.length).toBeGreaterThan(8);
    for (const change of changes) {
      expect(
        errors({
          zonula: 1,
          person: { age: 40 },
          habitual: { menu: 'western' },
          plans: [{ name: 'a', changes: [change] }],
        }),
      ).toEqual([]);
    }
  });

  test('it names every key at the top', () => {
    for (const key of Object.keys(personFileSchema.shape)) {
      if (key !== '$schema' && key !== 'title' && key !== 'language') expect(page).toContain(`\`${key}\``);
    }
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
