import { defineModule } from './define.ts';

/** Live bacteria that cross bare spots into lymph nodes, and the traces that reach blood. Both only to be reported. */
export const bacterialTranslocation = defineModule({
  name: 'bacterial-translocation',
  title: 'Live bacteria beyond the lining',
  about:
    'A few live bacteria pass bare spots of the colon into lymph nodes, where they are killed. Hardly any reach the blood of healthy people.',
  tier: 'full',
  reads: { lum: '1', acc: '1', co_dmg: '1', dmg0: '1', iga: '1', w_rel: '1' },
  states: {
    bt_mln: {
      value: 1.06,
      unit: 'rel',
      range: [0, 1000],
      means: 'Live bacteria in lymph nodes of the gut',
    },
    bt_blood: {
      value: 0.00106,
      unit: 'CFU/mL',
      range: [0, 1000],
      means: 'Live bacteria in blood',
      readOut: true,
    },
  },
  params: {
    k_mln: {
      value: 0.02,
      unit: '1/h',
      range: [0.01, 0.04],
      means: 'Turnover of bacteria in nodes',
      grade: 'assumed',
    },
    g_dmg_bt: {
      value: 60,
      unit: '1',
      range: [30, 120],
      means: 'Gain of bare surface on passage',
      grade: 'assumed',
    },
    w_iga_bt: {
      value: 0.5,
      unit: '1',
      range: [0.25, 1],
      means: 'Part of the killing in nodes that follows IgA',
      grade: 'assumed',
    },
    bt_spill: {
      value: 0.0005,
      unit: 'CFU/mL/h',
      range: [0.00025, 0.001],
      means: 'Bacteria that spill into blood per unit of excess in nodes, and at health',
      grade: 'assumed',
    },
    k_bt: { value: 0.5, unit: '1/h', range: [0.25, 1], means: 'Clearance from blood', grade: 'assumed' },
  },
  drift: {
    bt_mln: {
      rate: 'k_mln*(lum*acc*(1 + g_dmg_bt*pos(co_dmg - dmg0, w_rel*dmg0)) - bt_mln*(1 - w_iga_bt + w_iga_bt*iga))',
      means: 'Bacteria pass bare spots into lymph nodes and are killed there',
    },
    bt_blood: {
      rate: 'bt_spill*(pos(bt_mln - 1, w_rel) + 1) - k_bt*bt_blood',
      means: 'A trace of them reaches the blood and is cleared within minutes to hours',
    },
  },
});
