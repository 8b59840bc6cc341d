import {
  drawNutrients,
  expectedNutrients,
  findFood,
  type MealModelInputs,
  type MealPerson,
  mealModelInputs,
} from '../foods/index.ts';
import { combineSegments, inputFallbacks } from '../person/exposures.ts';
import type { DayPattern, InputSegment, Timeline } from '../person/schedule.ts';
import { ZonulaError } from '../problem/problem.ts';

const hoursPerDay = 24;
const daysPerWeek = 7;

/** Weights of starch and of sugar in the glycaemic load (specification, 3.17: assumed; there is no glycaemic-index column). */
const glycaemicWeights = { starch: 0.75, sugar: 0.65 } as const;

/** Substrates of a meal, by the model input that brings them into the stomach (g/h while the meal lasts). */
const mealInputs = {
  meal_fat: 'fat',
  meal_prot: 'prot',
  meal_starch: 'starch',
  meal_sugar: 'sugar',
  meal_oli: 'oli',
  meal_fib: 'fib',
  meal_glu: 'glu',
  meal_mon: 'mon',
  meal_lac: 'lac',
  meal_rs: 'rs',
  meal_nsf: 'nsf',
  meal_mlk: 'mlk',
  meal_oth: 'oth',
  u_alc_g: 'alcohol_g',
} as const satisfies Record<string, keyof MealModelInputs>;
const mealInputList = Object.entries(mealInputs);

/**
 * Pattern id of a day whose meals stand in the timeline's segments as model inputs, instead of as foods: the
 * reference diets of the specification and of studies that report nutrients only. Such a pattern needs no entry.
 */
export const declaredIntake = 'declared-intake';

/** What one virtual person eats on one kind of day. */
interface DayIntake {
  readonly meals: readonly {
    readonly atHours: number;
    readonly durationHours: number;
    readonly inputs: MealModelInputs;
  }[];
  /** Inputs that hold for the whole day, from its totals. */
  readonly daily: Readonly<Record<string, number>>;
}

export interface Eater extends MealPerson {
  /** Standard normal numbers of this person, by food and nutrient; undefined eats the expected amounts. */
  readonly foodDraw: ((key: string) => number) | undefined;
  readonly division: 'core' | 'full';
}

/** A life as the model's inputs see it. */
export interface Life {
  /** Hours from the first midnight of day 0. */
  readonly segments: readonly InputSegment[];
  /** One week of habitual life, hours 0 to 168 from Monday midnight, or one day when all days are alike. */
  readonly habitual: { readonly periodHours: number; readonly segments: readonly InputSegment[] };
}

/**
 * Turns a timeline into the model's inputs for one virtual person: meals become inflows of substrates,
 * day totals become inputs that hold for a day, exposures pass through.
 *
 * @param known ids of the inputs that the model at hand has; a substrate without an input is not modelled in it
 */
export function livedBy(timeline: Timeline, eater: Eater, known: ReadonlySet<string>): Life {
  const intakes = new Map<string, DayIntake>();
  const intakeWith = (segments: readonly InputSegment[]) => {
    const enzymeAt = beanEnzyme(segments);
    return (patternId: string, midnight: number): DayIntake => intakeOf(patternId, midnight, enzymeAt);
  };
  const intakeOf = (
    patternId: string,
    midnight: number,
    enzymeAt: ((hours: number) => number) | undefined,
  ): DayIntake => {
    if (patternId === declaredIntake) return { meals: [], daily: {} };
    const pattern = timeline.patterns.get(patternId);
    if (!pattern)
      throw new ZonulaError({
        code: 'Z5001',
        severity: 'error',
        message: `the timeline names the day pattern ${patternId} but does not hold it`,
      });
    const shares = enzymeAt ? pattern.meals.map(({ atHours }) => enzymeAt(midnight + atHours)) : [];
    const key = [patternId, ...shares].join(' ');
    const cached = intakes.get(key);
    if (cached) return cached;
    const intake = eat(pattern, eater, timeline.ownFoods, shares);
    intakes.set(key, intake);
    return intake;
  };
  const asKnown = (segments: readonly InputSegment[]): InputSegment[] =>
    // Two meals at once, or a medicine under its simpler name, fall on one input: what overlaps is added up.
    combineSegments(
      segments.flatMap((segment) => {
        if (known.has(segment.input)) return [segment];
        const fallback = inputFallbacks[segment.input];
        return fallback !== undefined && known.has(fallback) ? [{ ...segment, input: fallback }] : [];
      }),
    );
  let segments: readonly InputSegment[] | undefined;
  let habitual: Life['habitual'] | undefined;
  // Whoever is known from an earlier run needs no habits, and who is drawn again needs nothing else.
  return {
    get segments() {
      segments ??= asKnown([
        ...eaten(timeline.patternOfDay, timeline.firstDay, intakeWith(timeline.segments)),
        ...timeline.segments,
      ]);
      return segments;
    },
    get habitual() {
      const periodHours = habitualHours(timeline);
      const { patternOfWeekday, segments: week } = timeline.habitualWeek;
      habitual ??= {
        periodHours,
        segments: asKnown([
          ...eaten(
            patternOfWeekday.slice(0, periodHours / hoursPerDay),
            0,
            intakeWith(timeline.habitualWeek.segments),
          ),
          ...week
            .filter((segment) => segment.startHours < periodHours)
            .map((segment) => ({ ...segment, endHours: Math.min(segment.endHours, periodHours) })),
        ]),
      };
      return habitual;
    },
  };
}

/** Hours after which habitual life repeats itself: a day when all days are alike, else a week. */
export function habitualHours({ habitualWeek: { patternOfWeekday, segments } }: Timeline): number {
  const alike = new Set(patternOfWeekday).size === 1 && isDaily(segments);
  return (alike ? 1 : daysPerWeek) * hoursPerDay;
}

/** True when a week of exposures is the same day seven times over. */
function isDaily(segments: readonly InputSegment[]): boolean {
  const days = Array.from({ length: daysPerWeek }, () => new Set<string>());
  for (const { input, startHours, endHours, value, endValue } of segments) {
    // What holds the whole week is alike on every day.
    if (startHours <= 0 && endHours >= daysPerWeek * hoursPerDay && endValue === undefined) continue;
    const day = Math.floor(startHours / hoursPerDay);
    const text = [input, startHours - day * hoursPerDay, endHours - startHours, value, endValue].join('|');
    days[day]?.add(text);
  }
  const [monday = new Set<string>()] = days;
  return days.every((day) => day.size === monday.size && [...day].every((text) => monday.has(text)));
}

/** Share of a full dose of alpha-galactosidase that is there at some hour; undefined where none is taken. */
function beanEnzyme(segments: readonly InputSegment[]): ((hours: number) => number) | undefined {
  const taken = segments.filter(({ input }) => input === 'u_agal');
  if (taken.length === 0) return undefined;
  return (hours) =>
    Math.min(
      1,
      Math.max(
        0,
        ...taken.flatMap(({ startHours, endHours, value }) =>
          startHours <= hours && hours < endHours ? [value] : [],
        ),
      ),
    );
}

/** @param enzymeShares share of a full dose of alpha-galactosidase by meal; empty: none */
function eat(
  pattern: DayPattern,
  eater: Eater,
  ownFoods: Timeline['ownFoods'],
  enzymeShares: readonly number[],
): DayIntake {
  const meals = pattern.meals.map((meal, index) => {
    const items = meal.foods.map(({ foodId, grams }) => {
      const food = ownFoods.get(foodId) ?? findFood(foodId);
      if (!food)
        throw new ZonulaError({
          code: 'Z5002',
          severity: 'error',
          message: `the food ${foodId} of day pattern ${pattern.id} is not in the table`,
        });
      return { food, grams };
    });
    const vector = eater.foodDraw ? drawNutrients({ items }, eater.foodDraw) : expectedNutrients({ items });
    return {
      atHours: meal.atHours,
      durationHours: meal.durationHours,
      inputs: mealModelInputs(
        vector,
        { ...eater, alphaGalactosidase: enzymeShares[index] ?? 0 },
        eater.division,
      ),
    };
  });
  const sum = (value: (inputs: MealModelInputs) => number): number =>
    meals.reduce((total, meal) => total + value(meal.inputs), 0);
  const fat = sum((inputs) => inputs.fat);
  return {
    meals,
    daily: {
      // Without fat there is no share: the reference then stands, because nothing is loaded with it.
      ...(fat > 0 ? { sfa_frac: sum((inputs) => (inputs.sfa_frac ?? 0) * inputs.fat) / fat } : {}),
      nns: sum((inputs) => inputs.nns),
      vit_d_food_ug: sum((inputs) => inputs.vit_d_ug),
      zinc_mg: sum((inputs) => inputs.zinc_mg),
      u_emul:
        sum((inputs) => inputs.emulsifier * inputs.energy_kcal) /
        Math.max(
          1,
          sum((inputs) => inputs.energy_kcal),
        ),
      live_cfu: sum((inputs) => inputs.liveCfu),
      mlk_d: sum((inputs) => inputs.mlk),
      gl_d: sum((inputs) => glycaemicWeights.starch * inputs.starch + glycaemicWeights.sugar * inputs.sugar),
    },
  };
}

/** Meals and day totals of a row of days as input segments; a day total that does not change is one long segment. */
function eaten(
  patternOfDay: readonly string[],
  firstDay: number,
  intakeOf: (patternId: string, midnight: number) => DayIntake,
): InputSegment[] {
  const segments: InputSegment[] = [];
  const open = new Map<string, { startHours: number; value: number }>();
  const close = (input: string, endHours: number): void => {
    const held = open.get(input);
    if (held) segments.push({ input, startHours: held.startHours, endHours, value: held.value });
    open.delete(input);
  };
  patternOfDay.forEach((patternId, i) => {
    const midnight = (firstDay + i) * hoursPerDay;
    const { meals, daily } = intakeOf(patternId, midnight);
    for (const { atHours, durationHours, inputs } of meals) {
      for (const [input, substrate] of mealInputList) {
        const grams = inputs[substrate];
        if (typeof grams !== 'number' || grams === 0) continue;
        const startHours = midnight + atHours;
        segments.push({
          input,
          startHours,
          endHours: startHours + durationHours,
          value: grams / durationHours,
        });
      }
    }
    for (const input of new Set([...open.keys(), ...Object.keys(daily)])) {
      const value = daily[input];
      if (open.get(input)?.value === value) continue;
      close(input, midnight);
      if (value !== undefined) open.set(input, { startHours: midnight, value });
    }
  });
  for (const input of [...open.keys()]) close(input, (firstDay + patternOfDay.length) * hoursPerDay);
  return segments;
}
