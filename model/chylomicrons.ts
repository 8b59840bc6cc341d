import { defineModule } from './define.ts';

/**
 * Absorbed fat on its way through lymph into blood, and the endotoxin that rides on it.
 *
 * This endotoxin is seen by the limulus test but is (unless `bio_cm` says otherwise) not active: meals rich in fat
 * raise the test and not the messengers of inflammation.
 */
export const chylomicrons = defineModule({
  name: 'chylomicrons',
  title: 'Fat in lymph and blood',
  about:
    'Absorbed fat waits in the lymph for about two hours, then passes through the blood in minutes. It carries some bound endotoxin along.',
  tier: 'core',
  reads: { u_obese: '1', c_fat: 'mmol/g' },
  writes: { lps_free: 'pg/mL' },
  inputs: {
    sfa_frac: {
      value: 0.37,
      unit: '1',
      range: [0, 1],
      means: 'Saturated share of the fat eaten (24-h mean)',
    },
  },
  states: {
    ly_fat: {
      value: 8.7,
      unit: 'g',
      range: [0, 400],
      means: 'Absorbed fat in lining cells and lymph',
      holds: { carbon: 'c_fat' },
    },
    cm_fat: {
      value: 0.73,
      unit: 'g',
      range: [0, 60],
      means: 'Chylomicron fat in blood',
      holds: { carbon: 'c_fat' },
    },
    lps_cm: {
      value: 1.31,
      unit: 'pg/mL',
      range: [0, 100],
      means: 'Endotoxin on chylomicrons (seen by the limulus test only)',
    },
  },
  params: {
    k_ly: {
      value: 0.5,
      unit: '1/h',
      range: [0.25, 1],
      means: 'Release of absorbed fat from lining cells and lymph (2 h)',
      grade: 'assumed',
    },
    k_cm: {
      value: 6,
      unit: '1/h',
      range: [3, 12],
      means: 'Clearance of chylomicrons',
      grade: 'assumed',
      note: 'They live for minutes.',
    },
    b_cm: {
      value: 2.7,
      unit: 'pg/mL/h/g',
      range: [0.2, 5.4],
      means: 'Endotoxin loaded per gram of chylomicron fat',
      grade: 'fitted',
      source: 'erridge2007',
    },
    ob_cm: {
      value: 1,
      unit: '1',
      range: [0, 2],
      means: 'Obesity gain on endotoxin loading',
      grade: 'assumed',
    },
    a_sfa: {
      value: 0.5,
      unit: '1',
      range: [0, 1.5],
      means: 'Extra loading when all fat is saturated',
      grade: 'human-in-vivo',
      source: 'lyte2016',
      note: 'The study gives the direction.',
    },
    sfa_ref: {
      value: 0.37,
      unit: '1',
      range: [0.3, 0.45],
      means: 'Saturated share of fat in the reference diet',
      grade: 'assumed',
    },
    k_cml: {
      value: 1.5,
      unit: '1/h',
      range: [0.75, 3],
      means: 'Clearance of chylomicron endotoxin',
      grade: 'assumed',
    },
    bio_cm: {
      value: 0,
      unit: '1',
      range: [0, 0.05],
      means: 'Active share of chylomicron endotoxin',
      grade: 'switch',
      source: 'vors2015',
      note: 'Fat meals raised the limulus test and not interleukin-6.',
    },
  },
  flows: {
    release_fat: {
      from: 'ly_fat',
      to: 'cm_fat',
      rate: 'k_ly*ly_fat',
      means: 'Lymph carries packed fat into the blood',
    },
    clear_fat: { from: 'cm_fat', rate: 'k_cm*cm_fat', means: 'Tissues take fat out of the blood' },
    load_lps: {
      to: 'lps_cm',
      rate: 'b_cm*(1 + ob_cm*u_obese)*(1 + a_sfa*(sfa_frac - sfa_ref))*cm_fat',
      means: 'Endotoxin rides into the blood on packed fat, more on saturated fat',
    },
    clear_lps: {
      from: 'lps_cm',
      to: { lps_free: 'bio_cm' },
      rate: 'k_cml*lps_cm',
      means: 'Endotoxin leaves the blood together with the fat',
    },
  },
});
