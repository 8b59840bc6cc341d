import { proxy, type Remote, wrap } from 'comlink';
import type { SimulationService } from './contract.ts';

let service: Remote<SimulationService> | undefined;

/** The worker that simulates; started when first needed, kept while the page is open. */
export function simulationService(): Remote<SimulationService> {
  service ??= wrap<SimulationService>(
    new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module', name: 'simulation' }),
  );
  return service;
}

/** A function that the worker may call back. */
export const callback = proxy;
