/** A sentence in both languages of the product. */
export interface Wording {
  readonly en: string;
  readonly es: string;
}

export type Language = keyof Wording;

export function wording(en: string, es: string): Wording {
  return { en, es };
}

/** A written number with the decimal sign of the language. */
export function withDecimalSign(written: string, language: Language): string {
  return language === 'es' ? written.replace('.', ',') : written;
}
