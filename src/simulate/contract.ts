import type { ParameterSetting, Timeline } from '../person/schedule.ts';

/** Values of parameters that differ from the model's defaults, by parameter id. */
export type ParameterValues = Readonly<Record<string, number>>;

/**
 * Which virtual person: `member` picks what is uncertain but the same for everybody (drawn once per ensemble member),
 * `person` picks what makes people differ. Same numbers, same person, in every plan and arm.
 */
export interface PersonDraw {
  readonly seed: number;
  readonly member: number;
  readonly person: number;
}

/** One virtual person to be carried through one or more lives that share the habitual start. Structured-clonable: it goes to workers. */
export interface PersonJob {
  readonly draw: PersonDraw;
  /** Shared values of this member where an ensemble gives them (calibration); otherwise the prior is drawn. */
  readonly shared?: ParameterValues;
  /** Set last of all: `--set` of the command line, sensitivity analysis. */
  readonly overrides?: ParameterValues;
  /**
   * Who is drawn again when the drawn colon could not live: the person alone (people of one study share the
   * values of its member), or member and person together (people who stand for one person, one member each).
   */
  readonly redraw?: 'person' | 'member-and-person';
  /** `default` keeps every parameter at its default (no drawing at all): the reference person. */
  readonly spread: 'default' | 'shared' | 'personal' | 'both';
  /** Lives, usually [without change, plan 1, plan 2 ...]; all begin from the habitual state of the first. */
  readonly timelines: readonly Timeline[];
  /** Series wanted as daily means; undefined: the public series. */
  readonly series?: readonly string[];
  /** Also keep a finer record of these series: one value each so many hours. */
  readonly fine?: { readonly everyHours: number; readonly series: readonly string[] };
  readonly settings?: readonly ParameterSetting[];
  /** Factors on test results that go with a condition as an association only. */
  readonly readOuts?: readonly { readonly result: string; readonly factor: number }[];
  /** Leave symptoms out where nobody looks at them (calibration). */
  readonly withoutSymptoms?: boolean;
}

export interface PersonTestResult {
  readonly test: string;
  readonly day: number;
  /** Without noise, by result id. */
  readonly exact: Readonly<Record<string, number>>;
  /** As one laboratory would report it on one day. */
  readonly reported: Readonly<Record<string, number>>;
  /** States that the assembled model lacks for this test. */
  readonly notModelled?: string;
}

/** One virtual person through one life. */
export interface PersonCourse {
  readonly plan: string | undefined;
  /** Mean over each day 0 .. horizon-1 (0:00 to 24:00), by series id. */
  readonly daily: Readonly<Record<string, Float64Array>>;
  readonly fine?: {
    readonly timeHours: Float64Array;
    readonly series: Readonly<Record<string, Float64Array>>;
  };
  readonly tests: readonly PersonTestResult[];
  /** The person's own healthy value of series that symptoms are measured against. */
  readonly healthy: Readonly<Record<string, number>>;
  /** By symptom: expected score of each day, and the same person on placebo (same expectancy, no mechanism). */
  readonly symptoms: Readonly<
    Record<
      string,
      {
        readonly expected: Float64Array;
        readonly scores: Float64Array;
        /** Scores on placebo: the same expectancy and noise, the gut of life without the change. */
        readonly sham: Float64Array;
        readonly shamExpected: Float64Array;
      }
    >
  >;
  /** How often this person was drawn again because a draw could not live (specification, section 6). */
  readonly redraws: number;
  /** Days of habitual life before the run. */
  readonly settledDays: number;
}

/** Carries virtual people through lives: in this thread, in Node worker threads or in browser workers. */
export interface PeopleRunner {
  /** Name of the model assembly that people are simulated with. */
  readonly assembly: string;
  /**
   * Results come in the order of `jobs`, whatever the number of workers; same jobs give the same bits.
   * Neighbouring jobs with equal event times may share SIMD lanes: pairing is by position (0 with 1, 2 with 3).
   *
   * @throws ZonulaError of the first job that cannot be solved, or Z5090 when cancelled
   */
  run(
    jobs: readonly PersonJob[],
    options?: {
      readonly onResult?: (index: number, courses: readonly PersonCourse[]) => void;
      /** False: results go to `onResult` only and the list that is returned is empty, so that memory does not grow with people. */
      readonly keep?: boolean;
      readonly onProgress?: (done: number, all: number) => void;
      readonly signal?: AbortSignal;
    },
  ): Promise<readonly (readonly PersonCourse[])[]>;
  close(): Promise<void>;
}
