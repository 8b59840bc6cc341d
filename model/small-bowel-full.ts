import { defineModule } from './define.ts';

/** Lactase splits lactose; resistant starch, unfermentable fibre and food antigens pass through. */
export const lactose = defineModule({
  name: 'lactose',
  title: 'Small bowel: lactose and what passes undigested',
  about:
    'Lactase on the villi splits lactose into sugar. Lactose that it misses draws water and feeds colon bacteria. Resistant starch and unfermentable fibre pass unchanged.',
  tier: 'full',
  index: { '#': ['mlk', 'oth'] },
  reads: { ksb: '1/h', sb_vil: '1', c_carbohydrate: 'mmol/g' },
  writes: {
    sb_sugar: 'g',
    pc_oli: { unit: 'g', optional: true },
    pc_rs: { unit: 'g', optional: true },
    pc_nsf: { unit: 'g', optional: true },
  },
  inputs: {
    u_lactase: {
      value: 0,
      unit: '1',
      range: [0, 1],
      means: 'Lactase product present (1 is one 9000 FCC dose)',
    },
  },
  states: {
    sb_lac: {
      value: 0.0992,
      unit: 'g',
      range: [0, 400],
      means: 'Lactose in the small bowel',
      holds: { carbon: 'c_carbohydrate' },
    },
    sb_rs: {
      value: 1.2,
      unit: 'g',
      range: [0, 400],
      means: 'Resistant starch in the small bowel',
      holds: { carbon: 'c_carbohydrate' },
    },
    sb_nsf: {
      value: 0.6,
      unit: 'g',
      range: [0, 400],
      means: 'Unfermentable fibre in the small bowel',
      holds: { carbon: 'c_carbohydrate' },
    },
    'sb_#': {
      value: { mlk: 0.57, oth: 1.5 },
      unit: 'g',
      range: [0, 400],
      means: 'Food antigen in the small bowel (a tracer): #',
    },
  },
  params: {
    V_lct: {
      value: 25,
      unit: 'g/h',
      range: [10, 60],
      means: 'Lactase capacity of lactase-persistent adults',
      grade: 'assumed',
    },
    K_lct: { value: 5, unit: 'g', range: [2, 15], means: 'Half-saturation of lactase', grade: 'assumed' },
    lct: {
      value: 1,
      unit: '1',
      range: [0.02, 1.5],
      means: 'Lactase activity: 1 persistent, 0.08 non-persistent',
      grade: 'assumed',
      note: 'Most non-persistent adults tolerate 12 g at once.',
    },
    k_enz_lct: {
      value: 4,
      unit: '1/h',
      range: [1, 10],
      means: 'Effect of one 9000 FCC dose of lactase',
      grade: 'assumed',
    },
    k_ag_sb: {
      value: 1.5,
      unit: '1/h',
      range: [0.75, 3],
      means: 'Breakdown of food antigens in the small bowel',
      grade: 'assumed',
    },
  },
  flows: {
    split_lactose: {
      from: 'sb_lac',
      to: 'sb_sugar',
      rate: 'V_lct*lct*sb_vil*mo(sb_lac, K_lct) + k_enz_lct*u_lactase*sb_lac',
      means: 'Lactase splits lactose into sugar',
    },
    pass_lactose: {
      from: 'sb_lac',
      to: 'pc_oli',
      rate: 'ksb*sb_lac',
      means: 'Lactose that is not split reaches the colon',
    },
    pass_rs: { from: 'sb_rs', to: 'pc_rs', rate: 'ksb*sb_rs', means: 'Resistant starch reaches the colon' },
    pass_nsf: {
      from: 'sb_nsf',
      to: 'pc_nsf',
      rate: 'ksb*sb_nsf',
      means: 'Unfermentable fibre reaches the colon',
    },
    'break_#': { from: 'sb_#', rate: 'k_ag_sb*sb_#', means: 'Enzymes break the food antigen down' },
    'pass_#': {
      from: 'sb_#',
      rate: 'ksb*sb_#',
      means: 'The food antigen leaves for the colon, where the model no longer follows it',
    },
  },
});

/** Bile acids in the small bowel: the gallbladder answers fat, the ileum takes nearly all of them back. */
export const smallBowelBile = defineModule({
  name: 'small-bowel-bile',
  title: 'Small bowel: bile acids',
  about:
    'The gallbladder adds bile when fat is present. The ileum takes 95 of 100 parts back; the rest reaches the colon.',
  tier: 'full',
  reads: { sb_fat: 'g', ksb: '1/h' },
  states: {
    sb_bile: {
      value: 0.997,
      unit: 'mmol',
      range: [0.05, 20],
      means: 'Conjugated bile acids in the small bowel',
    },
  },
  params: {
    bile_rest: {
      value: 0.2,
      unit: 'mmol/h',
      range: [0.1, 0.4],
      means: 'Bile release between meals',
      grade: 'assumed',
    },
    k_gb: {
      value: 1.5,
      unit: 'mmol/h',
      range: [0.75, 3],
      means: 'Largest bile release on fat',
      grade: 'assumed',
    },
    K_gb: {
      value: 3,
      unit: 'g',
      range: [1.5, 6],
      means: 'Fat in the small bowel at half bile release',
      grade: 'assumed',
    },
    k_ile: {
      value: 0.5,
      unit: '1/h',
      range: [0.25, 1],
      means: 'Ileal recovery of bile acids (95 %)',
      grade: 'assumed',
    },
    y_bile_sb: {
      value: 0.05,
      unit: '1',
      range: [0.025, 0.1],
      means: 'Share of small-bowel transit that carries bile acids past the ileum',
      grade: 'assumed',
    },
    bile_flow0: {
      value: 0.01247,
      unit: 'mmol/h',
      range: [0.0104, 0.015],
      means: 'Bile acids that reach the colon at health',
      grade: 'fitted',
      source: 'model-specification',
    },
  },
  derive: {
    bile_flow: { law: 'y_bile_sb*ksb*sb_bile', unit: 'mmol/h', means: 'Bile acids that reach the colon' },
    bile_flow_rel: { law: 'bile_flow/bile_flow0', unit: '1', means: 'The same, relative to health' },
  },
  flows: {
    release: {
      to: 'sb_bile',
      rate: 'bile_rest + k_gb*mo(sb_fat, K_gb)',
      means: 'The gallbladder releases bile, more when fat arrives',
    },
    recover: { from: 'sb_bile', rate: 'k_ile*sb_bile', means: 'The ileum takes bile acids back' },
    escape: { from: 'sb_bile', rate: 'bile_flow', means: 'A small share of bile acids reaches the colon' },
  },
});

/** Free water of the small bowel: sugar that is not absorbed holds water in the lumen. */
export const smallBowelWater = defineModule({
  name: 'small-bowel-water',
  title: 'Small bowel: water',
  about:
    'Water moves across the wall until the content is as dilute as blood: sugar, lactose and oligosaccharide hold water back.',
  tier: 'full',
  reads: {
    ksb: '1/h',
    sb_sugar: 'g',
    sb_lac: 'g',
    sb_oli: 'g',
    sb_fib: 'g',
    sb_starch: 'g',
    sb_prot: 'g',
    sb_rs: 'g',
    sb_nsf: 'g',
  },
  writes: { pc_wat: { unit: 'L', optional: true } },
  inputs: {
    u_drink: {
      value: 0,
      unit: 'L/h',
      range: [0, 3],
      means: 'Water that reaches the small bowel from drinks',
    },
  },
  states: {
    sb_mon: {
      value: 0,
      unit: 'g',
      range: [0, 400],
      means: 'Single sugars and polyols in the small bowel that are not absorbed (a tracer)',
    },
    sb_wat: {
      value: 0.061,
      unit: 'L',
      range: [0.01, 2],
      means: 'Free water in the small bowel',
      holds: { water: '1' },
    },
  },
  params: {
    k_sw: {
      value: 1.2,
      unit: '1/h',
      range: [0.6, 2.4],
      means: 'Exchange of small-bowel water',
      grade: 'assumed',
    },
    w_0: { value: 0.06, unit: 'L', range: [0.03, 0.12], means: 'Resting water', grade: 'assumed' },
    w_mono: {
      value: 0.0185,
      unit: 'L/g',
      range: [0.015, 0.022],
      means: 'Water held per gram of monosaccharide',
      grade: 'chemistry',
      source: 'chemistry-textbook',
      note: 'Isotonic arithmetic at 300 mosm/kg.',
    },
    w_lac: {
      value: 0.0097,
      unit: 'L/g',
      range: [0.008, 0.012],
      means: 'Water held per gram of lactose',
      grade: 'chemistry',
      source: 'chemistry-textbook',
    },
    w_oli: {
      value: 0.0025,
      unit: 'L/g',
      range: [0.0015, 0.0065],
      means: 'Water held per gram of oligosaccharide chain',
      grade: 'chemistry',
      source: 'chemistry-textbook',
      note: 'Isotonic arithmetic at 300 mosm/kg: 0.0065 for chains of three sugars, 0.002 for chains of ten (inulin).',
    },
    a_wat_sb: {
      value: 1,
      unit: '1',
      range: [0, 2],
      means: 'Largest speeding of the small bowel by held water',
      grade: 'assumed',
    },
    wat_fast: {
      value: 0.08,
      unit: 'L',
      range: [0.06, 0.12],
      means: 'Water in the small bowel from which it speeds up',
      grade: 'assumed',
    },
    w_wat_fast: {
      value: 0.002,
      unit: 'L',
      range: [0.001, 0.004],
      means: 'Width of that threshold',
      grade: 'numerical',
      source: 'model-specification',
    },
    K_wat_sb: {
      value: 0.05,
      unit: 'L',
      range: [0.025, 0.1],
      means: 'Water beyond it at half of that speeding',
      grade: 'assumed',
    },
    w_res: {
      value: 0.0136,
      unit: 'L/g',
      range: [0.007, 0.027],
      means: 'Water carried by each gram of residue',
      grade: 'fitted',
      source: 'model-specification',
      note: 'Set so that 1.1 L of water reach the colon per day.',
    },
  },
  derive: {
    water_speed: {
      law: '1 + a_wat_sb*mo(pos(sb_wat - wat_fast, w_wat_fast), K_wat_sb)',
      unit: '1',
      means: 'Speed of the small bowel under a load of held water, relative to its usual speed',
    },
    residue_flow: {
      law: 'ksb*(sb_fib + sb_starch + sb_oli + sb_sugar + sb_lac + sb_prot + sb_rs + sb_nsf)',
      unit: 'g/h',
      means: 'Residue that enters the colon',
    },
    water_to_colon: {
      law: 'ksb*sb_wat + w_res*residue_flow',
      unit: 'L/h',
      means: 'Water that enters the colon, free and held by residue',
    },
  },
  flows: {
    drink: { to: 'sb_wat', rate: 'u_drink', means: 'Drinks arrive' },
    exchange: {
      to: 'sb_wat',
      rate: 'k_sw*(w_0 + w_mono*sb_sugar + w_lac*sb_lac + w_oli*sb_oli + (w_mono - w_oli)*sb_mon - sb_wat)',
      means: 'Water crosses the wall until sugars in the lumen are as dilute as blood',
    },
    pass_mon: {
      from: 'sb_mon',
      rate: 'ksb*sb_mon',
      means: 'Single sugars and polyols pass on to the colon, where they count as oligosaccharide',
    },
    pass: { from: 'sb_wat', to: 'pc_wat', rate: 'ksb*sb_wat', means: 'Free water passes on to the colon' },
    pass_bound: { to: 'pc_wat', rate: 'w_res*residue_flow', means: 'Residue carries water into the colon' },
  },
});

/** Coliforms are the part of the small-bowel load that carries endotoxin and likes sugar. */
export const smallBowelColiforms = defineModule({
  name: 'small-bowel-coliforms',
  title: 'Small bowel: coliforms',
  about: 'Coliforms grow with the whole load and more so on left-over sugar; they carry the endotoxin.',
  tier: 'full',
  reads: { sb_bact: '1', sb_sugar: 'g', K_sug_sb: 'g', k_sbb: '1/h', amp: '1', w_rel: '1' },
  writes: { pc_ent: { unit: 'g', optional: true } },
  states: {
    sb_ent: { value: 0.974, unit: 'rel', range: [0, 100], means: 'Coliform part of the small-bowel load' },
  },
  params: {
    ent_rest: {
      value: 0.7,
      unit: '1',
      range: [0.35, 1.4],
      means: 'Coliforms per unit of load without sugar',
      grade: 'assumed',
    },
    ent_sugar: {
      value: 2,
      unit: '1',
      range: [1, 4],
      means: 'Coliforms per unit of load that saturating sugar adds',
      grade: 'assumed',
    },
    y_ent_co: {
      value: 0.0005,
      unit: 'g/h',
      range: [0.0001, 0.002],
      means: 'Coliforms that reach the colon alive from a healthy small bowel',
      grade: 'assumed',
      source: 'imhann2016',
      note: 'The study gives the direction: acid blockers bring more of them into stool.',
    },
    K_amp: {
      value: 5,
      unit: '1',
      range: [2.5, 10],
      means: 'Rise of defence peptides that halves the small-bowel load',
      grade: 'assumed',
    },
  },
  derive: {
    defence_brake: {
      law: 'inh(pos(amp - 1, w_rel), K_amp, 1)',
      unit: '1',
      means: 'Share of the small-bowel load that defence peptides leave',
    },
    sb_load: {
      law: '(sb_bact + sb_ent)/2',
      unit: '1',
      means: 'Endotoxin load of the small bowel, relative to health',
    },
  },
  flows: {
    pass_ent: {
      to: 'pc_ent',
      rate: 'y_ent_co*sb_ent',
      means: 'Coliforms of the small bowel reach the colon alive',
    },
  },
  drift: {
    sb_ent: {
      rate: 'k_sbb*(sb_bact*(ent_rest + ent_sugar*mo(sb_sugar, K_sug_sb)) - sb_ent)',
      means: 'Coliforms follow the load and left-over sugar',
    },
  },
});
