import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParameterDescription } from '../../../src/describe/model.ts';
import { Cell, Row, WideTable } from '../design/wide-table.tsx';
import { useFormats } from '../i18n/format.ts';
import { EvidenceLink } from './evidence-link.tsx';
import { GradeMark } from './grade-mark.tsx';
import { SourceLinks } from './source-links.tsx';
import { modelNumber, unitText } from './value-text.ts';

/** Numbers of the model with all that is known of each. */
export function ParameterTable({ parameters }: { parameters: readonly ParameterDescription[] }): ReactNode {
  const { t } = useTranslation('evidence');
  const formats = useFormats();
  return (
    <WideTable
      label={t('list.parameters')}
      head={[
        t('column.name'),
        t('column.meaning'),
        t('column.value'),
        t('column.range'),
        t('column.unit'),
        t('column.grade'),
        t('column.sources'),
      ]}
    >
      {parameters.map(({ id, means, value, range: [low, high], unit, grade, sources }) => (
        <Row key={id}>
          <Cell>
            <EvidenceLink kind="parameter" id={id}>
              <code>{id}</code>
            </EvidenceLink>
          </Cell>
          <Cell lang="en">{means}</Cell>
          <Cell className="number">{modelNumber(value, formats)}</Cell>
          <Cell>{t('range', { low: modelNumber(low, formats), high: modelNumber(high, formats) })}</Cell>
          <Cell>{unitText(unit)}</Cell>
          <Cell>
            <GradeMark grade={grade} />
          </Cell>
          <Cell>
            <SourceLinks ids={sources} />
          </Cell>
        </Row>
      ))}
    </WideTable>
  );
}
