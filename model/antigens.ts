import { defineModule } from './define.ts';

/** Gluten fragments that reach the immune cells of the wall. */
export const antigens = defineModule({
  name: 'antigens',
  title: 'Gluten in the wall',
  about: 'Traces of undigested gluten pass the junctions and meet immune cells.',
  tier: 'extension',
  reads: { sb_glu: 'g', pl_sb: '1' },
  states: {
    ag_lp: { value: 0.24, unit: 'rel', range: [0, 200], means: 'Gluten antigen in the gut wall' },
  },
  params: {
    k_ag: {
      value: 0.1,
      unit: '1/h',
      range: [0.03, 0.5],
      means: 'Clearance of antigen in the wall',
      grade: 'assumed',
    },
    c_ag: {
      value: 0.8,
      unit: '1/g',
      range: [0.4, 1.6],
      means: 'Antigen entry per gram of peptide in the small bowel',
      grade: 'assumed',
    },
  },
  drift: {
    ag_lp: {
      rate: 'k_ag*(c_ag*sb_glu*pl_sb - ag_lp)',
      means: 'Gluten fragments enter the wall through leaks and are cleared',
    },
  },
});

/** Milk and other food antigens in the wall; secretory IgA holds them back. */
export const foodAntigens = defineModule({
  name: 'food-antigens',
  title: 'Milk and other food antigens in the wall',
  about:
    'Traces of undigested food protein pass the junctions. Secretory IgA binds part of them in the lumen.',
  tier: 'full',
  index: { '#': ['mlk', 'oth'] },
  reads: { 'sb_#': 'g', pl_sb: '1', k_ag: '1/h', c_ag: '1/g', iga: '1', w_rel: '1' },
  states: {
    'ag_#': {
      value: { mlk: 0.47, oth: 1.23 },
      unit: 'rel',
      range: [0, 200],
      means: 'Food antigen in the gut wall: #',
    },
  },
  params: {
    K_iga_ag: {
      value: 2,
      unit: '1',
      range: [1, 4],
      means: 'Excess IgA that halves antigen entry',
      grade: 'assumed',
    },
  },
  drift: {
    'ag_#': {
      rate: 'k_ag*(c_ag*sb_#*pl_sb*inh(pos(iga - 1, w_rel), K_iga_ag, 1) - ag_#)',
      means: 'Food fragments enter the wall through leaks and are cleared',
    },
  },
});
