import { defineModule } from './define.ts';

/** Endotoxin in blood: the free, active part and the bound part that the limulus test sees. */
export const endotoxin = defineModule({
  name: 'endotoxin',
  title: 'Endotoxin in blood',
  about:
    'A trace of endotoxin passes the liver and is cleared within minutes. Most of what a limulus test reads is bound and inactive.',
  tier: 'core',
  reads: { lps_lp: '1', fl: '1', lps_cm: 'pg/mL' },
  writes: { s1: 'pg/mL' },
  inputs: {
    u_lps: {
      value: 0,
      unit: 'pg/mL/h',
      range: [0, 2000],
      means: 'Endotoxin injected (1 ng/kg is 23.3 pg/mL)',
    },
  },
  states: {
    lps_free: { value: 0.032, unit: 'pg/mL', range: [0, 100], means: 'Free active endotoxin in blood' },
    lps_bound: {
      value: 4.7,
      unit: 'pg/mL',
      range: [0, 1000],
      means: 'Neutralised endotoxin in blood that the limulus test sees',
    },
  },
  params: {
    k_lps: {
      value: 6.5,
      unit: '1/h',
      range: [1, 10],
      means: 'Clearance of free endotoxin',
      grade: 'human-in-vivo',
      source: 'berends-2024',
    },
    lps0: {
      value: 0.03,
      unit: 'pg/mL',
      range: [0.005, 0.1],
      means: 'Free endotoxin at health',
      grade: 'human-in-vivo',
      source: 'postprandial-lps-null-2020',
      note: 'A ceiling: active endotoxin is below detection in most healthy people.',
    },
    k_lpsb: {
      value: 0.3,
      unit: '1/h',
      range: [0.08, 1],
      means: 'Clearance of bound endotoxin (half in 2.3 h)',
      grade: 'assumed',
      source: ['barberio-2015', 'lim-2009', 'wallett-2020'],
      note: 'Limulus readings rise by half to double within an hour of running in the heat, fall again in recovery and stand at the old level on the next day.',
    },
    lal_x: {
      value: 4.5,
      unit: 'pg/mL',
      range: [2, 10],
      means: 'Bound endotoxin at health by the limulus test',
      grade: 'human-in-vivo',
      source: ['ifabp-lps-ref-2017', 'erridge2007'],
    },
    K_bind: {
      value: 5,
      unit: 'pg/mL',
      range: [2.5, 10],
      means: 'Free endotoxin that saturates binding',
      grade: 'assumed',
    },
  },
  derive: {
    lal: { law: 'lps_bound + lps_cm', unit: 'pg/mL', means: 'Endotoxin by the limulus test' },
  },
  flows: {
    enter: {
      to: 'lps_free',
      rate: 'k_lps*lps0*lps_lp*fl',
      means: 'Endotoxin that passes the liver enters the blood',
    },
    inject: { to: 'lps_free', rate: 'u_lps', means: 'A volunteer gets endotoxin into a vein' },
    clear: {
      from: 'lps_free',
      to: 's1',
      rate: 'k_lps*lps_free',
      means: 'Cells take up free endotoxin and answer to it',
    },
  },
  drift: {
    lps_bound: {
      rate: 'k_lpsb*(lal_x*(lps_free/lps0)*inh(lps_free, K_bind, 1) - lps_bound)',
      means: 'Blood proteins bind and neutralise endotoxin',
    },
  },
});
