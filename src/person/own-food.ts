/** A food of the person's own as a food like those of the table. */
import {
  type Food,
  findFood,
  type NutrientId,
  type NutrientValue,
  nutrientIds,
  spreadOf,
} from '../foods/index.ts';
import type { OwnFoodNumbers } from './person.ts';

/** Source of values that the person gave. */
export const ownFoodSource = 'person_file';

/**
 * What the label says counts as derived (grade B) and is taken as it stands; what it does not say comes
 * from the food that it resembles, as an estimate (grade C); without such a food it is unknown, never zero.
 */
export function ownFoodAsFood(own: OwnFoodNumbers): Food {
  const base = own.like === undefined ? undefined : findFood(own.like);
  const nutrients: Partial<Record<NutrientId, NutrientValue>> = {};
  for (const id of nutrientIds) {
    const told = own.per100g[id];
    const resembled = base?.nutrients[id];
    if (told !== undefined) {
      nutrients[id] = {
        per100g: told,
        grade: 'B',
        source: ownFoodSource,
        detail: '',
        spread: { kind: 'exact' },
      };
    } else if (resembled) {
      nutrients[id] = {
        per100g: resembled.per100g,
        grade: resembled.grade === 'Z' ? 'Z' : 'C',
        source: resembled.source,
        detail: `like ${own.like}`,
        spread: resembled.grade === 'Z' ? resembled.spread : spreadOf('C', id),
      };
    }
  }
  return {
    id: own.id,
    name: own.name,
    nameEs: own.name,
    group: base?.group ?? 'mixed',
    servingGrams: Object.values(own.servingGrams)[0] ?? base?.servingGrams ?? 100,
    nutrients,
    dairy: base?.dairy ?? false,
    emulsifierClass: base?.emulsifierClass ?? 0,
    sweetened: base?.sweetened ?? false,
    live: base?.live ?? { class: 'Lo', grade: 'C', log10Sd: 0, source: ownFoodSource },
    fibreIncludesOligosaccharides: base?.fibreIncludesOligosaccharides ?? false,
    ...(base?.fermentedShareOfFibre ? { fermentedShareOfFibre: base.fermentedShareOfFibre } : {}),
    confidence: 'B',
    portions: Object.entries(own.servingGrams).map(([name, grams]) => ({
      id: name,
      nameEn: name,
      nameEs: name,
      grams,
      grade: 'B',
      source: ownFoodSource,
    })),
    aliases: { en: [], es: [] },
  };
}
