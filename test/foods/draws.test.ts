import { describe, expect, test } from 'vitest';
import {
  drawNutrients,
  drawPer100g,
  expectedNutrients,
  expectedPer100g,
  type Food,
  findFood,
  findMenu,
  logSdOfFactor,
  nutrientIds,
  spreadFactor,
  spreadOf,
} from '../../src/foods/index.ts';
import { normalQuantile } from '../../src/random/philox.ts';

function food(id: string): Food {
  const found = findFood(id);
  if (!found) throw new Error(`no food ${id}`);
  return found;
}

/** Evenly spaced quantiles of the normal law: an exact sample, without luck. */
const count = 4001;
const quantiles = Array.from({ length: count }, (_, index) => normalQuantile((index + 0.5) / count));

describe('spread of a value', () => {
  test('measured values and structural zeros are exact; the rest is lognormal', () => {
    expect(spreadOf('A', 'fructan_g')).toEqual({ kind: 'exact' });
    expect(spreadOf('Z', 'lactose_g')).toEqual({ kind: 'exact' });
    expect(spreadOf('C', 'fructan_g')).toEqual({ kind: 'lognormal', logSd: logSdOfFactor(2) });
    expect(spreadOf('B', 'fructan_g')).toEqual({ kind: 'lognormal', logSd: logSdOfFactor(1.5) });
    expect(spreadOf('B', 'soluble_fibre_g')).toEqual({ kind: 'lognormal', logSd: logSdOfFactor(2) });
    expect(spreadOf('A', 'fructan_g', 0.3)).toEqual({ kind: 'lognormal', logSd: 0.3 });
  });

  test('a factor f holds 90 %: its ends stand at the 5th and 95th percentile', () => {
    const spread = { kind: 'lognormal', logSd: logSdOfFactor(2) } as const;
    const middle = spreadFactor(spread, 0);
    expect(spreadFactor(spread, normalQuantile(0.95)) / middle).toBeCloseTo(2, 3);
    expect(spreadFactor(spread, normalQuantile(0.05)) / middle).toBeCloseTo(0.5, 3);
  });

  test('factors have mean 1, so that spread alone changes no expected amount', () => {
    const spread = { kind: 'lognormal', logSd: logSdOfFactor(2) } as const;
    const mean = quantiles.reduce((sum, z) => sum + spreadFactor(spread, z), 0) / count;
    expect(mean).toBeCloseTo(1, 3);
  });
});

describe('draws of a food', () => {
  test('the same numbers give the same food; the key says which number', () => {
    const keys: string[] = [];
    const draw = (key: string): number => {
      keys.push(key);
      return key.length / 10 - 1.5;
    };
    expect(drawPer100g(food('white_bread'), draw)).toEqual(drawPer100g(food('white_bread'), draw));
    expect(keys).toContain('white_bread:fructan_g');
    // Energy is measured: nothing is drawn for it.
    expect(keys).not.toContain('white_bread:energy_kcal');
  });

  test('draws are unbiased where nothing bounds them', () => {
    // Garlic: fructan estimated, far below the carbohydrate that holds it.
    const garlic = food('garlic');
    const mean = quantiles.reduce((sum, z) => sum + drawPer100g(garlic, () => z).fructan_g, 0) / count;
    const value = garlic.nutrients.fructan_g?.per100g ?? Number.NaN;
    // Bounded by all the carbohydrate of garlic (33 g): the few largest draws are cut.
    expect(mean).toBeLessThanOrEqual(value * 1.001);
    expect(mean).toBeGreaterThan(value * 0.97);
    const bread = food('white_bread');
    const breadMean = quantiles.reduce((sum, z) => sum + drawPer100g(bread, () => z).fructan_g, 0) / count;
    expect(breadMean).toBeCloseTo(bread.nutrients.fructan_g?.per100g ?? Number.NaN, 3);
  });

  test('unknown glucose and fructose of a food move together: no excess of fructose is invented', () => {
    const unknown = food('white_bread').nutrients.fructose_g ? undefined : food('white_bread');
    const one = unknown ?? food('cola');
    const keys = new Set<string>();
    drawPer100g(one, (key) => {
      keys.add(key);
      return 0;
    });
    const apart = [...keys].filter((key) => /:(glucose|fructose)_g$/.test(key));
    if (one.nutrients.glucose_g === undefined && one.nutrients.fructose_g === undefined) {
      expect(keys).toContain(`${one.id}:monosaccharides`);
      expect(apart).toEqual([]);
    } else expect(keys).not.toContain(`${one.id}:monosaccharides`);
  });

  test.each([-4, -1, 0, 1, 4])('no draw breaks the sums of a food (all numbers %s)', (z) => {
    for (const { food: one } of findMenu('western').items) {
      const drawn = drawPer100g(one, () => z);
      for (const [part, whole] of [
        ['sugars_g', 'carbohydrate_g'],
        ['fibre_g', 'carbohydrate_g'],
        ['fructan_g', 'carbohydrate_g'],
        ['soluble_fibre_g', 'fibre_g'],
        ['saturated_fat_g', 'fat_g'],
        ['gluten_g', 'protein_g'],
      ] as const) {
        const listed = one.nutrients[part]?.per100g ?? 0;
        expect(drawn[part], `${one.id} ${part}`).toBeLessThanOrEqual(Math.max(listed, drawn[whole]) + 1e-12);
      }
      for (const id of nutrientIds) expect(drawn[id], `${one.id} ${id}`).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('draws of a meal', () => {
  const items = findMenu('western').items;

  test('known amounts stay, unknown ones spread', () => {
    const vectors = [-2, 0, 2].map((z) => drawNutrients({ items }, () => z).amounts);
    const [low, , high] = vectors;
    if (!low || !high) throw new Error('three vectors');
    expect(low.energy_kcal).toBeCloseTo(high.energy_kcal, 9);
    expect(high.fructan_g).toBeGreaterThan(2 * low.fructan_g);
  });

  test('expected content is the sum of the foods', () => {
    const expected = expectedNutrients({ items });
    for (const id of nutrientIds) {
      const sum = items.reduce(
        (total, { food: one, grams }) => total + (expectedPer100g(one)[id] * grams) / 100,
        0,
      );
      expect(expected.amounts[id], id).toBeCloseTo(sum, 9);
    }
  });

  test('live microbes: counted foods by their count, the others by the middle of their class', () => {
    const kefir = food('kefir');
    const log10 = kefir.live.log10CfuPerGram;
    if (log10 === undefined) throw new Error('kefir has a count');
    expect(Math.log10(expectedNutrients({ items: [{ food: kefir, grams: 100 }] }).liveCfu)).toBeCloseTo(
      log10 + 2,
      9,
    );
    const apple = food('apple');
    const middle = { Lo: 2, Med: 5.5, Hi: 8 }[apple.live.class];
    if (apple.live.log10CfuPerGram === undefined)
      expect(Math.log10(expectedNutrients({ items: [{ food: apple, grams: 10 }] }).liveCfu)).toBeCloseTo(
        middle + 1,
        9,
      );
    expect(expectedNutrients({ items: [] }).liveCfu).toBe(0);
  });
});
