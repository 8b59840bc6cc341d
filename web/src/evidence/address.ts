/** Pages of the evidence part, as they stand in the address after `#/evidence/`. */
export const listKinds = [
  'modules',
  'parameters',
  'claims',
  'studies',
  'quantities',
  'references',
  'validation',
] as const;
export type ListKind = (typeof listKinds)[number];

export const itemKinds = [
  'module',
  'parameter',
  'state',
  'derived',
  'input',
  'claim',
  'study',
  'quantity',
  'reference',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export type EvidenceAddress =
  | { readonly kind: 'home' }
  | { readonly kind: ListKind }
  | { readonly kind: ItemKind; readonly id: string }
  /** What other pages of the app link to: the id of a reference or of a study. */
  | { readonly kind: 'source'; readonly id: string }
  | { readonly kind: 'unknown'; readonly path: string };

const isListKind = (word: string): word is ListKind => listKinds.some((kind) => kind === word);
const isItemKind = (word: string): word is ItemKind => itemKinds.some((kind) => kind === word);

/**
 * Reads what follows `/evidence/`, decoded. Ids may hold slashes.
 *
 * `studies/<id>` opens whatever the id of a source means, so that links from other pages need not know.
 */
export function parseAddress(path: string): EvidenceAddress {
  const [word = '', ...rest] = path.replace(/^\/+|\/+$/g, '').split('/');
  const id = rest.join('/');
  if (word === '') return { kind: 'home' };
  if (id === '') return isListKind(word) ? { kind: word } : { kind: 'unknown', path };
  if (word === 'studies' || word === 'references') return { kind: 'source', id };
  return isItemKind(word) ? { kind: word, id } : { kind: 'unknown', path };
}

/** Address of a page, for links: `/evidence/parameter/a_mast`. */
export function addressOf(kind: 'home' | ListKind | ItemKind, id?: string): string {
  if (kind === 'home') return '/evidence';
  return id === undefined ? `/evidence/${kind}` : `/evidence/${kind}/${encodeURIComponent(id)}`;
}
