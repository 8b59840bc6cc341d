import type { PersonFile } from '../../../src/person/schema.ts';

/** Version of the link's form. A link of an older version is migrated when it is opened. */
export const linkVersion = '1';

/** Longest content that is opened; a year of diary does not belong into a link. */
const longestContent = 60_000;
const largestDocumentBytes = 2_000_000;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));

/** What a link carries: who is simulated, food, life and plans. Diary, results and notes stay at home. */
export function shareableDocument({ diary: _diary, measured: _measured, ...rest }: PersonFile): PersonFile {
  return rest;
}

/** Everything stands behind the `#`, which browsers never send to a server. */
export async function shareLink(record: PersonFile, page: string): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(shareableDocument(record)));
  const packed = await through(text, new CompressionStream('deflate-raw'));
  return `${page.split('#')[0]}#/shared/${linkVersion}/${base64url(packed)}`;
}

/** @returns the document as it was written, not yet checked; undefined when the link is cut or of no known form */
export async function readShareContent(version: string, content: string): Promise<unknown> {
  if (content.length > longestContent) return undefined;
  try {
    // Version 0 was plain base64url JSON.
    if (version === '0') return JSON.parse(new TextDecoder().decode(fromBase64url(content)));
    if (version !== linkVersion) return undefined;
    const text = await through(fromBase64url(content), new DecompressionStream('deflate-raw'));
    if (text.byteLength > largestDocumentBytes) return undefined;
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}
