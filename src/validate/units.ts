/** Units as studies write them, against those of the model. Spellings and powers of ten only: nothing is guessed. */
import { resultUnitFactor } from '../rank/units-of-results.ts';

/** One way of writing each unit: "µg/mL", "ug/ml" and "mcg/mL" are one, and so are "g/day" and "g/d". */
function plain(unit: string): string {
  const text = unit
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll('μ', 'u')
    .replaceAll('µ', 'u')
    .replaceAll('mcg', 'ug')
    .replace(/\s*(?:\/|\bper\b)\s*/g, '/')
    .replace(/\/(?:day|24 ?h)$/, '/d')
    .replace(/\/(?:hour|hr)$/, '/h')
    .replace(/\s+/g, ' ');
  return sameAs[text] ?? text;
}

const sameAs: Readonly<Record<string, string>> = {
  percent: '%',
  'per cent': '%',
  hours: 'h',
  hour: 'h',
  hr: 'h',
  days: 'd',
  day: 'd',
  liter: 'l',
  litre: 'l',
  'ph units': 'ph',
  'ph unit': 'ph',
  'form 1-7': 'form',
  bristol: 'form',
  'bristol form': 'form',
  point: 'points',
  x: '1',
  fold: '1',
  ratio: '1',
  share: '1',
  fraction: '1',
  none: '1',
  um: 'umol/l',
  mm: 'mmol/l',
  nm: 'nmol/l',
  'mmol/kg wet weight': 'mmol/kg',
  'umol/g wet weight': 'umol/g',
  'log10 cells/g': 'log10 cells/g',
};

const powers: Readonly<Record<string, number>> = { k: 3, '': 0, m: -3, u: -6, n: -9, p: -12 };

/** "ng/ml" as a power of ten and what is left of it: grams or moles over litres or grams. */
function measured(unit: string): { readonly kind: string; readonly power: number } | undefined {
  const match = /^([kmunp]?)(g|mol|l|h|min|d)(?:\/([kmunp]?d?)(l|g|h|d|min))?$/.exec(unit);
  if (!match) return undefined;
  const [, above = '', what = '', below = '', per = ''] = match;
  const belowPower = below === 'd' && per === 'l' ? -1 : powers[below];
  const abovePower = powers[above];
  if (abovePower === undefined || belowPower === undefined) return undefined;
  return { kind: per === '' ? what : `${what}/${per}`, power: abovePower - belowPower };
}

/**
 * @param written unit of the study
 * @param model unit of the model's number
 * @returns factor from the model's number to the study's, or undefined when it is not known
 */
export function factorToWritten(written: string, model: string): number | undefined {
  const from = plain(model);
  const to = plain(written);
  if (from === to) return 1;
  if ((from === '1' && to === '%') || (from === '%' && to === '1')) return from === '1' ? 100 : 0.01;
  const a = measured(from);
  const b = measured(to);
  if (a && b && a.kind === b.kind) return 10 ** (a.power - b.power);
  const known = resultUnitFactor(to, model);
  return known === undefined ? undefined : 1 / known;
}

/** Units in which a number may stand without one: it has none. */
export function needsNoUnit(model: string): boolean {
  return ['1', 'ph', 'form'].includes(plain(model));
}
