import { describe, expect, test } from 'vitest';
import { type Migration, migrate } from '../../src/person/migrations.ts';
import { readPersonFile } from '../../src/person/read.ts';
import { smallFoods } from './small-foods.ts';

/** A made-up version 0, in which the body stood at the top and weight was a number in kg. */
const fromZero: Migration = ({ age, sex, kilograms, centimetres, menu }) => ({
  person: { age, sex, weight: `${kilograms} kg`, height: `${centimetres} cm` },
  habitual: { menu },
});
const table = new Map([[0, fromZero]]);

describe('older files', () => {
  const text = 'zonula: 0\nage: 40\nsex: female\nkilograms: 61\ncentimetres: 165\nmenu: western\n';

  test('are read as files of today, and the reader is told', () => {
    const result = readPersonFile(text, { foods: smallFoods, migrations: table });
    expect(result.problems).toMatchObject([{ code: 'Z3009', severity: 'note', where: { line: 1 } }]);
    expect(result.personFile).toMatchObject({
      zonula: 1,
      person: { weight: '61 kg' },
      habitual: { menu: 'western' },
    });
    expect(result.normalised?.person.weightKg).toBe(61);
  });

  test('are refused where no way on is known', () => {
    expect(readPersonFile(text, { foods: smallFoods }).problems).toMatchObject([
      { code: 'Z3011', severity: 'error' },
    ]);
    expect(migrate({ zonula: 0 }, 0, new Map())).toEqual({ ok: false, stuckAt: 0 });
  });
});
