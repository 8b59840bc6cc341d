import { liveQuery } from 'dexie';
import type { PersonFile } from '../../../src/person/schema.ts';
import type { FrozenPrediction, ZonulaDatabase } from './database.ts';

export type SavingTrouble = 'full' | 'closed';

export interface RecordState {
  readonly loaded: boolean;
  readonly document: PersonFile | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly frozen: readonly FrozenPrediction[];
  /** Set when the browser would not keep the record: it then lives in this tab only. */
  readonly trouble: SavingTrouble | undefined;
}

export type Edit = (document: PersonFile) => PersonFile;

/** Edits that follow each other faster than this (typing, a slider on its way) are taken back as one. */
const oneGestureMilliseconds = 900;
/** How many edits can be taken back. */
const undoDepth = 50;

const empty: RecordState = {
  loaded: false,
  document: undefined,
  canUndo: false,
  canRedo: false,
  frozen: [],
  trouble: undefined,
};

/**
 * The person's record: kept in the browser's database, the same in every tab.
 *
 * Edits are functions of the document that is stored at that moment, so two tabs never overwrite each other.
 */
export class RecordStore {
  private state = empty;
  private readonly listeners = new Set<() => void>();
  private readonly database: ZonulaDatabase;
  private subscription: { unsubscribe(): void } | undefined;
  /** Once saving failed: everything stays in this tab. */
  private past: PersonFile[] = [];
  private future: PersonFile[] = [];
  /** Edits on their way to the database. */
  private pending = 0;
  private lastEdit = Number.NEGATIVE_INFINITY;

  constructor(database: ZonulaDatabase) {
    this.database = database;
  }

  /** Begins to follow the database. */
  open(): void {
    this.subscription = liveQuery(() => this.read()).subscribe({
      next: (stored) => {
        if (this.state.trouble !== undefined) return;
        const { document, frozen } = this.state;
        this.set({
          ...this.state,
          ...stored,
          // While an edit is on its way to the database, the page is ahead of it. What comes back unchanged stays the
          // same object, so that nobody takes it for news.
          document: this.pending > 0 || isSame(document, stored.document) ? document : stored.document,
          frozen: isSame(frozen, stored.frozen) ? frozen : stored.frozen,
          loaded: true,
        });
      },
      error: () => this.set({ ...this.state, loaded: true, trouble: 'closed' }),
    });
  }

  close(): void {
    this.subscription?.unsubscribe();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): RecordState => this.state;

  /** Makes or replaces the record. */
  async begin(document: PersonFile): Promise<void> {
    await this.edit(() => document, document);
  }

  async edit(change: Edit, ifNone?: PersonFile): Promise<void> {
    const base = this.state.document;
    const known = base ?? ifNone;
    if (known) this.showAtOnce(change(known));
    const now = performance.now();
    const sameGesture = now - this.lastEdit < oneGestureMilliseconds && ifNone === undefined;
    this.lastEdit = now;
    if (this.state.trouble !== undefined) {
      if (base && !sameGesture) this.past.push(base);
      this.future = [];
      this.keepInTab(base ? change(base) : ifNone);
      return;
    }
    this.pending++;
    try {
      await this.database.transaction('rw', this.database.records, this.database.past, async () => {
        const stored = await this.database.records.get('me');
        const before = stored?.document ?? ifNone;
        if (before === undefined) return;
        const after = change(before);
        if (stored && !sameGesture) {
          await this.database.past.add({ document: stored.document, kind: 'undo' });
          await this.trimPast();
        }
        await this.database.past.where('kind').equals('redo').delete();
        await this.database.records.put({ id: 'me', document: after, revision: (stored?.revision ?? 0) + 1 });
      });
    } catch (error) {
      if (base) this.past.push(base);
      this.set({ ...this.state, trouble: troubleOf(error) });
      this.keepInTab(base ? change(base) : ifNone);
    } finally {
      this.pending--;
    }
  }

  readonly undo = (): Promise<void> => this.step('undo', 'redo', this.past, this.future);

  readonly redo = (): Promise<void> => this.step('redo', 'undo', this.future, this.past);

  async freeze(prediction: Omit<FrozenPrediction, 'id'>): Promise<void> {
    try {
      await this.database.frozen.add(prediction);
    } catch (error) {
      this.set({ ...this.state, trouble: troubleOf(error) });
    }
  }

  async unfreeze(id: number): Promise<void> {
    await this.database.frozen.delete(id);
  }

  /** Everything about the person, gone from this browser. */
  async erase(): Promise<void> {
    this.past = [];
    this.future = [];
    this.set({ ...empty, loaded: true, trouble: this.state.trouble });
    if (this.state.trouble === 'closed') return;
    await this.database.transaction(
      'rw',
      [this.database.records, this.database.past, this.database.frozen],
      async () => {
        await this.database.records.clear();
        await this.database.past.clear();
        await this.database.frozen.clear();
      },
    );
    this.set({ ...this.state, trouble: undefined });
  }

  private async step(
    from: 'undo' | 'redo',
    to: 'undo' | 'redo',
    source: PersonFile[],
    target: PersonFile[],
  ): Promise<void> {
    if (this.state.trouble !== undefined) {
      const document = source.pop();
      if (document === undefined) return;
      if (this.state.document) target.push(this.state.document);
      this.keepInTab(document);
      return;
    }
    await this.database.transaction('rw', this.database.records, this.database.past, async () => {
      const earlier = await this.database.past.where('kind').equals(from).last();
      const stored = await this.database.records.get('me');
      if (!earlier || !stored) return;
      await this.database.past.delete(earlier.id);
      await this.database.past.add({ document: stored.document, kind: to });
      await this.database.records.put({
        id: 'me',
        document: earlier.document,
        revision: stored.revision + 1,
      });
    });
  }

  private async trimPast(): Promise<void> {
    const kept = await this.database.past.where('kind').equals('undo').primaryKeys();
    await this.database.past.bulkDelete(kept.slice(0, Math.max(0, kept.length - undoDepth)));
  }

  private async read(): Promise<Pick<RecordState, 'document' | 'canUndo' | 'canRedo' | 'frozen'>> {
    const [record, undo, redo, frozen] = await Promise.all([
      this.database.records.get('me'),
      this.database.past.where('kind').equals('undo').count(),
      this.database.past.where('kind').equals('redo').count(),
      this.database.frozen.orderBy('madeOn').reverse().toArray(),
    ]);
    return { document: record?.document, canUndo: undo > 0, canRedo: redo > 0, frozen };
  }

  /** The page follows the finger; the database follows the page. */
  private showAtOnce(document: PersonFile): void {
    this.set({ ...this.state, document });
  }

  private keepInTab(document: PersonFile | undefined): void {
    this.set({
      ...this.state,
      loaded: true,
      document,
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
    });
  }

  private set(state: RecordState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function troubleOf(error: unknown): SavingTrouble {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map((one) =>
    one instanceof Error ? one.name : '',
  );
  return names.some((name) => name.includes('Quota')) ? 'full' : 'closed';
}
