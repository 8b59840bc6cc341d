import { ZonulaError } from '../problem/problem.ts';
import type { CompiledModel } from './compile.ts';

/** What `scripts/build-engine.ts` writes beside the `.wasm` files. */
export interface EngineManifest {
  readonly format: 1;
  readonly model: string;
  /** SHA-256 of the model's canonical text. */
  readonly hash: string;
  readonly names: CompiledModel['names'];
  readonly nonNegative: readonly number[];
  readonly absoluteTolerance: readonly number[];
  readonly files: { readonly one: string; readonly two: string };
}

export interface LoadedEngine {
  readonly manifest: EngineManifest;
  readonly compiled: CompiledModel;
}

/**
 * Loads a model that was compiled ahead of time, in a browser page, a worker or Node.
 *
 * @param folder address of the folder with `engine.json`, ending in a slash
 * @throws ZonulaError Z2050 when it cannot be fetched, Z2051 when it is of another format
 */
export async function loadEngine(folder: string, lanes: 1 | 2): Promise<LoadedEngine> {
  const manifest = JSON.parse(
    new TextDecoder().decode(await fetchBytes(new URL('engine.json', folder))),
  ) as EngineManifest;
  if (manifest.format !== 1)
    throw new ZonulaError({
      code: 'Z2051',
      severity: 'error',
      message: `The compiled model has format ${String(manifest.format)}, expected 1.`,
      fix: 'Build the engine again with this version.',
    });
  const bytes = await fetchBytes(new URL(lanes === 1 ? manifest.files.one : manifest.files.two, folder));
  const { names, nonNegative } = manifest;
  return { manifest, compiled: { lanes, wasm: await WebAssembly.compile(bytes), names, nonNegative } };
}

async function fetchBytes(address: URL): Promise<Uint8Array<ArrayBuffer>> {
  const failed = (reason: string): ZonulaError =>
    new ZonulaError({
      code: 'Z2050',
      severity: 'error',
      message: `The compiled model could not be loaded from ${address.href}: ${reason}.`,
      fix: 'Run `node scripts/build-engine.ts`, or load the page again.',
    });
  if (address.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    try {
      return new Uint8Array(await readFile(address));
    } catch (error) {
      throw failed(error instanceof Error ? error.message : String(error));
    }
  }
  const response = await fetch(address).catch((error: unknown) => {
    throw failed(error instanceof Error ? error.message : String(error));
  });
  if (!response.ok) throw failed(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
