import type { Change, PersonFile, PlanDocument } from '../../../src/person/schema.ts';
import { addDays, daysBetween } from '../record/today.ts';

/** Where a change stands: in what happened, or in a plan. */
export type Place = { readonly part: 'history' } | { readonly part: 'plan'; readonly plan: string };

export function changesAt(record: PersonFile, place: Place): readonly Change[] {
  if (place.part === 'history') return record.history ?? [];
  return record.plans?.find(({ name }) => name === place.plan)?.changes ?? [];
}

function withChanges(record: PersonFile, place: Place, changes: readonly Change[]): PersonFile {
  if (place.part === 'history') return { ...record, history: [...changes] };
  return {
    ...record,
    plans: (record.plans ?? []).map((plan) =>
      plan.name === place.plan ? { ...plan, changes: [...changes] } : plan,
    ),
  };
}

export function addChange(record: PersonFile, place: Place, change: Change): PersonFile {
  return withChanges(record, place, [...changesAt(record, place), change]);
}

export function replaceChange(record: PersonFile, place: Place, index: number, change: Change): PersonFile {
  return withChanges(
    record,
    place,
    changesAt(record, place).map((one, i) => (i === index ? change : one)),
  );
}

export function removeChange(record: PersonFile, place: Place, index: number): PersonFile {
  return withChanges(
    record,
    place,
    changesAt(record, place).filter((_, i) => i !== index),
  );
}

/** A name that no plan has yet: small letters and hyphens of the title. */
export function freePlanName(record: PersonFile, title: string): string {
  const base =
    title
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'plan';
  const taken = new Set((record.plans ?? []).map(({ name }) => name));
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}-${number}`;
  return name;
}

export function addPlan(record: PersonFile, plan: PlanDocument): PersonFile {
  return { ...record, plans: [...(record.plans ?? []), plan] };
}

export function removePlan(record: PersonFile, name: string): PersonFile {
  return { ...record, plans: (record.plans ?? []).filter((plan) => plan.name !== name) };
}

export function renamePlan(record: PersonFile, name: string, title: string): PersonFile {
  return {
    ...record,
    plans: (record.plans ?? []).map((plan) => (plan.name === name ? { ...plan, title } : plan)),
  };
}

/** First day and first day without it, as dates; `to` undefined: it goes on. */
export interface Dates {
  readonly from: string;
  readonly to: string | undefined;
}

/** @param start date of day 0 of the record */
export function datesOf(change: Change, start: string, today: string): Dates {
  const date = (value: number | string): string =>
    typeof value === 'number' ? addDays(start, value) : value;
  const single =
    change.date ??
    (change.day === undefined ? undefined : addDays(start, change.day)) ??
    (change.daysAgo === undefined ? undefined : addDays(today, -change.daysAgo));
  if (single !== undefined) return { from: single, to: addDays(single, change.days ?? 1) };
  const from = date(change.from ?? change.fromDay ?? start);
  const end = change.to ?? change.toDay;
  if (end !== undefined) return { from, to: date(end) };
  return { from, to: change.days === undefined ? undefined : addDays(from, change.days) };
}

/** The same change at other dates. */
export function withDates(change: Change, { from, to }: Dates): Change {
  const {
    day: _day,
    date: _date,
    daysAgo: _ago,
    fromDay: _fromDay,
    toDay: _toDay,
    from: _from,
    to: _to,
    days: _days,
    ...rest
  } = change;
  const oneDay = to !== undefined && daysBetween(from, to) === 1;
  return (
    oneDay ? { ...rest, date: from } : { ...rest, from, ...(to === undefined ? {} : { to }) }
  ) as Change;
}
