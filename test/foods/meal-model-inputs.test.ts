import { describe, expect, test } from 'vitest';
import {
  defaultMealParameters,
  expectedNutrients,
  findMenu,
  foodTable,
  mealModelInputs,
  mealParameters,
  menus,
  type NutrientId,
  type NutrientVector,
  nutrientIds,
} from '../../src/foods/index.ts';

/** A meal of given amounts, all else zero. */
function vector(
  amounts: Partial<Record<NutrientId, number>>,
  rest: Partial<Omit<NutrientVector, 'amounts'>> = {},
): NutrientVector {
  const none = Object.fromEntries(nutrientIds.map((id) => [id, 0])) as Record<NutrientId, number>;
  return {
    amounts: { ...none, ...amounts },
    dairyProteinGrams: 0,
    fibreOverlapGrams: 0,
    resistantStarchInFibreGrams: 0,
    ownShareFibreGrams: 0,
    ownShareFermentedGrams: 0,
    sweetenedServings: 0,
    emulsifierClassEnergy: 0,
    liveCfu: 0,
    ...rest,
  };
}

const digests = { lactasePersistent: true };
const faded = { lactasePersistent: false };
const p = {
  ...defaultMealParameters,
  f_ferm: 0.75,
  f_frc: 0.4,
  f_pol: 0.6,
  e_agal: 0.6,
  lct_share_nonpersistent: 0.4,
};

describe('what a meal brings into the model: closed forms', () => {
  test('starch is what is left of the carbohydrate', () => {
    const meal = vector({
      carbohydrate_g: 60,
      sugars_g: 20,
      fibre_g: 8,
      polyols_g: 2,
      resistant_starch_g: 3,
    });
    // Resistant starch outside the fibre: 60 - 20 - 8 - 3 - 2.
    expect(mealModelInputs(meal, digests, 'full', p).starch).toBeCloseTo(27, 12);
    // The same, when the fibre method already found it.
    const inside = { ...meal, fibreOverlapGrams: 3, resistantStarchInFibreGrams: 3 };
    expect(mealModelInputs(inside, digests, 'full', p).starch).toBeCloseTo(30, 12);
    // Rounding of the sources: no negative starch.
    expect(mealModelInputs(vector({ carbohydrate_g: 4.78, sugars_g: 5.05 }), digests, 'core', p).starch).toBe(
      0,
    );
  });

  test('fructose beyond glucose is partly not absorbed: it leaves the sugar and joins the oligosaccharides', () => {
    // An apple: fructose 10.7, glucose 4.4 of 18.9 g sugars; excess 6.3.
    const apple = vector({ carbohydrate_g: 25, sugars_g: 18.9, fructose_g: 10.7, glucose_g: 4.4 });
    const { sugar, oli } = mealModelInputs(apple, digests, 'full', p);
    expect(oli).toBeCloseTo(0.4 * 6.3, 12);
    expect(sugar).toBeCloseTo(18.9 - 0.4 * 6.3, 12);
    // More glucose than fructose: no excess.
    const grape = vector({ carbohydrate_g: 18, sugars_g: 15, fructose_g: 7, glucose_g: 8 });
    expect(mealModelInputs(grape, digests, 'full', p)).toMatchObject({ oli: 0, sugar: 15 });
  });

  test('lactose: its own pool in full; in core sugar for those who digest it, else mostly oligosaccharides', () => {
    const milk = vector({ carbohydrate_g: 12, sugars_g: 12, lactose_g: 12 });
    expect(mealModelInputs(milk, digests, 'full', p)).toMatchObject({ lac: 12, sugar: 0, oli: 0 });
    expect(mealModelInputs(milk, digests, 'core', p)).toMatchObject({ lac: 0, sugar: 12, oli: 0 });
    const left = mealModelInputs(milk, faded, 'core', p);
    expect(left.sugar).toBeCloseTo(4.8, 12);
    expect(left.oli).toBeCloseTo(7.2, 12);
    // In full the model's own lactase decides, not the meal.
    expect(mealModelInputs(milk, faded, 'full', p)).toEqual(mealModelInputs(milk, digests, 'full', p));
  });

  test('fibre: the fermentable share, without what the fibre value counts twice', () => {
    const meal = vector({ carbohydrate_g: 50, fibre_g: 10, fructan_g: 2, resistant_starch_g: 3 });
    const full = mealModelInputs(meal, digests, 'full', p);
    expect(full.fib).toBeCloseTo(7.5, 12);
    expect(full.nsf).toBeCloseTo(2.5, 12);
    expect(full).toMatchObject({ rs: 3, oli: 2 });
    const core = mealModelInputs(meal, digests, 'core', p);
    expect(core.fib).toBeCloseTo(10.5, 12);
    expect(core).toMatchObject({ nsf: 0, rs: 0 });
    const overlap = mealModelInputs(
      { ...meal, fibreOverlapGrams: 5, resistantStarchInFibreGrams: 3 },
      digests,
      'full',
      p,
    );
    expect(overlap.fib).toBeCloseTo(0.75 * 5, 12);
  });

  test('psyllium and bran ferment by their own share, the rest of the meal by the usual one', () => {
    const psyllium = foodTable.find(({ id }) => id === 'psyllium_husk');
    const apple = foodTable.find(({ id }) => id === 'apple');
    if (!psyllium || !apple) throw new Error('the table lacks a food of this test');
    const alone = mealModelInputs(
      expectedNutrients({ items: [{ food: psyllium, grams: 10 }] }),
      digests,
      'full',
      p,
    );
    expect(alone.fib).toBeCloseTo(1.08, 10);
    expect(alone.nsf).toBeCloseTo(6.12, 10);
    const fruit = mealModelInputs(
      expectedNutrients({ items: [{ food: apple, grams: 100 }] }),
      digests,
      'full',
      p,
    );
    const both = expectedNutrients({
      items: [
        { food: psyllium, grams: 10 },
        { food: apple, grams: 100 },
      ],
    });
    expect(mealModelInputs(both, digests, 'full', p).fib).toBeCloseTo(alone.fib + fruit.fib, 10);
  });

  test('polyols: part is absorbed at once, the rest ferments', () => {
    const meal = vector({ carbohydrate_g: 10, polyols_g: 10 });
    expect(mealModelInputs(meal, digests, 'full', p)).toMatchObject({
      oli: 6,
      polyolsAbsorbed: 4,
      starch: 0,
    });
  });

  test('alpha-galactosidase splits galacto-oligosaccharides into sugar', () => {
    const beans = vector({ carbohydrate_g: 20, gos_g: 3 });
    const with1 = mealModelInputs(beans, { ...digests, alphaGalactosidase: 1 }, 'full', p);
    expect(with1.oli).toBeCloseTo(1.2, 12);
    expect(with1.sugar).toBeCloseTo(1.8, 12);
    expect(mealModelInputs(beans, { ...digests, alphaGalactosidase: 0.5 }, 'full', p).oli).toBeCloseTo(
      2.1,
      12,
    );
    expect(mealModelInputs(beans, digests, 'full', p)).toMatchObject({ oli: 3, sugar: 0 });
  });

  test('antigens are parts of the protein', () => {
    const meal = vector({ protein_g: 30, gluten_g: 5 }, { dairyProteinGrams: 10 });
    expect(mealModelInputs(meal, digests, 'full', { ...p, f_mlk: 0.8 })).toMatchObject({
      glu: 5,
      mlk: 8,
      oth: 17,
    });
  });

  test('saturated share, sweetened servings, emulsifier by energy, live microbes', () => {
    const meal = vector(
      { fat_g: 20, saturated_fat_g: 5, energy_kcal: 500 },
      { sweetenedServings: 2, emulsifierClassEnergy: 600, liveCfu: 1e9 },
    );
    expect(mealModelInputs(meal, digests, 'core', { ...p, emul_per_class: 0.05 })).toMatchObject({
      sfa_frac: 0.25,
      nns: 2,
      emulsifier: 0.06,
      liveLog10Cfu: 9,
    });
    expect(mealModelInputs(vector({}), digests, 'core', p)).toMatchObject({
      sfa_frac: undefined,
      liveLog10Cfu: undefined,
      emulsifier: 0,
    });
  });

  test.each(['core', 'full'] as const)('no carbohydrate is lost or made (%s)', (division) => {
    for (const { id, items } of menus) {
      const nutrients = expectedNutrients({ items });
      const { starch, sugar, oli, fib, nsf, rs, lac, polyolsAbsorbed } = mealModelInputs(
        nutrients,
        digests,
        division,
        p,
      );
      const n = nutrients.amounts;
      // What comes in: all carbohydrate, and what the fibre method of the source does not find (fructan and
      // galacto-oligosaccharides stand in their own columns). In core, fibre that nothing ferments has no state.
      const outsideFibre =
        n.fructan_g + n.gos_g - (nutrients.fibreOverlapGrams - nutrients.resistantStarchInFibreGrams);
      const lost = division === 'core' ? 0.25 * (n.fibre_g - nutrients.fibreOverlapGrams) : 0;
      const total = starch + sugar + oli + fib + nsf + rs + lac + polyolsAbsorbed;
      expect(total, id).toBeCloseTo(n.carbohydrate_g + outsideFibre - lost, 6);
    }
  });

  test('every parameter has a range around its value and says what it means', () => {
    for (const [name, { value, range, means, unit }] of Object.entries(mealParameters)) {
      expect(range[0], name).toBeLessThanOrEqual(value);
      expect(range[1], name).toBeGreaterThanOrEqual(value);
      expect(means.length, name).toBeGreaterThan(10);
      expect(unit, name).not.toBe('');
    }
  });

  test('a day of the Western menu, in words of the model', () => {
    const nutrients = expectedNutrients({ items: findMenu('western').items });
    const inputs = mealModelInputs(nutrients, digests, 'full');
    expect(inputs.fat).toBeCloseTo(113.8, 1);
    expect(inputs.prot).toBeCloseTo(98.9, 1);
    // 40 % of energy as fat, 15 % as saturated fat.
    expect((9 * inputs.fat) / inputs.energy_kcal).toBeCloseTo(0.4, 2);
    expect(inputs.sfa_frac).toBeCloseTo(42.4 / 113.8, 2);
  });
});
