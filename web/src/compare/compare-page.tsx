import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { ChooseOne, ChooseSome } from '../design/choice.tsx';
import { PlanEditor } from '../plans/plan-editor.tsx';
import { addPlan, freePlanName } from '../plans/plan-edits.ts';
import { planIdeas } from '../plans/plan-ideas.ts';
import { todayDate } from '../record/today.ts';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { NotADiagnosis } from '../safety/see-a-doctor.tsx';
import { type ShownSeriesId, seriesGroups } from '../series/series-groups.ts';
import { ProblemList } from '../simulation/problem-list.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { OverlayChart } from './overlay-chart.tsx';
import { lookOf, mostPlans } from './plan-colours.ts';
import { PlanKey } from './plan-key.tsx';
import { useComparison } from './use-comparison.ts';
import './compare.css';

const noPlans: NonNullable<ReturnType<typeof useDocument>['plans']> = [];

/** Up to four changes side by side, with the same possible yous. */
export function ComparePage(): ReactNode {
  const { t } = useTranslation(['compare', 'series']);
  const record = useDocument();
  const { plans = noPlans } = record;
  const store = useRecordStore();
  const [editing, setEditing] = useState<string>();
  const [off, setOff] = useState<readonly string[]>([]);
  const [series, setSeries] = useState<ShownSeriesId>('dc_butyrate');
  const chosen = plans
    .map(({ name }) => name)
    .filter((name) => !off.includes(name))
    .slice(0, mostPlans);
  const { result, simulation, progress, problems } = useComparison(chosen);
  const titleOf = (name: string): string => plans.find((plan) => plan.name === name)?.title ?? name;
  const begin = (title: string, changes: Parameters<typeof addPlan>[1]['changes'], edit: boolean): void => {
    const name = freePlanName(record, title);
    void store.edit((now) => addPlan(now, { name, title, changes }));
    if (edit) setEditing(name);
  };
  const titles = useMemo(
    () => result?.plans.map(({ plan }) => plans.find(({ name }) => name === plan)?.title ?? plan) ?? [],
    [result, plans],
  );
  return (
    <div className="stack loose">
      <div className="page-head">
        <h1>{t('common:page.try')}</h1>
        <p className="soft">{t('about')}</p>
      </div>
      <section className="stack tight">
        <h2>{plans.length === 0 ? t('begin') : t('plans')}</h2>
        <div className="plan-list">
          {plans.map(({ name, title, changes }) => (
            <div key={name} className="card plan-card">
              <span className="row">
                {chosen.includes(name) && <PlanKey look={lookOf(chosen.indexOf(name))} />}
                <strong>{title ?? name}</strong>
              </span>
              <span className="soft small">{t('changeCount', { count: changes.length })}</span>
              <Button small onPress={() => setEditing(name)}>
                {t('common:edit')}
              </Button>
            </div>
          ))}
        </div>
        <div className="row">
          {planIdeas
            .filter((idea) => idea.fits(record))
            .map((idea) => (
              <Button
                key={idea.id}
                small
                look="change"
                onPress={() => begin(t(`idea.${idea.id}`), [...idea.changes(todayDate())], false)}
              >
                {t(`idea.${idea.id}`)}
              </Button>
            ))}
          <Button small onPress={() => begin(t('newPlanTitle'), [], true)}>
            {t('ownPlan')}
          </Button>
        </div>
      </section>
      {plans.length > 1 && (
        <section className="stack tight">
          <span className="label">{t('show', { most: mostPlans })}</span>
          <ChooseSome
            small
            label={t('show', { most: mostPlans })}
            options={plans.map(({ name, title }) => ({ id: name, label: title ?? name }))}
            value={chosen}
            onChange={(ids) => setOff(plans.map(({ name }) => name).filter((name) => !ids.includes(name)))}
          />
        </section>
      )}
      <div role="status" className="course-news">
        {progress && <p className="small soft">{t('progress', progress)}</p>}
        {problems.length > 0 && (
          <div className="notice">
            <ProblemList problems={problems} />
          </div>
        )}
      </div>
      {result && simulation && (
        <>
          <DifferenceTable result={result} titles={titles} />
          <section className="stack">
            <h2>{t('overTime')}</h2>
            <ChooseOne
              small
              label={t('overTime')}
              options={seriesGroups
                .flatMap((group): readonly ShownSeriesId[] => group.series.slice(0, 2))
                .map((id) => ({ id, label: t(`series:${id}.short`) }))}
              value={series}
              onChange={(id) => setSeries(id ?? series)}
            />
            <ul className="key">
              <li>
                <PlanKey look={{ colour: 'var(--you)', dash: undefined }} />
                {t('asItIs')}
              </li>
              {result.plans.map(({ plan }, index) => (
                <li key={plan}>
                  <PlanKey look={lookOf(index)} />
                  {titleOf(plan)}
                </li>
              ))}
            </ul>
            <OverlayChart result={result} series={series} firstDate={simulation.firstDate} titles={titles} />
          </section>
        </>
      )}
      <NotADiagnosis />
      {editing !== undefined && <PlanEditor plan={editing} onClose={() => setEditing(undefined)} />}
    </div>
  );
}
