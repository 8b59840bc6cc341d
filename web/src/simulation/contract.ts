import type { PlanDocument } from '../../../src/person/schema.ts';
import type { Problem } from '../../../src/problem/problem.ts';
import type { FibreAnswer, LeaveOneOutAnswer, Ranking, RankProgress } from '../../../src/rank/index.ts';
import type { CompareResult, RunResult } from '../../../src/simulate/result.ts';
import type { Language } from '../i18n/languages.ts';
import type { Explanation } from '../inspect/explanation.ts';
import type { SimulationDocument } from './simulation-document.ts';

/** A result, or why there is none. */
export type Answer<Result> =
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'cancelled' };

export interface RunRequest {
  readonly simulation: SimulationDocument;
  /** Which plan to show beside life so far; undefined: none. */
  readonly plan: string | undefined;
  readonly people: number;
}

export type RequestKind = 'run' | 'compare' | 'tests' | 'rank' | 'ask';

/** Questions the other way round. */
export type Question = 'leave-one-out' | 'fibre';

export interface RankRequest {
  readonly simulation: SimulationDocument;
  readonly language: Language;
  /** Also the second stage: many people for the leading changes, pairs, and what the effects rest on. */
  readonly closer: boolean;
}

/** What the worker answers to. A new request cancels the one before of its kind. */
export interface SimulationService {
  run(request: RunRequest, onPartial: (result: RunResult, done: number) => void): Promise<Answer<RunResult>>;
  compare(
    request: Omit<RunRequest, 'plan'>,
    onProgress: (done: number, all: number) => void,
  ): Promise<Answer<CompareResult>>;
  /** Daily values of each virtual person of the newest run, with the plan when there is one; by series. */
  possibleYous(): Promise<readonly Readonly<Record<string, readonly number[]>>[]>;
  /** A run for the laboratory tests that its document asks for. */
  tests(request: RunRequest, onProgress: (done: number, all: number) => void): Promise<Answer<RunResult>>;
  /** Which changes would help. Runs in workers of its own, so that a personal answer never waits for it. */
  rank(
    request: RankRequest,
    onProgress: (progress: RankProgress) => void,
    onPartial: (ranking: Ranking) => void,
  ): Promise<Answer<Ranking>>;
  ask(
    question: Question,
    request: Omit<RankRequest, 'closer'>,
    onProgress: (done: number, all: number) => void,
  ): Promise<Answer<LeaveOneOutAnswer | FibreAnswer>>;
  /** A change of the catalogue as a plan of this person; undefined when there is nothing to change. */
  planOf(
    simulation: SimulationDocument,
    changeId: string,
    language: Language,
    start: string,
  ): Promise<PlanDocument | undefined>;
  /** The same body eating by the guidelines: its healthy values, by series. */
  reference(simulation: SimulationDocument): Promise<Readonly<Record<string, number>> | undefined>;
  /** What moves a quantity on a day of the newest run, and what it rests on. */
  inspect(series: string, day: number): Promise<Explanation | undefined>;
  /** Assembles and compiles the model before anybody asks for a result. */
  warmUp(): Promise<void>;
  cancel(kind: RequestKind): void;
}
