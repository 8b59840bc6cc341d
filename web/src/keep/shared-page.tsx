import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadResult } from '../../../src/person/read.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { readDocument } from '../record/read-document.ts';
import { todayDate } from '../record/today.ts';
import { useRecord, useRecordStore } from '../record/use-record.ts';
import { ProblemList } from '../simulation/problem-list.tsx';
import { readShareContent } from './share-link.ts';

/** A link that somebody sent: shows what it holds before anything is taken over. */
export function SharedPage(): ReactNode {
  const { t } = useTranslation('keep');
  const { version = '', content = '' } = useParams({ strict: false });
  const { document: present } = useRecord();
  const store = useRecordStore();
  const navigate = useNavigate();
  const [read, setRead] = useState<ReadResult | 'broken'>();
  useEffect(() => {
    let current = true;
    void readShareContent(version, content).then((found) => {
      if (current) setRead(found === undefined ? 'broken' : readDocument(found));
    });
    return () => {
      current = false;
    };
  }, [version, content]);
  if (read === undefined) return <p className="loading">{t('common:loading')}</p>;
  if (read === 'broken' || read.personFile === undefined || read.normalised === undefined) {
    return (
      <div className="stack">
        <h1>{t('shared.broken')}</h1>
        <p>{t('shared.brokenWhy')}</p>
        {read !== 'broken' && <ProblemList problems={read.problems} />}
        <div>
          <ButtonLink to="/">{t('common:missing.home')}</ButtonLink>
        </div>
      </div>
    );
  }
  const { personFile, problems } = read;
  const { plans = [] } = personFile;
  const goOn = async (change: () => Promise<void>, to: string): Promise<void> => {
    await change();
    await navigate({ to, replace: true });
  };
  const addPlans = (): Promise<void> =>
    store.edit((now) => {
      const mine = new Set((now.plans ?? []).map(({ name }) => name));
      return { ...now, plans: [...(now.plans ?? []), ...plans.filter(({ name }) => !mine.has(name))] };
    });
  return (
    <div className="stack">
      <h1>{personFile.title ?? t('shared.title')}</h1>
      <p>{t('shared.about')}</p>
      <ul>
        <li>{t('shared.person', { age: personFile.person.age })}</li>
        {plans.map(({ name, title }) => (
          <li key={name}>{t('shared.plan', { plan: title ?? name })}</li>
        ))}
      </ul>
      {problems.length > 0 && <ProblemList problems={problems} />}
      <div className="row">
        {present && plans.length > 0 && (
          <Button look="primary" onPress={() => void goOn(addPlans, '/try')}>
            {t('shared.addPlans')}
          </Button>
        )}
        <Button
          look={present ? 'plain' : 'primary'}
          onPress={() =>
            void goOn(
              () => store.begin({ ...personFile, startDate: personFile.startDate ?? todayDate() }),
              '/today',
            )
          }
        >
          {present ? t('shared.replace') : t('shared.take')}
        </Button>
      </div>
      {present && <p className="hint">{t('shared.undo')}</p>}
    </div>
  );
}
