/** What each worker of a browser runs. */
import { expose } from 'comlink';
import { fetchReadyMadeModels } from './ready-made-models.ts';
import { type JobPair, type PairOutcome, PersonWorker } from './worker-body.ts';

const worker = new PersonWorker();
/** Scripts of the built app lie in one folder, the compiled models in the one beside it. */
const ready = fetchReadyMadeModels(new URL(/* @vite-ignore */ '../engine/', import.meta.url));

const api = {
  live: async (assembly: string, jobs: JobPair): Promise<PairOutcome> => {
    await ready;
    return worker.outcome(assembly, jobs);
  },
};

export type BrowserWorkerApi = typeof api;

expose(api);
