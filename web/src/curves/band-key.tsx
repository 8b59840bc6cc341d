import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './curves.css';

/** What the bands mean. */
export function BandKey({ withChange }: { withChange: boolean }): ReactNode {
  const { t } = useTranslation('curves');
  const own = withChange ? 'var(--change)' : 'var(--you)';
  return (
    <ul className="key">
      <li>
        <svg viewBox="0 0 32 16" aria-hidden="true">
          <rect width="32" height="16" fill={own} opacity="0.16" />
          <rect y="4" width="32" height="8" fill={own} opacity="0.24" />
          <path d="M0 8h32" stroke={own} strokeWidth="2.25" />
        </svg>
        {withChange ? t('keyChange') : t('keyYou')}
      </li>
      {withChange && (
        <li>
          <svg viewBox="0 0 32 16" aria-hidden="true">
            <path d="M0 8h32" stroke="var(--you)" strokeWidth="1.5" strokeDasharray="1.5 3" />
          </svg>
          {t('keyWithout')}
        </li>
      )}
    </ul>
  );
}
