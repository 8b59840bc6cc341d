import { defineModule } from './define.ts';

/** MUC: Akkermansia, Ruminococcus gnavus and torques. */
export const colonMucinDegraders = defineModule({
  name: 'colon-mucin-degraders',
  title: 'Colon guild MUC: mucin degraders',
  about: 'Akkermansia and its like live on mucin alone and make acetate and propionate of it.',
  tier: 'core',
  index: { '@': ['pc', 'dc'] },
  reads: { '@_jmuc': 'g/h', wm: '1', Yb: '1', sY: '1', hexg: 'mmol/g', acid_per_gram: 'mmol/g' },
  writes: { '@_muc': 'g', '@_ace': 'mmol', '@_ppa': 'mmol' },
  params: {
    s_ace_muc: {
      value: 0.69,
      unit: '1',
      range: [0.4, 0.9],
      means: 'Acetate per hexose, mol/mol',
      grade: 'assumed',
    },
    s_ppa_muc: {
      value: 0.46,
      unit: '1',
      range: [0.3, 0.6],
      means: 'Propionate per hexose, mol/mol',
      grade: 'assumed',
    },
  },
  derive: {
    '@_muc_eats_mucin': { law: '@_jmuc*wm', unit: 'g/h', means: 'Mucin that MUC eats' },
    '@_hexose_muc': { law: 'hexg*@_muc_eats_mucin', unit: 'mmol/h', means: 'Hexose that MUC ferments' },
    '@_scfa_by_muc': {
      law: 'sY*(s_ace_muc + s_ppa_muc)*@_hexose_muc',
      unit: 'mmol/h',
      means: 'Short-chain fatty acids that MUC makes',
    },
  },
  flows: {
    '@_eat_mucin': {
      to: { '@_muc': 'Yb', '@_ace': 'acid_per_gram*s_ace_muc', '@_ppa': 'acid_per_gram*s_ppa_muc' },
      rate: '@_muc_eats_mucin',
      means: 'Mucin degraders eat mucin',
    },
  },
});
