import { defineModule } from './define.ts';

/** The stress axis in full: ACTH, dulled answer to cortisol, load of weeks, tone of the vagus nerve. */
export const stressFull = defineModule({
  name: 'stress-full',
  title: 'Stress: ACTH, load of weeks, vagus nerve',
  about:
    'Weeks of strain add up to a load to which people get used. The load raises CRH, dulls the answer to cortisol and lowers the tone of the vagus nerve, which an inflamed gut lowers too.',
  tier: 'full',
  reads: {
    crh: '1',
    circadian: '1',
    cytokine_call: '1',
    c_crh: '1',
    a_crhT: '1',
    tnf_m: '1',
    w_rel: '1',
  },
  inputs: {
    u_chronic: {
      value: 0,
      unit: '1',
      range: [0, 3],
      means: 'Strain of weeks (1 mild, 2 an exam month, 3 severe)',
    },
    u_vagal: {
      value: 0,
      unit: '1',
      range: [-0.5, 0.5],
      means: 'Change of vagal tone by training or stimulation',
    },
  },
  states: {
    acth: { value: 1, unit: 'rel', range: [0.2, 8], means: 'ACTH' },
    gr: { value: 1, unit: 'rel', range: [0.3, 1.2], means: 'Sensitivity to cortisol' },
    sload: { value: 0, unit: 'rel', range: [0, 3], means: 'Load of weeks under strain' },
    vag: { value: 1, unit: 'rel', range: [0.3, 1.5], means: 'Tone of the vagus nerve' },
  },
  params: {
    k_acth: { value: 3, unit: '1/h', range: [1.5, 6], means: 'Turnover of ACTH', grade: 'assumed' },
    tau_gr: {
      value: 504,
      unit: 'h',
      range: [252, 1008],
      means: 'Time constant of the sensitivity to cortisol (21 d)',
      grade: 'assumed',
    },
    K_sload: {
      value: 4,
      unit: '1',
      range: [2, 8],
      means: 'Load that halves sensitivity to cortisol and vagal tone',
      grade: 'assumed',
    },
    a_chr: {
      value: 0.5,
      unit: '1',
      range: [0, 1],
      means: 'Load per unit of strain',
      grade: 'assumed',
      note: 'No human slope is known.',
    },
    K_habit: {
      value: 1,
      unit: '1',
      range: [0.5, 2],
      means: 'Load at which people take in half of further strain',
      grade: 'assumed',
    },
    tau_sload: {
      value: 336,
      unit: 'h',
      range: [168, 672],
      means: 'Time constant of the load (14 d)',
      grade: 'assumed',
    },
    g_sload_crh: {
      value: 0.15,
      unit: '1',
      range: [0.07, 0.3],
      means: 'Gain of the load on CRH',
      grade: 'assumed',
    },
    g_tnf_vag: {
      value: 0.3,
      unit: '1',
      range: [0.15, 0.6],
      means: 'Largest fall of vagal tone by mucosal TNF',
      grade: 'assumed',
    },
    K_tnf_vag: {
      value: 4,
      unit: '1',
      range: [2, 8],
      means: 'Excess mucosal TNF at half of that fall',
      grade: 'assumed',
    },
    tau_vag: {
      value: 168,
      unit: 'h',
      range: [84, 336],
      means: 'Time constant of vagal tone (7 d)',
      grade: 'assumed',
    },
  },
  derive: {
    chronic_crh: { law: 'g_sload_crh*sload', unit: '1', means: 'CRH that the load adds' },
    cortisol_drive: {
      law: 'circadian*(1 - c_crh + c_crh*acth)',
      unit: '1',
      means: 'Cortisol that clock and ACTH ask for',
    },
  },
  drift: {
    acth: {
      rate: 'k_acth*(crh + a_crhT/c_crh*cytokine_call - acth)',
      means: 'ACTH follows CRH and the call of TNF in blood within minutes',
    },
    gr: {
      rate: 'relax(inh(sload, K_sload, 1), gr, tau_gr)',
      means: 'A lasting load dulls the answer to cortisol',
    },
    sload: {
      rate: 'relax(a_chr*u_chronic*inh(sload, K_habit, 1), sload, tau_sload)',
      means: 'Strain adds up over weeks, and people get used to it',
    },
    vag: {
      rate: 'relax(inh(sload, K_sload, 1) - g_tnf_vag*mo(pos(tnf_m - 1, w_rel), K_tnf_vag) + u_vagal, vag, tau_vag)',
      means: 'Load and an inflamed gut lower the tone of the vagus nerve',
    },
  },
});
