/** What each worker thread of Node runs. */
import { keepCompiledModelsIn } from '../solver/compile.ts';
import { engineOnDisk } from '../solver/engine-on-disk.ts';
import { type JobPair, type PairOutcome, PersonWorker } from './worker-body.ts';

keepCompiledModelsIn(engineOnDisk());
const worker = new PersonWorker();

export interface WorkerTask {
  readonly assembly: string;
  readonly jobs: JobPair;
}

export function live({ assembly, jobs }: WorkerTask): PairOutcome {
  return worker.outcome(assembly, jobs);
}
