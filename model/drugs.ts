import { defineModule } from './define.ts';

/** Anti-inflammatory medicine and antibiotics: how much of them is at work. */
export const drugs = defineModule({
  name: 'drugs',
  title: 'Medicines at work',
  about:
    'Anti-inflammatory medicine and antibiotics leave the body within hours, some of the medicine by way of bile and gut again.',
  tier: 'extension',
  reads: { nsaid_dose: '1/h', ns_ad: { unit: '1', absent: 0 } },
  inputs: {
    u_abx: { value: 0, unit: '1/h', range: [0, 1], means: 'Antibiotic taken (0.06 held is a usual course)' },
  },
  states: {
    nsaid: {
      value: 0,
      unit: 'rel',
      range: [0, 4],
      means: 'Anti-inflammatory medicine at work (1 is 75 mg of indomethacin)',
    },
    abx: { value: 0, unit: 'rel', range: [0, 2], means: 'Antibiotic in the gut (0.5 is a usual course)' },
  },
  params: {
    k_ns: {
      value: 0.15,
      unit: '1/h',
      range: [0.1, 0.25],
      means: 'Loss of anti-inflammatory medicine (half in 4.6 h)',
      grade: 'assumed',
    },
    k_abx: {
      value: 0.12,
      unit: '1/h',
      range: [0.05, 0.3],
      means: 'Loss of antibiotic from the gut',
      grade: 'assumed',
    },
    K_ns_ad: {
      value: 0.7,
      unit: '1',
      range: [0.35, 1.4],
      means: 'Adaptation that halves the effect of anti-inflammatory medicine',
      grade: 'assumed',
    },
  },
  derive: {
    ns_eff: {
      law: 'nsaid*inh(ns_ad, K_ns_ad, 1)',
      unit: '1',
      means: 'Anti-inflammatory medicine that the lining still feels',
    },
  },
  flows: {
    take_nsaid: { to: 'nsaid', rate: 'nsaid_dose', means: 'A person takes anti-inflammatory medicine' },
    lose_nsaid: { from: 'nsaid', rate: 'k_ns*nsaid', means: 'The medicine leaves the body' },
    take_abx: { to: 'abx', rate: 'u_abx', means: 'A person takes an antibiotic' },
    lose_abx: { from: 'abx', rate: 'k_abx*abx', means: 'The antibiotic leaves the gut' },
  },
});

/** The core assembly takes acid blockers as a constant and anti-inflammatory doses as one input. */
export const drugInputs = defineModule({
  name: 'drug-inputs',
  title: 'Medicines taken',
  about: 'Doses of anti-inflammatory medicine, and whether a person takes an acid blocker.',
  tier: 'extension',
  inputs: {
    u_nsaid: {
      value: 0,
      unit: '1/h',
      range: [0, 10],
      means: 'Anti-inflammatory medicine taken (2 for half an hour is 75 mg of indomethacin)',
    },
    ppi: { value: 0, unit: '1', range: [0, 1], means: 'Acid blocker at work' },
  },
  derive: {
    nsaid_dose: { law: 'u_nsaid', unit: '1/h', means: 'Anti-inflammatory medicine taken' },
  },
});
