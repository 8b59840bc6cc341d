import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { keepCompiledModelsIn } from '../solver/compile.ts';
import { engineOnDisk } from '../solver/engine-on-disk-node.ts';
import { defaultAssembly } from './assemblies.ts';
import { garbageCollector } from './collect-garbage-node.ts';
import type { PeopleRunner } from './contract.ts';
import { cancelledRun, createRunner, type RunnerOptions, runInPairs } from './runner.ts';
import type { PairOutcome } from './worker-body.ts';
import type { WorkerTask } from './worker-node.ts';

export interface NodeRunnerOptions extends RunnerOptions {
  /** Worker threads; as many as cores by default. 1 stays in this thread. */
  readonly workers?: number;
}

/** The worker beside this file: TypeScript when run from source, JavaScript when built. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './worker-node.ts' : './worker-node.js',
  import.meta.url,
);

/**
 * What a person leaves behind is collected soon. Left alone, V8 lets the young generation of each worker grow for
 * thousands of people: resident memory then rises with people although nothing is kept (docs/engine.md).
 */
const youngGenerationMegabytes = 8;

/** Few people are done in this thread before a worker has read the model. */
const fewestForWorkers = 3;

/**
 * Carries people through their lives in worker threads. The bits do not depend on how many there are: who shares
 * SIMD lanes with whom is decided by position.
 */
export function createNodeRunner({
  assembly = defaultAssembly,
  workers = availableParallelism(),
}: NodeRunnerOptions = {}): PeopleRunner {
  // A cold start need not compile the model again.
  keepCompiledModelsIn(engineOnDisk());
  const here = createRunner({ assembly });
  let pool: Piscina<WorkerTask, PairOutcome> | undefined;
  return {
    assembly,
    run: async (jobs, options = {}) => {
      if (workers <= 1 || jobs.length < fewestForWorkers) return here.run(jobs, options);
      pool ??= new Piscina<WorkerTask, PairOutcome>({
        filename: workerFile.href,
        minThreads: 1,
        maxThreads: workers,
        concurrentTasksPerWorker: 1,
        idleTimeout: 30_000,
        resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMegabytes },
      });
      const threads = pool;
      const collectGarbage = garbageCollector();
      // One task more than there are threads, so that none waits for its next.
      return runInPairs(jobs, options, workers + 1, async (pair) => {
        try {
          const outcome = await threads.run(
            { assembly, jobs: pair },
            { name: 'live', ...(options.signal ? { signal: options.signal } : {}) },
          );
          collectGarbage();
          return outcome;
        } catch (error) {
          if (options.signal?.aborted) throw cancelledRun();
          throw error;
        }
      });
    },
    close: async () => {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
