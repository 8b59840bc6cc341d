/**
 * Closed word lists of the person file. Ids are public: they change only with a migration.
 */

/** Laboratory tests that can be simulated or entered as own results. */
export const testIds = [
  'two_sugar',
  'multi_sugar',
  'cr_edta',
  'peg',
  'lal_endotoxin',
  'lbp',
  'crp',
  'il6',
  'tnf',
  'fecal_calprotectin',
  'ifabp',
  'citrulline',
  'vitamin_d_25oh',
  'ferritin',
  'stool_scfa',
  'stool_ph',
  'stool_weight',
  'bristol',
  'breath_hydrogen',
  'guild_shares',
] as const;
export type TestId = (typeof testIds)[number];

/** Symptoms with an observation model; a diary may also hold `recordedSymptomIds`. */
export const symptomIds = [
  'bloating',
  'constipation',
  'pain',
  'fatigue',
  'low_mood',
  'acne',
  'eczema',
  'joint_pain',
  'food_reaction',
] as const;
export type SymptomId = (typeof symptomIds)[number];

/** Kept in the diary and shown beside the rest, but nothing in the model speaks about them. */
export const recordedSymptomIds = [
  'diarrhoea',
  'urgency',
  'wind',
  'nausea',
  'heartburn',
  'headache',
] as const;
export type RecordedSymptomId = (typeof recordedSymptomIds)[number];

/** Conditions a person may name; what each changes stands in `conditions.ts`. */
export const conditionIds = [
  'coeliac_untreated',
  'coeliac_treated',
  'crohn_active',
  'crohn_remission',
  'ulcerative_colitis_active',
  'ulcerative_colitis_remission',
  'ibs_d',
  'ibs_c',
  'ibs_m',
  'post_infectious_ibs',
  'lactase_non_persistent',
  'type_2_diabetes',
  'obesity',
  'fatty_liver',
  'cirrhosis',
  'milk_allergy',
  'food_allergy',
  'pancreatic_insufficiency',
  'pancreatic_insufficiency_treated',
] as const;
export type ConditionId = (typeof conditionIds)[number];

/** Questions that change what may be said to this person. Unanswered means not asked, never no. */
export const safetyFlagIds = [
  'bleeding',
  'weightLoss',
  'familyHistory',
  'stricture',
  'pregnancy',
  'weakenedImmunity',
  'centralLine',
  'eatingDisorder',
  'insulin',
] as const;
export type SafetyFlagId = (typeof safetyFlagIds)[number];

export const weekdayIds = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type WeekdayId = (typeof weekdayIds)[number];

export const infectionIds = ['gastroenteritis'] as const;
export type InfectionId = (typeof infectionIds)[number];

/** Ways of eating that leave something out; the meals are checked against them. */
export const dietStyleIds = ['vegan', 'vegetarian', 'gluten_free', 'dairy_free'] as const;
export type DietStyleId = (typeof dietStyleIds)[number];

/** Bounds of what the person file accepts. */
export const limits = {
  youngestYears: 18,
  /** Above this age nothing in the evidence speaks; the run goes on with a warning. */
  oldestStudiedYears: 80,
  oldestYears: 120,
  longestHorizonDays: 730,
  /** Bytes of a person file. A year of diary is about 0.2 MB. */
  largestFileBytes: 2_000_000,
  mostAliases: 100,
  mostPeople: 10_000,
  largestFoodGrams: 5000,
} as const;
