import type { DailyDiet } from './plan-schema.ts';

/** A day's food as one made-up food of this weight: heavy enough that its nutrients fit into 100 g each. */
const gramsPerDay = 2000;
const meals = [
  { at: '08:00', share: 0.25 },
  { at: '13:00', share: 0.35 },
  { at: '19:00', share: 0.4 },
] as const;
/** kcal per gram (Atwater; fibre 2). */
const energy = { fat: 9, protein: 4, carbohydrate: 4, fibre: 2, alcohol: 7 } as const;
/** Where a study does not say: a usual mixed diet (assumed). */
const usual = {
  resistant_starch_g: 5,
  fructan_g: 4,
  gluten_g: 12,
  saturated_fat_share: 0.37,
  vitamin_d_ug: 3,
  zinc_mg: 10,
} as const;

/** Id of the own food that stands for a diet of a plan. */
export const dietFoodId = (name: string): string => `diet_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;

/** A diet given as grams a day as an own food of the person file. Every nutrient is told, so that none is imputed. */
export function dietAsOwnFood(name: string, diet: DailyDiet) {
  const resistantStarch = diet.resistant_starch_g ?? usual.resistant_starch_g;
  const fructan = diet.fructan_g ?? usual.fructan_g;
  const polyols = diet.polyols_g ?? 0;
  const lactose = diet.lactose_g ?? 0;
  const sucrose = Math.max(0, diet.sugars_g - lactose) / 2;
  const hexose = Math.max(0, diet.sugars_g - lactose - sucrose) / 2;
  const alcohol = diet.alcohol_g ?? 0;
  const perDay: Readonly<Record<string, number>> = {
    energy_kcal:
      energy.fat * diet.fat_g +
      energy.protein * diet.protein_g +
      energy.carbohydrate * (diet.starch_g + diet.sugars_g) +
      energy.fibre * (diet.fibre_g + resistantStarch + fructan) +
      energy.alcohol * alcohol,
    protein_g: diet.protein_g,
    fat_g: diet.fat_g,
    saturated_fat_g: diet.fat_g * (diet.saturated_fat_share ?? usual.saturated_fat_share),
    // By difference, as the food table has it: with fibre and resistant starch. Fructan is listed beside it.
    carbohydrate_g: diet.starch_g + diet.sugars_g + diet.fibre_g + resistantStarch + polyols,
    sugars_g: diet.sugars_g,
    added_sugars_g: sucrose,
    free_sugars_g: sucrose,
    sucrose_g: sucrose,
    glucose_g: hexose,
    fructose_g: hexose,
    lactose_g: lactose,
    fibre_g: diet.fibre_g,
    soluble_fibre_g: 0.3 * diet.fibre_g,
    beta_glucan_g: 0,
    fructan_g: fructan,
    gos_g: 0,
    resistant_starch_g: resistantStarch,
    polyols_g: polyols,
    vitamin_d_ug: diet.vitamin_d_ug ?? usual.vitamin_d_ug,
    zinc_mg: diet.zinc_mg ?? usual.zinc_mg,
    alcohol_g: alcohol,
    gluten_g: diet.gluten_g ?? usual.gluten_g,
    omega3_g: 0.02 * diet.fat_g,
    epa_dha_g: 0,
    polyphenols_mg: 0,
  };
  return {
    id: dietFoodId(name),
    name: `Diet ${name}`,
    per100g: Object.fromEntries(
      Object.entries(perDay).map(([nutrient, grams]) => [nutrient, (grams * 100) / gramsPerDay]),
    ),
  };
}

/** A week of a diet, as the person file writes it. */
export function dietAsWeek(name: string) {
  return {
    everyDay: meals.map(({ at, share }) => ({
      at,
      items: [{ food: dietFoodId(name), amount: `${share * gramsPerDay} g` }],
    })),
  };
}
