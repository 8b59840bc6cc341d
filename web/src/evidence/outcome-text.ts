import type { Study } from '../../../src/evidence/schema.ts';
import type { Formats } from '../i18n/format.ts';
import { givenText } from './value-text.ts';

type Outcome = Study['outcomes'][number];

/** "0.08 (0.05, 0.11; 95%CI)": a value with its spread as the paper gave it. */
export function measuredText(value: Outcome['baseline'], formats: Formats): string | undefined {
  if (typeof value !== 'object' || value === null) return givenText(value, formats);
  const main = givenText(value.value, formats);
  const spread = givenText(value.spread, formats);
  if (spread === undefined) return main;
  return `${main ?? '?'} (${[spread, value.spread_kind].filter((part) => part !== undefined).join('; ')})`;
}

export function changeText(change: Outcome['change_pct'], formats: Formats): string | undefined {
  const text = givenText(change, formats);
  if (text === undefined) return undefined;
  if (typeof change === 'number') return `${change > 0 ? '+' : ''}${text} %`;
  return Array.isArray(change) ? `${text} %` : text;
}
