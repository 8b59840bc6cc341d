import type { PersonFile } from '../../../src/person/schema.ts';
import type { Problem } from '../../../src/problem/problem.ts';
import { readFile } from '../record/read-document.ts';
import { asEncrypted, decryptText, type EncryptedFile } from './encrypt.ts';

export type Opened =
  | { readonly kind: 'read'; readonly file: PersonFile; readonly problems: readonly Problem[] }
  | { readonly kind: 'locked'; readonly file: EncryptedFile; readonly name: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

const largestFileBytes = 2_000_000;

/** Reads a file that somebody chose. Nothing is kept yet. */
export async function openFile(file: File): Promise<Opened> {
  // A huge file is not read into memory: the reader refuses it by its size.
  const bytes = new Uint8Array(await file.slice(0, largestFileBytes + 1).arrayBuffer());
  const encrypted = asEncrypted(new TextDecoder().decode(bytes));
  if (encrypted) return { kind: 'locked', file: encrypted, name: file.name };
  return openBytes(bytes, file.name);
}

export async function unlock(
  { file, name }: Extract<Opened, { kind: 'locked' }>,
  passphrase: string,
): Promise<Opened | undefined> {
  const text = await decryptText(file, passphrase);
  return text === undefined ? undefined : openBytes(new TextEncoder().encode(text), name);
}

function openBytes(bytes: Uint8Array, name: string): Opened {
  const { personFile, normalised, problems } = readFile(bytes, name);
  return personFile && normalised
    ? { kind: 'read', file: personFile, problems }
    : { kind: 'refused', problems };
}
