import type { Timeline } from '../person/schedule.ts';
import type { PersonCourse, PersonJob } from './contract.ts';
import type { JobPair, LivedBefore } from './one-person.ts';

/** Some 0.4 MB each: the people of a few settings of one record. */
const mostPairs = 40;

interface Kept {
  readonly before: readonly LivedBefore[];
  /** Which life without a change it holds. */
  readonly unchanged: string;
}

/**
 * Remembers where people begin and how they live without a change, so that a changed plan costs only the plan. What is
 * remembered is found by everything that it depends on: the result is the same as without a memory, bit by bit.
 */
export class PeopleMemory {
  private readonly kept = new Map<string, Kept>();
  private readonly texts = new Map<string, number>();
  private readonly numbers = new WeakMap<Timeline, { readonly start: number; readonly life: number }>();
  private count = 0;

  recall(jobs: JobPair): readonly LivedBefore[] {
    const key = this.startKey(jobs);
    const kept = this.kept.get(key);
    if (!kept) return [];
    // Newest last, so that the oldest is forgotten first.
    this.kept.delete(key);
    this.kept.set(key, kept);
    return kept.unchanged === this.unchangedKey(jobs)
      ? kept.before
      : kept.before.map((before) => ({ ...before, unchanged: undefined, heard: [] }));
  }

  /** @param before empty when nothing is new */
  keep(jobs: JobPair, before: readonly LivedBefore[]): void {
    if (before.length === 0) return;
    const key = this.startKey(jobs);
    this.kept.delete(key);
    this.kept.set(key, { before, unchanged: this.unchangedKey(jobs) });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostPairs) break;
      this.kept.delete(oldest);
    }
  }

  /** Who they are, and how they lived before the run. */
  private startKey(jobs: JobPair): string {
    return this.keyOf(jobs, (job, first) => {
      const { timelines: _, series: _series, fine: _fine, readOuts: _readOuts, ...person } = job;
      return [person, first.start];
    });
  }

  /** And what is asked of their life without a change. */
  private unchangedKey(jobs: JobPair): string {
    return this.keyOf(jobs, ({ series, fine, readOuts }, first) => [first.life, series, fine, readOuts]);
  }

  private keyOf(
    jobs: JobPair,
    matters: (job: PersonJob, first: { readonly start: number; readonly life: number }) => unknown,
  ): string {
    return JSON.stringify(jobs.map((job) => matters(job, this.numbersOf(job.timelines[0] as Timeline))));
  }

  /** Numbers that stand for a timeline: the same for equal ones. */
  private numbersOf(timeline: Timeline): { readonly start: number; readonly life: number } {
    const known = this.numbers.get(timeline);
    if (known) return known;
    const {
      segments: _s,
      boluses: _b,
      tests: _t,
      patternOfDay: _p,
      horizonDays: _h,
      plan: _n,
      ...habits
    } = timeline;
    const numbers = { start: this.numberOf(habits), life: this.numberOf(timeline) };
    this.numbers.set(timeline, numbers);
    return numbers;
  }

  private numberOf(value: object): number {
    const text = JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? [...each] : each));
    let number = this.texts.get(text);
    if (number === undefined) {
      if (this.texts.size > 2 * mostPairs) this.texts.clear();
      number = this.count++;
      this.texts.set(text, number);
    }
    return number;
  }
}

/** The same for whoever needs to know only that a life without a change is known: its days stay here. */
export function withoutItsDays(known: readonly LivedBefore[]): readonly LivedBefore[] {
  return known.map((before) => ({
    ...before,
    unchanged: before.unchanged?.map((course) => ({ ...course, daily: {}, tests: [], symptoms: {} })),
  }));
}

/** Puts the days back that `withoutItsDays` left out. */
export function withItsDays(
  courses: readonly (readonly PersonCourse[])[],
  known: readonly LivedBefore[],
): readonly (readonly PersonCourse[])[] {
  const unchanged = known.flatMap((before) => before.unchanged ?? []);
  if (unchanged.length === 0) return courses;
  return courses.map(([first, ...changed], person) => {
    const kept = unchanged[person] ?? first;
    return kept ? [kept, ...changed] : changed;
  });
}
