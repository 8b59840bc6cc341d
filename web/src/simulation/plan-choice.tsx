import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../design/choice.tsx';
import { useDocument } from '../record/use-record.ts';
import { usePlanShown } from './use-course.ts';

/** Which plan is laid over life as it is. Nothing to choose, nothing shown. */
export function PlanChoice(): ReactNode {
  const { t } = useTranslation('simulation');
  const { plans = [] } = useDocument();
  const { plan, showPlan } = usePlanShown();
  if (plans.length === 0) return null;
  const asItIs = '';
  return (
    <ChooseOne
      small
      label={t('overlay')}
      options={[
        { id: asItIs, label: t('asItIs') },
        ...plans.map(({ name, title }) => ({ id: name, label: title ?? name })),
      ]}
      value={plan ?? asItIs}
      onChange={(id) => showPlan(id === undefined || id === asItIs ? undefined : id)}
    />
  );
}
