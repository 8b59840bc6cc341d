import { describe, expect, test } from 'vitest';
import { generatedTables } from '../../foods/generated/food-table.ts';
import {
  baseAmount,
  expectedPer100g,
  type Food,
  findFood,
  foodTable,
  imputationOf,
  mealNutrients,
  type NutrientId,
  nutrientIds,
} from '../../src/foods/index.ts';

function food(id: string): Food {
  const found = findFood(id);
  if (!found) throw new Error(`no food ${id}`);
  return found;
}

const known = (one: Food, id: NutrientId): number | undefined => one.nutrients[id]?.per100g;

describe('what an unknown value may be', () => {
  test('the mean of the group, as a ratio of sums, worked out here on its own', () => {
    const unknown = foodTable.find(
      (one) => one.group === 'fruit' && !one.dairy && one.nutrients.fructose_g === undefined,
    );
    if (!unknown) throw new Error('some fruit has no value of fructose');
    let fructose = 0;
    let sugars = 0;
    for (const one of foodTable.filter(({ group, dairy }) => group === 'fruit' && !dairy)) {
      const [amount, all, lactose] = [
        known(one, 'fructose_g'),
        known(one, 'sugars_g'),
        known(one, 'lactose_g'),
      ];
      if (amount === undefined || all === undefined || lactose === undefined) continue;
      fructose += amount;
      sugars += all - lactose;
    }
    const imputation = imputationOf(unknown, 'fructose_g');
    expect(imputation).toMatchObject({ per: 'non_lactose_sugars_g', assumed: false });
    expect(imputation.density).toBeCloseTo(fructose / sugars, 12);
    // Fruit sugar is about half fructose.
    expect(imputation.density).toBeGreaterThan(0.35);
    expect(imputation.density).toBeLessThan(0.65);
    const expected = expectedPer100g(unknown);
    expect(expected.fructose_g).toBeCloseTo(
      (fructose / sugars) * (expected.sugars_g - expected.lactose_g),
      9,
    );
  });

  test('a row of imputation.csv goes before the group, and says that it is assumed', () => {
    const soya = imputationOf(food('soymilk'), 'gos_g');
    expect(soya).toMatchObject({ density: 0.08, per: 'complex_carbohydrate_g', assumed: true });
    expect(soya.reason).toContain('soya');
    // Butter is dairy first and fat second.
    expect(imputationOf(food('butter'), 'fructan_g').density).toBe(
      generatedTables.imputation.find((row) => row.scope === 'dairy' && row.nutrient === 'fructan_g')
        ?.density,
    );
  });

  test('every row names a food or a group and a nutrient that is unknown somewhere in it', () => {
    const groups = new Set<string>(foodTable.map(({ group }) => group));
    for (const { scope, nutrient, logSd, reason, density } of generatedTables.imputation) {
      const own = findFood(scope);
      expect(groups.has(scope) || own !== undefined, scope).toBe(true);
      if (own) expect(own.nutrients[nutrient], `${scope} ${nutrient} is known`).toBeUndefined();
      expect(logSd, scope).toBeGreaterThan(0.1);
      expect(reason.length, scope).toBeGreaterThan(7);
      expect(density, scope).toBeGreaterThanOrEqual(0);
    }
  });

  test('carries a spread that is never nothing and never beyond a factor of ten', () => {
    for (const one of foodTable)
      for (const id of nutrientIds) {
        if (one.nutrients[id]) continue;
        const { logSd } = imputationOf(one, id);
        expect(logSd, `${one.id} ${id}`).toBeGreaterThanOrEqual(Math.log(1.3) / 1.645 - 1e-9);
        expect(logSd, `${one.id} ${id}`).toBeLessThanOrEqual(Math.log(10) / 1.645 + 1e-3);
      }
  });

  test('supplements say nothing about each other', () => {
    for (const one of foodTable.filter(({ group, dairy }) => group === 'supplement' && !dairy))
      for (const id of nutrientIds)
        if (!one.nutrients[id]) expect(imputationOf(one, id).assumed, `${one.id} ${id}`).toBe(true);
  });

  test('a part never grows beyond its whole', () => {
    for (const one of foodTable) {
      const amounts = expectedPer100g(one);
      for (const [part, whole] of [
        ['sugars_g', 'carbohydrate_g'],
        ['fructose_g', 'sugars_g'],
        ['fructan_g', 'carbohydrate_g'],
        ['soluble_fibre_g', 'fibre_g'],
        ['saturated_fat_g', 'fat_g'],
        ['gluten_g', 'protein_g'],
      ] as const)
        if (!one.nutrients[part])
          expect(amounts[part], `${one.id} ${part}`).toBeLessThanOrEqual(amounts[whole]);
    }
  });

  test('known values are left as they are', () => {
    for (const one of foodTable)
      for (const id of nutrientIds) {
        const value = one.nutrients[id];
        if (value) expect(expectedPer100g(one)[id], `${one.id} ${id}`).toBe(value.per100g);
      }
  });

  test('a base that would be negative is none: carbohydrate by difference below measured sugars', () => {
    const amounts: Partial<Record<NutrientId, number>> = { carbohydrate_g: 2.34, sugars_g: 3.28 };
    expect(baseAmount('complex_carbohydrate_g', (id) => amounts[id])).toBe(0);
    expect(baseAmount('starch_g', (id) => amounts[id])).toBeUndefined();
    expect(baseAmount('mass', () => undefined)).toBe(1);
  });
});

describe('totals of a meal', () => {
  const items = [
    { food: food('white_bread'), grams: 80 },
    { food: food('cola'), grams: 330 },
    { food: food('apple'), grams: 182 },
  ];

  test('known and imputed are kept apart; unknown is never zero', () => {
    const { totals } = mealNutrients(items);
    const polyols = totals.polyols_g;
    expect(polyols.unknownFoods.length).toBeGreaterThan(0);
    expect(polyols.imputed).toBeGreaterThan(0);
    expect(polyols.coverage).toBeLessThan(1);
    const protein = totals.protein_g;
    expect(protein).toMatchObject({ imputed: 0, coverage: 1, unknownFoods: [] });
    expect(protein.known).toBeCloseTo(
      items.reduce((sum, { food: one, grams }) => sum + ((known(one, 'protein_g') ?? 0) * grams) / 100, 0),
      12,
    );
  });

  test('variances of foods add: the closed form of a lognormal', () => {
    const meal = mealNutrients([
      { food: food('white_bread'), grams: 100 },
      { food: food('garlic'), grams: 10 },
    ]);
    const [bread, garlic] = ['white_bread', 'garlic'].map((id) => food(id).nutrients.fructan_g);
    if (bread?.spread.kind !== 'lognormal' || garlic?.spread.kind !== 'lognormal')
      throw new Error('both are graded C');
    const variance =
      bread.per100g ** 2 * (Math.exp(bread.spread.logSd ** 2) - 1) +
      (garlic.per100g * 0.1) ** 2 * (Math.exp(garlic.spread.logSd ** 2) - 1);
    expect(meal.totals.fructan_g.standardDeviation).toBeCloseTo(Math.sqrt(variance), 12);
  });

  test('coverage is a share between 0 and 1 of what matters for the nutrient, and grades add up to it', () => {
    const { totals } = mealNutrients(items);
    for (const id of nutrientIds) {
      const { coverage, grades } = totals[id];
      expect(coverage, id).toBeGreaterThanOrEqual(0);
      expect(coverage, id).toBeLessThanOrEqual(1);
      expect(grades.A + grades.B + grades.C + grades.Z, id).toBeCloseTo(coverage, 9);
    }
  });

  test('coverage does not change with the size of the meal, and nothing eaten leaves nothing unknown', () => {
    const twice = items.map(({ food: one, grams }) => ({ food: one, grams: 2 * grams }));
    for (const id of nutrientIds) {
      expect(mealNutrients(twice).totals[id].coverage, id).toBeCloseTo(
        mealNutrients(items).totals[id].coverage,
        12,
      );
      expect(mealNutrients([]).totals[id], id).toMatchObject({ known: 0, imputed: 0, coverage: 1 });
    }
  });
});
