import { defineModule } from './define.ts';

/** 25(OH)D in serum. Its effects on the lining are near zero; its own course is well known. */
export const vitaminD = defineModule({
  name: 'vitamin-d',
  title: 'Vitamin D',
  about:
    'Serum 25(OH)D follows sun, food and supplements over weeks, with smaller steps at higher doses, and is lower in obesity.',
  tier: 'core',
  reads: {
    u_obese: '1',
    w_rel: '1',
    fabs: { unit: '1', absent: 1 },
    depot_gain: { unit: 'nmol/L/h', absent: 0 },
  },
  inputs: {
    u_iu: { value: 0, unit: 'IU/d', range: [0, 40000], means: 'Vitamin D supplement' },
    vit_d_food_ug: { value: 5, unit: 'ug/d', range: [0, 100], means: 'Vitamin D in food' },
    season_d25: {
      value: 0,
      unit: 'nmol/L',
      range: [-30, 30],
      means: 'Season, as a shift of 25(OH)D',
    },
  },
  states: {
    d25: { value: 55, unit: 'nmol/L', range: [10, 250], means: 'Serum 25(OH)D' },
  },
  params: {
    k_d25: {
      value: 0.00191,
      unit: '1/h',
      range: [0.0016, 0.0024],
      means: 'Loss of 25(OH)D (15.1 d)',
      grade: 'human-in-vivo',
      source: 'jones2014',
    },
    D25_0: {
      value: 55,
      unit: 'nmol/L',
      range: [30, 80],
      means: '25(OH)D of this person at the reference supply',
      grade: 'assumed',
      source: 'cashman-2016',
      note: 'In Europe 13 of 100 are below 30 nmol/L; the middle was chosen.',
    },
    d_food: {
      value: 0.48,
      unit: 'nmol*d/(L*ug)',
      range: [0.24, 0.96],
      means: 'Rise of 25(OH)D per microgram a day in food',
      grade: 'assumed',
    },
    d_food_ref: {
      value: 5,
      unit: 'ug/d',
      range: [2.5, 10],
      means: 'Vitamin D in the reference diet',
      grade: 'assumed',
    },
    d_max: {
      value: 94.8,
      unit: 'nmol/L',
      range: [80, 110],
      means: 'Largest rise on a supplement',
      grade: 'fitted',
      source: 'ekwaru2014',
    },
    K_iu: {
      value: 6900,
      unit: 'IU/d',
      range: [5000, 9000],
      means: 'Dose at half of that rise',
      grade: 'fitted',
      source: 'ekwaru2014',
    },
    d_ob: {
      value: 19.8,
      unit: 'nmol/L',
      range: [10, 30],
      means: 'Fall in obesity',
      grade: 'human-in-vivo',
      source: 'ekwaru2014',
    },
  },
  derive: {
    d25_supplied: {
      law: 'D25_0 + d_food*(vit_d_food_ug*fabs - d_food_ref) + season_d25 - d_ob*u_obese + d_max*mo(u_iu*fabs, K_iu)',
      unit: 'nmol/L',
      means:
        '25(OH)D that sun, food and supplements add up to; a poor winter in obesity may be less than none',
    },
  },
  drift: {
    d25: {
      rate: 'k_d25*(pos(d25_supplied, w_rel*D25_0) - d25) + depot_gain',
      means: '25(OH)D moves over weeks towards what sun, food, supplements and body fat allow',
    },
  },
});

/** Uptake of vitamin D with the fat, and the store in body fat. */
export const vitaminDFull = defineModule({
  name: 'vitamin-d-full',
  title: 'Vitamin D: uptake with fat, store in body fat',
  about:
    'Vitamin D is absorbed with the fat, so it falls when fat is not absorbed. Body fat stores it for months.',
  tier: 'full',
  reads: {
    ka_fat: '1/h',
    sb_vil: '1',
    enz_fat: '1',
    ksb: '1/h',
    k_d25: '1/h',
    d25: 'nmol/L',
    d25_ref: 'nmol/L',
  },
  states: {
    d_dep: { value: 1, unit: 'rel', range: [0.2, 5], means: 'Vitamin D in body fat', slow: true },
  },
  params: {
    fabs_ref: {
      value: 0.95,
      unit: '1',
      range: [0.9, 0.99],
      means: 'Share of fat that is absorbed at health',
      grade: 'assumed',
    },
    tau_dep: {
      value: 1440,
      unit: 'h',
      range: [720, 2880],
      means: 'Time constant of the store in body fat (60 d)',
      grade: 'assumed',
    },
    x_dep: {
      value: 0.1,
      unit: '1',
      range: [0.05, 0.2],
      means: 'Exchange of serum with the store, relative to the loss of 25(OH)D',
      grade: 'assumed',
    },
  },
  derive: {
    fabs: {
      law: 'ka_fat*sb_vil*enz_fat/(ka_fat*sb_vil*enz_fat + ksb)/fabs_ref',
      unit: '1',
      means: 'Fat absorption relative to health',
    },
    depot_gain: {
      law: 'x_dep*k_d25*d25_ref*(d_dep - d25/d25_ref)',
      unit: 'nmol/L/h',
      means: '25(OH)D that the store gives back',
    },
  },
  drift: {
    d_dep: { rate: 'relax(d25/d25_ref, d_dep, tau_dep)', means: 'Body fat takes up vitamin D over months' },
  },
});
