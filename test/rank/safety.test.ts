import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foodTableKnowledge, type NormalisedFile, safetyFlagIds } from '../../src/person/index.ts';
import { sortCatalogue } from '../../src/rank/candidates.ts';
import { factsOf, rankChanges, safetyOfPerson } from '../../src/rank/index.ts';
import { answered, examplePerson, fakeRunner, personOf, westernPerson } from './fake-runner.ts';

const sorted = (file: NormalisedFile) =>
  sortCatalogue(factsOf(file, foodTableKnowledge), foodTableKnowledge, 'en');
const offered = (file: NormalisedFile): string[] => {
  const { modelled, fromTrials, notModelled } = sorted(file);
  return [...modelled, ...fromTrials].map(({ change }) => change.id).concat(notModelled.map(({ id }) => id));
};
const ruleFor = (file: NormalisedFile, id: string) =>
  sorted(file).notForYou.find((one) => one.id === id)?.rule;
const cautions = (file: NormalisedFile, id: string): string[] =>
  [...sorted(file).modelled, ...sorted(file).fromTrials]
    .find(({ change }) => change.id === id)
    ?.cautions.map(({ rule }) => rule) ?? [];

describe('safety rules', () => {
  it('no gluten-free diet before a coeliac test, answered or not', () => {
    expect(ruleFor(westernPerson(), 'gluten_free')).toBe('coeliac_first');
    expect(ruleFor(westernPerson('  conditions: []'), 'gluten_free')).toBe('coeliac_first');
    const coeliac = examplePerson('untreated-coeliac');
    expect(offered(coeliac)).toContain('gluten_free');
    expect(cautions(coeliac, 'gluten_free')).toContain('coeliac_tests_done');
    expect(
      safetyOfPerson(factsOf(coeliac, foodTableKnowledge), 'en').doctor.map(({ rule }) => rule),
    ).toContain('coeliac_untreated_doctor');
  });

  it('no probiotics without a doctor with weak immunity or a central line', () => {
    for (const flag of ['weakenedImmunity', 'centralLine'] as const) {
      const file = westernPerson('', answered({ [flag]: 'yes' }));
      for (const id of ['lactobacillus', 'bifidobacterium', 'multi_strain', 'saccharomyces_boulardii'])
        expect(ruleFor(file, id)).toMatch(/^probiotic_/);
    }
    expect(
      cautions(westernPerson('', answered({ weakenedImmunity: 'unanswered' })), 'lactobacillus'),
    ).toContain('probiotic_immunity_unanswered');
  });

  it('no more fibre with a narrowed gut; slowly for everyone', () => {
    const file = westernPerson('', answered({ stricture: 'yes' }));
    for (const id of ['whole_grains', 'pulses', 'psyllium', 'inulin', 'mediterranean', 'guideline_day'])
      expect(ruleFor(file, id)).toBe('fibre_stricture');
    expect(cautions(westernPerson(), 'pulses')).toContain('fibre_slowly');
  });

  it('vitamin D counts all sources together', () => {
    const some = westernPerson(
      '',
      answered(),
      '  supplements: [{ supplement: vitamin_d, dose: 2000 IU, perDay: 1 }]',
    );
    expect(cautions(some, 'vitamin_d')).toContain('vitamin_d_upper');
    // 3000 IU are 75 micrograms; with food (about 6) and 25 more the limit of 100 is passed.
    const much = westernPerson(
      '',
      answered(),
      '  supplements: [{ supplement: vitamin_d, dose: 3000 IU, perDay: 1 }]',
    );
    expect(ruleFor(much, 'vitamin_d')).toBe('vitamin_d_upper');
    const over = westernPerson(
      '',
      answered(),
      '  supplements: [{ supplement: vitamin_d, dose: 5000 IU, perDay: 1 }]',
    );
    expect(safetyOfPerson(factsOf(over, foodTableKnowledge), 'en').doctor.map(({ rule }) => rule)).toContain(
      'vitamin_d_over_limit',
    );
  });

  it('low FODMAP: never for good, not in pregnancy, with an eating disorder or underweight', () => {
    const ibs = (safety: string, weight = '64 kg') =>
      personOf(`zonula: 1
person: { age: 30, sex: female, weight: ${weight}, height: 170 cm, conditions: [ibs_d], safety: ${safety} }
habitual: { menu: western }`);
    expect(cautions(ibs(answered()), 'low_fodmap')).toContain('fodmap_never_permanent');
    expect(ruleFor(ibs(answered({ pregnancy: 'yes' })), 'low_fodmap')).toBe('pregnancy_diet');
    expect(ruleFor(ibs(answered({ eatingDisorder: 'yes' })), 'low_fodmap')).toBe('eating_disorder');
    expect(ruleFor(ibs(answered(), '48 kg'), 'low_fodmap')).toBe('underweight');
    expect(cautions(ibs(answered({ insulin: 'yes' })), 'low_fodmap')).toContain('insulin');
  });

  it('a medicine is only ever a question for the doctor', () => {
    const file = examplePerson('weekly-nsaid-user');
    expect(cautions(file, 'nsaid_stop')).toContain('medicine_with_doctor');
    const prescribed = westernPerson(
      '',
      answered(),
      '  medicines: [{ medicine: aspirin, dose: 100 mg, perDay: 1, prescribed: true }]',
    );
    expect(cautions(prescribed, 'nsaid_stop')).toEqual(
      expect.arrayContaining(['medicine_with_doctor', 'prescribed_medicine', 'aspirin_heart']),
    );
  });

  it('stopping after heavy drinking needs a doctor', () => {
    const file = westernPerson('', answered(), '  alcohol: [{ alcohol: 90 g }]');
    expect(cautions(file, 'less_alcohol')).toContain('alcohol_withdrawal');
  });

  it('what does not go with an allergy or a way of eating is not offered', () => {
    const nuts = westernPerson('  foodAllergies: [nuts]');
    expect(ruleFor(nuts, 'nuts_and_seeds')).toBe('does_not_fit_allergy');
    const coeliac = examplePerson('untreated-coeliac');
    expect(ruleFor(coeliac, 'whole_grains')).toBe('does_not_fit_coeliac');
    const vegan = personOf(`zonula: 1
person: { age: 30, weight: 64 kg, safety: ${answered()} }
habitual: { menu: vegan, style: [vegan] }`);
    expect(ruleFor(vegan, 'kefir_daily')).toBe('does_not_fit_vegan');
    expect(ruleFor(vegan, 'oily_fish')).toBe('does_not_fit_vegan');
  });

  it('low FODMAP comes with a coeliac test first, and beside what guidelines put before it', () => {
    const ibs = examplePerson('ibs-much-fodmap');
    expect(cautions(ibs, 'low_fodmap')).toContain('coeliac_test_before_low_fodmap');
    const recommended = sorted(ibs).notModelled.filter((one) => one.recommended);
    expect(recommended.map(({ id }) => id)).toEqual(['ibs_diet_advice', 'gut_directed_therapy']);
  });

  it('red flags come first', () => {
    const file = westernPerson('', answered({ bleeding: 'yes', weightLoss: 'yes' }));
    const { doctor } = safetyOfPerson(factsOf(file, foodTableKnowledge), 'es');
    expect(doctor.map(({ rule }) => rule)).toEqual(['red_flag_bleeding', 'red_flag_weight_loss']);
    expect(doctor[0]?.says).toMatch(/médico/);
  });

  it('whatever is answered, a stop holds and what is unanswered is asked for', () => {
    const answer = fc.constantFrom('yes', 'no', 'unanswered' as const);
    const answers = fc.record(Object.fromEntries(safetyFlagIds.map((flag) => [flag, answer])));
    fc.assert(
      fc.property(answers, (given) => {
        const flags = given as Record<string, 'yes' | 'no' | 'unanswered'>;
        const file = westernPerson('', answered(flags));
        const facts = factsOf(file, foodTableKnowledge);
        const tagged = (tag: string) =>
          [...sorted(file).modelled, ...sorted(file).fromTrials].filter(({ change }) =>
            (change.tags as readonly string[]).includes(tag),
          );
        if (flags.weakenedImmunity === 'yes' || flags.centralLine === 'yes')
          expect(tagged('probiotic')).toEqual([]);
        if (flags.stricture === 'yes') expect(tagged('fibre')).toEqual([]);
        const { unanswered } = safetyOfPerson(facts, 'en');
        expect([...unanswered].sort()).toEqual(
          Object.keys(flags)
            .filter((flag) => flags[flag] === 'unanswered')
            .sort(),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('the ranking carries them, with no option to leave them out', async () => {
    const runner = fakeRunner({ effect: () => ({ series: { pl_sb: 0.5 } }) });
    const file = westernPerson(
      '',
      answered({ bleeding: 'yes', weakenedImmunity: 'yes', insulin: 'unanswered' }),
    );
    // Whatever is smuggled into the options changes nothing.
    const ranking = await rankChanges(file, {
      runner,
      people: 2,
      leading: 0,
      ...{ safety: false, rules: [] },
    });
    expect(ranking.doctor.map(({ rule }) => rule)).toContain('red_flag_bleeding');
    expect(ranking.unanswered).toEqual(['insulin']);
    expect(ranking.notForYou.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['lactobacillus', 'bifidobacterium', 'gluten_free']),
    );
    expect([...ranking.changes, ...ranking.noEffectDetails].map(({ id }) => id)).not.toContain(
      'lactobacillus',
    );
  });
});
