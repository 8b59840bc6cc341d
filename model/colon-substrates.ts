import { defineModule } from './define.ts';

/** What bacteria live on: fibre with escaped starch, oligosaccharide with escaped sugar, protein, and shed mucin. */
export const colonSubstrates = defineModule({
  name: 'colon-substrates',
  title: 'Colon: food for bacteria',
  about:
    'Fibre, oligosaccharide and protein arrive from the small bowel, are eaten, and move on with the content.',
  tier: 'core',
  index: { '@': ['pc', 'dc'] },
  reads: {
    pc_transit: '1/h',
    dc_transit: '1/h',
    '@_volume': 'L',
    muc_g: 'g/h',
    f_shear: '1',
    mu_out: '1',
    mu_out_mean: { unit: '1', absent: 'mu_out' },
    c_carbohydrate: 'mmol/g',
    c_protein: 'mmol/g',
    n_protein: 'mmol/g',
  },
  states: {
    '@_fib': {
      value: { pc: 2.05, dc: 0.135 },
      unit: 'g',
      range: [0, 200],
      means: 'Fermentable fibre and escaped starch',
      holds: { carbon: 'c_carbohydrate' },
    },
    '@_oli': {
      value: { pc: 0.0401, dc: 0.00377 },
      unit: 'g',
      range: [0, 200],
      means: 'Oligosaccharide and escaped sugar',
      holds: { carbon: 'c_carbohydrate' },
    },
    '@_prot': {
      value: { pc: 0.989, dc: 0.289 },
      unit: 'g',
      range: [0, 200],
      means: 'Protein from food and from dead bacteria',
      holds: { carbon: 'c_protein', nitrogen: 'n_protein' },
    },
  },
  derive: {
    '@_fib_conc': { law: '@_fib/@_volume', unit: 'g/L', means: 'Concentration of fibre' },
    '@_oli_conc': { law: '@_oli/@_volume', unit: 'g/L', means: 'Concentration of oligosaccharide' },
    '@_prot_conc': { law: '@_prot/@_volume', unit: 'g/L', means: 'Concentration of protein' },
    mucin_shed: {
      law: 'muc_g*f_shear*mu_out_mean',
      unit: 'g/h',
      means: 'Mucin that the stream rubs off the outer layer',
    },
  },
  flows: {
    pass_fib: {
      from: 'pc_fib',
      to: 'dc_fib',
      rate: 'pc_transit*pc_fib',
      means: 'Fibre moves on to the distal colon',
    },
    pass_oli: {
      from: 'pc_oli',
      to: 'dc_oli',
      rate: 'pc_transit*pc_oli',
      means: 'Oligosaccharide moves on to the distal colon',
    },
    pass_prot: {
      from: 'pc_prot',
      to: 'dc_prot',
      rate: 'pc_transit*pc_prot',
      means: 'Protein moves on to the distal colon',
    },
    leave_fib: { from: 'dc_fib', rate: 'dc_transit*dc_fib', means: 'Fibre leaves with the stool' },
    leave_oli: { from: 'dc_oli', rate: 'dc_transit*dc_oli', means: 'Oligosaccharide leaves with the stool' },
    leave_prot: { from: 'dc_prot', rate: 'dc_transit*dc_prot', means: 'Protein leaves with the stool' },
    shed_mucin: {
      to: 'dc_fib',
      rate: 'mucin_shed',
      means: 'Mucin rubbed off the outer mucus layer becomes food in the distal colon',
    },
  },
});
