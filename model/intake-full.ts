import { defineModule } from './define.ts';

/** Lactose, resistant starch, unfermentable fibre and the two single sugars that are not absorbed and the two food antigens, counted apart in the full assembly. */
export const intakeFull = defineModule({
  name: 'intake-full',
  title: 'Meals and stomach: lactose, resistant starch, unfermentable fibre, food antigens',
  about:
    'The full assembly follows lactose, resistant starch and unfermentable fibre on their own, and milk and other food protein as tracers. Opioids and acute stress slow the stomach.',
  tier: 'full',
  index: { '#': ['lac', 'rs', 'nsf'], '&': ['mlk', 'oth'] },
  reads: { emptying: '1/h', opi: '1', crh: '1', w_rel: '1', c_carbohydrate: 'mmol/g' },
  writes: { 'sb_#': 'g', 'sb_&': 'g', sb_mon: 'g' },
  inputs: {
    meal_lac: { value: 0, unit: 'g/h', range: [0, 300], means: 'Lactose eaten' },
    meal_rs: { value: 0, unit: 'g/h', range: [0, 200], means: 'Resistant starch eaten' },
    meal_nsf: { value: 0, unit: 'g/h', range: [0, 200], means: 'Fibre eaten that bacteria do not ferment' },
    meal_mon: {
      value: 0,
      unit: 'g/h',
      range: [0, 200],
      means:
        'Single sugars and polyols eaten that are not absorbed (a tracer: their mass is in small fermentable carbohydrate)',
    },
    meal_mlk: { value: 0, unit: 'g/h', range: [0, 400], means: 'Milk protein eaten (a tracer)' },
    meal_oth: { value: 0, unit: 'g/h', range: [0, 600], means: 'Other food protein eaten (a tracer)' },
  },
  states: {
    'st_#': {
      value: { lac: 1.17, rs: 0.7, nsf: 0.35 },
      unit: 'g',
      range: [0, 400],
      means: 'Stomach content: #',
      holds: { carbon: 'c_carbohydrate' },
    },
    st_mon: {
      value: 0,
      unit: 'g',
      range: [0, 400],
      means: 'Stomach content: single sugars and polyols that are not absorbed (a tracer)',
    },
    'st_&': {
      value: { mlk: 2.33, oth: 6.12 },
      unit: 'g',
      range: [0, 400],
      means: 'Stomach content: & antigen (a tracer)',
    },
  },
  params: {
    g_op_ge: {
      value: 0.4,
      unit: '1',
      range: [0.2, 0.8],
      means: 'Opioid slowing of emptying',
      grade: 'assumed',
    },
    g_crh_ge: {
      value: 0.3,
      unit: '1',
      range: [0, 0.6],
      means: 'Acute stress slowing of emptying',
      grade: 'assumed',
      note: 'Only the direction is known.',
    },
  },
  derive: {
    emptying_brake: {
      law: '(1 - g_op_ge*mo(pos(opi, w_rel), 1))*(1 - g_crh_ge*mo(pos(crh - 1, w_rel), 1))',
      unit: '1',
      means: 'Share of normal emptying left by opioids and acute stress',
    },
  },
  flows: {
    eat_lac: { to: 'st_lac', rate: 'meal_lac', means: 'A meal brings lactose to the stomach' },
    eat_rs: { to: 'st_rs', rate: 'meal_rs', means: 'A meal brings resistant starch to the stomach' },
    eat_nsf: { to: 'st_nsf', rate: 'meal_nsf', means: 'A meal brings unfermentable fibre to the stomach' },
    eat_mon: {
      to: 'st_mon',
      rate: 'meal_mon',
      means: 'A meal brings single sugars and polyols that are not absorbed',
    },
    eat_mlk: { to: 'st_mlk', rate: 'meal_mlk', means: 'A meal brings milk protein to the stomach' },
    eat_oth: { to: 'st_oth', rate: 'meal_oth', means: 'A meal brings other food protein to the stomach' },
    'empty_#': {
      from: 'st_#',
      to: 'sb_#',
      rate: 'emptying*st_#',
      means: 'The stomach passes its content on to the small bowel',
    },
    empty_mon: {
      from: 'st_mon',
      to: 'sb_mon',
      rate: 'emptying*st_mon',
      means: 'The stomach passes its content on to the small bowel',
    },
    'empty_&': {
      from: 'st_&',
      to: 'sb_&',
      rate: 'emptying*st_&',
      means: 'The stomach passes its content on to the small bowel',
    },
  },
});
