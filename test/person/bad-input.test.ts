import { describe, expect, test } from 'vitest';
import { type ReadResult, readPersonFile } from '../../src/person/read.ts';
import { smallFoods } from './small-foods.ts';

const read = (text: string | Uint8Array): ReadResult =>
  readPersonFile(text, { fileName: 'me.yaml', foods: smallFoods });

/** A sound file; `extra` is added at the end, lines of its own. */
const sound = (extra = ''): string => `zonula: 1
person:
  age: 40
  sex: male
  weight: 82 kg
  height: 178 cm
habitual:
  menu: western
${extra}`;

const codes = (result: ReadResult, severity?: string) =>
  result.problems
    .filter((problem) => severity === undefined || problem.severity === severity)
    .map(({ code }) => code);

interface Case {
  readonly name: string;
  readonly text: string;
  readonly code: string;
  readonly line?: number;
  readonly field?: string;
  /** Part of the message or the fix. */
  readonly says?: string;
  readonly severity?: 'error' | 'warning' | 'note';
}

const plan = (change: string): string =>
  sound(`plans:\n  - name: a\n    changes:\n${change.replace(/^/gm, '      ')}`);

const cases: readonly Case[] = [
  {
    name: 'untreated coeliac disease without gluten',
    text: sound()
      .replace('  sex', '  conditions: [coeliac_untreated]\n  sex')
      .replace('menu: western', 'week: {everyDay: [{at: "12:00", items: [{food: cod, amount: 200 g}]}]}'),
    code: 'Z3073',
    line: 4,
    severity: 'warning',
  },
  {
    name: 'smoking',
    text: sound().replace('  sex', '  smoker: yes\n  sex'),
    code: 'Z3061',
    line: 4,
    severity: 'warning',
  },
  {
    name: 'a condition in other words',
    text: sound().replace('  sex', '  conditions: [celiac disease]\n  sex'),
    code: 'Z3015',
    line: 4,
    says: 'coeliac_untreated',
  },
  {
    name: 'a vegan who eats cod',
    text: sound().replace(
      '  menu: western',
      '  style: [vegan]\n  menu: high_fibre\n  adjust: [{add: cod, amount: 90 g}]',
    ),
    code: 'Z3073',
    line: 8,
    field: 'habitual.style[0]',
    says: 'cod',
    severity: 'warning',
  },
  {
    name: 'treated coeliac disease and bread',
    text: sound().replace('  sex', '  conditions: [coeliac_treated]\n  sex'),
    code: 'Z3073',
    line: 4,
    says: 'white_bread',
    severity: 'warning',
  },
  {
    name: 'an allergy to what is drunk',
    text: sound().replace('  sex', '  foodAllergies: [milk]\n  sex'),
    code: 'Z3073',
    line: 4,
    says: 'milk_whole',
    severity: 'warning',
  },
  { name: 'empty file', text: '', code: 'Z3002' },
  { name: 'only comments', text: '# nothing yet\n', code: 'Z3002' },
  { name: 'a list', text: '- a\n', code: 'Z3007', line: 1 },
  { name: 'plain words', text: 'hello', code: 'Z3007' },
  { name: 'no version', text: 'person: {age: 40}\n', code: 'Z3008' },
  {
    name: 'newer version',
    text: sound().replace('zonula: 1', 'zonula: 2'),
    code: 'Z3010',
    line: 1,
    field: 'zonula',
    says: 'Update Zonula',
  },
  {
    name: 'a version that never was',
    text: sound().replace('zonula: 1', 'zonula: 0'),
    code: 'Z3011',
    line: 1,
  },
  { name: 'a version in words', text: sound().replace('zonula: 1', 'zonula: one'), code: 'Z3011', line: 1 },
  { name: 'broken YAML', text: sound('plans: [a, b'), code: 'Z3004' },
  {
    name: 'duplicate key',
    text: sound().replace('  sex: male', '  sex: male\n  sex: female'),
    code: 'Z3005',
    line: 5,
    says: 'sex',
  },
  { name: 'tab', text: 'zonula: 1\nperson:\n\tage: 40\n', code: 'Z3018', line: 3, says: 'spaces' },
  { name: 'two documents', text: `${sound()}---\nzonula: 1\n`, code: 'Z3019' },
  {
    name: 'unknown key at the top',
    text: sound('plan: []'),
    code: 'Z3012',
    line: 9,
    field: 'plan',
    says: 'plans',
  },
  {
    name: 'unknown key inside',
    text: sound().replace('  sex: male', '  sec: male'),
    code: 'Z3012',
    line: 4,
    field: 'person.sec',
    says: 'sex',
  },
  {
    name: 'unknown key of a change',
    text: plan('- medicine: ibuprofen\n  dos: 400 mg'),
    code: 'Z3012',
    line: 13,
    field: 'plans[0].changes[0].dos',
    says: 'dose',
  },
  { name: 'no person', text: 'zonula: 1\n', code: 'Z3013', field: 'person' },
  { name: 'no age', text: 'zonula: 1\nperson: {sex: male}\n', code: 'Z3013', line: 2, field: 'person.age' },
  { name: 'age in words', text: sound().replace('age: 40', 'age: forty'), code: 'Z3014', line: 3 },
  {
    name: 'unknown sex',
    text: sound().replace('male', 'mal'),
    code: 'Z3015',
    line: 4,
    says: 'Did you mean male',
  },
  {
    name: 'unknown condition',
    text: sound().replace('  sex', '  conditions: [coeliac_untreatd]\n  sex'),
    code: 'Z3015',
    line: 4,
    says: 'coeliac_untreated',
  },
  { name: 'a change of nothing', text: plan('- fromDay: 3'), code: 'Z3017', line: 12 },
  {
    name: 'a change of two things',
    text: plan('- medicine: ibuprofen\n  menu: western'),
    code: 'Z3017',
    line: 12,
    says: 'medicine, menu',
  },
  {
    name: 'under 18',
    text: sound().replace('age: 40', 'age: 15'),
    code: 'Z3030',
    line: 3,
    field: 'person.age',
    says: 'adults',
  },
  { name: 'negative age', text: sound().replace('age: 40', 'age: -4'), code: 'Z3032', line: 3 },
  {
    name: 'above 80',
    text: sound().replace('age: 40', 'age: 86'),
    code: 'Z3031',
    line: 3,
    severity: 'warning',
  },
  { name: 'weight without unit', text: sound().replace('82 kg', '82'), code: 'Z3014', line: 5, says: 'unit' },
  {
    name: 'weight without unit, as text',
    text: sound().replace('82 kg', '"82"'),
    code: 'Z3020',
    line: 5,
    says: 'has no unit',
  },
  { name: 'weight in a length', text: sound().replace('82 kg', '82 cm'), code: 'Z3020', line: 5, says: 'cm' },
  { name: 'negative weight', text: sound().replace('82 kg', '-82 kg'), code: 'Z3032', line: 5 },
  {
    name: 'a weight in grams that is meant in kg',
    text: sound().replace('82 kg', '82 g'),
    code: 'Z3032',
    line: 5,
  },
  {
    name: 'a body that cannot be',
    text: sound().replace('82 kg', '300 kg').replace('178 cm', '110 cm'),
    code: 'Z3032',
    field: 'person',
  },
  {
    name: 'weight twice',
    text: sound().replace('  weight: 82 kg', '  weight: 82 kg\n  weightKg: 82'),
    code: 'Z3034',
    line: 5,
  },
  {
    name: 'no weight',
    text: sound().replace('  weight: 82 kg\n', ''),
    code: 'Z3033',
    severity: 'warning',
    says: 'weight',
  },
  {
    name: 'contradictory conditions',
    text: sound().replace('  sex', '  conditions: [crohn_active, crohn_remission]\n  sex'),
    code: 'Z3035',
    line: 4,
  },
  {
    name: 'unknown menu',
    text: sound().replace('western', 'westen'),
    code: 'Z3052',
    line: 8,
    field: 'habitual.menu',
    says: 'western',
  },
  {
    name: 'no food at all',
    text: sound().replace('habitual:\n  menu: western\n', ''),
    code: 'Z3070',
    severity: 'warning',
    says: 'habitual.menu',
  },
  {
    name: 'menu and week',
    text: sound().replace('  menu: western', '  menu: western\n  week: {everyDay: []}'),
    code: 'Z3072',
  },
  {
    name: 'a week with holes',
    text: sound().replace('  menu: western', '  week: {monday: []}'),
    code: 'Z3071',
    says: 'tuesday',
  },
  {
    name: 'unknown food',
    text: plan('- add: whit bread\n  amount: 40 g'),
    code: 'Z3050',
    line: 12,
    field: 'plans[0].changes[0].add',
    says: 'white_bread',
  },
  {
    name: 'food amount without unit',
    text: plan('- add: white_bread\n  amount: "40"'),
    code: 'Z3020',
    line: 13,
    says: 'slice',
  },
  {
    name: 'unknown portion',
    text: plan('- add: white_bread\n  amount: 2 buckets'),
    code: 'Z3051',
    line: 13,
    says: 'slice',
  },
  {
    name: '40 kg of salt',
    text: plan('- add: salt\n  amount: 40 kg'),
    code: 'Z3022',
    line: 13,
    says: '40000 g',
  },
  { name: 'negative food', text: plan('- add: salt\n  amount: -3 g'), code: 'Z3023', line: 13 },
  {
    name: 'food that is not eaten removed',
    text: plan('- remove: cod'),
    code: 'Z3067',
    line: 12,
    severity: 'warning',
  },
  {
    name: 'unknown medicine',
    text: plan('- medicine: ibuprofn\n  dose: 400 mg'),
    code: 'Z3060',
    line: 12,
    says: 'ibuprofen',
  },
  {
    name: 'a supplement called a medicine',
    text: plan('- medicine: inulin\n  dose: 5 g'),
    code: 'Z3060',
    line: 12,
    says: 'supplement: inulin',
  },
  {
    name: 'dose without unit',
    text: plan('- medicine: ibuprofen\n  dose: "400"'),
    code: 'Z3020',
    line: 13,
    says: 'mg',
  },
  {
    name: 'dose that cannot be meant',
    text: plan('- medicine: ibuprofen\n  dose: 400 g\n  perDay: 3'),
    code: 'Z3022',
    line: 13,
  },
  {
    name: 'dose outside studies',
    text: plan('- medicine: ibuprofen\n  dose: 800 mg\n  perDay: 3'),
    code: 'Z3024',
    line: 13,
    severity: 'warning',
  },
  {
    name: 'no dose',
    text: plan('- medicine: ibuprofen'),
    code: 'Z3063',
    severity: 'warning',
    says: '400 mg',
  },
  {
    name: 'how often not told',
    text: plan('- medicine: ibuprofen\n  dose: 400 mg'),
    code: 'Z3063',
    severity: 'warning',
    says: '3 doses',
  },
  {
    name: 'a medicine that nothing reads',
    text: plan('- medicine: metformin\n  dose: 500 mg\n  perDay: 2'),
    code: 'Z3061',
    severity: 'warning',
  },
  {
    name: 'a research exposure',
    text: plan('- exposure: lps_bolus\n  dose: 1 ng/kg\n  day: 2'),
    code: 'Z3062',
    severity: 'warning',
  },
  {
    name: 'times and perDay',
    text: plan('- medicine: ibuprofen\n  dose: 400 mg\n  perDay: 2\n  times: ["08:00"]'),
    code: 'Z3047',
  },
  {
    name: 'a course of one day',
    text: plan('- medicine: antibiotic\n  dose: 1 course\n  day: 2'),
    code: 'Z3069',
    severity: 'warning',
  },
  {
    name: 'times and at',
    text: plan('- medicine: ibuprofen\n  dose: 400 mg\n  at: "07:00"\n  times: ["08:00"]'),
    code: 'Z3047',
  },
  {
    name: 'a dose for each kilogram',
    text: plan('- supplement: glutamine\n  dose: 0.9 g/kg\n  perDay: 1'),
    code: 'Z3020',
    says: 'body weight',
  },
  {
    name: 'a clock that is none',
    text: plan('- medicine: ibuprofen\n  dose: 400 mg\n  times: ["25:00"]'),
    code: 'Z3020',
    line: 14,
  },
  {
    name: 'reversed days',
    text: plan('- menu: high_fibre\n  fromDay: 9\n  toDay: 3'),
    code: 'Z3042',
    line: 14,
    field: 'plans[0].changes[0].toDay',
  },
  {
    name: 'reversed dates',
    text: `startDate: 2026-03-02\n${plan('- menu: high_fibre\n  from: 2026-03-20\n  to: 2026-03-10')}`,
    code: 'Z3042',
    line: 15,
  },
  {
    name: 'a date without start',
    text: plan('- menu: high_fibre\n  from: 2026-03-20'),
    code: 'Z3041',
    line: 13,
    says: 'startDate',
  },
  { name: 'a date that is none', text: `startDate: 2026-02-30\n${sound()}`, code: 'Z3040', line: 1 },
  {
    name: 'overlapping diets',
    text: plan('- menu: high_fibre\n  fromDay: 0\n  toDay: 10\n- menu: western\n  fromDay: 5\n  toDay: 20'),
    code: 'Z3043',
    line: 15,
  },
  {
    name: 'overlapping medicine',
    text: plan(
      '- medicine: ibuprofen\n  dose: 400 mg\n  times: ["08:00"]\n  days: 5\n- medicine: ibuprofen\n  dose: 200 mg\n  times: ["08:00"]\n  days: 3',
    ),
    code: 'Z3043',
    severity: 'warning',
    line: 16,
  },
  {
    name: 'a plan in the past',
    text: plan('- menu: high_fibre\n  fromDay: -3'),
    code: 'Z3046',
    says: 'history',
  },
  {
    name: 'a past in the future',
    text: sound('history:\n  - infection: gastroenteritis\n    day: 4'),
    code: 'Z3046',
    line: 10,
    says: 'plans',
  },
  {
    name: 'a past without a day',
    text: sound('history:\n  - infection: gastroenteritis'),
    code: 'Z3047',
    line: 10,
  },
  {
    name: 'a change after the horizon',
    text: plan('- menu: high_fibre\n  fromDay: 90'),
    code: 'Z3044',
    severity: 'warning',
  },
  {
    name: 'horizon of 100 years',
    text: sound('horizon: 100 years'),
    code: 'Z3045',
    line: 9,
    field: 'horizon',
  },
  { name: 'horizon without unit', text: sound('horizon: "12"'), code: 'Z3020', line: 9 },
  { name: 'a test on no day', text: sound('tests:\n  - test: two_sugar'), code: 'Z3047', line: 10 },
  {
    name: 'a test after the horizon',
    text: sound('tests:\n  - {test: two_sugar, day: 84}'),
    code: 'Z3044',
    line: 10,
  },
  {
    name: 'an unknown test',
    text: sound('tests:\n  - {test: two_suger, day: 4}'),
    code: 'Z3015',
    line: 10,
    says: 'two_sugar',
  },
  {
    name: 'two plans of one name',
    text: sound('plans:\n  - {name: a, changes: []}\n  - {name: a, changes: []}'),
    code: 'Z3080',
    line: 11,
  },
  { name: 'half a person', text: sound('people: 2.5'), code: 'Z3081', line: 9 },
  {
    name: 'a score of 12',
    text: sound('diary:\n  - {day: -1, symptoms: {bloating: 12}}'),
    code: 'Z3082',
    line: 10,
    field: 'diary[0].symptoms.bloating',
  },
  {
    name: 'an unknown symptom',
    text: sound('diary:\n  - {day: -1, symptoms: {bloatin: 3}}'),
    code: 'Z3012',
    says: 'bloating',
  },
  { name: 'stool form 9', text: sound('diary:\n  - {day: -1, bristol: 9}'), code: 'Z3082', line: 10 },
  {
    name: 'a day twice in the diary',
    text: sound('diary:\n  - {day: -1}\n  - {day: -1}'),
    code: 'Z3043',
    line: 11,
  },
  {
    name: 'a result without unit',
    text: sound('measured:\n  - {test: crp, value: 2}'),
    code: 'Z3025',
    severity: 'warning',
    line: 10,
  },
  {
    name: 'a negative result',
    text: sound('measured:\n  - {test: crp, value: -2, unit: mg/L}'),
    code: 'Z3023',
    line: 10,
  },
  {
    name: 'own food with the id of a food',
    text: sound('ownFoods:\n  - {id: cod, name: Cod, per100g: {}}'),
    code: 'Z3053',
    line: 10,
  },
  {
    name: 'own food with an unknown nutrient',
    text: sound('ownFoods:\n  - {id: bar, name: Bar, per100g: {fiber_g: 3}}'),
    code: 'Z3055',
    says: 'fibre_g',
  },
  {
    name: 'own food that holds more than itself',
    text: sound('ownFoods:\n  - {id: bar, name: Bar, per100g: {fat_g: 60, carbohydrate_g: 70}}'),
    code: 'Z3055',
  },
  {
    name: 'a recipe that contains itself',
    text: sound(
      'recipes:\n  - id: stew\n    name: Stew\n    makes: 4 portions\n    items: [{food: stew, amount: 1 portion}]',
    ),
    code: 'Z3054',
  },
  { name: 'stopping what is no habit', text: plan('- stop: alcohol'), code: 'Z3065', severity: 'warning' },
  {
    name: 'a plan on top of a habit',
    text: plan('- medicine: ibuprofen\n  dose: 400 mg\n  times: ["08:00"]').replace(
      '  menu: western',
      '  menu: western\n  medicines: [{medicine: ibuprofen, dose: 400 mg, times: ["20:00"]}]',
    ),
    code: 'Z3064',
    severity: 'warning',
  },
  {
    name: 'stopping a prescribed medicine',
    text: plan('- stop: omeprazole').replace(
      '  menu: western',
      '  menu: western\n  medicines: [{medicine: omeprazole, dose: 20 mg, prescribed: true}]',
    ),
    code: 'Z3066',
    severity: 'warning',
    says: 'doctor',
  },
];

describe('bad input', () => {
  test('the sound file has no problem at all', () => {
    expect(read(sound()).problems).toEqual([]);
    expect(read(sound()).normalised?.person.weightKg).toBe(82);
  });

  test.each(cases)('$name: $code', ({ text, code, line, field, says, severity = 'error' }) => {
    const result = read(text);
    const found = result.problems.find((problem) => problem.code === code);
    expect(found, `found ${codes(result).join(', ')}`).toMatchObject({ code, severity });
    expect(found?.where?.file).toBe('me.yaml');
    if (line !== undefined) expect(found?.where?.line).toBe(line);
    if (field !== undefined) expect(found?.where?.field).toBe(field);
    if (says !== undefined) expect(`${found?.message} ${found?.fix}`).toContain(says);
    if (severity === 'error') expect(result.normalised).toBeUndefined();
    else expect(codes(result, 'error')).toEqual([]);
  });

  test('a binary file, a file that is not UTF-8, and 50 MB are refused before parsing', () => {
    expect(codes(read(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2])))).toEqual(['Z3003']);
    expect(codes(read(new TextEncoder().encode('zonula: 1\u0000')))).toEqual(['Z3003']);
    expect(read(new Uint8Array([0x7a, 0xe9, 0x3a]))).toMatchObject({
      problems: [{ code: 'Z3003', message: 'The file is not UTF-8 text.' }],
    });
    expect(codes(read(new Uint8Array(50_000_000)))).toEqual(['Z3001']);
    expect(codes(read('a'.repeat(50_000_000)))).toEqual(['Z3001']);
  });

  test('aliases that explode are refused', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) =>
        `l${i}: &l${i} [${Array.from({ length: 9 }, () => (i === 0 ? 'x' : `*l${i - 1}`)).join(', ')}]`,
    );
    expect(codes(read(`zonula: 1\n${levels.join('\n')}\n`))).toContain('Z3006');
    const many = Array.from({ length: 200 }, () => '*a').join(', ');
    expect(codes(read(`zonula: 1\na: &a x\nb: [${many}]\n`))).toEqual(['Z3006']);
  });

  test('an alias that contains itself is told, not followed', () => {
    const result = read('zonula: 1\nperson: &p\n  age: 40\n  me: *p\n');
    expect(codes(result, 'error').length).toBeGreaterThan(0);
  });

  test('deep nesting is told, not followed', () => {
    expect(codes(read(`zonula: 1\nperson: ${'['.repeat(100_000)}`), 'error').length).toBeGreaterThan(0);
  });

  test('several problems are told at once, in the order of the lines', () => {
    const result = read(`zonula: 1
person:
  age: 15
  weight: -3 kg
  colour: blue
habitual:
  menu: westen
horizon: 100 years
`);
    expect(codes(result, 'error')).toEqual(['Z3030', 'Z3032', 'Z3012', 'Z3052', 'Z3045']);
    expect(
      result.problems.filter(({ severity }) => severity === 'error').map(({ where }) => where?.line),
    ).toEqual([3, 4, 5, 7, 8]);
  });

  test('a change that takes over from an open-ended one is no overlap', () => {
    const result = read(plan('- menu: high_fibre\n  fromDay: 0\n- menu: western\n  fromDay: 20'));
    expect(result.problems).toEqual([]);
  });

  test('JSON is read too, with its lines', () => {
    expect(
      read(
        '{"zonula": 1,\n "person": {"age": 40, "sex": "male", "weight": "82 kg", "height": "178 cm"},\n "habitual": {"menu": "western"}}',
      ).problems,
    ).toEqual([]);
    expect(
      read('{"zonula": 1,\n "person": {"age": 12}}').problems.find(({ code }) => code === 'Z3030')?.where
        ?.line,
    ).toBe(2);
  });

  test('unanswered safety questions stay unanswered', () => {
    const safety = read(sound().replace('  sex', '  safety: {bleeding: no, pregnancy: true}\n  sex'))
      .normalised?.person.safety;
    expect(safety).toMatchObject({
      bleeding: 'no',
      pregnancy: 'yes',
      stricture: 'unanswered',
      insulin: 'unanswered',
    });
  });
});
