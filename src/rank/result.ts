import type { SafetyFlagId } from '../person/index.ts';
import type { Problem } from '../problem/problem.ts';
import type { AssumedShare } from '../simulate/result.ts';
import type { EvidenceGrade, EvidenceLine } from './catalogue-shape.ts';
import type { HorizonWeeks, OutcomeResult } from './effects.ts';
import type { SafetyNote } from './safety.ts';
import type { Score } from './score.ts';

/** Ways to put the changes in order. */
export const rankOrders = [
  'score',
  'chance',
  'size',
  'evidence',
  'effort',
  'soonest',
  'lining',
  'symptoms',
  'inflammation',
  'bacteria',
] as const;
export type RankOrder = (typeof rankOrders)[number];

export interface EffectShares extends AssumedShare {
  /** `effect`: how much of the effect's spread comes from each class; `parameters`: counted over the whole model. */
  readonly basis: 'effect' | 'parameters';
}

export interface EvaluatedChange {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  /** Weeks at which `outcomes` are read. */
  readonly horizonWeeks: HorizonWeeks;
  readonly outcomes: Readonly<Record<string, OutcomeResult>>;
  /** The same at the other horizons. */
  readonly atHorizons: Readonly<Record<string, Readonly<Record<string, OutcomeResult>>>>;
  /** Before own results and diary were used; only where there are any. */
  readonly population?: Readonly<Record<string, OutcomeResult>>;
  readonly shares: EffectShares;
  readonly grade: EvidenceGrade;
  /** Undefined: nothing that anyone would notice within 26 weeks. */
  readonly timeToNotice: { readonly weeks: number; readonly basis: 'model' | 'trials' } | null;
  /** Changes of one group cannot be told apart by score. 1 is the best. */
  readonly tieGroup: number;
  readonly score: Score;
  readonly effort: 1 | 2 | 3;
  readonly cautions: readonly SafetyNote[];
  /** Why it stands where it stands, in two or three sentences. */
  readonly why: string;
  readonly first: string | null;
  readonly guideline: string | null;
  readonly interactions: string | null;
  readonly evidence: readonly {
    readonly on: EvidenceLine['on'];
    readonly grade: EvidenceGrade;
    readonly says: string;
    readonly sources: readonly string[];
  }[];
  readonly sources: readonly string[];
  /** How many virtual people stand behind it. */
  readonly people: number;
}

export interface OwnDataUse {
  /** Sentences: what was used, how, and what was not. */
  readonly used: readonly { readonly what: string; readonly how: string }[];
  readonly ignored: readonly { readonly what: string; readonly because: string }[];
  readonly people: number;
  /** Kish: how many equally counting people the weighted ones are worth. */
  readonly effectiveSampleSize: number;
  /** 1: full weight; below: the data were softened so that more than a handful of people still counts. */
  readonly softenedTo: number;
  /** False: the data moved nothing, and `says` says so. */
  readonly moved: boolean;
  readonly says: string;
}

export interface TestValue {
  readonly test: string;
  readonly title: string;
  readonly result: string;
  /** Expected share by which the spread of the leading changes' effects would shrink, 0 to 1. */
  readonly expectedNarrowing: number;
  /** Chance that another change would then lead. */
  readonly chanceLeaderChanges: number;
  readonly caution: string | null;
}

export interface PairResult {
  readonly ids: readonly [string, string];
  readonly score: number;
  /** Score of the better one alone. */
  readonly best: number;
  readonly adds: 'more than either alone' | 'about as much as the better one' | 'less than the better one';
  readonly says: string;
  readonly outcomes: Readonly<Record<string, OutcomeResult>>;
}

/** The contract of `zonula rank FILE --json`. */
export interface Ranking {
  readonly zonula: {
    readonly version: string;
    readonly modelHash: string;
    readonly assumedShare: AssumedShare;
  };
  /** 1: few people, all changes; 2: many people for the leading ones. */
  readonly stage: 1 | 2;
  /** One sentence that is true for this person. */
  readonly headline: string;
  /** Comes before everything else. */
  readonly doctor: readonly SafetyNote[];
  /** Safety questions that the file does not answer. */
  readonly unanswered: readonly SafetyFlagId[];
  readonly changes: readonly EvaluatedChange[];
  /** Not distinguishable from no effect; details in `noEffectDetails`. */
  readonly noEffect: readonly string[];
  readonly noEffectDetails: readonly EvaluatedChange[];
  readonly notForYou: readonly {
    readonly id: string;
    readonly title: string;
    readonly rule: string;
    readonly says: string;
    readonly sources: readonly string[];
  }[];
  /** Already done, or nothing to change. */
  readonly notRelevant: readonly { readonly id: string; readonly title: string; readonly says: string }[];
  /** Neither in the model nor with a size from trials: shown with what is known only. */
  readonly notModelled: readonly {
    readonly id: string;
    readonly title: string;
    readonly what: string;
    readonly says: string;
    /** Guidelines recommend it to people like this one, though no trial here gives its size. */
    readonly recommended: boolean;
    readonly cautions: readonly SafetyNote[];
    readonly sources: readonly string[];
  }[];
  readonly pairs: readonly PairResult[];
  readonly tests: readonly TestValue[];
  readonly ownData: OwnDataUse | null;
  readonly complaints: readonly {
    readonly symptom: string;
    readonly title: string;
    readonly meanScore: number | null;
    readonly because: 'diary' | 'condition';
  }[];
  /** Habitual values over the virtual people, first week. */
  readonly now: Readonly<
    Record<
      string,
      {
        readonly unit: string;
        readonly p10: number;
        readonly p25: number;
        readonly p50: number;
        readonly p75: number;
        readonly p90: number;
      }
    >
  >;
  readonly order: RankOrder;
  readonly formula: string;
  readonly coverage: Readonly<Record<string, number>>;
  readonly warnings: readonly Pick<Problem, 'code' | 'message' | 'where' | 'fix'>[];
  readonly people: number;
  readonly seed: number;
}
