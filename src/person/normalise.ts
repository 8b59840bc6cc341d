/**
 * From the person file as written to numbers: units, dates, names. All problems are collected; nothing is thrown,
 * dropped in silence or guessed without a warning.
 */
import { Calendar, weekdayNumbers } from './calendar.ts';
import { daysOfPeriod } from './exposures.ts';
import { type Findings, type Path, shown } from './findings.ts';
import type { FoodKnowledge } from './food-knowledge.ts';
import { ChangeReader } from './normalise-change.ts';
import { absentFoods, changeIndex, contradictions, stillDrinking } from './normalise-consistency.ts';
import { Pantry } from './normalise-food.ts';
import { normalisePerson } from './normalise-person.ts';
import type {
  DiaryEntry,
  HabitualLife,
  Measurement,
  NormalisedChange,
  NormalisedFile,
  NormalisedPlan,
  Period,
} from './person.ts';
import { parseClockHours, parseDurationHours } from './quantity.ts';
import type { Change, PersonFile } from './schema.ts';
import { limits } from './vocabulary.ts';

export const defaults = { horizonDays: 84, people: 20, seed: 1, testAtHours: 8 } as const;

/**
 * @returns the file as numbers; meaningful only while `findings.hasErrors` is false
 */
export function normalise(file: PersonFile, knowledge: FoodKnowledge, findings: Findings): NormalisedFile {
  const calendar = new Calendar(file.startDate, findings);
  const pantry = new Pantry(file, knowledge, findings);
  const changes = new ChangeReader(findings, calendar, pantry);
  const person = normalisePerson(file.person, findings);
  const horizonDays = horizon(file.horizon, findings);
  const habitual = habitualLife(file, findings, calendar, pantry, changes);
  contradictions(file.person, person, habitual, knowledge, findings);
  const readAll = (written: readonly Change[], path: Path, part: 'plan' | 'history', field: string) => {
    const read = written.flatMap((change, index) =>
      changes
        .change(change, [...path, index], part, `${field}[${index}]`)
        .map((one) => ({ one, path: [...path, index] })),
    );
    overlaps(read, findings, horizonDays);
    return read.map(({ one }) => one);
  };
  const history = readAll(file.history ?? [], ['history'], 'history', 'history');
  const plans = (file.plans ?? []).map((plan, index): NormalisedPlan => {
    const path = ['plans', index];
    const names = (file.plans ?? []).map(({ name }) => name);
    if (names.indexOf(plan.name) !== index) {
      findings.error(
        'Z3080',
        [...path, 'name'],
        `Two plans are called "${shown(plan.name)}".`,
        'Give each plan its own name.',
      );
    }
    const read = readAll(plan.changes, [...path, 'changes'], 'plan', `plans[${index}].changes`);
    againstHabits(read, habitual, findings, path);
    late(read, horizonDays, findings, path);
    absentFoods(read, habitual, knowledge, findings, path);
    stillDrinking(read, habitual, knowledge, findings, path);
    return { name: plan.name, title: plan.title ?? plan.name, changes: read };
  });
  return {
    version: 1,
    title: file.title,
    startDate: file.startDate,
    person,
    habitual,
    history,
    plans,
    ownFoods: pantry.ownFoodNumbers,
    measured: measured(file, findings, calendar),
    diary: diary(file, findings, calendar),
    tests: tests(file, findings, calendar, horizonDays),
    horizonDays,
    seed: whole(file.seed, defaults.seed, 0, Number.MAX_SAFE_INTEGER, 'seed', findings),
    people: whole(file.people, defaults.people, 1, limits.mostPeople, 'people', findings),
  };
}

function horizon(written: string | undefined, findings: Findings): number {
  if (written === undefined) return defaults.horizonDays;
  const hours = parseDurationHours(written);
  if (!hours.ok) {
    findings.error(
      'Z3020',
      ['horizon'],
      `"${shown(written)}" ${hours.why}.`,
      'Write for example "12 weeks".',
    );
    return defaults.horizonDays;
  }
  const days = Math.round(hours.value / 24);
  if (days < 1 || days > limits.longestHorizonDays) {
    findings.error(
      'Z3045',
      ['horizon'],
      `A horizon of ${shown(written)} cannot be simulated.`,
      `Ask for 1 day to ${limits.longestHorizonDays} days: the evidence reaches no further.`,
    );
    return defaults.horizonDays;
  }
  return days;
}

function whole(
  value: number | undefined,
  otherwise: number,
  low: number,
  high: number,
  key: string,
  findings: Findings,
): number {
  if (value === undefined) return otherwise;
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  findings.error(
    'Z3081',
    [key],
    `${value} cannot be ${key}.`,
    `Write a whole number from ${low} to ${high}.`,
  );
  return otherwise;
}

function habitualLife(
  file: PersonFile,
  findings: Findings,
  calendar: Calendar,
  pantry: Pantry,
  changes: ChangeReader,
): HabitualLife {
  const written = file.habitual ?? {};
  const path: Path = ['habitual'];
  const diet = pantry.diet(written, path);
  const days = pantry.days(written.days ?? [], [...path, 'days'], calendar);
  if (written.menu === undefined && written.week === undefined && days.size === 0) {
    findings.warning(
      'Z3070',
      path,
      'The file does not say what this person eats; nothing can be simulated without it.',
      'Add habitual.menu (such as western), habitual.week or habitual.days.',
    );
  }
  const adjustments = (written.adjust ?? []).flatMap((change, index) => {
    const read = pantry.adjustment(change, [...path, 'adjust', index]);
    return read === undefined ? [] : Array.isArray(read) ? read : [read];
  });
  const uses: HabitualLife['uses'][number][] = [];
  const always = (weekdays: Change['weekdays']): Period => ({
    startDay: -longAgoDays,
    endDay: undefined,
    ...(weekdays ? { weekdays: weekdayNumbers(weekdays) } : {}),
  });
  for (const key of ['medicines', 'supplements', 'alcohol', 'exercise'] as const) {
    (written[key] ?? []).forEach((habit, index) => {
      const use = changes.use(habit, [...path, key, index]);
      if (use) uses.push({ use, period: always(habit.weekdays), field: `habitual.${key}[${index}]` });
    });
  }
  (written.exposures ?? []).forEach((exposure, index) => {
    const use = changes.use(exposure, [...path, 'exposures', index]);
    if (use) uses.push({ use, period: always(undefined), field: `habitual.exposures[${index}]` });
  });
  if (written.stress !== undefined && written.stress !== 0) {
    const use = changes.use({ stress: 'period', level: written.stress }, path);
    if (use) uses.push({ use, period: always(undefined), field: 'habitual.stress' });
  }
  if (written.sleep !== undefined) {
    const use = changes.sleep(written.sleep, written.sleepNeed, path, { sleep: 'sleep', need: 'sleepNeed' });
    if (use && use.dose > 0) uses.push({ use, period: always(undefined), field: 'habitual.sleep' });
  } else if (written.sleepNeed !== undefined) {
    findings.warning(
      'Z3033',
      [...path, 'sleepNeed'],
      'How long this person sleeps is not given.',
      'Add habitual.sleep.',
    );
  }
  return { diet, days, adjustments, style: written.style ?? [], uses };
}

/** Habits have lasted since before any history that a file can tell; a multiple of a week. */
const longAgoDays = 7 * 200;

interface Placed {
  readonly one: NormalisedChange;
  readonly path: Path;
}

/** Two diets at a time are a contradiction; two periods of the same thing add up and are told. */
function overlaps(read: readonly Placed[], findings: Findings, horizonDays: number): void {
  read.forEach(({ one, path }, index) => {
    for (const earlier of read.slice(0, index)) {
      const a = earlier.one;
      if (a.field === one.field || a.kind !== one.kind || !sameThing(a, one)) continue;
      const aDays = daysOfPeriod(a.period, a.period.startDay, endOf(a.period, horizonDays), 0);
      const bDays = new Set(daysOfPeriod(one.period, one.period.startDay, endOf(one.period, horizonDays), 0));
      const both = aDays.find((day) => bDays.has(day));
      if (both === undefined) continue;
      if (one.kind === 'diet' || (one.kind === 'exposure' && exclusiveExposures.has(one.use.exposureId))) {
        // An open-ended diet ends where the next begins; only two fixed ends, or the same start, contradict.
        const [first, second] = a.period.startDay <= one.period.startDay ? [a, one] : [one, a];
        if (first.period.endDay === undefined && second.period.startDay > first.period.startDay) continue;
        findings.error(
          'Z3043',
          path,
          `${earlier.one.field} and ${one.field} overlap on day ${both}: two at once contradict each other.`,
          'Let one end where the other begins.',
        );
      } else if (one.kind === 'exposure') {
        findings.warning(
          'Z3043',
          path,
          `${earlier.one.field} and ${one.field} overlap on day ${both}: both are counted.`,
        );
      }
    }
  });
}

/** Of these one value holds at a time: a change takes the place of the habit. */
export const exclusiveExposures: ReadonlySet<string> = new Set(['sleep_loss', 'stress_period']);

function endOf(period: Period, horizonDays: number): number {
  return period.endDay ?? Math.max(horizonDays, period.startDay + 1);
}

function sameThing(a: NormalisedChange, b: NormalisedChange): boolean {
  if (a.kind === 'exposure' && b.kind === 'exposure') {
    return (
      a.use.exposureId === b.use.exposureId &&
      (exclusiveExposures.has(a.use.exposureId) || a.use.atHours.some((hour) => b.use.atHours.includes(hour)))
    );
  }
  return a.kind === 'diet' && b.kind === 'diet';
}

/** A plan that adds to a habit, or stops what is no habit. */
function againstHabits(
  changes: readonly NormalisedChange[],
  habitual: HabitualLife,
  findings: Findings,
  path: Path,
): void {
  const habits = new Set(habitual.uses.map(({ use }) => use.exposureId));
  const stopped = new Set(changes.flatMap((change) => (change.kind === 'stop' ? [change.exposureId] : [])));
  changes.forEach((change) => {
    const at = [...path, 'changes', changeIndex(change.field)];
    if (change.kind === 'stop' && !habits.has(change.exposureId)) {
      findings.warning(
        'Z3065',
        [...at, 'stop'],
        `${change.exposureId} is no habit of this file, so there is nothing to stop.`,
        'Add it under habitual, or remove this change.',
      );
    }
    if (
      change.kind === 'exposure' &&
      habits.has(change.use.exposureId) &&
      !exclusiveExposures.has(change.use.exposureId) &&
      !stopped.has(change.use.exposureId)
    ) {
      findings.warning(
        'Z3064',
        at,
        `${change.use.exposureId} is already a habit: this comes on top of it.`,
        `Add "stop: ${change.use.exposureId}" if it takes its place.`,
      );
    }
    if (
      change.kind === 'stop' &&
      habitual.uses.some(({ use }) => use.exposureId === change.exposureId && use.prescribed)
    ) {
      findings.warning(
        'Z3066',
        [...at, 'stop'],
        `${change.exposureId} is prescribed: this only shows what the model expects.`,
        'Never stop a prescribed medicine on this advice; speak with the doctor who prescribed it.',
      );
    }
  });
}

function late(
  changes: readonly NormalisedChange[],
  horizonDays: number,
  findings: Findings,
  path: Path,
): void {
  for (const change of changes) {
    if (change.period.startDay < horizonDays) continue;
    const index = changeIndex(change.field);
    findings.warning(
      'Z3044',
      [...path, 'changes', index],
      `This begins on day ${change.period.startDay}, after the horizon of ${horizonDays} days: it has no effect.`,
      'Ask for a longer horizon.',
    );
  }
}

function measured(file: PersonFile, findings: Findings, calendar: Calendar): Measurement[] {
  return (file.measured ?? []).map((written, index) => {
    const path = ['measured', index];
    if (!(written.value >= 0)) {
      findings.error(
        'Z3023',
        [...path, 'value'],
        `A result of ${written.value} cannot be.`,
        'Write the number on the report.',
      );
    }
    if (written.unit === undefined && !unitlessTests.has(written.test)) {
      findings.warning(
        'Z3025',
        path,
        'The result has no unit: it is kept and shown, but cannot be used.',
        'Add the unit as printed on the report.',
      );
    }
    return {
      test: written.test,
      result: written.result,
      value: written.value,
      unit: written.unit,
      below: written.below ?? false,
      day: calendar.single(written, path),
      method: written.method,
    };
  });
}

const unitlessTests: ReadonlySet<string> = new Set(['stool_ph', 'bristol', 'two_sugar']);

function diary(file: PersonFile, findings: Findings, calendar: Calendar): DiaryEntry[] {
  const seen = new Set<number>();
  return (file.diary ?? []).flatMap((written, index) => {
    const path = ['diary', index];
    const day = calendar.single(written, path);
    if (written.day === undefined && written.date === undefined && written.daysAgo === undefined) {
      findings.error('Z3047', path, 'This diary entry has no day.', 'Add day, date or daysAgo.');
    } else if (day !== undefined && seen.has(day)) {
      findings.error('Z3043', path, `Day ${day} stands twice in the diary.`, 'Put one day into one entry.');
    }
    if (day !== undefined) seen.add(day);
    for (const [symptom, score] of Object.entries(written.symptoms ?? {})) {
      if (score !== undefined && !(score >= 0 && score <= 10)) {
        findings.error(
          'Z3082',
          [...path, 'symptoms', symptom],
          `A score of ${score} cannot be.`,
          'Write 0 (none) to 10 (the worst imaginable).',
        );
      }
    }
    const bristol =
      written.bristol === undefined
        ? []
        : Array.isArray(written.bristol)
          ? written.bristol
          : [written.bristol];
    bristol.forEach((form) => {
      if (!Number.isInteger(form) || form < 1 || form > 7) {
        findings.error(
          'Z3082',
          [...path, 'bristol'],
          `Stool form ${form} cannot be.`,
          'Write 1 (hard lumps) to 7 (watery).',
        );
      }
    });
    return day === undefined
      ? []
      : [{ day, symptoms: written.symptoms ?? {}, bristol, notes: written.notes }];
  });
}

function tests(
  file: PersonFile,
  findings: Findings,
  calendar: Calendar,
  horizonDays: number,
): NormalisedFile['tests'] {
  return (file.tests ?? []).flatMap((written, index) => {
    const path = ['tests', index];
    const hasDay = written.day !== undefined || written.date !== undefined || written.daysAgo !== undefined;
    const day = calendar.single(written, path);
    if (!hasDay) findings.error('Z3047', path, 'This test has no day.', 'Add day or date.');
    if (day === undefined) return [];
    if (day < 0 || day >= horizonDays) {
      findings.error(
        'Z3044',
        path,
        `Day ${day} lies outside the ${horizonDays} days that are simulated.`,
        `Choose day 0 to ${horizonDays - 1}, or a longer horizon.`,
      );
      return [];
    }
    const clock = written.at === undefined ? undefined : parseClockHours(written.at);
    if (clock && !clock.ok) {
      findings.error(
        'Z3020',
        [...path, 'at'],
        `"${shown(written.at)}" ${clock.why}.`,
        'Write hours and minutes in quotes, such as "08:00".',
      );
      return [];
    }
    return [{ test: written.test, day, atHours: clock?.ok ? clock.value : defaults.testAtHours }];
  });
}
