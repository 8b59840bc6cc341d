import type {
  ExposureUse,
  FoodAdjustment,
  NormalisedChange,
  NormalisedPlan,
  Period,
} from '../person/index.ts';
import type { CatalogueChange, Step } from './catalogue-shape.ts';
import type { PersonFacts } from './facts.ts';

/** Grams under which a food counts as not eaten. */
const leastGrams = 0.5;

/**
 * What a change of the catalogue is for one person: their own foods and habits, in grams and doses.
 *
 * @returns a plan with this change's id as its name; `changes` is empty when there is nothing to change
 */
export function planFor(change: CatalogueChange, facts: PersonFacts): NormalisedPlan {
  return {
    name: change.id,
    title: change.title.en,
    changes: change.steps.flatMap((step) => changesOf(step, change, facts)),
  };
}

/** Two plans as one. Of two day menus the second would hide the first, so that such pairs are not asked for. */
export function combinedPlan(first: NormalisedPlan, second: NormalisedPlan): NormalisedPlan {
  return {
    name: `${first.name}+${second.name}`,
    title: `${first.title}; ${second.title}`,
    changes: [...first.changes, ...second.changes],
  };
}

export function replacesTheMenu(plan: NormalisedPlan): boolean {
  return plan.changes.some(({ kind }) => kind === 'diet');
}

function changesOf(step: Step, change: CatalogueChange, facts: PersonFacts): NormalisedChange[] {
  const field = `catalogue.${change.id}`;
  const period: Period = { startDay: 0, endDay: step.forDays };
  const { rampDays } = change;
  const food = (adjustment: FoodAdjustment): NormalisedChange => ({
    kind: 'food',
    adjustment,
    rampDays,
    period,
    field,
  });
  const exposure = (use: ExposureUse, when: Period = period): NormalisedChange => ({
    kind: 'exposure',
    use,
    period: when,
    field,
  });
  const habits = (ids: readonly string[]) =>
    facts.file.habitual.uses.filter(({ use }) => ids.includes(use.exposureId));
  const stop = (ids: readonly string[]): NormalisedChange[] =>
    [...new Set(habits(ids).map(({ use }) => use.exposureId))].map((exposureId) => ({
      kind: 'stop',
      exposureId,
      period,
      field,
    }));
  switch (step.do) {
    case 'exchange':
      return exchange(step, facts).map(food);
    case 'add':
      return [food({ kind: 'add', foodId: step.food, grams: step.grams })];
    case 'leaveOut':
      return step.foods.flatMap((foodId) => {
        const grams = facts.gramsOfFood.get(foodId) ?? 0;
        // A menu of this very change may bring the food that it then leaves out.
        if (grams < leastGrams && !change.steps.some((other) => other.do === 'menu')) return [];
        return [
          food(
            step.share >= 1
              ? { kind: 'remove', foodId }
              : { kind: 'remove', foodId, grams: grams * step.share },
          ),
        ];
      });
    case 'menu':
      return [
        {
          kind: 'diet',
          diet: { kind: 'menu', menuId: step.menu, mealTimesHours: undefined },
          rampDays,
          period,
          field,
        },
      ];
    case 'take':
      return [
        exposure(
          {
            exposureId: step.exposure,
            dose: step.dose,
            atHours: step.atHours === 'meals' ? facts.mealHours : step.atHours,
            ...(step.minutes === undefined ? {} : { durationHours: step.minutes / 60 }),
            ...(rampDays > 0 ? { rampDays } : {}),
          },
          step.weekdays === undefined ? period : { ...period, weekdays: step.weekdays },
        ),
      ];
    case 'stop':
      return stop(step.exposures);
    case 'replace':
      return [
        ...stop(step.exposures),
        ...habits(step.exposures).map(({ period: held }) =>
          exposure(
            { exposureId: step.by, dose: step.dose, atHours: step.atHours },
            { ...held, startDay: 0, endDay: step.forDays },
          ),
        ),
      ];
    case 'lessen':
      return [
        ...stop([step.exposure]),
        ...habits([step.exposure]).map(({ use, period: held }) =>
          exposure({ ...use, dose: use.dose * step.share }, { ...held, startDay: 0, endDay: step.forDays }),
        ),
      ];
    case 'calmExercise':
      return [
        ...stop(['exercise']),
        ...habits(['exercise']).map(({ use, period: held }) => {
          const { hot: _, ...cool } = use;
          return exposure(
            { ...cool, dose: Math.min(use.dose, step.mostEffort) },
            { ...held, startDay: 0, endDay: step.forDays },
          );
        }),
      ];
  }
}

function exchange(
  { from, to, grams, gramsTo, otherwise }: Extract<Step, { do: 'exchange' }>,
  facts: PersonFacts,
): FoodAdjustment[] {
  const ratio = (gramsTo ?? grams) / grams;
  const adjustments: FoodAdjustment[] = [];
  let left = grams;
  for (const foodId of from) {
    const eaten = facts.gramsOfFood.get(foodId) ?? 0;
    if (eaten < leastGrams || left < leastGrams || foodId === to) continue;
    const taken = Math.min(eaten, left);
    adjustments.push({ kind: 'swap', foodId, withFoodId: to, grams: taken, gramsWith: taken * ratio });
    left -= taken;
  }
  if (otherwise === 'add' && left >= leastGrams)
    adjustments.push({ kind: 'add', foodId: to, grams: left * ratio });
  return adjustments;
}
