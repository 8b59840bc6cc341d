import { defineModule } from './define.ts';

/**
 * What slows or speeds the gut, as effective values: an input is never overwritten.
 * The core knows the declared inputs only; drugs and stress join in the full assembly (`motility-full.ts`).
 */
export const motility = defineModule({
  name: 'motility',
  title: 'Motility',
  about: 'A person may have a slow small bowel or a fast or slow colon; drugs and acute stress add to it.',
  tier: 'core',
  reads: { slow_by_drugs: { unit: '1', absent: 0 }, transit_by_drugs_and_stress: { unit: '1', absent: 0 } },
  inputs: {
    u_slow: { value: 0, unit: '1', range: [0, 3], means: 'Slow motility of the small bowel' },
    u_transit: {
      value: 0,
      unit: '1',
      range: [-0.8, 2],
      means: 'Change of colon transit speed as a share (0.3 is 30 % faster)',
    },
  },
  derive: {
    slow_eff: {
      law: 'u_slow + slow_by_drugs',
      unit: '1',
      means: 'Slowness of the small bowel from all causes',
    },
    transit_eff: {
      // As factors: a sum of a slow colon and an opioid would run the colon backwards.
      law: '(1 + u_transit)*(1 + transit_by_drugs_and_stress) - 1',
      unit: '1',
      means: 'Change of colon transit speed from all causes, which act one upon the other',
    },
  },
});

/** Alcohol that reaches the junctions: chronic heavy drinking and, in the full assembly, the alcohol in blood now. */
export const alcoholExposure = defineModule({
  name: 'alcohol-exposure',
  title: 'Alcohol at the junctions',
  about:
    'Chronic heavy drinking, the alcohol of the last days and the alcohol in blood now open junctions; together they never count more than full exposure.',
  tier: 'core',
  reads: { alc: { unit: 'g/L', absent: 0 }, alc_days: { unit: '1', absent: 0 } },
  inputs: {
    u_ald: { value: 0, unit: '1', range: [0, 1], means: 'Chronic heavy drinking with liver disease' },
  },
  params: {
    K_alc: {
      value: 1,
      unit: 'g/L',
      range: [0.5, 2],
      means: 'Blood alcohol at half junction effect',
      grade: 'assumed',
    },
  },
  derive: {
    alc_felt: {
      law: 'mo(alc, K_alc) + (1 - mo(alc, K_alc))*alc_days',
      unit: '1',
      means: 'Alcohol of now and of the last days, 0 to 1',
    },
    ald_eff: {
      law: 'u_ald + (1 - u_ald)*alc_felt',
      unit: '1',
      means: 'Alcohol exposure of the junctions',
    },
  },
});
