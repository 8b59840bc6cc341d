import { generatedTables } from '../../foods/generated/food-table.ts';
import type { Food, FoodSource, LiveMicrobes, NutrientValue } from './food.ts';
import type { GeneratedFood, GeneratedValue } from './generated-shape.ts';
import { type NutrientId, nutrientIds } from './nutrients.ts';
import { spreadOf } from './spread.ts';

/** Every source a food value can name. */
export const foodSources: readonly FoodSource[] = generatedTables.sources;

function sourceId(index: number): string {
  return foodSources[index]?.id ?? 'unknown';
}

function nutrientValue(
  id: NutrientId,
  [per100g, grade, source, detail, logSd]: GeneratedValue,
): NutrientValue {
  return { per100g, grade, source: sourceId(source), detail, spread: spreadOf(grade, id, logSd) };
}

/** Spread of a log10 count: a class midpoint (C) stands for three decades, a published band (B) for two; 90 %. */
const liveSdEstimated = 3 / 3.29;
const liveSdBand = 2 / 3.29;

function liveMicrobes(food: GeneratedFood): LiveMicrobes {
  const [liveClass, classGrade] = food.live;
  if (!food.liveCount)
    return { class: liveClass, grade: classGrade, log10Sd: liveSdEstimated, source: 'marco_2022' };
  const [log10, grade, source] = food.liveCount;
  return {
    class: liveClass,
    grade,
    log10CfuPerGram: log10,
    log10Sd: grade === 'B' ? liveSdBand : liveSdEstimated,
    source: sourceId(source),
  };
}

/** Where the row states no spread: a factor of about two either way. Assumed. */
const fermentedLogSd = 0.4;

function fermentedShare({ fermentedFibre, values }: GeneratedFood): Pick<Food, 'fermentedShareOfFibre'> {
  const fibre = values.fibre_g?.[0] ?? 0;
  if (!fermentedFibre || fibre <= 0) return {};
  const [grams, , source, , logSd = fermentedLogSd] = fermentedFibre;
  return { fermentedShareOfFibre: { share: grams / fibre, logSd, source: sourceId(source) } };
}

function toFood(generated: GeneratedFood): Food {
  const values: Partial<Record<NutrientId, NutrientValue>> = {};
  for (const id of nutrientIds) {
    const value = generated.values[id];
    if (value) values[id] = nutrientValue(id, value);
  }
  return {
    id: generated.id,
    name: generated.name,
    nameEs: generated.nameEs,
    group: generated.group,
    ...(generated.ndb ? { ndbNumber: generated.ndb } : {}),
    servingGrams: generated.serving,
    nutrients: values,
    dairy: generated.dairy,
    emulsifierClass: generated.emulsifier,
    sweetened: generated.sweetened,
    live: liveMicrobes(generated),
    fibreIncludesOligosaccharides: generated.overlap,
    ...fermentedShare(generated),
    confidence: generated.confidence,
    portions: generated.portions.map(([id, nameEn, nameEs, grams, grade, source]) => ({
      id,
      nameEn,
      nameEs,
      grams,
      grade,
      source: sourceId(source),
    })),
    aliases: { en: generated.en, es: generated.es },
  };
}

/** All foods of the project, per 100 g as eaten. A nutrient that is absent is unknown. */
export const foodTable: readonly Food[] = generatedTables.foods.map(toFood);

const byId = new Map(foodTable.map((food) => [food.id, food]));

/** `undefined` if no food has this id; `suggestFood` then names the nearest. */
export function findFood(id: string): Food | undefined {
  return byId.get(id);
}
