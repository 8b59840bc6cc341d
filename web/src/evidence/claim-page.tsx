import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { associations, statements, userClaims } from '../../../src/evidence/registry.ts';
import { AssociationView } from './claims-page.tsx';
import { ClaimGradeMark } from './grade-mark.tsx';
import { InEnglish } from './in-english.tsx';
import { NameLinks } from './name-links.tsx';
import { NotThere } from './not-there.tsx';
import { SourceLinks } from './source-links.tsx';

/** One statement of the model, one thing that people say, or one association. */
export function ClaimPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('evidence');
  const statement = statements.find((each) => each.id === id);
  const claim = userClaims.find((each) => each.id === id);
  const association = associations.find((each) => each.id === id);
  if (statement)
    return (
      <>
        <p className="soft">{t('claims.ofSixteen', { number: statement.number })}</p>
        <h1 lang="en">{statement.statement}</h1>
        <InEnglish />
        <p className="lead" lang="en">
          {statement.plain}
        </p>
        <h2>{t('claims.howWell')}</h2>
        <ul className="evidence-list" lang="en">
          {statement.grades.map(({ of, grade }) => (
            <li key={of}>
              {of} <ClaimGradeMark grade={grade} />
            </li>
          ))}
        </ul>
        <h2>{t('claims.inModel')}</h2>
        <p lang="en">{statement.mechanism}</p>
        <States patterns={statement.states} />
        {statement.sources.length > 0 && <Sources ids={statement.sources} />}
      </>
    );
  if (claim)
    return (
      <>
        <p className="soft">{t('claims.people')}</p>
        <h1 lang="en">{claim.claim}</h1>
        <InEnglish />
        <p>
          <span className="grade-mark">{t(`verdict.${claim.verdict}`)}</span>{' '}
          <ClaimGradeMark grade={claim.grade} />
        </p>
        <p className="lead" lang="en">
          {claim.plain}
        </p>
        <Sources ids={claim.sources} />
      </>
    );
  if (association)
    return (
      <>
        <h1>{t('claims.association')}</h1>
        <InEnglish />
        <AssociationView association={association} />
      </>
    );
  return <NotThere id={id} />;
}

/** Whole names open their pages; a pattern such as `st_*` is shown as it is. */
function States({ patterns }: { patterns: readonly string[] }): ReactNode {
  const { t } = useTranslation('evidence');
  if (patterns.length === 0) return <p>{t('claims.notInModel')}</p>;
  const whole = patterns.filter((pattern) => !pattern.endsWith('*'));
  const open = patterns.filter((pattern) => pattern.endsWith('*'));
  return (
    <p>
      {t('claims.states')} <NameLinks ids={whole} />
      {open.map((pattern, index) => (
        <span key={pattern}>
          {(index > 0 || whole.length > 0) && ', '}
          <code>{pattern}</code>
        </span>
      ))}
    </p>
  );
}

function Sources({ ids }: { ids: readonly string[] }): ReactNode {
  const { t } = useTranslation('evidence');
  return (
    <>
      <h2>{t('sources')}</h2>
      <p>
        <SourceLinks ids={ids} />
      </p>
    </>
  );
}
