import { type Remote, wrap } from 'comlink';
import { defaultAssembly } from './assemblies.ts';
import type { PeopleRunner } from './contract.ts';
import { cancelledRun, type RunnerOptions, runInPairs } from './runner.ts';
import type { BrowserWorkerApi } from './worker-browser.ts';

export interface BrowserRunnerOptions extends RunnerOptions {
  /** Workers; one less than the cores by default (the page needs one), at least 1 and at most 4. */
  readonly workers?: number;
  /** Waited for before each pair of people: work that can wait makes way for work that cannot. */
  readonly makeWay?: () => Promise<void>;
}

interface Hand {
  readonly worker: Worker;
  readonly api: Remote<BrowserWorkerApi>;
}

/** Carries people through their lives in workers of the browser; nothing leaves the device. */
export function createBrowserRunner({
  assembly = defaultAssembly,
  workers = Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1)),
  makeWay,
}: BrowserRunnerOptions = {}): PeopleRunner {
  const idle: Hand[] = [];
  const all = new Set<Hand>();
  const hire = (): Hand => {
    const known = idle.pop();
    if (known) return known;
    const worker = new Worker(new URL('./worker-browser.ts', import.meta.url), { type: 'module' });
    const hand = { worker, api: wrap<BrowserWorkerApi>(worker) };
    all.add(hand);
    return hand;
  };
  const dismiss = (hand: Hand): void => {
    hand.worker.terminate();
    all.delete(hand);
  };
  return {
    assembly,
    run: (jobs, options = {}) =>
      runInPairs(jobs, options, workers, async (pair) => {
        const { signal } = options;
        await makeWay?.();
        if (signal?.aborted) throw cancelledRun();
        const hand = hire();
        let stop: (() => void) | undefined;
        const cancelled = new Promise<never>((_, reject) => {
          stop = () => reject(cancelledRun());
          signal?.addEventListener('abort', stop);
        });
        const broken = new Promise<never>((_, reject) => {
          hand.worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message}`));
        });
        try {
          const outcome = await Promise.race([hand.api.live(assembly, pair), cancelled, broken]);
          idle.push(hand);
          return outcome;
        } catch (error) {
          // A worker in the middle of a person does not listen: it is replaced.
          dismiss(hand);
          throw error;
        } finally {
          if (stop) signal?.removeEventListener('abort', stop);
        }
      }),
    close: async () => {
      for (const hand of [...all]) dismiss(hand);
      idle.length = 0;
    },
  };
}
