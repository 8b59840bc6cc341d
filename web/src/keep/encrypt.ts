/** The record as an encrypted file: AES-GCM 256, key from a passphrase by PBKDF2 with SHA-256. */
export interface EncryptedFile {
  readonly zonulaEncrypted: 1;
  readonly kdf: 'PBKDF2-SHA-256';
  readonly iterations: number;
  readonly cipher: 'AES-256-GCM';
  /** Base64. */
  readonly salt: string;
  readonly iv: string;
  readonly data: string;
}

/** OWASP's advice for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const iterations = 600_000;
const mostIterations = 10_000_000;

async function keyFrom(passphrase: string, salt: BufferSource, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(passphrase),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

export async function encryptText(text: string, passphrase: string): Promise<EncryptedFile> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyFrom(passphrase, salt, iterations);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  return {
    zonulaEncrypted: 1,
    kdf: 'PBKDF2-SHA-256',
    iterations,
    cipher: 'AES-256-GCM',
    salt: base64(salt),
    iv: base64(iv),
    data: base64(new Uint8Array(data)),
  };
}

/** @returns the text, or undefined when the passphrase is wrong or the file was changed */
export async function decryptText(file: EncryptedFile, passphrase: string): Promise<string | undefined> {
  try {
    const key = await keyFrom(passphrase, fromBase64(file.salt), file.iterations);
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(file.iv) },
      key,
      fromBase64(file.data),
    );
    return new TextDecoder().decode(plain);
  } catch {
    return undefined;
  }
}

/** Reads the outside of an encrypted file; undefined for any other file. */
export function asEncrypted(text: string): EncryptedFile | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { zonulaEncrypted, iterations: rounds, salt, iv, data } = value as Partial<EncryptedFile>;
    const sound =
      zonulaEncrypted === 1 &&
      typeof rounds === 'number' &&
      rounds > 0 &&
      rounds <= mostIterations &&
      [salt, iv, data].every((part) => typeof part === 'string');
    return sound ? (value as EncryptedFile) : undefined;
  } catch {
    return undefined;
  }
}
