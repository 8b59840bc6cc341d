import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvaluatedChange } from '../../../src/rank/index.ts';
import { DotRow } from '../compare/dot-row.tsx';
import { Button } from '../design/button.tsx';
import { Sheet } from '../design/sheet.tsx';
import { useFormats } from '../i18n/format.ts';
import { addPlan, removePlan } from '../plans/plan-edits.ts';
import { todayDate } from '../record/today.ts';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { simulationService } from '../simulation/simulation-client.ts';
import { simulationDocument } from '../simulation/simulation-document.ts';
import { usePlanShown } from '../simulation/use-course.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { SourceList } from './source-list.tsx';

/** One change: what it is, what it does most and in how many, on what evidence, and what must be minded. */
export function ChangeCard({ change }: { change: EvaluatedChange }): ReactNode {
  const { t } = useTranslation('help');
  const { effect, percent } = useFormats();
  const sized = (value: number, unit: string): string => sizeText(effect(value), value, unit);
  const [open, setOpen] = useState(false);
  const { by } = change.score;
  const outcome = by === undefined ? undefined : change.outcomes[by];
  const noticed = outcome && Math.round(outcome.chanceNoticeable * change.people);
  return (
    <article className="card change-card">
      <h3>{change.title}</h3>
      <p className="small">{change.what}</p>
      {outcome && noticed !== undefined && (
        <div className="change-effect">
          <DotRow
            filled={Math.round(outcome.chanceNoticeable * shownDots)}
            all={shownDots}
            colour="var(--change)"
          />
          <div>
            <p>
              <strong>{outcome.title}:</strong>{' '}
              <strong className="change-size">{sized(outcome.p50, outcome.unit)}</strong>
            </p>
            <p className="small soft">
              {t('halfBetween', {
                low: sized(outcome.p25, outcome.unit),
                high: sized(outcome.p75, outcome.unit),
              })}{' '}
              {t('noticeable', { count: noticed, people: change.people })}
            </p>
          </div>
        </div>
      )}
      <ul className="facts">
        <li>{t(`grade.${change.grade}`)}</li>
        {change.timeToNotice && <li>{t('weeks', { count: change.timeToNotice.weeks })}</li>}
        <li>{t(`effort.${change.effort}`)}</li>
      </ul>
      {change.first && <p className="small">{t('first', { what: change.first })}</p>}
      <Cautions cautions={change.cautions} />
      <div className="row">
        <TryButton change={change} />
        <Button small look="quiet" onPress={() => setOpen(true)}>
          {t('why')}
        </Button>
      </div>
      {open && (
        <Sheet title={change.title} open onClose={() => setOpen(false)}>
          <p>{change.why}</p>
          <OutcomeTable outcomes={change.outcomes} />
          <p className="small">
            {t(change.shares.basis === 'effect' ? 'sharesEffect' : 'sharesModel', {
              measured: percent(change.shares.measured),
              fitted: percent(change.shares.fitted),
              assumed: percent(change.shares.assumed),
            })}
          </p>
          {change.guideline && <p className="small">{t('guideline', { what: change.guideline })}</p>}
          {change.interactions && <p className="small">{change.interactions}</p>}
          <h3>{t('evidence')}</h3>
          <ul className="small">
            {change.evidence.map((line) => (
              <li key={`${line.on}-${line.says}`}>
                {line.says} {t('gradeShort', { grade: line.grade })}
              </li>
            ))}
          </ul>
          <SourceList sources={change.sources} />
        </Sheet>
      )}
    </article>
  );
}

/** A percentage of change is written as people write it; other units stand behind their number. */
function sizeText(written: string, value: number, unit: string): string {
  const signed = value > 0 ? `+${written}` : written;
  return unit.startsWith('%') ? `${signed}\u00a0%` : `${signed} ${unit}`;
}

/** What must be minded; what hangs on questions that are still open stands together. */
function Cautions({ cautions }: { cautions: EvaluatedChange['cautions'] }): ReactNode {
  const { t } = useTranslation('help');
  const open = cautions.flatMap(({ rule, ifYes }) => (ifYes === undefined ? [] : [{ rule, ifYes }]));
  return (
    <>
      {cautions
        .filter(({ ifYes }) => ifYes === undefined)
        .map(({ rule, says }) => (
          <p key={rule} className="notice small">
            {says}
          </p>
        ))}
      {open.length > 0 && (
        <div className="notice small">
          <p>{t('openQuestions', { count: open.length })}</p>
          <ul>
            {open.map(({ rule, ifYes }) => (
              <li key={rule}>{ifYes}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

const shownDots = 20;

/** Makes a plan of the change and lays it over the lining at once. */
function TryButton({ change }: { change: EvaluatedChange }): ReactNode {
  const { t, i18n } = useTranslation('help');
  const record = useDocument();
  const store = useRecordStore();
  const { showPlan } = usePlanShown();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const attempt = async (): Promise<void> => {
    setBusy(true);
    const today = todayDate();
    const plan = await simulationService().planOf(
      simulationDocument(record, [], today),
      change.id,
      i18n.language === 'es' ? 'es' : 'en',
      today,
    );
    setBusy(false);
    if (!plan) return;
    await store.edit((now) => addPlan(removePlan(now, plan.name), plan));
    showPlan(plan.name);
    await navigate({ to: '/today' });
  };
  return (
    <Button small look="change" isDisabled={busy} onPress={() => void attempt()}>
      {t('try')}
    </Button>
  );
}
