import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../src/person/schema.ts';
import { Button } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { Sheet } from '../design/sheet.tsx';
import { Slider } from '../design/slider.tsx';
import { FoodFinder } from '../food/food-finder.tsx';
import { type EventKind, eventKinds, newEvent } from '../life/event-drafts.ts';
import { EventFields } from '../life/event-fields.tsx';
import { DateFields } from '../life/event-sheet.tsx';
import { todayDate } from '../record/today.ts';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { MenuCards } from '../start/menu-cards.tsx';
import { useChangeText } from './change-text.ts';
import {
  addChange,
  changesAt,
  datesOf,
  removeChange,
  removePlan,
  renamePlan,
  replaceChange,
  withDates,
} from './plan-edits.ts';

type Adding = 'choose' | 'food' | 'swap' | 'menu';
const usualRamp = 14;

/** A plan in full: its name, and every change that can be added, changed or taken out. */
export function PlanEditor({ plan, onClose }: { plan: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation(['compare', 'life']);
  const record = useDocument();
  const store = useRecordStore();
  const changeText = useChangeText();
  const place = { part: 'plan', plan } as const;
  const changes = changesAt(record, place);
  const [open, setOpen] = useState<number>();
  const [adding, setAdding] = useState<Adding>();
  const title = record.plans?.find(({ name }) => name === plan)?.title ?? plan;
  const opened = open === undefined ? undefined : changes[open];
  const add = (change: Change): void => {
    void store.edit((now) => addChange(now, place, change));
    setAdding(undefined);
  };
  return (
    <Sheet title={title} open onClose={onClose}>
      {adding ? (
        <AddChange adding={adding} onMode={setAdding} onAdd={add} />
      ) : opened && open !== undefined ? (
        <ChangeFields
          change={opened}
          onChange={(change) => void store.edit((now) => replaceChange(now, place, open, change))}
          onBack={() => setOpen(undefined)}
          onRemove={() => {
            void store.edit((now) => removeChange(now, place, open));
            setOpen(undefined);
          }}
        />
      ) : (
        <>
          <TextInput
            label={t('planTitle')}
            value={title}
            onChange={(text) => void store.edit((now) => renamePlan(now, plan, text))}
          />
          <ul className="plate">
            {changes.map((change, index) => (
              <li key={JSON.stringify(change)}>
                <Button look="quiet" onPress={() => setOpen(index)}>
                  {changeText(change)}
                </Button>
              </li>
            ))}
          </ul>
          {changes.length === 0 && <p className="soft">{t('noChanges')}</p>}
          <div className="row">
            <Button onPress={() => setAdding('choose')}>{t('addChange')}</Button>
            <Button look="primary" onPress={onClose}>
              {t('common:done')}
            </Button>
            <Button
              look="danger"
              onPress={() => {
                void store.edit((now) => removePlan(now, plan));
                onClose();
              }}
            >
              {t('removePlan')}
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}

function ChangeFields({
  change,
  onChange,
  onBack,
  onRemove,
}: {
  change: Change;
  onChange: (change: Change) => void;
  onBack: () => void;
  onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation('compare');
  const changeText = useChangeText();
  const record = useDocument();
  const today = todayDate();
  const dates = datesOf(change, record.startDate ?? today, today);
  return (
    <>
      <p>
        <strong>{changeText(change)}</strong>
      </p>
      <EventFields change={change} onChange={(next) => onChange(withDates(next, dates))} />
      {'rampDays' in change && (
        <Slider
          label={t('ramp')}
          min={0}
          max={42}
          value={change.rampDays ?? 0}
          shown={t('rampDays', { count: change.rampDays ?? 0 })}
          onChange={(rampDays) => onChange({ ...change, rampDays } as Change)}
        />
      )}
      <DateFields dates={dates} onChange={(next) => onChange(withDates(change, next))} />
      <div className="row">
        <Button look="primary" onPress={onBack}>
          {t('common:done')}
        </Button>
        <Button look="danger" onPress={onRemove}>
          {t('common:remove')}
        </Button>
      </div>
    </>
  );
}

function AddChange({
  adding,
  onMode,
  onAdd,
}: {
  adding: Adding;
  onMode: (mode: Adding | undefined) => void;
  onAdd: (change: Change) => void;
}): ReactNode {
  const { t } = useTranslation(['compare', 'life']);
  const from = todayDate();
  const [swapped, setSwapped] = useState<string>();
  if (adding === 'menu')
    return (
      <MenuCards
        label={t('otherMenu')}
        value={undefined}
        onChange={(menu) => onAdd({ menu, rampDays: usualRamp, from })}
      />
    );
  if (adding === 'food')
    return (
      <FoodFinder
        action={t('addFood')}
        onChosen={({ id }, amount) => onAdd({ add: id, amount, rampDays: usualRamp, from })}
      />
    );
  if (adding === 'swap')
    return (
      <>
        <p>{swapped === undefined ? t('swapWhat') : t('swapWith')}</p>
        <FoodFinder
          key={swapped ?? 'first'}
          action={swapped === undefined ? t('swapThis') : t('swapForThis')}
          onChosen={({ id }, amount) =>
            swapped === undefined
              ? setSwapped(id)
              : onAdd({ swap: swapped, with: id, amountWith: amount, rampDays: usualRamp, from })
          }
        />
      </>
    );
  const addEvent = (kind: EventKind): void => {
    const { change, days } = newEvent(kind);
    const single = days === 1;
    onAdd(single ? ({ ...change, date: from } as Change) : ({ ...change, from } as Change));
  };
  return (
    <>
      <h3>{t('changeFood')}</h3>
      <div className="row">
        <Button small onPress={() => onMode('menu')}>
          {t('otherMenu')}
        </Button>
        <Button small onPress={() => onMode('food')}>
          {t('addFood')}
        </Button>
        <Button small onPress={() => onMode('swap')}>
          {t('swapFood')}
        </Button>
      </div>
      <h3>{t('changeLife')}</h3>
      <div className="row">
        {eventKinds.map((kind) => (
          <Button key={kind} small onPress={() => addEvent(kind)}>
            {t(`life:kind.${kind}`)}
          </Button>
        ))}
        <Button small onPress={() => onAdd({ stop: 'alcohol', from })}>
          {t('stopAlcohol')}
        </Button>
      </div>
      <div>
        <Button look="quiet" onPress={() => onMode(undefined)}>
          {t('common:cancel')}
        </Button>
      </div>
    </>
  );
}
