import { defineModule } from './define.ts';

/**
 * Core only: lactate is used as fast as it is made. Butyrate producers take their share, the rest becomes propionate
 * and acetate; acetate from hydrogen is a fixed share of the hexose fermented. `colon-lactate.ts` and
 * `colon-hydrogen.ts` replace this module in the full assembly.
 */
export const colonLactateLumped = defineModule({
  name: 'colon-lactate-lumped',
  title: 'Colon: lactate and hydrogen used at once',
  about:
    'Lactate never builds up here: Firmicutes turn it into butyrate, other bacteria into propionate and acetate.',
  tier: 'core',
  index: { '@': ['pc', 'dc'] },
  reads: {
    '@_fir': 'g',
    'Bref_@_fir': 'g',
    sY: '1',
    '@_hexose_bac': 'mmol/h',
    '@_hexose_fir': 'mmol/h',
    '@_hexose_bif': 'mmol/h',
    '@_hexose_muc': 'mmol/h',
    '@_hexose_ent': 'mmol/h',
    s_lac_bac: '1',
    s_lac_fir: '1',
    s_lac_bif: '1',
    s_lac_ent: '1',
  },
  writes: { '@_ace': 'mmol', '@_ppa': 'mmol', '@_bua': 'mmol' },
  params: {
    f_lacbu: {
      value: 0.7,
      unit: '1',
      range: [0.4, 0.9],
      means: 'Lactate turned to butyrate at the reference biomass of FIR (the rest to propionate)',
      grade: 'assumed',
    },
    ac_h2: {
      value: 0.2,
      unit: '1',
      range: [0.1, 0.6],
      means: 'Acetate from hydrogen and formate per hexose, mol/mol',
      grade: 'human-in-vivo',
      source: 'arnoldini-2025',
    },
    bua_per_lac: {
      value: 0.75,
      unit: '1',
      range: [0.75, 0.75],
      means: 'Butyrate per lactate with half an acetate taken up, mol/mol',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    ace_per_lac: {
      value: 0.333,
      unit: '1',
      range: [0.333, 0.333],
      means: 'Acetate per lactate on the way to propionate, mol/mol',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    ppa_per_lac: {
      value: 0.667,
      unit: '1',
      range: [0.667, 0.667],
      means: 'Propionate per lactate, mol/mol',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
  },
  derive: {
    '@_lactate_made': {
      law: 'sY*(s_lac_bac*@_hexose_bac + s_lac_fir*@_hexose_fir + s_lac_bif*@_hexose_bif + s_lac_ent*@_hexose_ent)',
      unit: 'mmol/h',
      means: 'Lactate made',
    },
    '@_lactate_to_butyrate': {
      law: '@_fir/(@_fir + (1/f_lacbu - 1)*Bref_@_fir)',
      unit: '1',
      means: 'Share of lactate that Firmicutes turn into butyrate',
    },
    '@_hexose': {
      law: '@_hexose_bac + @_hexose_fir + @_hexose_bif + @_hexose_muc + @_hexose_ent',
      unit: 'mmol/h',
      means: 'Hexose fermented',
    },
    '@_scfa_by_lactate': {
      law: '@_lactate_made*((bua_per_lac - 1/2)*@_lactate_to_butyrate + (ace_per_lac + ppa_per_lac)*(1 - @_lactate_to_butyrate)) + ac_h2*@_hexose',
      unit: 'mmol/h',
      means: 'Short-chain fatty acids from lactate and hydrogen',
    },
  },
  flows: {
    '@_use_lactate': {
      to: {
        '@_bua': 'bua_per_lac*@_lactate_to_butyrate',
        '@_ace': 'ace_per_lac*(1 - @_lactate_to_butyrate) - @_lactate_to_butyrate/2',
        '@_ppa': 'ppa_per_lac*(1 - @_lactate_to_butyrate)',
      },
      rate: '@_lactate_made',
      means: 'Bacteria turn lactate into butyrate, propionate and acetate as soon as it is made',
    },
    '@_use_hydrogen': {
      to: '@_ace',
      rate: 'ac_h2*@_hexose',
      means: 'Bacteria make acetate of hydrogen and carbon dioxide',
    },
  },
});
