import { defineModule } from './define.ts';

/** What the lining lets through, by size: junctions, bare spots and surface together. */
export const permeability = defineModule({
  name: 'permeability',
  title: 'Permeability by size',
  about:
    'Small probes such as mannitol pass the pores of all villi; large probes such as lactulose pass the few leaks and the bare spots.',
  tier: 'extension',
  index: { '@': ['sb', 'co'] },
  reads: { '@_leak': '1', '@_pore': '1', '@_dmg': '1', dmg0: '1', sb_vil: '1', w_rel: '1' },
  params: {
    A_dmg: {
      value: 40,
      unit: '1',
      range: [15, 100],
      means: 'Large-probe conductance per unit of bare surface beyond health',
      grade: 'fitted',
      source: 'playford-2001',
    },
    A_dmg_s: {
      value: 0.4,
      unit: '1',
      range: [0.1, 1.5],
      means: 'Small-probe conductance per unit of bare surface beyond health',
      grade: 'assumed',
    },
    n_vil: {
      value: 0.7,
      unit: '1',
      range: [0.4, 1],
      means: 'Weight of the villus surface in small-probe uptake',
      grade: 'fitted',
      source: 'cummins-2001',
    },
    ps_sb_factor: {
      value: 1,
      unit: '1',
      range: [0.3, 1.5],
      means: 'Small-probe uptake of this person relative to others (cirrhosis 0.8)',
      grade: 'switch',
      source: 'dastych-2008',
    },
  },
  derive: {
    'pl_@': {
      law: '@_leak*(1 + A_dmg*pos(@_dmg - dmg0, w_rel*dmg0))',
      unit: '1',
      means: 'Permeability to large probes, relative to health',
    },
    ps_sb: {
      law: 'ps_sb_factor*sb_pore*(1 - n_vil + n_vil*sb_vil)*(1 + A_dmg_s*(sb_dmg - dmg0))',
      unit: '1',
      means: 'Permeability of the small bowel to small probes, relative to health',
    },
    ps_co: {
      law: 'co_pore',
      unit: '1',
      means: 'Permeability of the colon to small probes, relative to health',
    },
  },
});

/** Rival structure A2: one way through for probes of every size. */
export const permeabilityOneWay = defineModule({
  name: 'permeability',
  title: 'Permeability, one way for all sizes',
  about: 'A rival structure: small and large probes pass the same leaks and bare spots.',
  tier: 'extension',
  index: { '@': ['sb', 'co'] },
  reads: { '@_leak': '1', '@_dmg': '1', dmg0: '1', w_rel: '1' },
  params: {
    A_dmg: {
      value: 40,
      unit: '1',
      range: [15, 100],
      means: 'Probe conductance per unit of bare surface beyond health',
      grade: 'fitted',
      source: 'playford-2001',
    },
    ps_sb_factor: {
      value: 1,
      unit: '1',
      range: [0.3, 1.5],
      means: 'Small-probe uptake of this person relative to others (cirrhosis 0.8)',
      grade: 'switch',
      source: 'dastych-2008',
    },
  },
  derive: {
    'pl_@': {
      law: '@_leak*(1 + A_dmg*pos(@_dmg - dmg0, w_rel*dmg0))',
      unit: '1',
      means: 'Permeability to large probes, relative to health',
    },
    ps_sb: {
      law: 'ps_sb_factor*pl_sb',
      unit: '1',
      means: 'Permeability of the small bowel to small probes, relative to health',
    },
    ps_co: {
      law: 'pl_co',
      unit: '1',
      means: 'Permeability of the colon to small probes, relative to health',
    },
  },
});
