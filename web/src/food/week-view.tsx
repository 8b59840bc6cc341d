import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Week } from '../../../src/person/schema.ts';
import { type WeekdayId, weekdayIds } from '../../../src/person/vocabulary.ts';
import { Button } from '../design/button.tsx';
import { ChooseOne, ChooseSome } from '../design/choice.tsx';
import { Sheet } from '../design/sheet.tsx';
import { useRecordStore } from '../record/use-record.ts';
import { copyWeekday, mealsOfWeekday, setWeekdayMeals } from './food-edits.ts';
import { MealsEditor } from './meals-editor.tsx';

/** A typical week, day by day. */
export function WeekView({ week }: { week: Week }): ReactNode {
  const { t } = useTranslation('food');
  const store = useRecordStore();
  const [day, setDay] = useState<WeekdayId>('monday');
  const [copying, setCopying] = useState(false);
  const [targets, setTargets] = useState<readonly WeekdayId[]>([]);
  const others = weekdayIds.filter((id) => id !== day);
  return (
    <div className="stack">
      <ChooseOne
        small
        label={t('day')}
        options={weekdayIds.map((id) => ({ id, label: t(`weekdayShort.${id}`) }))}
        value={day}
        onChange={(id) => setDay(id ?? day)}
      />
      <div className="row between">
        <h2>{t(`weekday.${day}`)}</h2>
        <Button small onPress={() => setCopying(true)}>
          {t('copyDay')}
        </Button>
      </div>
      <MealsEditor
        key={day}
        meals={mealsOfWeekday(week, day)}
        onChange={(meals) => void store.edit((record) => setWeekdayMeals(record, day, meals))}
      />
      <Sheet
        title={t('copyDayTitle', { day: t(`weekday.${day}`) })}
        open={copying}
        onClose={() => setCopying(false)}
      >
        <ChooseSome
          label={t('copyTo')}
          options={others.map((id) => ({ id, label: t(`weekday.${id}`) }))}
          value={targets}
          onChange={setTargets}
        />
        <div>
          <Button
            look="primary"
            isDisabled={targets.length === 0}
            onPress={() => {
              void store.edit((record) => copyWeekday(record, day, targets));
              setTargets([]);
              setCopying(false);
            }}
          >
            {t('copyDay')}
          </Button>
        </div>
      </Sheet>
    </div>
  );
}
