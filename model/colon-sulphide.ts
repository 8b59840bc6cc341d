import { defineModule } from './define.ts';

/** SRB: sulphate reducers, and the sulphide that hampers the wall in burning butyrate. */
export const colonSulphide = defineModule({
  name: 'colon-sulphide',
  title: 'Colon guild SRB: sulphate reducers and sulphide',
  about:
    'Sulphate reducers breathe sulphate with hydrogen and free sulphide. Much sulphide would keep the wall from burning butyrate; at health the effect is near zero.',
  tier: 'full',
  index: { '@': ['pc', 'dc'] },
  reads: {
    '@_srb': 'g',
    '@_h2': 'mmol',
    '@_volume': 'L',
    K_h2: 'mmol/L',
    product_per_h2: '1',
    co_ba: '1',
    bup: 'mmol/h',
    nns_srb: { unit: '1', absent: 1 },
  },
  writes: { '@_srb': 'g' },
  states: {
    '@_h2s': { value: { pc: 0.0126, dc: 0.00298 }, unit: 'mmol', range: [0, 30], means: 'Sulphide' },
  },
  params: {
    mu_srb: { value: 0.34, unit: '1/h', range: [0.17, 0.7], means: 'Growth of SRB', grade: 'assumed' },
    Y_srb: {
      value: 0.004,
      unit: 'g/mmol',
      range: [0.002, 0.008],
      means: 'Biomass of SRB per hydrogen',
      grade: 'assumed',
    },
    K_sul: {
      value: 0.5,
      unit: 'mmol/L',
      range: [0.25, 1],
      means: 'Sulphate at half growth',
      grade: 'assumed',
    },
    sul_rest: {
      value: 0.6,
      unit: 'mmol/L',
      range: [0.3, 1.2],
      means: 'Sulphate apart from bile',
      grade: 'assumed',
    },
    sul_bile: {
      value: 0.4,
      unit: 'mmol/L',
      range: [0.2, 0.8],
      means: 'Sulphate that bile (taurine) brings at health',
      grade: 'assumed',
    },
    k_h2s: {
      value: 5,
      unit: '1/h',
      range: [2.5, 10],
      means: 'Sulphide oxidised by the wall',
      grade: 'assumed',
    },
    K_ox: {
      value: 1,
      unit: 'mmol/L',
      range: [0.5, 2],
      means: 'Sulphide that halves butyrate oxidation',
      grade: 'assumed',
    },
    h2s0: {
      value: 0.0072,
      unit: 'mmol/L',
      range: [0.0036, 0.0144],
      means: 'Distal sulphide at health',
      grade: 'fitted',
      source: 'model-specification',
    },
  },
  derive: {
    sulphate: { law: 'sul_rest + sul_bile*co_ba', unit: 'mmol/L', means: 'Sulphate in the lumen' },
    '@_srb_capacity': {
      law: 'nns_srb*mu_srb*mo(sulphate, K_sul)*@_srb/Y_srb',
      unit: 'mmol/h',
      means: 'Hydrogen that SRB could use',
    },
    '@_srb_uses': {
      law: '@_srb_capacity*mo(@_h2, K_h2*@_volume)',
      unit: 'mmol/h',
      means: 'Hydrogen that SRB uses',
    },
    bup_ox: {
      law: 'bup*(1 + h2s0/K_ox)*inh(dc_h2s/dc_volume, K_ox, 1)',
      unit: 'mmol/h',
      means: 'Butyrate that the colon wall burns',
    },
  },
  flows: {
    '@_use': {
      to: { '@_srb': 'Y_srb', '@_h2s': 'product_per_h2' },
      rate: '@_srb_uses',
      means: 'Sulphate reducers grow on hydrogen and free sulphide',
    },
    '@_oxidise': { from: '@_h2s', rate: 'k_h2s*@_h2s', means: 'The colon wall oxidises sulphide' },
  },
});
