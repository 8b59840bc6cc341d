import { defineModule } from './define.ts';

/** A gut infection that grows, is fought down by an adaptive answer, and may leave a lasting sensitivity. */
export const infectionFull = defineModule({
  name: 'infection-full',
  title: 'Gut infection and its sequel',
  about:
    'Germs multiply for a day or two until defence answers; below a few they die out. A severe infection leaves some people sensitive for months, women and people treated with antibiotics more often.',
  tier: 'full',
  inputs: {
    u_path: {
      value: 0,
      unit: '1/h',
      range: [0, 1],
      means: 'Germs taken in (1/24 for 24 h is a severe gut infection)',
    },
  },
  states: {
    path: { value: 0, unit: 'rel', range: [0, 3], means: 'Activity of the infection (1 is severe)' },
    adp: { value: 0, unit: '1', range: [0, 1], means: 'Adaptive answer to the infection', slow: true },
    pi: { value: 0, unit: '1', range: [0, 1], means: 'Sensitivity left by an infection', slow: true },
  },
  params: {
    tau_path: {
      value: 48,
      unit: 'h',
      range: [24, 120],
      means: 'Duration of a gut infection',
      grade: 'assumed',
      note: 'One to seven days.',
    },
    y_path: {
      value: 0.5,
      unit: '1',
      range: [0.25, 1],
      means: 'Share of germs that settle',
      grade: 'assumed',
    },
    mu_path: { value: 0.087, unit: '1/h', range: [0.04, 0.17], means: 'Growth of germs', grade: 'assumed' },
    path_floor: {
      value: 0.001,
      unit: '1',
      range: [0.0005, 0.002],
      means: 'Activity below which germs die out',
      grade: 'assumed',
    },
    path_most: { value: 1.5, unit: '1', range: [0.75, 3], means: 'Largest activity', grade: 'assumed' },
    K_adp: {
      value: 0.15,
      unit: '1',
      range: [0.075, 0.3],
      means: 'Adaptive answer that halves growth',
      grade: 'assumed',
    },
    path_innate: {
      value: 0.2,
      unit: '1',
      range: [0.1, 0.4],
      means: 'Clearance without an adaptive answer, relative to the usual one',
      grade: 'assumed',
    },
    path_adaptive: {
      value: 1.8,
      unit: '1',
      range: [0.9, 3.6],
      means: 'Clearance that a full adaptive answer adds',
      grade: 'assumed',
    },
    K_adp_path: {
      value: 0.05,
      unit: '1',
      range: [0.025, 0.1],
      means: 'Activity at half speed of the adaptive answer',
      grade: 'assumed',
    },
    tau_adp: {
      value: 96,
      unit: 'h',
      range: [48, 192],
      means: 'Build-up of the adaptive answer (4 d)',
      grade: 'assumed',
    },
    tau_adp_loss: {
      value: 8760,
      unit: 'h',
      range: [4380, 17520],
      means: 'Loss of the adaptive answer (1 y)',
      grade: 'assumed',
    },
    pi_risk: {
      value: 1,
      unit: '1',
      range: [0.3, 10],
      means:
        'Risk of lasting sensitivity of this person (product of odds: female 2.2, antibiotic 1.7, anxiety 2.0, depression 1.5)',
      grade: 'human-in-vivo',
      source: 'klem2017',
    },
    k_pi: {
      value: 0.002,
      unit: '1/h',
      range: [0.001, 0.004],
      means: 'Build-up of lasting sensitivity',
      grade: 'assumed',
    },
    K_pi: {
      value: 0.3,
      unit: '1',
      range: [0.15, 0.6],
      means: 'Activity at half of that build-up',
      grade: 'assumed',
    },
    pi_fades: {
      value: 1,
      unit: '1',
      range: [0, 1],
      means: 'Lasting sensitivity fades in this person (1 in 60 %, 0 in 40 %)',
      grade: 'switch',
      source: 'model-specification',
    },
    tau_pi: {
      value: 10400,
      unit: 'h',
      range: [5200, 20800],
      means: 'Fading of lasting sensitivity (433 d)',
      grade: 'assumed',
    },
  },
  flows: {
    enter: { to: 'path', rate: 'y_path*u_path', means: 'Germs enter with food or from people' },
    grow: {
      to: 'path',
      rate: 'mu_path*path*mo(path, path_floor)*(1 - path/path_most)*inh(adp, K_adp, 2)',
      means: 'Germs multiply until defence answers',
    },
    fade: {
      from: 'path',
      rate: 'path/tau_path*(path_innate + path_adaptive*adp)',
      means: 'Defence clears the infection',
    },
  },
  drift: {
    adp: {
      rate: 'mo(path, K_adp_path)*(1 - adp)/tau_adp - adp/tau_adp_loss',
      means: 'An adaptive answer builds up over days and is kept for a year',
    },
    pi: {
      rate: 'pi_risk*k_pi*hill(path, K_pi, 4)*(1 - pi) - pi_fades*pi/tau_pi',
      means: 'A severe infection leaves a sensitive gut, which fades over a year in some people',
    },
  },
});
