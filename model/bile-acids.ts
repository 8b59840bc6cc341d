import { defineModule } from './define.ts';

/** Bile acids that reach the colon follow fat absorption; in the full assembly they follow the bile that the ileum misses. */
export const bileAcids = defineModule({
  name: 'bile-acids',
  title: 'Bile acids that reach the colon',
  about: 'More fat calls for more bile, and a small share of bile acids always reaches the colon.',
  tier: 'core',
  reads: {
    fatabs: { unit: 'g/h', absent: 'fat_ref' },
    bile_flow_rel: { unit: '1', absent: 'fatabs/fat_ref' },
  },
  states: {
    co_ba: { value: 1, unit: 'rel', range: [0.2, 3], means: 'Bile acids in the colon' },
  },
  params: {
    tau_ba: {
      value: 24,
      unit: 'h',
      range: [12, 96],
      means: 'Time constant of the bile acids in the colon',
      grade: 'assumed',
    },
    fat_ref: {
      value: 4.38,
      unit: 'g/h',
      range: [3.65, 5.2],
      means: 'Fat absorption on the reference diet',
      grade: 'assumed',
    },
  },
  drift: {
    co_ba: {
      rate: 'relax(bile_flow_rel, co_ba, tau_ba)',
      means: 'Bile acids in the colon follow the bile that passes the ileum',
    },
  },
});
