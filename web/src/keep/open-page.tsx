import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FileOpener } from './file-opener.tsx';

export function OpenPage(): ReactNode {
  const { t } = useTranslation('keep');
  return (
    <div className="stack">
      <h1>{t('open.title')}</h1>
      <p>{t('open.about')}</p>
      <FileOpener />
    </div>
  );
}
