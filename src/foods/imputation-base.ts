/** What an unknown amount is reckoned against: fructan against starch and fibre, gluten against protein. */
export const imputationBases = [
  'mass',
  'carbohydrate_g',
  'complex_carbohydrate_g',
  'starch_g',
  'sugars_g',
  'non_lactose_sugars_g',
  'protein_g',
  'fat_g',
  'omega3_g',
  'fibre_g',
] as const;
export type ImputationBase = (typeof imputationBases)[number];
