/**
 * Compiles the model ahead of time: `node scripts/build-engine.ts [FOLDER]` (default dist/engine) writes the
 * WebAssembly modules for one person and for two in lockstep, and `engine.json` with names and the model's hash.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fullModules } from '../model/assemblies.ts';
import { assemble } from '../src/language/assemble.ts';
import { kernelNames, nonNegativeStates, wasmBytes } from '../src/solver/compile.ts';
import type { EngineManifest } from '../src/solver/load-engine.ts';
import { projectRoot } from './run-command.ts';

/** @returns the manifest that was written */
export function buildEngine(folder: string): EngineManifest {
  const system = assemble(fullModules, { name: 'full' });
  const name = (lanes: 1 | 2): string => `full-${lanes}-${system.hash.slice(0, 16)}.wasm`;
  const manifest: EngineManifest = {
    format: 1,
    model: system.name,
    hash: system.hash,
    names: kernelNames(system),
    nonNegative: nonNegativeStates(system),
    absoluteTolerance: system.states.map(({ absoluteTolerance }) => absoluteTolerance),
    files: { one: name(1), two: name(2) },
  };
  mkdirSync(folder, { recursive: true });
  for (const lanes of [1, 2] as const) writeFileSync(join(folder, name(lanes)), wasmBytes(system, lanes));
  writeFileSync(join(folder, 'engine.json'), JSON.stringify(manifest));
  return manifest;
}

if (import.meta.main) {
  const folder = process.argv[2] ?? join(projectRoot, 'dist/engine');
  const { hash, files } = buildEngine(folder);
  console.log(`${folder}: model ${hash.slice(0, 16)}, ${files.one}, ${files.two}`);
}
