import type { NormalisedFile } from '../person/person.ts';
import type { Problem } from '../problem/problem.ts';
import type { ParameterValues, PeopleRunner } from '../simulate/contract.ts';
import type { CompareResult, RunResult } from '../simulate/result.ts';

export interface FileRunOptions {
  readonly people?: number;
  readonly seed?: number;
  readonly overrides?: ParameterValues;
  /** Shared values by member, where an ensemble gives them (calibration): member i takes the i-th, again from the start when they run out. */
  readonly ensemble?: readonly ParameterValues[];
  /** What reading the file had to say: warnings and notes are carried into the result. */
  readonly problems?: readonly Problem[];
  readonly runner: PeopleRunner;
  readonly onProgress?: (done: number, all: number) => void;
  /** Called with bands over the people done so far, for a page that fills in. */
  readonly onPartial?: (result: RunResult, done: number) => void;
  /** Whether bands over so many people are wanted: they take their time too. All of them unless told otherwise. */
  readonly wantsPartial?: (done: number) => boolean;
  /** Ids of the series that `onPartial` is given: what nobody looks at need not be made. All of them unless told otherwise. */
  readonly partialSeries?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

/** `runFile(file, planName, options)`: the contract of `zonula run`. */
export type RunFile = (
  file: NormalisedFile,
  planName: string | undefined,
  options: FileRunOptions,
) => Promise<RunResult>;
export interface CompareOptions extends FileRunOptions {
  /** As `onPartial`, with the comparison over the people done so far. */
  readonly onPartialComparison?: (result: CompareResult, done: number) => void;
}

/** `compareFile(file, planNames, options)`: the contract of `zonula compare`. */
export type CompareFile = (
  file: NormalisedFile,
  planNames: readonly string[],
  options: CompareOptions,
) => Promise<CompareResult>;
