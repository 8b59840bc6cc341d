/** True when all words stand somewhere in the text; capital letters do not matter. */
export function holds(text: string, words: string): boolean {
  const haystack = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
