import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotADiagnosis } from '../safety/see-a-doctor.tsx';
import { PlanChoice } from '../simulation/plan-choice.tsx';
import { ProblemList } from '../simulation/problem-list.tsx';
import { usePlanShown } from '../simulation/use-course.ts';
import { OwnResults } from './own-result-form.tsx';
import { SugarTestStory } from './sugar-test-story.tsx';
import { TestCard } from './test-card.tsx';
import { testPanel } from './test-panel.ts';
import { useTestRun } from './use-test-run.ts';
import '../start/start.css';
import '../food/food.css';
import '../curves/curves.css';
import './laboratory.css';

/** What laboratory tests would show for this person, and how much of that is scatter. */
export function LaboratoryPage(): ReactNode {
  const { t } = useTranslation('laboratory');
  const { plan } = usePlanShown();
  const run = useTestRun(plan);
  return (
    <div className="stack loose">
      <div className="page-head">
        <h1>{t('common:page.tests')}</h1>
        <p className="soft">{t('about')}</p>
      </div>
      <PlanChoice />
      <div role="status" className="course-news">
        {run.progress && <p className="small soft">{t('progress', run.progress)}</p>}
        {run.problems.length > 0 && (
          <div className="notice">
            <ProblemList problems={run.problems} />
          </div>
        )}
      </div>
      {run.result && (
        <>
          <SugarTestStory result={run.result} day={run.first} />
          <section className="stack">
            <h2>{t('panel')}</h2>
            <div className="test-grid">
              {testPanel.map((panel) => (
                <TestCard key={panel.test} panel={panel} run={run} withChange={plan !== undefined} />
              ))}
            </div>
          </section>
        </>
      )}
      <OwnResults />
      <NotADiagnosis />
    </div>
  );
}
