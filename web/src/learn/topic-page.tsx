import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../design/button.tsx';
import { ChooseOne } from '../design/choice.tsx';
import { useFormats } from '../i18n/format.ts';
import { LiningDrawing } from '../lining/lining-drawing.tsx';
import type { LiningSnapshot } from '../scene/snapshot.ts';
import { useAnswerValues } from './answer-values.ts';
import { ArmChart } from './arm-chart.tsx';
import { learnResults } from './kept-results.ts';
import { Question } from './question.tsx';
import { StudiesBehind } from './studies-behind.tsx';
import { addressOf, type Topic, topics } from './topics.ts';

/** One page: a little text, a guess, the model's answer to play with, the studies. */
export function TopicPage({ topic }: { topic: Topic }): ReactNode {
  const { t } = useTranslation('learn');
  const values = useAnswerValues();
  const texts = (key: string): string[] =>
    t(`topics.${topic.id}.${key}`, { returnObjects: true, ...values }) as unknown as string[];
  const next = topics[topics.indexOf(topic) + 1];
  return (
    <article className="stack learn">
      <p className="soft small">{t('topicNumber', { number: topics.indexOf(topic) + 1 })}</p>
      <h1>{t(`topics.${topic.id}.title`)}</h1>
      {texts('intro').map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Question topic={topic} answer={t(`topics.${topic.id}.reveal`, values)} />
      {topic.experiment && <Explore topic={topic} />}
      {topic.id === 'lining' && <BothParts />}
      {texts('more').map((text) => (
        <p key={text}>{text}</p>
      ))}
      <StudiesBehind ids={topic.sources} />
      <div className="row">
        {next && (
          <ButtonLink look="primary" to={addressOf(next.id)}>
            {t('next', { title: t(`topics.${next.id}.title`) })}
          </ButtonLink>
        )}
        <ButtonLink to={addressOf()}>{t('all')}</ButtonLink>
      </div>
    </article>
  );
}

function Explore({ topic }: { topic: Topic }): ReactNode {
  const { t } = useTranslation('learn');
  const result = learnResults.experiments.find(({ id }) => id === topic.experiment);
  const [chosen, setChosen] = useState(result?.arms[1]?.id ?? '');
  if (!result) return null;
  const lining = result.arms.find(({ id }) => id === chosen)?.lining;
  return (
    <section className="stack tight">
      <h2>{t('pick')}</h2>
      <p>{t(`topics.${topic.id}.explore`)}</p>
      <ArmChart
        arms={result.arms.slice(1)}
        people={learnResults.people}
        chosen={chosen}
        onChoose={setChosen}
      />
      {lining && <LiningDrawing snapshot={lining} title={t('picture', { arm: t(`arms.${chosen}`) })} />}
    </section>
  );
}

function BothParts(): ReactNode {
  const { t } = useTranslation('learn');
  const [region, setRegion] = useState<LiningSnapshot['region']>('colon');
  const experiment = region === 'colon' ? 'bacteria' : 'opens';
  const lining = learnResults.experiments.find(({ id }) => id === experiment)?.arms[0]?.lining;
  const { number } = useFormats();
  return (
    <section className="stack tight">
      <h2>{t('topics.lining.explore')}</h2>
      <ChooseOne
        small
        label={t('topics.lining.explore')}
        options={[
          { id: 'colon', label: t('topics.lining.region.colon') },
          { id: 'small-bowel', label: t('topics.lining.region.small-bowel') },
        ]}
        value={region}
        onChange={(id) => setRegion(id ?? region)}
      />
      {lining && (
        <LiningDrawing
          snapshot={lining}
          title={t('picture', { arm: t(`topics.lining.region.${region}`) })}
          {...(lining.innerMucusUm === undefined ? {} : { description: `${number(lining.innerMucusUm)} µm` })}
        />
      )}
    </section>
  );
}
