import { defineModule } from './define.ts';

/**
 * The conditions that bacteria meet: acidity, bile acids, undissociated acid, and oxygen that leaks from the wall
 * when its cells burn too little butyrate.
 */
export const colonEnvironment = defineModule({
  name: 'colon-environment',
  title: 'Colon: acidity and oxygen',
  about:
    'Short-chain fatty acids make the content sour. Bacteroides need it less sour than butyrate makers do; Enterobacteriaceae are held down by undissociated acid and helped by oxygen.',
  tier: 'core',
  index: { '@': ['pc', 'dc'] },
  reads: {
    '@_ace': 'mmol',
    '@_ppa': 'mmol',
    '@_bua': 'mmol',
    '@_volume': 'L',
    bup: 'mmol/h',
    bup_ox: { unit: 'mmol/h', absent: 'bup' },
    co_ba: '1',
    w_rel: '1',
  },
  params: {
    pH0: {
      value: 8.02,
      unit: 'pH',
      range: [7.92, 8.12],
      means: 'Acidity at zero SCFA',
      grade: 'human-in-vivo',
      source: 'kettle-2022',
    },
    d_pH: {
      value: 6,
      unit: 'pH',
      range: [5.5, 6.5],
      means: 'Saturating fall of pH with SCFA (0.027 per mmol/L at zero)',
      grade: 'fitted',
      source: 'kettle-2022',
      note: 'Refit of a straight line over 0 to 130 mmol/L, with bicarbonate reserve at higher load.',
    },
    K_pH: {
      value: 220,
      unit: 'mmol/L',
      range: [200, 242],
      means: 'SCFA at half of that fall',
      grade: 'fitted',
      source: 'kettle-2022',
    },
    pKa: {
      value: 4.8,
      unit: 'pH',
      range: [4.7, 4.9],
      means: 'Acid constant of SCFA',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    w_pH: {
      value: 0.2,
      unit: 'pH',
      range: [0.1, 0.3],
      means: 'Width of the pH gates of growth',
      grade: 'assumed',
    },
    a_ba_g: {
      value: 0.1,
      unit: '1',
      range: [0, 0.3],
      means: 'Bile-acid inhibition of FIR and BIF',
      grade: 'human-in-vivo',
      source: 'david2014',
      note: 'The study gives the direction.',
    },
    bu0: {
      value: 3.63,
      unit: 'mmol/h',
      range: [3, 4.4],
      means: 'Butyrate uptake at health',
      grade: 'fitted',
      source: 'model-specification',
    },
    a_o2: {
      value: 0.5,
      unit: '1',
      range: [0, 3],
      means: 'Gain of leaked oxygen on ENT growth',
      grade: 'assumed',
      note: 'Direction from mouse work on oxygen that leaks when butyrate is short.',
    },
  },
  derive: {
    '@_acetate': { law: '@_ace/@_volume', unit: 'mmol/L', means: 'Concentration of acetate' },
    '@_propionate': { law: '@_ppa/@_volume', unit: 'mmol/L', means: 'Concentration of propionate' },
    '@_butyrate': { law: '@_bua/@_volume', unit: 'mmol/L', means: 'Concentration of butyrate' },
    '@_scfa': {
      law: '(@_ace + @_ppa + @_bua)/@_volume',
      unit: 'mmol/L',
      means: 'Concentration of short-chain fatty acids',
    },
    '@_ph': { law: 'pH0 - d_pH*mo(@_scfa, K_pH)', unit: 'pH', means: 'Acidity of the content' },
    '@_ua': {
      law: '@_scfa/(1 + acid(@_ph, pKa))',
      unit: 'mmol/L',
      means: 'Undissociated short-chain fatty acids',
    },
    bile_brake: {
      law: '1 + a_ba_g*(co_ba - 1)',
      unit: '1',
      means: 'Factor by which bile acids slow FIR and BIF',
    },
    o2: { law: '2/(1 + bup_ox/bu0)', unit: '1', means: 'Oxygen at the colon wall, relative to health' },
    env: {
      law: 'pos(1 + a_o2*(o2 - 1), w_rel)',
      unit: '1',
      means: 'Factor by which leaked oxygen helps ENT',
    },
  },
});
