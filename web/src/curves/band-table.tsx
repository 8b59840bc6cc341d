import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.ts';
import type { ChartData } from './chart-data.ts';

const daysApart = 7;

/** The same chart as numbers, one row a week. */
export function BandTable({ data }: { data: ChartData }): ReactNode {
  const { t } = useTranslation('curves');
  const { number, shortDate } = useFormats();
  const value = (list: readonly number[] | undefined, index: number): string =>
    number(list?.[index] ?? Number.NaN);
  const rows = data.dates.map((_, index) => index).filter((index) => index % daysApart === 0);
  return (
    <section className="scroll-x" tabIndex={0} aria-label={t('table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('date')}</th>
            <th scope="col" className="number">
              {t('middle')}
            </th>
            <th scope="col" className="number">
              {t('half')}
            </th>
            <th scope="col" className="number">
              {t('eighty')}
            </th>
            {data.without && (
              <th scope="col" className="number">
                {t('without')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((index) => (
            <tr key={data.dates[index]}>
              <th scope="row">{shortDate(data.dates[index] ?? '')}</th>
              <td className="number">{value(data.you.p50, index)}</td>
              <td className="number">
                {t('fromTo', { low: value(data.you.p25, index), high: value(data.you.p75, index) })}
              </td>
              <td className="number">
                {t('fromTo', { low: value(data.you.p10, index), high: value(data.you.p90, index) })}
              </td>
              {data.without && <td className="number">{value(data.without.p50, index)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
