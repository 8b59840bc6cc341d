import { type Remote, wrap } from 'comlink';
import { defaultAssembly } from './assemblies.ts';
import type { PeopleRunner } from './contract.ts';
import { PeopleMemory, withItsDays, withoutItsDays } from './people-memory.ts';
import { cancelledRun, type RunnerOptions, runInPairs } from './runner.ts';
import type { PairOutcome } from './worker-body.ts';
import type { BrowserWorkerApi } from './worker-browser.ts';

export interface BrowserRunnerOptions extends RunnerOptions {
  /** Workers; one less than the cores by default (the page needs one), but two of two, and at most 4. */
  readonly workers?: number;
  /** Waited for before each pair of people: work that can wait makes way for work that cannot. */
  readonly makeWay?: () => Promise<void>;
}

export interface BrowserRunner extends PeopleRunner {
  /** Starts every worker and compiles the model in each, before anybody is carried. */
  prepare(): Promise<void>;
}

interface Hand {
  readonly worker: Worker;
  readonly api: Remote<BrowserWorkerApi>;
}

function usualWorkers(): number {
  const cores = navigator.hardwareConcurrency || 1;
  return cores <= 2 ? cores : Math.min(4, cores - 1);
}

/** Workers of one page: never more than so many, each with one pair at a time. */
class Hands {
  private readonly most: number;
  private readonly idle: Hand[] = [];
  private readonly all = new Set<Hand>();
  private readonly waiting: ((hand: Hand) => void)[] = [];

  constructor(most: number) {
    this.most = most;
  }

  hire(): Promise<Hand> {
    const known = this.idle.pop();
    if (known) return Promise.resolve(known);
    if (this.all.size < this.most) return Promise.resolve(this.start());
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  release(hand: Hand): void {
    const next = this.waiting.shift();
    if (next) next(hand);
    else this.idle.push(hand);
  }

  /** A worker that failed: whoever waits gets another one. */
  replace(hand: Hand): void {
    this.dismiss(hand);
    const next = this.waiting.shift();
    if (next) next(this.start());
  }

  close(): void {
    for (const hand of [...this.all]) this.dismiss(hand);
    this.idle.length = 0;
  }

  private start(): Hand {
    const worker = new Worker(new URL('./worker-browser.ts', import.meta.url), { type: 'module' });
    const hand = { worker, api: wrap<BrowserWorkerApi>(worker) };
    this.all.add(hand);
    return hand;
  }

  private dismiss(hand: Hand): void {
    hand.worker.terminate();
    this.all.delete(hand);
  }
}

/**
 * Carries people through their lives in workers of the browser; nothing leaves the device. A cancelled pair is dropped
 * within milliseconds and its worker goes on to the next; people met before begin where they began.
 */
export function createBrowserRunner({
  assembly = defaultAssembly,
  workers = usualWorkers(),
  makeWay,
}: BrowserRunnerOptions = {}): BrowserRunner {
  const hands = new Hands(workers);
  const memory = new PeopleMemory();
  /** One pair in one worker; the worker is free again when it says so, also after a cancel. */
  const live = async (
    hand: Hand,
    work: Promise<PairOutcome | undefined>,
    signal: AbortSignal | undefined,
  ): Promise<PairOutcome> => {
    const drop = (): void => void hand.api.drop();
    signal?.addEventListener('abort', drop);
    const broken = new Promise<never>((_, reject) => {
      hand.worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message}`));
    });
    try {
      const outcome = await Promise.race([work, broken]);
      hands.release(hand);
      return outcome ?? { ok: false, problems: cancelledRun().problems };
    } catch (error) {
      hands.replace(hand);
      throw error;
    } finally {
      signal?.removeEventListener('abort', drop);
    }
  };
  return {
    assembly,
    prepare: async () => {
      const all = await Promise.all(Array.from({ length: workers }, () => hands.hire()));
      await Promise.all(
        all.map(async (hand) => {
          try {
            await hand.api.prepare(assembly);
          } finally {
            hands.release(hand);
          }
        }),
      );
    },
    run: (jobs, options = {}) =>
      runInPairs(jobs, options, workers, async (pair) => {
        await makeWay?.();
        const hand = await hands.hire();
        if (options.signal?.aborted) {
          hands.release(hand);
          throw cancelledRun();
        }
        const known = memory.recall(pair);
        const outcome = await live(
          hand,
          hand.api.live(assembly, pair, withoutItsDays(known)),
          options.signal,
        );
        if (!outcome.ok) return outcome;
        memory.keep(pair, outcome.before);
        return { ...outcome, courses: withItsDays(outcome.courses, known) };
      }),
    close: async () => hands.close(),
  };
}
