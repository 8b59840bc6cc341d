import { defineModule } from './define.ts';

/** The mucus layers of the proximal and of the distal colon, each with its own eaters. */
export const mucusSplit = defineModule({
  name: 'mucus-split',
  title: 'Mucus of the proximal and distal colon',
  about:
    'Both ends of the colon have an inner layer that keeps bacteria out and an outer layer that bacteria eat. Each end has its own bacteria and its own supply of fibre.',
  tier: 'full',
  index: { '@': ['pc', 'dc'] },
  reads: {
    '@_muc': 'g',
    '@_bac_scarce': 'g',
    wd_bac: '1',
    muc0: 'g',
    bacs0: 'g',
    muc_g: 'g/h',
    f_shear: '1',
    k_min: '1/h',
    a_er: '1',
    K_er: '1',
    er0: '1',
    a_emul: '1',
    u_emul: '1',
    gob: '1',
    m_pc: '1',
    w_in: '1',
    K_acc: '1',
  },
  states: {
    mu_in: {
      value: 0.99,
      unit: 'rel',
      range: [0.05, 3],
      means: 'Inner mucus layer of the proximal colon (1 is 130 micrometres)',
    },
    mu_out: {
      value: 0.99,
      unit: 'rel',
      range: [0.05, 3],
      means: 'Outer mucus layer of the proximal colon (1 is 300 micrometres)',
    },
    mu_in_dc: {
      value: 0.99,
      unit: 'rel',
      range: [0.05, 3],
      means: 'Inner mucus layer of the distal colon (1 is 130 micrometres)',
    },
    mu_out_dc: {
      value: 0.99,
      unit: 'rel',
      range: [0.05, 3],
      means: 'Outer mucus layer of the distal colon (1 is 300 micrometres)',
    },
  },
  params: {
    '@_use0': {
      value: { pc: 0.289, dc: 1.69 },
      unit: '1',
      range: { pc: [0.24, 0.35], dc: [1.4, 2.03] },
      means: 'Drive of the bacteria of the section to eat mucin at health',
      grade: 'fitted',
      source: 'model-specification',
      note: 'Set to the healthy state.',
    },
    w_acc_pc: {
      value: 0.3,
      unit: '1',
      range: [0.15, 0.6],
      means: 'Weight of the proximal colon in the access of bacteria to the wall',
      grade: 'assumed',
    },
  },
  derive: {
    '@_mucin_use': {
      law: '(@_muc/muc0 + wd_bac*@_bac_scarce/bacs0)/@_use0',
      unit: '1',
      means: 'Drive of bacteria to eat mucin, relative to health',
    },
    pc_er: {
      law: 'pc_mucin_use*inh(mu_out, K_er, 2)',
      unit: '1',
      means: 'Exposure of the inner layer to mucin eaters',
    },
    dc_er: {
      law: 'dc_mucin_use*inh(mu_out_dc, K_er, 2)',
      unit: '1',
      means: 'Exposure of the inner layer to mucin eaters',
    },
    pc_jmuc: {
      law: 'muc_g*m_pc*(1 - f_shear)*pc_mucin_use*mu_out',
      unit: 'g/h',
      means: 'Mucin eaten in the proximal colon',
    },
    dc_jmuc: {
      law: 'muc_g*(1 - m_pc)*(1 - f_shear)*dc_mucin_use*mu_out_dc',
      unit: 'g/h',
      means: 'Mucin eaten in the distal colon',
    },
    mu_out_mean: {
      law: 'm_pc*mu_out + (1 - m_pc)*mu_out_dc',
      unit: '1',
      means: 'Outer layer of the whole colon, each section by its share of the mucin',
    },
    j_muc: { law: 'pc_jmuc + dc_jmuc', unit: 'g/h', means: 'Mucin that bacteria eat' },
    pc_acc: {
      law: '(1 + K_acc)/(K_acc + (w_in*mu_in + (1 - w_in)*mu_out)^2)',
      unit: '1',
      means: 'How near bacteria come to the proximal wall, relative to health',
    },
    dc_acc: {
      law: '(1 + K_acc)/(K_acc + (w_in*mu_in_dc + (1 - w_in)*mu_out_dc)^2)',
      unit: '1',
      means: 'How near bacteria come to the distal wall, relative to health',
    },
    acc: {
      law: 'w_acc_pc*pc_acc + (1 - w_acc_pc)*dc_acc',
      unit: '1',
      means: 'How near bacteria come to the colon wall, relative to health',
    },
  },
  drift: {
    mu_in: {
      rate: 'k_min*(gob*(1 + a_er*er0) - mu_in*(1 + a_er*pc_er)*(1 + a_emul*u_emul))',
      means: 'Goblet cells renew the inner layer; mucin eaters and emulsifiers wear it down',
    },
    mu_out: {
      rate: 'k_min*(mu_in - mu_out*(f_shear + (1 - f_shear)*pc_mucin_use))',
      means: 'The inner layer turns into the outer layer, which is rubbed off and eaten',
    },
    mu_in_dc: {
      rate: 'k_min*(gob*(1 + a_er*er0) - mu_in_dc*(1 + a_er*dc_er)*(1 + a_emul*u_emul))',
      means: 'Goblet cells renew the inner layer; mucin eaters and emulsifiers wear it down',
    },
    mu_out_dc: {
      rate: 'k_min*(mu_in_dc - mu_out_dc*(f_shear + (1 - f_shear)*dc_mucin_use))',
      means: 'The inner layer turns into the outer layer, which is rubbed off and eaten',
    },
  },
});
