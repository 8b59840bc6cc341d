import { describe, expect, test } from 'vitest';
import { importFdcCsv, importFdcJson } from '../../../src/foods/importers/food-data-central.ts';

/** The shape of a download; values of kefir after the public issue in which a tracker dropped it without a word. */
const kefir = {
  fdcId: 170904,
  description: 'Kefir, plain',
  foodNutrients: [
    { nutrient: { id: 1003, name: 'Protein', unitName: 'g' }, amount: 3.3 },
    { nutrient: { id: 1004 }, amount: 1 },
    { nutrient: { id: 1258 }, amount: 1.5 },
    { nutrient: { id: 1005 }, amount: 4.8 },
    { nutrient: { id: 2047 }, amount: 41 },
    { nutrient: { id: 2048 }, amount: 40 },
    { nutrient: { id: 1110 }, amount: 40 },
    { nutrient: { id: 1278 }, amount: 0.01 },
    { nutrient: { id: 1272 }, amount: 0.02 },
    { nutrient: { id: 1079 } },
    { nutrient: { id: 1012 }, amount: 0 },
  ],
};

describe('foods of FoodData Central', () => {
  test('energy falls back to the specific, then the general Atwater value; 40 units of vitamin D are 1 ug', () => {
    const [food] = importFdcJson(JSON.stringify(kefir)).foods;
    expect(food).toMatchObject({ id: 'fdc_170904', name: 'Kefir, plain' });
    expect(food?.per100g).toMatchObject({
      energy_kcal: 40,
      vitamin_d_ug: 1,
      protein_g: 3.3,
      epa_dha_g: 0.03,
    });
    const general = {
      ...kefir,
      foodNutrients: kefir.foodNutrients.filter(({ nutrient }) => nutrient.id !== 2048),
    };
    expect(importFdcJson(JSON.stringify([general])).foods[0]?.per100g.energy_kcal).toBe(41);
  });

  test('what is not given stays unknown: no amount, a part of a sum; a zero that is given stays', () => {
    const [food] = importFdcJson(JSON.stringify({ FoundationFoods: [kefir] })).foods;
    expect(food && 'fibre_g' in food.per100g).toBe(false);
    expect(food && 'omega3_g' in food.per100g).toBe(false);
    expect(food?.per100g.fructose_g).toBe(0);
  });

  test('a contradiction is kept and told, never dropped', () => {
    const { foods, problems } = importFdcJson(JSON.stringify(kefir));
    expect(foods).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ code: 'Z4021', severity: 'warning' })]);
    expect(problems[0]?.message).toContain('saturated_fat_g 1.5, more than fat_g 1');
  });

  test('CSV: amounts join foods by id; a blank amount is unknown', () => {
    const { foods, problems } = importFdcCsv(
      '"fdc_id","data_type","description"\n"1","foundation_food","Pear, raw"\n',
      '"id","fdc_id","nutrient_id","amount"\n"10","1","1008","57"\n"11","1","1079",""\n"12","2","1008","900"\n',
    );
    expect(foods).toEqual([{ id: 'fdc_1', name: 'Pear, raw', per100g: { energy_kcal: 57 } }]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['no JSON', () => importFdcJson('{')],
    ['another document', () => importFdcJson('{"products": [{"code": "1"}]}')],
    [
      'a negative amount',
      () =>
        importFdcJson(JSON.stringify({ ...kefir, foodNutrients: [{ nutrient: { id: 1003 }, amount: -1 }] })),
    ],
    ['a CSV of something else', () => importFdcCsv('a,b\n1,2\n', 'a,b\n1,2\n')],
    ['a broken CSV', () => importFdcCsv('fdc_id,description\n1,"open\n', '')],
  ])('%s is told', (_, read) => {
    expect(read).toThrow(/Z4020/);
  });
});
