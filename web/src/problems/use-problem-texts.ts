import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemTexts } from './translate-problem.ts';

/** Loaded when a problem is first shown in that language. */
const texts: Readonly<Record<string, () => Promise<{ readonly default: ProblemTexts }>>> = {
  es: () => import('./spanish.json'),
};

/** What problems say in the language of the page; undefined for English, and until it is loaded. */
export function useProblemTexts(): ProblemTexts | undefined {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const [loaded, setLoaded] = useState<{ readonly language: string; readonly texts: ProblemTexts }>();
  useEffect(() => {
    let current = true;
    texts[language]?.().then(
      (file) => {
        if (current) setLoaded({ language, texts: file.default });
      },
      // Not on this device and no network: the English stands, marked as such.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [language]);
  return loaded?.language === language ? loaded.texts : undefined;
}
