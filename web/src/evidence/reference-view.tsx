import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { referenceUrl } from '../../../src/evidence/citation.ts';
import type { Reference } from '../../../src/evidence/schema.ts';

/** A reference in full, with a link that leaves the app only when the reader follows it. */
export function ReferenceView({ reference }: { reference: Reference }): ReactNode {
  const { t } = useTranslation('evidence');
  const { authors, year, title, journal, verified, note, doi, pmid } = reference;
  const url = referenceUrl(reference);
  return (
    <div className="stack tight">
      <p lang="en">
        {[authors, year === null ? '' : `(${year}).`].filter((part) => part !== '').join(' ')}{' '}
        <cite>{title}</cite>
        {journal === '' ? '' : `. ${journal}`}
      </p>
      <p className="small">
        {t(`verified.${verified}`)}{' '}
        {url !== undefined && (
          <a href={url} target="_blank" rel="noreferrer">
            {t('openElsewhere', { place: doi ?? (pmid === undefined ? url : `PubMed ${pmid}`) })}
          </a>
        )}
      </p>
      {note !== undefined && (
        <p className="small soft" lang="en">
          {note}
        </p>
      )}
    </div>
  );
}
