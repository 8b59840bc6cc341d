import { defineModule } from './define.ts';

/** Kupffer cells of the liver, which catch endotoxin, and liver fat, which weakens them a little. */
export const liver = defineModule({
  name: 'liver',
  title: 'Liver: Kupffer cells and liver fat',
  about:
    'Obesity, diabetes and alcohol fill the liver with fat over months. A fatty liver, alcohol liver disease and cirrhosis catch less of the endotoxin that comes from the gut.',
  tier: 'full',
  reads: { u_ald: '1', u_obese: '1', a_ald_kc: '1', w_rel: '1', alc_felt: '1', u_isch: '1' },
  inputs: {
    t2d: { value: 0, unit: '1', range: [0, 1], means: 'Type 2 diabetes' },
  },
  states: {
    kc: {
      value: 1,
      unit: 'rel',
      range: [0.2, 1.2],
      means: 'Capacity of the liver cells that catch endotoxin',
    },
    lfat: { value: 1, unit: 'rel', range: [0.5, 8], means: 'Liver fat' },
  },
  params: {
    kc0: {
      value: 1,
      unit: '1',
      range: [0.2, 1.2],
      means: 'Capacity of this person without fat and alcohol (cirrhosis 0.4)',
      grade: 'switch',
      source: 'model-specification',
    },
    tau_kc: {
      value: 336,
      unit: 'h',
      range: [168, 672],
      means: 'Renewal of these cells (14 d)',
      grade: 'assumed',
    },
    a_lfat_kc: {
      value: 0.1,
      unit: '1',
      range: [0.05, 0.2],
      means: 'Largest loss of capacity by liver fat',
      grade: 'assumed',
    },
    K_lfat: {
      value: 2,
      unit: '1',
      range: [1, 4],
      means: 'Excess liver fat at half of that loss',
      grade: 'assumed',
    },
    a_alc_kc: {
      value: 0.3,
      unit: '1',
      range: [0, 0.6],
      means: 'Largest loss of capacity while alcohol is about',
      grade: 'assumed',
      source: 'bala-2014',
      note: 'The study gives the direction: endotoxin rises after a binge.',
    },
    a_isch_kc: {
      value: 0.4,
      unit: '1',
      range: [0, 0.8],
      means: 'Largest loss of capacity while blood flow of the gut is poor',
      grade: 'assumed',
      source: 'wallett-2020',
      note: 'The study gives the direction: endotoxin rises for an hour after running in the heat.',
    },
    lfat0: {
      value: 1,
      unit: '1',
      range: [0.5, 6],
      means: 'Liver fat of this person apart from obesity, diabetes and alcohol (fatty liver 3)',
      grade: 'switch',
      source: 'model-specification',
    },
    tau_lfat: {
      value: 1440,
      unit: 'h',
      range: [720, 2880],
      means: 'Time constant of liver fat (60 d)',
      grade: 'assumed',
    },
    ob_lfat: {
      value: 1.5,
      unit: '1',
      range: [0.75, 3],
      means: 'Liver fat that obesity adds',
      grade: 'assumed',
    },
    ald_lfat: {
      value: 0.5,
      unit: '1',
      range: [0.25, 1],
      means: 'Liver fat that heavy drinking adds',
      grade: 'assumed',
    },
    t2d_lfat: {
      value: 0.5,
      unit: '1',
      range: [0.25, 1],
      means: 'Liver fat that diabetes adds',
      grade: 'assumed',
    },
  },
  derive: {
    liver_flow: {
      law: '(1 - a_alc_kc*alc_felt)*(1 - a_isch_kc*mo(u_isch, 1))',
      unit: '1',
      means: 'Capacity of the liver that alcohol and poor blood flow leave',
    },
  },
  drift: {
    kc: {
      rate: 'relax(kc0*(1 - a_ald_kc*u_ald) - a_lfat_kc*mo(pos(lfat - 1, w_rel), K_lfat), kc, tau_kc)',
      means: 'Kupffer cells are renewed over two weeks; alcohol disease, cirrhosis and fat leave fewer',
    },
    lfat: {
      rate: 'relax(lfat0 + ob_lfat*u_obese + ald_lfat*u_ald + t2d_lfat*t2d, lfat, tau_lfat)',
      means: 'Liver fat follows body weight, diabetes and alcohol over two months',
    },
  },
});
