/**
 * Amounts as people write them ("82 kg", "5 ft 9 in", "400 mg", "2 slices", "12 weeks", "08:00"), read exactly.
 * A number without a unit is never guessed at: it is refused, with the units that would do.
 */

/** A number with the unit that stood beside it, as written (lower case, plural kept). */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

export type QuantityResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

const numberPattern = String.raw`[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[-+]?\d+)?`;
const quantityPattern = new RegExp(`^\\s*(\\d+/\\d+|${numberPattern}|half|½|¼|¾)\\s*(.*?)\\s*$`, 'i');

const words: Readonly<Record<string, number>> = { half: 0.5, '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** Longest text that is read as an amount; anything longer is not an amount. */
const longestAmount = 80;

/**
 * Splits "400 mg" into 400 and "mg". Decimal comma and point both work; thousands separators do not (they are
 * ambiguous: "1,000" would be 1).
 */
export function parseQuantity(text: string): QuantityResult<Quantity> {
  if (text.length > longestAmount) return { ok: false, why: 'is too long for an amount' };
  const match = quantityPattern.exec(withoutPowersOfTen(text));
  if (!match) return { ok: false, why: 'does not start with a number' };
  const [, number = '', unit = ''] = match;
  if (/^\d+,\d{3}$/.test(number)) {
    return {
      ok: false,
      why: `is ambiguous: write ${number.replace(',', '')} or ${number.replace(',', '.')}`,
    };
  }
  const value =
    words[number.toLowerCase()] ??
    (number.includes('/') ? fraction(number) : Number(number.replace(',', '.')));
  if (!Number.isFinite(value)) return { ok: false, why: 'is not a finite number' };
  if (unit === '') return { ok: false, why: 'has no unit' };
  if (!/^[\p{L}%µμ°]/u.test(unit)) return { ok: false, why: `has an unreadable unit "${unit}"` };
  return { ok: true, value: { value, unit: unit.toLowerCase().replaceAll('μ', 'u').replaceAll('µ', 'u') } };
}

/** "5 x 10^9 CFU" and "10⁹ CFU" as "5e9 CFU" and "1e9 CFU"; every other text as it is. */
function withoutPowersOfTen(text: string): string {
  return text.replace(
    /^\s*(?:(\d+(?:[.,]\d+)?)\s*[x×*·]\s*)?10(?:\s*\^\s*(\d{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?=[\s\p{L}]|$)/iu,
    (_, times: string | undefined, plain: string | undefined, raised: string | undefined) =>
      `${times ?? '1'}e${plain ?? [...(raised ?? '')].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')}`,
  );
}

function fraction(text: string): number {
  const [above = '', below = ''] = text.split('/');
  return Number(below) === 0 ? Number.NaN : Number(above) / Number(below);
}

/** One kind of amount: its units, each with what one of them is in the base unit. */
export interface UnitTable {
  readonly base: string;
  /** What to write, for the message. */
  readonly example: string;
  readonly units: Readonly<Record<string, number>>;
}

/** Reads `text` and converts it to the table's base unit. */
export function parseInUnits(text: string, table: UnitTable): QuantityResult<number> {
  const quantity = parseQuantity(text);
  if (!quantity.ok) return quantity;
  const factor = table.units[quantity.value.unit];
  if (factor === undefined) {
    return { ok: false, why: `has a unit that does not fit here ("${quantity.value.unit}")` };
  }
  return { ok: true, value: quantity.value.value * factor };
}

/** International avoirdupois pound (exact). */
const gramsPerPound = 453.592_37;
const centimetresPerInch = 2.54;

const massInGrams = {
  ug: 1e-6,
  mcg: 1e-6,
  mg: 1e-3,
  g: 1,
  gram: 1,
  grams: 1,
  gr: 1,
  kg: 1000,
  oz: gramsPerPound / 16,
  ounce: gramsPerPound / 16,
  ounces: gramsPerPound / 16,
  lb: gramsPerPound,
  lbs: gramsPerPound,
  pound: gramsPerPound,
  pounds: gramsPerPound,
} as const;

export const massUnits: UnitTable = { base: 'g', example: '60 g', units: massInGrams };

export const bodyWeightUnits: UnitTable = {
  base: 'kg',
  example: '82 kg',
  units: {
    kg: 1,
    kilo: 1,
    kilos: 1,
    g: 1e-3,
    lb: gramsPerPound / 1000,
    lbs: gramsPerPound / 1000,
    pound: gramsPerPound / 1000,
    pounds: gramsPerPound / 1000,
    st: (14 * gramsPerPound) / 1000,
    stone: (14 * gramsPerPound) / 1000,
  },
};

export const bodyHeightUnits: UnitTable = {
  base: 'cm',
  example: '175 cm',
  units: {
    cm: 1,
    m: 100,
    mm: 0.1,
    in: centimetresPerInch,
    inch: centimetresPerInch,
    inches: centimetresPerInch,
    ft: 12 * centimetresPerInch,
    foot: 12 * centimetresPerInch,
    feet: 12 * centimetresPerInch,
  },
};

export const durationUnits: UnitTable = {
  base: 'h',
  example: '12 weeks',
  units: {
    min: 1 / 60,
    mins: 1 / 60,
    minute: 1 / 60,
    minutes: 1 / 60,
    h: 1,
    hour: 1,
    hours: 1,
    hr: 1,
    hrs: 1,
    d: 24,
    day: 24,
    days: 24,
    w: 168,
    week: 168,
    weeks: 168,
    month: 30 * 24,
    months: 30 * 24,
    year: 365 * 24,
    years: 365 * 24,
  },
};

const feetAndInches = /^\s*(\d+)\s*(?:ft|foot|feet|')\s*(\d+(?:[.,]\d+)?)\s*(?:in|inch|inches|")?\s*$/i;
const stonesAndPounds = /^\s*(\d+)\s*(?:st|stone)\s*(\d+(?:[.,]\d+)?)\s*(?:lb|lbs|pounds?)?\s*$/i;

/** "175 cm", "1.75 m", "5 ft 9 in" -> centimetres. */
export function parseHeightCm(text: string): QuantityResult<number> {
  const match = text.length <= longestAmount ? feetAndInches.exec(text) : null;
  if (match) {
    const [, feet = '', inches = ''] = match;
    return { ok: true, value: (Number(feet) * 12 + Number(inches.replace(',', '.'))) * centimetresPerInch };
  }
  return parseInUnits(text, bodyHeightUnits);
}

/** "82 kg", "180 lb", "12 st 5 lb" -> kilograms. */
export function parseWeightKg(text: string): QuantityResult<number> {
  const match = text.length <= longestAmount ? stonesAndPounds.exec(text) : null;
  if (match) {
    const [, stones = '', pounds = ''] = match;
    return {
      ok: true,
      value: ((Number(stones) * 14 + Number(pounds.replace(',', '.'))) * gramsPerPound) / 1000,
    };
  }
  return parseInUnits(text, bodyWeightUnits);
}

/** "12 weeks", "6 h", "30 min" -> hours. */
export function parseDurationHours(text: string): QuantityResult<number> {
  return parseInUnits(text, durationUnits);
}

/** "08:00" -> 8. Hours of the day, 0 <= h < 24. */
export function parseClockHours(text: string): QuantityResult<number> {
  const match = /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/.exec(text.trim());
  if (!match) {
    const midnight = text.trim() === '24:00';
    return {
      ok: false,
      why: `is not a time of day${midnight ? ' (midnight is 00:00 of the next day)' : ''}`,
    };
  }
  const [, hours = '', minutes = ''] = match;
  return { ok: true, value: Number(hours) + Number(minutes) / 60 };
}
