import type { Change, PersonFile } from '../../../src/person/schema.ts';

/** A plan to begin with: one tap, then everything about it can be changed. */
export interface PlanIdea {
  /** Key of its title in the texts `compare`. */
  readonly id: string;
  /** Only where it would change anything. */
  fits(record: PersonFile): boolean;
  changes(from: string): readonly Change[];
}

const always = (): boolean => true;
const weeksToChange = 14;

const menuIdea = (id: string, menu: string): PlanIdea => ({
  id,
  fits: ({ habitual }) => habitual?.menu !== menu,
  changes: (from) => [{ menu, rampDays: weeksToChange, from }],
});

export const planIdeas: readonly PlanIdea[] = [
  menuIdea('mediterranean', 'mediterranean'),
  menuIdea('highFibre', 'rural_high_fibre'),
  {
    id: 'oatsAndBeans',
    fits: always,
    changes: (from) => [
      { add: 'oats_dry', amount: '50 g', at: '08:00', rampDays: weeksToChange, from },
      { add: 'lentils', amount: '100 g', at: '13:00', rampDays: weeksToChange, from },
    ],
  },
  {
    id: 'noAlcohol',
    fits: ({ habitual }) => (habitual?.alcohol?.length ?? 0) > 0,
    changes: (from) => [{ stop: 'alcohol', from }],
  },
  {
    id: 'sleepMore',
    fits: ({ habitual }) => Number.parseFloat(habitual?.sleep ?? '8') < 7.5,
    changes: (from) => [{ sleep: '8 h', from }],
  },
  {
    id: 'lessStress',
    fits: ({ habitual }) => (habitual?.stress ?? 0) > 0,
    changes: (from) => [{ stress: 'period', level: 0, from }],
  },
  {
    id: 'probiotic',
    fits: ({ person }) => person.safety?.weakenedImmunity !== 'yes' && person.safety?.centralLine !== 'yes',
    changes: (from) => [{ supplement: 'lactobacillus', dose: '10 billion CFU', perDay: 1, from }],
  },
  {
    id: 'inulin',
    fits: always,
    changes: (from) => [{ supplement: 'inulin', dose: '10 g', perDay: 1, rampDays: weeksToChange, from }],
  },
  {
    id: 'vitaminD',
    fits: always,
    changes: (from) => [{ supplement: 'vitamin_d', dose: '1000 IU', perDay: 1, from }],
  },
];
