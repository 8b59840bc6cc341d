import type { NutrientId } from './nutrients.ts';

/** How a value was obtained: A measured, B derived from measured ones, C estimated, Z cannot be there. */
export type Grade = 'A' | 'B' | 'C' | 'Z';

/** What is not known about a value: nothing that matters here, or a lognormal factor with mean 1. */
export type Spread = { readonly kind: 'exact' } | { readonly kind: 'lognormal'; readonly logSd: number };

export interface NutrientValue {
  /** Amount in 100 g of the food as eaten, in the unit of the nutrient id. The mean of what it may be. */
  readonly per100g: number;
  readonly grade: Grade;
  /** Id of an entry of `foodSources`. */
  readonly source: string;
  /** Rule, entry number or remark; empty when the source says it all. */
  readonly detail: string;
  readonly spread: Spread;
}

export const foodGroups = [
  'grain',
  'cereal',
  'veg',
  'fruit',
  'legume',
  'nut',
  'dairy',
  'fermented',
  'protein',
  'processed_meat',
  'fat',
  'sweet',
  'snack',
  'drink',
  'condiment',
  'mixed',
  'supplement',
  'formula',
] as const;
export type FoodGroup = (typeof foodGroups)[number];

/** Live microbes per gram: Lo below 10^4, Med 10^4 to 10^7, Hi above 10^7 colony-forming units (Marco 2022). */
export type LiveClass = 'Lo' | 'Med' | 'Hi';

export interface LiveMicrobes {
  readonly class: LiveClass;
  readonly grade: Grade;
  /** Absent: only the class is known. */
  readonly log10CfuPerGram?: number;
  /** Standard deviation of the log10 count. */
  readonly log10Sd: number;
  readonly source: string;
}

/** A household measure and what it weighs. */
export interface Portion {
  /** Stable id inside the food, e.g. `slice`. */
  readonly id: string;
  readonly nameEn: string;
  readonly nameEs: string;
  readonly grams: number;
  readonly grade: Grade;
  readonly source: string;
}

export interface FoodAliases {
  readonly en: readonly string[];
  readonly es: readonly string[];
}

export interface Food {
  readonly id: string;
  readonly name: string;
  readonly nameEs: string;
  readonly group: FoodGroup;
  /** Number in the USDA Standard Reference; absent for foods that are not in it. */
  readonly ndbNumber?: string;
  readonly servingGrams: number;
  /** A nutrient that is absent here is unknown. It is never zero. */
  readonly nutrients: Readonly<Partial<Record<NutrientId, NutrientValue>>>;
  /** Made of milk: its protein counts as milk antigen. */
  readonly dairy: boolean;
  /** 0 none expected, 1 possible, 2 likely (from the class of product; amounts are not public). */
  readonly emulsifierClass: 0 | 1 | 2;
  /** Holds a non-nutritive sweetener. */
  readonly sweetened: boolean;
  readonly live: LiveMicrobes;
  /** The source's fibre value already holds fructan, galacto-oligosaccharides and resistant starch. */
  readonly fibreIncludesOligosaccharides: boolean;
  /** Share of this food's fibre that gut bacteria ferment, where it differs from the usual one (`f_ferm`). */
  readonly fermentedShareOfFibre?: {
    readonly share: number;
    readonly logSd: number;
    readonly source: string;
  };
  /** Grade of the standard block (energy, protein, fat, carbohydrate). */
  readonly confidence: Grade;
  readonly portions: readonly Portion[];
  readonly aliases: FoodAliases;
}

export interface FoodSource {
  readonly id: string;
  readonly kind: string;
  readonly citation: string;
  readonly locator: string;
  readonly rights: string;
}
