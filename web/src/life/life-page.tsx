import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../src/person/schema.ts';
import { BandKey } from '../curves/band-key.tsx';
import { SeriesChart } from '../curves/series-chart.tsx';
import { Button, ButtonLink } from '../design/button.tsx';
import { ChooseOne } from '../design/choice.tsx';
import {
  addChange,
  addPlan,
  changesAt,
  type Dates,
  datesOf,
  freePlanName,
  removeChange,
  replaceChange,
  withDates,
} from '../plans/plan-edits.ts';
import { todayDate } from '../record/today.ts';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { leadingSeries } from '../series/series-groups.ts';
import { CourseNews } from '../simulation/course-news.tsx';
import { PlanChoice } from '../simulation/plan-choice.tsx';
import { useCourse, usePlanShown } from '../simulation/use-course.ts';
import { EventSheet, NewEventSheet } from './event-sheet.tsx';
import { Habits } from './habits.tsx';
import { LaneBoard } from './lane-board.tsx';
import { type LaneItem, movedDates } from './lanes.ts';
import '../start/start.css';

/** What happens in life, along time, and what follows inside. */
export function LifePage(): ReactNode {
  const { t } = useTranslation('life');
  const record = useDocument();
  const store = useRecordStore();
  const { plan, showPlan } = usePlanShown();
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<Pick<LaneItem, 'place' | 'index'>>();
  const today = todayDate();
  const start = record.startDate ?? today;

  const move = (item: LaneItem, byStart: number, byEnd: number): void =>
    void store.edit((now) =>
      replaceChange(
        now,
        item.place,
        item.index,
        withDates(item.change, movedDates(item, today, byStart, byEnd)),
      ),
    );
  /** What lies in the past happened; what is to come belongs to a plan. */
  const add = async (change: Change, dates: Dates): Promise<void> => {
    if (dates.from < today) {
      await store.edit((now) => addChange(now, { part: 'history' }, change));
      return;
    }
    const title = t('comingPlan');
    const name = plan ?? freePlanName(record, title);
    await store.edit((now) =>
      addChange(
        plan === undefined ? addPlan(now, { name, title, changes: [] }) : now,
        { part: 'plan', plan: name },
        change,
      ),
    );
    showPlan(name);
  };
  const openedChange = opened && changesAt(record, opened.place)[opened.index];
  return (
    <div className="stack loose">
      <div className="page-head">
        <h1>{t('common:page.life')}</h1>
        <p className="soft">{t('about')}</p>
      </div>
      <PlanChoice />
      <div className="row">
        <Button look="primary" onPress={() => setAdding(true)}>
          {t('newEvent')}
        </Button>
      </div>
      <LaneBoard plan={plan} onMove={move} onOpen={setOpened} />
      <FollowsInside />
      <Habits />
      {adding && (
        <NewEventSheet onAdd={(change, dates) => void add(change, dates)} onClose={() => setAdding(false)} />
      )}
      {opened && openedChange && (
        <EventSheet
          change={openedChange}
          dates={datesOf(openedChange, start, today)}
          onChange={(change) =>
            void store.edit((now) => replaceChange(now, opened.place, opened.index, change))
          }
          onRemove={() => {
            void store.edit((now) => removeChange(now, opened.place, opened.index));
            setOpened(undefined);
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

function FollowsInside(): ReactNode {
  const { t } = useTranslation(['life', 'series']);
  const { course } = useCourse();
  const [series, setSeries] = useState<(typeof leadingSeries)[number]>('pl_sb');
  return (
    <section className="stack">
      <div className="row between">
        <h2>{t('inside')}</h2>
        <ButtonLink to="/time" look="quiet" small>
          {t('allCurves')}
        </ButtonLink>
      </div>
      <ChooseOne
        small
        label={t('inside')}
        options={leadingSeries.map((id) => ({ id, label: t(`series:${id}.short`) }))}
        value={series}
        onChange={(id) => setSeries(id ?? series)}
      />
      <CourseNews />
      {course && <BandKey withChange={course.plan !== undefined} />}
      {course && <SeriesChart course={course} series={series} />}
    </section>
  );
}
