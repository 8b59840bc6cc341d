import { type Problem, ZonulaError } from '../problem/problem.ts';
import { type InParts, inOneGo } from '../solver/parts.ts';
import type { PersonCourse } from './contract.ts';
import { buildGut } from './gut.ts';
import { GutKernels } from './kernels.ts';
import { type JobPair, type LivedBefore, type LiveOptions, liveInParts, liveTogether } from './one-person.ts';

export type { JobPair } from './one-person.ts';

/** Errors lose their class on the way out of a worker: they travel as plain problems. */
export type PairOutcome =
  | {
      readonly ok: true;
      readonly courses: readonly (readonly PersonCourse[])[];
      /** What the same people need not live again; empty where all of it was known before. */
      readonly before: readonly LivedBefore[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What every worker does, whatever thread it runs on: one gut per assembly, pair after pair. */
export class PersonWorker {
  private readonly kernels = new Map<string, GutKernels>();

  /** Assembles and compiles, so that the first pair need not wait for it. */
  kernelsOf(assembly: string): GutKernels {
    let kernels = this.kernels.get(assembly);
    if (!kernels) {
      kernels = new GutKernels(buildGut(assembly));
      this.kernels.set(assembly, kernels);
    }
    return kernels;
  }

  live(assembly: string, jobs: JobPair, options: LiveOptions = {}): PersonCourse[][] {
    return liveTogether(this.kernelsOf(assembly), jobs, options);
  }

  /** As `live`, with problems as data; keeps nothing of it. */
  outcome(assembly: string, jobs: JobPair): PairOutcome {
    const outcome = inOneGo(this.outcomeInParts(assembly, jobs));
    return outcome.ok ? { ...outcome, before: [] } : outcome;
  }

  /** As `outcome`, with pauses, and with what is known of these people from an earlier time. */
  *outcomeInParts(assembly: string, jobs: JobPair, known: readonly LivedBefore[] = []): InParts<PairOutcome> {
    try {
      const { courses, before } = yield* liveInParts(this.kernelsOf(assembly), jobs, {}, known);
      const news = known.some(({ unchanged }) => unchanged === undefined) || known.length === 0;
      return { ok: true, courses, before: news ? before : [] };
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
