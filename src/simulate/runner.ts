import { ZonulaError } from '../problem/problem.ts';
import { defaultAssembly } from './assemblies.ts';
import type { PeopleRunner, PersonCourse, PersonJob } from './contract.ts';
import { type JobPair, type PairOutcome, PersonWorker } from './worker-body.ts';

export interface RunnerOptions {
  /** Name of the assembly; the largest there is by default. */
  readonly assembly?: string;
}

type RunOptions = NonNullable<Parameters<PeopleRunner['run']>[1]>;

/** Carries people through their lives in this thread. */
export function createRunner({ assembly = defaultAssembly }: RunnerOptions = {}): PeopleRunner {
  const worker = new PersonWorker();
  return {
    assembly,
    run: (jobs, options = {}) =>
      runInPairs(jobs, options, 1, async (pair) => {
        // A breath between pairs, so that whoever waits can draw, count or cancel.
        await new Promise<void>((resolve) => {
          setTimeout(resolve, 0);
        });
        if (options.signal?.aborted) throw cancelledRun();
        return worker.outcome(assembly, pair);
      }),
    close: async () => {},
  };
}

export function cancelledRun(): ZonulaError {
  return new ZonulaError({ code: 'Z5090', severity: 'note', message: 'The run was cancelled.' });
}

/** Neighbours by position; the last may be alone. */
export function pairsOf(jobs: readonly PersonJob[]): readonly JobPair[] {
  const pairs: JobPair[] = [];
  for (let i = 0; i < jobs.length; i += 2) {
    const [first, second] = jobs.slice(i, i + 2) as [PersonJob, PersonJob?];
    pairs.push(second ? [first, second] : [first]);
  }
  return pairs;
}

/**
 * Hands out pairs of neighbours, never more at a time than there are hands, and gathers the results in order.
 *
 * @param live runs one pair somewhere
 */
export async function runInPairs(
  jobs: readonly PersonJob[],
  options: RunOptions,
  hands: number,
  live: (pair: JobPair, index: number) => Promise<PairOutcome>,
): Promise<readonly (readonly PersonCourse[])[]> {
  const pairs = pairsOf(jobs);
  const results: (readonly PersonCourse[])[] = [];
  const failures = new Map<number, unknown>();
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < pairs.length && failures.size === 0) {
      const at = next++;
      const pair = pairs[at] as JobPair;
      try {
        if (options.signal?.aborted) throw cancelledRun();
        const outcome = await live(pair, at);
        if (!outcome.ok) throw new ZonulaError(outcome.problems);
        outcome.courses.forEach((courses, i) => {
          if (options.keep !== false) results[2 * at + i] = courses;
          options.onResult?.(2 * at + i, courses);
        });
        done += pair.length;
        options.onProgress?.(done, jobs.length);
      } catch (error) {
        failures.set(at, error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(hands, pairs.length)) }, work));
  if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
  return results;
}
