import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeResult } from '../../../src/rank/index.ts';
import { NumberTable } from '../design/number-table.tsx';
import { useFormats } from '../i18n/format.ts';

/** Every outcome of one change, with its band and its chances. */
export function OutcomeTable({ outcomes }: { outcomes: Readonly<Record<string, OutcomeResult>> }): ReactNode {
  const { t } = useTranslation('help');
  const { effect, percent } = useFormats();
  return (
    <>
      <NumberTable
        label={t('outcomes')}
        head={[t('outcome'), t('middle'), t('eighty'), t('betterIn')]}
        rows={Object.entries(outcomes).map(([id, one]) => ({
          id,
          title: (
            <>
              {one.title} <span className="soft">({one.unit})</span>
            </>
          ),
          cells: [
            effect(one.p50),
            t('fromTo', { low: effect(one.p10), high: effect(one.p90) }),
            percent(one.chanceNoticeable),
          ],
        }))}
      />
      <p className="hint">{t('outcomeAbout')}</p>
    </>
  );
}
