import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPersonDocument, readPersonFile } from '../../src/person/read.ts';
import { buildTimeline } from '../../src/person/timeline.ts';
import { ZonulaError } from '../../src/problem/problem.ts';
import { smallFoods } from './small-foods.ts';

/** Reads, and runs on with what was read: nothing but a ZonulaError may come out. */
function survive(read: () => ReturnType<typeof readPersonFile>): void {
  const result = read();
  for (const problem of result.problems) {
    expect(problem.code).toMatch(/^Z3\d{3}$/);
    expect(problem.message.length).toBeGreaterThan(5);
  }
  const hasErrors = result.problems.some(({ severity }) => severity === 'error');
  expect(result.normalised === undefined).toBe(hasErrors);
  const file = result.normalised;
  if (!file) return;
  for (const plan of [undefined, ...file.plans.map(({ name }) => name)]) {
    try {
      buildTimeline(file, plan, smallFoods);
    } catch (error) {
      expect(error).toBeInstanceOf(ZonulaError);
    }
  }
}

const keys = [
  'zonula',
  'person',
  'age',
  'sex',
  'weight',
  'conditions',
  'safety',
  'habitual',
  'menu',
  'week',
  'everyDay',
  'monday',
  'items',
  'food',
  'amount',
  'at',
  'medicines',
  'medicine',
  'dose',
  'times',
  'perDay',
  'history',
  'plans',
  'name',
  'changes',
  'add',
  'swap',
  'with',
  'remove',
  'stop',
  'exposure',
  'alcohol',
  'stress',
  'sleep',
  'exercise',
  'effort',
  'fromDay',
  'toDay',
  'days',
  'daysAgo',
  'weekdays',
  'everyDays',
  'rampDays',
  'measured',
  'test',
  'value',
  'diary',
  'symptoms',
  'bristol',
  'tests',
  'horizon',
  'seed',
  'people',
  'startDate',
  'ownFoods',
  'per100g',
  'recipes',
  'makes',
  '__proto__',
  'constructor',
  'toString',
];
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    1,
    40,
    -1,
    1e308,
    0.1,
    null,
    true,
    '',
    '60 g',
    '2 slices',
    'western',
    'ibuprofen',
    '08:00',
    'monday',
    '2026-03-02',
    'two_sugar',
    '12 weeks',
    'coeliac_untreated',
    'constructor',
    '__proto__',
  ),
  fc.string({ maxLength: 20 }),
  fc.double(),
);
const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie('node'), { maxKeys: 6 }),
  ),
})).node;

const soundPerson = { age: 40, sex: 'male', weight: '82 kg', height: '178 cm' };

describe('whatever comes in', () => {
  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500, unit: 'binary' }), (text) =>
        survive(() => readPersonFile(text, { foods: smallFoods })),
      ),
      { numRuns: 500 },
    );
  });

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) =>
        survive(() => readPersonFile(bytes, { foods: smallFoods })),
      ),
      { numRuns: 500 },
    );
  });

  test('text that looks like YAML', () => {
    const piece = fc.constantFrom(
      'zonula: 1\n',
      'person:\n',
      '  age: 40\n',
      '- ',
      '&a ',
      '*a',
      '{',
      '}',
      '[',
      ']',
      ': ',
      '\n',
      '"',
      "'",
      '|\n',
      '!!binary ',
      '---\n',
      '#',
      '\t',
      '  ',
      'habitual: ',
      'menu: western\n',
      '? ',
      '<<: ',
      '%YAML 1.1\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) =>
        survive(() => readPersonFile(pieces.join(''), { foods: smallFoods })),
      ),
      { numRuns: 1000 },
    );
  });

  test('any tree of known words, as a document', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), tree, { maxKeys: 8 }), (document) =>
        survive(() =>
          readPersonDocument({ zonula: 1, person: soundPerson, ...document }, { foods: smallFoods }),
        ),
      ),
      { numRuns: 1500 },
    );
  });

  test('any changes of a plan', () => {
    const change = fc.dictionary(fc.constantFrom(...keys), leaf, { maxKeys: 5 });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (changes) =>
        survive(() =>
          readPersonDocument(
            {
              zonula: 1,
              person: soundPerson,
              habitual: { menu: 'western' },
              plans: [{ name: 'a', changes }],
              history: changes,
            },
            { foods: smallFoods },
          ),
        ),
      ),
      { numRuns: 1500 },
    );
  });
});
