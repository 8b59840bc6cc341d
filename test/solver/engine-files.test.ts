import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { coreModules, fullModules } from '../../model/assemblies.ts';
import { readyMadeModels } from '../../scripts/ready-made-models.ts';
import { emitWasm } from '../../src/codegen/wasm.ts';
import { assemble } from '../../src/language/assemble.ts';
import { buildGut, defaultAssembly } from '../../src/simulate/index.ts';
import { fetchReadyMadeModels } from '../../src/simulate/ready-made-models.ts';
import { keepCompiledModelsIn, wasmBytes } from '../../src/solver/compile.ts';
import { engineOnDisk } from '../../src/solver/engine-on-disk-node.ts';

const directory = mkdtempSync(join(tmpdir(), 'zonula-engine-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
afterEach(() => {
  keepCompiledModelsIn(undefined);
  vi.unstubAllGlobals();
});

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

describe('models compiled when the app is built', () => {
  it('are found by their hash and are the bytes that would be compiled on the spot', async () => {
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    const { generateBundle } = readyMadeModels();
    if (typeof generateBundle !== 'function') throw new Error('the plugin has no bundle step');
    const emitFile = (file: { fileName: string; source: string | Uint8Array<ArrayBuffer> }): string => {
      const { source } = file;
      files.set(file.fileName, typeof source === 'string' ? new TextEncoder().encode(source) : source);
      return file.fileName;
    };
    Reflect.apply(generateBundle, { emitFile }, []);
    const served = vi.fn((address: URL) => {
      const bytes = files.get(address.pathname.slice(1));
      const headers = {
        'content-type': address.pathname.endsWith('.json') ? 'application/json' : 'application/wasm',
      };
      return Promise.resolve(new Response(bytes ?? null, { status: bytes ? 200 : 404, headers }));
    });
    vi.stubGlobal('fetch', served);
    await fetchReadyMadeModels(new URL('http://app/engine/'));
    expect(served).toHaveBeenCalledTimes(files.size);
    const { system } = buildGut(defaultAssembly);
    const found = wasmBytes(system, 2);
    expect([...files.values()].some((file) => Buffer.compare(file, found) === 0)).toBe(true);
    expect(Buffer.compare(found, emitWasm(system, { lanes: 2 }))).toBe(0);
  });
});
