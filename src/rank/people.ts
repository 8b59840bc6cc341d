import type { NormalisedFile, NormalisedPlan, ScheduledTest } from '../person/index.ts';
import { jobsFor, timelineOf } from '../population/index.ts';
import type {
  ParameterValues,
  PeopleRunner,
  PersonCourse,
  PersonJob,
  PersonTestResult,
} from '../simulate/contract.ts';
import { rejection } from '../simulate/index.ts';
import { effectsInPerson, type HorizonWeeks, horizonWeeks } from './effects.ts';
import type { Complaint } from './facts.ts';
import { rankedSeries, weekMean } from './outcomes.ts';

const daysPerWeek = 7;
/** One run of this length serves every horizon. */
export const rankedDays = Math.max(...horizonWeeks) * daysPerWeek;
/** Weeks at which an effect is looked at, to tell when it begins to show. */
export const lookedAtWeeks = [1, 2, 3, 4, 6, 8, 12, 16, 20, 26] as const;

export type EffectsOfPerson = ReadonlyMap<
  string,
  { readonly effect: number; readonly better: boolean; readonly worse: boolean }
>;

/** What is kept of one virtual person: effects, not courses. */
export interface PersonDigest {
  /** A draw that no living colon resembles, kept after many tries or with a signal below zero: left out of the ranking. */
  readonly odd: boolean;
  /** Means of the first week without change, by series. */
  readonly now: Readonly<Record<string, number>>;
  readonly tests: readonly PersonTestResult[];
  /** By plan name, by week looked at. */
  readonly effects: ReadonlyMap<string, ReadonlyMap<number, EffectsOfPerson>>;
}

export interface PeopleOptions {
  readonly runner: PeopleRunner;
  readonly seed: number;
  readonly overrides?: ParameterValues;
  readonly ensemble?: readonly ParameterValues[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Runs virtual people with each plan and without any, all from the same habitual start and with the same numbers,
 * and keeps the paired effects.
 *
 * @param from first virtual person (those before it were run already)
 * @param tests taken on day 0 of life without change
 * @param options `weeks` ends the run early, for many people of whom only one horizon is wanted
 * @param onPerson called as people come in, in any order
 */
export async function runPeople(
  file: NormalisedFile,
  plans: readonly NormalisedPlan[],
  people: { readonly from: number; readonly to: number },
  tests: readonly ScheduledTest[],
  complaints: readonly Complaint[],
  options: PeopleOptions & { readonly weeks?: HorizonWeeks },
  onPerson?: (index: number, digest: PersonDigest) => void,
): Promise<readonly PersonDigest[]> {
  const jobs = jobsOf(file, plans, people, tests, complaints, options);
  const digests: PersonDigest[] = [];
  await options.runner.run(jobs, {
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    keep: false,
    onResult: (index, courses) => {
      const digest = digestOf(plans, courses, complaints);
      digests[index] = digest;
      onPerson?.(people.from + index, digest);
    },
  });
  return digests;
}

/** The jobs of `runPeople`, also for those who want other things of the same lives. */
export function jobsOf(
  file: NormalisedFile,
  plans: readonly NormalisedPlan[],
  people: { readonly from: number; readonly to: number },
  tests: readonly ScheduledTest[],
  complaints: readonly Complaint[],
  options: Pick<PeopleOptions, 'seed' | 'overrides' | 'ensemble'> & { readonly weeks?: HorizonWeeks },
): readonly PersonJob[] {
  const horizonDays = options.weeks === undefined ? rankedDays : options.weeks * daysPerWeek;
  const withPlans: NormalisedFile = { ...file, plans, tests: [], horizonDays };
  const [without, ...changed] = [undefined, ...plans.map(({ name }) => name)].map((name) =>
    timelineOf(withPlans, name),
  );
  if (!without) return [];
  const timelines = [{ ...without, tests }, ...changed];
  return jobsFor(withPlans, timelines, { ...options, people: people.to })
    .slice(people.from)
    .map((job) => ({
      ...job,
      series: rankedSeries,
      ...(complaints.length === 0 ? { withoutSymptoms: true } : {}),
    }));
}

export function digestOf(
  plans: readonly NormalisedPlan[],
  courses: readonly PersonCourse[],
  complaints: readonly Complaint[],
): PersonDigest {
  const [without, ...changed] = courses;
  if (!without) throw new RangeError('a person without a course');
  const days = Math.max(0, ...Object.values(without.daily).map(({ length }) => length));
  const now = Object.fromEntries(
    rankedSeries.flatMap((id) => {
      const daily = without.daily[id];
      return daily ? [[id, weekMean(daily, 1)] as const] : [];
    }),
  );
  return {
    odd: without.redraws + 1 >= rejection.mostAttempts || Object.values(now).some((value) => value <= 0),
    now,
    tests: without.tests,
    effects: new Map(
      plans.flatMap(({ name }, index) => {
        const course = changed[index];
        if (!course) return [];
        return [
          [
            name,
            new Map(
              lookedAtWeeks
                .filter((week) => week * daysPerWeek <= days)
                .map((week) => [week, effectsInPerson(without, course, complaints, week)] as const),
            ),
          ] as const,
        ];
      }),
    ),
  };
}
