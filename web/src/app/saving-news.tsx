import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../design/button.tsx';
import { useRecord } from '../record/use-record.ts';

/** Said only when the browser would not keep the record. */
export function SavingNews(): ReactNode {
  const { t } = useTranslation();
  const { trouble, document } = useRecord();
  if (trouble === undefined || document === undefined) return null;
  return (
    <div className="banner" role="status">
      <div className="notice">
        <p>
          <strong>{t(`saving.${trouble}.title`)}</strong> {t(`saving.${trouble}.text`)}
        </p>
        <div>
          <ButtonLink to="/record" small>
            {t('saving.toRecord')}
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}
