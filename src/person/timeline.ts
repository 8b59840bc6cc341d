/**
 * From a person's file and one plan to everything that a run needs to know about their life: meals by day,
 * exposures over time, settings, tests.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ZonulaError } from '../problem/problem.ts';
import { weekdayOfStart } from './calendar.ts';
import { personSettings } from './conditions.ts';
import {
  combineSegments,
  type DayRange,
  daysOfPeriod,
  exposureToInputs,
  rampShare,
  weekdayOf,
} from './exposures.ts';
import type { FoodKnowledge } from './food-knowledge.ts';
import { exclusiveExposures } from './normalise.ts';
import { ownFoodAsFood } from './own-food.ts';
import type {
  Diet,
  ExposureUse,
  FoodAdjustment,
  NormalisedChange,
  NormalisedFile,
  NormalisedMeal,
  NormalisedPlan,
  Period,
} from './person.ts';
import type { DayPattern, FoodPortion, InputSegment, PlannedMeal, Timeline } from './schedule.ts';
import { nearest } from './suggest.ts';

/** How a day's menu is split until the person moves it. */
const menuMeals = [
  { atHours: 8, share: 0.25 },
  { atHours: 13, share: 0.35 },
  { atHours: 19, share: 0.4 },
] as const;
const menuMealHours = 0.5;
/** Less of a food than this is left out: a rounding rest of a ramp or a swap. */
const leastGrams = 1e-9;

interface Use {
  readonly use: ExposureUse;
  readonly period: Period;
}

/**
 * @param planName a plan of the file; undefined: life as it is
 * @throws ZonulaError Z3083 for a plan that the file does not have, Z3070 when the file does not say what is eaten
 */
export function buildTimeline(
  file: NormalisedFile,
  planName: string | undefined,
  foods: Pick<FoodKnowledge, 'menu'>,
): Timeline {
  const plan = planName === undefined ? undefined : planOf(file, planName);
  const weekdayOfDayZero = weekdayOfStart(file.startDate);
  const changes = [...file.history, ...(plan?.changes ?? [])];
  const firstDay = Math.min(0, ...file.history.map(({ period }) => period.startDay));
  const range: DayRange = { firstDay, endDay: file.horizonDays, weekdayOfDayZero };
  const eating = new Eating(file, changes, foods, weekdayOfDayZero);
  const patterns = new Map<string, DayPattern>();
  const ids = new Map<string, string>();
  const patternId = (meals: readonly PlannedMeal[]): string => {
    // Most days are like others: each text is hashed once.
    const text = JSON.stringify(meals);
    const id = ids.get(text) ?? idOf(text);
    ids.set(text, id);
    if (!patterns.has(id)) patterns.set(id, { id, meals });
    return id;
  };
  const patternOfDay: string[] = [];
  for (let day = firstDay; day < file.horizonDays; day++) patternOfDay.push(patternId(eating.day(day)));
  const settings = personSettings(file.person);
  return {
    plan: plan?.name,
    firstDay,
    horizonDays: file.horizonDays,
    patternOfDay,
    habitualWeek: {
      patternOfWeekday: Array.from({ length: 7 }, (_, weekday) => patternId(eating.habitualWeekday(weekday))),
      segments: habitualWeek(file),
    },
    patterns,
    ownFoods: new Map(file.ownFoods.map((own) => [own.id, ownFoodAsFood(own)])),
    weekdayOfDayZero,
    segments: clip(
      combineSegments(
        lived(file, changes, range).flatMap(({ use, period }) => exposureToInputs(use, period, early(range))),
      ),
      24 * firstDay,
      24 * file.horizonDays,
    ),
    boluses: [],
    unknownBody: file.person.bmi === undefined,
    lactase: file.person.lactase,
    constants: settings.constants,
    parameters: settings.parameters,
    starts: settings.starts,
    historyDays: settings.historyDays,
    tests: file.tests,
  };
}

function planOf(file: NormalisedFile, name: string): NormalisedPlan {
  const plan = file.plans.find((one) => one.name === name);
  if (plan) return plan;
  const names = file.plans.map((one) => one.name);
  const near = nearest(name, names);
  throw new ZonulaError({
    code: 'Z3083',
    severity: 'error',
    message: `The file has no plan "${name}".`,
    fix: near
      ? `Did you mean ${near}?`
      : names.length > 0
        ? `Plans: ${names.join(', ')}.`
        : 'Add it under plans.',
  });
}

/** What begins shortly before the range may reach into it. */
function early(range: DayRange): DayRange {
  return { ...range, firstDay: range.firstDay - 7 };
}

/** Everything taken or done: habits where nothing takes their place, then history and the plan. */
function lived(file: NormalisedFile, changes: readonly NormalisedChange[], range: DayRange): Use[] {
  const added = changes.flatMap((change) =>
    change.kind === 'exposure' ? [{ use: change.use, period: change.period }] : [],
  );
  const habits = file.habitual.uses.flatMap(({ use, period }) => {
    const pauses = changes.flatMap((change) =>
      (change.kind === 'stop' && change.exposureId === use.exposureId) ||
      (change.kind === 'exposure' &&
        change.use.exposureId === use.exposureId &&
        exclusiveExposures.has(use.exposureId))
        ? [change.period]
        : [],
    );
    return without(period, pauses, early(range)).map((part) => ({ use, period: part }));
  });
  return [...habits, ...added];
}

/** The parts of a period that are left when others are cut out of it. */
function without(period: Period, pauses: readonly Period[], range: DayRange): Period[] {
  if (pauses.length === 0) return [period];
  const paused = new Set(
    pauses.flatMap((pause) => daysOfPeriod(pause, range.firstDay, range.endDay, range.weekdayOfDayZero)),
  );
  const parts: Period[] = [];
  let startDay: number | undefined;
  for (let day = range.firstDay; day <= range.endDay; day++) {
    const goesOn = day < range.endDay && !paused.has(day);
    if (goesOn) startDay ??= day;
    else if (startDay !== undefined) {
      parts.push({ ...period, startDay, endDay: day });
      startDay = undefined;
    }
  }
  return parts;
}

function clip(segments: readonly InputSegment[], fromHours: number, toHours: number): InputSegment[] {
  return segments
    .filter((segment) => segment.endHours > fromHours && segment.startHours < toHours)
    .map((segment) => ({
      ...segment,
      startHours: Math.max(fromHours, segment.startHours),
      endHours: Math.min(toHours, segment.endHours),
    }));
}

/** One week of habits, hours 0 to 168 from Monday midnight; what runs past Sunday midnight comes back on Monday. */
function habitualWeek(file: NormalisedFile): InputSegment[] {
  const range: DayRange = { firstDay: -7, endDay: 7, weekdayOfDayZero: 0 };
  const segments = file.habitual.uses.flatMap(({ use, period }) => exposureToInputs(use, period, range));
  return clip(combineSegments(segments), 0, 168);
}

function idOf(meals: string): string {
  return bytesToHex(sha256(utf8ToBytes(meals))).slice(0, 16);
}

/** What is eaten on each day. */
class Eating {
  private readonly file: NormalisedFile;
  private readonly foods: Pick<FoodKnowledge, 'menu'>;
  private readonly weekdayOfDayZero: number;
  private readonly habitual: (weekday: number) => readonly PlannedMeal[];
  private readonly diets: readonly Extract<NormalisedChange, { kind: 'diet' }>[];
  private readonly adjustments: readonly Extract<NormalisedChange, { kind: 'food' }>[];

  constructor(
    file: NormalisedFile,
    changes: readonly NormalisedChange[],
    foods: Pick<FoodKnowledge, 'menu'>,
    weekdayOfDayZero: number,
  ) {
    this.file = file;
    this.foods = foods;
    this.weekdayOfDayZero = weekdayOfDayZero;
    this.habitual = this.habitualDiet();
    this.diets = changes
      .flatMap((change) => (change.kind === 'diet' ? [change] : []))
      .sort((a, b) => a.period.startDay - b.period.startDay);
    this.adjustments = changes.flatMap((change) => (change.kind === 'food' ? [change] : []));
  }

  habitualWeekday(weekday: number): readonly PlannedMeal[] {
    return this.habitual(weekday);
  }

  day(day: number): readonly PlannedMeal[] {
    const weekday = weekdayOf(day, this.weekdayOfDayZero);
    const changed = this.dietOn(day, weekday);
    const recorded = this.file.habitual.days.get(day);
    // A recorded day is what was truly eaten; a plan that changes the diet goes before it.
    let meals = changed ?? (recorded ? recorded.map(plannedMeal) : this.habitual(weekday));
    for (const { period, adjustment, rampDays } of this.adjustments) {
      const [today] = daysOfPeriod(period, day, day + 1, this.weekdayOfDayZero);
      if (today === undefined) continue;
      meals = adjust(meals, adjustment, rampShare(day - period.startDay, rampDays));
    }
    return tidy(meals);
  }

  /** Meals of the diet that holds on a day, or undefined while it is the habitual one. */
  private dietOn(day: number, weekday: number): readonly PlannedMeal[] | undefined {
    let meals: readonly PlannedMeal[] | undefined;
    for (const { period, diet, rampDays } of this.diets) {
      if (day < period.startDay || (period.endDay !== undefined && day >= period.endDay)) continue;
      const share = rampShare(day - period.startDay, rampDays);
      meals = mix(meals ?? this.habitual(weekday), this.mealsOf(diet, weekday), share);
    }
    return meals;
  }

  private habitualDiet(): (weekday: number) => readonly PlannedMeal[] {
    const { diet, days, adjustments } = this.file.habitual;
    const base =
      diet === undefined
        ? this.recordedWeek([...days.entries()])
        : (weekday: number) => this.mealsOf(diet, weekday);
    const cache = new Map<number, readonly PlannedMeal[]>();
    return (weekday) => {
      const known = cache.get(weekday);
      if (known) return known;
      const meals = tidy(
        adjustments.reduce<readonly PlannedMeal[]>((before, one) => adjust(before, one, 1), base(weekday)),
      );
      cache.set(weekday, meals);
      return meals;
    };
  }

  /** Without a menu or a typical week: recorded days stand for their weekday, the others in turn for the rest. */
  private recordedWeek(
    days: readonly (readonly [number, readonly NormalisedMeal[]])[],
  ): (weekday: number) => readonly PlannedMeal[] {
    const sorted = [...days].sort(([a], [b]) => a - b);
    if (sorted.length === 0) {
      throw new ZonulaError({
        code: 'Z3070',
        severity: 'error',
        message: 'The file does not say what this person eats; nothing can be simulated without it.',
        where: { field: 'habitual' },
        fix: 'Add habitual.menu (such as western), habitual.week or habitual.days.',
      });
    }
    return (weekday) => {
      const same = sorted.find(([day]) => weekdayOf(day, this.weekdayOfDayZero) === weekday);
      const [, meals] = same ?? sorted[weekday % sorted.length] ?? [0, []];
      return meals.map(plannedMeal);
    };
  }

  private mealsOf(diet: Diet, weekday: number): readonly PlannedMeal[] {
    if (diet.kind === 'week') return (diet.week[weekday] ?? []).map(plannedMeal);
    const items = this.foods.menu(diet.menuId) ?? [];
    const times = diet.mealTimesHours;
    const meals =
      times === undefined || times.length === menuMeals.length
        ? menuMeals.map(({ atHours, share }, index) => ({ atHours: times?.[index] ?? atHours, share }))
        : times.map((atHours) => ({ atHours, share: 1 / times.length }));
    return meals.map(({ atHours, share }) => ({
      atHours,
      durationHours: menuMealHours,
      foods: items.map(({ foodId, grams }) => ({ foodId, grams: grams * share })),
    }));
  }
}

function plannedMeal({ atHours, durationHours, items }: NormalisedMeal): PlannedMeal {
  return { atHours, durationHours, foods: items };
}

/** A day between two diets: each meal of the one at (1 - share), of the other at share. */
function mix(
  before: readonly PlannedMeal[],
  after: readonly PlannedMeal[],
  share: number,
): readonly PlannedMeal[] {
  if (share >= 1) return after;
  return [...scaled(before, 1 - share), ...scaled(after, share)];
}

function scaled(meals: readonly PlannedMeal[], factor: number): PlannedMeal[] {
  return meals.map((meal) => ({
    ...meal,
    foods: meal.foods.map(({ foodId, grams }) => ({ foodId, grams: grams * factor })),
  }));
}

function dayGrams(meals: readonly PlannedMeal[], foodId: string): number {
  return meals.reduce(
    (sum, meal) =>
      sum + meal.foods.reduce((total, food) => total + (food.foodId === foodId ? food.grams : 0), 0),
    0,
  );
}

/** A food added, removed or swapped at a share of the wanted amount. */
function adjust(
  meals: readonly PlannedMeal[],
  adjustment: FoodAdjustment,
  share: number,
): readonly PlannedMeal[] {
  if (adjustment.kind === 'add') {
    const { foodId } = adjustment;
    const grams = adjustment.grams * share;
    const times =
      adjustment.atHours ?? (meals.length > 0 ? [...new Set(meals.map(({ atHours }) => atHours))] : [13]);
    return [
      ...meals,
      ...times.map((atHours) => ({
        atHours,
        durationHours: menuMealHours,
        foods: [{ foodId, grams: grams / times.length }],
      })),
    ];
  }
  const present = dayGrams(meals, adjustment.foodId);
  if (present <= 0) return meals;
  const wanted = (adjustment.grams ?? present) * share;
  const taken = Math.min(present, wanted);
  const left = 1 - taken / present;
  return meals.map((meal) => {
    const here = meal.foods.reduce(
      (sum, food) => sum + (food.foodId === adjustment.foodId ? food.grams : 0),
      0,
    );
    const kept = meal.foods.map((food) =>
      food.foodId === adjustment.foodId ? { ...food, grams: food.grams * left } : food,
    );
    if (adjustment.kind === 'remove' || here === 0) return { ...meal, foods: kept };
    // Gram for gram, unless the file says how much of the new food takes the place of how much of the old.
    const perGram =
      adjustment.gramsWith === undefined ? 1 : adjustment.gramsWith / (adjustment.grams ?? present);
    return {
      ...meal,
      foods: [...kept, { foodId: adjustment.withFoodId, grams: here * (1 - left) * perGram }],
    };
  });
}

/** Meals at one time become one, foods of one kind one portion; sorted, so that equal days are equal. */
function tidy(meals: readonly PlannedMeal[]): PlannedMeal[] {
  const byTime = new Map<number, { durationHours: number; foods: Map<string, number> }>();
  for (const meal of meals) {
    const at = byTime.get(meal.atHours) ?? { durationHours: 0, foods: new Map<string, number>() };
    at.durationHours = Math.max(at.durationHours, meal.durationHours);
    for (const { foodId, grams } of meal.foods) at.foods.set(foodId, (at.foods.get(foodId) ?? 0) + grams);
    byTime.set(meal.atHours, at);
  }
  return [...byTime.entries()]
    .sort(([a], [b]) => a - b)
    .map(([atHours, { durationHours, foods }]) => ({
      atHours,
      durationHours,
      foods: [...foods.entries()]
        .flatMap(([foodId, grams]): FoodPortion[] =>
          grams > leastGrams ? [{ foodId, grams: roundGrams(grams) }] : [],
        )
        .sort((a, b) => (a.foodId < b.foodId ? -1 : 1)),
    }))
    .filter(({ foods }) => foods.length > 0);
}

/** Grams to a millionth: equal days must be equal whatever the order of the sums. */
function roundGrams(grams: number): number {
  return Math.round(grams * 1e6) / 1e6;
}
