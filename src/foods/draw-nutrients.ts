import type { Food, LiveMicrobes } from './food.ts';
import { amountsPer100g, expectedPer100g, type FoodAmounts, type MealItem } from './meal-nutrients.ts';
import { type NutrientId, nutrientIds } from './nutrients.ts';
import { spreadFactor } from './spread.ts';

/** One possible content of a meal, in the units of the nutrient ids, with what the model needs beside them. */
export interface NutrientVector {
  readonly amounts: FoodAmounts;
  /** Protein of foods made of milk, g. */
  readonly dairyProteinGrams: number;
  /** Fructan, oligosaccharides and resistant starch that the fibre values already hold, g. */
  readonly fibreOverlapGrams: number;
  /** Of that, resistant starch, g. */
  readonly resistantStarchInFibreGrams: number;
  /** Fibre of foods whose fermented share is known by itself, without what the oligosaccharides hold, g. */
  readonly ownShareFibreGrams: number;
  /** What of that fibre bacteria ferment, g. */
  readonly ownShareFermentedGrams: number;
  /** Servings of food with non-nutritive sweetener. */
  readonly sweetenedServings: number;
  /** Energy times emulsifier class (0 to 2) over the foods, kcal. */
  readonly emulsifierClassEnergy: number;
  /** Live microbes, colony-forming units. */
  readonly liveCfu: number;
}

/**
 * Log10 count per gram where only the class is listed. Lo is anything below 10^4: middle 2, 90 % within 0.4 to
 * 3.6. Med and Hi: middle of their bands (Hi: 10^7 to 10^9). Assumed.
 */
const classLog10: Readonly<Record<LiveMicrobes['class'], number>> = { Lo: 2, Med: 5.5, Hi: 8 };
/** The most that any food holds: packed yeast or a probiotic powder, 10^12 per gram. */
const mostLog10 = 12;

/**
 * The key of a person's own draw. Unknown glucose and fructose of a food share one: a food with more of the
 * one has more of the other, and independent draws would invent an excess of fructose.
 */
function drawKey(food: Food, nutrient: NutrientId): string {
  const shared = nutrient === 'glucose_g' || nutrient === 'fructose_g';
  return `${food.id}:${shared && food.nutrients[nutrient] === undefined ? 'monosaccharides' : nutrient}`;
}

/** One possible set of amounts in 100 g of a food. */
export function drawPer100g(food: Food, normalDraw: (key: string) => number): FoodAmounts {
  return amountsPer100g(food, (nutrient, { logSd }) =>
    spreadFactor({ kind: 'lognormal', logSd }, normalDraw(drawKey(food, nutrient))),
  );
}

function sumVector(
  items: readonly MealItem[],
  per100g: (food: Food) => FoodAmounts,
  log10Cfu: (food: Food) => number,
  fermentedFactor: (food: Food, logSd: number) => number,
): NutrientVector {
  const amounts = Object.fromEntries(nutrientIds.map((id) => [id, 0])) as Record<NutrientId, number>;
  let dairyProteinGrams = 0;
  let fibreOverlapGrams = 0;
  let resistantStarchInFibreGrams = 0;
  let ownShareFibreGrams = 0;
  let ownShareFermentedGrams = 0;
  let sweetenedServings = 0;
  let emulsifierClassEnergy = 0;
  let liveCfu = 0;
  for (const { food, grams } of items) {
    const content = per100g(food);
    const hundreds = grams / 100;
    for (const id of nutrientIds) amounts[id] += content[id] * hundreds;
    if (food.dairy) dairyProteinGrams += content.protein_g * hundreds;
    let plainFibre = content.fibre_g;
    if (food.fibreIncludesOligosaccharides) {
      const oligosaccharides = Math.min(content.fibre_g, content.fructan_g + content.gos_g);
      const starch = Math.min(content.fibre_g - oligosaccharides, content.resistant_starch_g);
      plainFibre -= oligosaccharides + starch;
      fibreOverlapGrams += (oligosaccharides + starch) * hundreds;
      resistantStarchInFibreGrams += starch * hundreds;
    }
    if (food.fermentedShareOfFibre) {
      const { share, logSd } = food.fermentedShareOfFibre;
      ownShareFibreGrams += plainFibre * hundreds;
      ownShareFermentedGrams += Math.min(1, share * fermentedFactor(food, logSd)) * plainFibre * hundreds;
    }
    if (food.sweetened) sweetenedServings += grams / food.servingGrams;
    emulsifierClassEnergy += food.emulsifierClass * content.energy_kcal * hundreds;
    if (grams > 0) liveCfu += grams * 10 ** Math.min(mostLog10, log10Cfu(food));
  }
  return {
    amounts,
    dairyProteinGrams,
    fibreOverlapGrams,
    resistantStarchInFibreGrams,
    ownShareFibreGrams,
    ownShareFermentedGrams,
    sweetenedServings,
    emulsifierClassEnergy,
    liveCfu,
  };
}

/**
 * One possible content of a meal for one virtual person.
 *
 * @param normalDraw standard normal numbers of this person; the same key must give the same number, so that a
 * food is the same food on every day. Keys: `<food id>:<nutrient id>`, `<food id>:monosaccharides`, `<food id>:live`,
 * `<food id>:fermented`.
 */
export function drawNutrients(
  { items }: { readonly items: readonly MealItem[] },
  normalDraw: (key: string) => number,
): NutrientVector {
  return sumVector(
    items,
    (food) => drawPer100g(food, normalDraw),
    ({ id, live }) =>
      (live.log10CfuPerGram ?? classLog10[live.class]) + live.log10Sd * normalDraw(`${id}:live`),
    ({ id }, logSd) => spreadFactor({ kind: 'lognormal', logSd }, normalDraw(`${id}:fermented`)),
  );
}

/** The expected content of a meal: known values, and the mean of what unknown ones may be. */
export function expectedNutrients({ items }: { readonly items: readonly MealItem[] }): NutrientVector {
  return sumVector(
    items,
    expectedPer100g,
    ({ live }) => live.log10CfuPerGram ?? classLog10[live.class],
    () => 1,
  );
}
