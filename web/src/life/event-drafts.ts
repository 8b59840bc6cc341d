import { exposureById } from '../../../src/person/exposures.ts';
import type { Change } from '../../../src/person/schema.ts';

export const eventKinds = [
  'medicine',
  'supplement',
  'stressEvent',
  'stressPeriod',
  'sleep',
  'exercise',
  'alcohol',
  'infection',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What an event of this kind is before anything is changed about it. */
export function newEvent(kind: EventKind): { readonly change: Change; readonly days: number } {
  switch (kind) {
    case 'medicine':
      return { change: withUsualDose('medicine', 'ibuprofen'), days: 7 };
    case 'supplement':
      return { change: withUsualDose('supplement', 'lactobacillus'), days: 28 };
    case 'stressEvent':
      return { change: { stress: 'event', level: 1, at: '10:00' }, days: 1 };
    case 'stressPeriod':
      return { change: { stress: 'period', level: 2 }, days: 28 };
    case 'sleep':
      return { change: { sleep: '6 h' }, days: 14 };
    case 'exercise':
      return { change: { exercise: '60 min', effort: 'moderate' }, days: 1 };
    case 'alcohol':
      return { change: { alcohol: '4 drinks', at: '20:00' }, days: 1 };
    case 'infection':
      return { change: { infection: 'gastroenteritis', severity: 1 }, days: 1 };
  }
}

/** A medicine or supplement at the dose that people usually take. */
export function withUsualDose(kind: 'medicine' | 'supplement', id: string): Change {
  const usual = exposureById(id)?.usual;
  const unit = exposureById(id)?.unit;
  const rest =
    usual === undefined || unit === undefined
      ? {}
      : { dose: doseText(usual.dose, unit), perDay: usual.atHours.length };
  return kind === 'medicine' ? { medicine: id, ...rest } : { supplement: id, ...rest };
}

const billion = 1e9;

/** Live microbes in billions, everything else as it is. */
export function doseText(dose: number, unit: string): string {
  return unit === 'CFU' && dose >= billion ? `${dose / billion} billion CFU` : `${dose} ${unit}`;
}
