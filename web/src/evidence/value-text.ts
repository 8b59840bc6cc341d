import type { Formats } from '../i18n/format.ts';

/** A unit as people write it; empty for pure numbers. */
export function unitText(unit: string): string {
  if (unit === '1' || unit === 'rel' || unit === '-') return '';
  return unit.replaceAll('*', '·').replace(/(^|[ /·(])u(?=[gmMlL])/g, '$1µ');
}

export function withUnit(value: string, unit: string): string {
  const text = unitText(unit);
  return text === '' ? value : `${value} ${text}`;
}

/** Very small and very large numbers as powers of ten, the others as three significant digits. */
export function modelNumber(value: number, { number }: Formats): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    const [digits = '', power = '0'] = value.toExponential(2).split('e');
    const mantissa = number(Number(digits));
    const exponent = String(Number(power)).replace(/[-\d]/g, (sign) => superscripts[sign] ?? sign);
    return mantissa === '1' ? `10${exponent}` : `${mantissa} × 10${exponent}`;
  }
  return number(value);
}

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** A quantity or an outcome as a study gave it: a number, several, words, or nothing. */
export function givenText(value: unknown, formats: Formats): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return modelNumber(value, formats);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((each) => givenText(each, formats) ?? '?').join(', ');
  return Object.entries(value)
    .map(([name, each]) => `${name} ${givenText(each, formats) ?? '?'}`)
    .join(', ');
}
