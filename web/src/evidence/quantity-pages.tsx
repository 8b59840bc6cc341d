import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { quantities, quantityById } from '../../../src/evidence/registry.ts';
import { TextInput } from '../design/field.tsx';
import { Cell, Row, WideTable } from '../design/wide-table.tsx';
import { useFormats } from '../i18n/format.ts';
import { EvidenceLink } from './evidence-link.tsx';
import { InEnglish } from './in-english.tsx';
import { holds } from './list-filter.ts';
import { NotThere } from './not-there.tsx';
import { useFirst } from './page-of-many.tsx';
import { SourceLinks } from './source-links.tsx';
import { givenText, modelNumber, unitText, withUnit } from './value-text.ts';

/** Numbers as sources give them, before anything was made of them. */
export function QuantitiesPage(): ReactNode {
  const { t } = useTranslation('evidence');
  const formats = useFormats();
  const [words, setWords] = useState('');
  const found = quantities.filter(({ id, meaning, context }) => holds(`${id} ${meaning} ${context}`, words));
  const { shown, more } = useFirst(found);
  return (
    <>
      <h1>{t('list.quantities')}</h1>
      <p>{t('listAbout.quantities')}</p>
      <InEnglish />
      <TextInput label={t('filter')} value={words} onChange={setWords} />
      <p role="status">{t('entries', { count: found.length })}</p>
      <WideTable
        label={t('list.quantities')}
        head={[t('column.meaning'), t('column.value'), t('column.unit'), t('column.sources')]}
      >
        {shown.map(({ id, meaning, value, unit, context, reference }) => (
          <Row key={id}>
            <Cell lang="en">
              <EvidenceLink kind="quantity" id={id}>
                {meaning}
              </EvidenceLink>
              {context && <div className="soft">{context}</div>}
            </Cell>
            <Cell lang="en">{givenText(value, formats)}</Cell>
            <Cell>{unitText(unit)}</Cell>
            <Cell>
              <SourceLinks ids={[reference]} />
            </Cell>
          </Row>
        ))}
      </WideTable>
      {more}
    </>
  );
}

export function QuantityPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('evidence');
  const formats = useFormats();
  const quantity = quantityById(id);
  if (!quantity) return <NotThere id={id} />;
  const { meaning, value, low, high, unit, context, reference, verified, note } = quantity;
  return (
    <>
      <p className="soft">
        {t('kind.quantity')} <code>{id}</code>
      </p>
      <h1 lang="en">{meaning}</h1>
      <InEnglish />
      <dl className="facts">
        <dt>{t('column.value')}</dt>
        <dd className="value" lang="en">
          {withUnit(givenText(value, formats) ?? t('notGiven'), unit)}
        </dd>
        {low !== null && high !== null && (
          <>
            <dt>{t('column.range')}</dt>
            <dd>{t('range', { low: modelNumber(low, formats), high: modelNumber(high, formats) })}</dd>
          </>
        )}
        <dt>{t('quantity.context')}</dt>
        <dd lang="en">{context}</dd>
        <dt>{t('column.sources')}</dt>
        <dd>
          <SourceLinks ids={[reference]} />
        </dd>
        <dt>{t('quantity.checked')}</dt>
        <dd>{t(`verified.${verified}`)}</dd>
        {note !== undefined && (
          <>
            <dt>{t('note')}</dt>
            <dd lang="en">{note}</dd>
          </>
        )}
      </dl>
    </>
  );
}
