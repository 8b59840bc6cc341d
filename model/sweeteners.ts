import { defineModule } from './define.ts';

/**
 * Factors on the growth of guilds in the full assembly: what fits the main guilds to their masses in the core, and
 * sweeteners without calories, which shift growth a little in a direction that differs between persons.
 */
export const sweeteners = defineModule({
  name: 'sweeteners',
  title: 'Growth of guilds: fit of the full colon, sweeteners',
  about:
    'With more guilds at the table the main ones would be smaller; a fitted factor restores the masses of the core. Sweetened food shifts who grows. Nobody knows the direction for one person: every gain is zero on average and drawn per person.',
  tier: 'full',
  index: {
    '#': ['bac', 'fir', 'bif', 'ent'],
    '%': ['rum', 'pro', 'lab', 'hyd', 'srb', 'cdi'],
  },
  inputs: {
    nns: {
      value: 0,
      unit: '1',
      range: [0, 20],
      means: 'Servings of food or drink with sweeteners per day',
    },
  },
  params: {
    'fit_#': {
      value: { bac: 1.045, fir: 1.023, bif: 1.0, ent: 0.863 },
      unit: '1',
      range: { bac: [0.95, 1.15], fir: [0.93, 1.13], bif: [0.9, 1.1], ent: [0.75, 1] },
      means: 'Growth in the full colon relative to the core',
      grade: 'fitted',
      source: 'model-specification',
      note: 'Fitted to the guild masses of the core.',
    },
    'a_nns_#': {
      value: 0,
      unit: '1',
      range: [-0.0823, 0.0823],
      means: 'Log gain of growth per serving (SD 0.05 between persons)',
      grade: 'assumed',
    },
    'a_nns_%': {
      value: 0,
      unit: '1',
      range: [-0.0823, 0.0823],
      means: 'Log gain of growth per serving (SD 0.05 between persons)',
      grade: 'assumed',
    },
  },
  derive: {
    'nns_#': {
      law: 'fit_#*exp(a_nns_#*bnd(nns))',
      unit: '1',
      means: 'Factor on growth of the guild in the full colon and by sweeteners',
    },
    'nns_%': {
      law: 'exp(a_nns_%*bnd(nns))',
      unit: '1',
      means: 'Factor by which sweeteners change growth of the guild',
    },
  },
});
