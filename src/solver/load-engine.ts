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

/** Gives the bytes of one file of the engine. Throws Z2050 when it cannot. */
export type ReadEngineFile = (address: URL) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Loads a model that was compiled ahead of time.
 *
 * @param folder address of the folder with `engine.json`, ending in a slash
 * @param read over HTTP unless told otherwise; Node reads files with `readEngineFile`
 * @throws ZonulaError Z2050 when it cannot be fetched, Z2051 when it is of another format
 */
export async function loadEngine(
  folder: string,
  lanes: 1 | 2,
  read: ReadEngineFile = fetchEngineFile,
): Promise<LoadedEngine> {
  const manifest = JSON.parse(
    new TextDecoder().decode(await read(new URL('engine.json', folder))),
  ) as EngineManifest;
  if (manifest.format !== 1)
    throw new ZonulaError({
      code: 'Z2051',
      severity: 'error',
      message: `The compiled model has format ${String(manifest.format)}, expected 1.`,
      fix: 'Build the engine again with this version.',
    });
  const bytes = await read(new URL(lanes === 1 ? manifest.files.one : manifest.files.two, folder));
  const { names, nonNegative } = manifest;
  return { manifest, compiled: { lanes, wasm: await WebAssembly.compile(bytes), names, nonNegative } };
}

/** What to say when a file of the engine cannot be read. */
export function engineFileMissing(address: URL, reason: unknown): ZonulaError {
  return new ZonulaError({
    code: 'Z2050',
    severity: 'error',
    message: `The compiled model could not be loaded from ${address.href}: ${reason instanceof Error ? reason.message : String(reason)}.`,
    fix: 'Run `node scripts/build-engine.ts`, or load the page again.',
  });
}

async function fetchEngineFile(address: URL): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address).catch((error: unknown) => {
    throw engineFileMissing(address, error);
  });
  if (!response.ok) throw engineFileMissing(address, `HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
