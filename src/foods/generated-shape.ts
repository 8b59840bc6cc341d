import type { FoodGroup, FoodSource, Grade, LiveClass } from './food.ts';
import type { ImputationBase } from './imputation-base.ts';
import type { NutrientId } from './nutrients.ts';

/** `[amount per 100 g, grade, index into sources, detail, log-SD if the row states one]`. */
export type GeneratedValue = readonly [number, Grade, number, string, number?];

export interface GeneratedFood {
  readonly id: string;
  readonly name: string;
  readonly nameEs: string;
  readonly group: FoodGroup;
  readonly ndb: string;
  readonly serving: number;
  readonly dairy: boolean;
  readonly emulsifier: 0 | 1 | 2;
  readonly sweetened: boolean;
  readonly live: readonly [LiveClass, Grade];
  readonly liveCount?: GeneratedValue;
  /** Fibre that bacteria ferment, where it is known to differ from the usual share of all fibre. */
  readonly fermentedFibre?: GeneratedValue;
  readonly overlap: boolean;
  readonly confidence: Grade;
  readonly values: Readonly<Partial<Record<NutrientId, GeneratedValue>>>;
  /** `[id, English, Spanish, grams, grade, index into sources]`. */
  readonly portions: readonly (readonly [string, string, string, number, Grade, number])[];
  readonly en: readonly string[];
  readonly es: readonly string[];
}

export interface GeneratedImputation {
  readonly scope: string;
  readonly nutrient: NutrientId;
  readonly density: number;
  readonly per: ImputationBase;
  readonly logSd: number;
  readonly reason: string;
}

export interface GeneratedMenu {
  readonly id: string;
  readonly titleEn: string;
  readonly titleEs: string;
  /** `[food id, grams per day]`. */
  readonly items: readonly (readonly [string, number])[];
}

/** What `scripts/build-foods.ts` writes from the CSV files, for Node and the browser alike. */
export interface GeneratedTables {
  readonly sources: readonly FoodSource[];
  readonly foods: readonly GeneratedFood[];
  readonly menus: readonly GeneratedMenu[];
  readonly imputation: readonly GeneratedImputation[];
}
