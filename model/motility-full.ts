import { defineModule } from './define.ts';

/** Opioids slow small bowel and colon, laxatives do the opposite, acute stress speeds the colon. */
export const motilityFull = defineModule({
  name: 'motility-full',
  title: 'Motility: opioids, laxatives, acute stress',
  about: 'Opioids slow the whole gut, laxatives speed the colon, acute stress speeds the colon.',
  tier: 'full',
  reads: { opi: '1', crh: '1', w_rel: '1' },
  params: {
    g_op_sb: {
      value: 0.5,
      unit: '1',
      range: [0.25, 1],
      means: 'Opioid slowing of the small bowel',
      grade: 'assumed',
    },
    g_op_co: {
      value: 0.4,
      unit: '1',
      range: [0.2, 0.8],
      means: 'Opioid effect on colon transit',
      grade: 'assumed',
    },
    g_crh_co: {
      value: 0.3,
      unit: '1',
      range: [0, 0.6],
      means: 'Acute stress speeding of colon transit',
      grade: 'assumed',
      note: 'Only the direction is known.',
    },
  },
  derive: {
    slow_by_drugs: {
      law: 'g_op_sb*pos(opi, w_rel)',
      unit: '1',
      means: 'Slowness of the small bowel that opioids add',
    },
    transit_by_drugs_and_stress: {
      law: 'g_crh_co*mo(pos(crh - 1, w_rel), 1) - g_op_co*opi',
      unit: '1',
      means: 'Change of colon transit speed by opioids, laxatives and acute stress',
    },
  },
});
