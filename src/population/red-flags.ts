import { findFood } from '../foods/index.ts';
import type { NormalisedFile } from '../person/index.ts';
import type { Timeline } from '../person/schedule.ts';
import type { Problem } from '../problem/problem.ts';

/** Signs that belong to a doctor before any diet: said once, plainly. */
const signs: readonly {
  readonly flag: 'bleeding' | 'weightLoss' | 'stricture' | 'eatingDisorder' | 'familyHistory';
  readonly message: string;
}[] = [
  {
    flag: 'bleeding',
    message: 'Blood in the stool needs a doctor, soon. Nothing here can tell where it comes from.',
  },
  {
    flag: 'weightLoss',
    message: 'Weight loss that nobody planned needs a doctor before any change of diet.',
  },
  {
    flag: 'familyHistory',
    message:
      'Bowel cancer, coeliac disease or inflammatory bowel disease in the family is worth telling a doctor when complaints last.',
  },
  {
    flag: 'stricture',
    message: 'With a narrow place in the bowel, more fibre can block it. Ask your doctor or dietitian first.',
  },
  {
    flag: 'eatingDisorder',
    message:
      'With an eating disorder, now or before, rules about food can do harm. Please plan changes together with someone who treats you.',
  },
];

/** Less gluten than this a day counts as none, g. */
const noGlutenGrams = 0.1;
const someGlutenGrams = 1;

/** Alcohol a day from which stopping at once can be dangerous, g. */
const heavyDrinkingGrams = 60;
const heavyDrinking = 'heavy_drinking_liver_disease';

/** A plan that ends years of heavy drinking from one day to the next. */
function stopsHeavyDrinking(file: NormalisedFile, plans: readonly Timeline[]): boolean {
  const drinksHeavily = file.habitual.uses.some(
    ({ use }) =>
      use.exposureId === heavyDrinking ||
      (use.exposureId === 'alcohol' && use.dose * use.atHours.length >= heavyDrinkingGrams),
  );
  const names = new Set(plans.map(({ plan }) => plan));
  return (
    drinksHeavily &&
    file.plans.some(
      ({ name, changes }) =>
        names.has(name) &&
        changes.some(
          (change) =>
            change.kind === 'stop' &&
            (change.exposureId === 'alcohol' || change.exposureId === heavyDrinking),
        ),
    )
  );
}

/**
 * What must be said before any number: red flags that were answered yes, and a gluten-free plan before coeliac
 * disease was looked for, or heavy drinking that ends at once.
 */
export function redFlags(file: NormalisedFile, timelines: readonly Timeline[]): Problem[] {
  const found: Problem[] = signs
    .filter(({ flag }) => file.person.safety[flag] === 'yes')
    .map(({ flag, message }) => ({
      code: 'Z5040',
      severity: 'warning',
      message,
      where: { field: `person.safety.${flag}` },
    }));
  const coeliac = (file.person.conditions ?? []).some((id) => id.startsWith('coeliac'));
  const [before, ...plans] = timelines.map(glutenADay);
  if (
    !coeliac &&
    before &&
    before.habitual > someGlutenGrams &&
    plans.some((plan) => plan.last < noGlutenGrams)
  )
    found.push({
      code: 'Z5041',
      severity: 'warning',
      message:
        'Have a blood test for coeliac disease BEFORE leaving gluten out: it is only right while you eat gluten.',
      fix: 'Ask your doctor for it; keep eating gluten until then.',
    });
  if (stopsHeavyDrinking(file, timelines))
    found.push({
      code: 'Z5042',
      severity: 'warning',
      message: 'Stopping suddenly after years of heavy drinking can be dangerous (fits, confusion).',
      fix: 'Plan it together with a doctor.',
    });
  return found;
}

/** Gluten of a habitual day (mean of the week) and of the last day, g. */
function glutenADay(timeline: Timeline): { readonly habitual: number; readonly last: number } {
  const ofPattern = (id: string | undefined): number => {
    let grams = 0;
    for (const meal of (id === undefined ? undefined : timeline.patterns.get(id))?.meals ?? [])
      for (const portion of meal.foods) {
        const food = timeline.ownFoods.get(portion.foodId) ?? findFood(portion.foodId);
        grams += ((food?.nutrients.gluten_g?.per100g ?? 0) * portion.grams) / 100;
      }
    return grams;
  };
  const week = timeline.habitualWeek.patternOfWeekday;
  return {
    habitual: week.reduce((sum, id) => sum + ofPattern(id), 0) / Math.max(1, week.length),
    last: ofPattern(timeline.patternOfDay.at(-1)),
  };
}
