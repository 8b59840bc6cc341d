import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BodyFields } from './body-fields.tsx';
import type { StepProps } from './who-step.tsx';

export function BodyStep({ draft, change }: StepProps): ReactNode {
  const { t } = useTranslation('start');
  return (
    <>
      <h1>{t('body.title')}</h1>
      <p className="soft">{t('body.why')}</p>
      <BodyFields
        weightKg={draft.weightKg}
        heightCm={draft.heightCm}
        onWeight={(weightKg) => change({ weightKg })}
        onHeight={(heightCm) => change({ heightCm })}
      />
    </>
  );
}
