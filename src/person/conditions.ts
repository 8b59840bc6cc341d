/**
 * What each condition and each body measure changes in the model: settings of parameters and inputs, and how
 * long habitual life must have lasted. As data, with grade and source; settings are targets, never a state that
 * would relax away, except where `starts` says so.
 */
import type { Grade } from '../language/module.ts';
import type { Person } from './person.ts';
import type { ParameterSetting, StateStart } from './schedule.ts';
import { nearest } from './suggest.ts';
import type { ConditionId } from './vocabulary.ts';

interface ConditionSetting {
  readonly parameter: string;
  readonly how: ParameterSetting['how'];
  readonly value: number;
  /** What is believed possible; drawn per person by the population where given. */
  readonly range?: readonly [low: number, high: number];
  /** Share of people with the condition to whom it applies; all unless given. */
  readonly share?: number;
  readonly grade: Grade;
  readonly source?: readonly string[];
  readonly note: string;
}

export interface Condition {
  readonly id: ConditionId;
  readonly labelEn: string;
  readonly labelEs: string;
  readonly aliases: readonly string[];
  readonly settings: readonly ConditionSetting[];
  readonly inputs?: Readonly<Record<string, number>>;
  readonly starts?: readonly { readonly state: string; readonly value: number }[];
  /** Days of habitual life before the run, for tissue that changes slowly. */
  readonly historyDays?: number;
  /** Multiplies a read-out, as association only. */
  readonly readOuts?: readonly {
    readonly result: string;
    readonly factor: number;
    readonly source: readonly string[];
  }[];
  /** These cannot both hold. */
  readonly excludes?: readonly ConditionId[];
  readonly note: string;
}

const coeliacGenes: readonly ConditionSetting[] = [
  {
    parameter: 'g_cel',
    how: 'set',
    value: 12,
    range: [6, 20],
    grade: 'fitted',
    source: ['johnston-2000'],
    note: 'Immune answer to gluten',
  },
  {
    parameter: 'K_agc',
    how: 'set',
    value: 0.15,
    grade: 'assumed',
    note: 'Half-saturation of gluten antigen in coeliac disease',
  },
];

const sensitiveGut: readonly ConditionSetting[] = [
  { parameter: 'vs0', how: 'set', value: 1.8, grade: 'assumed', note: 'Gut nerves that feel more' },
  {
    parameter: 'mast_p',
    how: 'set',
    value: 1.4,
    grade: 'assumed',
    source: ['barbara2004'],
    note: 'More active mast cells',
  },
];

const leakierHalf: readonly ConditionSetting[] = [
  {
    parameter: 'set_sb',
    how: 'add',
    value: 0.4,
    share: 0.5,
    grade: 'assumed',
    source: ['hanning2021'],
    note: 'Half of these people have a leakier small bowel',
  },
  {
    parameter: 'set_co',
    how: 'add',
    value: 0.4,
    share: 0.5,
    grade: 'assumed',
    source: ['hanning2021'],
    note: 'Half of these people have a leakier colon',
  },
];

export const conditions: readonly Condition[] = [
  {
    id: 'coeliac_untreated',
    labelEn: 'Coeliac disease, untreated',
    labelEs: 'Enfermedad celíaca sin tratar',
    aliases: ['celiac', 'coeliac', 'celiac disease'],
    settings: coeliacGenes,
    historyDays: 700,
    excludes: ['coeliac_treated'],
    note: 'Gluten eaten for about two years before day 0, so that the villi have shortened.',
  },
  {
    id: 'coeliac_treated',
    labelEn: 'Coeliac disease, gluten-free',
    labelEs: 'Enfermedad celíaca, sin gluten',
    aliases: ['celiac treated'],
    settings: coeliacGenes,
    historyDays: 700,
    excludes: ['coeliac_untreated'],
    note: 'The same immune answer; the habitual diet should hold no gluten, and the run warns if it does.',
  },
  {
    id: 'crohn_active',
    labelEn: "Crohn's disease, active",
    labelEs: 'Enfermedad de Crohn activa',
    aliases: ['crohn', 'crohns disease'],
    settings: [
      {
        parameter: 'g_ibd',
        how: 'set',
        value: 6,
        range: [3, 10],
        grade: 'fitted',
        source: ['dastych-2008', 'pastorrojo2007'],
        note: 'Drive of mucosal inflammation',
      },
    ],
    historyDays: 150,
    excludes: ['crohn_remission'],
    note: 'One disease extent for all: how far it reaches is not in the file.',
  },
  {
    id: 'crohn_remission',
    labelEn: "Crohn's disease, in remission",
    labelEs: 'Enfermedad de Crohn en remisión',
    aliases: [],
    settings: [
      {
        parameter: 'g_ibd',
        how: 'set',
        value: 0.6,
        range: [0.2, 1.5],
        grade: 'fitted',
        source: ['sturniolo-2001'],
        note: 'Drive of mucosal inflammation',
      },
    ],
    historyDays: 150,
    excludes: ['crohn_active'],
    note: 'A small rest of the inflammation.',
  },
  {
    id: 'ulcerative_colitis_active',
    labelEn: 'Ulcerative colitis, active',
    labelEs: 'Colitis ulcerosa activa',
    aliases: ['colitis', 'uc'],
    settings: [
      {
        parameter: 'g_ibd',
        how: 'set',
        value: 6,
        range: [3, 10],
        grade: 'fitted',
        source: ['pastorrojo2007'],
        note: 'Drive of mucosal inflammation, by LPS-binding protein in blood',
      },
      {
        parameter: 'uc_col',
        how: 'set',
        value: 1,
        grade: 'switch',
        source: ['uc-probiotic-null-2019'],
        note: 'The colon only, not the small bowel',
      },
    ],
    historyDays: 150,
    excludes: ['ulcerative_colitis_remission'],
    note: 'Set by one blood test: the evidence holds no barrier measurement to check this state against.',
  },
  {
    id: 'ulcerative_colitis_remission',
    labelEn: 'Ulcerative colitis, in remission',
    labelEs: 'Colitis ulcerosa en remisión',
    aliases: [],
    settings: [
      {
        parameter: 'g_ibd',
        how: 'set',
        value: 0.3,
        grade: 'assumed',
        source: ['uc-probiotic-null-2019'],
        note: 'Drive of mucosal inflammation',
      },
      {
        parameter: 'uc_col',
        how: 'set',
        value: 1,
        grade: 'switch',
        source: ['uc-probiotic-null-2019'],
        note: 'The colon only, not the small bowel',
      },
    ],
    historyDays: 150,
    excludes: ['ulcerative_colitis_active'],
    note: 'A small rest of the inflammation, in the colon.',
  },
  {
    id: 'ibs_d',
    labelEn: 'Irritable bowel, with loose stools',
    labelEs: 'Intestino irritable con diarrea',
    aliases: ['ibs', 'irritable bowel', 'ibs diarrhoea', 'functional diarrhoea'],
    settings: [...sensitiveGut, ...leakierHalf],
    inputs: { u_transit: 0.3 },
    excludes: ['ibs_c', 'ibs_m'],
    note: 'Faster transit, more sensitive nerves; a leakier lining in half of the people.',
  },
  {
    id: 'ibs_c',
    labelEn: 'Irritable bowel, with constipation',
    labelEs: 'Intestino irritable con estreñimiento',
    aliases: ['constipation', 'functional constipation', 'chronic constipation'],
    settings: sensitiveGut,
    inputs: { u_transit: -0.3 },
    excludes: ['ibs_d', 'ibs_m', 'post_infectious_ibs'],
    note: 'Slower transit: the size is assumed, the mirror of the loose form.',
  },
  {
    id: 'ibs_m',
    labelEn: 'Irritable bowel, mixed',
    labelEs: 'Intestino irritable mixto',
    aliases: [],
    settings: sensitiveGut,
    excludes: ['ibs_d', 'ibs_c', 'post_infectious_ibs'],
    note: 'Sensitive nerves; transit as in other people.',
  },
  {
    id: 'post_infectious_ibs',
    labelEn: 'Irritable bowel after a gut infection',
    labelEs: 'Intestino irritable tras una infección',
    aliases: ['pi-ibs'],
    settings: [...sensitiveGut, ...leakierHalf],
    inputs: { u_transit: 0.3 },
    starts: [{ state: 'pi', value: 0.5 }],
    excludes: ['ibs_c', 'ibs_m'],
    note: 'As the loose form, with the lasting sensitisation that an infection leaves.',
  },
  {
    id: 'lactase_non_persistent',
    labelEn: 'Milk sugar not digested (adult lactase deficiency)',
    labelEs: 'Intolerancia a la lactosa (lactasa no persistente)',
    aliases: ['lactose intolerance', 'lactose intolerant', 'intolerancia a la lactosa'],
    settings: [
      {
        parameter: 'lct',
        how: 'set',
        value: 0.08,
        range: [0.02, 0.3],
        grade: 'assumed',
        note: 'Lactase activity left',
      },
    ],
    note: 'Also set when `lactase: non_persistent` is answered.',
  },
  {
    id: 'type_2_diabetes',
    labelEn: 'Type 2 diabetes',
    labelEs: 'Diabetes tipo 2',
    aliases: ['diabetes', 'type 2 diabetes mellitus', 't2dm', 't2d'],
    settings: [],
    inputs: { t2d: 1 },
    readOuts: [{ result: 'lal', factor: 1.3, source: ['pussinen2011'] }],
    note: 'Counts as obesity too, unless the body measures say otherwise. Higher endotoxin readings are an association.',
  },
  {
    id: 'obesity',
    labelEn: 'Obesity',
    labelEs: 'Obesidad',
    aliases: ['obese', 'morbid obesity'],
    settings: [],
    inputs: { u_obese: 1 },
    note: 'Also set by a body mass index of 30 or more. Lower vitamin D follows from it.',
  },
  {
    id: 'fatty_liver',
    labelEn: 'Fatty liver',
    labelEs: 'Hígado graso',
    aliases: ['nafld', 'masld', 'steatosis', 'nash', 'mash'],
    settings: [
      {
        parameter: 'lfat0',
        how: 'set',
        value: 3,
        range: [2, 5],
        grade: 'assumed',
        source: ['miele-2009'],
        note: 'Liver fat beyond what obesity, diabetes and alcohol explain',
      },
      {
        parameter: 'set_sb',
        how: 'add',
        value: 0.2,
        range: [0, 0.6],
        grade: 'assumed',
        source: ['miele-2009', 'nafld-colon'],
        note: 'A leakier small bowel: the studies give the direction only',
      },
      {
        parameter: 'set_co',
        how: 'add',
        value: 0.2,
        range: [0, 0.6],
        grade: 'assumed',
        source: ['nafld-colon'],
        note: 'A leakier colon: the study gives the direction only',
      },
    ],
    historyDays: 150,
    note: 'Which comes first, the fat or the leak, is not known; both are set.',
  },
  {
    id: 'cirrhosis',
    labelEn: 'Cirrhosis',
    labelEs: 'Cirrosis',
    aliases: ['liver cirrhosis', 'alcoholic cirrhosis'],
    settings: [
      {
        parameter: 'kc0',
        how: 'set',
        value: 0.4,
        grade: 'assumed',
        source: ['dastych-2008'],
        note: 'The liver catches less',
      },
      {
        parameter: 'set_sb',
        how: 'add',
        value: 1.2,
        grade: 'fitted',
        source: ['dastych-2008'],
        note: 'A leakier small bowel',
      },
      {
        parameter: 'set_co',
        how: 'add',
        value: 1.2,
        grade: 'fitted',
        source: ['dastych-2008'],
        note: 'A leakier colon',
      },
      {
        parameter: 'ps_sb_factor',
        how: 'set',
        value: 0.8,
        grade: 'fitted',
        source: ['dastych-2008'],
        note: 'Less small-probe uptake',
      },
    ],
    historyDays: 150,
    note: 'From one study of the sugar test.',
  },
  {
    id: 'milk_allergy',
    labelEn: 'Milk allergy',
    labelEs: 'Alergia a la leche',
    aliases: ['dairy allergy', 'cow milk allergy'],
    settings: [
      {
        parameter: 'g_mlk',
        how: 'set',
        value: 1,
        range: [0.3, 3],
        grade: 'fitted',
        source: ['andre-1987'],
        note: 'Immune answer to milk protein: fasting lactulose is twice that of healthy people',
      },
    ],
    inputs: { sens: 1 },
    note: 'Milk in the diet acts as the allergen.',
  },
  {
    id: 'food_allergy',
    labelEn: 'Food allergy',
    labelEs: 'Alergia alimentaria',
    aliases: ['allergy'],
    settings: [
      {
        parameter: 'set_sb',
        how: 'add',
        value: 0.6,
        range: [0, 1.2],
        grade: 'assumed',
        source: ['ventura-2006', 'jarvinen-2013', 'andre-1987'],
        note: 'Large probes are raised in allergic people who avoid the food: twofold and more in adults, in four of ten children',
      },
    ],
    inputs: { sens: 1 },
    note: 'The lining is a little leakier at all times; the allergy acts when the food is eaten: write it as an exposure (allergen).',
  },
  {
    id: 'pancreatic_insufficiency',
    labelEn: 'Pancreas makes too few enzymes (untreated)',
    labelEs: 'Insuficiencia pancreática (sin tratar)',
    aliases: ['epi', 'exocrine pancreatic insufficiency'],
    settings: [
      {
        parameter: 'enz_fat',
        how: 'set',
        value: 0.07,
        range: [0.02, 0.2],
        grade: 'assumed',
        note: 'Fat digestion left',
      },
      {
        parameter: 'enz_prot',
        how: 'set',
        value: 0.2,
        range: [0.1, 0.4],
        grade: 'assumed',
        note: 'Protein digestion left',
      },
      {
        parameter: 'enz_starch',
        how: 'set',
        value: 0.3,
        range: [0.15, 0.6],
        grade: 'assumed',
        note: 'Starch digestion left',
      },
    ],
    excludes: ['pancreatic_insufficiency_treated'],
    note: 'Without an enzyme product.',
  },
  {
    id: 'pancreatic_insufficiency_treated',
    labelEn: 'Pancreas makes too few enzymes (treated with enzymes)',
    labelEs: 'Insuficiencia pancreática (tratada con enzimas)',
    aliases: ['pancreatin', 'pancreatic enzymes', 'pancreatina'],
    settings: [
      {
        parameter: 'enz_fat',
        how: 'set',
        value: 0.35,
        range: [0.2, 0.6],
        grade: 'assumed',
        note: 'Fat digestion with the product',
      },
      {
        parameter: 'enz_prot',
        how: 'set',
        value: 0.5,
        range: [0.3, 0.8],
        grade: 'assumed',
        note: 'Protein digestion with the product',
      },
      {
        parameter: 'enz_starch',
        how: 'set',
        value: 0.6,
        range: [0.4, 0.9],
        grade: 'assumed',
        note: 'Starch digestion with the product',
      },
    ],
    excludes: ['pancreatic_insufficiency'],
    note: 'With an enzyme product at every meal.',
  },
];

const conditionById = new Map(conditions.map((condition) => [condition.id, condition]));

export function conditionOf(id: ConditionId): Condition {
  const condition = conditionById.get(id);
  if (!condition) throw new RangeError(`condition ${id} has no entry`);
  return condition;
}

/** The condition nearest to words of any kind (names and aliases in English and Spanish), for "did you mean". */
export function suggestCondition(words: string): ConditionId | undefined {
  const names = new Map<string, ConditionId>();
  for (const { id, labelEn, labelEs, aliases } of conditions) {
    for (const name of [id, labelEn, labelEs, ...aliases]) names.set(name, id);
  }
  const name = nearest(words, names.keys());
  return name === undefined ? undefined : names.get(name);
}

/** Body mass index from which obesity counts (kg/m2; the usual cut-off). */
export const obesityBmi = 30;
/** Filtration of the reference person, and its yearly fall after 40 (a share): the model's rule for unmeasured kidneys. */
export const referenceGfrMlPerMin = 90;
const gfrFallPerYear = 0.01;
const gfrFallsFromYears = 40;

/** Women against men: iron store at the same supply (assumed, 40 against 100 ug/L), lasting sensitivity after a gut infection (`klem2017`). */
const femaleFactors = [
  { parameter: 'ferr0', factor: 0.4 },
  { parameter: 'pi_risk', factor: 2.2 },
] as const;

export interface PersonSettings {
  readonly parameters: readonly (ParameterSetting & {
    readonly share?: number;
    readonly range?: readonly [number, number];
  })[];
  /** Inputs that hold in the habitual state and the whole run. */
  readonly constants: Readonly<Record<string, number>>;
  readonly starts: readonly StateStart[];
  readonly historyDays: number;
  readonly readOuts: readonly {
    readonly result: string;
    readonly factor: number;
    readonly because: string;
  }[];
}

/**
 * All settings of one person. Rules beside the conditions' own:
 * - `u_obese` is 1 with the condition, with a body mass index of 30 or more, or with type 2 diabetes unless weight
 *   and height are known and say less than 30; otherwise it is not set (0).
 * - `weight` is set where it is known; women have a smaller iron store and a higher risk of a lasting sequel of infection.
 * - `GFR` is the measured value, or 90 mL/min falling by 1 % of that a year after the age of 40.
 * - `meth` is set only where the question was answered (else the population draws it).
 * - `lactase: non_persistent` acts like the condition; `unknown` sets nothing (the population draws it).
 */
export function personSettings(person: Person): PersonSettings {
  const ids = new Set<ConditionId>(person.conditions ?? []);
  if (person.lactase === 'non_persistent') ids.add('lactase_non_persistent');
  const active = [...ids].map(conditionOf);
  const constants: Record<string, number> = {};
  for (const condition of active) {
    for (const [input, value] of Object.entries(condition.inputs ?? {})) constants[input] = value;
  }
  if (person.bmi !== undefined ? person.bmi >= obesityBmi : ids.has('type_2_diabetes')) constants.u_obese = 1;
  constants.age = person.ageYears;
  if (person.weightKg !== undefined) constants.weight = person.weightKg;
  if (person.methane !== 'unanswered') constants.meth = person.methane === 'yes' ? 1 : 0;
  constants.GFR =
    person.gfrMlPerMin ??
    referenceGfrMlPerMin * (1 - gfrFallPerYear * Math.max(0, person.ageYears - gfrFallsFromYears));
  // The same setting asked for by two conditions counts once (sensitive nerves of two kinds of irritable bowel).
  const parameters = new Map<string, PersonSettings['parameters'][number]>();
  for (const condition of active) {
    for (const setting of condition.settings) {
      const key = `${setting.parameter} ${setting.how} ${setting.value} ${setting.share ?? ''}`;
      if (parameters.has(key)) continue;
      parameters.set(key, {
        parameter: setting.parameter,
        how: setting.how,
        value: setting.value,
        because: condition.id,
        ...(setting.share === undefined ? {} : { share: setting.share }),
        ...(setting.range === undefined ? {} : { range: setting.range }),
      });
    }
  }
  if (person.sex !== 'male') {
    // Not told: half of the possible people are women.
    const share = person.sex === 'female' ? {} : { share: 0.5 };
    for (const { parameter, factor } of femaleFactors)
      parameters.set(`sex ${parameter}`, {
        parameter,
        how: 'multiply',
        value: factor,
        because: 'sex',
        ...share,
      });
  }
  return {
    parameters: [...parameters.values()],
    constants,
    starts: active.flatMap((condition) =>
      (condition.starts ?? []).map((start) => ({ ...start, because: condition.id })),
    ),
    historyDays: Math.max(0, ...active.map((condition) => condition.historyDays ?? 0)),
    readOuts: active.flatMap((condition) =>
      (condition.readOuts ?? []).map(({ result, factor }) => ({ result, factor, because: condition.id })),
    ),
  };
}
