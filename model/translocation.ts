import { defineModule } from './define.ts';

/**
 * Endotoxin (LPS) that enters the wall from small bowel and colon, partly between and mostly through the cells.
 */
export const translocation = defineModule({
  name: 'translocation',
  title: 'Endotoxin enters the wall',
  about:
    'Bacteria shed endotoxin. A little of it enters the wall, the more the nearer bacteria come and the leakier the junctions are.',
  tier: 'core',
  index: { '@': ['pc', 'dc'] },
  reads: {
    '@_ent': 'g',
    '@_bac': 'g',
    sb_bact: '1',
    sb_load: { unit: '1', absent: 'sb_bact' },
    mu_sb: '1',
    acc: '1',
    pl_sb: '1',
    pl_co: '1',
  },
  states: {
    lps_lp: { value: 1.05, unit: 'rel', range: [0.1, 20], means: 'Endotoxin in the gut wall' },
  },
  params: {
    w_bacl: {
      value: 0.02,
      unit: '1',
      range: [0, 0.05],
      means: 'Potency of the endotoxin of Bacteroides relative to Enterobacteriaceae',
      grade: 'in-vitro',
      source: 'munford-2006',
    },
    lum_ref: {
      value: 0.384,
      unit: 'g',
      range: [0.32, 0.46],
      means: 'Bacteria of the colon at health, weighted by potency',
      grade: 'fitted',
      source: 'model-specification',
      note: 'Set to the healthy state.',
    },
    K_lum: {
      value: 3,
      unit: '1',
      range: [2, 20],
      means: 'Saturation of endotoxin uptake',
      grade: 'assumed',
    },
    f_sbl: {
      value: 0.3,
      unit: '1',
      range: [0.1, 0.6],
      means: 'Small-bowel share of endotoxin entry',
      grade: 'assumed',
    },
    f_par: {
      value: 0.2,
      unit: '1',
      range: [0.05, 0.5],
      means: 'Share of endotoxin that enters between the cells',
      grade: 'animal',
      source: 'akiba2020',
      note: 'Most of it passes through the cells.',
    },
    k_lp: {
      value: 0.5,
      unit: '1/h',
      range: [0.2, 1],
      means: 'Turnover of endotoxin in the wall',
      grade: 'assumed',
    },
  },
  derive: {
    lum: {
      law: '(pc_ent + dc_ent + w_bacl*(pc_bac + dc_bac))/lum_ref',
      unit: '1',
      means: 'Endotoxin load of the colon content, relative to health',
    },
    lum_taken_up: {
      law: 'lum*(1 + 1/K_lum)/(1 + lum/K_lum)',
      unit: '1',
      means: 'Endotoxin that the colon wall takes up of that load, relative to health',
    },
    entry: {
      law: 'f_sbl*(sb_load/mu_sb)*(f_par*pl_sb + 1 - f_par) + (1 - f_sbl)*lum_taken_up*acc*(f_par*pl_co + 1 - f_par)',
      unit: '1',
      means: 'Endotoxin that enters the wall, relative to health',
    },
  },
  drift: {
    lps_lp: {
      rate: 'k_lp*(entry - lps_lp)',
      means: 'Endotoxin enters the wall and is cleared there within hours',
    },
  },
});
