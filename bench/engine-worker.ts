import { parentPort } from 'node:worker_threads';
import { comparisonLife, fullModel, runEngine } from './native/gut-run.ts';

/** Warms up, says so, then runs as many lives as it is told to and says so again. */
const system = fullModel();
const life = comparisonLife(system, 20, false);
const configuration = { backEnd: 'wasm', lanes: 2, method: 'auto', relativeTolerance: 1e-3 } as const;
runEngine(system, life, configuration, false);
parentPort?.on('message', (runs: number) => {
  for (let i = 0; i < runs; i++) runEngine(system, life, configuration, false);
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');
