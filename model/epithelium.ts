import { defineModule } from './define.ts';

/**
 * The cells of the lining: how much villus surface there is, and which share of the surface is bare.
 *
 * Small lesions close within about a day by cells that creep over the gap; villi take about 100 days to grow back.
 */
export const epithelium = defineModule({
  name: 'epithelium',
  title: 'Lining: villi and small lesions',
  about:
    'Anti-inflammatory pills, infection, chemotherapy, inflammation and poor blood flow leave small bare spots that close within a day or so. Villi shrink in coeliac disease, chemotherapy and infection and grow back over months.',
  tier: 'extension',
  index: { '@': ['sb', 'co'] },
  reads: {
    ns_eff: '1',
    path: '1',
    ix: '1',
    tx: '1',
    uc_col: '1',
    u_gln_eff: '1',
    cdi_toxin: { unit: '1', absent: 0 },
  },
  inputs: {
    u_chem: { value: 0, unit: '1', range: [0, 1], means: 'Chemotherapy that damages the gut' },
    u_isch: {
      value: 0,
      unit: '1',
      range: [0, 2],
      means:
        'Poor blood flow of the gut (0.15, 0.35 and 1 stand for an hour of exercise at 40, 60 and 80 % of the best oxygen uptake)',
    },
  },
  states: {
    '@_dmg': {
      value: 0.01,
      unit: '1',
      range: [0.002, 0.3],
      means: 'Share of the surface that is bare or dying',
    },
    sb_vil: { value: 0.994, unit: 'rel', range: [0.1, 1.1], means: 'Villus surface', slow: true },
  },
  params: {
    k_rest: {
      value: 0.03,
      unit: '1/h',
      range: [0.015, 0.1],
      means: 'Closure of small lesions',
      grade: 'assumed',
      note: 'Lining cells live 2 to 5 days; small gaps close faster.',
    },
    dmg0: {
      value: 0.01,
      unit: '1',
      range: [0.002, 0.03],
      means: 'Bare share at health',
      grade: 'human-ex-vivo',
      source: 'zeissig-2007',
      note: 'Dying cells in healthy colon: 1.9 %.',
    },
    inj_ns: {
      value: 0.0016,
      unit: '1/h',
      range: [0.0003, 0.003],
      means: 'Injury by anti-inflammatory medicine per 75 mg of indomethacin',
      grade: 'fitted',
      source: 'playford-2001',
    },
    inj_path: {
      value: 0.004,
      unit: '1/h',
      range: [0.001, 0.01],
      means: 'Injury by acute infection',
      grade: 'fitted',
      source: 'zhang-2000',
    },
    inj_chem: {
      value: 0.009,
      unit: '1/h',
      range: [0.002, 0.02],
      means: 'Injury by chemotherapy',
      grade: 'fitted',
      source: 'chemo-5fu-lm',
    },
    inj_tnf: {
      value: 6e-5,
      unit: '1/h',
      range: [0, 0.002],
      means: 'Injury per unit of excess mucosal TNF',
      grade: 'human-ex-vivo',
      source: 'zeissig-2007',
      note: "Dying cells in active Crohn's disease: 5.2 % instead of 1.9 %.",
    },
    inj_isch: {
      value: 0.01,
      unit: '1/h',
      range: [0.003, 0.03],
      means: 'Injury by poor blood flow and heat',
      grade: 'fitted',
      source: 'pals-1997',
    },
    x_ns_co: {
      value: 0.03,
      unit: '1',
      range: [0, 0.15],
      means: 'Colon share of the injury by anti-inflammatory medicine',
      grade: 'assumed',
      source: 'smecuol-2001',
      note: 'The colon probe did not rise after two days of any of four medicines.',
    },
    x_isch_co: {
      value: 0.3,
      unit: '1',
      range: [0.15, 0.6],
      means: 'Colon share of the injury by poor blood flow',
      grade: 'assumed',
    },
    a_gln_rep: {
      value: 0.5,
      unit: '1',
      range: [0, 1],
      means: 'Gain of glutamine on closure',
      grade: 'assumed',
    },
    k_vil: {
      value: 0.00042,
      unit: '1/h',
      range: [0.0002, 0.001],
      means: 'Regrowth of villi (100 d)',
      grade: 'fitted',
      source: 'cummins-2001',
    },
    k_vdm: {
      value: 0.0008,
      unit: '1/h',
      range: [0.0003, 0.003],
      means: 'Loss of villi per unit of excess interferon gamma, when small',
      grade: 'fitted',
      source: 'cummins-2001',
    },
    K_vdm: {
      value: 3,
      unit: '1',
      range: [1, 10],
      means: 'Excess interferon gamma at half of the largest loss',
      grade: 'assumed',
    },
    vd_chem: {
      value: 0.012,
      unit: '1/h',
      range: [0.002, 0.02],
      means: 'Loss of villi under chemotherapy',
      grade: 'fitted',
      source: 'chemo-5fu-lm',
    },
    vd_path: {
      value: 0.005,
      unit: '1/h',
      range: [0.002, 0.02],
      means: 'Loss of villi in gut infection',
      grade: 'fitted',
      source: 'zhang-2000',
    },
  },
  derive: {
    rep: { law: '1 + a_gln_rep*u_gln_eff', unit: '1', means: 'Speed of closure, relative to health' },
    sb_injury: {
      law: 'inj_ns*ns_eff + inj_path*path + inj_chem*u_chem + inj_tnf*tx*(1 - uc_col) + inj_isch*u_isch',
      unit: '1/h',
      means: 'Injury of the small-bowel lining beyond daily wear',
    },
    co_injury: {
      law: 'x_ns_co*inj_ns*ns_eff + inj_path*(path + cdi_toxin) + inj_chem*u_chem + inj_tnf*tx + x_isch_co*inj_isch*u_isch',
      unit: '1/h',
      means: 'Injury of the colon lining beyond daily wear',
    },
  },
  drift: {
    sb_dmg: {
      rate: '(k_rest*dmg0/(1 - dmg0) + sb_injury)*(1 - sb_dmg) - k_rest*rep*sb_dmg',
      means: 'Wear and injury bare the surface; neighbouring cells creep over the gaps',
    },
    co_dmg: {
      rate: '(k_rest*dmg0/(1 - dmg0) + co_injury)*(1 - co_dmg) - k_rest*rep*co_dmg',
      means: 'Wear and injury bare the surface; neighbouring cells creep over the gaps',
    },
    sb_vil: {
      rate: 'k_vil*(1 - sb_vil) - (k_vdm*K_vdm*mo(ix, K_vdm) + vd_chem*u_chem + vd_path*path)*sb_vil',
      means: 'Villi grow back slowly; interferon gamma, chemotherapy and infection shorten them',
    },
  },
});
