/** What somebody types to add a food at once: "2 slices bread", "60 g oats", "pear". */
export interface QuickWords {
  readonly words: string;
  readonly value: number | undefined;
  /** As typed, in the singular; undefined when the number stood alone. */
  readonly unit: string | undefined;
}

const pattern = /^\s*(\d+(?:[.,]\d+)?)\s*(.*)$/;

/** @param isUnit whether a word is a unit of mass or a portion that some food has */
export function readQuickWords(text: string, isUnit: (word: string) => boolean): QuickWords {
  const [, number, rest = ''] = pattern.exec(text) ?? [];
  if (number === undefined) return { words: text, value: undefined, unit: undefined };
  const value = Number(number.replace(',', '.'));
  const [first = '', ...others] = rest.trim().split(/\s+/);
  const singular = first.toLowerCase().replace(/s$/, '');
  const unit = [first.toLowerCase(), singular].find(isUnit);
  if (unit === undefined) return { words: rest.trim(), value, unit: undefined };
  const words = others.join(' ').replace(/^(of|de)\s+/i, '');
  return { words, value, unit };
}
