import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { associations, statements, userClaims } from '../../../src/evidence/registry.ts';
import type { Association } from '../../../src/evidence/schema.ts';
import { useFormats } from '../i18n/format.ts';
import { EvidenceLink } from './evidence-link.tsx';
import { ClaimGradeMark } from './grade-mark.tsx';
import { InEnglish } from './in-english.tsx';
import { SourceLinks } from './source-links.tsx';
import { modelNumber, unitText } from './value-text.ts';

/** What is said about the gut barrier, and how well it holds. */
export function ClaimsPage(): ReactNode {
  const { t, i18n } = useTranslation('evidence');
  return (
    <>
      <h1>{t('list.claims')}</h1>
      <p>{t('claims.about')}</p>
      <InEnglish />
      <h2>{t('claims.people')}</h2>
      <ul className="evidence-list" lang="en">
        {userClaims.map(({ id, claim, verdict, plain }) => (
          <li key={id}>
            <EvidenceLink kind="claim" id={id}>
              {claim}
            </EvidenceLink>{' '}
            <span className="grade-mark" lang={i18n.language}>
              {t(`verdict.${verdict}`)}
            </span>
            <p className="small">{plain}</p>
          </li>
        ))}
      </ul>
      <h2>{t('claims.sixteen')}</h2>
      <p>{t('claims.sixteenAbout')}</p>
      <ol className="evidence-list" lang="en">
        {statements.map(({ id, number, statement, grades }) => (
          <li key={id}>
            {`${number}. `}
            <EvidenceLink kind="claim" id={id}>
              {statement}
            </EvidenceLink>
            <p className="small">
              {grades.map(({ of, grade }) => (
                <span key={of}>
                  {of} <ClaimGradeMark grade={grade} />{' '}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
      <h2>{t('claims.associations')}</h2>
      <p>{t('claims.associationsAbout')}</p>
      <ul className="evidence-list">
        {associations.map((association) => (
          <li key={association.id}>
            <AssociationView association={association} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** An association as it is: what went with what, how strongly, in whom, and that it shows no cause. */
export function AssociationView({ association }: { association: Association }): ReactNode {
  const { t } = useTranslation('evidence');
  const formats = useFormats();
  const { condition, marker, effect, design, people, caution, sources } = association;
  const number = (value: number): string => modelNumber(value, formats);
  return (
    <>
      <p lang="en">
        <strong>{condition}</strong> {t('claims.goesWith')} <strong>{marker}</strong>
      </p>
      {effect.value !== null && (
        <p className="small">
          {t(`measure.${effect.measure}`)} {number(effect.value)} {unitText(effect.unit)}
          {effect.low !== null &&
            effect.high !== null &&
            ` (${t('range', { low: number(effect.low), high: number(effect.high) })})`}
        </p>
      )}
      <p className="small" lang="en">
        {`${design}; ${people}`}
      </p>
      <p className="small" lang="en">
        {caution}
      </p>
      <p className="small">
        <SourceLinks ids={sources} />
      </p>
    </>
  );
}
