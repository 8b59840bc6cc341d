import { type ReactNode, Suspense, use, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceAge } from '../../../src/evidence/age.ts';
import { quantities, references, statements, studies, userClaims } from '../../../src/evidence/registry.ts';
import { TextInput } from '../design/field.tsx';
import { useFormats } from '../i18n/format.ts';
import { todayDate } from '../record/today.ts';
import { type ItemKind, itemKinds, type ListKind } from './address.ts';
import { EvidenceLink } from './evidence-link.tsx';
import { InEnglish } from './in-english.tsx';
import { readModel, readShares } from './model-client.ts';
import { modelIndex, searchAll } from './search-all.ts';
import { ShareBar } from './share-bar.tsx';
import { haveReport } from './validation-report.ts';

/** Where everything that the model is made of can be found. */
export function EvidenceHome(): ReactNode {
  const { t } = useTranslation('evidence');
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const { date } = useFormats();
  const { revised, goodForMonths } = evidenceAge(todayDate());
  return (
    <>
      <h1>{t('common:page.evidence')}</h1>
      <p className="lead">{t('lead')}</p>
      <p className="soft small">{t('revised', { date: date(revised), months: goodForMonths })}</p>
      <InEnglish />
      <TextInput label={t('search.label')} hint={t('search.hint')} value={words} onChange={setWords} />
      {asked.length > 1 && (
        <Suspense fallback={<p className="soft">{t('reading')}</p>}>
          <Hits words={asked} />
        </Suspense>
      )}
      <Parts />
      <h2>{t('shares.title')}</h2>
      <p>{t('shares.about')}</p>
      <Suspense fallback={<p className="soft">{t('reading')}</p>}>
        <ModelShares />
      </Suspense>
    </>
  );
}

function Hits({ words }: { words: string }): ReactNode {
  const { t } = useTranslation('evidence');
  const model = use(readModel());
  const index = useMemo(() => modelIndex(model), [model]);
  const hits = useMemo(() => searchAll(index, words), [index, words]);
  const kinds = itemKinds.filter((kind) => hits.some((hit) => hit.kind === kind));
  return (
    <section className="card" aria-label={t('search.found')}>
      <p role="status">{t('search.count', { count: hits.length })}</p>
      {kinds.map((kind: ItemKind) => (
        <div key={kind} className="stack tight">
          <h3>{t(`kind.${kind}`)}</h3>
          <ul className="evidence-list" lang="en">
            {hits
              .filter((hit) => hit.kind === kind)
              .map(({ id, title }) => (
                <li key={id}>
                  <EvidenceLink kind={kind} id={id}>
                    {title}
                  </EvidenceLink>{' '}
                  <code className="soft">{id}</code>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Parts(): ReactNode {
  const { t } = useTranslation('evidence');
  const parts: readonly (readonly [ListKind, number | undefined])[] = [
    ['modules', undefined],
    ['parameters', undefined],
    ['claims', statements.length + userClaims.length],
    ['studies', studies.length],
    ['quantities', quantities.length],
    ['references', references.length],
    ...(haveReport ? [['validation', undefined] as const] : []),
  ];
  return (
    <ul className="plain-list evidence-parts">
      {parts.map(([kind, count]) => (
        <li key={kind} className="card">
          <h2>
            <EvidenceLink kind={kind}>{t(`list.${kind}`)}</EvidenceLink>
          </h2>
          <p className="small">
            {t(`listAbout.${kind}`)} {count !== undefined && t('entries', { count })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function ModelShares(): ReactNode {
  const { t } = useTranslation('evidence');
  const { byCount, byEffect, counts, notCounted } = use(readShares());
  return (
    <>
      <ShareBar
        label={t('shares.byCount', { count: counts.measured + counts.fitted + counts.assumed })}
        shares={byCount}
      />
      {byEffect && <ShareBar label={t('shares.byEffect')} shares={byEffect} />}
      <p className="small soft">{t('shares.notCounted', { count: notCounted })}</p>
    </>
  );
}
