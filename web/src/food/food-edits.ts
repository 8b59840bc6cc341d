import type { Item, Meal, OwnFood, PersonFile, Recipe, Week } from '../../../src/person/schema.ts';
import { type WeekdayId, weekdayIds } from '../../../src/person/vocabulary.ts';

type Habitual = NonNullable<PersonFile['habitual']>;
export type Adjustment = NonNullable<Habitual['adjust']>[number];

function withHabitual(record: PersonFile, change: (habitual: Habitual) => Habitual): PersonFile {
  return { ...record, habitual: change(record.habitual ?? {}) };
}

/** Another day menu; what was adjusted on the one before goes with it. */
export function setMenu(record: PersonFile, menu: string): PersonFile {
  return withHabitual(record, ({ week: _week, adjust: _adjust, ...rest }) => ({ ...rest, menu }));
}

export function addAdjustment(record: PersonFile, adjustment: Adjustment): PersonFile {
  return withHabitual(record, (habitual) => ({
    ...habitual,
    adjust: [...(habitual.adjust ?? []), adjustment],
  }));
}

export function removeAdjustment(record: PersonFile, index: number): PersonFile {
  return withHabitual(record, ({ adjust = [], ...rest }) => {
    const left = adjust.filter((_, place) => place !== index);
    return left.length > 0 ? { ...rest, adjust: left } : rest;
  });
}

/** A food of the menu in another amount: the difference is added or taken away. */
export function setMenuGrams(
  record: PersonFile,
  food: string,
  gramsInMenu: number,
  gramsWanted: number,
): PersonFile {
  const cleared = withHabitual(record, ({ adjust = [], ...rest }) => {
    const left = adjust.filter(
      (one) => !(('add' in one && one.add === food) || ('remove' in one && one.remove === food)),
    );
    return left.length > 0 ? { ...rest, adjust: left } : rest;
  });
  const difference = Math.round((gramsWanted - gramsInMenu) * 10) / 10;
  if (difference === 0) return cleared;
  if (difference > 0) return addAdjustment(cleared, { add: food, amount: `${difference} g` });
  return addAdjustment(
    cleared,
    gramsWanted <= 0 ? { remove: food } : { remove: food, amount: `${-difference} g` },
  );
}

/** Seven days in place of the menu. */
export function setWeek(record: PersonFile, week: Week): PersonFile {
  return withHabitual(record, ({ menu: _menu, mealTimes: _times, adjust: _adjust, ...rest }) => ({
    ...rest,
    week,
  }));
}

/** Meals of a weekday, wherever the week tells them. */
export function mealsOfWeekday(week: Week, day: WeekdayId): readonly Meal[] {
  const group = weekdayIds.indexOf(day) < 5 ? week.workdays : week.weekend;
  return week[day] ?? group ?? week.everyDay ?? [];
}

export function setWeekdayMeals(record: PersonFile, day: WeekdayId, meals: readonly Meal[]): PersonFile {
  return setWeek(record, { ...namedDays(record.habitual?.week ?? {}), [day]: [...meals] });
}

export function copyWeekday(record: PersonFile, from: WeekdayId, to: readonly WeekdayId[]): PersonFile {
  const week = namedDays(record.habitual?.week ?? {});
  const meals = [...mealsOfWeekday(week, from)];
  return setWeek(record, { ...week, ...Object.fromEntries(to.map((day) => [day, meals])) });
}

/** The same week with each day named, so that one day can be changed alone. */
function namedDays(week: Week): Week {
  return Object.fromEntries(weekdayIds.map((day) => [day, [...mealsOfWeekday(week, day)]]));
}

export function mealsOfDate(record: PersonFile, date: string): readonly Meal[] | undefined {
  return record.habitual?.days?.find((day) => day.date === date)?.meals;
}

/** Meals of one date; undefined takes the date out: it is then a day like others. */
export function setDateMeals(
  record: PersonFile,
  date: string,
  meals: readonly Meal[] | undefined,
): PersonFile {
  return withHabitual(record, ({ days = [], ...rest }) => {
    const others = days.filter((day) => day.date !== date);
    const all = meals === undefined ? others : [...others, { date, meals: [...meals] }];
    const sorted = all.sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
    return sorted.length > 0 ? { ...rest, days: sorted } : rest;
  });
}

/** Adds an item to the meal at this time, or makes that meal. */
export function withItem(meals: readonly Meal[], at: string, item: Item): Meal[] {
  const there = meals.some((meal) => meal.at === at);
  const all = there
    ? meals.map((meal) => (meal.at === at ? { ...meal, items: [...meal.items, item] } : meal))
    : [...meals, { at, items: [item] }];
  return all.sort((a, b) => a.at.localeCompare(b.at));
}

export function withoutItem(meals: readonly Meal[], mealIndex: number, itemIndex: number): Meal[] {
  return meals.map((meal, place) =>
    place === mealIndex ? { ...meal, items: meal.items.filter((_, index) => index !== itemIndex) } : meal,
  );
}

export function withAmount(
  meals: readonly Meal[],
  mealIndex: number,
  itemIndex: number,
  amount: string,
): Meal[] {
  return meals.map((meal, place) =>
    place === mealIndex
      ? {
          ...meal,
          items: meal.items.map((item, index) => (index === itemIndex ? { ...item, amount } : item)),
        }
      : meal,
  );
}

export function withTime(meals: readonly Meal[], mealIndex: number, at: string): Meal[] {
  return meals
    .map((meal, place) => (place === mealIndex ? { ...meal, at } : meal))
    .sort((a, b) => a.at.localeCompare(b.at));
}

export function saveOwnFood(record: PersonFile, food: OwnFood): PersonFile {
  const others = (record.ownFoods ?? []).filter(({ id }) => id !== food.id);
  return { ...record, ownFoods: [...others, food] };
}

export function saveRecipe(record: PersonFile, recipe: Recipe): PersonFile {
  const others = (record.recipes ?? []).filter(({ id }) => id !== recipe.id);
  return { ...record, recipes: [...others, recipe] };
}

export function removeOwn(record: PersonFile, id: string): PersonFile {
  return {
    ...record,
    ...(record.ownFoods ? { ownFoods: record.ownFoods.filter((food) => food.id !== id) } : {}),
    ...(record.recipes ? { recipes: record.recipes.filter((recipe) => recipe.id !== id) } : {}),
  };
}

/** "My bean stew!" -> "my_bean_stew", with a number behind it when that is taken. */
export function ownId(name: string, taken: (id: string) => boolean): string {
  const base =
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 60) || 'my_food';
  let id = `my_${base}`.replace(/^my_my_/, 'my_');
  for (let number = 2; taken(id); number++) id = `my_${base}_${number}`;
  return id;
}
