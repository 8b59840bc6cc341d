import { type ReactNode, use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Validation } from '../../../src/validate/validate-folder.ts';
import { Button } from '../design/button.tsx';
import { Cell, Row, WideTable } from '../design/wide-table.tsx';
import { useFormats } from '../i18n/format.ts';
import { EvidenceLink } from './evidence-link.tsx';
import { useFirst } from './page-of-many.tsx';
import { readReports } from './validation-report.ts';
import { modelNumber, unitText } from './value-text.ts';

/** How the model did against studies: what was asked, what it met, and every row that it missed. */
export function ValidationPage(): ReactNode {
  const { t } = useTranslation('evidence');
  const reports = use(readReports());
  return (
    <>
      <h1>{t('list.validation')}</h1>
      <p>{t('validation.about')}</p>
      {reports.length === 0 && <p>{t('validation.none')}</p>}
      {reports.map((report) => (
        <Report key={`${report.plan.hash} ${report.ensemble.from}`} report={report} />
      ))}
    </>
  );
}

type Outcome = Validation['rows'][number];

const missedVerdicts: ReadonlySet<string> = new Set(['wrong-size', 'wrong-direction', 'null-broken']);

function Report({ report }: { report: Validation }): ReactNode {
  const { t } = useTranslation('evidence');
  const { percent, number } = useFormats();
  const { summary, plan, ensemble } = report;
  const [all, setAll] = useState(false);
  const missed = report.rows.filter(({ verdict }) => missedVerdicts.has(verdict));
  return (
    <>
      <p>
        {t('validation.what', {
          studies: plan.studies,
          rows: report.rows.length,
          members: ensemble.members,
          people: ensemble.people,
          from: t(`validation.from.${ensemble.from}`),
        })}
      </p>
      <h2>{t('validation.criteria')}</h2>
      <WideTable
        label={t('validation.criteria')}
        head={[t('validation.criterion'), t('validation.met'), t('validation.wanted'), t('validation.got')]}
        numbersFrom={3}
      >
        {summary.criteria.map(({ name, wanted, value, met }) => (
          <Row key={name} className={met === false ? 'missed' : undefined}>
            <Cell lang="en">{name}</Cell>
            <Cell>
              {t(met === undefined ? 'validation.notTold' : met ? 'validation.yes' : 'validation.no')}
            </Cell>
            <Cell lang="en">{wanted}</Cell>
            <Cell className="number">
              {value === undefined ? t('notGiven') : /fold error/.test(name) ? number(value) : percent(value)}
            </Cell>
          </Row>
        ))}
      </WideTable>
      <h2>{t('validation.missed', { count: missed.length })}</h2>
      <Rows rows={missed} label={t('validation.missed', { count: missed.length })} />
      <div>
        <Button small onPress={() => setAll(!all)}>
          {t(all ? 'validation.hide' : 'validation.showAll')}
        </Button>
      </div>
      {all && <Rows rows={report.rows} label={t('validation.all')} />}
    </>
  );
}

/** Results that are ratios. */
const times = '×';

function Rows({ rows, label }: { rows: readonly Outcome[]; label: string }): ReactNode {
  const { t } = useTranslation('evidence');
  const formats = useFormats();
  const observedText = useObservedText();
  const { shown, more } = useFirst(rows);
  return (
    <>
      <WideTable
        label={label}
        head={[
          t('validation.row'),
          t('validation.verdict'),
          t('column.unit'),
          t('validation.observed'),
          t('validation.predicted'),
        ]}
        numbersFrom={3}
      >
        {shown.map((row) => (
          <Row key={row.id} className={missedVerdicts.has(row.verdict) ? 'missed' : undefined}>
            <Cell>
              <EvidenceLink kind="study" id={row.study}>
                {row.id}
              </EvidenceLink>
            </Cell>
            <Cell className="said">{t(`rowVerdict.${row.verdict}`)}</Cell>
            <Cell>{row.unit === 'x' ? times : unitText(row.unit ?? '')}</Cell>
            <Cell className="number">{observedText(row)}</Cell>
            <Cell className="number">{row.predicted && modelNumber(row.predicted.p50, formats)}</Cell>
          </Row>
        ))}
      </WideTable>
      {more}
    </>
  );
}

function useObservedText(): (row: Outcome) => string {
  const { t } = useTranslation('evidence');
  const formats = useFormats();
  return ({ observed }) => {
    if (observed === undefined) return '';
    if (typeof observed === 'number') return modelNumber(observed, formats);
    if (observed === 'up') return t('validation.rising');
    if (observed === 'down') return t('validation.falling');
    const [low, high] = observed;
    return t('range', { low: modelNumber(low, formats), high: modelNumber(high, formats) });
  };
}
