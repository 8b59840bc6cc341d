import age from '../../evidence/age.json' with { type: 'json' };

/** How old the evidence is on a day. */
export interface EvidenceAge {
  /** Day on which the studies behind the model were last gone through, year-month-day. */
  readonly revised: string;
  /** For how many months it is good. */
  readonly goodForMonths: number;
  /** Whole months since then; 0 when the clock stands before it. */
  readonly months: number;
  /** Too old to read single values off: what a change does beside no change still holds better. */
  readonly old: boolean;
}

/**
 * @param today year-month-day
 * @param data what `evidence/age.json` says: the day, and for how many months it is good
 */
export function evidenceAge(today: string, data: typeof age = age): EvidenceAge {
  const { revised, goodForMonths } = data;
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = revised.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const months = Math.max(0, 12 * (year - fromYear) + (month - fromMonth) - (day < fromDay ? 1 : 0));
  return { revised, goodForMonths, months, old: months >= goodForMonths };
}
