import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pages } from '../app/navigation.ts';

const evidencePage = pages.find(({ path }) => path === '/evidence');

/** Sources by their id; each opens its study where the evidence pages are there. */
export function SourceList({ sources }: { sources: readonly string[] }): ReactNode {
  const { t } = useTranslation('help');
  if (sources.length === 0) return null;
  return (
    <p className="small">
      {t('sources')}{' '}
      {sources.map((source, index) => (
        <span key={source}>
          {index > 0 && ', '}
          {evidencePage ? <a href={`#/evidence/studies/${source}`}>{source}</a> : source}
        </span>
      ))}
    </p>
  );
}
