/** What each worker of a browser runs. */
import { expose } from 'comlink';
import { type JobPair, type PairOutcome, PersonWorker } from './worker-body.ts';

const worker = new PersonWorker();

const api = {
  live: (assembly: string, jobs: JobPair): PairOutcome => worker.outcome(assembly, jobs),
};

export type BrowserWorkerApi = typeof api;

expose(api);
