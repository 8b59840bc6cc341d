import type { NormalisedFile } from '../../../src/person/person.ts';
import type { Change, PersonFile } from '../../../src/person/schema.ts';
import { addDays, daysBetween } from '../record/today.ts';

/** Plan that holds only what has already happened: "you without the change". */
export const lifeSoFarPlan = 'life-so-far';

/** How far back the picture goes, at most. */
export const pastDays = 84;

export interface SimulationDocument {
  /** Day 0 of this document is `firstDate`. */
  readonly document: PersonFile;
  /** Names of the plans that are set beside life so far. */
  readonly plans: readonly string[];
  readonly firstDate: string;
  /** Day number of today in the result. */
  readonly today: number;
}

/**
 * Makes the document that is simulated: as the record, but day 0 lies at the earliest recent event, so that the
 * result shows how the person came to today, and the horizon counts from today.
 *
 * Recent events stand in a plan of their own: a person file keeps history before day 0. The worker makes them
 * part of every life (`withLifeSoFar`).
 */
export function simulationDocument(
  record: PersonFile,
  planNames: readonly string[],
  today: string,
  horizonDays = 84,
): SimulationDocument {
  const start = record.startDate ?? today;
  const dated = (change: Change): Change => withDates(change, start, today);
  const oldest = addDays(today, -pastDays);
  const history = (record.history ?? []).map(dated);
  const wanted = (record.plans ?? []).filter(({ name }) => planNames.includes(name));
  const recent = history.filter((change) => endOf(change, today) > oldest);
  const starts = [...recent, ...wanted.flatMap(({ changes }) => changes.map(dated))].map((change) =>
    startOf(change, today),
  );
  const [firstDate = today] = [...starts, today].sort();
  const [, dayZero = today] = [firstDate, oldest].sort();
  const past = history.filter(
    (change) => endOf(change, today) <= dayZero || startOf(change, today) < dayZero,
  );
  const shown = history.filter((change) => !past.includes(change));
  const { plans: _plans, history: _history, ...rest } = record;
  return {
    document: {
      ...rest,
      startDate: dayZero,
      horizon: `${daysBetween(dayZero, today) + horizonDays} days`,
      ...(past.length > 0 ? { history: past } : {}),
      plans: [
        { name: lifeSoFarPlan, changes: shown },
        ...wanted.map((plan) => ({ ...plan, changes: plan.changes.map(dated) })),
      ],
    },
    plans: wanted.map(({ name }) => name),
    firstDate: dayZero,
    today: daysBetween(dayZero, today),
  };
}

/** Two documents of one key give the same result: diary, notes and titles move nothing. */
export function simulationKey({ document, plans, today }: SimulationDocument): string {
  const { diary: _diary, title: _title, language: _language, ...matters } = document;
  return JSON.stringify({ matters, plans, today });
}

/** Moves what has happened into every life; life so far is then the life without a change. */
export function withLifeSoFar(file: NormalisedFile): NormalisedFile {
  const happened = file.plans.find(({ name }) => name === lifeSoFarPlan);
  return {
    ...file,
    history: [...file.history, ...(happened?.changes ?? [])],
    plans: file.plans.filter((plan) => plan !== happened),
  };
}

/** The same change with dates instead of day numbers. */
function withDates(change: Change, start: string, today: string): Change {
  const { day, daysAgo, fromDay, toDay, from, to, ...rest } = change;
  const onDay = (value: number | string): string =>
    typeof value === 'number' ? addDays(start, value) : value;
  const begins = from ?? fromDay;
  const ends = to ?? toDay;
  const { date } = change;
  const single = date ?? (day === undefined ? undefined : addDays(start, day));
  const ago = daysAgo === undefined ? undefined : addDays(today, -daysAgo);
  const one = single ?? ago;
  return {
    ...rest,
    ...(one === undefined
      ? {
          from: begins === undefined ? start : onDay(begins),
          ...(ends === undefined ? {} : { to: onDay(ends) }),
        }
      : { date: one }),
  } as Change;
}

/** First day of a dated change. */
export function startOf(change: Change, today: string): string {
  return change.date ?? (typeof change.from === 'string' ? change.from : today);
}

/** First day without a dated change. */
export function endOf(change: Change, today: string): string {
  if (change.date !== undefined) return addDays(change.date, 1);
  if (typeof change.to === 'string') return change.to;
  if (change.days !== undefined) return addDays(startOf(change, today), change.days);
  return '9999-12-31';
}
