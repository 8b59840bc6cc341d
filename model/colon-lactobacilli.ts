import { defineModule } from './define.ts';

/** LAB: lactobacilli and other lactic acid bacteria; guests from mouth, food and small bowel rather than residents. */
export const colonLactobacilli = defineModule({
  name: 'colon-lactobacilli',
  title: 'Colon guild LAB: lactic acid bacteria',
  about:
    'Lactobacilli arrive from the mouth, the small bowel and live food, eat oligosaccharide and make lactate. Without new arrivals the stream washes them out.',
  tier: 'full',
  index: { '@': ['pc', 'dc'] },
  reads: {
    '@_lab': 'g',
    '@_oli_conc': 'g/L',
    '@_ph': 'pH',
    w_pH: 'pH',
    K_oli: 'g/L',
    Yb: '1',
    acid_per_gram: 'mmol/g',
    nns_lab: { unit: '1', absent: 1 },
  },
  writes: { '@_oli': 'g', '@_lab': 'g', '@_lac': 'mmol' },
  inputs: {
    u_lab_in: {
      value: 0,
      unit: 'g/h',
      range: [0, 0.5],
      means: 'Lactobacilli of capsules and live food that reach the colon',
    },
  },
  params: {
    mu_lab: {
      value: 0.5,
      unit: '1/h',
      range: [0.25, 1],
      means: 'Growth of LAB on oligosaccharide',
      grade: 'assumed',
    },
    pl_lab: { value: 4.8, unit: 'pH', range: [4.6, 5], means: 'Half-growth pH', grade: 'assumed' },
    s_lac_lab: {
      value: 1.15,
      unit: '1',
      range: [0.805, 1.495],
      means: 'Lactate per hexose, mol/mol',
      grade: 'assumed',
      note: 'Closes the carbon.',
    },
    'seed_lab_@': {
      value: { pc: 0.0017, dc: 0.0003 },
      unit: 'g/h',
      range: { pc: [0.00085, 0.0034], dc: [0.00015, 0.0006] },
      means: 'Arrivals from mouth and small bowel',
      grade: 'assumed',
      note: 'Without it the guild washes out.',
    },
  },
  derive: {
    '@_lab_eats_oli': {
      law: 'nns_lab*mu_lab*mo(@_oli_conc, K_oli)*gate(@_ph, pl_lab, w_pH)*@_lab/Yb',
      unit: 'g/h',
      means: 'Oligosaccharide that LAB eats',
    },
  },
  flows: {
    '@_eat_oli': {
      from: '@_oli',
      to: { '@_lab': 'Yb', '@_lac': 'acid_per_gram*s_lac_lab' },
      rate: '@_lab_eats_oli',
      means: 'Lactobacilli ferment oligosaccharide to lactate',
    },
    'arrive_@': { to: '@_lab', rate: 'seed_lab_@', means: 'Lactobacilli arrive from mouth and small bowel' },
    swallow: { to: 'pc_lab', rate: 'u_lab_in', means: 'Swallowed lactobacilli reach the colon' },
  },
});
