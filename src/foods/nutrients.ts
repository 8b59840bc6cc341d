/**
 * The nutrients a food can carry. Ids hold their unit, because these numbers cross every boundary of the
 * package (files, results, the model's inflows).
 */
export const nutrientIds = [
  'energy_kcal',
  'protein_g',
  'fat_g',
  'saturated_fat_g',
  'carbohydrate_g',
  'sugars_g',
  'added_sugars_g',
  'free_sugars_g',
  'sucrose_g',
  'glucose_g',
  'fructose_g',
  'lactose_g',
  'fibre_g',
  'soluble_fibre_g',
  'beta_glucan_g',
  'fructan_g',
  'gos_g',
  'resistant_starch_g',
  'polyols_g',
  'vitamin_d_ug',
  'zinc_mg',
  'alcohol_g',
  'gluten_g',
  'omega3_g',
  'epa_dha_g',
  'polyphenols_mg',
] as const;

export type NutrientId = (typeof nutrientIds)[number];

/** What a coverage share counts: a blank in cola matters for vitamin D by mass, for fructan by carbohydrate. */
export type CoverageBase = 'mass' | 'energy' | 'carbohydrate' | 'protein' | 'fat';

export interface NutrientInfo {
  readonly id: NutrientId;
  readonly unit: 'kcal' | 'g' | 'mg' | 'ug';
  readonly nameEn: string;
  readonly nameEs: string;
  /** The share of what is counted as known, e.g. for fructan the share of the carbohydrate eaten. */
  readonly coverageBase: CoverageBase;
}

function info(
  id: NutrientId,
  unit: NutrientInfo['unit'],
  coverageBase: CoverageBase,
  nameEn: string,
  nameEs: string,
): NutrientInfo {
  return { id, unit, coverageBase, nameEn, nameEs };
}

/** Carbohydrate is "by difference" and so includes fibre, as in the USDA table. */
export const nutrients: Readonly<Record<NutrientId, NutrientInfo>> = {
  energy_kcal: info('energy_kcal', 'kcal', 'mass', 'energy', 'energía'),
  protein_g: info('protein_g', 'g', 'energy', 'protein', 'proteína'),
  fat_g: info('fat_g', 'g', 'energy', 'fat', 'grasa'),
  saturated_fat_g: info('saturated_fat_g', 'g', 'fat', 'saturated fat', 'grasa saturada'),
  carbohydrate_g: info(
    'carbohydrate_g',
    'g',
    'energy',
    'carbohydrate with fibre',
    'hidratos de carbono con fibra',
  ),
  sugars_g: info('sugars_g', 'g', 'carbohydrate', 'sugars', 'azúcares'),
  added_sugars_g: info('added_sugars_g', 'g', 'carbohydrate', 'added sugars', 'azúcares añadidos'),
  free_sugars_g: info('free_sugars_g', 'g', 'carbohydrate', 'free sugars', 'azúcares libres'),
  sucrose_g: info('sucrose_g', 'g', 'carbohydrate', 'sucrose', 'sacarosa'),
  glucose_g: info('glucose_g', 'g', 'carbohydrate', 'glucose', 'glucosa'),
  fructose_g: info('fructose_g', 'g', 'carbohydrate', 'fructose', 'fructosa'),
  lactose_g: info('lactose_g', 'g', 'carbohydrate', 'lactose', 'lactosa'),
  fibre_g: info('fibre_g', 'g', 'carbohydrate', 'fibre', 'fibra'),
  soluble_fibre_g: info('soluble_fibre_g', 'g', 'carbohydrate', 'soluble fibre', 'fibra soluble'),
  beta_glucan_g: info('beta_glucan_g', 'g', 'carbohydrate', 'beta-glucan', 'betaglucano'),
  fructan_g: info('fructan_g', 'g', 'carbohydrate', 'fructan', 'fructano'),
  gos_g: info('gos_g', 'g', 'carbohydrate', 'galacto-oligosaccharides', 'galactooligosacáridos'),
  resistant_starch_g: info(
    'resistant_starch_g',
    'g',
    'carbohydrate',
    'resistant starch',
    'almidón resistente',
  ),
  polyols_g: info('polyols_g', 'g', 'carbohydrate', 'polyols', 'polioles'),
  vitamin_d_ug: info('vitamin_d_ug', 'ug', 'mass', 'vitamin D', 'vitamina D'),
  zinc_mg: info('zinc_mg', 'mg', 'mass', 'zinc', 'zinc'),
  alcohol_g: info('alcohol_g', 'g', 'mass', 'alcohol', 'alcohol'),
  gluten_g: info('gluten_g', 'g', 'protein', 'gluten', 'gluten'),
  omega3_g: info('omega3_g', 'g', 'fat', 'omega-3 fat', 'grasa omega-3'),
  epa_dha_g: info('epa_dha_g', 'g', 'fat', 'EPA and DHA', 'EPA y DHA'),
  polyphenols_mg: info('polyphenols_mg', 'mg', 'mass', 'polyphenols', 'polifenoles'),
};
