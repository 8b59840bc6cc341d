import { describe, expect, test } from 'vitest';
import {
  type Food,
  findFood,
  foodSources,
  foodTable,
  type NutrientId,
  nutrientIds,
  nutrients,
} from '../../src/foods/index.ts';

const amount = (food: Food, id: NutrientId): number | undefined => food.nutrients[id]?.per100g;

/** `[food, reason]`: why energy is not what its macronutrients give with the factors 4, 9, 4 and 7 kcal/g. */
const energyExceptions: ReadonlyMap<string, string> = new Map([
  // USDA SR28 gives these foods their own factors (Merrill and Watt 1973, USDA Handbook 74): bran and cocoa are
  // digested less than the general factors say.
  ['oat_bran', 'USDA SR28 NDB 20033: specific factors for bran'],
  ['all_bran', 'USDA SR28 NDB 08001: label energy of the maker, fibre at less than 2 kcal/g'],
  ['wheat_bran', 'USDA SR28 NDB 20077: specific factors for bran'],
  ['cocoa', 'USDA SR28 NDB 19165: specific factors for cocoa'],
  // Polyols give 2.4 kcal/g on average (Regulation (EU) 1169/2011, Annex XIV) and acetic acid 3.5 kcal/g is no carbohydrate.
  ['gum_sugarless', 'USDA SR28 NDB 19163: nearly all its carbohydrate is polyols'],
  ['vinegar', 'USDA SR28 NDB 02048: its energy is acetic acid'],
  ['psyllium_husk', 'Cronometer CRDB: its fibre is counted without energy'],
]);

describe('the food table', () => {
  test('holds 246 foods, each with its own id', () => {
    expect(foodTable).toHaveLength(246);
    expect(new Set(foodTable.map(({ id }) => id)).size).toBe(246);
    expect(foodTable.filter(({ ndbNumber }) => ndbNumber !== undefined)).toHaveLength(236);
    expect(findFood('oats_dry')?.name).toBe('Rolled oats, dry');
    expect(findFood('oat')).toBeUndefined();
  });

  test('names a source and a grade for every value, portion and live count', () => {
    const sources = new Set(foodSources.map(({ id }) => id));
    for (const food of foodTable) {
      for (const id of nutrientIds) {
        const value = food.nutrients[id];
        if (!value) continue;
        expect(sources, `${food.id} ${id}`).toContain(value.source);
        expect(['A', 'B', 'C', 'Z'], `${food.id} ${id}`).toContain(value.grade);
        expect(Number.isFinite(value.per100g) && value.per100g >= 0, `${food.id} ${id}`).toBe(true);
        if (value.grade === 'Z') expect(value.per100g, `${food.id} ${id}`).toBe(0);
      }
      expect(sources, food.id).toContain(food.live.source);
      for (const portion of food.portions) expect(sources, food.id).toContain(portion.source);
    }
  });

  test('every source is used and says where it can be found or that it is our own estimate', () => {
    const used = new Set(
      foodTable.flatMap((food) => [
        food.live.source,
        ...(food.fermentedShareOfFibre ? [food.fermentedShareOfFibre.source] : []),
        ...food.portions.map(({ source }) => source),
        ...nutrientIds.flatMap((id) => food.nutrients[id]?.source ?? []),
      ]),
    );
    for (const { id, kind, citation, rights } of foodSources) {
      expect(used, id).toContain(id);
      expect(citation.length, id).toBeGreaterThan(20);
      expect(rights, id).not.toBe('');
      expect(['table', 'paper', 'web list', 'measurement', 'label', 'rule', 'estimate'], id).toContain(kind);
    }
  });

  test('no value of grade A is an estimate of ours', () => {
    const own = new Set(
      foodSources
        .filter(({ kind }) => ['rule', 'estimate', 'web list', 'label'].includes(kind))
        .map(({ id }) => id),
    );
    for (const food of foodTable)
      for (const id of nutrientIds) {
        const value = food.nutrients[id];
        if (value?.grade === 'A')
          expect(own.has(value.source), `${food.id} ${id} ${value.source}`).toBe(false);
      }
  });

  test('gives the counts of known values that the data came with', () => {
    const known = (id: NutrientId): number => foodTable.filter((food) => food.nutrients[id]).length;
    // Filled cells of the file the table was made from. Its notes say one more for five of them; the file was counted.
    expect(known('fibre_g')).toBe(242);
    expect(known('sugars_g')).toBe(233);
    expect(known('fructan_g')).toBe(119);
    expect(known('gos_g')).toBe(79);
    expect(known('resistant_starch_g')).toBe(104);
    expect(known('polyols_g')).toBe(65);
    expect(known('beta_glucan_g')).toBe(54);
    expect(known('polyphenols_mg')).toBe(46);
    expect(foodTable.filter(({ live }) => live.log10CfuPerGram !== undefined)).toHaveLength(37);
  });

  test('leaves unknown values out: none is written as zero', () => {
    const cola = findFood('cola');
    expect(cola && 'polyols_g' in cola.nutrients).toBe(false);
    for (const food of foodTable)
      for (const id of nutrientIds) {
        const value = food.nutrients[id];
        if (value?.per100g === 0) expect(value.source, `${food.id} ${id}`).not.toBe('');
      }
  });

  test.each(foodTable.map((food) => [food.id, food] as const))(
    'energy of %s fits its macronutrients',
    (id, food) => {
      const energy = amount(food, 'energy_kcal') ?? Number.NaN;
      const carbohydrate = amount(food, 'carbohydrate_g') ?? Number.NaN;
      const rest =
        4 * (amount(food, 'protein_g') ?? Number.NaN) +
        9 * (amount(food, 'fat_g') ?? Number.NaN) +
        7 * (amount(food, 'alcohol_g') ?? 0);
      const fibre = Math.min(carbohydrate, amount(food, 'fibre_g') ?? 0);
      // Between fibre at 2 kcal/g and fibre counted like starch; tables round and use specific factors.
      const slack = Math.max(15, 0.1 * energy);
      const fits =
        energy >= rest + 4 * (carbohydrate - fibre) + 2 * fibre - slack &&
        energy <= rest + 4 * carbohydrate + slack;
      expect(fits).toBe(!energyExceptions.has(id));
    },
  );

  /** `[part, whole]`: the part cannot be more than the whole, apart from rounding. */
  const parts: readonly (readonly [NutrientId, NutrientId])[] = [
    ['saturated_fat_g', 'fat_g'],
    ['omega3_g', 'fat_g'],
    ['epa_dha_g', 'omega3_g'],
    ['sugars_g', 'carbohydrate_g'],
    ['fibre_g', 'carbohydrate_g'],
    ['fructan_g', 'carbohydrate_g'],
    ['gos_g', 'carbohydrate_g'],
    ['polyols_g', 'carbohydrate_g'],
    ['resistant_starch_g', 'carbohydrate_g'],
    ['soluble_fibre_g', 'fibre_g'],
    ['beta_glucan_g', 'fibre_g'],
    ['free_sugars_g', 'sugars_g'],
    ['added_sugars_g', 'free_sugars_g'],
    ['lactose_g', 'sugars_g'],
    ['gluten_g', 'protein_g'],
  ];
  /** Carbohydrate "by difference" carries the errors of all else and can fall below sugars that were measured. */
  const sugarsAboveDifference = new Set(['milk_whole', 'milk_whole_nod', 'cream', 'turkey_slices']);

  test.each(parts)('%s is never more than %s', (part, whole) => {
    for (const food of foodTable) {
      const [inner, outer] = [amount(food, part), amount(food, whole)];
      if (inner === undefined || outer === undefined) continue;
      const excepted = part === 'sugars_g' && sugarsAboveDifference.has(food.id);
      const most = excepted ? outer + 1 : outer * 1.02 + 0.05;
      expect(inner, `${food.id}: ${part} ${inner}, ${whole} ${outer}`).toBeLessThanOrEqual(most);
    }
  });

  test('single sugars do not exceed all sugars, and nothing weighs more than itself', () => {
    for (const food of foodTable) {
      const single = (['sucrose_g', 'glucose_g', 'fructose_g', 'lactose_g'] as const).reduce(
        (sum, id) => sum + (amount(food, id) ?? 0),
        0,
      );
      const sugars = amount(food, 'sugars_g');
      if (sugars !== undefined) expect(single, food.id).toBeLessThanOrEqual(1.05 * sugars + 0.2);
      const mass = (['protein_g', 'fat_g', 'carbohydrate_g', 'alcohol_g'] as const).reduce(
        (sum, id) => sum + (amount(food, id) ?? 0),
        0,
      );
      expect(mass, food.id).toBeLessThanOrEqual(101.5);
    }
  });

  test('values stay in ranges that food can have', () => {
    const most: Partial<Record<NutrientId, number>> = {
      energy_kcal: 902,
      vitamin_d_ug: 260, // cod liver oil, 250 ug
      zinc_mg: 80, // oysters
      polyphenols_mg: 4000, // cocoa powder, 3448 mg (Perez-Jimenez 2010)
      gluten_g: 80,
      alcohol_g: 40,
    };
    for (const food of foodTable)
      for (const id of nutrientIds) {
        const value = amount(food, id);
        const limit = most[id] ?? (nutrients[id].unit === 'g' ? 100.5 : Number.POSITIVE_INFINITY);
        if (value !== undefined) expect(value, `${food.id} ${id}`).toBeLessThanOrEqual(limit);
      }
  });

  test('plants hold no lactose, gluten-free grains no gluten, and only fermented foods many live microbes', () => {
    for (const id of ['apple', 'white_rice', 'lentils', 'olive_oil', 'wheat_flour'])
      expect(findFood(id)?.nutrients.lactose_g?.per100g, id).toBe(0);
    for (const id of ['gf_bread', 'corn_tortilla', 'white_rice', 'quinoa', 'buckwheat'])
      expect(findFood(id)?.nutrients.gluten_g?.per100g, id).toBe(0);
    const many = foodTable.filter(({ live }) => live.class === 'Hi');
    for (const food of many) expect(['fermented', 'supplement', 'dairy'], food.id).toContain(food.group);
  });
});

describe('names', () => {
  test('every food has aliases in English and answers to a Spanish name', () => {
    for (const food of foodTable) {
      expect(food.aliases.en.length, food.id).toBeGreaterThan(0);
      expect(food.nameEs.length, food.id).toBeGreaterThan(1);
    }
    const withSpanishAliases = foodTable.filter(({ aliases }) => aliases.es.length > 0);
    expect(withSpanishAliases.length).toBeGreaterThanOrEqual(240);
  });

  test('no alias leads to two foods', () => {
    const owner = new Map<string, string>();
    for (const food of foodTable)
      for (const alias of [...food.aliases.en, ...food.aliases.es].map((text) => text.toLowerCase())) {
        expect(owner.get(alias) ?? food.id, alias).toBe(food.id);
        owner.set(alias, food.id);
      }
  });

  test('aliases are plain words: no stray spaces, no ids, no repeats of the name', () => {
    for (const { id, name, nameEs, aliases } of foodTable)
      for (const alias of [...aliases.en, ...aliases.es]) {
        expect(alias, id).toBe(alias.trim());
        expect(alias, id).not.toMatch(/[_;|]| {2}/);
        expect([name, nameEs], id).not.toContain(alias);
      }
  });
});

describe('portions', () => {
  test('every food has a serving that weighs what the table says, and no two portions of one name', () => {
    for (const { id, portions, servingGrams } of foodTable) {
      expect(portions.find((portion) => portion.id === 'serving')?.grams, id).toBe(servingGrams);
      for (const key of ['id', 'nameEn', 'nameEs'] as const)
        expect(new Set(portions.map((portion) => portion[key])).size, `${id} ${key}`).toBe(portions.length);
    }
  });

  test('weigh something that a kitchen scale shows, and not more than a pizza', () => {
    for (const { id, portions } of foodTable)
      for (const { id: portion, grams } of portions) {
        expect(grams, `${id} ${portion}`).toBeGreaterThanOrEqual(0.5);
        expect(grams, `${id} ${portion}`).toBeLessThanOrEqual(1000);
      }
  });

  test('spoons and cups keep their order: teaspoon < tablespoon < cup, small < medium < large', () => {
    const chains = [
      ['teaspoon', 'tablespoon', 'half_cup', 'cup'],
      ['small', 'medium', 'large'],
      ['thin_slice', 'slice', 'thick_slice'],
    ];
    for (const { id, portions } of foodTable)
      for (const chain of chains) {
        const grams = chain.flatMap((name) => portions.find((portion) => portion.id === name)?.grams ?? []);
        expect(
          [...grams].sort((a, b) => a - b),
          id,
        ).toEqual(grams);
      }
  });

  test('a tablespoon holds about three teaspoons', () => {
    for (const { id, portions } of foodTable) {
      const [table, tea] = ['tablespoon', 'teaspoon'].map(
        (name) => portions.find((p) => p.id === name)?.grams,
      );
      if (table === undefined || tea === undefined) continue;
      expect(table / tea, id).toBeGreaterThan(2.4);
      expect(table / tea, id).toBeLessThan(3.8);
    }
  });

  test('a cup of a liquid agrees with its density', () => {
    for (const { id, portions } of foodTable) {
      const [cup, millilitre] = ['cup', 'millilitre'].map(
        (name) => portions.find((p) => p.id === name)?.grams,
      );
      if (cup === undefined || millilitre === undefined) continue;
      // A US cup is 237 mL, a metric one 250 mL.
      expect(cup / millilitre, id).toBeGreaterThan(220);
      expect(cup / millilitre, id).toBeLessThan(260);
    }
  });
});
