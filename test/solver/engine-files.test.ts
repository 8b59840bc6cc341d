import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { coreModules, fullModules } from '../../model/assemblies.ts';
import { buildEngine } from '../../scripts/build-engine.ts';
import { assemble } from '../../src/language/assemble.ts';
import {
  compileSystem,
  instantiateCompiled,
  keepCompiledModelsIn,
  wasmBytes,
} from '../../src/solver/compile.ts';
import { engineOnDisk } from '../../src/solver/engine-on-disk-node.ts';
import { integrate } from '../../src/solver/integrate.ts';
import { loadEngine } from '../../src/solver/load-engine.ts';
import { readEngineFile } from '../../src/solver/load-engine-node.ts';
import { gutLife } from './gut-life.ts';

const directory = mkdtempSync(join(tmpdir(), 'zonula-engine-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
afterEach(() => keepCompiledModelsIn(undefined));

describe('compiled models on disk', () => {
  it('are used by the next process, and are the same bytes', () => {
    const folder = join(directory, 'cache');
    keepCompiledModelsIn(engineOnDisk(folder));
    const first = wasmBytes(assemble(coreModules, { name: 'core' }), 2);
    expect(readdirSync(folder)).toHaveLength(1);
    // Another system object of the same model, as in another process.
    const second = wasmBytes(assemble(coreModules, { name: 'core' }), 2);
    expect(Buffer.compare(first, second)).toBe(0);
    expect(second).not.toBe(first);
    // Another model has another key.
    wasmBytes(assemble(fullModules, { name: 'full' }), 1);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('are no worse than none when the folder cannot be used', () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    keepCompiledModelsIn(engineOnDisk(join(file, 'below')));
    expect(wasmBytes(assemble(coreModules, { name: 'core' }), 1).length).toBeGreaterThan(1000);
  });
});

describe('an engine built ahead of time', () => {
  it('runs to the same bits as one compiled on the spot', async () => {
    const folder = join(directory, 'engine');
    const { hash } = buildEngine(folder);
    const system = assemble(fullModules, { name: 'full' });
    expect(hash).toBe(system.hash);
    const { manifest, compiled } = await loadEngine(`${pathToFileURL(folder).href}/`, 2, readEngineFile);
    const kernel = instantiateCompiled(compiled);
    const fresh = compileSystem(system, { lanes: 2, backEnd: 'wasm' });
    kernel.state.set(fresh.state);
    kernel.parameters.set(fresh.parameters);
    manifest.absoluteTolerance.forEach((value, i) => {
      kernel.absoluteTolerance.fill(value, 2 * i, 2 * i + 2);
    });
    kernel.prepare();
    const life = gutLife(system, 3);
    for (const each of [kernel, fresh]) integrate(each, { startHours: 0, endHours: 72, lanes: [life, life] });
    expect([...kernel.state]).toEqual([...fresh.state]);
    await expect(loadEngine('file:///nowhere/at/all/', 1, readEngineFile)).rejects.toThrow('Z2050');
  });
});
