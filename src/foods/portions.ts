import { ZonulaError } from '../problem/problem.ts';
import type { Food, Portion } from './food.ts';
import { plainText } from './words.ts';

const gramsPerUnit: Readonly<Record<string, number>> = {
  g: 1,
  gram: 1,
  grams: 1,
  gramo: 1,
  gramos: 1,
  kg: 1000,
  mg: 0.001,
  oz: 28.35,
  lb: 453.6,
};
/** Millilitres; only foods whose density is in the table have a portion of one millilitre. */
const millilitresPerUnit: Readonly<Record<string, number>> = {
  ml: 1,
  cl: 10,
  dl: 100,
  l: 1000,
  litre: 1000,
  liter: 1000,
  litro: 1000,
};
const writtenNumbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  un: 1,
  una: 1,
  half: 0.5,
  medio: 0.5,
  media: 0.5,
  two: 2,
  dos: 2,
  three: 3,
  tres: 3,
};
const fractions: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};
/** More than this of one food at once is a slip of the keyboard. */
const mostGrams = 5000;

/** `1`, `0.5`, `1,5`, `1/2`, `1 1/2`, `½`, `two`, and what follows; without a number one is meant. */
function splitNumber(text: string): { readonly count: number; readonly rest: string } {
  const slash = /^(?:(\d+)\s+)?(\d+)\s*\/\s*(\d+)\s*(.*)$/.exec(text);
  if (slash) {
    const [, whole = '0', above, below, rest = ''] = slash;
    return { count: Number(whole) + Number(above) / Number(below), rest };
  }
  const [, digits, sign, rest = ''] = /^(\d+(?:[.,]\d+)?)?\s*([½¼¾⅓⅔])?\s*(.*)$/u.exec(text) ?? [];
  if (digits !== undefined || sign !== undefined)
    return { count: Number((digits ?? '0').replace(',', '.')) + (fractions[sign ?? ''] ?? 0), rest };
  const [first = '', ...others] = text.split(/\s+/);
  const written = writtenNumbers[first];
  if (written === undefined || others.length === 0) return { count: 1, rest: text };
  // "half a cup", "half of a cup"
  return { count: written, rest: others.filter((word) => !['a', 'an', 'of', 'de'].includes(word)).join(' ') };
}

function namesOf({ id, nameEn, nameEs }: Portion): readonly string[] {
  return [id.replaceAll('_', ' '), nameEn, nameEs].map(plainText);
}

const otherNames: Readonly<Record<string, string>> = {
  tbsp: 'tablespoon',
  tsp: 'teaspoon',
  portion: 'serving',
  porcion: 'serving',
};

function portionCalled(food: Food, words: string): Portion | undefined {
  const forms = [words, words.replace(/s$/, ''), words.replace(/es$/, ''), words.replace(/ves$/, 'f')];
  const called = (wanted: readonly string[]): Portion | undefined =>
    food.portions.find((portion) => namesOf(portion).some((name) => wanted.includes(name)));
  return called(forms) ?? called(forms.map((form) => otherNames[form] ?? form));
}

/**
 * Grams of an amount as people write it: "150 g", "2 slices", "half a cup", "1 1/2 tazas", "200 ml".
 *
 * @throws ZonulaError Z4010 if the food has no such portion (with those it has), Z4011 if the amount is not a
 *   positive number or absurdly large
 */
export function gramsOfAmount(food: Food, amount: string): number {
  const { count, rest } = splitNumber(plainText(amount).trim());
  const unit = rest
    .replace(/\.$/, '')
    .replace(/^(of|de)\s+/, '')
    .trim();
  const perUnit = gramsPerUnit[unit] ?? gramsOfVolume(food, unit) ?? portionCalled(food, unit)?.grams;
  if (perUnit === undefined)
    throw new ZonulaError({
      code: 'Z4010',
      severity: 'error',
      message: `"${amount.slice(0, 60)}" is no amount of ${food.name} that the table knows.`,
      fix: `Give grams ("100 g") or one of: ${food.portions.map(({ nameEn, grams }) => `${nameEn} (${grams} g)`).join(', ')}.`,
    });
  const grams = count * perUnit;
  if (!(grams > 0 && grams <= mostGrams))
    throw new ZonulaError({
      code: 'Z4011',
      severity: 'error',
      message: `"${amount.slice(0, 60)}" of ${food.name} would be ${grams} g.`,
      fix: `Give more than 0 and at most ${mostGrams} g at once.`,
    });
  return grams;
}

function gramsOfVolume(food: Food, unit: string): number | undefined {
  const millilitres = millilitresPerUnit[unit];
  const density = food.portions.find(({ id }) => id === 'millilitre')?.grams;
  return millilitres === undefined || density === undefined ? undefined : millilitres * density;
}
