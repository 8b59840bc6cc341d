import { expose } from 'comlink';
import { fullModules } from '../../../model/assemblies.ts';
import {
  assumedShare,
  describeModel,
  explainQuantity,
  namedQuantities,
} from '../../../src/describe/index.ts';
import { assemble } from '../../../src/language/assemble.ts';
import type { ModelService } from './model-contract.ts';

const system = assemble(fullModules, { name: 'full' });

const service: ModelService = {
  describe: async () => describeModel(system),
  shares: async () => {
    const { committedSensitivity } = await import('../../../src/describe/committed-sensitivity.ts');
    return assumedShare(system, committedSensitivity);
  },
  explain: async (id) => (namedQuantities(system).has(id) ? explainQuantity(system, id) : undefined),
};

expose(service);
