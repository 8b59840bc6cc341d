import { defineModule } from './define.ts';

/** What live microbes of capsules and food do while they pass: next to nothing, as trials found. */
export const probiotics = defineModule({
  name: 'probiotics',
  title: 'Live microbes of capsules and food',
  about:
    'Swallowed microbes pass through. While they are taken, the small bowel holds slightly fewer bacteria, and IgA and regulatory tone rise by a trace. The lining itself hardly changes.',
  tier: 'full',
  inputs: {
    live_cfu: {
      value: 0,
      unit: 'CFU/d',
      range: [0, 1e13],
      means: 'Live microbes swallowed with food and capsules',
    },
  },
  states: {
    pb_sb: { value: 0, unit: 'rel', range: [0, 2], means: 'Live microbes passing the small bowel' },
  },
  params: {
    K_live: {
      value: 1e10,
      unit: 'CFU/d',
      range: [5e9, 2e10],
      means: 'Live microbes at half effect',
      grade: 'assumed',
    },
    tau_pb: {
      value: 24,
      unit: 'h',
      range: [12, 48],
      means: 'Time constant of their passage',
      grade: 'assumed',
    },
  },
  derive: {
    lab_live: {
      law: 'mo(live_cfu, K_live)',
      unit: '1',
      means: 'Live microbes of food and capsules, 0 to 1',
    },
  },
  drift: {
    pb_sb: { rate: 'relax(lab_live, pb_sb, tau_pb)', means: 'Swallowed microbes come and go within a day' },
  },
});
