import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { ChooseOne } from '../design/choice.tsx';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { DiaryView } from './diary-view.tsx';
import { setMenu, setWeek } from './food-edits.ts';
import { MenuView } from './menu-view.tsx';
import { NutrientTable } from './nutrient-table.tsx';
import { OwnFoods } from './own-foods.tsx';
import { usePantry } from './use-pantry.ts';
import { mealsOfMenu, usualDay } from './usual-plate.ts';
import { WeekView } from './week-view.tsx';
import './food.css';

const defaultMenu = 'western';

export function FoodPage(): ReactNode {
  const { t } = useTranslation('food');
  const record = useDocument();
  const store = useRecordStore();
  const pantry = usePantry();
  const [view, setView] = useState<'usual' | 'diary'>('usual');
  const { week, menu = defaultMenu } = record.habitual ?? {};
  return (
    <div className="stack loose">
      <div className="page-head">
        <h1>{t('common:page.food')}</h1>
        <p className="soft">{t('about')}</p>
        <ChooseOne
          label={t('common:page.food')}
          options={[
            { id: 'usual', label: t('usual') },
            { id: 'diary', label: t('diary') },
          ]}
          value={view}
          onChange={(id) => setView(id ?? view)}
        />
      </div>
      {view === 'diary' ? (
        <DiaryView />
      ) : (
        <div className="columns">
          <div className="stack">
            {week ? <WeekView week={week} /> : <MenuView menu={menu} />}
            <div className="row">
              {week ? (
                <Button small onPress={() => void store.edit((now) => setMenu(now, defaultMenu))}>
                  {t('backToMenu')}
                </Button>
              ) : (
                <Button
                  small
                  onPress={() => void store.edit((now) => setWeek(now, { everyDay: mealsOfMenu(menu) }))}
                >
                  {t('ownWeek')}
                </Button>
              )}
            </div>
          </div>
          <div className="stack loose">
            <NutrientTable items={usualDay(record, pantry)} title={t('dayHolds')} />
            <OwnFoods />
          </div>
        </div>
      )}
    </div>
  );
}
