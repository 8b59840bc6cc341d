import { defineModule } from './define.ts';

/** Goblet cells of small bowel and colon: inflammation and infection cost some of them. */
export const gobletCells = defineModule({
  name: 'goblet-cells',
  title: 'Goblet cells',
  about: 'Goblet cells make mucus. Inflammation and infection thin them out; they come back within days.',
  tier: 'full',
  index: { '@': ['sb', 'co'] },
  reads: { tx: '1', path: '1' },
  states: {
    '@_gob': { value: 0.996, unit: 'rel', range: [0.2, 1.5], means: 'Mass of goblet cells' },
  },
  params: {
    tau_gob: { value: 96, unit: 'h', range: [48, 192], means: 'Renewal of goblet cells', grade: 'assumed' },
    g_gob_tnf: {
      value: 0.3,
      unit: '1',
      range: [0.1, 0.6],
      means: 'Largest loss of goblet cells by mucosal TNF',
      grade: 'assumed',
      note: 'Without a bound an inflamed gut would lose all mucus, which is not seen.',
    },
    K_gob_tnf: {
      value: 4,
      unit: '1',
      range: [2, 8],
      means: 'Excess mucosal TNF at half of that loss',
      grade: 'assumed',
    },
    K_gob_path: {
      value: 2,
      unit: '1',
      range: [1, 4],
      means: 'Infection that halves goblet cells',
      grade: 'assumed',
    },
  },
  drift: {
    '@_gob': {
      rate: 'relax((1 - g_gob_tnf*mo(tx, K_gob_tnf))*inh(path, K_gob_path, 1), @_gob, tau_gob)',
      means: 'Goblet cells are renewed, fewer of them in inflammation and infection',
    },
  },
});
