import { type Problem, ZonulaError } from '../problem/problem.ts';
import type { PersonCourse, PersonJob } from './contract.ts';
import { buildGut } from './gut.ts';
import { GutKernels } from './kernels.ts';
import { type LiveOptions, liveTogether } from './one-person.ts';

/** One or two neighbouring jobs of a run. */
export type JobPair = readonly [PersonJob] | readonly [PersonJob, PersonJob];

/** Errors lose their class on the way out of a worker: they travel as plain problems. */
export type PairOutcome =
  | { readonly ok: true; readonly courses: readonly (readonly PersonCourse[])[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What every worker does, whatever thread it runs on: one gut per assembly, pair after pair. */
export class PersonWorker {
  private readonly kernels = new Map<string, GutKernels>();

  live(assembly: string, jobs: JobPair, options: LiveOptions = {}): PersonCourse[][] {
    let kernels = this.kernels.get(assembly);
    if (!kernels) {
      kernels = new GutKernels(buildGut(assembly));
      this.kernels.set(assembly, kernels);
    }
    return liveTogether(kernels, jobs, options);
  }

  /** As `live`, with problems as data. */
  outcome(assembly: string, jobs: JobPair): PairOutcome {
    try {
      return { ok: true, courses: this.live(assembly, jobs) };
    } catch (error) {
      if (error instanceof ZonulaError) return { ok: false, problems: error.problems };
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return {
        ok: false,
        problems: [{ code: 'Z5091', severity: 'error', message: `The simulation failed: ${text}` }],
      };
    }
  }
}
