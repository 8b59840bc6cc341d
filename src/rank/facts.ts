import {
  expectedPer100g,
  type Food,
  findFood,
  type MealItem,
  type MealNutrients,
  mealNutrients,
  nutrientCoverage,
} from '../foods/index.ts';
import { daysOfPeriod } from '../person/exposures.ts';
import {
  buildTimeline,
  type ExposureUse,
  type FoodKnowledge,
  type NormalisedFile,
  type Timeline,
} from '../person/index.ts';
import { logarithmToTen } from '../random/elementary.ts';
import type { NumberFact } from './catalogue-shape.ts';

const daysPerWeek = 7;
const hoursPerDay = 24;
/** International units in a microgram of vitamin D. */
export const unitsPerMicrogram = 40;
/** Energy of a gram, kcal, by the usual factors. */
const kcalPerGramFat = 9;
const kcalPerGramSugar = 4;
/** A diary mean from here on is a complaint; 3 is where the symptom model counts a day as a bad one. */
const complaintFromScore = 2;
/** Only so many of the latest days of a diary say how things are now. */
const diaryDays = 28;

export interface Complaint {
  readonly symptom: string;
  /** Mean score of the latest diary days; undefined when only the condition says so. */
  readonly meanScore: number | undefined;
  readonly days: number;
  readonly because: 'diary' | 'condition';
}

/** What is known of one person's habitual life, in numbers. Unknown is undefined, never zero. */
export interface PersonFacts {
  readonly numbers: Readonly<Record<NumberFact, number | undefined>>;
  /** Clock times at which something is eaten in the usual week. */
  readonly mealHours: readonly number[];
  /** Mean grams a day of each food. */
  readonly gramsOfFood: ReadonlyMap<string, number>;
  readonly uses: readonly { readonly use: ExposureUse; readonly daysPerWeek: number }[];
  readonly complaints: readonly Complaint[];
  readonly exercisesInHeat: boolean;
  readonly nutrients: MealNutrients;
  /** Share of each nutrient's base that is known. */
  readonly coverage: Readonly<Record<string, number>>;
  readonly file: NormalisedFile;
}

/**
 * @param knowledge the food table as the reader of person files sees it
 * @throws ZonulaError Z3070 when the file does not say what is eaten
 */
export function factsOf(file: NormalisedFile, knowledge: FoodKnowledge): PersonFacts {
  const timeline = buildTimeline({ ...file, plans: [], horizonDays: 1 }, undefined, knowledge);
  const gramsOfFood = meanDay(timeline);
  const items = [...gramsOfFood].flatMap(([foodId, grams]): MealItem[] => {
    const food = foodOf(timeline, foodId);
    return food ? [{ food, grams }] : [];
  });
  const nutrients = mealNutrients(items);
  const uses = file.habitual.uses.map(({ use, period }) => ({
    use,
    daysPerWeek: daysOfPeriod({ ...period, startDay: 0, endDay: undefined }, 0, 28, 0).length / 4,
  }));
  return {
    numbers: numbersOf(file, timeline, items, nutrients, uses),
    mealHours: [
      ...new Set(
        timeline.habitualWeek.patternOfWeekday.flatMap(
          (id) => timeline.patterns.get(id)?.meals.map(({ atHours }) => atHours) ?? [],
        ),
      ),
    ].sort((a, b) => a - b),
    gramsOfFood,
    uses,
    complaints: complaintsOf(file),
    exercisesInHeat: uses.some(({ use }) => use.exposureId === 'exercise' && use.hot === true),
    nutrients,
    coverage: nutrientCoverage(nutrients),
    file,
  };
}

function foodOf(timeline: Timeline, foodId: string): Food | undefined {
  return timeline.ownFoods.get(foodId) ?? findFood(foodId);
}

function meanDay(timeline: Timeline): Map<string, number> {
  const grams = new Map<string, number>();
  for (const patternId of timeline.habitualWeek.patternOfWeekday) {
    for (const meal of timeline.patterns.get(patternId)?.meals ?? []) {
      for (const food of meal.foods)
        grams.set(food.foodId, (grams.get(food.foodId) ?? 0) + food.grams / daysPerWeek);
    }
  }
  return grams;
}

/** Largest amount of lactose at one sitting of the week, expected value. */
function largestLactoseMeal(timeline: Timeline): number {
  let largest = 0;
  for (const { meals } of timeline.patterns.values()) {
    for (const { foods } of meals) {
      const grams = foods.reduce((sum, { foodId, grams: eaten }) => {
        const food = foodOf(timeline, foodId);
        return sum + (food ? (expectedPer100g(food).lactose_g * eaten) / 100 : 0);
      }, 0);
      largest = Math.max(largest, grams);
    }
  }
  return largest;
}

function numbersOf(
  file: NormalisedFile,
  timeline: Timeline,
  items: readonly MealItem[],
  { totals }: MealNutrients,
  uses: PersonFacts['uses'],
): Record<NumberFact, number | undefined> {
  const { person } = file;
  const amount = (id: keyof typeof totals): number => totals[id].known + totals[id].imputed;
  const energy = amount('energy_kcal');
  const share = (grams: number, kcalPerGram: number): number | undefined =>
    energy > 0 ? (100 * grams * kcalPerGram) / energy : undefined;
  const perDay = (exposureId: string): number =>
    uses
      .filter(({ use }) => use.exposureId === exposureId)
      .reduce(
        (sum, { use, daysPerWeek: days }) => sum + (use.dose * use.atHours.length * days) / daysPerWeek,
        0,
      );
  const exercise = uses.filter(({ use }) => use.exposureId === 'exercise');
  const live = items.reduce(
    (sum, { food, grams }) =>
      sum + (food.live.log10CfuPerGram === undefined ? 0 : grams * 10 ** food.live.log10CfuPerGram),
    0,
  );
  return {
    age: person.ageYears,
    bmi: person.bmi,
    energy_kcal: energy,
    fibre_g: amount('fibre_g'),
    saturated_fat_percent: share(amount('saturated_fat_g'), kcalPerGramFat),
    free_sugars_percent: share(amount('free_sugars_g'), kcalPerGramSugar),
    lactose_g: amount('lactose_g'),
    largest_lactose_meal_g: largestLactoseMeal(timeline),
    fodmap_g:
      amount('fructan_g') +
      amount('gos_g') +
      amount('polyols_g') +
      (person.lactase === 'non_persistent' || person.conditions?.includes('lactase_non_persistent')
        ? amount('lactose_g')
        : 0),
    gos_g: amount('gos_g'),
    gluten_g: amount('gluten_g'),
    vitamin_d_ug: amount('vitamin_d_ug') + perDay('vitamin_d') / unitsPerMicrogram,
    zinc_mg: amount('zinc_mg') + perDay('zinc'),
    fish_fat_g: amount('epa_dha_g'),
    sweetened_servings: items.reduce(
      (sum, { food, grams }) => sum + (food.sweetened ? grams / food.servingGrams : 0),
      0,
    ),
    emulsifier_foods_g: items.reduce(
      (sum, { food, grams }) => sum + (food.emulsifierClass > 0 ? grams : 0),
      0,
    ),
    live_log10_cfu: live > 0 ? logarithmToTen(live) : 0,
    alcohol_g: amount('alcohol_g') + perDay('alcohol'),
    nsaid_days_per_week: Math.min(
      daysPerWeek,
      uses
        .filter(({ use }) => nsaidIds.has(use.exposureId))
        .reduce((sum, { daysPerWeek: days }) => sum + days, 0),
    ),
    stress_level: perDay('stress_period'),
    sleep_lost_h: perDay('sleep_loss'),
    exercise_minutes_per_week: exercise.reduce(
      (sum, { use, daysPerWeek: days }) =>
        sum + ((use.durationHours ?? 0) % hoursPerDay) * 60 * days * use.atHours.length,
      0,
    ),
    hardest_effort_percent: Math.max(0, ...exercise.map(({ use }) => use.dose)),
  };
}

const nsaidIds = new Set(['indomethacin', 'naproxen', 'ibuprofen', 'aspirin', 'diclofenac', 'meloxicam']);

/** What a condition means by its name. */
const complaintsOfCondition: Readonly<Record<string, readonly string[]>> = {
  ibs_d: ['pain', 'bloating', 'diarrhoea'],
  ibs_c: ['pain', 'bloating', 'constipation'],
  ibs_m: ['pain', 'bloating'],
  post_infectious_ibs: ['pain', 'bloating', 'diarrhoea'],
};

function complaintsOf(file: NormalisedFile): Complaint[] {
  const latest = [...file.diary].sort((a, b) => b.day - a.day).slice(0, diaryDays);
  const written = [...new Set(latest.flatMap(({ symptoms }) => Object.keys(symptoms)))].sort();
  const complaints = written.flatMap((id): Complaint[] => {
    const scores = latest.flatMap(({ symptoms }) => {
      const score = (symptoms as Readonly<Record<string, number | undefined>>)[id];
      return score === undefined ? [] : [score];
    });
    if (scores.length === 0) return [];
    const meanScore = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return meanScore >= complaintFromScore
      ? [{ symptom: id, meanScore, days: scores.length, because: 'diary' }]
      : [];
  });
  for (const condition of file.person.conditions ?? []) {
    for (const symptom of complaintsOfCondition[condition] ?? []) {
      if (!complaints.some((one) => one.symptom === symptom))
        complaints.push({ symptom, meanScore: undefined, days: 0, because: 'condition' });
    }
  }
  return complaints;
}
