import { Dexie, type EntityTable } from 'dexie';
import type { PersonFile } from '../../../src/person/schema.ts';

/** The record of the one person who uses this browser. */
export interface StoredRecord {
  readonly id: 'me';
  /** Exactly what an export writes: the person file, version 1. */
  readonly document: PersonFile;
  /** Counts edits; a tab that lags behind sees it. */
  readonly revision: number;
}

/** The document as it was before an edit, so that the edit can be taken back. */
export interface PastDocument {
  readonly id: number;
  readonly document: PersonFile;
  readonly kind: 'undo' | 'redo';
}

/** A forecast that was kept, to be held against what happened. */
export interface FrozenPrediction {
  readonly id: number;
  /** Date on which it was made. */
  readonly madeOn: string;
  readonly plan: string | undefined;
  readonly modelVersion: string;
  readonly modelHash: string;
  /** By symptom: bands of the mean score of a week; `fromDays` is its first day, counted from `madeOn`. */
  readonly symptoms: {
    readonly [symptom: string]: {
      readonly fromDays: readonly number[];
      readonly p10: readonly number[];
      readonly p90: readonly number[];
    };
  };
  /** By test and result. */
  readonly tests: readonly {
    readonly test: string;
    readonly result: string;
    readonly day: number;
    readonly unit: string;
    readonly p10: number;
    readonly p90: number;
  }[];
}

/** Tables in the browser's own database. A new version of the tables needs a new `version(n)` with its upgrade. */
export class ZonulaDatabase extends Dexie {
  declare readonly records: EntityTable<StoredRecord, 'id'>;
  declare readonly past: EntityTable<PastDocument, 'id'>;
  declare readonly frozen: EntityTable<FrozenPrediction, 'id'>;

  constructor(name = 'zonula') {
    super(name);
    this.version(1).stores({ records: 'id', past: '++id, kind' });
    this.version(2).stores({ frozen: '++id, madeOn' });
  }
}
