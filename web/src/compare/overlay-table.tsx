import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberTable } from '../design/number-table.tsx';
import { useFormats } from '../i18n/format.ts';
import type { OverlayData } from './overlay-data.ts';

const daysApart = 7;

/** The same chart as numbers, one row a week. */
export function OverlayTable({ data }: { data: OverlayData }): ReactNode {
  const { t } = useTranslation(['compare', 'curves']);
  const { number, shortDate } = useFormats();
  const value = (list: readonly number[], day: number): string => number(list[day] ?? Number.NaN);
  return (
    <NumberTable
      label={t('curves:table')}
      head={[t('curves:date'), t('asItIs'), ...data.plans.map(({ title }) => title)]}
      rows={data.dates.flatMap((date, day) =>
        day % daysApart === 0
          ? {
              id: date,
              title: shortDate(date),
              cells: [value(data.asItIs.p50, day), ...data.plans.map(({ line }) => value(line, day))],
            }
          : [],
      )}
    />
  );
}
