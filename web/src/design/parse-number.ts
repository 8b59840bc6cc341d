import type { Language } from '../i18n/languages.ts';

/** @returns undefined when nothing is written, NaN when it is no number; decimal point and comma both work */
export function parseNumber(text: string): number | undefined {
  const written = text.trim().replace(',', '.');
  if (written === '') return undefined;
  return /^-?\d*\.?\d*$/.test(written) ? Number.parseFloat(written) : Number.NaN;
}

/** A number as one would type it: no thousands separators, at most three decimals. */
export function plainNumber(value: number | undefined, language: Language): string {
  if (value === undefined || Number.isNaN(value)) return '';
  return value.toLocaleString(language, { useGrouping: false, maximumFractionDigits: 3 });
}
