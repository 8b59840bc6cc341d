import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WasmStore } from './compile.ts';

/** Compiled models of this user; may be thrown away at any time. */
const defaultDirectory = (): string => join(tmpdir(), `zonula-engine-${process.getuid?.() ?? 'user'}`);

/** Changes whenever one of these folders does: their sources, in order, hashed. */
function fingerprint(...folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const each of folders) {
    const folder = fileURLToPath(new URL(each, import.meta.url));
    for (const name of readdirSync(folder).sort())
      if (/\.(ts|js)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Changes whenever the solver or the code generator does: what was proven of another one is not proven of this. */
export function solverFingerprint(): string {
  return fingerprint('../codegen/', './');
}

/**
 * Keeps compiled models in files named by model hash, lanes and code generator, so that a cold start does not compile
 * again (Node only). A file that cannot be read or written is as good as none: the model is compiled.
 */
export function engineOnDisk(directory: string = defaultDirectory()): WasmStore {
  const generator = fingerprint('../codegen/');
  const pathOf = (key: string): string =>
    join(directory, `${key.replace(/^(.{16})[^-]*/, '$1')}-${generator}.wasm`);
  return {
    read: (key) => {
      try {
        return new Uint8Array(readFileSync(pathOf(key)));
      } catch {
        return undefined;
      }
    },
    write: (key, bytes) => {
      try {
        mkdirSync(directory, { recursive: true, mode: 0o700 });
        // Whole or not at all, also when several workers write at once.
        const temporary = `${pathOf(key)}.${process.pid}.${Math.trunc(performance.now() * 1000)}`;
        writeFileSync(temporary, bytes);
        renameSync(temporary, pathOf(key));
      } catch {
        // A full or read-only disk costs time at the next start, nothing else.
      }
    },
  };
}
