/** What each worker of a browser runs. */
import { expose } from 'comlink';
import type { LivedBefore } from './one-person.ts';
import { fetchReadyMadeModels } from './ready-made-models.ts';
import { type JobPair, type PairOutcome, PersonWorker } from './worker-body.ts';

const worker = new PersonWorker();
/** Scripts of the built app lie in one folder, the compiled models in the one beside it. */
const ready = fetchReadyMadeModels(new URL(/* @vite-ignore */ '../engine/', import.meta.url));

/** So long the worker does not listen: a cancelled pair costs no more than this. */
const mostMsWithoutPause = 12;

const channel = new MessageChannel();
let dropped = false;

/** Lets messages in. A timer would be held back by the browser when it is short. */
const listen = (): Promise<void> =>
  new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(undefined);
  });

const api = {
  /** Makes everything that the first pair would wait for. */
  prepare: async (assembly: string): Promise<void> => {
    await ready;
    const kernels = worker.kernelsOf(assembly);
    kernels.plain(2);
    kernels.plain(1);
  },
  /** @returns undefined when it was told to drop the pair */
  live: async (
    assembly: string,
    jobs: JobPair,
    known: readonly LivedBefore[],
  ): Promise<PairOutcome | undefined> => {
    dropped = false;
    await ready;
    const parts = worker.outcomeInParts(assembly, jobs, known);
    for (let heard = performance.now(); ; ) {
      const part = parts.next();
      if (part.done) return part.value;
      if (performance.now() - heard < mostMsWithoutPause) continue;
      await listen();
      if (dropped) return undefined;
      heard = performance.now();
    }
  },
  drop: (): void => {
    dropped = true;
  },
};

export type BrowserWorkerApi = typeof api;

expose(api);
