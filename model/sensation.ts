import { defineModule } from './define.ts';

/**
 * What a person may feel: sensitivity of the gut, sickness from messengers in blood, skin, and what one expects.
 *
 * No arrow leads from the leak to any of these.
 */
export const sensation = defineModule({
  name: 'sensation',
  title: 'Sensation, sickness, skin, expectancy',
  about:
    'Mast cells, an earlier infection and strain make gut nerves more sensitive over weeks. Interleukin-6 makes people feel sick for a day or two, then they adapt. Starting any plan raises hope, which fades over months.',
  tier: 'full',
  reads: { mast: '1', pi: '1', sload: '1', il6: 'pg/mL', I0: 'pg/mL', crp: 'mg/L', CRP0: 'mg/L', w_rel: '1' },
  inputs: {
    u_start_plan: {
      value: 0,
      unit: '1/h',
      range: [0, 24],
      means: 'A plan is started (1 for one hour)',
    },
    mlk_d: { value: 24, unit: 'g/d', range: [0, 300], means: 'Milk protein eaten (24-h mean)' },
    gl_d: { value: 180, unit: 'g/d', range: [0, 1500], means: 'Glycaemic load of the diet (24-h mean)' },
  },
  states: {
    vs: { value: 1, unit: 'rel', range: [0.3, 5], means: 'Sensitivity of gut nerves', readOut: true },
    sick: {
      value: 0.000141,
      unit: 'points',
      range: [-2, 10],
      means: 'Feeling sick from messengers in blood',
      readOut: true,
    },
    sick_ad: { value: 0.00247, unit: 'points', range: [0, 10], means: 'Adaptation to that feeling' },
    skin: {
      value: 0,
      unit: 'SD',
      range: [-3, 3],
      means: 'Skin inflammation, as a statistical score',
      readOut: true,
    },
    expc: {
      value: 0,
      unit: 'SD',
      range: [-2, 4],
      means: 'Expectation that a plan helps',
      slow: true,
      readOut: true,
    },
  },
  params: {
    vs0: {
      value: 1,
      unit: '1',
      range: [0.5, 3],
      means: 'Sensitivity of this person (irritable bowel 1.8)',
      grade: 'switch',
      source: 'model-specification',
    },
    g_mast_vs: {
      value: 0.3,
      unit: '1',
      range: [0.15, 0.6],
      means: 'Gain of mast cells on sensitivity',
      grade: 'assumed',
    },
    K_mast_vs: {
      value: 6,
      unit: '1',
      range: [3, 12],
      means: 'Mast-cell activity that halves further gain',
      grade: 'assumed',
    },
    g_pi_vs: {
      value: 0.6,
      unit: '1',
      range: [0.3, 1.2],
      means: 'Gain of an earlier infection on sensitivity',
      grade: 'assumed',
    },
    g_sload_vs: {
      value: 0.2,
      unit: '1',
      range: [0.1, 0.4],
      means: 'Gain of strain on sensitivity',
      grade: 'assumed',
    },
    tau_vs: {
      value: 336,
      unit: 'h',
      range: [168, 672],
      means: 'Time constant of sensitivity (14 d)',
      grade: 'assumed',
    },
    sick_most: {
      value: 5,
      unit: 'points',
      range: [2.5, 10],
      means: 'Largest sickness by interleukin-6',
      grade: 'human-in-vivo',
      source: 'sicknessq2017',
      note: 'About 1.7 points per decade of interleukin-6.',
    },
    K_sick: {
      value: 60,
      unit: '1',
      range: [30, 120],
      means: 'Excess interleukin-6, relative to health, at half sickness',
      grade: 'assumed',
    },
    f_sick_ad: {
      value: 0.95,
      unit: '1',
      range: [0.8, 1],
      means: 'Share of sickness to which people adapt',
      grade: 'assumed',
    },
    tau_sick: { value: 2, unit: 'h', range: [1, 4], means: 'Time constant of sickness', grade: 'assumed' },
    tau_sick_ad: {
      value: 72,
      unit: 'h',
      range: [36, 144],
      means: 'Time constant of adaptation to sickness (3 d)',
      grade: 'assumed',
    },
    b_crp_skin: {
      value: 0.2,
      unit: 'SD',
      range: [0, 0.4],
      means: 'Weight of C-reactive protein in the skin score',
      grade: 'assumed',
      note: 'A regression weight, not a mechanism.',
    },
    b_dairy: {
      value: 0.08,
      unit: 'SD',
      range: [0, 0.2],
      means: 'Weight of one serving of dairy in the skin score',
      grade: 'assumed',
      source: 'juhl2018',
      note: 'Odds ratio 1.25; not by way of the lining.',
    },
    dairy_serving: {
      value: 8,
      unit: 'g/d',
      range: [6, 10],
      means: 'Milk protein of one daily serving',
      grade: 'assumed',
    },
    dairy_ref: {
      value: 3,
      unit: '1',
      range: [1, 4],
      means: 'Servings of the reference diet',
      grade: 'assumed',
    },
    b_gl: {
      value: 0.25,
      unit: 'SD',
      range: [0, 0.5],
      means: 'Weight of two standard deviations of glycaemic load in the skin score',
      grade: 'assumed',
      source: 'smith2007',
      note: 'By way of insulin, not of the lining.',
    },
    gl_ref: {
      value: 180,
      unit: 'g/d',
      range: [120, 240],
      means: 'Glycaemic load of the reference diet',
      grade: 'assumed',
    },
    gl_span: {
      value: 90,
      unit: 'g/d',
      range: [45, 180],
      means: 'Two standard deviations of glycaemic load',
      grade: 'assumed',
    },
    tau_skin: {
      value: 336,
      unit: 'h',
      range: [168, 672],
      means: 'Time constant of the skin score (14 d)',
      grade: 'assumed',
    },
    e_person: {
      value: 0.8,
      unit: 'SD',
      range: [-1, 2.5],
      means: 'Hope that this person puts into a new plan (SD 0.6 between persons)',
      grade: 'assumed',
    },
    tau_expc: {
      value: 2000,
      unit: 'h',
      range: [1000, 4000],
      means: 'Fading of hope (83 d)',
      grade: 'assumed',
    },
  },
  derive: {
    sickness_call: {
      law: 'sick_most*hill(pos(il6/I0 - 1, w_rel), K_sick, 2)',
      unit: 'points',
      means: 'Sickness that interleukin-6 calls for',
    },
  },
  drift: {
    vs: {
      rate: 'relax(vs0*(1 + g_mast_vs*(mast - 1)*inh(mast, K_mast_vs, 1) + g_pi_vs*pi + g_sload_vs*sload), vs, tau_vs)',
      means: 'Gut nerves grow more sensitive with active mast cells, after an infection and under strain',
    },
    sick: {
      rate: 'relax(sickness_call - f_sick_ad*sick_ad, sick, tau_sick)',
      means: 'Interleukin-6 makes people feel sick within hours',
    },
    sick_ad: { rate: 'relax(sickness_call, sick_ad, tau_sick_ad)', means: 'People adapt to it over days' },
    skin: {
      rate: 'relax(b_crp_skin*(crp - CRP0)/(crp + CRP0) + b_dairy*bnd(mlk_d/dairy_serving - dairy_ref) + b_gl*bnd((gl_d - gl_ref)/gl_span), skin, tau_skin)',
      means:
        'The skin score follows dairy, glycaemic load and C-reactive protein by their statistical weights',
    },
    expc: {
      rate: 'u_start_plan*e_person - expc/tau_expc',
      means: 'A new plan raises hope, which fades over months',
    },
  },
});
