import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceAge } from '../../../src/evidence/age.ts';
import { version } from '../../../src/version.ts';
import { useFormats } from '../i18n/format.ts';
import { todayDate } from '../record/today.ts';

/** Said only when the evidence has grown old: single values are then no longer shown. */
export function EvidenceNews(): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { revised, months, old } = evidenceAge(todayDate());
  if (!old) return null;
  return (
    <div className="banner" role="status">
      <div className="notice">
        <p>
          <strong>{t('evidenceAge.oldTitle', { years: Math.floor(months / 12) })}</strong>{' '}
          {t('evidenceAge.old', { date: date(revised) })}
        </p>
      </div>
    </div>
  );
}

/** Under every page: which Zonula this is, and up to when its evidence reaches. */
export function EvidenceFoot(): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  return (
    <footer className="shell-foot soft small no-print">
      {t('evidenceAge.foot', { version, date: date(evidenceAge(todayDate()).revised) })}
    </footer>
  );
}
