import type { Reference, Verified } from './schema.ts';

const hedge: Readonly<Record<Verified, string>> = {
  'full-text': 'text read',
  abstract: 'abstract read',
  secondary: 'quoted from another source',
  memory: 'recalled, not checked',
  derived: 'derived',
};

/** How well a reference was checked, in words. */
export function verifiedInWords(verified: Verified): string {
  return hedge[verified];
}

/** The first words of a title, for references whose authors are not known. */
function titleStart(title: string): string {
  const limit = 42;
  if (title.length <= limit) return title;
  const cut = title.slice(0, limit);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))} …`;
}

/** Family name of the first author, or of two, or "Turpin et al."; the title's start where no author is known. */
export function shortAuthors(reference: Reference): string {
  const names = reference.authors
    .replace(/\(.*?\)/g, '')
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const [first, second] = names;
  if (first === undefined) return titleStart(reference.title);
  // Initials stand last: "O'Dwyer ST"; bodies ("World Health Organization") have none.
  const family = (name: string): string => name.replace(/ et al\.?$/, '').replace(/ [A-Z-]{1,4}$/, '');
  const others = /et al/.test(reference.authors) || names.length > 2;
  if (others) return `${family(first)} et al.`;
  return second === undefined ? family(first) : `${family(first)} and ${family(second)}`;
}

/** "Turpin et al. 2020". */
export function shortCitation(reference: Reference): string {
  return reference.year === null ? shortAuthors(reference) : `${shortAuthors(reference)} ${reference.year}`;
}

/** Where the reference can be opened, or undefined. */
export function referenceUrl(reference: Reference): string | undefined {
  if (reference.doi !== undefined) return `https://doi.org/${reference.doi}`;
  if (reference.pmid !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${reference.pmid}/`;
  const { url } = reference;
  if (url === undefined) return undefined;
  return /^https?:\/\//.test(url) ? url : `https://${url}`;
}

/** One line: authors (year). Title. Journal. doi or PubMed number. How well it was checked. */
export function formatCitation(reference: Reference): string {
  const { authors, year, title, journal, doi, pmid, note } = reference;
  const head = authors === '' ? '' : `${authors}${year === null ? '' : ` (${year})`}. `;
  const date = authors === '' && year !== null ? ` (${year})` : '';
  const stop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
  return [
    `${head}${stop(`${title}${date}`)}`,
    journal === '' ? '' : ` ${stop(journal)}`,
    doi === undefined ? '' : ` doi:${doi}.`,
    doi === undefined && pmid !== undefined ? ` PubMed ${pmid}.` : '',
    ` [${verifiedInWords(reference.verified)}]`,
    note === undefined ? '' : ` ${note}`,
  ].join('');
}
