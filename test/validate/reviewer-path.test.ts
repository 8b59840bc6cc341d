/** What a researcher who writes a first plan gets wrong, and what they are told. */
import { describe, expect, it } from 'vitest';
import { fullModules } from '../../model/assemblies.ts';
import { assemble } from '../../src/language/assemble.ts';
import type { PersonCourse } from '../../src/simulate/contract.ts';
import { vocabularyOf } from '../../src/validate/model-vocabulary.ts';
import { readPlanTexts } from '../../src/validate/read-plan.ts';
import { factorToWritten } from '../../src/validate/units.ts';

const vocabulary = vocabularyOf(assemble(fullModules, { name: 'full' }));
const head = `zonulaPlan: 1
study: a-study
group: nsaid
design: crossover
population: { n: 12 }
pmid: 10986213
arms:
  control: {}
  drug: { changes: [{ medicine: indomethacin, dose: 50 mg, at: "07:00", day: 1 }] }
  unread: { changes: [{ medicine: metformin, dose: 850 mg, perDay: 2 }] }
rows:
`;
const row = (text: string): string => `  - { id: one, ${text} }\n`;
const read = (text: string) => readPlanTexts([{ name: 'plan.yaml', text }], vocabulary);
const errors = (text: string) => read(text).problems.filter(({ severity }) => severity === 'error');
const direction = (measure: string, more = ''): string =>
  `${head}${row(`kind: direction, measure: ${measure}, arm: drug, against: control, observed: { direction: up }, role: validate${more}`)}`;

describe('a wrong name is answered with the right one', () => {
  it.each([
    ['{ test: hsCRP, result: crp, day: 1 }', 'Did you mean crp?'],
    ['{ test: calprotectin, day: 1 }', 'Did you mean fecal_calprotectin?'],
    ['{ test: lactulose_mannitol, result: ratio_0_5h, day: 1 }', 'Did you mean two_sugar?'],
    ['{ test: sucrose, result: sucrose_0_5h, day: 1 }', 'Did you mean multi_sugar?'],
    ['{ test: vitamin_b12, day: 1 }', 'series: b12'],
    ['{ test: stool_frequency, day: 1 }', 'Stools are not counted'],
    ['{ test: guild_shares, result: bifidobacteria, day: 1 }', 'Did you mean bif?'],
    ['{ test: guild_shares, result: bifidobacteria_log10, day: 1 }', 'Did you mean bif_log10?'],
    ['{ test: cr_edta, result: edta_rhamnose_0_5h, day: 1 }', 'combine: ratio'],
    ['{ test: two_sugar, result: ratio_0_7h, day: 1 }', '0_6h'],
    ['{ test: two_sugar, result: lactulose_mannitol_0_6h, day: 1 }', 'Did you mean ratio_0_6h?'],
    ['{ test: multi_sugar, result: ratio_0_5h, day: 1 }', 'Did you mean lactulose_rhamnose_0_5h?'],
    ['{ test: two_sugar, result: lactulos_0_5h, day: 1 }', 'Did you mean lactulose_0_5h?'],
    ['{ series: transit_time, day: 1 }', 'combine: inverse'],
    ['{ series: vitamin d, day: 1 }', 'Did you mean d25?'],
    ['{ symptom: abdominal pain, day: 1 }', 'Did you mean pain?'],
    ['{ test: stool_weight, fromDay: 3, toDay: 5 }', 'use a series'],
    ['{ series: il6, day: 1, form: "10:00" }', 'Did you mean from?'],
  ])('%s: %s', (measure, fix) => {
    expect(errors(direction(measure)).map((problem) => problem.fix ?? '')).toContainEqual(
      expect.stringContaining(fix),
    );
  });

  it.each([
    ['smd', 'standardised'],
    ['odds_ratio', 'kind: share'],
    ['no_change', 'Did you mean null?'],
    ['percent_change', 'Did you mean fold?'],
  ])('kind %s: %s', (kind, fix) => {
    expect(
      errors(`${head}${row(`kind: ${kind}, measure: { series: il6, day: 1 }, arm: drug, role: validate`)}`)[0]
        ?.fix,
    ).toContain(fix);
  });

  it('a direction in other words, a spread in other keys, a diet with another key', () => {
    expect(
      errors(direction('{ series: il6, day: 1 }').replace('direction: up', 'direction: higher'))[0]?.fix,
    ).toBe('Did you mean up?');
    expect(
      errors(
        `${head}${row('kind: fold, measure: { series: il6, day: 1 }, arm: drug, against: control, observed: { value: 2, SD: 0.4 }, role: validate')}`,
      )[0]?.fix,
    ).toContain('spreadKind');
    const withDiet = direction('{ series: il6, day: 1 }').replace(
      'arms:',
      'diets: { a: { fat_g: 80, protein_g: 80, starch_g: 150, sugars_g: 80, fibre_g: 20, fodmap_g: 3 } }\narms:\n  eats: { changes: [{ diet: a, fromDay: 0 }] }',
    );
    const told = errors(withDiet);
    expect(told).toHaveLength(1);
    expect(told[0]?.fix).toContain('fructan_g');
  });

  it('what the model lacks may stand in an arm of which nothing is asked', () => {
    const arm = '  lacks: { changes: [{ supplement: peppermint_oil, dose: 182 mg, perDay: 3 }] }\nrows:\n';
    const asked = `${head.replace('rows:\n', arm)}${row('kind: direction, measure: { symptom: pain, day: 9 }, arm: lacks, against: control, observed: { direction: down }, role: validate')}`;
    expect(errors(asked)).toMatchObject([
      { code: 'Z3060', fix: expect.stringContaining('notExpressible'), where: { line: 11 } },
    ]);
    expect(
      errors(asked.replace('role: validate', 'role: validate, notExpressible: no peppermint oil')),
    ).toEqual([]);
  });
});

describe('one mistake never hides another', () => {
  it('a broken head lets the arms, their diets and the rows be checked', () => {
    const text = direction('{ test: hsCRP, day: 1 }')
      .replace('design: crossover', 'design: cross')
      .replace('indomethacin', 'indometacyn');
    expect(errors(text).map(({ code, where }) => [code, where?.line])).toEqual([
      ['Z7007', 4],
      ['Z3060', 9],
      ['Z7010', 12],
    ]);
  });

  it('one mistake is told once, however many points and arms read it', () => {
    const text = `${head}  - id: one
    kind: doseResponse
    measure: { test: ferritine_x, day: 1 }
    before: { day: 0 }
    scale: ratio
    points: [{ arm: drug, value: 2 }, { arm: unread, value: 3 }]
    role: validate
`;
    expect(errors(text)).toHaveLength(1);
    const shared = direction('{ series: il6, day: 1 }').replace(
      'arms:',
      'person: { age: 40, conditions: [ibs] }\narms:',
    );
    expect(errors(shared)).toHaveLength(1);
  });

  it('a change after the last row is told only where all rows could be read', () => {
    const late = direction('{ series: il6, day: 0 }');
    expect(read(late).problems.map(({ code }) => code)).toContain('Z3044');
    expect(
      read(`${late}${row('kind: folds').replace('one', 'two')}`).problems.map(({ code }) => code),
    ).not.toContain('Z3044');
  });
});

describe('what is compared is what is written', () => {
  const days = 10;
  const course = {
    daily: {
      dc_transit: Float64Array.from({ length: days }, () => 0.05),
      stool_weight: Float64Array.from({ length: days }, () => 120),
    },
    fine: {
      timeHours: Float64Array.from({ length: 24 * days + 1 }, (_, hour) => hour),
      series: { il6: Float64Array.from({ length: 24 * days + 1 }, (_, hour) => hour) },
    },
    symptoms: { bloating: { expected: Float64Array.from({ length: days }, (_, day) => day) } },
    tests: [{ test: 'vitamin_d_25oh', day: 5, exact: { vitamin_d_25oh: 50 } }],
  } as unknown as PersonCourse;
  const point = (text: string) => {
    const { studies, problems } = read(`${head}${row(text)}`);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    return studies[0]?.rows[0]?.points[0];
  };

  it('a moment is a window of no hours, also before', () => {
    const at = point(
      'kind: fold, measure: { series: il6, day: 1, at: "11:00" }, before: { day: 1, at: "08:00" }, arm: drug, observed: { value: 1.4 }, role: validate',
    );
    expect(at?.measure.read(course)).toBe(35);
    expect(at?.before?.read(course)).toBe(32);
  });

  it('a symptom of one day, and of another day before', () => {
    const symptom = point(
      'kind: fold, measure: { symptom: bloating, fromDay: 4, toDay: 7 }, before: { day: 2 }, arm: drug, observed: { value: 2 }, role: validate',
    );
    expect(symptom?.measure.read(course)).toBe(5);
    expect(symptom?.before?.read(course)).toBe(2);
    expect(
      point(
        'kind: value, measure: { symptom: bloating, day: 3 }, arm: drug, observed: { value: 3, unit: points }, role: validate',
      )?.measure.read(course),
    ).toBe(3);
  });

  it('diarrhoea is a symptom of the model', () => {
    expect(errors(direction('{ symptom: diarrhoea, day: 1 }'))).toEqual([]);
  });

  it('a time that the measure cannot take is an error, not another time', () => {
    for (const [measure, before] of [
      ['{ test: crp, day: 3 }', '{ fromDay: 0, toDay: 2 }'],
      ['{ symptom: bloating, fromDay: 3, toDay: 5 }', '{ at: "08:00" }'],
    ])
      expect(
        errors(
          `${head}${row(`kind: fold, measure: ${measure}, before: ${before}, arm: drug, observed: { value: 2 }, role: validate`)}`,
        ).map(({ code }) => code),
      ).toContain('Z7024');
  });

  it('a time of transit is the inverse of a speed', () => {
    const time = point(
      'kind: value, measure: { combine: inverse, of: [{ series: dc_transit, day: 4 }] }, arm: drug, observed: { value: 20, unit: hours }, role: validate',
    );
    expect(time?.measure.unit).toBe('h');
    expect(time?.measure.read(course)).toBeCloseTo(20, 12);
  });

  it('speeds one after the other are times that add up', () => {
    expect(
      point(
        'kind: value, measure: { combine: inverse, of: [{ series: dc_transit, day: 4 }, { series: dc_transit, day: 5 }] }, arm: drug, observed: { value: 40, unit: h }, role: validate',
      )?.measure.read(course),
    ).toBeCloseTo(40, 12);
  });

  it('the direction of a logarithm is that of the number behind it; its ratio is refused', () => {
    const compared = 'arm: drug, against: control';
    const bif = {
      tests: [{ test: 'guild_shares', day: 1, exact: { bif_log10: -0.3 } }],
    } as unknown as PersonCourse;
    const way = point(
      `kind: direction, measure: { test: guild_shares, result: bif_log10, day: 1 }, ${compared}, observed: { direction: up }, role: validate`,
    );
    expect(way?.measure.read(bif)).toBeCloseTo(10 ** -0.3, 12);
    const acid = 'measure: { test: stool_ph, day: 1 }';
    for (const kind of [
      'kind: fold, observed: { value: 0.97 }, role: validate',
      'kind: null, role: negative',
    ])
      expect(errors(`${head}${row(`${kind}, ${acid}, ${compared}`)}`).map(({ code }) => code)).toEqual([
        'Z7033',
      ]);
    expect(
      errors(
        `${head}${row(`kind: difference, ${acid}, ${compared}, observed: { value: -0.2 }, role: validate`)}`,
      ),
    ).toEqual([]);
  });

  it("numbers are read in the study's unit where it is another spelling or power of ten", () => {
    const vitaminD = point(
      'kind: value, measure: { test: vitamin_d_25oh, day: 5 }, arm: drug, observed: { value: 20, unit: ng/mL }, role: validate',
    );
    expect(vitaminD?.unit).toBe('ng/mL');
    expect(vitaminD?.measure.read(course)).toBeCloseTo(50 / 2.496, 10);
    expect(
      point(
        'kind: value, measure: { series: stool_weight, day: 5 }, arm: drug, observed: { value: 0.1, unit: kg/day }, role: validate',
      )?.measure.read(course),
    ).toBeCloseTo(0.12, 12);
  });

  it('the time of the largest value is in hours', () => {
    const peak = 'measure: { series: il6, day: 1, from: "08:00", hours: 24, take: timeOfMax }, arm: drug';
    expect(
      point(`kind: value, ${peak}, observed: { value: 24, unit: h }, role: validate`)?.measure.read(course),
    ).toBe(24);
    expect(
      errors(
        `${head}${row(`kind: value, ${peak}, observed: { value: 24, unit: pg/mL }, role: validate`)}`,
      )[0],
    ).toMatchObject({ code: 'Z7017' });
  });

  it('arms that are the same to the model are told', () => {
    const same = `${head}${row('kind: null, measure: { series: b12, day: 9 }, arm: unread, against: control, role: negative')}`;
    expect(read(same).problems).toContainEqual(
      expect.objectContaining({
        code: 'Z7032',
        severity: 'warning',
        where: expect.objectContaining({ line: 12 }),
      }),
    );
    expect(read(direction('{ series: il6, day: 1 }')).problems.map(({ code }) => code)).not.toContain(
      'Z7032',
    );
  });
});

describe('units', () => {
  it.each([
    ['g/day', 'g/d', 1],
    ['µg/mL', 'ug/mL', 1],
    ['ng/mL', 'pg/mL', 0.001],
    ['mg/dL', 'mg/L', 0.1],
    ['%', '1', 100],
    ['percent', '%', 1],
    ['ug/mL', 'mg/L', 1],
    ['mmol/L', 'umol/L', 0.001],
    ['mg/kg', 'ug/g', 1],
    ['umol/g', 'mmol/kg', 1],
    ['ng/L', 'pg/mL', 1],
  ])('%s of %s is times %d', (written, model, factor) => {
    expect(factorToWritten(written, model)).toBeCloseTo(factor, 12);
  });

  it.each([
    ['mg', '%'],
    ['EU/mL', 'pg/mL'],
    ['% of patients', 'points'],
    ['mmol/L', 'mmol/kg'],
    ['log10 cells/g', 'log10 g'],
    ['g/L', 'mmol/L'],
  ])('%s of %s is not guessed', (written, model) => {
    expect(factorToWritten(written, model)).toBeUndefined();
  });
});
