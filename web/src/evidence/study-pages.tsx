import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortCitation } from '../../../src/evidence/citation.ts';
import { findReference, findStudy, studies } from '../../../src/evidence/registry.ts';
import type { Study } from '../../../src/evidence/schema.ts';
import { ChooseOne } from '../design/choice.tsx';
import { TextInput } from '../design/field.tsx';
import { Cell, Row, WideTable } from '../design/wide-table.tsx';
import { useFormats } from '../i18n/format.ts';
import { EvidenceLink } from './evidence-link.tsx';
import { InEnglish } from './in-english.tsx';
import { holds } from './list-filter.ts';
import { NotThere } from './not-there.tsx';
import { changeText, measuredText } from './outcome-text.ts';
import { useFirst } from './page-of-many.tsx';
import { ReferenceView } from './reference-view.tsx';

const citationOf = (study: Study): string => {
  const reference = findReference(study.reference);
  return reference ? shortCitation(reference) : study.id;
};

const domains = ['permeability', 'microbiota', 'immune-symptoms'] as const;

/** All study records, by what they are about. */
export function StudiesPage(): ReactNode {
  const { t } = useTranslation('evidence');
  const [words, setWords] = useState('');
  const [domain, setDomain] = useState<(typeof domains)[number]>();
  const found = studies.filter(
    (study) =>
      (domain === undefined || study.domain === domain) &&
      holds(
        `${study.id} ${citationOf(study)} ${study.population.description} ${study.category ?? ''} ${findReference(study.reference)?.title ?? ''} ${study.arms.map(({ name, exposure }) => `${name} ${exposure ?? ''}`).join(' ')}`,
        words,
      ),
  );
  const { shown, more } = useFirst(found);
  return (
    <>
      <h1>{t('list.studies')}</h1>
      <p>{t('listAbout.studies')}</p>
      <InEnglish />
      <TextInput label={t('filter')} value={words} onChange={setWords} />
      <ChooseOne
        small
        label={t('domain.label')}
        options={domains.map((id) => ({ id, label: t(`domain.${id}`) }))}
        value={domain}
        onChange={setDomain}
      />
      <p role="status">{t('entries', { count: found.length })}</p>
      <ul className="evidence-list">
        {shown.map((study) => (
          <li key={study.id}>
            <span lang="en">
              <EvidenceLink kind="study" id={study.id}>
                {citationOf(study)}
              </EvidenceLink>
              {`: ${study.population.description}. ${study.design}.`}
            </span>{' '}
            {study.null_result && <span className="grade-mark">{t('study.null')}</span>}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

/** One study record: whom, what, and what came out. */
export function StudyPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('evidence');
  const study = findStudy(id);
  if (!study) return <NotThere id={id} />;
  const reference = findReference(study.reference);
  const { population, arms, probe, notes } = study;
  return (
    <>
      <p className="soft">{t('kind.study')}</p>
      <h1 lang="en">{citationOf(study)}</h1>
      {reference && <ReferenceView reference={reference} />}
      <InEnglish />
      <dl className="facts">
        <dt>{t('study.people')}</dt>
        <dd lang="en">
          {[population.description, population.age === undefined ? '' : `${population.age} y`]
            .filter((part) => part !== '')
            .join('; ')}
        </dd>
        {typeof population.n === 'number' && (
          <>
            <dt>{t('study.count')}</dt>
            <dd>{population.n}</dd>
          </>
        )}
        <dt>{t('study.design')}</dt>
        <dd lang="en">{study.design}</dd>
        {probe !== undefined && (
          <>
            <dt>{t('study.probe')}</dt>
            <dd lang="en">{probe}</dd>
          </>
        )}
        <dt>{t('study.arms')}</dt>
        <dd lang="en">
          {arms.map(({ name, exposure, duration_days: days }) => (
            <p key={name}>
              <strong>{name}</strong>
              {exposure ? `: ${exposure}` : ''} {typeof days === 'number' && t('study.days', { count: days })}
            </p>
          ))}
        </dd>
        <dt>{t('study.role')}</dt>
        <dd>
          {t(`study.roles.${study.role}`)} {study.null_result && t('study.nullAbout')}
        </dd>
      </dl>
      <Outcomes study={study} />
      {notes !== '' && (
        <>
          <h2>{t('note')}</h2>
          <p lang="en">{notes}</p>
        </>
      )}
      {study.same_paper && study.same_paper.length > 0 && (
        <p>
          {t('study.samePaper')}{' '}
          {study.same_paper.map((other) => (
            <EvidenceLink key={other} kind="study" id={other}>
              {other}
            </EvidenceLink>
          ))}
        </p>
      )}
    </>
  );
}

function Outcomes({ study: { outcomes } }: { study: Study }): ReactNode {
  const { t } = useTranslation('evidence');
  const formats = useFormats();
  return (
    <>
      <h2>{t('study.outcomes')}</h2>
      <WideTable
        label={t('study.outcomes')}
        head={[
          t('study.measure'),
          t('study.arm'),
          t('study.before'),
          t('study.after'),
          t('study.change'),
          t('study.p'),
          t('column.unit'),
          t('note'),
        ]}
      >
        {outcomes.map((outcome) => (
          <Row key={`${outcome.measure} ${outcome.arm ?? ''}`} lang="en">
            <Cell>{outcome.measure}</Cell>
            <Cell>{outcome.arm}</Cell>
            <Cell>{measuredText(outcome.baseline, formats)}</Cell>
            <Cell>{measuredText(outcome.end, formats)}</Cell>
            <Cell>{changeText(outcome.change_pct, formats)}</Cell>
            <Cell>{outcome.p}</Cell>
            <Cell>{outcome.unit}</Cell>
            <Cell>{outcome.note}</Cell>
          </Row>
        ))}
      </WideTable>
    </>
  );
}
