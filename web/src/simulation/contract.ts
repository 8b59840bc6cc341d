import type { PlanDocument } from '../../../src/person/schema.ts';
import type { Problem } from '../../../src/problem/problem.ts';
import type {
  DoseAnswer,
  FibreAnswer,
  LeaveOneOutAnswer,
  Ranking,
  RankProgress,
} from '../../../src/rank/index.ts';
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

/** Virtual people who are asked a question the other way round. */
export const askedPeople = 12;

/** Questions the other way round. */
export type Question =
  | { readonly kind: 'leave-one-out' | 'fibre' }
  /** From which dose of a change of the catalogue on more adds nothing. */
  | { readonly kind: 'dose'; readonly change: string };

export interface RankRequest {
  readonly simulation: SimulationDocument;
  readonly language: Language;
}

export interface ReportRequest {
  readonly ranking: Ranking;
  /** What the ranking was made of. */
  readonly simulation: SimulationDocument;
  readonly language: Language;
  /** Day on which the ranking was made, year-month-day. */
  readonly date: string;
}

/** The report for a professional. */
export interface ReportText {
  /** Markup of its two pages; `reportStyle` dresses it. */
  readonly pages: string;
  /** The same as a document that needs nothing else. */
  readonly document: string;
}

/** What the worker answers to. A new request cancels the one before of its kind. */
export interface SimulationService {
  run(
    request: RunRequest,
    onPartial: (result: RunResult, done: number) => Promise<void> | void,
  ): Promise<Answer<RunResult>>;
  compare(
    request: Omit<RunRequest, 'plan'>,
    onProgress: (done: number, all: number) => void,
    onPartial: (result: CompareResult, done: number) => Promise<void> | void,
  ): Promise<Answer<CompareResult>>;
  /** Daily values of each virtual person of the newest run, with the plan when there is one; by series. */
  possibleYous(): Promise<readonly Readonly<Record<string, readonly number[]>>[]>;
  /** A run for the laboratory tests that its document asks for. */
  tests(request: RunRequest, onProgress: (done: number, all: number) => void): Promise<Answer<RunResult>>;
  /**
   * Which changes would help: few people and all changes first, then many people and the leading ones. Its workers
   * stand still while any other answer is under way, so that none waits for it.
   */
  rank(
    request: RankRequest,
    onProgress: (progress: RankProgress) => void,
    onPartial: (ranking: Ranking) => void,
  ): Promise<Answer<Ranking>>;
  ask(
    question: Question,
    request: RankRequest,
    onProgress: (done: number, all: number) => void,
  ): Promise<Answer<LeaveOneOutAnswer | FibreAnswer | DoseAnswer>>;
  /** Ids of the changes that the question of the dose can be asked of. */
  changesWithDose(): Promise<readonly string[]>;
  report(request: ReportRequest): Promise<Answer<ReportText>>;
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
