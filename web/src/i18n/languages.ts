/** Languages of the interface. A person file says which it was written in. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

const storageKey = 'zonula.language';

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The language chosen here before, else the browser's, else English. */
export function preferredLanguage(): Language {
  const chosen = readChoice();
  if (isLanguage(chosen)) return chosen;
  const [found] = navigator.languages.map((tag) => tag.slice(0, 2)).filter(isLanguage);
  return found ?? 'en';
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is closed (private window): the language holds until the page is closed.
  }
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
