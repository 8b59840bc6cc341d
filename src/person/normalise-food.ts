/** Foods, meals, weeks and recipes of the person file: names to ids, amounts to grams. */
import type { Calendar } from './calendar.ts';
import { Findings, type Path, shown } from './findings.ts';
import type { FoodKnowledge } from './food-knowledge.ts';
import type {
  Diet,
  FoodAdjustment,
  NormalisedItem,
  NormalisedMeal,
  NormalisedWeek,
  OwnFoodNumbers,
} from './person.ts';
import { massUnits, parseClockHours, parseDurationHours, parseInUnits, parseQuantity } from './quantity.ts';
import type { Item, Meal, OwnFood, PersonFile, Recipe, Week } from './schema.ts';
import { nearest, plainWords } from './suggest.ts';
import { limits, weekdayIds } from './vocabulary.ts';

const deepestRecipe = 5;
const usualMealHours = 0.5;
/** Portion names of a recipe. */
const portionWords = new Set([
  'portion',
  'portions',
  'serving',
  'servings',
  'piece',
  'pieces',
  'slice',
  'slices',
]);

/** Finds foods, own foods and recipes and weighs them. */
export class Pantry {
  private readonly knowledge: FoodKnowledge;
  private findings: Findings;
  private readonly ownFoods = new Map<string, OwnFoodNumbers>();
  private readonly recipes = new Map<string, { readonly recipe: Recipe; readonly path: Path }>();

  constructor(file: PersonFile, knowledge: FoodKnowledge, findings: Findings) {
    this.knowledge = knowledge;
    this.findings = findings;
    (file.ownFoods ?? []).forEach((food, index) => {
      const path = ['ownFoods', index];
      if (this.idIsTaken(food.id, [...path, 'id'])) return;
      const numbers = this.ownFood(food, path);
      this.ownFoods.set(food.id, numbers);
    });
    (file.recipes ?? []).forEach((recipe, index) => {
      const path = ['recipes', index];
      if (this.idIsTaken(recipe.id, [...path, 'id'])) return;
      this.recipes.set(recipe.id, { recipe, path });
    });
    // Every recipe is weighed once, so that its mistakes are told even when nothing uses it.
    for (const { recipe, path } of this.recipes.values()) this.recipeItems(recipe, path, []);
  }

  get ownFoodNumbers(): readonly OwnFoodNumbers[] {
    return [...this.ownFoods.values()];
  }

  /** The food of the table that has this name, if any. */
  foodCalled(words: string): string | undefined {
    return this.knowledge.find(words);
  }

  private idIsTaken(id: string, path: Path): boolean {
    if (!/^[a-z][a-z0-9_]*$/.test(id)) {
      this.findings.error(
        'Z3053',
        path,
        `"${shown(id)}" cannot be an id.`,
        'Use small letters, digits and underscores, beginning with a letter.',
      );
      return true;
    }
    if (this.knowledge.find(id) !== undefined || this.ownFoods.has(id) || this.recipes.has(id)) {
      this.findings.error(
        'Z3053',
        path,
        `The id "${id}" is already the id or name of a food.`,
        `Choose another, such as my_${id}.`,
      );
      return true;
    }
    return false;
  }

  private ownFood(food: OwnFood, path: Path): OwnFoodNumbers {
    const per100g: Record<string, number> = {};
    for (const [key, value] of Object.entries(food.per100g)) {
      const at = [...path, 'per100g', key];
      if (!this.knowledge.nutrientIds.includes(key)) {
        const near = nearest(key, this.knowledge.nutrientIds);
        this.findings.error(
          'Z3055',
          at,
          `"${shown(key)}" is not a column of the food table.`,
          near ? `Did you mean ${near}?` : `Columns: ${this.knowledge.nutrientIds.join(', ')}.`,
        );
        continue;
      }
      const most = key.endsWith('_kcal') ? 900 : key.endsWith('_g') ? 100 : 100_000;
      if (!(value >= 0) || value > most) {
        this.findings.error(
          'Z3055',
          at,
          `${key} ${value} per 100 g cannot be.`,
          `Write what 100 g hold: 0 to ${most}.`,
        );
        continue;
      }
      per100g[key] = value;
    }
    const macronutrients = ['protein_g', 'fat_g', 'carbohydrate_g'].reduce(
      (sum, key) => sum + (per100g[key] ?? 0),
      0,
    );
    if (macronutrients > 105) {
      this.findings.error(
        'Z3055',
        [...path, 'per100g'],
        `Protein, fat and carbohydrate add up to ${macronutrients} g in 100 g.`,
        'Check the label: the values must be per 100 g.',
      );
    }
    const servingGrams: Record<string, number> = {};
    for (const [name, written] of Object.entries(food.servings ?? {})) {
      const grams = this.mass(written, [...path, 'servings', name]);
      if (grams !== undefined) servingGrams[plainWords(name)] = grams;
    }
    const like = food.like === undefined ? undefined : this.tableFood(food.like, [...path, 'like']);
    return { id: food.id, name: food.name, like, per100g, servingGrams };
  }

  /** A food of the table (not an own food or recipe). */
  private tableFood(words: string, path: Path): string | undefined {
    const id = this.knowledge.find(words);
    if (id === undefined) this.unknown(words, path);
    return id;
  }

  /** Id of a food of the table or an own food. */
  food(words: string, path: Path): string | undefined {
    if (this.ownFoods.has(words)) return words;
    return this.tableFood(words, path);
  }

  private unknown(words: string, path: Path): void {
    const near =
      nearest(words, [...this.ownFoods.keys(), ...this.recipes.keys()]) ?? this.knowledge.suggest(words);
    this.findings.error(
      'Z3050',
      path,
      `No food is called "${shown(words)}".`,
      near ? `Did you mean ${near}?` : 'Search with `zonula foods search`, or describe it under ownFoods.',
    );
  }

  private mass(written: string, path: Path): number | undefined {
    const grams = parseInUnits(written, massUnits);
    if (!grams.ok) {
      this.findings.error('Z3020', path, `"${shown(written)}" ${grams.why}.`, 'Write a weight such as 60 g.');
      return undefined;
    }
    return this.plausible(grams.value, written, path);
  }

  private plausible(grams: number, written: string, path: Path): number | undefined {
    if (!(grams > 0)) {
      this.findings.error(
        'Z3023',
        path,
        `"${shown(written)}" is not more than nothing.`,
        'Write a positive amount, or leave the food out.',
      );
      return undefined;
    }
    if (grams > limits.largestFoodGrams) {
      this.findings.error(
        'Z3022',
        path,
        `"${shown(written)}" is ${Math.round(grams)} g of one food: nobody eats that.`,
        `Check the unit; up to ${limits.largestFoodGrams} g are read.`,
      );
      return undefined;
    }
    return grams;
  }

  /** Grams of so much of one food of the table or one own food. */
  grams(foodId: string, written: string, path: Path): number | undefined {
    const mass = parseInUnits(written, massUnits);
    if (mass.ok) return this.plausible(mass.value, written, path);
    const quantity = parseQuantity(written);
    const own = this.ownFoods.get(foodId);
    const names = own ? Object.keys(own.servingGrams) : this.knowledge.portionNames(foodId);
    const portions =
      names.length > 0 ? `a weight such as 60 g, or one of: ${names.join(', ')}` : 'a weight such as 60 g';
    if (!quantity.ok) {
      this.findings.error('Z3020', path, `"${shown(written)}" ${quantity.why}.`, `Write ${portions}.`);
      return undefined;
    }
    const grams = own ? ownPortion(own, quantity.value) : this.knowledge.portionGrams(foodId, quantity.value);
    if (grams === undefined) {
      this.findings.error(
        'Z3051',
        path,
        `"${shown(quantity.value.unit)}" is not a portion of ${foodId}.`,
        `Write ${portions}.`,
      );
      return undefined;
    }
    return this.plausible(grams, written, path);
  }

  /** One item of a meal as foods in grams; a recipe becomes its foods. */
  item(item: Item, path: Path, within: readonly string[] = [], foodKey = 'food'): NormalisedItem[] {
    const recipe = this.recipes.get(item.food);
    if (!recipe) {
      const foodId = this.food(item.food, [...path, foodKey]);
      if (foodId === undefined) return [];
      const grams = this.grams(foodId, item.amount, [...path, 'amount']);
      return grams === undefined ? [] : [{ foodId, grams }];
    }
    if (within.includes(item.food) || within.length >= deepestRecipe) {
      this.findings.error(
        'Z3054',
        [...path, foodKey],
        `The recipe "${item.food}" contains itself, or recipes are nested too deep.`,
        'Write its foods out.',
      );
      return [];
    }
    const whole = this.silently(() => this.recipeItems(recipe.recipe, recipe.path, within));
    const share = this.recipeShare(recipe.recipe, whole, item.amount, [...path, 'amount']);
    return share === undefined ? [] : whole.map(({ foodId, grams }) => ({ foodId, grams: grams * share }));
  }

  /** Foods of the whole recipe. */
  private recipeItems(recipe: Recipe, path: Path, within: readonly string[]): NormalisedItem[] {
    const makes = parseQuantity(recipe.makes);
    if (!makes.ok || !(makes.value.value > 0)) {
      this.findings.error(
        'Z3020',
        [...path, 'makes'],
        `"${shown(recipe.makes)}" does not say how much the recipe makes.`,
        'Write for example 4 portions or 1200 g.',
      );
    }
    return recipe.items.flatMap((item, index) =>
      this.item(item, [...path, 'items', index], [...within, recipe.id]),
    );
  }

  private recipeShare(
    recipe: Recipe,
    whole: readonly NormalisedItem[],
    written: string,
    path: Path,
  ): number | undefined {
    const makes = parseQuantity(recipe.makes);
    const wanted = parseQuantity(written);
    if (!makes.ok || !(makes.value.value > 0)) return undefined;
    if (!wanted.ok) {
      this.findings.error(
        'Z3020',
        path,
        `"${shown(written)}" ${wanted.why}.`,
        'Write for example 1 portion or 300 g.',
      );
      return undefined;
    }
    const madeGrams = parseInUnits(recipe.makes, massUnits);
    const wantedGrams = parseInUnits(written, massUnits);
    const total = madeGrams.ok ? madeGrams.value : whole.reduce((sum, { grams }) => sum + grams, 0);
    if (wantedGrams.ok && total > 0) {
      const grams = this.plausible(wantedGrams.value, written, path);
      return grams === undefined ? undefined : grams / total;
    }
    if (!madeGrams.ok && portionWords.has(wanted.value.unit) && wanted.value.value > 0) {
      return wanted.value.value / makes.value.value;
    }
    this.findings.error(
      'Z3051',
      path,
      `"${shown(written)}" is not a portion of the recipe ${recipe.id}, which makes ${recipe.makes}.`,
      'Write for example 1 portion or 300 g.',
    );
    return undefined;
  }

  /** The recipes have told their own problems once; using one must not tell them again. */
  private silently<T>(work: () => T): T {
    const { findings } = this;
    this.findings = new Findings();
    try {
      return work();
    } finally {
      this.findings = findings;
    }
  }

  meals(meals: readonly Meal[], path: Path): NormalisedMeal[] {
    return meals.flatMap((meal, index) => {
      const at = [...path, index];
      const clock = this.clock(meal.at, [...at, 'at']);
      let durationHours = usualMealHours;
      if (meal.duration !== undefined) {
        const duration = parseDurationHours(meal.duration);
        if (!duration.ok || !(duration.value > 0) || duration.value > 6) {
          this.findings.error(
            'Z3020',
            [...at, 'duration'],
            `"${shown(meal.duration)}" is not the length of a meal.`,
            'Write for example 30 min; up to 6 h are read.',
          );
        } else durationHours = duration.value;
      }
      const items = meal.items.flatMap((item, position) => this.item(item, [...at, 'items', position]));
      return clock === undefined ? [] : [{ atHours: clock, durationHours, items }];
    });
  }

  clock(written: string, path: Path): number | undefined {
    const hours = parseClockHours(written);
    if (hours.ok) return hours.value;
    this.findings.error(
      'Z3020',
      path,
      `"${shown(written)}" ${hours.why}.`,
      'Write hours and minutes in quotes, such as "08:00".',
    );
    return undefined;
  }

  clocks(written: readonly string[] | undefined, path: Path): number[] | undefined {
    if (written === undefined) return undefined;
    const hours = written.flatMap((one, index) => this.clock(one, [...path, index]) ?? []);
    return [...new Set(hours)].sort((a, b) => a - b);
  }

  week(week: Week, path: Path): NormalisedWeek {
    const read = new Map<string, NormalisedMeal[]>();
    for (const key of ['everyDay', 'workdays', 'weekend', ...weekdayIds] as const) {
      const meals = week[key];
      if (meals) read.set(key, this.meals(meals, [...path, key]));
    }
    const empty: string[] = [];
    const days = weekdayIds.map((weekday, index) => {
      const meals = read.get(weekday) ?? read.get(index < 5 ? 'workdays' : 'weekend') ?? read.get('everyDay');
      if (!meals) empty.push(weekday);
      return meals ?? [];
    });
    if (empty.length > 0) {
      this.findings.error(
        'Z3071',
        path,
        `The week says nothing about ${empty.join(', ')}.`,
        'Add everyDay for the days that are alike, or the missing days (an empty list is a day of fasting).',
      );
    }
    return days;
  }

  menu(words: string, path: Path): string | undefined {
    const wanted = plainWords(words);
    const found = this.knowledge.menuIds.find((menuId) => plainWords(menuId) === wanted);
    if (found === undefined) {
      const near = nearest(words, this.knowledge.menuIds);
      this.findings.error(
        'Z3052',
        path,
        `No menu is called "${shown(words)}".`,
        near ? `Did you mean ${near}?` : `Menus: ${this.knowledge.menuIds.join(', ')}.`,
      );
    }
    return found;
  }

  adjustment(
    change:
      | { readonly add: string; readonly amount: string; readonly at?: string | string[] | undefined }
      | { readonly remove: string; readonly amount?: string | undefined }
      | {
          readonly swap: string;
          readonly with: string;
          readonly amount?: string | undefined;
          readonly amountWith?: string | undefined;
        },
    path: Path,
  ): FoodAdjustment | FoodAdjustment[] | undefined {
    const optionalGrams = (foodId: string | undefined, written: string | undefined, key: string) =>
      foodId === undefined || written === undefined ? undefined : this.grams(foodId, written, [...path, key]);
    if ('add' in change) {
      const at = typeof change.at === 'string' ? [change.at] : change.at;
      const atHours = this.clocks(at, [...path, 'at']);
      const items = this.item({ food: change.add, amount: change.amount }, path, [], 'add').map(
        ({ foodId, grams }) => ({
          kind: 'add' as const,
          foodId,
          grams,
          ...(atHours === undefined ? {} : { atHours }),
        }),
      );
      return items.length === 0 ? undefined : items;
    }
    if ('remove' in change) {
      const foodId = this.food(change.remove, [...path, 'remove']);
      const grams = optionalGrams(foodId, change.amount, 'amount');
      return foodId === undefined
        ? undefined
        : { kind: 'remove', foodId, ...(grams === undefined ? {} : { grams }) };
    }
    const foodId = this.food(change.swap, [...path, 'swap']);
    const withFoodId = this.food(change.with, [...path, 'with']);
    const grams = optionalGrams(foodId, change.amount, 'amount');
    const gramsWith = optionalGrams(withFoodId, change.amountWith, 'amountWith');
    if (foodId === undefined || withFoodId === undefined) return undefined;
    return {
      kind: 'swap',
      foodId,
      withFoodId,
      ...(grams === undefined ? {} : { grams }),
      ...(gramsWith === undefined ? {} : { gramsWith }),
    };
  }

  /** Meals of single days; a day told twice is an error. */
  days(
    days: NonNullable<NonNullable<PersonFile['habitual']>['days']>,
    path: Path,
    calendar: Calendar,
  ): Map<number, readonly NormalisedMeal[]> {
    const read = new Map<number, readonly NormalisedMeal[]>();
    days.forEach((entry, index) => {
      const at = [...path, index];
      const day = calendar.single(entry, at);
      const meals = this.meals(entry.meals, [...at, 'meals']);
      if (entry.day === undefined && entry.date === undefined && entry.daysAgo === undefined) {
        this.findings.error('Z3047', at, 'These meals have no day.', 'Add day, date or daysAgo.');
      } else if (day !== undefined && read.has(day)) {
        this.findings.error(
          'Z3043',
          at,
          `Day ${day} is told twice.`,
          'Put all meals of one day into one entry.',
        );
      } else if (day !== undefined) read.set(day, meals);
    });
    return read;
  }

  /** Menu or week of habitual life. */
  diet(
    habitual: {
      readonly menu?: string | undefined;
      readonly mealTimes?: string[] | undefined;
      readonly week?: Week | undefined;
    },
    path: Path,
  ): Diet | undefined {
    if (habitual.menu !== undefined && habitual.week !== undefined) {
      this.findings.error(
        'Z3072',
        [...path, 'week'],
        'Both a menu and a week are given.',
        'Keep one; use adjust for how your days differ from a menu.',
      );
      return undefined;
    }
    const mealTimesHours = this.clocks(habitual.mealTimes, [...path, 'mealTimes']);
    if (habitual.week !== undefined) {
      if (mealTimesHours !== undefined) {
        this.findings.error(
          'Z3072',
          [...path, 'mealTimes'],
          'The meals of a week already have their times.',
          'Remove mealTimes.',
        );
      }
      return { kind: 'week', week: this.week(habitual.week, [...path, 'week']) };
    }
    if (habitual.menu === undefined) return undefined;
    const menuId = this.menu(habitual.menu, [...path, 'menu']);
    return menuId === undefined ? undefined : { kind: 'menu', menuId, mealTimesHours };
  }
}

function ownPortion(
  own: OwnFoodNumbers,
  quantity: { readonly value: number; readonly unit: string },
): number | undefined {
  const unit = plainWords(quantity.unit);
  const one =
    own.servingGrams[unit] ?? own.servingGrams[unit.replace(/s$/, '')] ?? own.servingGrams[`${unit}s`];
  return one === undefined ? undefined : one * quantity.value;
}
