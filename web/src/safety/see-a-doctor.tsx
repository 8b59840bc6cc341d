import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Said where a sign of something serious was named, once, plainly. */
export function SeeADoctor(): ReactNode {
  const { t } = useTranslation('safety');
  return (
    <div className="notice" role="note">
      <p>
        <strong>{t('doctor.title')}</strong> {t('doctor.text')}
      </p>
    </div>
  );
}

/** One line that stands under every answer about the body. */
export function NotADiagnosis(): ReactNode {
  const { t } = useTranslation('safety');
  return <p className="soft small">{t('notADiagnosis')}</p>;
}
