import { defineModule } from './define.ts';

/** Clostridioides difficile: spores germinate when secondary bile acids are missing. */
export const colonDifficile = defineModule({
  name: 'colon-difficile',
  title: 'Colon: Clostridioides difficile',
  about:
    'Spores of C. difficile wait in carriers. Secondary bile acids made by Firmicutes keep them asleep; when antibiotics take these away, they may grow and make toxin.',
  tier: 'full',
  reads: {
    dc_dca: 'mmol',
    dc_prot_conc: 'g/L',
    dc_ph: 'pH',
    w_pH: 'pH',
    dc_transit: '1/h',
    dl: '1/h',
    Yb: '1',
    protg: 'mmol/g',
    s_ace_prot: '1',
    s_ppa_prot: '1',
    f_lp: '1',
    f_lf: '1',
    f_lo: '1',
    c_biomass: 'mmol/g',
    n_biomass: 'mmol/g',
    nns_cdi: { unit: '1', absent: 1 },
  },
  writes: { dc_prot: 'g', dc_fib: 'g', dc_oli: 'g', dc_ace: 'mmol', dc_ppa: 'mmol', dc_bua: 'mmol' },
  inputs: {
    cdi_carrier: {
      value: 0,
      unit: '1',
      range: [0, 1],
      means: 'Carrier of C. difficile spores (0 or 1; assumed 5 % of persons)',
    },
    u_hospital: { value: 0, unit: '1', range: [0, 1], means: 'Stay in hospital, where spores are about' },
  },
  states: {
    dc_cdi: {
      value: 0,
      unit: 'g',
      range: [0, 1],
      means: 'Growing C. difficile, dry mass',
      holds: { carbon: 'c_biomass', nitrogen: 'n_biomass' },
    },
  },
  params: {
    mu_cdi: {
      value: 0.35,
      unit: '1/h',
      range: [0.125, 0.5],
      means: 'Growth of C. difficile on protein',
      grade: 'assumed',
    },
    K_prot_cdi: {
      value: 0.2,
      unit: 'g/L',
      range: [0.1, 0.4],
      means: 'Protein at half growth',
      grade: 'assumed',
    },
    Bref_cdi: {
      value: 0.3,
      unit: 'g',
      range: [0.15, 0.6],
      means: 'Biomass at which crowding reaches its reference',
      grade: 'assumed',
    },
    K_dca_cdi: {
      value: 0.13,
      unit: 'mmol',
      range: [0.075, 0.3],
      means: 'Secondary bile acids that halve growth',
      grade: 'assumed',
    },
    pl_cdi: { value: 5.8, unit: 'pH', range: [5.6, 6], means: 'Half-growth pH', grade: 'assumed' },
    seed_cdi: {
      value: 1e-7,
      unit: 'g/h',
      range: [5e-8, 2e-7],
      means: 'Germinating spores in carriers',
      grade: 'assumed',
    },
    spores_hospital: {
      value: 9,
      unit: '1',
      range: [4.5, 18],
      means: 'Spores of a hospital stay, relative to carriage',
      grade: 'assumed',
    },
    K_toxin: {
      value: 0.02,
      unit: 'g',
      range: [0.01, 0.04],
      means: 'Biomass at half toxin effect',
      grade: 'assumed',
    },
  },
  derive: {
    cdi_eats_prot: {
      law: 'nns_cdi*mu_cdi*mo(dc_prot_conc, K_prot_cdi)*inh(dc_dca, K_dca_cdi, 2)*gate(dc_ph, pl_cdi, w_pH)*dc_cdi/Yb',
      unit: 'g/h',
      means: 'Protein that C. difficile eats',
    },
    dc_scfa_by_cdi: {
      law: 'protg*cdi_eats_prot',
      unit: 'mmol/h',
      means: 'Short-chain fatty acids that C. difficile makes',
    },
    cdi_toxin: { law: 'mo(dc_cdi, K_toxin)', unit: '1', means: 'Toxin of C. difficile, 0 to 1' },
  },
  flows: {
    germinate: {
      to: 'dc_cdi',
      rate: 'seed_cdi*(cdi_carrier + spores_hospital*u_hospital)',
      means: 'Spores germinate',
    },
    eat_prot: {
      from: 'dc_prot',
      to: {
        dc_cdi: 'Yb',
        dc_ace: 'protg*s_ace_prot',
        dc_ppa: 'protg*s_ppa_prot',
        dc_bua: 'protg*(1 - s_ace_prot - s_ppa_prot)',
      },
      rate: 'cdi_eats_prot',
      means: 'C. difficile ferments protein where secondary bile acids are missing',
    },
    lyse: {
      from: 'dc_cdi',
      to: { dc_prot: 'f_lp', dc_fib: 'f_lf', dc_oli: 'f_lo' },
      rate: 'dl*dc_cdi^2/Bref_cdi',
      means: 'C. difficile dies of crowding and becomes food for others',
    },
    leave: { from: 'dc_cdi', rate: 'dc_transit*dc_cdi', means: 'C. difficile leaves with the stool' },
  },
});
