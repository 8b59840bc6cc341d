import { type Remote, wrap } from 'comlink';
import type { AssumedShares, ModelDescription, QuantityExplanation } from '../../../src/describe/index.ts';
import type { ModelService } from './model-contract.ts';

let service: Remote<ModelService> | undefined;
const answers = new Map<string, Promise<unknown>>();

function remote(): Remote<ModelService> {
  service ??= wrap<ModelService>(
    new Worker(new URL('./model-worker.ts', import.meta.url), { type: 'module', name: 'model' }),
  );
  return service;
}

/** The model does not change while the page is open: every answer is kept. */
function once<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
  const found = answers.get(key) as Promise<Answer> | undefined;
  if (found) return found;
  const asked = ask();
  answers.set(key, asked);
  return asked;
}

export const readModel = (): Promise<ModelDescription> => once('model', () => remote().describe());

export const readShares = (): Promise<AssumedShares> => once('shares', () => remote().shares());

export const readExplanation = (id: string): Promise<QuantityExplanation | undefined> =>
  once(`explain ${id}`, () => remote().explain(id));
