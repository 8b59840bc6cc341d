/** A folder of plans through an ensemble of virtual people: the work behind `zonula validate`. */
import { type Posterior, sharedFrom } from '../calibrate/posterior-file.ts';
import type { Problem } from '../problem/problem.ts';
import { rivalParameters } from '../simulate/assemblies.ts';
import type { PeopleRunner } from '../simulate/contract.ts';
import type { Gut } from '../simulate/gut.ts';
import { version } from '../version.ts';
import { vocabularyOfGut } from './model-vocabulary.ts';
import type { ValidationPlan } from './plan.ts';
import { readPlanFolders } from './read-plan.ts';
import { type PlanResult, type PredictedPlan, runPlan } from './run-plan.ts';

/** How many draws a run takes unless told otherwise. */
export const usualSize = { members: 24, people: 3, seed: 1 } as const;

export interface ValidateOptions {
  readonly gut: Gut;
  readonly runner: PeopleRunner;
  readonly members: number;
  readonly people: number;
  readonly seed: number;
  /** A fitted ensemble; the prior is drawn without it. */
  readonly posterior?: Posterior;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

export interface Validation {
  readonly zonula: { readonly version: string; readonly modelHash: string; readonly assembly: string };
  readonly plan: { readonly hash: string; readonly studies: number };
  readonly ensemble: {
    readonly seed: number;
    readonly members: number;
    readonly people: number;
    /** What the shared values are drawn from. */
    readonly from: 'prior' | 'posterior';
  };
  readonly summary: PlanResult['summary'];
  readonly rows: PlanResult['rows'];
  readonly problems: readonly Problem[];
}

export interface ValidationWithDetails {
  readonly validation: Validation;
  readonly plan: ValidationPlan;
  readonly predicted: PredictedPlan;
}

/** @throws ZonulaError Z7000 when a folder cannot be read; Z5090 when cancelled */
export async function validateFolders(
  folders: readonly string[],
  options: ValidateOptions,
): Promise<ValidationWithDetails> {
  const plan = await readPlanFolders(folders, vocabularyOfGut(options.gut));
  return { plan, ...(await validatePlan(plan, options)) };
}

export async function validatePlan(
  plan: ValidationPlan,
  { gut, runner, seed, people, posterior, ...options }: ValidateOptions,
): Promise<{ readonly validation: Validation; readonly predicted: PredictedPlan }> {
  const shared = posterior ? sharedFrom(posterior) : undefined;
  const members = Math.min(options.members, shared?.length ?? options.members);
  const result = await runPlan(plan, {
    runner,
    ensemble: {
      seed,
      members,
      people,
      spread: 'both',
      overrides: rivalParameters(gut.assembly),
      ...(shared
        ? { sharedOf: (member: number) => shared[Math.floor((member * shared.length) / members)] ?? {} }
        : {}),
    },
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const { summary, rows, problems } = result;
  return {
    validation: {
      zonula: { version, modelHash: gut.system.hash, assembly: gut.assembly },
      plan: { hash: plan.hash, studies: plan.studies.length },
      ensemble: { seed, members, people, from: posterior ? 'posterior' : 'prior' },
      summary,
      rows,
      problems: [...plan.problems, ...problems],
    },
    predicted: result,
  };
}
