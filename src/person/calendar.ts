/**
 * Days of the plan from dates, day numbers and "days ago". Pure calendar arithmetic: no clock, no time zone.
 */
import type { Findings, Path } from './findings.ts';
import { shown } from './findings.ts';
import type { Period } from './person.ts';
import { limits, type WeekdayId, weekdayIds } from './vocabulary.ts';

const millisecondsPerDay = 86_400_000;
/** 1970-01-01 was a Thursday (3 with Monday = 0). */
const epochWeekday = 3;

/** Days since 1970-01-01, or undefined for what is no date of the calendar. */
export function epochDay(isoDate: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate.trim());
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const back = new Date(time);
  const exists = back.getUTCMonth() + 1 === Number(month) && back.getUTCDate() === Number(day);
  return exists ? time / millisecondsPerDay : undefined;
}

/** The date of a day of the plan. */
export function dateOfDay(startDate: string, day: number): string | undefined {
  const start = epochDay(startDate);
  return start === undefined
    ? undefined
    : new Date((start + day) * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Weekday of day 0, 0 = Monday; Monday when the file has no start date. */
export function weekdayOfStart(startDate: string | undefined): number {
  const start = startDate === undefined ? undefined : epochDay(startDate);
  return start === undefined ? 0 : (((start + epochWeekday) % 7) + 7) % 7;
}

export function weekdayNumbers(weekdays: readonly WeekdayId[]): number[] {
  return [...new Set(weekdays.map((weekday) => weekdayIds.indexOf(weekday)))].sort((a, b) => a - b);
}

/** The time keys that many parts of the file share, as written. */
export interface WrittenTiming {
  readonly day?: number | undefined;
  readonly date?: string | undefined;
  readonly daysAgo?: number | undefined;
  readonly fromDay?: number | undefined;
  readonly toDay?: number | undefined;
  readonly from?: number | string | undefined;
  readonly to?: number | string | undefined;
  readonly days?: number | undefined;
  readonly everyDays?: number | undefined;
  readonly weekdays?: WeekdayId[] | undefined;
}

export class Calendar {
  private readonly start: number | undefined;
  private readonly findings: Findings;

  constructor(startDate: string | undefined, findings: Findings) {
    this.findings = findings;
    this.start = startDate === undefined ? undefined : epochDay(startDate);
    if (startDate !== undefined && this.start === undefined) {
      findings.error(
        'Z3040',
        ['startDate'],
        `"${shown(startDate)}" is not a date.`,
        'Write year-month-day, such as 2026-03-02.',
      );
    }
  }

  /** A date or a day number -> day of the plan. */
  day(written: number | string, path: Path): number | undefined {
    if (typeof written === 'number') {
      if (Number.isInteger(written) && Math.abs(written) <= 100 * 366) return written;
      this.findings.error(
        'Z3040',
        path,
        `Day ${written} is not a whole day of a lifetime.`,
        'Count whole days; 0 is the day the plan starts.',
      );
      return undefined;
    }
    const date = epochDay(written);
    if (date === undefined) {
      this.findings.error(
        'Z3040',
        path,
        `"${shown(written)}" is not a date.`,
        'Write year-month-day, such as 2026-03-02, or a day number.',
      );
      return undefined;
    }
    if (this.start === undefined) {
      this.findings.error(
        'Z3041',
        path,
        `The date ${written} needs a start date to count from.`,
        'Add startDate at the top: the date of day 0.',
      );
      return undefined;
    }
    return date - this.start;
  }

  /** The one day that `day`, `date` or `daysAgo` names; undefined (without a problem) when none is given. */
  single(written: Pick<WrittenTiming, 'day' | 'date' | 'daysAgo'>, path: Path): number | undefined {
    const given = (['day', 'date', 'daysAgo'] as const).filter((key) => written[key] !== undefined);
    if (given.length > 1) {
      this.findings.error(
        'Z3047',
        path,
        `The day is given twice (${given.join(' and ')}).`,
        'Keep one of them.',
      );
      return undefined;
    }
    if (written.day !== undefined) return this.day(written.day, [...path, 'day']);
    if (written.date !== undefined) return this.day(written.date, [...path, 'date']);
    if (written.daysAgo === undefined) return undefined;
    if (written.daysAgo < 0) {
      this.findings.error(
        'Z3040',
        [...path, 'daysAgo'],
        `${written.daysAgo} days ago lies in the future.`,
        'Write a positive number of days.',
      );
      return undefined;
    }
    return this.day(written.daysAgo === 0 ? 0 : -written.daysAgo, [...path, 'daysAgo']);
  }

  /**
   * When a change holds. Plans begin on day 0 at the earliest; history lies before it and, without an end, goes on
   * until day 0.
   */
  period(written: WrittenTiming, path: Path, part: 'plan' | 'history'): Period | undefined {
    const { findings } = this;
    const one = this.single(written, path);
    const hasSingle =
      written.day !== undefined || written.date !== undefined || written.daysAgo !== undefined;
    const starts = (['fromDay', 'from'] as const).filter((key) => written[key] !== undefined);
    const ends = (['toDay', 'to', 'days'] as const).filter((key) => written[key] !== undefined);
    if (
      (hasSingle && (starts.length > 0 || ends.some((key) => key !== 'days'))) ||
      starts.length > 1 ||
      ends.length > 1
    ) {
      findings.error(
        'Z3047',
        path,
        'The time is given in two ways.',
        'Use one day (day, date or daysAgo), or a start and one end (toDay, to or days).',
      );
      return undefined;
    }
    if (hasSingle && one === undefined) return undefined;
    let startDay = one;
    if (written.fromDay !== undefined) startDay = this.day(written.fromDay, [...path, 'fromDay']);
    if (written.from !== undefined) startDay = this.day(written.from, [...path, 'from']);
    if (startDay === undefined && starts.length > 0) return undefined;
    if (startDay === undefined && part === 'history') {
      findings.error(
        'Z3047',
        path,
        'This past event has no day.',
        'Say when: daysAgo, a negative day or a date.',
      );
      return undefined;
    }
    startDay ??= 0;
    let endDay: number | undefined = hasSingle
      ? startDay + 1
      : part === 'history'
        ? Math.max(0, startDay + 1)
        : undefined;
    if (written.days !== undefined) {
      if (!(written.days > 0) || !Number.isInteger(written.days)) {
        findings.error(
          'Z3042',
          [...path, 'days'],
          `${written.days} is not a number of days.`,
          'Write a whole number, 1 or more.',
        );
        return undefined;
      }
      endDay = startDay + written.days;
    }
    for (const key of ['toDay', 'to'] as const) {
      const end = written[key];
      if (end === undefined) continue;
      endDay = this.day(end, [...path, key]);
      if (endDay === undefined) return undefined;
      if (endDay <= startDay) {
        findings.error(
          'Z3042',
          [...path, key],
          `The end (day ${endDay}) does not come after the start (day ${startDay}).`,
          'The end is the first day without it: one day from day 3 ends on day 4.',
        );
        return undefined;
      }
    }
    if (part === 'plan' && startDay < 0) {
      findings.error(
        'Z3046',
        path,
        `A plan cannot begin before day 0 (this begins on day ${startDay}).`,
        'Put what has already happened under history.',
      );
      return undefined;
    }
    if (part === 'history' && startDay >= 0) {
      findings.error(
        'Z3046',
        path,
        `This lies on day ${startDay}, not in the past.`,
        'Put what is still to come under plans.',
      );
      return undefined;
    }
    if (part === 'history' && startDay < -limits.longestHorizonDays) {
      findings.error(
        'Z3045',
        path,
        `Day ${startDay} is more than two years ago.`,
        'History reaches back two years; lasting things belong to habitual life or conditions.',
      );
      return undefined;
    }
    if (written.everyDays !== undefined && (!Number.isInteger(written.everyDays) || written.everyDays < 1)) {
      findings.error(
        'Z3042',
        [...path, 'everyDays'],
        `${written.everyDays} is not a number of days.`,
        'Write a whole number, 1 or more.',
      );
      return undefined;
    }
    return {
      startDay,
      endDay,
      ...(written.weekdays ? { weekdays: weekdayNumbers(written.weekdays) } : {}),
      ...(written.everyDays === undefined ? {} : { everyDays: written.everyDays }),
    };
  }
}
