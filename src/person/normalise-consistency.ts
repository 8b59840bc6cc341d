/** Parts of the file that do not go together. Such files run, with a warning: people are the ones who know. */
import type { Findings, Path } from './findings.ts';
import type { FoodHolds, FoodKnowledge } from './food-knowledge.ts';
import type { Diet, FoodAdjustment, HabitualLife, NormalisedChange, Person } from './person.ts';
import type { PersonFile } from './schema.ts';
import type { DietStyleId } from './vocabulary.ts';

const leftOut: Readonly<Record<DietStyleId, readonly FoodHolds[]>> = {
  vegan: ['meat', 'fish', 'egg', 'dairy'],
  vegetarian: ['meat', 'fish'],
  gluten_free: ['gluten'],
  dairy_free: ['dairy'],
};

/** Ids of all foods of habitual life. */
function habitualFoods(habitual: HabitualLife, knowledge: FoodKnowledge): Set<string> {
  const eaten = dietFoods(habitual.diet, knowledge);
  for (const meals of habitual.days.values()) {
    for (const { items } of meals) for (const { foodId } of items) eaten.add(foodId);
  }
  for (const adjustment of habitual.adjustments) {
    if (adjustment.kind === 'remove' && adjustment.grams === undefined) eaten.delete(adjustment.foodId);
    if (adjustment.kind === 'swap' && adjustment.grams === undefined) eaten.delete(adjustment.foodId);
    for (const foodId of broughtBy(adjustment)) eaten.add(foodId);
  }
  return eaten;
}

function dietFoods(diet: Diet | undefined, knowledge: FoodKnowledge): Set<string> {
  if (diet?.kind === 'menu') return new Set((knowledge.menu(diet.menuId) ?? []).map(({ foodId }) => foodId));
  return new Set(
    (diet?.week ?? []).flatMap((meals) => meals.flatMap(({ items }) => items.map(({ foodId }) => foodId))),
  );
}

function broughtBy(adjustment: FoodAdjustment): readonly string[] {
  if (adjustment.kind === 'add') return [adjustment.foodId];
  return adjustment.kind === 'swap' ? [adjustment.withFoodId] : [];
}

/** A vegan who eats cod, a treated coeliac who eats bread, an allergy to what is on the plate. */
export function contradictions(
  written: PersonFile['person'],
  person: Person,
  habitual: HabitualLife,
  knowledge: FoodKnowledge,
  findings: Findings,
): void {
  const eaten = [...habitualFoods(habitual, knowledge)];
  const holding = (kinds: readonly FoodHolds[]) =>
    eaten.filter((foodId) => knowledge.holds(foodId).some((kind) => kinds.includes(kind)));
  const tell = (path: Path, who: string, foods: readonly string[]): void => {
    if (foods.length === 0) return;
    const named = foods.slice(0, 4).join(', ');
    findings.warning(
      'Z3073',
      path,
      `${who}, but the meals hold ${named}${foods.length > 4 ? ` and ${foods.length - 4} more` : ''}.`,
      'Both are kept as written; change what is not so.',
    );
  };
  habitual.style.forEach((style, index) => {
    tell(
      ['habitual', 'style', index],
      `This person eats ${style.replace('_', '-')}`,
      holding(leftOut[style]),
    );
  });
  const conditions = written.conditions ?? [];
  if (person.conditions?.includes('coeliac_treated')) {
    tell(
      ['person', 'conditions', conditions.indexOf('coeliac_treated')],
      'Coeliac disease is treated without gluten',
      holding(['gluten']),
    );
  }
  const untreated = conditions.indexOf('coeliac_untreated');
  if (untreated >= 0 && eaten.length > 0 && holding(['gluten']).length === 0) {
    findings.warning(
      'Z3073',
      ['person', 'conditions', untreated],
      'Coeliac disease is called untreated, but no gluten is known to be in the meals.',
      'If gluten has been left out for long, coeliac_treated fits better.',
    );
  }
  if (person.conditions?.includes('milk_allergy')) {
    tell(
      ['person', 'conditions', conditions.indexOf('milk_allergy')],
      'There is a milk allergy',
      holding(['dairy']),
    );
  }
  person.foodAllergies.forEach((words, index) => {
    const foodId = knowledge.find(words);
    const kind = allergyWords[words.trim().toLowerCase()];
    const foods = kind ? holding([kind]) : eaten.filter((one) => one === foodId);
    tell(['person', 'foodAllergies', index], `There is an allergy to ${words}`, foods);
  });
}

const allergyWords: Readonly<Record<string, FoodHolds>> = {
  milk: 'dairy',
  dairy: 'dairy',
  leche: 'dairy',
  egg: 'egg',
  eggs: 'egg',
  huevo: 'egg',
  fish: 'fish',
  pescado: 'fish',
  wheat: 'gluten',
  gluten: 'gluten',
  trigo: 'gluten',
};

/** Taking away what no diet of this plan holds does nothing, and is told. */
export function absentFoods(
  changes: readonly NormalisedChange[],
  habitual: HabitualLife,
  knowledge: FoodKnowledge,
  findings: Findings,
  path: Path,
): void {
  const eaten = habitualFoods(habitual, knowledge);
  for (const change of changes) {
    if (change.kind === 'diet') for (const foodId of dietFoods(change.diet, knowledge)) eaten.add(foodId);
    if (change.kind === 'food') for (const foodId of broughtBy(change.adjustment)) eaten.add(foodId);
  }
  for (const change of changes) {
    if (change.kind !== 'food' || change.adjustment.kind === 'add' || eaten.has(change.adjustment.foodId))
      continue;
    const { kind, foodId } = change.adjustment;
    findings.warning(
      'Z3067',
      [...path, 'changes', changeIndex(change.field), kind],
      `${foodId} is in no diet of this plan: there is nothing to ${kind}.`,
      'Choose a food that is eaten, or use add.',
    );
  }
}

/** Stopping alcohol stops the drinks of the file, not the wine that a menu holds. */
export function stillDrinking(
  changes: readonly NormalisedChange[],
  habitual: HabitualLife,
  knowledge: FoodKnowledge,
  findings: Findings,
  path: Path,
): void {
  const stop = changes.find((change) => change.kind === 'stop' && change.exposureId === 'alcohol');
  if (!stop) return;
  const drinks = [...habitualFoods(habitual, knowledge)].filter((foodId) =>
    knowledge.holds(foodId).includes('alcohol'),
  );
  if (drinks.length === 0) return;
  findings.warning(
    'Z3068',
    [...path, 'changes', changeIndex(stop.field), 'stop'],
    `The meals still hold ${drinks.join(', ')}: stopping alcohol does not touch them.`,
    `Add "remove: ${drinks[0] ?? ''}" if they go too.`,
  );
}

/** Position of a change in its list: `plans[0].changes[2]` -> 2. */
export function changeIndex(field: string): number {
  return Number(/\[(\d+)\]$/.exec(field)?.[1] ?? 0);
}
