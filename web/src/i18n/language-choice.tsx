import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../design/choice.tsx';
import { isLanguage, languageNames, languages, rememberLanguage } from './languages.ts';

export function LanguageChoice(): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <ChooseOne
      small
      label={t('language')}
      options={languages.map((id) => ({ id, label: <span lang={id}>{languageNames[id]}</span> }))}
      value={isLanguage(i18n.language) ? i18n.language : 'en'}
      onChange={(language) => {
        if (language === undefined) return;
        rememberLanguage(language);
        void i18n.changeLanguage(language);
      }}
    />
  );
}
