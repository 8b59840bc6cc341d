import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Slider } from '../design/slider.tsx';
import { useFormats } from '../i18n/format.ts';
import { addDays } from '../record/today.ts';

/** Moves through the weeks with a finger or the arrow keys. */
export function DayScrubber({
  day,
  today,
  lastDay,
  firstDate,
  onChange,
}: {
  day: number;
  today: number;
  lastDay: number;
  firstDate: string;
  onChange: (day: number) => void;
}): ReactNode {
  const { t } = useTranslation('today');
  const { shortDate } = useFormats();
  const away = day - today;
  const when =
    away === 0
      ? t('when.today')
      : away > 0
        ? t('when.ahead', { count: away, date: shortDate(addDays(firstDate, day)) })
        : t('when.ago', { count: -away, date: shortDate(addDays(firstDate, day)) });
  return <Slider label={t('scrub')} value={day} min={0} max={lastDay} shown={when} onChange={onChange} />;
}
