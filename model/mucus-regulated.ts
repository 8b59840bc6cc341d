import { defineModule } from './define.ts';

/** Rival structure A5: goblet cells make more mucus when bacteria come nearer. */
export const mucusRegulated = defineModule({
  name: 'mucus-regulated',
  title: 'Mucus that answers to bacteria',
  about:
    'A rival structure: goblet cells feel bacteria near the wall and answer with more mucus, so that a thin layer repairs itself.',
  tier: 'extension',
  reads: { acc: '1' },
  params: {
    a_mucus_answer: {
      value: 0.5,
      unit: '1',
      range: [0, 2],
      means: 'Rise of mucus secretion per unit of access of bacteria beyond health',
      grade: 'assumed',
    },
  },
  derive: {
    mucus_regulation: {
      law: '1 + a_mucus_answer*bnd(acc - 1)',
      unit: '1',
      means: 'Mucus secretion as bacteria near the wall call for it, relative to health',
    },
  },
});
