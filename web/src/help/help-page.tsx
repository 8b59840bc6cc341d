import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { inOrder } from '../../../src/rank/ordering.ts';
import { type Ranking, type RankOrder, rankOrders } from '../../../src/rank/result.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { SelectInput } from '../design/field.tsx';
import { useFormats } from '../i18n/format.ts';
import { useDocument } from '../record/use-record.ts';
import { SafetyQuestions } from '../safety/safety-questions.tsx';
import { NotADiagnosis } from '../safety/see-a-doctor.tsx';
import { ProblemList } from '../simulation/problem-list.tsx';
import { AskMore } from './ask-more.tsx';
import { ChangeCard } from './change-card.tsx';
import { rankings } from './ranking-store.ts';
import '../compare/compare.css';
import '../food/food.css';
import '../start/start.css';
import './help.css';

/** Which changes would help this person, ranked, and which make no difference. */
export function HelpPage(): ReactNode {
  const { t } = useTranslation('help');
  const record = useDocument();
  const { language } = useFormats();
  const { ranking, progress, problems, stale } = useSyncExternalStore(rankings.subscribe, rankings.snapshot);
  useEffect(() => {
    const { ranking: known, progress: running } = rankings.snapshot();
    if (known === undefined && running === undefined && record.person.safety !== undefined)
      void rankings.rank(record, language);
    else rankings.check(record, language);
  }, [record, language]);
  const missingWeight = problems.some(({ code }) => code === 'Z9501');
  return (
    <div className="stack loose">
      <div className="page-head">
        <h1>{t('common:page.help')}</h1>
        <p className="soft">{t('about')}</p>
      </div>
      {ranking === undefined && progress === undefined && <BeforeRanking />}
      {stale && progress === undefined && (
        <div className="notice plain row between">
          <p>{t('stale')}</p>
          <Button small onPress={() => void rankings.rank(record, language)}>
            {t('again')}
          </Button>
        </div>
      )}
      <div role="status" className="course-news">
        {progress && (
          <div className="row">
            <progress
              max={Math.max(1, progress.all)}
              value={progress.done}
              aria-label={t(`step.${progress.step}`)}
            />
            <span className="small soft">
              {t(`step.${progress.step}`)}{' '}
              {progress.all > 1 && t('stepCount', { done: progress.done, all: progress.all })}
            </span>
            <Button small look="quiet" onPress={() => rankings.stop()}>
              {t('stop')}
            </Button>
          </div>
        )}
        {problems.length > 0 && (
          <div className="notice">
            {missingWeight && <p>{t('needsWeight')}</p>}
            <ProblemList problems={problems} />
            <div>
              <ButtonLink to="/about-me" small>
                {t('common:page.aboutMe')}
              </ButtonLink>
            </div>
          </div>
        )}
      </div>
      {ranking && <Ranked ranking={ranking} />}
      {problems.length === 0 && (
        <AskMore changes={ranking ? [...ranking.changes, ...ranking.noEffectDetails] : []} />
      )}
      {ranking && <Rest ranking={ranking} />}
      <NotADiagnosis />
    </div>
  );
}

/** The questions that decide what may be suggested come first. */
function BeforeRanking(): ReactNode {
  const { t } = useTranslation('help');
  const record = useDocument();
  const { language } = useFormats();
  return (
    <section className="card">
      <p>{t('before')}</p>
      <SafetyQuestions />
      <div>
        <Button look="primary" onPress={() => void rankings.rank(record, language)}>
          {t('begin')}
        </Button>
      </div>
    </section>
  );
}

const leading = 5;

function Ranked({ ranking }: { ranking: Ranking }): ReactNode {
  const { t } = useTranslation(['help', 'report']);
  const { percent } = useFormats();
  const [order, setOrder] = useState<RankOrder>('score');
  const [all, setAll] = useState(false);
  const sorted = inOrder(ranking.changes, order);
  const shown = all ? sorted : sorted.slice(0, leading);
  return (
    <>
      {ranking.doctor.map(({ rule, says }) => (
        <p key={rule} className="notice">
          {says}
        </p>
      ))}
      <p className="lead">{ranking.headline}</p>
      <div className="row">
        <p className="soft small">{t(`stage.${ranking.stage}`, { count: ranking.people })}</p>
        <ButtonLink to="/report" small>
          {t('report:link')}
        </ButtonLink>
      </div>
      {ranking.changes.length > 0 && (
        <section className="stack">
          <div className="row between">
            <h2>{t('wouldHelp')}</h2>
            <SelectInput
              label={t('order')}
              value={order}
              options={rankOrders.map((id) => ({ id, label: t(`orders.${id}`) }))}
              onChange={setOrder}
            />
          </div>
          <div className="change-grid">
            {shown.map((change) => (
              <ChangeCard key={change.id} change={change} />
            ))}
          </div>
          {sorted.length > leading && (
            <div>
              <Button small look="quiet" onPress={() => setAll(!all)}>
                {all ? t('fewer') : t('more', { count: sorted.length - leading })}
              </Button>
            </div>
          )}
          <details className="unsure">
            <summary>{t('formula')}</summary>
            <p className="small">{ranking.formula}</p>
          </details>
        </section>
      )}
      <section className="stack tight">
        <h2>{t('noDifference')}</h2>
        <p className="soft small">{t('noDifferenceAbout')}</p>
        <ul className="no-effect">
          {ranking.noEffectDetails.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      </section>
      {ranking.notForYou.length > 0 && (
        <section className="stack tight">
          <h2>{t('notForYou')}</h2>
          <ul className="plain-list stack tight">
            {ranking.notForYou.map(({ id, title, says }) => (
              <li key={id} className="notice">
                <strong>{title}</strong> {says}
              </li>
            ))}
          </ul>
        </section>
      )}
      {ranking.tests.length > 0 && (
        <section className="stack tight">
          <h2>{t('testsWorth')}</h2>
          <ul>
            {ranking.tests.slice(0, 3).map((test) => (
              <li key={`${test.test}-${test.result}`}>
                {t('testNarrows', {
                  test: test.title,
                  share: percent(test.expectedNarrowing),
                  chance: percent(test.chanceLeaderChanges),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {ranking.pairs.length > 0 && (
        <section className="stack tight">
          <h2>{t('pairs')}</h2>
          <ul>
            {ranking.pairs.slice(0, 4).map((pair) => (
              <li key={pair.ids.join()}>{pair.says}</li>
            ))}
          </ul>
        </section>
      )}
      {ranking.ownData && (
        <section className="stack tight">
          <h2>{t('ownData')}</h2>
          <p>{ranking.ownData.says}</p>
        </section>
      )}
    </>
  );
}

/** What is already so, what is not in the model, and the safety questions that are still open. */
function Rest({ ranking }: { ranking: Ranking }): ReactNode {
  const { t } = useTranslation('help');
  const { list } = useFormats();
  return (
    <>
      <details className="unsure">
        <summary>{t('rest')}</summary>
        <div className="stack tight small">
          <p>{t('alreadySo', { list: list(ranking.notRelevant.map(({ title }) => title)) })}</p>
          {ranking.notModelled.map(({ id, title, says }) => (
            <p key={id}>
              <strong>{title}</strong> {says}
            </p>
          ))}
        </div>
      </details>
      {ranking.warnings.length > 0 && (
        <details className="unsure">
          <summary>{t('warnings', { count: ranking.warnings.length })}</summary>
          <ProblemList problems={ranking.warnings} />
        </details>
      )}
      {ranking.unanswered.length > 0 && (
        <details className="unsure">
          <summary>{t('unanswered', { count: ranking.unanswered.length })}</summary>
          <SafetyQuestions />
        </details>
      )}
    </>
  );
}
