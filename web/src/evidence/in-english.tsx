import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Said once on a page whose records are in English while the interface is not. */
export function InEnglish(): ReactNode {
  const { t, i18n } = useTranslation('evidence');
  return i18n.language === 'en' ? null : <p className="hint">{t('inEnglish')}</p>;
}
