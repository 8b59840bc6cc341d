import { defineModule } from './define.ts';

/** Endotoxin that the liver lets through on its first pass. */
export const liverClearance = defineModule({
  name: 'liver-clearance',
  title: 'Liver: first pass of endotoxin',
  about:
    'Blood from the gut first passes the liver, whose Kupffer cells take nearly all endotoxin out. Liver disease weakens them; a flood of endotoxin overwhelms them.',
  tier: 'core',
  reads: {
    lps_lp: '1',
    u_ald: '1',
    kc: { unit: '1', absent: '1 - a_ald_kc*u_ald' },
    liver_flow: { unit: '1', absent: 1 },
  },
  params: {
    E0: {
      value: 0.9,
      unit: '1',
      range: [0.5, 0.97],
      means: 'Share of endotoxin that the healthy liver takes out',
      grade: 'assumed',
    },
    e_kc: {
      value: 0.5,
      unit: '1',
      range: [0.3, 0.8],
      means: 'Share of that which depends on Kupffer cells',
      grade: 'assumed',
    },
    K_E: {
      value: 50,
      unit: '1',
      range: [25, 100],
      means: 'Endotoxin from the gut that halves the extraction',
      grade: 'assumed',
    },
    a_ald_kc: {
      value: 0.4,
      unit: '1',
      range: [0.2, 0.6],
      means: 'Loss of Kupffer capacity in alcohol liver disease',
      grade: 'assumed',
    },
  },
  derive: {
    fl: {
      law: '(1 - E0*(1 - e_kc + e_kc*kc*liver_flow)/(1 + lps_lp/K_E))/(1 - E0/(1 + 1/K_E))',
      unit: '1',
      means: 'Share of endotoxin that passes the liver, relative to health',
    },
  },
});
