import type { PersonCourse } from '../simulate/contract.ts';
import { exactPeople, GatheredValues } from '../simulate/gathered-values.ts';
import { rejection } from '../simulate/rejection.ts';
import { symptomDefinitions } from '../simulate/symptom-definitions.ts';

const daysPerWeek = 7;

/** Values over people of one row of numbers per id: a series by day, the results of a test. */
export type GatheredById = ReadonlyMap<string, GatheredValues>;

/** Scores of one symptom, week by week. */
export interface GatheredSymptom {
  /** Days of the run. */
  readonly days: number;
  /** Mean score of each week. */
  readonly weeks: GatheredValues;
  /** People whose last week differs from the same person on placebo by what can be noticed. */
  noticing: number;
}

/** One test visit of all people. */
export interface GatheredTest {
  readonly test: string;
  readonly day: number;
  readonly notModelled?: string;
  /** Ids of its results, in the order in which `reported` holds them. */
  readonly results: readonly string[];
  readonly reported: GatheredValues;
}

/** First day of each week of a run. */
export const weekStarts = (days: number): number[] =>
  Array.from({ length: Math.ceil(days / daysPerWeek) }, (_, week) => week * daysPerWeek);

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** One life over the people who lived it, without the people. */
export class GatheredLife {
  readonly series = new Map<string, GatheredValues>();
  readonly symptoms = new Map<string, GatheredSymptom>();
  tests: readonly GatheredTest[] = [];
  private readonly expectedPeople: number;
  private people = 0;

  constructor(expectedPeople: number) {
    this.expectedPeople = expectedPeople;
  }

  add(course: PersonCourse): void {
    if (this.people === 0) this.prepare(course);
    this.people++;
    for (const [id, values] of this.series) values.add(course.daily[id] ?? []);
    this.tests.forEach(({ results, reported }, at) => {
      const own = course.tests[at]?.reported;
      reported.add(results.map((id) => own?.[id] ?? Number.NaN));
    });
    for (const { id, minimalImportantDifference } of symptomDefinitions) {
      const gathered = this.symptoms.get(id);
      const own = course.symptoms[id];
      if (!gathered || !own) continue;
      const { scores, sham } = own;
      gathered.weeks.add(
        weekStarts(gathered.days).map((start) => mean(scores.subarray(start, start + daysPerWeek))),
      );
      const last = Math.max(0, gathered.days - daysPerWeek);
      if (Math.abs(mean(scores.subarray(last)) - mean(sham.subarray(last))) >= minimalImportantDifference)
        gathered.noticing++;
    }
  }

  /** What the first person has, all have: they live the same life in the same model. */
  private prepare({ daily, tests, symptoms }: PersonCourse): void {
    for (const [id, values] of Object.entries(daily))
      this.series.set(id, new GatheredValues(values.length, this.expectedPeople));
    this.tests = tests.map(({ test, day, exact, notModelled }) => {
      const results = Object.keys(exact);
      return {
        test,
        day,
        ...(notModelled === undefined ? {} : { notModelled }),
        results,
        reported: new GatheredValues(results.length, this.expectedPeople),
      };
    });
    for (const { id } of symptomDefinitions) {
      const days = symptoms[id]?.scores.length ?? 0;
      if (days === 0) continue;
      const weeks = new GatheredValues(weekStarts(days).length, this.expectedPeople);
      this.symptoms.set(id, { days, weeks, noticing: 0 });
    }
  }
}

/** How one series differs within each person between two lives. */
export interface GatheredDifference {
  readonly differences: GatheredValues;
  /** People in whom it is higher with the change, by day. */
  readonly higher: Float64Array;
}

/** Each person against the same person without the change, without the people. */
export class GatheredDifferences {
  readonly series = new Map<string, GatheredDifference>();
  private readonly expectedPeople: number;

  constructor(expectedPeople: number) {
    this.expectedPeople = expectedPeople;
  }

  add(changed: PersonCourse, without: PersonCourse): void {
    for (const [id, values] of Object.entries(changed.daily)) {
      let gathered = this.series.get(id);
      if (!gathered) {
        gathered = {
          differences: new GatheredValues(values.length, this.expectedPeople),
          higher: new Float64Array(values.length),
        };
        this.series.set(id, gathered);
      }
      const before = without.daily[id];
      const { differences, higher } = gathered;
      const own = values.map((value, day) => value - (before?.[day] ?? Number.NaN));
      differences.add(own);
      own.forEach((difference, day) => {
        if (difference > 0) higher[day] = (higher[day] as number) + 1;
      });
    }
  }
}

/** How many people there are, and how many of them had to be drawn again. */
export interface HeadCount {
  readonly people: number;
  readonly redrawn: number;
  /** Kept although even the last draw could hardly live. */
  readonly unusual: number;
}

/**
 * Gathers people as they come. The first `exactPeople` by position are met before all others, who wait if they are
 * done earlier: what is gathered then does not depend on who is done when.
 */
export class GatheredPeople {
  private readonly meet: (courses: readonly PersonCourse[]) => void;
  private readonly waiting: (readonly PersonCourse[])[] = [];
  private readonly first: number;
  private firstMet = 0;
  private people = 0;
  private redrawn = 0;
  private unusual = 0;

  /** @param meet told of each person once */
  constructor(expectedPeople: number, meet: (courses: readonly PersonCourse[]) => void) {
    this.first = Math.min(exactPeople, expectedPeople);
    this.meet = meet;
  }

  get heads(): HeadCount {
    return { people: this.people, redrawn: this.redrawn, unusual: this.unusual };
  }

  /** @param index position among the people of the run */
  add(index: number, courses: readonly PersonCourse[]): void {
    if (index >= this.first && this.firstMet < this.first) {
      this.waiting.push(courses);
      return;
    }
    if (index < this.first) this.firstMet++;
    this.take(courses);
    if (this.firstMet === this.first) for (const late of this.waiting.splice(0)) this.take(late);
  }

  private take(courses: readonly PersonCourse[]): void {
    const redraws = courses[0]?.redraws ?? 0;
    this.people++;
    if (redraws > 0) this.redrawn++;
    if (redraws + 1 >= rejection.mostAttempts) this.unusual++;
    this.meet(courses);
  }
}
