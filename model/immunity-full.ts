import { defineModule } from './define.ts';

/** Macrophages, interleukin-22, secretory IgA and defence peptides, and what probiotics and the vagus nerve add. */
export const immunityFull = defineModule({
  name: 'immunity-full',
  title: 'Immune cells of the gut wall: macrophages, interleukin-22, IgA, defence peptides',
  about:
    'Endotoxin calls macrophages and IgA over days. Endotoxin and butyrate feed interleukin-22. The vagus nerve holds inflammation down a little. In allergic people the offending food wakes mast cells.',
  tier: 'full',
  reads: {
    ld: '1',
    bup_ox: 'mmol/h',
    bu0: 'mmol/h',
    d25: 'nmol/L',
    d25_ref: 'nmol/L',
    lab_live: '1',
    vag: '1',
    ag_mlk: '1',
    w_rel: '1',
    g_mlk: '1',
    a_lpsm: '1',
    u_allergen: '1',
  },
  inputs: {
    sens: { value: 0, unit: '1', range: [0, 1], means: 'Sensitised to a food (milk allergy or another)' },
  },
  states: {
    mac: { value: 1.02, unit: 'rel', range: [0.2, 5], means: 'Macrophages in the wall' },
    il22: { value: 0.99, unit: 'rel', range: [0.2, 5], means: 'Interleukin-22 in the wall' },
    iga: { value: 1.01, unit: 'rel', range: [0.2, 5], means: 'Secretory IgA (1 is 3.2 g a day)' },
    amp: { value: 1, unit: 'rel', range: [0.2, 5], means: 'Defence peptides of the small bowel' },
  },
  params: {
    tau_mac: {
      value: 24,
      unit: 'h',
      range: [12, 48],
      means: 'Time constant of macrophages',
      grade: 'assumed',
    },
    w_mac: {
      value: 0.5,
      unit: '1',
      range: [0.25, 0.75],
      means: 'Share of macrophages that endotoxin calls',
      grade: 'assumed',
    },
    tau_il22: {
      value: 24,
      unit: 'h',
      range: [12, 48],
      means: 'Time constant of interleukin-22',
      grade: 'assumed',
    },
    w_il22: {
      value: 0.5,
      unit: '1',
      range: [0.25, 0.75],
      means: 'Share of interleukin-22 that endotoxin drives (the rest follows butyrate)',
      grade: 'assumed',
    },
    tau_iga: {
      value: 168,
      unit: 'h',
      range: [84, 336],
      means: 'Time constant of IgA (7 d)',
      grade: 'assumed',
    },
    w_iga: {
      value: 0.3,
      unit: '1',
      range: [0.15, 0.6],
      means: 'Share of IgA that endotoxin drives',
      grade: 'assumed',
    },
    g_lab_iga: {
      value: 0.1,
      unit: '1',
      range: [0, 0.2],
      means: 'Gain of live microbes on IgA',
      grade: 'assumed',
    },
    tau_amp: {
      value: 72,
      unit: 'h',
      range: [36, 144],
      means: 'Time constant of defence peptides (3 d)',
      grade: 'assumed',
    },
    a_amp: {
      value: 0.1,
      unit: '1',
      range: [0, 0.3],
      means: 'Gain of vitamin D on defence peptides',
      grade: 'assumed',
      note: 'From cell cultures and small trials.',
    },
    g_lab_treg: {
      value: 0.05,
      unit: '1',
      range: [0, 0.1],
      means: 'Gain of live microbes on regulatory tone',
      grade: 'assumed',
    },
    vagal_span: {
      value: 0.2,
      unit: '1',
      range: [0, 0.4],
      means: 'Part of mucosal TNF that the vagus nerve sets',
      grade: 'assumed',
    },
    K_allergen: {
      value: 0.6,
      unit: '1',
      range: [0.2, 1.5],
      means: 'Milk antigen in the wall at half effect on the mast cells of sensitised people',
      grade: 'assumed',
    },
  },
  derive: {
    lps_drive: {
      law: 'pos(1 - a_lpsm + a_lpsm*(mac - 1 + w_mac)/w_mac, w_rel)',
      unit: '1',
      means: 'Drive of endotoxin on mucosal TNF, by way of macrophages',
    },
    vagal: {
      law: '1 + vagal_span*(inh(vag, 1, 1) - 1/2)',
      unit: '1',
      means: 'Factor by which vagal tone changes mucosal TNF, 1 at normal tone',
    },
    lab_tolerance: {
      law: 'g_lab_treg*lab_live',
      unit: '1',
      means: 'Regulatory tone that live microbes add',
    },
    allergen: {
      law: 'u_allergen + (1 - u_allergen)*sens*mo(g_mlk, 1)*mo(ag_mlk, K_allergen)',
      unit: '1',
      means: 'Offending food that mast cells meet',
    },
  },
  drift: {
    mac: { rate: 'relax(1 - w_mac + w_mac*ld, mac, tau_mac)', means: 'Endotoxin calls macrophages' },
    il22: {
      rate: 'relax(w_il22*ld + (1 - w_il22)*2*mo(bup_ox, bu0), il22, tau_il22)',
      means: 'Endotoxin and butyrate drive interleukin-22',
    },
    iga: {
      rate: 'relax(1 - w_iga + w_iga*ld + g_lab_iga*lab_live, iga, tau_iga)',
      means: 'Endotoxin and, by very little, live microbes drive IgA',
    },
    amp: {
      rate: 'relax(1 + 2*a_amp*(d25 - d25_ref)/(d25 + d25_ref), amp, tau_amp)',
      means: 'Vitamin D raises defence peptides a little',
    },
  },
});
