import { defineModule } from './define.ts';

/** Two blood tests of the lining: I-FABP leaks from injured cells, citrulline is made by healthy villi. */
export const liningMarkers = defineModule({
  name: 'lining-markers',
  title: 'Blood markers of the lining',
  about:
    'Injured cells of the small bowel spill I-FABP into the blood for an hour or so. Villi make citrulline, which the kidneys clear.',
  tier: 'full',
  reads: { sb_dmg: '1', dmg0: '1', u_isch: '1', sb_vil: '1', GFR: 'mL/min', w_rel: '1' },
  states: {
    ifabp: {
      value: 1,
      unit: 'rel',
      range: [0.3, 40],
      means: 'Intestinal fatty-acid binding protein in plasma',
      readOut: true,
    },
    citr: { value: 39.9, unit: 'umol/L', range: [2, 400], means: 'Citrulline in plasma', readOut: true },
  },
  params: {
    k_ifabp: { value: 1.4, unit: '1/h', range: [0.7, 2.8], means: 'Clearance of I-FABP', grade: 'assumed' },
    g_dmg_ifabp: {
      value: 30,
      unit: '1',
      range: [15, 60],
      means: 'I-FABP per unit of bare surface beyond health',
      grade: 'assumed',
    },
    g_isch_ifabp: {
      value: 3,
      unit: '1',
      range: [1.5, 6],
      means: 'I-FABP by poor blood flow',
      grade: 'fitted',
      source: 'vanwijck-2011',
    },
    citr0: { value: 40, unit: 'umol/L', range: [30, 50], means: 'Citrulline at health', grade: 'assumed' },
    citr_rest: {
      value: 0.6,
      unit: '1',
      range: [0.2, 0.8],
      means: 'Share of citrulline that does not follow the villi of this state',
      grade: 'fitted',
      source: 'fragkos-2018',
      note: 'Untreated coeliac disease lowers citrulline by 10 umol/L, not to nothing.',
    },
    citr_gfr_ref: {
      value: 90,
      unit: 'mL/min',
      range: [80, 100],
      means: 'Kidney filtration of the reference person',
      grade: 'assumed',
    },
    tau_citr: {
      value: 24,
      unit: 'h',
      range: [12, 48],
      means: 'Time constant of citrulline',
      grade: 'assumed',
    },
  },
  drift: {
    ifabp: {
      rate: 'k_ifabp*(1 + g_dmg_ifabp*pos(sb_dmg - dmg0, w_rel*dmg0) + g_isch_ifabp*u_isch - ifabp)',
      means: 'Injured cells spill I-FABP; it is cleared within hours',
    },
    citr: {
      rate: 'relax(citr0*(citr_rest + (1 - citr_rest)*sb_vil)*citr_gfr_ref/GFR, citr, tau_citr)',
      means: 'Villi make citrulline and the kidneys clear it',
    },
  },
});

/** Filtration of the kidneys, as a declared input of the person. */
export const kidney = defineModule({
  name: 'kidney',
  title: 'Kidneys',
  about: 'How fast the kidneys filter decides how much of a probe or of citrulline stays in the blood.',
  tier: 'full',
  inputs: {
    GFR: { value: 90, unit: 'mL/min', range: [5, 200], means: 'Filtration of the kidneys' },
  },
});
