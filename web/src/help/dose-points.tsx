import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoseAnswer } from '../../../src/rank/index.ts';
import { NumberTable } from '../design/number-table.tsx';
import { useFormats } from '../i18n/format.ts';

/** What each dose that was tried does. */
export function DosePoints({ doses }: { doses: DoseAnswer['doses'] }): ReactNode {
  const { t } = useTranslation('help');
  const { number, effect, percent } = useFormats();
  const [first] = doses;
  if (!first) return null;
  const { title, unit } = first.outcome;
  return (
    <>
      <p className="small">{t('ask.doses', { outcome: title, unit })}</p>
      <NumberTable
        label={t('ask.doses', { outcome: title, unit })}
        head={[t('ask.perDay'), t('middle'), t('eighty'), t('betterIn')]}
        rows={doses.map(({ dose, unit: doseUnit, outcome: one }) => ({
          id: String(dose),
          // A space that does not break.
          title: `${number(dose)}\u00a0${doseUnit}`,
          cells: [
            effect(one.p50),
            t('fromTo', { low: effect(one.p10), high: effect(one.p90) }),
            percent(one.chanceNoticeable),
          ],
        }))}
      />
    </>
  );
}
