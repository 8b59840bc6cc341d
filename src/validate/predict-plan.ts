/** Runs a plan: every reading of every virtual person of every ensemble member. */

import { type Problem, ZonulaError } from '../problem/problem.ts';
import type { ParameterValues, PeopleRunner, PersonJob } from '../simulate/contract.ts';
import { type PlanJobs, readCourse } from './plan-jobs.ts';

/** Who is run. */
export interface Ensemble {
  readonly seed: number;
  /** Draws of what is uncertain but the same for everybody. */
  readonly members: number;
  /** Virtual people per member. 1 with `spread: 'shared'` runs the typical person. */
  readonly people: number;
  readonly spread: PersonJob['spread'];
  /** Shared values of a member (a fitted ensemble); otherwise the prior is drawn. */
  readonly sharedOf?: (member: number) => ParameterValues;
  /** Values set last of all: what a rival structure sets otherwise. */
  readonly overrides?: ParameterValues;
  /** Every member meets the same people (fitting), or each its own (predicting). */
  readonly samePeople?: boolean;
}

export interface PlanReadings {
  readonly members: number;
  readonly people: number;
  /** By reading; index member * people + person. NaN where a life could not be run or says nothing. */
  readonly values: readonly Float64Array[];
  /** Lives that could not be run. */
  readonly problems: readonly Problem[];
}

export interface PredictOptions {
  readonly runner: PeopleRunner;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

/** @throws ZonulaError Z5090 when cancelled */
export async function predictPlan(
  plan: PlanJobs,
  ensemble: Ensemble,
  options: PredictOptions,
): Promise<PlanReadings> {
  const { members, people } = ensemble;
  const all = members * people;
  const values = plan.readings.map(() => new Float64Array(all).fill(Number.NaN));
  const problems: Problem[] = [];
  const byGroup = plan.groups.map((_, group) =>
    plan.readings.flatMap((reading, index) => (reading.group === group ? [{ reading, index }] : [])),
  );
  let before = 0;
  const total = all * plan.groups.length;
  for (const [group, lives] of plan.groups.entries()) {
    const jobs = Array.from({ length: all }, (_, index): PersonJob => {
      const member = Math.floor(index / people);
      const person = ensemble.samePeople ? index % people : index;
      const shared = ensemble.sharedOf?.(member);
      return {
        draw: { seed: ensemble.seed, member, person },
        ...(shared ? { shared } : {}),
        ...(ensemble.overrides ? { overrides: ensemble.overrides } : {}),
        redraw: shared ? 'person' : 'member-and-person',
        spread: ensemble.spread,
        timelines: lives.timelines,
        series: lives.series,
        ...(lives.fine ? { fine: lives.fine } : {}),
        ...(lives.withSymptoms ? {} : { withoutSymptoms: true }),
      };
    });
    const keep = (at: number, courses: Parameters<typeof readCourse>[1]): void => {
      for (const { reading, index } of byGroup[group] ?? [])
        (values[index] as Float64Array)[at] = readCourse(reading, courses);
    };
    const run = async (list: readonly PersonJob[], offset: number): Promise<void> => {
      await options.runner.run(list, {
        keep: false,
        onResult: (index, courses) => keep(offset + index, courses),
        onProgress: (done) => options.onProgress?.(before + offset + done, total),
        ...(options.signal ? { signal: options.signal } : {}),
      });
    };
    try {
      await run(jobs, 0);
    } catch (error) {
      if (!(error instanceof ZonulaError) || options.signal?.aborted) throw error;
      // One life that cannot be solved must not take the others with it.
      for (const [index, job] of jobs.entries()) {
        if (hasReading(index)) continue;
        try {
          await run([job], index);
        } catch (single) {
          if (!(single instanceof ZonulaError) || options.signal?.aborted) throw single;
          problems.push(...single.problems.slice(0, 1));
        }
      }
    }
    before += all;
    options.onProgress?.(before, total);
    function hasReading(at: number): boolean {
      return (byGroup[group] ?? []).some(({ index }) => !Number.isNaN((values[index] as Float64Array)[at]));
    }
  }
  return { members, people, values, problems };
}
