import type { Plugin } from 'vite';
import { buildGut, defaultAssembly } from '../src/simulate/index.ts';
import { storeKey, wasmBytes } from '../src/solver/compile.ts';

/** Compiles the model when the app is built and puts it beside the app: see `src/simulate/ready-made-models.ts`. */
export function readyMadeModels(): Plugin {
  return {
    name: 'zonula-ready-made-models',
    apply: 'build',
    generateBundle() {
      const gut = buildGut(defaultAssembly);
      const index: Record<string, string> = {};
      for (const [system, lanes] of [
        [gut.system, 1],
        [gut.system, 2],
        [gut.withProbes().system, 2],
      ] as const) {
        const key = storeKey(system, lanes);
        if (key === undefined) continue;
        const file = `${key}.wasm`;
        index[key] = file;
        this.emitFile({ type: 'asset', fileName: `engine/${file}`, source: wasmBytes(system, lanes) });
      }
      this.emitFile({ type: 'asset', fileName: 'engine/index.json', source: JSON.stringify(index) });
    },
  };
}
