/**
 * The validation plan, version 1: one file per study, as written. `read-plan.ts` turns a folder of them into
 * rows that can be run; the JSON Schema in `validation/plan.schema.json` is generated from here.
 */
import { z } from 'zod';

export const planVersion = 1;

export const rowKinds = [
  'fold',
  'difference',
  'value',
  'timeCourse',
  'doseResponse',
  'range',
  'share',
  'correlation',
  'direction',
  'null',
] as const;
export const spreadKinds = ['SD', 'SEM', 'CI95', 'IQR', 'range', 'unknown'] as const;
export const roles = ['calibrate', 'validate', 'negative', 'set'] as const;
/** Why a row is shown but not counted, or counted by its sign only. */
export const classMarks = [
  'scored',
  'direction',
  'by-construction',
  'prior',
  'read-out',
  'not-observed',
] as const;
export const statistics = ['mean', 'median', 'geometricMean'] as const;
export const scales = ['ratio', 'difference', 'absolute'] as const;
export const takes = ['mean', 'max', 'min', 'last', 'rise', 'sum', 'timeOfMax'] as const;

const text = (about: string) => z.string().min(1).max(4000).describe(about);
const id = (about: string) => z.string().min(1).max(120).describe(about);
const clock = z
  .string()
  .describe('Time of day, 24 hours, in quotes')
  .meta({ examples: ['08:00'] });
const day = z.number().describe('Day of the run; 0 is the first day of the changes');
const unit = z.string().min(1).max(60).describe('Unit of the number');

/** Grams a day of a diet that a study gives as nutrients and not as foods. */
export const dietSchema = z
  .strictObject({
    fat_g: z.number(),
    protein_g: z.number(),
    starch_g: z.number().describe('Digestible starch'),
    sugars_g: z.number(),
    fibre_g: z.number().describe('Dietary fibre without resistant starch and oligosaccharides'),
    resistant_starch_g: z.number().optional().describe('5 unless given (assumed)'),
    fructan_g: z.number().optional().describe('Fructan and other oligosaccharides; 4 unless given (assumed)'),
    gluten_g: z.number().optional().describe('12 unless given (assumed)'),
    saturated_fat_share: z.number().optional().describe('Share of fat; 0.37 unless given (assumed)'),
    lactose_g: z.number().optional().describe('Part of the sugars; 0 unless given'),
    polyols_g: z.number().optional(),
    alcohol_g: z.number().optional(),
    vitamin_d_ug: z.number().optional(),
    zinc_mg: z.number().optional(),
  })
  .describe('A day of eating as nutrients; eaten in three meals (08:00, 13:00, 19:00)');
export type DailyDiet = z.infer<typeof dietSchema>;

/** Inputs of the model itself, for research exposures that the exposure catalogue lacks. */
export const rawInputSchema = z.strictObject({
  input: id('Declared input of the model').meta({ examples: ['u_lps', 'u_chem'] }),
  value: z.number(),
  unit: unit.optional().describe("The model's own unit of this input"),
  always: z.literal(true).optional().describe('Holds in habitual life and throughout the run'),
  day: day.optional(),
  toDay: day.optional().describe('First day without it'),
  at: clock.optional().describe('Start on each day; all day unless given'),
  hours: z.number().optional().describe('How long it lasts on each day'),
});
export type RawInput = z.infer<typeof rawInputSchema>;

export const rawParameterSchema = z.strictObject({
  parameter: id(
    'Parameter of the model, for a structural condition that no condition of the person file gives',
  ),
  how: z.enum(['set', 'multiply', 'add']),
  value: z.number(),
  why: text('Why this stands for the arm'),
});

const fragment = z.record(z.string(), z.unknown());
/** Fragments of the person file; their own reader checks them, with the plan's line. */
const fragments = {
  person: fragment
    .optional()
    .describe('`person` of the person file (age, sex, weight, height, conditions ...)')
    .meta({ examples: [{ age: 30, sex: 'male' }] }),
  habitual: fragment
    .optional()
    .describe('`habitual` of the person file; `diet: NAME` stands for a diet of this plan')
    .meta({ examples: [{ menu: 'western' }] }),
  history: z.array(fragment).optional().describe('`history` of the person file'),
};

const settleDays = z
  .number()
  .min(0)
  .max(3650)
  .optional()
  .describe('Days of habitual life before day 0, for what changes slowly');

export const armSchema = z.strictObject({
  about: text('What this arm did, in words').optional(),
  n: z.number().optional().describe('People in this arm'),
  ...fragments,
  changes: z
    .array(fragment)
    .optional()
    .describe('`changes` of a plan of the person file, from day 0; `diet: NAME` switches to a diet'),
  inputs: z.array(rawInputSchema).optional(),
  parameters: z.array(rawParameterSchema).optional(),
  settleDays,
});
export type PlanArm = z.infer<typeof armSchema>;

const factor = z
  .number()
  .optional()
  .describe("Multiplies the model's number into the study's unit; say which in `why`");

export const testMeasureSchema = z.strictObject({
  test: id('Laboratory test').meta({ examples: ['two_sugar'] }),
  result: id('Result of that test; may be left out where the test has one')
    .optional()
    .meta({ examples: ['ratio_0_5h'] }),
  day,
  at: clock.optional().describe('Time of the drink or sample (08:00 unless given)'),
  factor,
});
export const seriesMeasureSchema = z.strictObject({
  series: id('State or derived quantity of the model').meta({ examples: ['il6', 'pl_sb'] }),
  day: day.optional().describe('One day (mean of 24 h), or the day that `from` belongs to'),
  fromDay: day.optional(),
  toDay: day.optional().describe('First day that no longer counts'),
  from: clock.optional().describe('Start of a window of hours'),
  at: clock.optional().describe('One moment; the same as from with hours: 0'),
  hours: z.number().optional().describe('Length of the window; 0 = the value at that moment'),
  take: z.enum(takes).optional().describe('What of the window is meant; the mean unless given'),
  factor,
});
export const symptomMeasureSchema = z.strictObject({
  symptom: id('Symptom, 0 to 10').meta({ examples: ['bloating'] }),
  day: day.optional().describe('One day'),
  fromDay: day.optional(),
  toDay: day.optional().describe('First day that no longer counts'),
  factor,
});
const simpleMeasure = z.union([testMeasureSchema, seriesMeasureSchema, symptomMeasureSchema]);
export const combinedMeasureSchema = z.strictObject({
  combine: z
    .enum(['ratio', 'difference', 'sum', 'inverse'])
    .describe('First over second, first minus second, all added, one over each and added'),
  of: z.array(simpleMeasure).min(1).max(12),
  unit: unit.optional().describe('Unit of the combination; 1 for a ratio'),
  factor,
});
export const measureSchema = z.union([
  testMeasureSchema,
  seriesMeasureSchema,
  symptomMeasureSchema,
  combinedMeasureSchema,
]);
export const measureKeys = ['test', 'series', 'symptom', 'combine'] as const;
export type SimpleMeasure = z.infer<typeof simpleMeasure>;
export type Measure = z.infer<typeof measureSchema>;

const spread = z
  .union([z.number(), z.array(z.number()).length(2)])
  .optional()
  .describe('Half width (SD, SEM) or [low, high] (CI95, IQR, range)');
const spreadKind = z.enum(spreadKinds).optional();
const observedNumber = {
  value: z.number(),
  unit: unit.optional(),
  spread,
  spreadKind,
  n: z.number().optional().describe('People behind this number, where it differs from the arm'),
};

const rowCommon = {
  id: id('Unique in the folder'),
  measure: measureSchema.optional().describe('What is measured; may be missing only with notExpressible'),
  arm: id('Arm of this plan').optional(),
  against: id('Arm to compare with').optional(),
  before: z
    .strictObject({
      day: day.optional(),
      fromDay: day.optional(),
      toDay: day.optional(),
      from: clock.optional(),
      at: clock.optional(),
      hours: z.number().optional(),
    })
    .optional()
    .describe('Compares with the same measure at another time of the same arm'),
  statistic: z
    .enum(statistics)
    .optional()
    .describe("The study's own statistic over people; mean unless given"),
  role: z.enum(roles),
  class: z.enum(classMarks).optional().describe('`scored` unless given'),
  group: id('Group for cross-validation, if other than the plan').optional(),
  notExpressible: text('Why the model cannot say this; the row is shown with this reason').optional(),
  why: text('How the row was coded, and what was settled').optional(),
  place: text('Where in the paper: table, figure, abstract').optional(),
};

export const rowSchemas = {
  fold: z.strictObject({
    kind: z.literal('fold'),
    ...rowCommon,
    observed: z.strictObject(observedNumber),
  }),
  difference: z.strictObject({
    kind: z.literal('difference'),
    ...rowCommon,
    observed: z.strictObject(observedNumber),
  }),
  value: z.strictObject({
    kind: z.literal('value'),
    ...rowCommon,
    observed: z.strictObject(observedNumber),
  }),
  range: z.strictObject({
    kind: z.literal('range'),
    ...rowCommon,
    observed: z.strictObject({ low: z.number(), high: z.number(), unit: unit.optional() }),
  }),
  timeCourse: z.strictObject({
    kind: z.literal('timeCourse'),
    ...rowCommon,
    scale: z.enum(scales).describe('ratio or difference to `against` or `before`, or absolute'),
    unit: unit.optional(),
    points: z
      .array(
        z.strictObject({
          ...observedNumber,
          day: day.optional(),
          from: clock.optional(),
          at: clock.optional(),
          hours: z.number().optional(),
        }),
      )
      .min(2)
      .max(60),
  }),
  doseResponse: z.strictObject({
    kind: z.literal('doseResponse'),
    ...rowCommon,
    scale: z.enum(scales),
    unit: unit.optional(),
    points: z
      .array(z.strictObject({ ...observedNumber, arm: id('Arm with this dose') }))
      .min(2)
      .max(30),
  }),
  share: z.strictObject({
    kind: z.literal('share'),
    ...rowCommon,
    above: z.number().optional().describe('Cut-off; people with more than this count'),
    below: z.number().optional().describe('Cut-off; people with less than this count'),
    unit: unit.optional(),
    observed: z.strictObject(observedNumber),
  }),
  correlation: z.strictObject({
    kind: z.literal('correlation'),
    ...rowCommon,
    with: measureSchema.optional(),
    observed: z.strictObject(observedNumber),
  }),
  direction: z.strictObject({
    kind: z.literal('direction'),
    ...rowCommon,
    observed: z.strictObject({ direction: z.enum(['up', 'down']) }),
  }),
  null: z.strictObject({
    kind: z.literal('null'),
    ...rowCommon,
    scale: z.enum(['ratio', 'difference']).optional().describe('ratio unless given'),
    unit: unit.optional(),
    margin: z
      .array(z.number())
      .length(2)
      .optional()
      .describe('Equivalence bounds of the ratio (or difference); [0.85, 1.15] unless given'),
    observed: z
      .strictObject({ ...observedNumber, value: z.number().optional() })
      .optional()
      .describe('What the study saw, where it gives a number'),
  }),
} as const;
export const rowSchema = z.discriminatedUnion('kind', [
  rowSchemas.fold,
  rowSchemas.difference,
  rowSchemas.value,
  rowSchemas.range,
  rowSchemas.timeCourse,
  rowSchemas.doseResponse,
  rowSchemas.share,
  rowSchemas.correlation,
  rowSchemas.direction,
  rowSchemas.null,
]);
export type PlanRow = z.infer<typeof rowSchema>;

/** Everything but the rows, which are checked one by one so that a bad one never hides the others. */
export const planHeadSchema = z.strictObject({
  zonulaPlan: z.literal(planVersion).describe('Version of this format'),
  study: id('Id of the study; unique in the folder'),
  title: text('What the study is').optional(),
  citation: text('Authors, year, journal').optional(),
  doi: z.string().max(200).optional(),
  pmid: z.union([z.string().max(20), z.number()]).optional(),
  verified: z.enum(['full-text', 'abstract', 'secondary', 'memory', 'derived']).optional(),
  group: id('Group for cross-validation').meta({ examples: ['nsaid', 'stress', 'alcohol', 'coeliac'] }),
  design: z
    .enum(['crossover', 'parallel', 'before-after', 'single'])
    .describe('crossover and before-after compare people with themselves, parallel compares groups'),
  population: z.strictObject({
    about: text('Who took part').optional(),
    n: z.number().optional(),
  }),
  ...fragments,
  settleDays,
  diets: z.record(z.string().max(60), dietSchema).optional(),
  arms: z.record(z.string().max(60), armSchema),
  codedTwice: text('How the two independent codings agreed, and how differences were settled').optional(),
  note: text('Anything worth remembering').optional(),
});
export const planSchema = planHeadSchema
  .extend({ rows: z.array(rowSchema).min(1) })
  .describe('Zonula validation plan of one study, version 1');
export type PlanFile = z.infer<typeof planSchema>;
export type PlanHead = z.infer<typeof planHeadSchema>;
