import { useTranslation } from 'react-i18next';
import { exposureById, findExposure } from '../../../src/person/exposures.ts';
import type { Change } from '../../../src/person/schema.ts';
import { usePantry } from '../food/use-pantry.ts';

const anyKind = ['medicine', 'supplement', 'life', 'research'] as const;

/** Name of a medicine, supplement or event in the language of the page. */
export function useExposureName(): (id: string) => string {
  const { i18n } = useTranslation();
  return (id) => {
    const found = exposureById(id) ?? findExposure(id, anyKind);
    return (i18n.language === 'es' ? found?.labelEs : found?.labelEn) ?? id;
  };
}

/** A change as one short line. */
export function useChangeText(): (change: Change) => string {
  const { t } = useTranslation(['life', 'menus']);
  const exposureName = useExposureName();
  const pantry = usePantry();
  const food = (id: string): string => pantry.find(id)?.name ?? id;
  return (change) => {
    if ('medicine' in change) return withDose(exposureName(change.medicine), change.dose);
    if ('supplement' in change) return withDose(exposureName(change.supplement), change.dose);
    if ('alcohol' in change) return t('text.alcohol', { amount: change.alcohol });
    if ('stress' in change) return t(change.stress === 'event' ? 'text.stressEvent' : 'text.stressPeriod');
    if ('sleep' in change) return t('text.sleep', { amount: change.sleep });
    if ('exercise' in change) return t('text.exercise', { amount: change.exercise });
    if ('infection' in change) return t('text.infection');
    if ('menu' in change) return t('text.menu', { menu: t(`menus:${change.menu}.name`) });
    if ('week' in change) return t('text.week');
    if ('add' in change) return t('text.add', { food: food(change.add), amount: change.amount });
    if ('remove' in change) return t('text.remove', { food: food(change.remove) });
    if ('swap' in change) return t('text.swap', { food: food(change.swap), other: food(change.with) });
    if ('stop' in change) return t('text.stop', { what: exposureName(change.stop) });
    return exposureName(change.exposure);
  };
}

const withDose = (name: string, dose: string | undefined): string =>
  dose === undefined ? name : `${name}, ${dose}`;
