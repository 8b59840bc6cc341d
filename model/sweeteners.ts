import { defineModule } from './define.ts';

/** Sweeteners without calories shift growth of guilds a little, in a direction that differs between persons. */
export const sweeteners = defineModule({
  name: 'sweeteners',
  title: 'Sweeteners',
  about:
    'Sweetened food shifts who grows in the colon. Nobody knows the direction for one person: every gain is zero on average and drawn per person.',
  tier: 'full',
  index: { '#': ['bac', 'fir', 'bif', 'ent', 'rum', 'pro', 'lab', 'hyd', 'srb', 'cdi'] },
  inputs: {
    nns: { value: 0, unit: '1', range: [0, 20], means: 'Servings of food or drink with sweeteners per day' },
  },
  params: {
    'a_nns_#': {
      value: 0,
      unit: '1',
      range: [-0.0823, 0.0823],
      means: 'Log gain of growth per serving (SD 0.05 between persons)',
      grade: 'assumed',
    },
  },
  derive: {
    'nns_#': {
      law: 'exp(a_nns_#*bnd(nns))',
      unit: '1',
      means: 'Factor by which sweeteners change growth of the guild',
    },
  },
});
