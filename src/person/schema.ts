/**
 * The person file, version 1: who, what they eat, what happens to them, what they would change.
 *
 * This is the file as written (amounts are still text with units). `normalise.ts` turns it into numbers;
 * the JSON Schema in `docs/person-file.schema.json` is generated from here.
 */
import { z } from 'zod';
import {
  conditionIds,
  dietStyleIds,
  infectionIds,
  limits,
  recordedSymptomIds,
  type safetyFlagIds,
  symptomIds,
  testIds,
  weekdayIds,
} from './vocabulary.ts';

export const personFileVersion = 1;

const text = (description: string) => z.string().max(2000).describe(description);
const id = (description: string) => z.string().min(1).max(80).describe(description);
const amount = (description: string, ...examples: string[]) =>
  z.string().min(1).max(80).describe(description).meta({ examples });
const clock = z
  .string()
  .describe('Time of day, 24 hours, in quotes')
  .meta({ examples: ['08:00', '19:30'] });
const isoDate = z
  .string()
  .describe('Calendar date, year-month-day')
  .meta({ examples: ['2026-03-02'] });
const dayNumber = z.number().describe('Day of the plan: 0 is the day the plan starts, -7 a week before');
const when = z
  .union([z.number(), z.string()])
  .describe('A day number (0 = the plan starts) or a date (2026-03-02)');
const weekday = z.enum(weekdayIds);

/** When a change holds. Without any of these: from day 0 to the end. */
const timing = {
  day: dayNumber.optional().describe('One single day'),
  date: isoDate.optional().describe('One single day, as a date'),
  daysAgo: z.number().optional().describe('One single day in the past (needs no start date)'),
  fromDay: dayNumber.optional().describe('First day'),
  toDay: dayNumber.optional().describe('First day without it (fromDay 0, toDay 7 = one week)'),
  from: when.optional().describe('First day, as day number or date'),
  to: when.optional().describe('First day without it, as day number or date'),
  days: z.number().optional().describe('How many days it lasts'),
  everyDays: z.number().optional().describe('Repeats every so many days (7 = once a week)'),
  weekdays: z.array(weekday).min(1).max(7).optional().describe('Only on these days of the week'),
  note: text('Anything worth remembering; never read by the model').optional(),
};

const dosing = {
  dose: amount(
    'One dose, with its unit; left out: the usual dose, with a warning',
    '400 mg',
    '1000 IU',
  ).optional(),
  times: z.array(clock).min(1).max(12).optional().describe('When it is taken each day'),
  perDay: z.number().optional().describe('Doses a day, spread over waking hours (instead of times)'),
  at: clock.optional().describe('The same as times with one entry'),
};

export const itemSchema = z
  .strictObject({
    food: id('Food, own food or recipe: id or plain words').meta({
      examples: ['oats_dry', 'wholemeal_bread'],
    }),
    amount: amount('How much, with its unit', '60 g', '2 slices', '1 cup'),
  })
  .describe('One food on the plate');
export type Item = z.infer<typeof itemSchema>;

export const mealSchema = z.strictObject({
  at: clock,
  name: text('What you call it').optional(),
  duration: amount('How long the meal takes (30 min unless given)', '30 min').optional(),
  items: z.array(itemSchema).max(100),
});
export type Meal = z.infer<typeof mealSchema>;

const meals = z.array(mealSchema).max(24);

export const weekSchema = z
  .strictObject({
    everyDay: meals.optional(),
    workdays: meals.optional().describe('Monday to Friday'),
    weekend: meals.optional().describe('Saturday and Sunday'),
    monday: meals.optional(),
    tuesday: meals.optional(),
    wednesday: meals.optional(),
    thursday: meals.optional(),
    friday: meals.optional(),
    saturday: meals.optional(),
    sunday: meals.optional(),
  })
  .describe('A typical week; a named day goes before workdays and weekend, and these before everyDay');
export type Week = z.infer<typeof weekSchema>;

export const dayMealsSchema = z.strictObject({
  day: dayNumber.optional(),
  date: isoDate.optional(),
  daysAgo: z.number().optional(),
  meals,
});

const mealTimes = z.array(clock).min(1).max(12).optional().describe('Clock times of the meals of the menu');

export const medicineSchema = z.strictObject({
  medicine: id('Medicine: id or plain name').meta({ examples: ['ibuprofen', 'omeprazole'] }),
  ...dosing,
  prescribed: z.boolean().optional().describe('Prescribed by a doctor'),
  ...timing,
});
export const supplementSchema = z.strictObject({
  supplement: id('Supplement: id or plain name').meta({ examples: ['inulin', 'vitamin_d', 'lactobacillus'] }),
  ...dosing,
  rampDays: z.number().optional().describe('Reach the dose step by step over so many days'),
  ...timing,
});
export const alcoholSchema = z.strictObject({
  alcohol: amount('Per drinking day', '2 drinks', '3 units', '30 g'),
  duration: amount('How long the drinking lasts (an hour for every 28 g unless given)', '3 h').optional(),
  at: clock.optional().describe('When the drinking starts (20:00 unless given)'),
  ...timing,
});
export const stressSchema = z.strictObject({
  stress: z
    .enum(['event', 'period'])
    .describe('event: one hard hour such as a public speech or an exam; period: weeks under load'),
  level: z
    .number()
    .optional()
    .describe('event: 1 = a public speech; period: 0 to 3 (1 mild, 2 an exam month, 3 severe)'),
  at: clock.optional().describe('Time of day of an event (10:00 unless given)'),
  duration: amount('How long an event lasts (45 min unless given)', '45 min').optional(),
  ...timing,
});
export const sleepSchema = z.strictObject({
  sleep: amount('Hours asleep a night', '6 h'),
  need: amount('Hours of sleep with which you feel rested (8 h unless given)', '8 h').optional(),
  ...timing,
});
export const exerciseSchema = z.strictObject({
  exercise: amount('How long', '60 min'),
  effort: z
    .union([z.enum(['light', 'moderate', 'hard', 'very_hard']), z.string()])
    .describe('In words, or as share of your greatest oxygen uptake')
    .meta({ examples: ['moderate', '60 %'] }),
  hot: z.boolean().optional().describe('In the heat (30 degrees Celsius or more)'),
  at: clock.optional().describe('Time of day (17:00 unless given)'),
  ...timing,
});
export const infectionSchema = z.strictObject({
  infection: z.enum(infectionIds),
  severity: z.number().optional().describe('1 = a severe gut infection (1 unless given)'),
  ...timing,
});
export const menuChangeSchema = z.strictObject({
  menu: id('Day menu to switch to').meta({ examples: ['mediterranean', 'rural_high_fibre'] }),
  mealTimes,
  rampDays: z.number().optional().describe('Change over step by step in so many days'),
  ...timing,
});
export const weekChangeSchema = z.strictObject({
  week: weekSchema,
  rampDays: z.number().optional().describe('Change over step by step in so many days'),
  ...timing,
});
export const addFoodSchema = z.strictObject({
  add: id('Food to add'),
  amount: amount('How much a day', '30 g', '1 cup'),
  at: z
    .union([clock, z.array(clock).min(1).max(12)])
    .optional()
    .describe('Meal times that share it; all meals unless given'),
  rampDays: z.number().optional(),
  ...timing,
});
export const removeFoodSchema = z.strictObject({
  remove: id('Food to leave out'),
  amount: amount('How much of it a day; all of it unless given', '250 g').optional(),
  rampDays: z.number().optional(),
  ...timing,
});
export const swapFoodSchema = z.strictObject({
  swap: id('Food to replace'),
  with: id('Food that takes its place'),
  amount: amount('How much of it a day; all of it unless given', '90 g').optional(),
  amountWith: amount('How much of the new food; the same weight unless given', '90 g').optional(),
  rampDays: z.number().optional(),
  ...timing,
});
export const stopSchema = z.strictObject({
  stop: id('A habit to pause: a medicine, a supplement, alcohol, exercise').meta({
    examples: ['alcohol', 'ibuprofen'],
  }),
  ...timing,
});
export const researchExposureSchema = z.strictObject({
  exposure: id('Research exposure, for checking the model against studies only').meta({
    examples: ['lps_bolus'],
  }),
  dose: amount('Dose with its unit', '2 ng/kg').optional(),
  at: clock.optional(),
  duration: amount('How long', '3 h').optional(),
  times: z.array(clock).min(1).max(12).optional(),
  ...timing,
});

/** One thing that changes. Exactly one of the leading keys (medicine, menu, add, ...) says which. */
export const changeSchema = z.union([
  medicineSchema,
  supplementSchema,
  alcoholSchema,
  stressSchema,
  sleepSchema,
  exerciseSchema,
  infectionSchema,
  menuChangeSchema,
  weekChangeSchema,
  addFoodSchema,
  removeFoodSchema,
  swapFoodSchema,
  stopSchema,
  researchExposureSchema,
]);
export type Change = z.infer<typeof changeSchema>;
/** The leading key of each option of `changeSchema`, in its order. */
export const changeKinds = [
  'medicine',
  'supplement',
  'alcohol',
  'stress',
  'sleep',
  'exercise',
  'infection',
  'menu',
  'week',
  'add',
  'remove',
  'swap',
  'stop',
  'exposure',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

const answer = z.union([z.enum(['yes', 'no', 'unanswered']), z.boolean()]);
export const safetySchema = z
  .strictObject({
    bleeding: answer.optional().describe('Blood in the stool'),
    weightLoss: answer.optional().describe('Weight lost without wanting to'),
    familyHistory: answer
      .optional()
      .describe('Bowel or ovarian cancer, coeliac disease or inflammatory bowel disease in the close family'),
    stricture: answer.optional().describe('A known narrowing of the gut'),
    pregnancy: answer.optional().describe('Pregnant or breast-feeding'),
    weakenedImmunity: answer.optional().describe('A weak immune system, from illness or medicine'),
    centralLine: answer.optional().describe('A central venous line'),
    eatingDisorder: answer.optional().describe('An eating disorder, now or before'),
    insulin: answer.optional().describe('Insulin or another medicine that can cause low blood sugar'),
  } satisfies Record<(typeof safetyFlagIds)[number], z.ZodType>)
  .describe('Questions that change what may be advised. Left out or "unanswered" means not asked, never no');

export const personSchema = z.strictObject({
  age: z.number().describe(`Years; ${limits.youngestYears} or older`),
  sex: z.enum(['female', 'male']).optional(),
  weight: amount('Body weight with unit', '82 kg', '180 lb').optional(),
  height: amount('Height with unit', '175 cm', '5 ft 9 in').optional(),
  weightKg: z.number().optional().describe('Body weight in kg (instead of weight)'),
  heightCm: z.number().optional().describe('Height in cm (instead of height)'),
  conditions: z
    .array(z.enum(conditionIds))
    .max(20)
    .optional()
    .describe('Conditions a doctor has found; [] = none'),
  gfr: amount('Kidney filtration, if known', '90 mL/min').optional(),
  smoker: answer.optional(),
  lactase: z
    .enum(['persistent', 'non_persistent', 'unknown'])
    .optional()
    .describe('Can you digest milk sugar as an adult'),
  methane: answer.optional().describe('Methane found in a breath test'),
  foodAllergies: z.array(id('Food or food group')).max(50).optional(),
  safety: safetySchema.optional(),
});

const withoutTiming = { note: timing.note, weekdays: timing.weekdays };

export const habitualSchema = z
  .strictObject({
    style: z
      .array(z.enum(dietStyleIds))
      .max(4)
      .optional()
      .describe('What you leave out on purpose; meals that do not fit are told'),
    menu: id('One of the day menus').optional(),
    mealTimes,
    week: weekSchema.optional(),
    days: z.array(dayMealsSchema).max(800).optional().describe('Meals of single days'),
    adjust: z
      .array(
        z.union([
          addFoodSchema.pick({ add: true, amount: true, at: true, note: true }),
          removeFoodSchema.pick({ remove: true, amount: true, note: true }),
          swapFoodSchema.pick({ swap: true, with: true, amount: true, amountWith: true, note: true }),
        ]),
      )
      .max(100)
      .optional()
      .describe('How your days differ from the menu or the week'),
    medicines: z
      .array(
        medicineSchema
          .pick({ medicine: true, dose: true, times: true, perDay: true, at: true, prescribed: true })
          .extend(withoutTiming),
      )
      .max(50)
      .optional(),
    supplements: z
      .array(
        supplementSchema
          .pick({ supplement: true, dose: true, times: true, perDay: true, at: true })
          .extend(withoutTiming),
      )
      .max(50)
      .optional(),
    alcohol: z
      .array(alcoholSchema.pick({ alcohol: true, duration: true, at: true }).extend(withoutTiming))
      .max(14)
      .optional()
      .describe('Beside what the menu already holds'),
    stress: z.number().optional().describe('Lasting load, 0 to 3'),
    sleep: amount('Hours asleep a night', '7 h').optional(),
    sleepNeed: amount('Hours with which you feel rested (8 h unless given)', '8 h').optional(),
    exercise: z
      .array(exerciseSchema.pick({ exercise: true, effort: true, hot: true, at: true }).extend(withoutTiming))
      .max(14)
      .optional(),
    exposures: z
      .array(researchExposureSchema.pick({ exposure: true, dose: true }))
      .max(10)
      .optional()
      .describe('Research exposures that last (for checking the model only)'),
  })
  .describe('Life as it is: what you usually eat, take and do');

export const planSchema = z.strictObject({
  name: id('Short name, used to choose the plan').meta({ examples: ['more-fibre'] }),
  title: text('What it is, in your words').optional(),
  changes: z.array(changeSchema).max(500),
});
export type PlanDocument = z.infer<typeof planSchema>;

export const ownFoodSchema = z
  .strictObject({
    id: id('Your own id: small letters, digits, underscores'),
    name: text('What you call it'),
    like: id(
      'Food of the table that it resembles: fills what the label does not say, marked as estimated',
    ).optional(),
    per100g: z
      .record(z.string().max(40), z.number())
      .describe('What the label says, per 100 g, with the column names of the food table')
      .meta({ examples: [{ kcal: 250, protein_g: 9, fibre_g: 6 }] }),
    servings: z.record(z.string().max(40), amount('Weight of one', '40 g')).optional(),
  })
  .describe('A food that the table lacks');
export type OwnFood = z.infer<typeof ownFoodSchema>;

export const recipeSchema = z.strictObject({
  id: id('Your own id'),
  name: text('What you call it'),
  makes: amount('What comes out', '4 portions', '1200 g'),
  items: z.array(itemSchema).min(1).max(100),
});
export type Recipe = z.infer<typeof recipeSchema>;

const at = { day: dayNumber.optional(), date: isoDate.optional(), daysAgo: z.number().optional() };

export const measuredSchema = z.strictObject({
  test: z.enum(testIds),
  result: id('Which result of the test, where it has several')
    .meta({ examples: ['ratio_0_5h'] })
    .optional(),
  value: z.number(),
  unit: text('Unit as printed on the report').optional(),
  below: z.boolean().optional().describe('The report says "less than" this value'),
  ...at,
  method: text('Method or kit, if the report names it').optional(),
  note: timing.note,
});

const score = z.number().describe('0 none to 10 the worst imaginable');
export const diaryEntrySchema = z.strictObject({
  ...at,
  symptoms: z.partialRecord(z.enum([...symptomIds, ...recordedSymptomIds]), score).optional(),
  bristol: z
    .union([z.number(), z.array(z.number()).max(30)])
    .optional()
    .describe('Stool form 1 to 7, one or several'),
  notes: text('Anything').optional(),
});

export const testRequestSchema = z.strictObject({
  test: z.enum(testIds),
  ...at,
  at: clock.optional().describe('Time of the drink or the sample (08:00 unless given)'),
});

export const personFileSchema = z
  .strictObject({
    $schema: z.string().max(500).optional(),
    zonula: z.literal(personFileVersion).describe('Version of this format'),
    title: text('What this file is about').optional(),
    language: z.enum(['en', 'es']).optional(),
    startDate: isoDate.optional().describe('The date of day 0; needed only where dates are used'),
    person: personSchema,
    habitual: habitualSchema.optional(),
    history: z
      .array(changeSchema)
      .max(500)
      .optional()
      .describe('What happened before day 0 (negative days, daysAgo or dates)'),
    plans: z.array(planSchema).max(50).optional(),
    ownFoods: z.array(ownFoodSchema).max(500).optional(),
    recipes: z.array(recipeSchema).max(500).optional(),
    measured: z.array(measuredSchema).max(2000).optional().describe('Your own laboratory results'),
    diary: z.array(diaryEntrySchema).max(5000).optional(),
    tests: z.array(testRequestSchema).max(200).optional().describe('Laboratory tests to simulate'),
    horizon: amount('How far to look ahead (12 weeks unless given)', '12 weeks', '60 days').optional(),
    seed: z.number().optional().describe('Whole number; the same file and seed give the same result'),
    people: z.number().optional().describe('How many possible yous to simulate (20 unless given)'),
  })
  .describe('Zonula person file, version 1');
export type PersonFile = z.infer<typeof personFileSchema>;
