import { defineModule } from './define.ts';

/** Secondary bile acids: made by Firmicutes alone, and the only way by which saturated fat touches the colon leak. */
export const colonBile = defineModule({
  name: 'colon-bile',
  title: 'Colon: secondary bile acids',
  about:
    'A few Firmicutes turn bile acids into secondary bile acids. Saturated fat raises them a little; antibiotics take them away.',
  tier: 'full',
  reads: { co_ba: '1', dc_fir: 'g', sfa_frac: '1', sfa_ref: '1' },
  states: {
    dc_dca: { value: 0.39, unit: 'mmol', range: [0, 3], means: 'Secondary bile acids in the distal colon' },
  },
  params: {
    k_dca: {
      value: 0.0254,
      unit: 'mmol/h',
      range: [0.013, 0.052],
      means: 'Formation of secondary bile acids',
      grade: 'fitted',
      source: 'model-specification',
      note: 'Set to 0.39 mmol.',
    },
    a_sfa_dca: {
      value: 0.5,
      unit: '1',
      range: [0, 1.5],
      means: 'Saturated-fat gain on secondary bile acids',
      grade: 'assumed',
    },
    K_fir_dca: { value: 3, unit: 'g', range: [1.5, 6], means: 'FIR at half formation', grade: 'assumed' },
    a_dca: {
      value: 0.03,
      unit: '1',
      range: [-0.05, 0.15],
      means: 'Gain of secondary bile acids on the colon leak',
      grade: 'assumed',
      note: 'No human slope; the range includes none at all.',
    },
    dca_ref: {
      value: 0.39,
      unit: 'mmol',
      range: [0.33, 0.47],
      means: 'Secondary bile acids at health',
      grade: 'fitted',
      source: 'model-specification',
    },
    k_dca_loss: {
      value: 0.05,
      unit: '1/h',
      range: [0.025, 0.1],
      means: 'Loss of secondary bile acids',
      grade: 'assumed',
    },
  },
  derive: {
    bile_leak: {
      law: 'a_dca*bnd(dc_dca/dca_ref - 1)',
      unit: '1',
      means: 'What secondary bile acids add to the leak of the colon (logarithm)',
    },
  },
  flows: {
    form: {
      to: 'dc_dca',
      rate: 'k_dca*co_ba*(1 + a_sfa_dca*(sfa_frac - sfa_ref))*hill(dc_fir, K_fir_dca, 4)',
      means: 'Firmicutes turn bile acids into secondary bile acids',
    },
    lose: { from: 'dc_dca', rate: 'k_dca_loss*dc_dca', means: 'Secondary bile acids are taken up or leave' },
  },
});
