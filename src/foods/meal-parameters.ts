/** An empirical number of the meal pre-processing, as the model's own parameters are described. */
export interface MealParameter {
  readonly value: number;
  /** 90 % of what it may be lies between these. */
  readonly range: readonly [low: number, high: number];
  readonly unit: string;
  readonly means: string;
  readonly grade: 'human-in-vivo' | 'assumed';
  readonly source: string;
}

function parameter(
  value: number,
  range: readonly [number, number],
  unit: string,
  means: string,
  grade: MealParameter['grade'] = 'assumed',
  source = 'assumed',
): MealParameter {
  return { value, range, unit, means, grade, source };
}

/** Names and values are those of the specification's intake module. */
export const mealParameters = {
  f_ferm: parameter(
    0.75,
    [0.5, 0.95],
    'g/g',
    'share of dietary fibre that gut bacteria can ferment',
    'human-in-vivo',
    'Arnoldini 2025',
  ),
  f_frc: parameter(0.4, [0.1, 0.8], 'g/g', 'share of excess fructose that the small bowel does not absorb'),
  f_pol: parameter(0.6, [0.3, 0.9], 'g/g', 'share of polyols that the small bowel does not absorb'),
  e_agal: parameter(
    0.6,
    [0, 0.9],
    '1',
    'share of galacto-oligosaccharides split by a full dose of alpha-galactosidase',
  ),
  f_mlk: parameter(
    0.8,
    [0.75, 0.85],
    'g/g',
    'share of the protein of milk foods that counts as milk antigen (casein)',
  ),
  lct_share_nonpersistent: parameter(
    0.4,
    [0.1, 0.8],
    'g/g',
    'share of lactose that counts as sugar in adults whose lactase has faded; the rest ferments',
  ),
  emul_per_class: parameter(
    0.05,
    [0, 0.1],
    '1',
    'emulsifier input per class of food, by share of energy; 1 is 15 g of carboxymethylcellulose a day',
  ),
} as const satisfies Record<string, MealParameter>;

export type MealParameterName = keyof typeof mealParameters;
export type MealParameterValues = Readonly<Record<MealParameterName, number>>;

/** The defaults, to be overridden by name. */
export const defaultMealParameters: MealParameterValues = Object.fromEntries(
  Object.entries(mealParameters).map(([name, { value }]) => [name, value]),
) as Record<MealParameterName, number>;
