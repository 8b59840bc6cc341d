import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayIds } from '../../../src/person/vocabulary.ts';
import { Button } from '../design/button.tsx';
import { DateInput } from '../design/field.tsx';
import { useFormats } from '../i18n/format.ts';
import { addDays, todayDate } from '../record/today.ts';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { mealsOfDate, mealsOfWeekday, setDateMeals } from './food-edits.ts';
import { MealsEditor } from './meals-editor.tsx';
import { mealsOfMenu } from './usual-plate.ts';

/** What was in fact eaten on single days; a day without an entry counts as a usual day. */
export function DiaryView(): ReactNode {
  const { t } = useTranslation('food');
  const record = useDocument();
  const store = useRecordStore();
  const { date: dateText } = useFormats();
  const [date, setDate] = useState(todayDate());
  const written = mealsOfDate(record, date);
  const before = mealsOfDate(record, addDays(date, -1));
  const { menu, week } = record.habitual ?? {};
  const weekday = weekdayIds[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
  const usual = week ? mealsOfWeekday(week, weekday) : menu === undefined ? [] : mealsOfMenu(menu);
  return (
    <div className="stack">
      <p className="soft">{t('diaryAbout')}</p>
      <DateInput label={t('diaryDate')} value={date} onChange={setDate} max={todayDate()} />
      {written === undefined ? (
        <div className="card">
          <p>{t('diaryEmpty', { date: dateText(date) })}</p>
          <div className="row">
            <Button look="primary" onPress={() => void store.edit((now) => setDateMeals(now, date, usual))}>
              {t('diaryFromUsual')}
            </Button>
            {before && (
              <Button onPress={() => void store.edit((now) => setDateMeals(now, date, before))}>
                {t('diaryFromBefore')}
              </Button>
            )}
            <Button onPress={() => void store.edit((now) => setDateMeals(now, date, []))}>
              {t('diaryFromNothing')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <MealsEditor
            key={date}
            meals={written}
            onChange={(meals) => void store.edit((now) => setDateMeals(now, date, meals))}
          />
          <div>
            <Button
              look="danger"
              small
              onPress={() => void store.edit((now) => setDateMeals(now, date, undefined))}
            >
              {t('diaryForget')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
