import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../design/choice.tsx';
import { NumberInput } from '../design/number-input.tsx';
import type { Draft } from './draft.ts';

/** The model speaks of adults only. */
export const youngest = 18;

export interface StepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

export function WhoStep({ draft, change }: StepProps): ReactNode {
  const { t } = useTranslation('start');
  const tooYoung = draft.age !== undefined && draft.age < youngest;
  return (
    <>
      <h1>{t('who.title')}</h1>
      <NumberInput
        label={t('who.age')}
        unit={t('who.years')}
        value={draft.age}
        onChange={(age) => change({ age })}
        min={1}
        max={120}
        error={tooYoung ? t('who.tooYoung') : undefined}
      />
      <div className="stack tight">
        <span className="label">{t('who.sex')}</span>
        <ChooseOne
          label={t('who.sex')}
          options={[
            { id: 'female', label: t('who.female') },
            { id: 'male', label: t('who.male') },
          ]}
          value={draft.sex}
          onChange={(sex) => change({ sex })}
        />
        <span className="hint">{t('who.sexHint')}</span>
      </div>
    </>
  );
}
