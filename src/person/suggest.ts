import { editDistance } from '../foods/nearest-words.ts';

/** The nearest of the known words, for "did you mean". */

/** Lower case, no accents, `_` and `-` as spaces. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[_\-\s]+/g, ' ')
    .trim();
}

/** The nearest word, or undefined when none is near (more than a third of the letters differ). */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = plainWords(word.slice(0, 80));
  if (wanted === '') return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const plain = plainWords(candidate);
    const distance = editDistance(wanted, plain);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, plain.length) / 3));
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
