import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../design/button.tsx';
import { isLanguage } from '../i18n/languages.ts';
import { todayDate } from '../record/today.ts';
import { useRecord, useRecordStore } from '../record/use-record.ts';
import { simulationService } from '../simulation/simulation-client.ts';
import { AppliesStep } from './applies-step.tsx';
import { BodyStep } from './body-step.tsx';
import { type Draft, documentOf } from './draft.ts';
import { keepDraft, readDraft } from './kept-draft.ts';
import { MenuStep } from './menu-step.tsx';
import { WhoStep, youngest } from './who-step.tsx';
import './start.css';

const steps = ['1', '2', '3', '4'] as const;

/** Four taps from nothing to a first answer. Each step is an address of its own, so back and forward work. */
export function StartPage(): ReactNode {
  const { t, i18n } = useTranslation('start');
  const { step } = useParams({ strict: false });
  const navigate = useNavigate();
  const store = useRecordStore();
  const { document: existing } = useRecord();
  const [draft, setDraft] = useState(readDraft);
  const index = Math.max(0, steps.indexOf(step as (typeof steps)[number]));

  // The model is made ready while the person answers.
  useEffect(() => void simulationService().warmUp(), []);

  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(next);
  };
  const finish = async (): Promise<void> => {
    const language = isLanguage(i18n.language) ? i18n.language : 'en';
    await store.begin(documentOf(draft, todayDate(), language));
    keepDraft(undefined);
    void navigator.storage?.persist?.();
    await navigate({ to: '/today', replace: true });
  };
  const next = async (): Promise<void> => {
    const following = steps[index + 1];
    if (following) await navigate({ to: '/start/$step', params: { step: following } });
    else await finish();
  };

  if (existing) {
    return (
      <div className="step">
        <h1>{t('already.title')}</h1>
        <p>{t('already.text')}</p>
        <div>
          <ButtonLink to="/today" look="primary">
            {t('already.go')}
          </ButtonLink>
        </div>
      </div>
    );
  }
  const ready = index !== 0 || (draft.age !== undefined && draft.age >= youngest && draft.age <= 120);
  return (
    <form
      className="step"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void next();
      }}
    >
      <ol className="step-progress" aria-label={t('progress', { step: index + 1 })}>
        {steps.map((one, place) => (
          <li key={one} className={place <= index ? 'done' : ''} />
        ))}
      </ol>
      {index === 0 && <WhoStep draft={draft} change={change} />}
      {index === 1 && <BodyStep draft={draft} change={change} />}
      {index === 2 && <MenuStep draft={draft} change={change} />}
      {index === 3 && <AppliesStep draft={draft} change={change} />}
      <div className="row">
        <Button type="submit" look="primary" isDisabled={!ready}>
          {index === 3 ? t('finish') : t('next')}
        </Button>
        {index > 0 && (
          <Button look="quiet" onPress={() => history.back()}>
            {t('back')}
          </Button>
        )}
        {index === 2 && <span className="hint">{t('menu.later')}</span>}
      </div>
    </form>
  );
}
