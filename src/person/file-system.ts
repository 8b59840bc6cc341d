/** Node only: the one place of this folder that touches a disk. */
import { open } from 'node:fs/promises';
import { ZonulaError } from '../problem/problem.ts';
import { type ReadOptions, type ReadResult, readPersonFile } from './read.ts';
import { limits } from './vocabulary.ts';

/**
 * Reads a person file from disk, never more of it than the limit (a huge file is refused by its size).
 * @throws ZonulaError Z3000 when the file cannot be opened or read
 */
export async function readPersonFileFromDisk(
  path: string,
  options: Omit<ReadOptions, 'fileName'>,
): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > limits.largestFileBytes) return refused(path, size);
      const buffer = new Uint8Array(Math.min(size, limits.largestFileBytes + 1));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      bytes = buffer.subarray(0, filled);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ZonulaError(
      {
        code: 'Z3000',
        severity: 'error',
        message:
          reason === 'ENOENT'
            ? `There is no file ${path}.`
            : reason === 'EISDIR'
              ? `${path} is a folder.`
              : `The file ${path} cannot be read (${reason}).`,
        where: { file: path },
        fix: 'Check the path; examples stand in the folder examples.',
      },
      { cause: error },
    );
  }
  return readPersonFile(bytes, { ...options, fileName: path });
}

function refused(path: string, size: number): ReadResult {
  return {
    personFile: undefined,
    normalised: undefined,
    problems: [
      {
        code: 'Z3001',
        severity: 'error',
        message: `The file holds ${(size / 1e6).toFixed(1)} MB; up to ${limits.largestFileBytes / 1e6} MB are read.`,
        where: { file: path },
        fix: 'A person file with a year of diary has about 0.2 MB: is this the right file?',
      },
    ],
  };
}
