import { exposureById } from '../../../src/person/exposures.ts';
import type {
  ExposureUse,
  FoodAdjustment,
  NormalisedChange,
  NormalisedPlan,
} from '../../../src/person/person.ts';
import type { Change, PlanDocument } from '../../../src/person/schema.ts';
import { weekdayIds } from '../../../src/person/vocabulary.ts';
import { addDays } from '../record/today.ts';

/**
 * A plan in numbers, as the library makes it, written as the person file has it.
 *
 * @param start date of the plan's day 0
 */
export function planDocument(plan: NormalisedPlan, title: string, start: string): PlanDocument {
  return {
    name: plan.name,
    title,
    changes: plan.changes.flatMap((change) => {
      const written = changeWords(change);
      return written === undefined ? [] : [{ ...written, ...timing(change, start) } as Change];
    }),
  };
}

function timing({ period }: NormalisedChange, start: string): Record<string, unknown> {
  const { startDay, endDay, weekdays, everyDays } = period;
  return {
    from: addDays(start, startDay),
    ...(endDay === undefined ? {} : { to: addDays(start, endDay) }),
    ...(weekdays ? { weekdays: weekdays.map((day) => weekdayIds[day] ?? 'monday') } : {}),
    ...(everyDays === undefined ? {} : { everyDays }),
  };
}

const clock = (hour: number): string => {
  const minutes = Math.round(hour * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
const grams = (value: number): string => `${Math.round(value * 10) / 10} g`;

function changeWords(change: NormalisedChange): Record<string, unknown> | undefined {
  switch (change.kind) {
    case 'stop':
      return { stop: change.exposureId };
    case 'diet':
      return change.diet.kind === 'menu'
        ? { menu: change.diet.menuId, rampDays: change.rampDays }
        : undefined;
    case 'food':
      return foodWords(change.adjustment, change.rampDays);
    case 'exposure':
      return writtenUse(change.use);
  }
}

function foodWords(adjustment: FoodAdjustment, rampDays: number): Record<string, unknown> {
  switch (adjustment.kind) {
    case 'add':
      return { add: adjustment.foodId, amount: grams(adjustment.grams), rampDays };
    case 'remove':
      return {
        remove: adjustment.foodId,
        ...(adjustment.grams === undefined ? {} : { amount: grams(adjustment.grams) }),
        rampDays,
      };
    case 'swap':
      return {
        swap: adjustment.foodId,
        with: adjustment.withFoodId,
        ...(adjustment.grams === undefined ? {} : { amount: grams(adjustment.grams) }),
        ...(adjustment.gramsWith === undefined ? {} : { amountWith: grams(adjustment.gramsWith) }),
        rampDays,
      };
  }
}

/** Hours of rest that the exposure `sleep_loss` is measured against. */
const restedHours = 8;

function writtenUse(use: ExposureUse): Record<string, unknown> | undefined {
  const known = exposureById(use.exposureId);
  if (!known) return undefined;
  const times = use.atHours.map(clock);
  const lasts = use.durationHours === undefined ? undefined : Math.round(use.durationHours * 60);
  switch (use.exposureId) {
    case 'alcohol':
      return { alcohol: grams(use.dose), at: times[0] };
    case 'stress_event':
      return { stress: 'event', level: use.dose, at: times[0] };
    case 'stress_period':
      return { stress: 'period', level: use.dose };
    case 'sleep_loss':
      return { sleep: `${restedHours - use.dose} h` };
    case 'exercise':
      return {
        exercise: `${lasts ?? 60} min`,
        effort: `${use.dose} %`,
        at: times[0],
        ...(use.hot ? { hot: true } : {}),
      };
    case 'gastroenteritis':
      return { infection: 'gastroenteritis', severity: use.dose };
  }
  const dose = `${use.dose} ${known.unit}`;
  if (known.kind === 'medicine') return { medicine: known.id, dose, times };
  if (known.kind === 'supplement')
    return { supplement: known.id, dose, times, ...(use.rampDays ? { rampDays: use.rampDays } : {}) };
  return undefined;
}
