import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../design/button.tsx';

/** What a page shows when it broke. The record is not touched. */
export function ErrorPage({ error, reset }: ErrorComponentProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.text')}</p>
      <p className="soft small">{error instanceof Error ? error.message : String(error)}</p>
      <div className="row">
        <Button look="primary" onPress={reset}>
          {t('broken.again')}
        </Button>
        <ButtonLink to="/record">{t('broken.record')}</ButtonLink>
      </div>
    </div>
  );
}

export function MissingPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.text')}</p>
      <div>
        <ButtonLink to="/" look="primary">
          {t('missing.home')}
        </ButtonLink>
      </div>
    </div>
  );
}
