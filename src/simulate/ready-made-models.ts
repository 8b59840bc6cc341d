import { keepCompiledModelsIn } from '../solver/compile.ts';

/** What the build of the app writes beside the compiled models. */
export interface ReadyMadeIndex {
  /** Key of a compiled model (its hash and lanes) -> file in the same folder. */
  readonly [key: string]: string;
}

/**
 * Fetches models that were compiled when the app was built, so that a worker need not compile them.
 * Where they are absent (development) or of another model, the worker compiles its own: the result is the same.
 *
 * @param folder address of the folder with `index.json`, ending in a slash
 */
export async function fetchReadyMadeModels(folder: URL): Promise<void> {
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  try {
    const response = await fetch(new URL('index.json', folder));
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) return;
    const index = (await response.json()) as ReadyMadeIndex;
    await Promise.all(
      Object.entries(index).map(async ([key, file]) => {
        const bytes = await fetch(new URL(file, folder));
        if (bytes.ok) found.set(key, new Uint8Array(await bytes.arrayBuffer()));
      }),
    );
  } catch {
    // No network and nothing kept: the worker compiles what is missing.
  }
  keepCompiledModelsIn({ read: (key) => found.get(key), write: () => undefined });
}
