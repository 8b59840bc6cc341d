import { ZonulaError } from '../../src/problem/problem.ts';
import type { PeopleRunner, PersonCourse, PersonJob } from '../../src/simulate/contract.ts';

/** A gut whose leak is `1 + gain * dose`: answers at once, counts what it is asked. */
export function fakeRunner(
  leak: (job: PersonJob, life: number) => number,
  options: { readonly fails?: (job: PersonJob) => boolean } = {},
): PeopleRunner & { readonly jobs: PersonJob[] } {
  const jobs: PersonJob[] = [];
  return {
    assembly: 'core',
    jobs,
    run: async (list, { onResult, onProgress } = {}) => {
      if (list.some((job) => options.fails?.(job)))
        throw new ZonulaError({ code: 'Z2001', severity: 'error', message: 'cannot be solved' });
      const results = list.map((job, index) => {
        jobs.push(job);
        const courses = job.timelines.map((timeline, life): PersonCourse => {
          const value = leak(job, life);
          const days = timeline.horizonDays;
          return {
            plan: timeline.plan,
            daily: Object.fromEntries(
              (job.series ?? []).map((id) => [id, new Float64Array(days).fill(value)]),
            ),
            tests: timeline.tests.map(({ test, day }) => ({
              test,
              day,
              exact: { ratio_0_5h: 0.02 * value, lactulose_0_5h: 0.3 * value, mannitol_0_5h: 14 },
              reported: {},
            })),
            healthy: {},
            symptoms: {},
            redraws: 0,
            settledDays: 0,
          };
        });
        onResult?.(index, courses);
        return courses;
      });
      onProgress?.(list.length, list.length);
      return results;
    },
    close: async () => {},
  };
}

/** How much indomethacin a life holds, in arms of 50 mg. */
export const doseOf = (job: PersonJob, life: number): number =>
  (job.timelines[life]?.segments ?? [])
    .filter(({ input }) => input.startsWith('u_nsaid'))
    .reduce((sum, { value, startHours, endHours }) => sum + value * (endHours - startHours), 0);
