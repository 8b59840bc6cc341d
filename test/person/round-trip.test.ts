import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exposureCatalogue } from '../../src/person/exposure-catalogue.ts';
import { readPersonFile } from '../../src/person/read.ts';
import type { Change, PersonFile } from '../../src/person/schema.ts';
import { conditionIds, safetyFlagIds, symptomIds, testIds } from '../../src/person/vocabulary.ts';
import { writePersonFile } from '../../src/person/write.ts';
import { smallFoods } from './small-foods.ts';

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const note = fc.string({ maxLength: 60, unit: 'grapheme' });
const grams = fc.integer({ min: 1, max: 900 }).map((g) => `${g} g`);
const food = fc.constantFrom('white_bread', 'oats_dry', 'cod');
const items = fc.array(fc.record({ food, amount: grams }), { maxLength: 3 });
const meals = fc.array(fc.record({ at: clock, items }), { maxLength: 3 });
const optional = { requiredKeys: [] as [] };

const timing = { fromDay: fc.integer({ min: 0, max: 20 }), days: fc.integer({ min: 1, max: 30 }), note };
const medicines = exposureCatalogue.filter(({ kind }) => kind === 'medicine');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...medicines).chain((medicine) =>
    fc.record({
      medicine: fc.constant(medicine.id),
      dose: fc.constant(`${medicine.usual.dose} ${medicine.unit}`),
      times: fc.uniqueArray(clock, { minLength: 1, maxLength: 3 }),
      ...timing,
    }),
  ),
  fc.record({ add: food, amount: grams, ...timing }),
  fc.record({ alcohol: fc.integer({ min: 1, max: 5 }).map((n) => `${n} drinks`), at: clock, ...timing }),
  fc.record({
    exercise: fc.constant('45 min'),
    effort: fc.constantFrom('light', '62 %'),
    hot: fc.boolean(),
    ...timing,
  }),
);

const person = fc.record(
  {
    age: fc.integer({ min: 18, max: 80 }),
    sex: fc.constantFrom('female' as const, 'male' as const),
    weight: fc.integer({ min: 55, max: 110 }).map((kg) => `${kg} kg`),
    height: fc.integer({ min: 155, max: 195 }).map((cm) => `${cm} cm`),
    conditions: fc.uniqueArray(
      fc.constantFrom(...conditionIds.filter((id) => !/^(coeliac|crohn|ulcer|ibs|post|pancr)/.test(id))),
      { maxLength: 3 },
    ),
    safety: fc.dictionary(fc.constantFrom(...safetyFlagIds), fc.constantFrom('yes', 'no', 'unanswered'), {
      maxKeys: 4,
    }) as fc.Arbitrary<Record<string, 'yes' | 'no' | 'unanswered'>>,
  },
  { requiredKeys: ['age'] },
);

const file: fc.Arbitrary<PersonFile> = fc
  .record(
    {
      title: note,
      startDate: fc.constantFrom('2026-03-02', '2024-02-29'),
      habitual: fc.oneof(
        fc.constant({ menu: 'western', mealTimes: ['07:00', '12:30', '20:15'] }),
        fc.record({ week: fc.record({ everyDay: meals, sunday: meals }), sleep: fc.constant('6.5 h') }),
      ),
      plans: fc.uniqueArray(
        fc.record({
          name: fc.string({ minLength: 1, maxLength: 12 }),
          changes: fc.array(change, { maxLength: 4 }),
        }),
        { selector: ({ name }) => name, maxLength: 3 },
      ),
      measured: fc.array(
        fc.record({
          test: fc.constantFrom(...testIds),
          value: fc.double({ min: 0, max: 500, noNaN: true }),
          unit: note,
          daysAgo: fc.integer({ min: 0, max: 300 }),
        }),
        { maxLength: 3 },
      ),
      diary: fc.uniqueArray(
        fc.record(
          {
            day: fc.integer({ min: -50, max: 50 }),
            symptoms: fc.dictionary(fc.constantFrom(...symptomIds), fc.integer({ min: 0, max: 10 }), {
              maxKeys: 3,
            }),
            bristol: fc.integer({ min: 1, max: 7 }),
            notes: note,
          },
          { requiredKeys: ['day'] },
        ),
        { selector: ({ day }) => day, maxLength: 4 },
      ),
      horizon: fc.constantFrom('12 weeks', '60 days'),
      seed: fc.nat(),
    },
    optional,
  )
  .chain((rest) => person.map((who) => ({ zonula: 1, person: who, ...rest }) as PersonFile));

describe('written and read again', () => {
  test('any sound file comes back the same, and without errors', () => {
    fc.assert(
      fc.property(file, (before) => {
        const result = readPersonFile(writePersonFile(before), { foods: smallFoods });
        expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        // Data only: fast-check makes objects without prototype and -0.
        expect(JSON.parse(JSON.stringify(result.personFile))).toEqual(JSON.parse(JSON.stringify(before)));
      }),
      { numRuns: 300 },
    );
  });

  test('JSON text of the same file reads the same', () => {
    fc.assert(
      fc.property(file, (before) => {
        const yaml = readPersonFile(writePersonFile(before), { foods: smallFoods });
        const json = readPersonFile(JSON.stringify(before), { foods: smallFoods });
        expect(json.normalised).toEqual(yaml.normalised);
      }),
      { numRuns: 100 },
    );
  });

  test('words that YAML could take for something else keep their meaning', () => {
    const before: PersonFile = {
      zonula: 1,
      title: 'no',
      person: { age: 40 },
      diary: [
        { day: 0, notes: '*a: &b # - 1.5 "x" \'y\' \\ | > 2026-03-02 08:00 null ~ yes\nsecond line\n\n' },
      ],
    };
    expect(readPersonFile(writePersonFile(before), { foods: smallFoods }).personFile).toEqual(before);
  });
});
