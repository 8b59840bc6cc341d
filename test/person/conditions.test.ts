import { describe, expect, test } from 'vitest';
import { conditionOf, conditions, personSettings } from '../../src/person/conditions.ts';
import type { Person } from '../../src/person/person.ts';
import { conditionIds, safetyFlagIds } from '../../src/person/vocabulary.ts';

const person = (parts: Partial<Person>): Person => ({
  ageYears: 40,
  sex: 'male',
  weightKg: 80,
  heightCm: 180,
  bmi: 80 / 1.8 ** 2,
  conditions: [],
  gfrMlPerMin: undefined,
  smoker: 'unanswered',
  lactase: 'unknown',
  methane: 'unanswered',
  foodAllergies: [],
  safety: Object.fromEntries(safetyFlagIds.map((id) => [id, 'unanswered'])) as Person['safety'],
  ...parts,
});
const parameter = (settings: ReturnType<typeof personSettings>, name: string) =>
  settings.parameters.filter((setting) => setting.parameter === name).map(({ how, value }) => [how, value]);

describe('conditions', () => {
  test('every id has one entry, and every entry an id', () => {
    expect(conditions.map(({ id }) => id)).toEqual([...conditionIds]);
    for (const id of conditionIds) expect(conditionOf(id).note.length).toBeGreaterThan(5);
  });

  test('exclusions are mutual', () => {
    for (const condition of conditions) {
      for (const other of condition.excludes ?? [])
        expect(conditionOf(other).excludes, `${other} / ${condition.id}`).toContain(condition.id);
    }
  });

  test('a condition that changes nothing says that it is not modelled', () => {
    for (const { id, settings, inputs, starts } of conditions) {
      const acts = settings.length > 0 || Object.keys(inputs ?? {}).length > 0 || (starts ?? []).length > 0;
      expect(acts, id).toBe(true);
    }
  });

  test('the specification s values', () => {
    const coeliac = personSettings(person({ conditions: ['coeliac_untreated'] }));
    expect(parameter(coeliac, 'g_cel')).toEqual([['set', 12]]);
    expect(parameter(coeliac, 'K_agc')).toEqual([['set', 0.15]]);
    expect(coeliac.historyDays).toBe(700);
    expect(parameter(personSettings(person({ conditions: ['crohn_active'] })), 'g_ibd')).toEqual([
      ['set', 6],
    ]);
    const cirrhosis = personSettings(person({ conditions: ['cirrhosis'] }));
    expect([
      parameter(cirrhosis, 'kc0'),
      parameter(cirrhosis, 'set_sb'),
      parameter(cirrhosis, 'ps_sb_factor'),
    ]).toEqual([[['set', 0.4]], [['add', 1.2]], [['set', 0.8]]]);
    const ibs = personSettings(person({ conditions: ['ibs_d'] }));
    expect(ibs.constants.u_transit).toBe(0.3);
    expect(ibs.parameters.find((setting) => setting.parameter === 'set_sb')?.share).toBe(0.5);
    expect(personSettings(person({ conditions: ['post_infectious_ibs'] })).starts).toMatchObject([
      { state: 'pi', value: 0.5 },
    ]);
  });

  test('two kinds of the same sensitivity count once', () => {
    const both = personSettings(person({ conditions: ['ibs_d', 'post_infectious_ibs'] }));
    expect(parameter(both, 'set_sb')).toEqual([['add', 0.4]]);
  });

  test('obesity: named, measured, or with diabetes unless measured otherwise', () => {
    expect(personSettings(person({})).constants.u_obese).toBeUndefined();
    expect(personSettings(person({ bmi: 30 })).constants.u_obese).toBe(1);
    expect(personSettings(person({ conditions: ['obesity'] })).constants.u_obese).toBe(1);
    expect(
      personSettings(person({ conditions: ['type_2_diabetes'], bmi: undefined })).constants.u_obese,
    ).toBe(1);
    expect(personSettings(person({ conditions: ['type_2_diabetes'] })).constants.u_obese).toBeUndefined();
    expect(
      personSettings(person({ conditions: undefined, bmi: undefined })).constants.u_obese,
    ).toBeUndefined();
  });

  test('kidneys: as measured, else 1 % a year less after 40', () => {
    expect(personSettings(person({ ageYears: 30 })).constants.GFR).toBe(90);
    expect(personSettings(person({ ageYears: 70 })).constants.GFR).toBeCloseTo(63, 12);
    expect(personSettings(person({ ageYears: 70, gfrMlPerMin: 85 })).constants.GFR).toBe(85);
  });

  test('methane is set only where it was answered', () => {
    expect(personSettings(person({})).constants.meth).toBeUndefined();
    expect(personSettings(person({ methane: 'no' })).constants.meth).toBe(0);
    expect(personSettings(person({ methane: 'yes' })).constants.meth).toBe(1);
  });

  test('the answer about milk sugar acts like the condition', () => {
    expect(parameter(personSettings(person({ lactase: 'non_persistent' })), 'lct')).toEqual([['set', 0.08]]);
    expect(parameter(personSettings(person({})), 'lct')).toEqual([]);
  });
});
