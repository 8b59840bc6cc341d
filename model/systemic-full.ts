import { defineModule } from './define.ts';

/** Interleukin-10, the delay of the liver's answer, and the brake that cortisol puts on inflammation. */
export const systemicFull = defineModule({
  name: 'systemic-full',
  title: 'Inflammation in blood: interleukin-10, delay of the liver, cortisol',
  about:
    'Cells that make TNF and interleukin-6 make interleukin-10 too. The liver answers to interleukin-6 with a delay of some hours. Cortisol above its daily peak holds the answer to endotoxin down.',
  tier: 'full',
  reads: { signal: 'pg/mL', il6: 'pg/mL', cort: '1', gr: '1' },
  states: {
    il10: {
      value: 1.02,
      unit: 'pg/mL',
      range: [0.2, 400],
      means: 'Interleukin-10 in plasma',
      readOut: true,
    },
    apr: {
      value: 1.01,
      unit: 'pg/mL',
      range: [0.2, 6000],
      means: 'Interleukin-6 as the liver has felt it over the last hours',
    },
  },
  params: {
    il10_0: { value: 1, unit: 'pg/mL', range: [0.5, 2], means: 'Interleukin-10 at health', grade: 'assumed' },
    k_il10: {
      value: 0.8,
      unit: '1/h',
      range: [0.4, 1.6],
      means: 'Clearance of interleukin-10',
      grade: 'assumed',
    },
    a_il10: {
      value: 60,
      unit: '1',
      range: [30, 120],
      means: 'Largest rise of interleukin-10, relative to health',
      grade: 'assumed',
    },
    K_il10_signal: {
      value: 5,
      unit: 'pg/mL',
      range: [2.5, 10],
      means: 'Endotoxin signal at half of that rise',
      grade: 'assumed',
    },
    K_il10_il6: {
      value: 50,
      unit: 'pg/mL',
      range: [25, 100],
      means: 'Interleukin-6 at half of that rise',
      grade: 'assumed',
    },
    tau_apr: { value: 8, unit: 'h', range: [4, 16], means: 'Delay of the liver', grade: 'assumed' },
    cort_peak: {
      value: 1.6,
      unit: '1',
      range: [1.2, 2],
      means: 'Cortisol above which inflammation is held down (the daily peak)',
      grade: 'assumed',
    },
    w_cort: {
      value: 0.1,
      unit: '1',
      range: [0.05, 0.2],
      means: 'Width of that threshold',
      grade: 'numerical',
      source: 'model-specification',
    },
    K_cort: {
      value: 4,
      unit: '1',
      range: [2, 8],
      means: 'Excess cortisol that halves the answer to endotoxin',
      grade: 'assumed',
    },
  },
  derive: {
    cortisol_brake: {
      law: 'inh(pos(cort*gr - cort_peak, w_cort), K_cort, 1)',
      unit: '1',
      means: 'Share of the answer to endotoxin that cortisol leaves',
    },
  },
  drift: {
    il10: {
      rate: 'k_il10*(il10_0*(1 + a_il10*mo(signal, K_il10_signal)*mo(il6, K_il10_il6)) - il10)',
      means: 'Cells that answer to endotoxin release interleukin-10 and so end their own answer',
    },
    apr: { rate: 'relax(il6, apr, tau_apr)', means: 'The liver answers to interleukin-6 after some hours' },
  },
});
