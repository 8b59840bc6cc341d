import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findFood, menus } from '../../src/foods/index.ts';
import { exposureById } from '../../src/person/index.ts';
import { catalogue, type Step, safetyRules } from '../../src/rank/index.ts';

const references = new Set(
  (
    JSON.parse(readFileSync(new URL('../../evidence/references.json', import.meta.url), 'utf8')) as {
      id: string;
      aliases?: string[];
    }[]
  ).flatMap(({ id, aliases = [] }) => [id, ...aliases]),
);

function namesOf(step: Step): {
  foods: readonly string[];
  exposures: readonly string[];
  menus: readonly string[];
} {
  switch (step.do) {
    case 'exchange':
      return { foods: [...step.from, step.to], exposures: [], menus: [] };
    case 'add':
      return { foods: [step.food], exposures: [], menus: [] };
    case 'leaveOut':
      return { foods: step.foods, exposures: [], menus: [] };
    case 'menu':
      return { foods: [], exposures: [], menus: [step.menu] };
    case 'take':
      return { foods: [], exposures: [step.exposure], menus: [] };
    case 'stop':
      return { foods: [], exposures: step.exposures, menus: [] };
    case 'replace':
      return { foods: [], exposures: [...step.exposures, step.by], menus: [] };
    case 'lessen':
      return { foods: [], exposures: [step.exposure], menus: [] };
    case 'calmExercise':
      return { foods: [], exposures: [], menus: [] };
  }
}

describe('the catalogue of changes', () => {
  it('holds at least thirty changes with ids of their own', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(30);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  });

  it('covers what the literature names', () => {
    const ids = catalogue.map(({ id }) => id);
    for (const id of [
      'lactobacillus',
      'bifidobacterium',
      'multi_strain',
      'saccharomyces_boulardii',
      'inulin',
      'gos',
      'scfos',
      'resistant_starch',
      'whole_grains',
      'pulses',
      'psyllium',
      'wheat_bran',
      'less_saturated_fat',
      'mediterranean',
      'vitamin_d',
      'yoghurt_daily',
      'kefir_daily',
      'lactase',
      'alpha_galactosidase',
      'pancreatic_enzymes',
      'less_sugar',
      'fewer_sweeteners',
      'fewer_emulsifiers',
      'gluten_free',
      'less_dairy',
      'less_lactose',
      'low_fodmap',
      'less_alcohol',
      'nsaid_stop',
      'acid_medicine_review',
      'stress_less',
      'sleep_enough',
      'move_more',
      'exercise_cooler',
      'glutamine',
      'zinc',
      'peppermint_oil',
      'infection_check',
    ])
      expect(ids).toContain(id);
  });

  it.each(catalogue.map((change) => [change.id, change] as const))(
    '%s names only what exists',
    (_, change) => {
      for (const step of change.steps) {
        const named = namesOf(step);
        for (const food of named.foods) expect(findFood(food)?.id, food).toBe(food);
        for (const exposure of named.exposures) expect(exposureById(exposure)?.id, exposure).toBe(exposure);
        for (const menu of named.menus)
          expect(
            menus.some(({ id }) => id === menu),
            menu,
          ).toBe(true);
        if (step.forDays !== undefined) expect(step.forDays).toBeGreaterThan(0);
      }
      const cited = [
        ...change.evidence.flatMap(({ sources }) => sources),
        ...(change.guideline?.sources ?? []),
        ...(change.trials?.sources ?? []),
      ];
      for (const source of cited) expect(references.has(source), source).toBe(true);
      for (const line of change.evidence)
        expect(line.sources.length, `${change.id} ${line.on}`).toBeGreaterThan(0);
      expect(change.acts === 'model').toBe(change.steps.length > 0);
    },
  );

  it('speaks both languages, plainly', () => {
    const words = catalogue.flatMap((change) =>
      [
        change.title,
        change.what,
        change.first,
        change.guideline?.says,
        change.interactions,
        change.fits?.otherwise,
      ]
        .concat(change.evidence.map(({ says }) => says))
        .flatMap((one) => one ?? []),
    );
    for (const { en, es } of [...words, ...safetyRules.map(({ says }) => says)]) {
      expect(en.length).toBeGreaterThan(3);
      expect(es.length).toBeGreaterThan(3);
      expect(en).not.toMatch(/leaky gut|cure|heal your|detox|cleanse|superfood/i);
      for (const sentence of en.split(/[.;:!?]/))
        expect(sentence.trim().split(/\s+/).length, sentence).toBeLessThan(36);
    }
  });

  it('never offers low FODMAP for longer than six weeks', () => {
    const change = catalogue.find(({ id }) => id === 'low_fodmap');
    for (const step of change?.steps ?? []) expect(step.forDays).toBeLessThanOrEqual(42);
    expect(change?.tags).toContain('low-fodmap');
  });

  it('tags every medicine, probiotic and fibre for the safety rules', () => {
    for (const { steps, tags, id } of catalogue)
      for (const step of steps) {
        if (step.do === 'take' && /lactobacillus|bifidobacterium|probiotic/.test(step.exposure))
          expect(tags, id).toContain('probiotic');
        if (step.do === 'stop' || step.do === 'replace')
          if (step.exposures.some((one) => exposureById(one)?.kind === 'medicine'))
            expect(tags, id).toContain('medicine');
        if (step.do === 'take' && step.exposure === 'vitamin_d') expect(tags, id).toContain('vitamin-d');
      }
  });
});
