import type { EquationSystem } from '../../src/language/system.ts';
import type { LaneBolus, LaneSchedule, LaneSegment } from '../../src/solver/contract.ts';

/** Grams of one meal, by the model input that brings them (inputs are grams per hour). */
export interface MealGrams {
  readonly [input: string]: number;
}

/** A mixed western day of about 2,100 kcal with 20 g of fibre, in three meals. */
export const WESTERN_MEALS: readonly (readonly [hour: number, duration: number, grams: MealGrams])[] = [
  [
    7.5,
    0.4,
    {
      meal_fat: 18,
      meal_prot: 18,
      meal_starch: 45,
      meal_sugar: 25,
      meal_fib: 3,
      meal_oli: 1,
      meal_rs: 0.8,
      meal_nsf: 1.5,
      meal_glu: 4,
      meal_lac: 9,
      meal_mlk: 7,
    },
  ],
  [
    12.5,
    0.5,
    {
      meal_fat: 28,
      meal_prot: 30,
      meal_starch: 60,
      meal_sugar: 20,
      meal_fib: 6,
      meal_oli: 1.5,
      meal_rs: 1.6,
      meal_nsf: 2.5,
      meal_glu: 5,
      meal_lac: 2,
      meal_mlk: 2,
    },
  ],
  [
    19,
    0.7,
    {
      meal_fat: 34,
      meal_prot: 38,
      meal_starch: 65,
      meal_sugar: 30,
      meal_fib: 7,
      meal_oli: 2,
      meal_rs: 2.2,
      meal_nsf: 3,
      meal_glu: 4,
      meal_lac: 4,
      meal_mlk: 3,
    },
  ],
];

/** How much of the usual a day's meals are, so that no two days are alike: a week that repeats. */
const DAY_FACTORS = [1, 0.9, 1.15, 0.8, 1.05, 1.3, 0.95] as const;

/**
 * A life of meals for tests and benchmarks: three meals a day whose size changes over the week.
 *
 * @param vary false makes all days alike (a period of 24 hours)
 * @param boluses amounts by state id, given at each day's hour
 */
export function gutLife(
  system: EquationSystem,
  days: number,
  options: {
    readonly vary?: boolean;
    readonly base?: Readonly<Record<string, number>>;
    readonly segments?: readonly {
      readonly input: string;
      readonly startHours: number;
      readonly endHours: number;
      readonly value: number;
      readonly endValue?: number;
    }[];
    readonly boluses?: readonly {
      readonly state: string;
      readonly timeHours: number;
      readonly amount: number;
    }[];
    readonly scale?: number;
  } = {},
): LaneSchedule {
  const { vary = true, scale = 1 } = options;
  const inputAt = new Map(system.inputs.map(({ id }, index) => [id, index]));
  const stateAt = new Map(system.states.map(({ id }, index) => [id, index]));
  const base = Float64Array.from(system.inputs, ({ id, value }) => options.base?.[id] ?? value);
  const segments: LaneSegment[] = [];
  for (let day = 0; day < days; day++) {
    const factor = scale * (vary ? (DAY_FACTORS[day % 7] ?? 1) : 1);
    for (const [hour, duration, grams] of WESTERN_MEALS)
      for (const [id, amount] of Object.entries(grams)) {
        const input = inputAt.get(id);
        if (input === undefined) continue;
        const startHours = 24 * day + hour;
        segments.push({
          input,
          startHours,
          endHours: startHours + duration,
          value: (amount * factor) / duration,
        });
      }
  }
  for (const { input, ...rest } of options.segments ?? [])
    segments.push({ input: known(inputAt, input), ...rest });
  const boluses = (options.boluses ?? []).map(
    ({ state, ...rest }): LaneBolus => ({ state: known(stateAt, state), ...rest }),
  );
  return { base, segments, boluses };
}

function known(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) throw new RangeError(`the model has no ${id}`);
  return place;
}
