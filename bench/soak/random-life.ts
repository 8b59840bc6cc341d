import type { ModelSystem } from '../../src/language/system.ts';
import { randomStream } from '../../src/random/philox.ts';
import { drawPrior, isUncertain } from '../../src/simulate/priors.ts';
import { personalValue } from '../../src/simulate/variation.ts';
import type { LaneBolus, LaneSchedule, LaneSegment } from '../../src/solver/contract.ts';

const SEED = 20261124;
const KCAL_PER_GRAM = { meal_fat: 9, meal_prot: 4, meal_starch: 4, meal_sugar: 4 } as const;
/** What a whole day may bring of the rest, g. */
const OTHER_GRAMS = {
  meal_oli: 25,
  meal_fib: 60,
  meal_glu: 30,
  meal_lac: 60,
  meal_rs: 40,
  meal_nsf: 40,
  meal_mlk: 80,
  meal_oth: 120,
} as const;
/** Who somebody is, rather than what happens to them. */
const TRAITS: ReadonlySet<string> = new Set([
  'age',
  'weight',
  'GFR',
  'sens',
  't2d',
  'react',
  'meth',
  'cdi_carrier',
  'u_obese',
  'sfa_frac',
  'u_lactase',
  'season_d25',
  'iron_food',
  'b12_in',
  'zinc_mg',
  'vit_d_food_ug',
  'mlk_d',
  'gl_d',
]);
/** Bolus doses, by state: the most at once. */
const BOLUSES: readonly (readonly [string, number])[] = [
  ['lps_free', 1000],
  ['st_sugar', 100],
  ['sb_bact', 5],
  ['pc_wat', 1],
];

type Draw = () => number;

function stream(person: number, name: string): Draw {
  const { uniform } = randomStream(SEED, `soak/${person}/${name}`);
  let next = 0;
  return () => uniform(next++);
}

/**
 * Parameters of one person: prior and personal draws; every tenth person instead has each uncertain parameter
 * anywhere in its range.
 */
export function randomParameters(model: ModelSystem, person: number): Float64Array {
  const extreme = person % 10 === 9;
  const draw = stream(person, 'parameters');
  return Float64Array.from(model.parameters, (parameter) => {
    const { id, value, range } = parameter;
    if (!extreme) return personalValue(id, drawPrior(parameter, SEED, person), SEED, person);
    const [low, high] = range;
    const u = draw();
    if (!isUncertain(parameter)) return value;
    return low > 0 ? low * (high / low) ** u : low + (high - low) * u;
  });
}

/** A fortnight that may hold anything: gluttony, fasting, drugs, infection, endotoxin, sleepless nights. */
export function randomLife(model: ModelSystem, person: number, days: number): LaneSchedule {
  const inputAt = new Map(model.inputs.map(({ id }, i) => [id, i]));
  const stateAt = new Map(model.states.map(({ id }, i) => [id, i]));
  const segments: LaneSegment[] = [];
  const base = new Float64Array(model.inputs.length);
  const draw = stream(person, 'life');
  const isMeal = (id: string): boolean => id.startsWith('meal_');
  model.inputs.forEach(({ id, value, range }, input) => {
    const [low, high] = range;
    base[input] = TRAITS.has(id) ? low + (high - low) * draw() : value;
    if (TRAITS.has(id) || isMeal(id)) return;
    if (draw() > 0.2) return;
    let from = draw() * 24 * days * 0.7;
    for (let n = 0; n < 4 && from < 24 * days; n++) {
      const hours = 0.1 * 2400 ** draw();
      const size = draw() < 0.5 ? 0.1 * draw() : draw();
      const level = (share: number): number => value + (draw() < 0.5 ? high - value : low - value) * share;
      const first = level(size);
      segments.push({
        input,
        startHours: from,
        endHours: from + hours,
        value: first,
        ...(draw() < 0.3 ? { endValue: level(draw()) } : {}),
      });
      from += hours + 0.1 * 1000 ** draw();
    }
  });
  for (let day = 0; day < days; day++) for (const meal of mealsOfDay(draw)) serve(24 * day, meal);
  function serve(midnight: number, { atHours, durationHours, grams }: RandomMeal): void {
    for (const [id, amount] of Object.entries(grams)) {
      const input = inputAt.get(id);
      if (input === undefined || amount === 0) continue;
      const startHours = midnight + atHours;
      segments.push({
        input,
        startHours,
        endHours: startHours + durationHours,
        value: amount / durationHours,
      });
    }
  }
  const boluses: LaneBolus[] = [];
  for (const [id, most] of BOLUSES) {
    const state = stateAt.get(id);
    if (state === undefined || draw() > 0.1) continue;
    boluses.push({ state, timeHours: draw() * 24 * days, amount: most * draw() });
  }
  return { base, segments, boluses };
}

interface RandomMeal {
  readonly atHours: number;
  readonly durationHours: number;
  readonly grams: Readonly<Record<string, number>>;
}

/** None to six meals of 0 to 8000 kcal together; no meal is eaten faster than its inputs allow. */
function mealsOfDay(draw: Draw): RandomMeal[] {
  if (draw() < 0.08) return [];
  const kcal = 8000 * draw() ** 1.7;
  const count = 1 + Math.floor(6 * draw());
  const shares = Array.from({ length: count }, () => 0.1 + draw());
  const all = shares.reduce((a, b) => a + b, 0);
  const slot = 23.9 / count;
  return shares.map((share, i) => {
    const energy = (kcal * share) / all;
    const split = Object.keys(KCAL_PER_GRAM).map((id): [string, number] => [id, -Math.log(draw())]);
    const parts = split.reduce((sum, [, part]) => sum + part, 0);
    const grams: Record<string, number> = {};
    for (const [id, part] of split)
      grams[id] = (energy * part) / parts / KCAL_PER_GRAM[id as keyof typeof KCAL_PER_GRAM];
    for (const [id, most] of Object.entries(OTHER_GRAMS)) grams[id] = (most * draw() ** 2 * share) / all;
    const slowest = Math.max(...Object.values(grams)) / 300;
    const durationHours = Math.min(slot * 0.95, Math.max(0.1 + 1.2 * draw() ** 2, slowest));
    const atHours = slot * i + (slot - durationHours) * draw();
    return { atHours, durationHours, grams };
  });
}
