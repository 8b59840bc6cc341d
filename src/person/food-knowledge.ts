import type { Quantity } from './quantity.ts';

/** What a food holds that some people leave out. */
export type FoodHolds = 'meat' | 'fish' | 'egg' | 'dairy' | 'gluten' | 'alcohol';

/**
 * What the reader of person files must know about foods. `src/foods` provides it; tests may provide a small one.
 */
export interface FoodKnowledge {
  /** Exact id, name or alias (any case) -> food id. */
  find(words: string): string | undefined;
  /** The nearest food id to words that `find` does not know. */
  suggest(words: string): string | undefined;
  /** Grams of a household amount ("2 slices", "1 cup") of one food; undefined when the food has no such portion. Mass units are handled by the reader. */
  portionGrams(foodId: string, amount: Quantity): number | undefined;
  /** Names of the portions that the food has, for messages. */
  portionNames(foodId: string): readonly string[];
  readonly menuIds: readonly string[];
  /** Grams of each food in one day of the menu. */
  menu(menuId: string): readonly { readonly foodId: string; readonly grams: number }[] | undefined;
  /** What is known to be in a food; what is not known is not listed. */
  holds(foodId: string): readonly FoodHolds[];
  /** Column names that an own food may give per 100 g. */
  readonly nutrientIds: readonly string[];
}
