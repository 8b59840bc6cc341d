import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { ChooseOne } from '../design/choice.tsx';
import type { Topic } from './topics.ts';

/** A guess before the answer; kept for this visit only. */
export function Question({ topic, answer }: { topic: Topic; answer: string }): ReactNode {
  const { t } = useTranslation('learn');
  const [guess, setGuess] = useState<string>();
  const [shown, setShown] = useState(false);
  const headingId = useId();
  const option = (id: string): string => t(`topics.${topic.id}.options.${id}`);
  return (
    <section className="card stack tight" aria-labelledby={headingId}>
      <p className="soft small">{t('guess')}</p>
      <h2 id={headingId}>{t(`topics.${topic.id}.question`)}</h2>
      <ChooseOne
        label={t(`topics.${topic.id}.question`)}
        options={topic.options.map((id) => ({ id, label: option(id) }))}
        value={guess}
        onChange={setGuess}
      />
      <div>
        <Button look="primary" isDisabled={guess === undefined} onPress={() => setShown(true)}>
          {t('show')}
        </Button>
      </div>
      <div aria-live="polite" className="stack tight">
        {shown && guess !== undefined && (
          <>
            {guess !== topic.right && <p className="soft">{t('youSaid', { answer: option(guess) })}</p>}
            <p className="learn-answer">{t('rightAnswer', { answer: option(topic.right) })}</p>
            <p>{answer}</p>
          </>
        )}
      </div>
    </section>
  );
}
