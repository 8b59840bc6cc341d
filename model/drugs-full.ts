import { defineModule } from './define.ts';

/** Adaptation to anti-inflammatory medicine, alcohol in blood, injury of the stomach, acid blockers, opioids and laxatives. */
export const drugsFull = defineModule({
  name: 'drugs-full',
  title: 'Medicines and alcohol: levels and adaptation',
  about:
    'The lining adapts to anti-inflammatory medicine over weeks. Alcohol leaves the blood at a nearly steady rate. Acid blockers, opioids and laxatives act and fade over hours to days. Aspirin injures the stomach where it lies.',
  tier: 'full',
  reads: { nsaid: '1' },
  inputs: {
    u_nsaid_in: {
      value: 0,
      unit: '1/h',
      range: [0, 10],
      means: 'Anti-inflammatory medicine taken (2 for half an hour is 75 mg of indomethacin)',
    },
    u_alc_g: { value: 0, unit: 'g/h', range: [0, 200], means: 'Alcohol drunk' },
    weight: { value: 70, unit: 'kg', range: [30, 300], means: 'Body weight' },
    u_asp: { value: 0, unit: 'g/h', range: [0, 5], means: 'Aspirin that touches the stomach wall' },
    u_ppi: { value: 0, unit: '1', range: [0, 1], means: 'Acid blocker taken (1 is a usual daily dose)' },
    u_opi: {
      value: 0,
      unit: '1',
      range: [-1, 1],
      means: 'Opioid taken (1 is a usual dose); below zero a laxative',
    },
  },
  states: {
    ns_ad: { value: 0, unit: '1', range: [0, 1], means: 'Adaptation to anti-inflammatory medicine' },
    alc: { value: 0, unit: 'g/L', range: [0, 6], means: 'Alcohol in blood' },
    st_inj: { value: 0, unit: 'rel', range: [0, 4], means: 'Injury of the stomach lining' },
    ppi: { value: 0, unit: 'rel', range: [0, 1], means: 'Acid blocker at work' },
    opi: { value: 0, unit: 'rel', range: [-1, 1], means: 'Opioid at work; below zero a laxative' },
  },
  params: {
    K_ns_learn: {
      value: 0.3,
      unit: '1',
      range: [0.15, 0.6],
      means: 'Exposure to anti-inflammatory medicine at half adaptation',
      grade: 'assumed',
    },
    tau_ns_ad: {
      value: 720,
      unit: 'h',
      range: [360, 1440],
      means: 'Time constant of adaptation (30 d)',
      grade: 'assumed',
    },
    alc_space: {
      value: 0.6,
      unit: 'L/kg',
      range: [0.5, 0.7],
      means: 'Body water that alcohol spreads in',
      grade: 'assumed',
    },
    k_alc: {
      value: 0.18,
      unit: 'g/L/h',
      range: [0.1, 0.25],
      means: 'Largest breakdown of alcohol',
      grade: 'assumed',
    },
    K_alc_loss: {
      value: 0.1,
      unit: 'g/L',
      range: [0.05, 0.2],
      means: 'Alcohol at half of that breakdown',
      grade: 'assumed',
    },
    k_alc_high: {
      value: 0.03,
      unit: '1/h',
      range: [0.01, 0.1],
      means: 'Further loss of alcohol in proportion to its level (breath, urine, second enzyme)',
      grade: 'assumed',
    },
    inj_asp: {
      value: 0.25,
      unit: '1/g',
      range: [0.1, 0.5],
      means: 'Stomach injury by aspirin',
      grade: 'fitted',
      source: 'aspirin-probiotic-2023',
    },
    inj_st_ns: {
      value: 0.01,
      unit: '1/h',
      range: [0.005, 0.02],
      means: 'Stomach injury by anti-inflammatory medicine',
      grade: 'assumed',
    },
    inj_st_ppi: {
      value: 0.01,
      unit: '1/h',
      range: [0.005, 0.02],
      means: 'Leaky stomach under an acid blocker',
      grade: 'assumed',
      note: 'The study gives the direction.',
    },
    tau_st_inj: {
      value: 24,
      unit: 'h',
      range: [12, 48],
      means: 'Healing of the stomach lining',
      grade: 'assumed',
    },
    tau_ppi: {
      value: 48,
      unit: 'h',
      range: [24, 96],
      means: 'Time constant of acid blockers',
      grade: 'assumed',
    },
    tau_opi: {
      value: 12,
      unit: 'h',
      range: [6, 24],
      means: 'Time constant of opioids and laxatives',
      grade: 'assumed',
    },
  },
  derive: {
    nsaid_dose: { law: 'u_nsaid_in', unit: '1/h', means: 'Anti-inflammatory medicine taken' },
  },
  flows: {
    drink: { to: 'alc', rate: 'u_alc_g/(alc_space*weight)', means: 'Drinks bring alcohol into the blood' },
    burn: {
      from: 'alc',
      rate: 'k_alc*mo(alc, K_alc_loss) + k_alc_high*alc',
      means: 'The liver breaks alcohol down; a little leaves with breath and urine',
    },
  },
  drift: {
    ns_ad: {
      rate: 'relax(mo(nsaid, K_ns_learn), ns_ad, tau_ns_ad)',
      means: 'The lining adapts to anti-inflammatory medicine over weeks',
    },
    st_inj: {
      rate: 'inj_asp*u_asp + inj_st_ns*nsaid + inj_st_ppi*ppi - st_inj/tau_st_inj',
      means: 'Aspirin, anti-inflammatory medicine and acid blockers injure the stomach; it heals within days',
    },
    ppi: { rate: 'relax(u_ppi, ppi, tau_ppi)', means: 'Acid blockers act and fade over two days' },
    opi: { rate: 'relax(u_opi, opi, tau_opi)', means: 'Opioids and laxatives act and fade within a day' },
  },
});
