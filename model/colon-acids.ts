import { defineModule } from './define.ts';

/** Short-chain fatty acids: made by the guilds, taken up by the wall, carried on with the water. */
export const colonAcids = defineModule({
  name: 'colon-acids',
  title: 'Colon: short-chain fatty acids',
  about:
    'Acetate, propionate and butyrate are made by bacteria and mostly taken up by the colon wall, which burns the butyrate. A small part leaves with stool water.',
  tier: 'core',
  index: { '@': ['pc', 'dc'] },
  reads: {
    pc_transit: '1/h',
    dc_transit: '1/h',
    f_drag: '1',
    '@_scfa_by_bac': 'mmol/h',
    '@_scfa_by_fir': 'mmol/h',
    '@_scfa_by_bif': 'mmol/h',
    '@_scfa_by_muc': 'mmol/h',
    '@_scfa_by_ent': 'mmol/h',
    '@_scfa_by_lactate': 'mmol/h',
    '@_scfa_by_rum': { unit: 'mmol/h', absent: 0 },
    '@_scfa_by_hyd': { unit: 'mmol/h', absent: 0 },
    '@_scfa_by_cdi': { unit: 'mmol/h', absent: 0 },
  },
  states: {
    '@_ace': {
      value: { pc: 20.2, dc: 17.6 },
      unit: 'mmol',
      range: [1, 150],
      means: 'Acetate',
      holds: { carbon: 'c_acetate' },
    },
    '@_ppa': {
      value: { pc: 7.47, dc: 6.87 },
      unit: 'mmol',
      range: [1, 150],
      means: 'Propionate',
      holds: { carbon: 'c_propionate' },
    },
    '@_bua': {
      value: { pc: 6.4, dc: 5.53 },
      unit: 'mmol',
      range: [1, 150],
      means: 'Butyrate',
      holds: { carbon: 'c_butyrate' },
    },
  },
  params: {
    c_acetate: {
      value: 2,
      unit: '1',
      range: [2, 2],
      means: 'Carbon atoms of acetate',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    c_propionate: {
      value: 3,
      unit: '1',
      range: [3, 3],
      means: 'Carbon atoms of propionate',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    c_butyrate: {
      value: 4,
      unit: '1',
      range: [4, 4],
      means: 'Carbon atoms of butyrate',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    a_scfa: {
      value: 0.3,
      unit: '1/h',
      range: [0.2, 0.42],
      means: 'SCFA absorption',
      grade: 'human-in-vivo',
      source: ['arnoldini-2025', 'kettle-2022'],
    },
  },
  derive: {
    bup: { law: 'a_scfa*(pc_bua + dc_bua)', unit: 'mmol/h', means: 'Butyrate that the colon wall takes up' },
    '@_scfa_made': {
      law: '@_scfa_by_bac + @_scfa_by_fir + @_scfa_by_bif + @_scfa_by_muc + @_scfa_by_ent + @_scfa_by_lactate + @_scfa_by_rum + @_scfa_by_hyd + @_scfa_by_cdi',
      unit: 'mmol/h',
      means: 'Short-chain fatty acids made in the section',
    },
    scfa_production: {
      law: 'pc_scfa_made + dc_scfa_made',
      unit: 'mmol/h',
      means: 'Short-chain fatty acids made in the whole colon',
    },
  },
  flows: {
    '@_absorb_ace': { from: '@_ace', rate: 'a_scfa*@_ace', means: 'The colon wall takes up acetate' },
    '@_absorb_ppa': { from: '@_ppa', rate: 'a_scfa*@_ppa', means: 'The colon wall takes up propionate' },
    '@_absorb_bua': {
      from: '@_bua',
      rate: 'a_scfa*@_bua',
      means: 'The colon wall takes up butyrate and burns it',
    },
    pass_ace: {
      from: 'pc_ace',
      to: 'dc_ace',
      rate: 'pc_transit*pc_ace',
      means: 'Acetate moves on to the distal colon',
    },
    pass_ppa: {
      from: 'pc_ppa',
      to: 'dc_ppa',
      rate: 'pc_transit*pc_ppa',
      means: 'Propionate moves on to the distal colon',
    },
    pass_bua: {
      from: 'pc_bua',
      to: 'dc_bua',
      rate: 'pc_transit*pc_bua',
      means: 'Butyrate moves on to the distal colon',
    },
    leave_ace: { from: 'dc_ace', rate: 'f_drag*dc_transit*dc_ace', means: 'Acetate leaves with stool water' },
    leave_ppa: {
      from: 'dc_ppa',
      rate: 'f_drag*dc_transit*dc_ppa',
      means: 'Propionate leaves with stool water',
    },
    leave_bua: {
      from: 'dc_bua',
      rate: 'f_drag*dc_transit*dc_bua',
      means: 'Butyrate leaves with stool water',
    },
  },
});
