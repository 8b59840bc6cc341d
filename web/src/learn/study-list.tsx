import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findReference, referenceUrl, shortCitation, verifiedInWords } from '../../../src/evidence/index.ts';

/** References with title, journal, how they were checked, and a link that the reader may follow. */
export function StudyList({ ids }: { ids: readonly string[] }): ReactNode {
  const { t } = useTranslation('learn');
  return (
    <ul>
      {ids.map((id) => {
        const reference = findReference(id);
        if (reference === undefined) return <li key={id}>{id}</li>;
        const url = referenceUrl(reference);
        const words = `${shortCitation(reference)}: ${reference.title}`;
        return (
          <li key={id} lang="en">
            {url === undefined ? (
              words
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {words}
              </a>
            )}{' '}
            <span className="soft small">
              {t('study.checked', { how: verifiedInWords(reference.verified) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
