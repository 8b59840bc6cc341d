/** Numbers as people read them: three figures, no exponents where it can be helped. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) return value.toExponential(1);
  if (size >= 100) return value.toFixed(0);
  if (size >= 10) return value.toFixed(1);
  if (size >= 0.1) return value.toFixed(2);
  return value.toPrecision(2);
}

/** How a value of a unit is written: relative ones as "times", shares of a whole in percent. */
export function valueText(value: number, id: string): string {
  if (id.startsWith('share_')) return `${plainNumber(100 * value)} %`;
  return plainNumber(value);
}

const unitNames: Readonly<Record<string, string>> = {
  ug: 'µg',
  'ug/g': 'µg/g',
  'ug/mL': 'µg/mL',
  'ug/L': 'µg/L',
  um: 'µm',
  'umol/L': 'µmol/L',
};

/** Unit beside a value; nothing for what is relative. */
export function unitText(unit: string, id: string): string {
  if (unit === '1' || unit === 'rel' || unit === 'ratio' || unit === 'pH' || id.startsWith('share_'))
    return '';
  return unitNames[unit] ?? unit;
}

export const withUnit = (text: string, unit: string): string => (unit === '' ? text : `${text} ${unit}`);
