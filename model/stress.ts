import { defineModule } from './define.ts';

/** Stress hormone CRH and cortisol. */
export const stress = defineModule({
  name: 'stress',
  title: 'Stress and cortisol',
  about:
    'A stressful hour raises CRH within minutes. Cortisol follows it, follows the clock with a peak in the morning, and rises with TNF in blood.',
  tier: 'extension',
  reads: {
    tnf: 'pg/mL',
    T0: 'pg/mL',
    chronic_crh: { unit: '1', absent: 0 },
    cortisol_drive: { unit: '1', absent: 'circadian*(1 - c_crh + c_crh*crh) + a_crhT*cytokine_call' },
  },
  inputs: {
    u_stress: {
      value: 0,
      unit: '1',
      range: [0, 3],
      means: 'Acute stress (1 is a public speech, 0.1 waiting for a small shock)',
    },
    u_crh: { value: 0, unit: '1/h', range: [0, 10], means: 'CRH infused (1.5 for 2.5 h is 100 micrograms)' },
  },
  states: {
    crh: { value: 1, unit: 'rel', range: [0.3, 8], means: 'Stress hormone CRH' },
    cort: {
      value: 1,
      unit: 'rel',
      range: [0.2, 4],
      means: 'Cortisol relative to its 24-h mean',
    },
  },
  params: {
    k_crh: {
      value: 1.5,
      unit: '1/h',
      range: [0.5, 4],
      means: 'Relaxation of CRH',
      grade: 'assumed',
    },
    a_st: {
      value: 2,
      unit: '1',
      range: [0.5, 5],
      means: 'Gain of a public speech on CRH',
      grade: 'fitted',
      source: 'vanuytsel2014',
    },
    a_crhT: {
      value: 1.8,
      unit: '1',
      range: [0.6, 6],
      means: 'Gain of TNF on cortisol',
      grade: 'fitted',
      source: 'somvanshi-2019',
      note: 'Cortisol doubles at 0.4 ng/kg of endotoxin.',
    },
    K_crhT: {
      value: 40,
      unit: 'pg/mL',
      range: [10, 150],
      means: 'TNF at half of that gain',
      grade: 'human-in-vivo',
      source: 'somvanshi-2019',
    },
    T_thr: {
      value: 0.5,
      unit: 'pg/mL',
      range: [0.25, 1],
      means: 'Rise of TNF that starts to act on cortisol',
      grade: 'assumed',
    },
    w_T: {
      value: 0.1,
      unit: 'pg/mL',
      range: [0.05, 0.2],
      means: 'Width of that threshold',
      grade: 'numerical',
      source: 'model-specification',
    },
    k_cort: {
      value: 0.7,
      unit: '1/h',
      range: [0.5, 1],
      means: 'Clearance of cortisol',
      grade: 'human-in-vivo',
      source: 'somvanshi-2019',
      note: 'Between 0.63 (half-life of 66 min) and 0.99.',
    },
    c_crh: {
      value: 0.6,
      unit: '1',
      range: [0.3, 0.8],
      means: 'Share of cortisol that depends on CRH',
      grade: 'assumed',
    },
    circ_a: {
      value: 0.6,
      unit: '1',
      range: [0.4, 0.8],
      means: 'Daily swing of cortisol',
      grade: 'assumed',
    },
    circ_h: {
      value: 8,
      unit: 'h',
      range: [7, 9],
      means: 'Clock time of the cortisol peak',
      grade: 'assumed',
    },
  },
  derive: {
    circadian: { law: 'circ(circ_a, circ_h)', unit: '1', means: 'Daily rhythm of cortisol' },
    cytokine_call: {
      law: 'mo(pos(tnf - T0 - T_thr, w_T), K_crhT)',
      unit: '1',
      means: 'Call of TNF on the stress axis',
    },
  },
  drift: {
    crh: {
      rate: 'k_crh*(1 + a_st*u_stress + chronic_crh - crh) + u_crh',
      means: 'Stress raises CRH within minutes; it falls back within an hour',
    },
    cort: {
      rate: 'k_cort*(cortisol_drive - cort)',
      means: 'Cortisol follows the clock, the stress axis and TNF',
    },
  },
});
