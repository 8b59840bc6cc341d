import { defineModule } from './define.ts';

/**
 * Meals enter the stomach and leave it again.
 *
 * The stomach holds food back the longer, the more fat it holds. In the full assembly opioids and acute stress hold
 * it back further (`emptying_brake`).
 */
export const intake = defineModule({
  name: 'intake',
  title: 'Meals and stomach',
  about:
    'Meals fill the stomach; the stomach passes them on to the small bowel, slowly when they are fat. Gluten is followed as a tracer inside the protein.',
  tier: 'core',
  index: { '#': ['starch', 'sugar', 'oli', 'fib'] },
  writes: { 'sb_#': 'g', sb_fat: 'g', sb_prot: 'g', sb_glu: 'g' },
  reads: {
    emptying_brake: { unit: '1', absent: 1 },
    c_carbohydrate: 'mmol/g',
    c_protein: 'mmol/g',
    c_fat: 'mmol/g',
    n_protein: 'mmol/g',
  },
  inputs: {
    meal_fat: { value: 0, unit: 'g/h', range: [0, 600], means: 'Fat eaten' },
    meal_prot: { value: 0, unit: 'g/h', range: [0, 600], means: 'Protein eaten' },
    meal_starch: { value: 0, unit: 'g/h', range: [0, 1200], means: 'Digestible starch eaten' },
    meal_sugar: {
      value: 0,
      unit: 'g/h',
      range: [0, 1200],
      means: 'Sugar eaten that the small bowel can absorb',
    },
    meal_oli: {
      value: 0,
      unit: 'g/h',
      range: [0, 200],
      means:
        'Small fermentable carbohydrate eaten: fructans, galacto-oligosaccharides, polyols, excess fructose',
    },
    meal_fib: { value: 0, unit: 'g/h', range: [0, 400], means: 'Fermentable fibre eaten' },
    meal_glu: {
      value: 0,
      unit: 'g/h',
      range: [0, 200],
      means: 'Gluten eaten (a tracer: its mass is in protein)',
    },
  },
  states: {
    st_fat: {
      value: 10.7,
      unit: 'g',
      range: [0, 400],
      means: 'Stomach content: fat',
      holds: { carbon: 'c_fat' },
    },
    st_prot: {
      value: 9.6,
      unit: 'g',
      range: [0, 400],
      means: 'Stomach content: protein',
      holds: { carbon: 'c_protein', nitrogen: 'n_protein' },
    },
    'st_#': {
      value: { starch: 15.5, sugar: 10.2, oli: 0.49, fib: 1.75 },
      unit: 'g',
      range: [0, 400],
      means: 'Stomach content: #',
      holds: { carbon: 'c_carbohydrate' },
    },
    st_glu: { value: 1.17, unit: 'g', range: [0, 100], means: 'Stomach content: gluten (a tracer)' },
  },
  params: {
    k_ge: {
      value: 0.5,
      unit: '1/h',
      range: [0.3, 0.9],
      means: 'Gastric emptying of a mixed meal',
      grade: 'assumed',
      note: 'Half-time 1.4 h.',
    },
    K_ge: {
      value: 120,
      unit: 'g',
      range: [30, 200],
      means: 'Stomach fat that halves emptying',
      grade: 'assumed',
    },
    kcal_fat: {
      value: 9,
      unit: 'kcal/g',
      range: [9, 9],
      means: 'Energy of fat',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    kcal_solids: {
      value: 4,
      unit: 'kcal/g',
      range: [4, 4],
      means: 'Energy of protein, starch and sugar',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
  },
  derive: {
    emptying: {
      law: 'k_ge/(1 + st_fat/K_ge)*emptying_brake',
      unit: '1/h',
      means: 'Share of the stomach content that leaves per hour',
    },
    energy_eaten: {
      law: 'kcal_fat*meal_fat + kcal_solids*(meal_prot + meal_starch + meal_sugar)',
      unit: 'kcal/h',
      means: 'Energy eaten as fat, protein, starch and sugar',
    },
  },
  flows: {
    eat_fat: { to: 'st_fat', rate: 'meal_fat', means: 'A meal brings fat to the stomach' },
    eat_prot: { to: 'st_prot', rate: 'meal_prot', means: 'A meal brings protein to the stomach' },
    eat_starch: { to: 'st_starch', rate: 'meal_starch', means: 'A meal brings starch to the stomach' },
    eat_sugar: { to: 'st_sugar', rate: 'meal_sugar', means: 'A meal brings sugar to the stomach' },
    eat_oli: { to: 'st_oli', rate: 'meal_oli', means: 'A meal brings oligosaccharide to the stomach' },
    eat_fib: { to: 'st_fib', rate: 'meal_fib', means: 'A meal brings fibre to the stomach' },
    eat_glu: { to: 'st_glu', rate: 'meal_glu', means: 'A meal brings gluten to the stomach' },
    'empty_#': {
      from: 'st_#',
      to: 'sb_#',
      rate: 'emptying*st_#',
      means: 'The stomach passes its content on to the small bowel',
    },
    empty_fat: {
      from: 'st_fat',
      to: 'sb_fat',
      rate: 'emptying*st_fat',
      means: 'The stomach passes its content on to the small bowel',
    },
    empty_prot: {
      from: 'st_prot',
      to: 'sb_prot',
      rate: 'emptying*st_prot',
      means: 'The stomach passes its content on to the small bowel',
    },
    empty_glu: {
      from: 'st_glu',
      to: 'sb_glu',
      rate: 'emptying*st_glu',
      means: 'The stomach passes its content on to the small bowel',
    },
  },
});
