import { logarithmToTen } from '../random/elementary.ts';
import type { NutrientVector } from './draw-nutrients.ts';
import { defaultMealParameters, type MealParameterValues } from './meal-parameters.ts';

/** How finely the model divides what a meal brings. */
export type MealDivision = 'core' | 'full';

export interface MealPerson {
  /** Digests lactose as an adult. */
  readonly lactasePersistent: boolean;
  /** 0 to 1, share of a full alpha-galactosidase dose taken with this meal. */
  readonly alphaGalactosidase?: number;
}

/** Grams that a meal brings into the stomach, by the model's substrate. `glu`, `mlk`, `oth` are tracers inside `prot`, `mon` inside `oli`. */
export interface MealModelInputs {
  readonly division: MealDivision;
  readonly fat: number;
  readonly prot: number;
  /** Digestible starch. */
  readonly starch: number;
  /** Absorbable sugar; in `core` with the share of lactose that is digested. */
  readonly sugar: number;
  /** Fructan, galacto-oligosaccharides, unabsorbed polyols and fructose; in `core` with undigested lactose. */
  readonly oli: number;
  /** Unabsorbed polyols and fructose, a tracer inside `oli`. Only in `full`. */
  readonly mon: number;
  /** Fermentable fibre; in `core` with resistant starch. */
  readonly fib: number;
  /** Fibre that bacteria leave alone. Only in `full`; 0 in `core`, where the model has no state for it. */
  readonly nsf: number;
  /** Resistant starch. Only in `full`. */
  readonly rs: number;
  /** Lactose. Only in `full`. */
  readonly lac: number;
  /** Gluten. */
  readonly glu: number;
  /** Milk antigen. Only in `full`. */
  readonly mlk: number;
  /** Other food antigen. Only in `full`. */
  readonly oth: number;
  /** Polyols that are absorbed at once and so enter no state, g. */
  readonly polyolsAbsorbed: number;
  /** Share of fat that is saturated; `undefined` without fat. Average it over the day weighted by fat. */
  readonly sfa_frac: number | undefined;
  /** Servings with non-nutritive sweetener. */
  readonly nns: number;
  /** 0 to 0.1: 1 would be the trial dose of 15 g of carboxymethylcellulose a day. */
  readonly emulsifier: number;
  readonly polyphenols_mg: number;
  readonly vit_d_ug: number;
  readonly zinc_mg: number;
  readonly omega3_g: number;
  readonly epa_dha_g: number;
  readonly alcohol_g: number;
  /** Live microbes, colony-forming units; their logarithm is `undefined` for none. */
  readonly liveCfu: number;
  readonly liveLog10Cfu: number | undefined;
  readonly energy_kcal: number;
}

/**
 * The meal pre-processing of the specification (section 3.1): from nutrients to what flows into the stomach.
 * Starch is what is left of the carbohydrate; where that would be negative (rounding of the sources) it is 0.
 */
export function mealModelInputs(
  nutrients: NutrientVector,
  person: MealPerson,
  division: MealDivision,
  parameters: MealParameterValues = defaultMealParameters,
): MealModelInputs {
  const n = nutrients.amounts;
  const full = division === 'full';
  const lactose = n.lactose_g;
  const excessFructose = Math.min(Math.max(0, n.fructose_g - n.glucose_g), Math.max(0, n.sugars_g - lactose));
  const fructoseLeft = parameters.f_frc * excessFructose;
  const gos = n.gos_g * (1 - parameters.e_agal * (person.alphaGalactosidase ?? 0));
  const gosSplit = n.gos_g - gos;
  const otherSugar = Math.max(0, n.sugars_g - lactose - fructoseLeft) + gosSplit;
  const resistantStarch = n.resistant_starch_g;
  const starchOutsideFibre = resistantStarch - nutrients.resistantStarchInFibreGrams;
  const starch = Math.max(0, n.carbohydrate_g - n.sugars_g - n.fibre_g - starchOutsideFibre - n.polyols_g);
  const fibre = Math.max(0, n.fibre_g - nutrients.fibreOverlapGrams);
  const fermentable =
    parameters.f_ferm * (fibre - nutrients.ownShareFibreGrams) + nutrients.ownShareFermentedGrams;
  const lactoseAsSugar = person.lactasePersistent ? 1 : parameters.lct_share_nonpersistent;
  const singleSugars = parameters.f_pol * n.polyols_g + fructoseLeft;
  const oligosaccharides = n.fructan_g + gos + singleSugars;
  const milkAntigen = parameters.f_mlk * nutrients.dairyProteinGrams;
  return {
    division,
    fat: n.fat_g,
    prot: n.protein_g,
    starch,
    sugar: full ? otherSugar : otherSugar + lactoseAsSugar * lactose,
    oli: full ? oligosaccharides : oligosaccharides + (1 - lactoseAsSugar) * lactose,
    mon: full ? singleSugars : 0,
    fib: full ? fermentable : fermentable + resistantStarch,
    nsf: full ? fibre - fermentable : 0,
    rs: full ? resistantStarch : 0,
    lac: full ? lactose : 0,
    glu: n.gluten_g,
    mlk: full ? milkAntigen : 0,
    oth: full ? Math.max(0, n.protein_g - n.gluten_g - milkAntigen) : 0,
    polyolsAbsorbed: (1 - parameters.f_pol) * n.polyols_g,
    sfa_frac: n.fat_g > 0 ? n.saturated_fat_g / n.fat_g : undefined,
    nns: nutrients.sweetenedServings,
    emulsifier:
      n.energy_kcal > 0 ? (parameters.emul_per_class * nutrients.emulsifierClassEnergy) / n.energy_kcal : 0,
    polyphenols_mg: n.polyphenols_mg,
    vit_d_ug: n.vitamin_d_ug,
    zinc_mg: n.zinc_mg,
    omega3_g: n.omega3_g,
    epa_dha_g: n.epa_dha_g,
    alcohol_g: n.alcohol_g,
    liveCfu: nutrients.liveCfu,
    liveLog10Cfu: nutrients.liveCfu > 0 ? logarithmToTen(nutrients.liveCfu) : undefined,
    energy_kcal: n.energy_kcal,
  };
}
