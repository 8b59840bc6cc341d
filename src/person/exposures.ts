/**
 * From what a person takes or does to inputs of the model over time.
 */
import { exposureCatalogue } from './exposure-catalogue.ts';
import type { Effect, Exposure, ExposureKind, Points } from './exposure-shape.ts';
import type { ExposureUse, Period } from './person.ts';
import type { InputSegment } from './schedule.ts';
import { nearest, plainWords } from './suggest.ts';

export type { Effect, Exposure, ExposureKind, Points };

const byId = new Map(exposureCatalogue.map((exposure) => [exposure.id, exposure]));
const byWords = new Map<string, Exposure>();
for (const exposure of exposureCatalogue) {
  for (const words of [exposure.id, exposure.labelEn, exposure.labelEs, ...exposure.aliases]) {
    const key = plainWords(words);
    if (!byWords.has(key)) byWords.set(key, exposure);
  }
}

/** Where an assembly lacks an input, the one that takes its place (simpler assemblies name some inputs otherwise). */
export const inputFallbacks: Readonly<Record<string, string>> = {
  u_nsaid_in: 'u_nsaid',
  u_ppi: 'ppi',
  meal_rs: 'meal_fib',
};

/** How several segments of one input go together: amounts add up, shares of a full effect do not exceed the largest. */
export function combination(input: string): 'sum' | 'largest' {
  return largestOfInputs.has(input) ? 'largest' : 'sum';
}
const largestOfInputs = new Set([
  'u_abx',
  'u_ppi',
  'u_dscg',
  'u_antitnf',
  'u_chem',
  'u_ald',
  'u_lactase',
  'u_agal',
  'u_allergen',
  'u_chronic',
]);

export function exposureById(id: string): Exposure | undefined {
  return byId.get(id);
}

/** An exposure by id, name or alias, in English or Spanish, whatever the case and accents. */
export function findExposure(words: string, kinds: readonly ExposureKind[]): Exposure | undefined {
  const found = byWords.get(plainWords(words));
  return found && kinds.includes(found.kind) ? found : undefined;
}

/** The id of the nearest exposure of these kinds, for "did you mean". */
export function suggestExposure(words: string, kinds: readonly ExposureKind[]): string | undefined {
  const names = new Map<string, string>();
  for (const exposure of exposureCatalogue) {
    if (!kinds.includes(exposure.kind)) continue;
    for (const name of [exposure.id, exposure.labelEn, exposure.labelEs, ...exposure.aliases])
      names.set(name, exposure.id);
  }
  const name = nearest(words, names.keys());
  return name === undefined ? undefined : names.get(name);
}

/** Straight lines between the points; flat before the first. Beyond the last: flat, or on along the last line. */
export function readPoints(points: Points, at: number, beyond: 'flat' | 'straight'): number {
  const [first] = points;
  if (!first || at <= first[0]) return first?.[1] ?? 0;
  for (let index = 1; index < points.length; index++) {
    const left = points[index - 1];
    const right = points[index];
    if (!left || !right) continue;
    const last = index === points.length - 1;
    if (at <= right[0] || (last && beyond === 'straight')) {
      return left[1] + ((right[1] - left[1]) * (at - left[0])) / (right[0] - left[0]);
    }
    if (last) return right[1];
  }
  return first[1];
}

/** Days (whole numbers) on which the period holds, from `firstDay` up to but without `endDay`. */
export function daysOfPeriod(
  period: Period,
  firstDay: number,
  endDay: number,
  weekdayOfDayZero: number,
): number[] {
  const start = Math.floor(period.startDay);
  const end = Math.min(endDay, period.endDay ?? endDay);
  const days: number[] = [];
  for (let day = Math.max(start, firstDay); day < end; day++) {
    if (period.everyDays !== undefined && (day - start) % period.everyDays !== 0) continue;
    if (period.weekdays && !period.weekdays.includes(weekdayOf(day, weekdayOfDayZero))) continue;
    days.push(day);
  }
  return days;
}

/** 0 = Monday. */
export function weekdayOf(day: number, weekdayOfDayZero: number): number {
  return (((day + weekdayOfDayZero) % 7) + 7) % 7;
}

/** The run of days for which inputs are wanted. */
export interface DayRange {
  readonly firstDay: number;
  /** First day after it. */
  readonly endDay: number;
  /** 0 = Monday. */
  readonly weekdayOfDayZero: number;
}

/** Share of the dose on the n-th day (0 = first) of a ramp of `rampDays`: 1/n, 2/n ... 1. */
export function rampShare(daysSinceStart: number, rampDays: number | undefined): number {
  return rampDays === undefined || rampDays <= 0 ? 1 : Math.min(1, (daysSinceStart + 1) / rampDays);
}

/**
 * The segments of one exposure over a range of days; overlapping segments are left to `combineSegments`.
 *
 * Effects of the whole day (a held level, a daily amount) of a weekly dose are spread over the week where the
 * amount counts (`daily`), and stand only on the days themselves where the presence counts (`held`, `level`).
 */
export function exposureToInputs(use: ExposureUse, period: Period, range: DayRange): InputSegment[] {
  const exposure = byId.get(use.exposureId);
  if (!exposure) return [];
  const days = daysOfPeriod(period, range.firstDay, range.endDay, range.weekdayOfDayZero);
  return exposure.effects.flatMap((effect) => effectSegments(effect, use, period, range, days));
}

function effectSegments(
  effect: Effect,
  use: ExposureUse,
  period: Period,
  range: DayRange,
  days: readonly number[],
): InputSegment[] {
  const ramp = (day: number) => rampShare(day - Math.floor(period.startDay), use.rampDays);
  const perDose = (make: (dose: number) => { value: number; hours: number }): InputSegment[] =>
    days.flatMap((day) =>
      use.atHours.map((hour) => {
        const { value, hours } = make(use.dose * ramp(day));
        const startHours = 24 * day + hour;
        return { input: effect.input, startHours, endHours: startHours + hours, value };
      }),
    );
  const wholeDays = (chosen: readonly number[], make: (dailyDose: number) => number): InputSegment[] =>
    joinDays(
      effect.input,
      chosen.map((day) => [day, make(use.dose * use.atHours.length * ramp(day))] as const),
    );

  switch (effect.kind) {
    case 'pulse':
      return perDose((dose) => ({
        value: (effect.value * dose) / effect.referenceDose,
        hours: use.durationHours ?? effect.hours,
      }));
    case 'event':
      return perDose(() => ({ value: effect.value, hours: use.durationHours ?? effect.hours }));
    case 'delivered':
      return perDose((dose) => {
        const hours =
          use.durationHours ?? Math.max(effect.hours, effect.dosePerHour ? dose / effect.dosePerHour : 0);
        return { value: (dose * effect.factor) / hours, hours };
      });
    case 'daily': {
      const every = { ...period };
      delete every.weekdays;
      delete every.everyDays;
      const all = daysOfPeriod(every, range.firstDay, range.endDay, range.weekdayOfDayZero);
      const share = (period.weekdays ? period.weekdays.length / 7 : 1) / (period.everyDays ?? 1);
      return wholeDays(all, (dailyDose) => dailyDose * effect.factor * share);
    }
    case 'held':
      return wholeDays(days, () => effect.value);
    case 'level':
      return wholeDays(days, (dailyDose) => readPoints(effect.points, dailyDose, 'flat'));
    case 'effort':
      return perDose((dose) => ({
        value: readPoints(effect.points, dose, 'straight') + (use.hot ? effect.heat : 0),
        hours: use.durationHours ?? 1,
      }));
  }
}

/** One segment for each run of neighbouring days with the same value. */
function joinDays(input: string, values: readonly (readonly [day: number, value: number])[]): InputSegment[] {
  const segments: InputSegment[] = [];
  for (const [day, value] of values) {
    const previous = segments.at(-1);
    if (previous && previous.endHours === 24 * day && previous.value === value) {
      segments[segments.length - 1] = { ...previous, endHours: 24 * (day + 1) };
    } else {
      segments.push({ input, startHours: 24 * day, endHours: 24 * (day + 1), value });
    }
  }
  return segments;
}

/**
 * Makes the segments of each input non-overlapping and sorted: sums, or the largest (by size) for inputs that are
 * shares of a full effect. Segments must be constant (`endValue` absent): those of this module are.
 */
export function combineSegments(segments: readonly InputSegment[]): InputSegment[] {
  const byInput = new Map<string, InputSegment[]>();
  for (const segment of segments) {
    const list = byInput.get(segment.input);
    if (list) list.push(segment);
    else byInput.set(segment.input, [segment]);
  }
  return [...byInput.keys()].sort().flatMap((input) => combineOne(input, byInput.get(input) ?? []));
}

/**
 * The usual case, in one pass: segments that do not overlap, each kept as it is, those that go on with the same value
 * joined. Undefined when two overlap or stand in no order.
 */
function oneAfterTheOther(input: string, segments: readonly InputSegment[]): InputSegment[] | undefined {
  const joined: { input: string; startHours: number; endHours: number; value: number }[] = [];
  let last: (typeof joined)[number] | undefined;
  for (const { startHours, endHours, value } of segments) {
    if (!(endHours > startHours) || (last && startHours < last.endHours)) return undefined;
    if (last && last.endHours === startHours && last.value === value) {
      last.endHours = endHours;
      continue;
    }
    // Zero has no sign in a sum.
    last = { input, startHours, endHours, value: value + 0 };
    joined.push(last);
  }
  return joined;
}

function combineOne(input: string, segments: readonly InputSegment[]): InputSegment[] {
  const apart = oneAfterTheOther(input, segments);
  if (apart) return apart;
  const boundaries = [...new Set(segments.flatMap((segment) => [segment.startHours, segment.endHours]))].sort(
    (a, b) => a - b,
  );
  const sorted = [...segments].sort((a, b) => a.startHours - b.startHours);
  const how = combination(input);
  const combined: InputSegment[] = [];
  let active: InputSegment[] = [];
  let next = 0;
  for (let index = 0; index + 1 < boundaries.length; index++) {
    const startHours = boundaries[index] ?? 0;
    const endHours = boundaries[index + 1] ?? 0;
    active = active.filter((segment) => segment.endHours > startHours);
    for (
      let entering = sorted[next];
      entering && entering.startHours <= startHours;
      entering = sorted[++next]
    ) {
      active.push(entering);
    }
    if (active.length === 0) continue;
    const value =
      how === 'sum'
        ? active.reduce((total, segment) => total + segment.value, 0)
        : active.reduce(
            (largest, segment) => (Math.abs(segment.value) > Math.abs(largest) ? segment.value : largest),
            0,
          );
    const previous = combined.at(-1);
    if (previous && previous.endHours === startHours && previous.value === value) {
      combined[combined.length - 1] = { ...previous, endHours };
    } else {
      combined.push({ input, startHours, endHours, value });
    }
  }
  return combined;
}
