import type { Change, PersonFile } from '../../../src/person/schema.ts';
import { changesAt, datesOf, type Place } from '../plans/plan-edits.ts';
import { addDays, daysBetween } from '../record/today.ts';

export const laneIds = ['food', 'medicine', 'stress', 'sleep', 'exercise', 'alcohol', 'infection'] as const;
export type LaneId = (typeof laneIds)[number];

export interface LaneItem {
  readonly lane: LaneId;
  readonly place: Place;
  readonly index: number;
  readonly change: Change;
  /** Days from today; `end` is the first day without it. */
  readonly start: number;
  readonly end: number;
  /** It goes on beyond what is shown. */
  readonly open: boolean;
}

/** Days before and after today that the lanes show. */
export const daysBefore = 84;
export const daysAfter = 84;

export function laneOf(change: Change): LaneId {
  if ('medicine' in change || 'supplement' in change) return 'medicine';
  if ('stress' in change) return 'stress';
  if ('sleep' in change) return 'sleep';
  if ('exercise' in change) return 'exercise';
  if ('alcohol' in change) return 'alcohol';
  if ('infection' in change) return 'infection';
  if ('stop' in change)
    return change.stop === 'alcohol' ? 'alcohol' : change.stop === 'exercise' ? 'exercise' : 'medicine';
  if ('exposure' in change) return 'medicine';
  return 'food';
}

/** Everything dated, of the past and of one plan, as bars on lanes. */
export function laneItems(record: PersonFile, plan: string | undefined, today: string): LaneItem[] {
  const start = record.startDate ?? today;
  const places: Place[] = [
    { part: 'history' },
    ...(plan === undefined ? [] : [{ part: 'plan', plan } as const]),
  ];
  return places
    .flatMap((place) =>
      changesAt(record, place).map((change, index): LaneItem => {
        const { from, to } = datesOf(change, start, today);
        return {
          lane: laneOf(change),
          place,
          index,
          change,
          start: daysBetween(today, from),
          end: to === undefined ? daysAfter : daysBetween(today, to),
          open: to === undefined,
        };
      }),
    )
    .filter(({ start: first, end }) => end > -daysBefore && first < daysAfter);
}

/** Rows within a lane, so that bars never cover each other. */
export function rowsOf(items: readonly LaneItem[]): LaneItem[][] {
  const rows: LaneItem[][] = [];
  for (const item of [...items].sort((a, b) => a.start - b.start)) {
    const row = rows.find((taken) =>
      taken.every((other) => other.end <= item.start || item.end <= other.start),
    );
    if (row) row.push(item);
    else rows.push([item]);
  }
  return rows;
}

/** Share of the width, 0 to 1, at which a day lies. */
export function placeOfDay(day: number): number {
  const within = Math.min(daysAfter, Math.max(-daysBefore, day));
  return (within + daysBefore) / (daysBefore + daysAfter);
}

/** An item moved or stretched by whole days: history stays in the past, plans in the future. */
export function movedDates(
  item: LaneItem,
  today: string,
  byStart: number,
  byEnd: number,
): { from: string; to: string | undefined } {
  const past = item.place.part === 'history';
  const length = Math.max(1, item.end - item.start + (byEnd - byStart));
  const first = past ? Math.min(-1, item.start + byStart) : Math.max(0, item.start + byStart);
  return {
    from: addDays(today, first),
    to: item.open && byEnd === byStart ? undefined : addDays(today, first + length),
  };
}
