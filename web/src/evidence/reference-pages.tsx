import { type ReactNode, Suspense, use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortAuthors, shortCitation } from '../../../src/evidence/citation.ts';
import {
  associations,
  findReference,
  findStudy,
  quantitiesOfReference,
  references,
  statements,
  studiesOfReference,
  userClaims,
} from '../../../src/evidence/registry.ts';
import type { Reference } from '../../../src/evidence/schema.ts';
import { TextInput } from '../design/field.tsx';
import { EvidenceLink } from './evidence-link.tsx';
import { holds } from './list-filter.ts';
import { readModel } from './model-client.ts';
import { NameLinks } from './name-links.tsx';
import { NotThere } from './not-there.tsx';
import { useFirst } from './page-of-many.tsx';
import { ReferenceView } from './reference-view.tsx';
import { StudyPage } from './study-pages.tsx';

/** All papers, books, tables and guidelines. */
export function ReferencesPage(): ReactNode {
  const { t } = useTranslation('evidence');
  const [words, setWords] = useState('');
  const found = references.filter(({ id, authors, title, journal, year }) =>
    holds(`${id} ${authors} ${title} ${journal} ${year ?? ''}`, words),
  );
  const { shown, more } = useFirst(found);
  return (
    <>
      <h1>{t('list.references')}</h1>
      <p>{t('listAbout.references')}</p>
      <TextInput label={t('filter')} value={words} onChange={setWords} />
      <p role="status">{t('entries', { count: found.length })}</p>
      <ul className="evidence-list" lang="en">
        {shown.map((reference) => (
          <li key={reference.id}>
            <EvidenceLink kind="reference" id={reference.id}>
              {isNamed(reference) ? shortCitation(reference) : titleWithYear(reference)}
            </EvidenceLink>
            {isNamed(reference) && `: ${reference.title}`}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

/** Where no author is known the title stands for both. */
const isNamed = (reference: Reference): boolean =>
  !reference.title.startsWith(shortAuthors(reference).replace(/ …$/, ''));

const titleWithYear = ({ title, year }: Reference): string => (year === null ? title : `${title} (${year})`);

/** A source by any id that other pages know it by. */
export function SourcePage({ id }: { id: string }): ReactNode {
  return findReference(id) || !findStudy(id) ? <ReferencePage id={id} /> : <StudyPage id={id} />;
}

/** One reference, and everything here that rests on it. */
export function ReferencePage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('evidence');
  const reference = findReference(id);
  if (!reference) return <NotThere id={id} />;
  return (
    <>
      <p className="soft">{t('kind.reference')}</p>
      <h1 lang="en">{shortCitation(reference)}</h1>
      <ReferenceView reference={reference} />
      <Records reference={reference} />
      <Suspense fallback={<p className="soft">{t('reading')}</p>}>
        <Numbers reference={reference} />
      </Suspense>
    </>
  );
}

/** Study records, quantities and claims of one reference. */
function Records({ reference }: { reference: Reference }): ReactNode {
  const { t } = useTranslation('evidence');
  const records = studiesOfReference(reference.id);
  const quantities = quantitiesOfReference(reference.id);
  const own = new Set([reference.id, ...(reference.aliases ?? [])]);
  const cites = ({ sources }: { readonly sources: readonly string[] }): boolean =>
    sources.some((source) => own.has(source));
  const claims = [
    ...statements.filter(cites).map(({ id, statement }) => ({ id, text: statement })),
    ...userClaims.filter(cites).map(({ id, claim }) => ({ id, text: claim })),
    ...associations
      .filter(cites)
      .map(({ id, condition, marker }) => ({ id, text: `${condition}; ${marker}` })),
  ];
  return (
    <>
      {records.length > 0 && (
        <>
          <h2>{t('list.studies')}</h2>
          <ul className="evidence-list" lang="en">
            {records.map((study) => (
              <li key={study.id}>
                <EvidenceLink kind="study" id={study.id}>
                  {study.population.description}
                </EvidenceLink>
                {`: ${study.design}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {quantities.length > 0 && (
        <>
          <h2>{t('list.quantities')}</h2>
          <ul className="evidence-list" lang="en">
            {quantities.map(({ id, meaning }) => (
              <li key={id}>
                <EvidenceLink kind="quantity" id={id}>
                  {meaning}
                </EvidenceLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {claims.length > 0 && (
        <>
          <h2>{t('list.claims')}</h2>
          <ul className="evidence-list" lang="en">
            {claims.map(({ id, text }) => (
              <li key={id}>
                <EvidenceLink kind="claim" id={id}>
                  {text}
                </EvidenceLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Numbers of the model that cite the reference. */
function Numbers({ reference }: { reference: Reference }): ReactNode {
  const { t } = useTranslation('evidence');
  const { modules } = use(readModel());
  const citing = modules
    .flatMap(({ parameters }) => parameters)
    .filter(({ sources }) => sources.some((source) => findReference(source) === reference));
  if (citing.length === 0) return <p className="soft">{t('reference.noNumbers')}</p>;
  return (
    <>
      <h2>{t('reference.numbers')}</h2>
      <ul className="evidence-list">
        {citing.map(({ id, means }) => (
          <li key={id}>
            <NameLinks ids={[id]} /> <span lang="en">{means}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
