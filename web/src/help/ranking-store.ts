import type { PersonFile } from '../../../src/person/schema.ts';
import type { Problem } from '../../../src/problem/problem.ts';
import type { Ranking, RankProgress } from '../../../src/rank/index.ts';
import type { Language } from '../i18n/languages.ts';
import { todayDate } from '../record/today.ts';
import type { RankRequest } from '../simulation/contract.ts';
import { callback, simulationService } from '../simulation/simulation-client.ts';
import { simulationDocument } from '../simulation/simulation-document.ts';

export interface RankingState {
  readonly ranking: Ranking | undefined;
  readonly progress: RankProgress | undefined;
  readonly problems: readonly Problem[];
  /** What the ranking was made of; undefined while there is none. */
  readonly made: (RankRequest & { readonly date: string }) | undefined;
  /** The record has changed since this ranking was made. */
  readonly stale: boolean;
}

/** Keeps the ranking while pages come and go; it is made when asked for, because it takes its time. */
class RankingStore {
  private state: RankingState = {
    ranking: undefined,
    progress: undefined,
    problems: [],
    made: undefined,
    stale: false,
  };
  private readonly listeners = new Set<() => void>();
  private key = '';
  private turn = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): RankingState => this.state;

  /** Says whether the ranking still belongs to this record. */
  check(record: PersonFile, language: Language): void {
    const stale = this.key !== '' && this.key !== keyOf(record, language);
    if (stale !== this.state.stale) this.set({ stale });
  }

  async rank(record: PersonFile, language: Language): Promise<void> {
    this.turn++;
    const { turn } = this;
    this.key = keyOf(record, language);
    this.set({ problems: [], stale: false, progress: { step: 'all', done: 0, all: 1 } });
    const date = todayDate();
    const request = { simulation: simulationDocument(record, [], date), language };
    const made = { ...request, date };
    const own = (part: Partial<RankingState>): void => {
      if (turn === this.turn) this.set(part);
    };
    try {
      const answer = await simulationService().rank(
        request,
        callback((progress) => own({ progress })),
        callback((ranking) => own({ ranking, made })),
      );
      if (answer.kind === 'result') own({ ranking: answer.result, made, progress: undefined });
      else if (answer.kind === 'problems') own({ problems: answer.problems, progress: undefined });
      else own({ progress: undefined });
    } catch (error) {
      own({
        progress: undefined,
        problems: [{ code: 'Z9001', severity: 'error', message: String(error) }],
      });
    }
  }

  stop(): void {
    this.turn++;
    this.set({ progress: undefined });
    void simulationService().cancel('rank');
  }

  private set(part: Partial<RankingState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

/** Plans do not count: a ranking is of changes to life as it is. */
function keyOf({ plans: _plans, title: _title, ...record }: PersonFile, language: Language): string {
  return JSON.stringify({ record, language });
}

export const rankings = new RankingStore();
