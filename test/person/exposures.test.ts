import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exposureCatalogue } from '../../src/person/exposure-catalogue.ts';
import {
  combination,
  combineSegments,
  daysOfPeriod,
  exposureToInputs,
  findExposure,
  readPoints,
  suggestExposure,
} from '../../src/person/exposures.ts';
import type { ExposureUse, Period } from '../../src/person/person.ts';
import type { InputSegment } from '../../src/person/schedule.ts';
import { plainWords } from '../../src/person/suggest.ts';

const week = { firstDay: 0, endDay: 7, weekdayOfDayZero: 0 };
const always: Period = { startDay: 0, endDay: undefined };
const inputs = (use: ExposureUse, period: Period = always, range = week): InputSegment[] =>
  exposureToInputs(use, period, range);
/** Integral of one input over all segments. */
const area = (segments: readonly InputSegment[], input: string): number =>
  segments.reduce(
    (sum, segment) =>
      sum + (segment.input === input ? segment.value * (segment.endHours - segment.startHours) : 0),
    0,
  );

describe('people s units become model inputs', () => {
  test('75 mg indomethacin is 2.0 per hour for half an hour, 50 mg two thirds of it', () => {
    const one = inputs({ exposureId: 'indomethacin', dose: 75, atHours: [8] }, { startDay: 3, endDay: 4 });
    expect(one).toEqual([{ input: 'u_nsaid_in', startHours: 80, endHours: 80.5, value: 2 }]);
    const two = inputs({ exposureId: 'indomethacin', dose: 50, atHours: [8] }, { startDay: 0, endDay: 1 });
    // Specification: 1.34 for half an hour (rounded).
    expect(two[0]?.value).toBeCloseTo(1.34, 1);
  });

  test.each([
    ['naproxen', 500, 0.9],
    ['ibuprofen', 400, 0.6],
    ['aspirin', 600, 0.6],
    ['meloxicam', 7.5, 0.4],
    ['celecoxib', 200, 0.05],
  ])('one usual dose of %s (%d mg) is %d of the indomethacin exposure', (exposureId, dose, scale) => {
    expect(
      area(inputs({ exposureId, dose, atHours: [8] }, { startDay: 0, endDay: 1 }), 'u_nsaid_in'),
    ).toBeCloseTo(scale, 12);
  });

  test('a week of ibuprofen three times a day is 21 pulses, and twice the dose twice the exposure', () => {
    const use = { exposureId: 'ibuprofen', dose: 400, atHours: [8, 14, 20] };
    expect(inputs(use)).toHaveLength(21);
    expect(area(inputs({ ...use, dose: 800 }), 'u_nsaid_in')).toBeCloseTo(
      2 * area(inputs(use), 'u_nsaid_in'),
      12,
    );
  });

  test('aspirin touches the stomach with all its grams', () => {
    expect(
      area(
        inputs({ exposureId: 'aspirin', dose: 650, atHours: [8, 14, 20] }, { startDay: 0, endDay: 1 }),
        'u_asp',
      ),
    ).toBeCloseTo(1.95, 12);
  });

  test('an antibiotic course is held, whatever its dose and number', () => {
    const segments = inputs({ exposureId: 'antibiotic', dose: 1, atHours: [8] }, { startDay: 1, endDay: 6 });
    expect(segments).toEqual([{ input: 'u_abx', startHours: 24, endHours: 144, value: 0.06 }]);
  });

  test('antibiotics differ by their odds of C. difficile', () => {
    const strength = (exposureId: string): number =>
      inputs({ exposureId, dose: 500, atHours: [8] }, { startDay: 0, endDay: 1 })[0]?.value ?? Number.NaN;
    // ln(20.43)/ln(6.91) and ln(3.25)/ln(6.91) of a usual course.
    expect(strength('clindamycin')).toBeCloseTo(0.0936, 4);
    expect(strength('amoxicillin')).toBeCloseTo(0.0366, 4);
    expect(strength('doxycycline')).toBeLessThan(strength('azithromycin'));
  });

  test('the grams of a drink and of a British unit reach the blood in full', () => {
    const three = inputs({ exposureId: 'alcohol', dose: 3 * 14, atHours: [20] }, { startDay: 0, endDay: 1 });
    expect(area(three, 'u_alc_g')).toBeCloseTo(42, 12);
    expect(three).toEqual([{ input: 'u_alc_g', startHours: 20, endHours: 21.5, value: 28 }]);
    expect(inputs({ exposureId: 'alcohol', dose: 8, atHours: [20] }, { startDay: 0, endDay: 1 })).toEqual([
      { input: 'u_alc_g', startHours: 20, endHours: 21, value: 8 },
    ]);
  });

  test('stress: a speech is 1 for 45 minutes, an exam month is held', () => {
    expect(
      inputs({ exposureId: 'stress_event', dose: 1, atHours: [10] }, { startDay: 0, endDay: 1 }),
    ).toEqual([{ input: 'u_stress', startHours: 10, endHours: 10.75, value: 1 }]);
    expect(inputs({ exposureId: 'stress_period', dose: 2, atHours: [8] })).toEqual([
      { input: 'u_chronic', startHours: 0, endHours: 168, value: 2 },
    ]);
  });

  test('two hours of sleep lost are 1, one hour a half', () => {
    expect(inputs({ exposureId: 'sleep_loss', dose: 2, atHours: [8] })[0]?.value).toBe(1);
    expect(inputs({ exposureId: 'sleep_loss', dose: 1, atHours: [8] })[0]?.value).toBe(0.5);
  });

  test.each([
    [40, 0.15],
    [60, 0.35],
    [80, 1],
    [50, 0.25],
    [20, 0.075],
  ])('exercise at %d %% of the greatest oxygen uptake is %d', (effort, value) => {
    const [segment] = inputs(
      { exposureId: 'exercise', dose: effort, atHours: [17], durationHours: 1 },
      { startDay: 0, endDay: 1 },
    );
    expect(segment).toMatchObject({ input: 'u_isch', startHours: 17, endHours: 18 });
    expect(segment?.value).toBeCloseTo(value, 12);
    const [hot] = inputs(
      { exposureId: 'exercise', dose: effort, atHours: [17], durationHours: 1, hot: true },
      { startDay: 0, endDay: 1 },
    );
    expect(hot?.value).toBeCloseTo(value + 0.5, 12);
  });

  test('a gut infection brings its inoculum of severity in one day', () => {
    expect(
      area(
        inputs({ exposureId: 'gastroenteritis', dose: 0.6, atHours: [0] }, { startDay: 2, endDay: 3 }),
        'u_path',
      ),
    ).toBeCloseTo(0.6, 12);
  });

  test('probiotics: 1e11 Bifidobacterium are 0.05 g a day, and the live cells are counted', () => {
    const segments = inputs({ exposureId: 'bifidobacterium', dose: 1e11, atHours: [8] });
    expect(area(segments, 'u_bif_in')).toBeCloseTo(7 * 0.05, 12);
    expect(segments.find(({ input }) => input === 'live_cfu')).toEqual({
      input: 'live_cfu',
      startHours: 0,
      endHours: 168,
      value: 1e11,
    });
    expect(
      area(inputs({ exposureId: 'lactobacillus', dose: 5e9, atHours: [8, 20] }), 'u_lab_in'),
    ).toBeCloseTo(7 * 1e10 * 5e-13, 12);
  });

  test('prebiotics reach the meal in grams', () => {
    expect(area(inputs({ exposureId: 'inulin', dose: 5, atHours: [8] }), 'meal_oli')).toBeCloseTo(35, 12);
    expect(area(inputs({ exposureId: 'resistant_starch', dose: 15, atHours: [8] }), 'meal_rs')).toBeCloseTo(
      105,
      12,
    );
  });

  test('vitamin D counts by the day, also from a weekly capsule', () => {
    expect(inputs({ exposureId: 'vitamin_d', dose: 1000, atHours: [8] })[0]?.value).toBe(1000);
    expect(
      inputs({ exposureId: 'vitamin_d', dose: 7000, atHours: [8] }, { ...always, weekdays: [6] }),
    ).toEqual([{ input: 'u_iu', startHours: 0, endHours: 168, value: 1000 }]);
    expect(
      inputs({ exposureId: 'vitamin_d', dose: 20_000, atHours: [8] }, { ...always, everyDays: 20 })[0]?.value,
    ).toBeCloseTo(1000, 9);
  });

  test.each([
    ['zinc', 75, [8], 'u_zn', 1],
    ['glutamine', 5, [8, 13, 19], 'u_gln', 1],
    ['carboxymethylcellulose', 15, [8], 'u_emul', 1],
    ['cromoglycate', 200, [8, 12, 16, 20], 'u_dscg', 1],
    ['omeprazole', 20, [8], 'u_ppi', 1],
    ['omeprazole', 10, [8], 'u_ppi', 0.5],
    ['omeprazole', 40, [8], 'u_ppi', 1],
    ['morphine', 50, [8, 20], 'u_opi', 1],
    ['bisacodyl', 10, [21], 'u_opi', -0.5],
    ['anti_tnf', 1, [8], 'u_antitnf', 0.8],
    ['chemotherapy', 1, [8], 'u_chem', 1],
    ['heavy_drinking_liver_disease', 1, [8], 'u_ald', 1],
    ['iron', 60, [8], 'iron_in', 60],
  ])('%s %d at %j holds %s at %d', (exposureId, dose, atHours, input, value) => {
    expect(inputs({ exposureId, dose, atHours })).toEqual([
      { input, startHours: 0, endHours: 168, value: expect.closeTo(value, 12) },
    ]);
  });

  test('enzymes stand beside their meals', () => {
    expect(inputs({ exposureId: 'lactase', dose: 4500, atHours: [13] }, { startDay: 0, endDay: 1 })).toEqual([
      { input: 'u_lactase', startHours: 13, endHours: 16, value: 0.5 },
    ]);
    expect(
      inputs({ exposureId: 'alpha_galactosidase', dose: 600, atHours: [13] }, { startDay: 0, endDay: 1 })[0]
        ?.value,
    ).toBe(0.5);
  });

  test('experiments: 1 ng/kg endotoxin is 23.3 pg/mL, 100 ug CRH 1.5 for 2.5 h, interleukin-6 75 for 3 h', () => {
    expect(
      area(inputs({ exposureId: 'lps_bolus', dose: 1, atHours: [8] }, { startDay: 0, endDay: 1 }), 'u_lps'),
    ).toBeCloseTo(23.33, 2);
    expect(
      inputs({ exposureId: 'crh_infusion', dose: 100, atHours: [8] }, { startDay: 0, endDay: 1 }),
    ).toEqual([{ input: 'u_crh', startHours: 8, endHours: 10.5, value: 1.5 }]);
    expect(
      area(
        inputs({ exposureId: 'il6_infusion', dose: 75, atHours: [8] }, { startDay: 0, endDay: 1 }),
        'u_il6',
      ),
    ).toBe(225);
    expect(
      inputs({ exposureId: 'shock_anticipation', dose: 1, atHours: [8] }, { startDay: 0, endDay: 1 })[0]
        ?.value,
    ).toBe(0.1);
    expect(inputs({ exposureId: 'allergen', dose: 1, atHours: [12] }, { startDay: 0, endDay: 1 })).toEqual([
      { input: 'u_allergen', startHours: 12, endHours: 15, value: 1 },
    ]);
  });

  test('a ramp reaches the dose in equal steps', () => {
    const segments = inputs({ exposureId: 'inulin', dose: 10, atHours: [8], rampDays: 5 });
    expect(segments.map(({ value }) => value * 0.5)).toEqual(
      [2, 4, 6, 8, 10, 10, 10].map((grams) => expect.closeTo(grams, 12)),
    );
  });

  test('weekdays and every so many days', () => {
    expect(daysOfPeriod({ startDay: 0, endDay: undefined, weekdays: [5, 6] }, 0, 14, 2)).toEqual([
      3, 4, 10, 11,
    ]);
    expect(daysOfPeriod({ startDay: 2, endDay: 12, everyDays: 4 }, 0, 14, 0)).toEqual([2, 6, 10]);
    expect(daysOfPeriod({ startDay: -700, endDay: undefined, weekdays: [0] }, -14, 0, 0)).toEqual([-14, -7]);
  });

  test('points: straight between, flat or straight beyond', () => {
    const points = [
      [0, 0],
      [10, 1],
      [20, 3],
    ] as const;
    expect([-5, 0, 5, 10, 15, 20, 25].map((x) => readPoints(points, x, 'flat'))).toEqual([
      0, 0, 0.5, 1, 2, 3, 3,
    ]);
    expect(readPoints(points, 25, 'straight')).toBe(4);
  });
});

describe('several at once', () => {
  test('amounts add up, shares of a full effect take the largest', () => {
    const overlapping = (input: string): InputSegment[] => [
      { input, startHours: 0, endHours: 10, value: 1 },
      { input, startHours: 5, endHours: 15, value: 2 },
    ];
    expect(combineSegments(overlapping('u_nsaid_in'))).toEqual([
      { input: 'u_nsaid_in', startHours: 0, endHours: 5, value: 1 },
      { input: 'u_nsaid_in', startHours: 5, endHours: 10, value: 3 },
      { input: 'u_nsaid_in', startHours: 10, endHours: 15, value: 2 },
    ]);
    expect(combineSegments(overlapping('u_ppi'))).toEqual([
      { input: 'u_ppi', startHours: 0, endHours: 5, value: 1 },
      { input: 'u_ppi', startHours: 5, endHours: 15, value: 2 },
    ]);
  });

  test('combined segments do not overlap, and keep the sum', () => {
    const segment = fc.record({
      input: fc.constantFrom('u_nsaid_in', 'u_stress'),
      startHours: fc.integer({ min: 0, max: 50 }),
      hours: fc.integer({ min: 1, max: 20 }),
      value: fc.integer({ min: -3, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 20 }), (drawn) => {
        const segments = drawn.map(({ hours, ...rest }) => ({ ...rest, endHours: rest.startHours + hours }));
        const combined = combineSegments(segments);
        for (const input of ['u_nsaid_in', 'u_stress']) {
          expect(combination(input)).toBe('sum');
          expect(area(combined, input)).toBeCloseTo(area(segments, input), 9);
          const own = combined.filter((one) => one.input === input);
          own.forEach((one, index) => {
            expect(one.endHours).toBeGreaterThan(one.startHours);
            expect(one.startHours).toBeGreaterThanOrEqual(own[index - 1]?.endHours ?? 0);
          });
        }
      }),
    );
  });
});

describe('the catalogue', () => {
  test('ids are unique, and every name finds its own entry', () => {
    const ids = exposureCatalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const all = ['medicine', 'supplement', 'life', 'research'] as const;
    for (const exposure of exposureCatalogue) {
      expect(findExposure(exposure.id.toUpperCase(), all)?.id).toBe(exposure.id);
      expect(findExposure(exposure.labelEs, all)?.id).toBe(exposure.id);
      expect(exposure.id).toMatch(/^[a-z][a-z0-9_]*$/);
    }
  });

  test('no name belongs to two entries, save the class of the acid blockers', () => {
    const owners = new Map<string, Set<string>>();
    for (const exposure of exposureCatalogue) {
      for (const name of [exposure.id, exposure.labelEn, exposure.labelEs, ...exposure.aliases]) {
        const key = plainWords(name);
        owners.set(key, (owners.get(key) ?? new Set()).add(exposure.id));
      }
    }
    expect([...owners].filter(([, ids]) => ids.size > 1).map(([name]) => name)).toEqual([
      'ppi',
      'proton pump inhibitor',
    ]);
  });

  test('names in Spanish, with typing errors, are understood', () => {
    expect(findExposure('Ibuprofeno', ['medicine'])?.id).toBe('ibuprofen');
    expect(findExposure('probiótico', ['supplement'])?.id).toBe('lactobacillus');
    expect(suggestExposure('omeprazol 20', ['medicine'])).toBe('omeprazole');
    expect(suggestExposure('xyzzy', ['medicine'])).toBeUndefined();
    expect(findExposure('ibuprofen', ['supplement'])).toBeUndefined();
  });

  test('names as papers write them are understood', () => {
    expect(findExposure('Lactobacillus casei Shirota', ['supplement'])?.id).toBe('lactobacillus');
    expect(findExposure('B. longum', ['supplement'])).toBeUndefined();
    expect(findExposure('Bifidobacterium longum', ['supplement'])?.id).toBe('bifidobacterium');
    expect(findExposure('LPS', ['research'])?.id).toBe('lps_bolus');
    expect(findExposure('endotoxin', ['research'])?.id).toBe('lps_bolus');
    expect(findExposure('galacto-oligosaccharides', ['supplement'])?.id).toBe('galactooligosaccharides');
  });

  test('every usual dose is inside its own limits, and every unit is a positive factor', () => {
    for (const { id, usual, mostPerDay, studiedPerDay, units } of exposureCatalogue) {
      const daily = usual.dose * usual.atHours.length;
      expect(usual.dose, id).toBeGreaterThan(0);
      expect(daily, id).toBeLessThanOrEqual(mostPerDay);
      if (studiedPerDay) {
        expect(daily, id).toBeGreaterThanOrEqual(studiedPerDay[0]);
        expect(daily, id).toBeLessThanOrEqual(studiedPerDay[1]);
      }
      for (const factor of Object.values(units)) expect(factor, id).toBeGreaterThan(0);
    }
  });

  test('every effect that is not assumed names its source', () => {
    for (const { id, effects } of exposureCatalogue) {
      for (const effect of effects) {
        expect(effect.note.length, id).toBeGreaterThan(10);
        if (effect.grade !== 'assumed') expect(effect.source?.length, id).toBeGreaterThan(0);
      }
    }
  });

  const registry = new URL('../../evidence/source-ids.ts', import.meta.url);
  test('every source stands in the registry', () => {
    const known = new Set(
      [...readFileSync(registry, 'utf8').matchAll(/'([^'\n]+)'/g)].map((match) => match[1]),
    );
    const used = exposureCatalogue.flatMap(({ usual, effects }) => [
      ...usual.source,
      ...effects.flatMap(({ source }) => source ?? []),
    ]);
    expect([...new Set(used)].filter((source) => !known.has(source))).toEqual([]);
  });
});
