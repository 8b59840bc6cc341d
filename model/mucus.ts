import { defineModule } from './define.ts';

/** The two mucus layers of the colon, taken as one colon. */
export const mucus = defineModule({
  name: 'mucus',
  title: 'Mucus of the colon',
  about:
    'An inner layer sticks to the wall and keeps bacteria out; it turns into a loose outer layer that bacteria eat and stool rubs off. When the outer layer is thin, bacteria wear down the inner one.',
  tier: 'core',
  reads: {
    pc_muc: 'g',
    dc_muc: 'g',
    pc_bac_scarce: 'g',
    dc_bac_scarce: 'g',
    muc0: 'g',
    bacs0: 'g',
    wd_bac: '1',
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
      value: 0.984,
      unit: 'rel',
      range: [0.05, 3],
      means: 'Inner mucus layer of the colon (1 is 130 micrometres)',
    },
    mu_out: {
      value: 0.979,
      unit: 'rel',
      range: [0.05, 3],
      means: 'Outer mucus layer of the colon (1 is 300 micrometres)',
    },
  },
  derive: {
    mucin_use: {
      law: '((pc_muc + dc_muc)/muc0 + wd_bac*(pc_bac_scarce + dc_bac_scarce)/bacs0)/(1 + wd_bac)',
      unit: '1',
      means: 'Drive of bacteria to eat mucin, relative to health',
    },
    er: {
      law: 'mucin_use*inh(mu_out, K_er, 2)',
      unit: '1',
      means: 'Exposure of the inner layer to mucin eaters',
    },
    j_muc: {
      law: 'muc_g*(1 - f_shear)*mucin_use*mu_out',
      unit: 'g/h',
      means: 'Mucin that bacteria eat',
    },
    pc_jmuc: { law: 'm_pc*j_muc', unit: 'g/h', means: 'Mucin eaten in the proximal colon' },
    dc_jmuc: { law: '(1 - m_pc)*j_muc', unit: 'g/h', means: 'Mucin eaten in the distal colon' },
    acc: {
      law: '(1 + K_acc)/(K_acc + (w_in*mu_in + (1 - w_in)*mu_out)^2)',
      unit: '1',
      means: 'How near bacteria come to the colon wall, relative to health',
    },
  },
  drift: {
    mu_in: {
      rate: 'k_min*(gob*(1 + a_er*er0) - mu_in*(1 + a_er*er)*(1 + a_emul*u_emul))',
      means: 'Goblet cells renew the inner layer; mucin eaters and emulsifiers wear it down',
    },
    mu_out: {
      rate: 'k_min*(mu_in - mu_out*(f_shear + (1 - f_shear)*mucin_use))',
      means: 'The inner layer turns into the outer layer, which is rubbed off and eaten',
    },
  },
});
