import { defineModule } from './define.ts';

/** The bacterial load of the small bowel follows a ceiling set by acid, motility, left-over sugar and antibiotics. */
export const smallBowelBacteria = defineModule({
  name: 'small-bowel-bacteria',
  title: 'Small bowel: bacteria',
  about:
    'Few bacteria live in the small bowel. Less stomach acid, slow motility and left-over sugar let more of them grow; antibiotics, probiotics and defence peptides keep them down.',
  tier: 'core',
  reads: {
    sb_sugar: 'g',
    sb_oli: 'g',
    slow_eff: '1',
    ppi: '1',
    abx: '1',
    pb_sb: { unit: '1', absent: 0 },
    defence_brake: { unit: '1', absent: 1 },
  },
  states: {
    sb_bact: {
      value: 1.08,
      unit: 'rel',
      range: [0.3, 30],
      means: 'Bacterial load of the small bowel (1 is 1000 to 10 000 per mL in the jejunum)',
    },
  },
  params: {
    k_sbb: {
      value: 0.03,
      unit: '1/h',
      range: [0.01, 0.1],
      means: 'Relaxation of the small-bowel load',
      grade: 'assumed',
    },
    a_ppi_sb: {
      value: 2,
      unit: '1',
      range: [0.5, 6],
      means: 'Acid blocker gain on the small-bowel load',
      grade: 'assumed',
      source: 'imhann2016',
      note: 'The study gives the direction only.',
    },
    a_mot_sb: {
      value: 2,
      unit: '1',
      range: [0.5, 6],
      means: 'Slow motility gain on the small-bowel load',
      grade: 'assumed',
    },
    a_sug_sb: {
      value: 0.3,
      unit: '1',
      range: [0, 1],
      means: 'Left-over sugar gain on the small-bowel load',
      grade: 'assumed',
    },
    K_sug_sb: {
      value: 3,
      unit: 'g',
      range: [1, 10],
      means: 'Half-saturation of the sugar gain',
      grade: 'assumed',
    },
    a_abx_sb: {
      value: 0.5,
      unit: '1',
      range: [0.25, 1],
      means: 'Antibiotic effect on the small-bowel load',
      grade: 'assumed',
    },
    a_pb_sb: {
      value: 0.15,
      unit: '1',
      range: [0.075, 0.3],
      means: 'Probiotic effect on the small-bowel load',
      grade: 'assumed',
    },
  },
  derive: {
    sb_cap: {
      law: '(1 + a_ppi_sb*ppi)*(1 + a_mot_sb*slow_eff)*(1 + a_sug_sb*mo(sb_sugar + sb_oli, K_sug_sb))/(1 + a_abx_sb*abx)/(1 + a_pb_sb*pb_sb)*defence_brake',
      unit: '1',
      means: 'Load that the small bowel would settle at',
    },
  },
  drift: {
    sb_bact: {
      rate: 'k_sbb*(sb_cap - sb_bact)',
      means: 'The bacterial load moves towards what the small bowel allows',
    },
  },
});
