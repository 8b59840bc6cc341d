import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberTable } from '../design/number-table.tsx';
import { useFormats } from '../i18n/format.ts';
import type { ChartData } from './chart-data.ts';

const daysApart = 7;

/** The same chart as numbers, one row a week. */
export function BandTable({ data }: { data: ChartData }): ReactNode {
  const { t } = useTranslation('curves');
  const { number, shortDate } = useFormats();
  const value = (list: readonly number[] | undefined, index: number): string =>
    number(list?.[index] ?? Number.NaN);
  const { p10, p25, p50, p75, p90 } = data.you;
  return (
    <NumberTable
      label={t('table')}
      head={[t('date'), t('middle'), t('half'), t('eighty'), ...(data.without ? [t('without')] : [])]}
      rows={data.dates.flatMap((date, index) =>
        index % daysApart === 0
          ? {
              id: date,
              title: shortDate(date),
              cells: [
                value(p50, index),
                t('fromTo', { low: value(p25, index), high: value(p75, index) }),
                t('fromTo', { low: value(p10, index), high: value(p90, index) }),
                ...(data.without ? [value(data.without.p50, index)] : []),
              ],
            }
          : [],
      )}
    />
  );
}
