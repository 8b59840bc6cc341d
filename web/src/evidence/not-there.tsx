import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function NotThere({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('evidence');
  return (
    <>
      <h1>{t('notThere.title')}</h1>
      <p>{t('notThere.text', { id })}</p>
    </>
  );
}
