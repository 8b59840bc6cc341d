import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotADiagnosis } from '../safety/see-a-doctor.tsx';
import { TopicPage } from './topic-page.tsx';
import { addressOf, topicOf, topics } from './topics.ts';
import './learn.css';

/** Six short pages: what is known, what is not, each with a question first. */
export function LearnPage(): ReactNode {
  const { topic: id } = useParams({ strict: false }) as { readonly topic?: string };
  const topic = id === undefined ? undefined : topicOf(id);
  return topic ? <TopicPage key={topic.id} topic={topic} /> : <TopicList />;
}

function TopicList(): ReactNode {
  const { t } = useTranslation('learn');
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <ol className="plain-list learn-topics">
        {topics.map(({ id }, index) => (
          <li key={id} className="card">
            <p className="soft small">{t('topicNumber', { number: index + 1 })}</p>
            <h2>
              <Link to={addressOf(id)}>{t(`topics.${id}.title`)}</Link>
            </h2>
            <p>{t(`topics.${id}.teaser`)}</p>
          </li>
        ))}
      </ol>
      <NotADiagnosis />
    </div>
  );
}
