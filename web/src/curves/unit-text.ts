import { useTranslation } from 'react-i18next';
import { isShare } from '../series/series-groups.ts';
import { startUnit } from './chart-data.ts';

/** A unit of the model in words, where the sign alone says nothing ("1"). */
export function useUnitText(series: string, unit: string): string {
  const { t, i18n } = useTranslation('series');
  if (unit === startUnit) return t('unit.start');
  if (isShare(series)) return t(series.startsWith('share_') ? 'unit.share' : 'unit.surface');
  const key = `series:unit.${unit}`;
  return i18n.exists(key) ? t(`unit.${unit}`) : unit.replace(/^u(?=[gmM])/, 'µ');
}
