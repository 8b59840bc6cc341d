import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeResult } from '../../../src/rank/index.ts';
import { useFormats } from '../i18n/format.ts';

/** Every outcome of one change, with its band and its chances. */
export function OutcomeTable({ outcomes }: { outcomes: Readonly<Record<string, OutcomeResult>> }): ReactNode {
  const { t } = useTranslation('help');
  const { number, percent } = useFormats();
  return (
    <section className="scroll-x" aria-label={t('outcomes')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('outcome')}</th>
            <th scope="col" className="number">
              {t('middle')}
            </th>
            <th scope="col" className="number">
              {t('eighty')}
            </th>
            <th scope="col" className="number">
              {t('betterIn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(outcomes).map(([id, one]) => (
            <tr key={id}>
              <th scope="row">
                {one.title} <span className="soft">({one.unit})</span>
              </th>
              <td className="number">{number(one.p50)}</td>
              <td className="number">{t('fromTo', { low: number(one.p10), high: number(one.p90) })}</td>
              <td className="number">{percent(one.chanceNoticeable)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t('outcomeAbout')}</p>
    </section>
  );
}
