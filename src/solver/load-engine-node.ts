import { readFile } from 'node:fs/promises';
import { engineFileMissing, type ReadEngineFile } from './load-engine.ts';

/** Reads a file of the engine from disk, for `loadEngine` in Node. */
export const readEngineFile: ReadEngineFile = async (address) => {
  try {
    return new Uint8Array(await readFile(address));
  } catch (error) {
    throw engineFileMissing(address, error);
  }
};
