import { defineModule } from './define.ts';

/** The one, loose mucus layer of the small bowel. */
export const smallBowelMucus = defineModule({
  name: 'small-bowel-mucus',
  title: 'Mucus of the small bowel',
  about: 'The small bowel has one loose layer of mucus that follows its goblet cells.',
  tier: 'extension',
  reads: { sb_gob: { unit: '1', absent: 1 } },
  states: {
    mu_sb: { value: 1, unit: 'rel', range: [0.3, 1.5], means: 'Mucus layer of the small bowel' },
  },
  params: {
    k_musb: {
      value: 0.1,
      unit: '1/h',
      range: [0.05, 0.2],
      means: 'Renewal of small-bowel mucus',
      grade: 'assumed',
    },
  },
  drift: {
    mu_sb: { rate: 'k_musb*(sb_gob - mu_sb)', means: 'Goblet cells renew the mucus of the small bowel' },
  },
});
