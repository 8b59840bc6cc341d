import { defineModule } from './define.ts';

/** Who lives in the colon: mass of each guild in both sections and its share of all bacteria. */
export const colonCensus = defineModule({
  name: 'colon-census',
  title: 'Colon: census of bacteria',
  about:
    'The mass of every guild in both sections together, and its share of all bacteria, as a stool test would count them.',
  tier: 'core',
  index: { '#': ['bac', 'fir', 'bif', 'muc', 'ent'] },
  reads: { 'pc_#': 'g', 'dc_#': 'g', pc_biomass: 'g', dc_biomass: 'g' },
  derive: {
    'mass_#': { law: 'pc_# + dc_#', unit: 'g', means: 'Mass of the guild in both sections' },
    'share_#': {
      law: '(pc_# + dc_#)/(pc_biomass + dc_biomass)',
      unit: '1',
      means: 'Share of the guild among all bacteria',
    },
  },
});

/** The further guilds of the full assembly, counted in the same way. */
export const colonCensusFull = defineModule({
  name: 'colon-census-full',
  title: 'Colon: census of the further guilds',
  about: 'The mass of each further guild in both sections together, and its share of all bacteria.',
  tier: 'full',
  index: { '#': ['rum', 'pro', 'lab', 'hyd', 'srb'] },
  reads: { 'pc_#': 'g', 'dc_#': 'g', pc_biomass: 'g', dc_biomass: 'g' },
  derive: {
    'mass_#': { law: 'pc_# + dc_#', unit: 'g', means: 'Mass of the guild in both sections' },
    'share_#': {
      law: '(pc_# + dc_#)/(pc_biomass + dc_biomass)',
      unit: '1',
      means: 'Share of the guild among all bacteria',
    },
  },
});
