import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../src/person/schema.ts';
import { Button } from '../design/button.tsx';
import { ChooseOne } from '../design/choice.tsx';
import { DateInput } from '../design/field.tsx';
import { Sheet } from '../design/sheet.tsx';
import { type Dates, withDates } from '../plans/plan-edits.ts';
import { addDays, todayDate } from '../record/today.ts';
import { type EventKind, eventKinds, newEvent } from './event-drafts.ts';
import { EventFields } from './event-fields.tsx';

/** Adds something that happened or will happen. */
export function NewEventSheet({
  onAdd,
  onClose,
}: {
  onAdd: (change: Change, dates: Dates) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('life');
  const [kind, setKind] = useState<EventKind>('medicine');
  const first = newEvent(kind);
  const [change, setChange] = useState<Change>(first.change);
  const [dates, setDates] = useState<Dates>(datesFrom(first.days));
  return (
    <Sheet title={t('newEvent')} open onClose={onClose}>
      <ChooseOne
        small
        label={t('kindOfEvent')}
        options={eventKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
        value={kind}
        onChange={(id) => {
          if (id === undefined) return;
          const fresh = newEvent(id);
          setKind(id);
          setChange(fresh.change);
          setDates(datesFrom(fresh.days));
        }}
      />
      <EventFields change={change} onChange={setChange} />
      <DateFields dates={dates} onChange={setDates} />
      <div>
        <Button
          look="primary"
          onPress={() => {
            onAdd(withDates(change, dates), dates);
            onClose();
          }}
        >
          {t('common:add')}
        </Button>
      </div>
    </Sheet>
  );
}

function datesFrom(days: number): Dates {
  const today = todayDate();
  return { from: addDays(today, -days), to: today };
}

/** Changes or removes something on the lanes. */
export function EventSheet({
  change,
  dates,
  onChange,
  onRemove,
  onClose,
}: {
  change: Change;
  dates: Dates;
  onChange: (change: Change) => void;
  onRemove: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('life');
  return (
    <Sheet title={t('editEvent')} open onClose={onClose}>
      <EventFields change={change} onChange={(next) => onChange(withDates(next, dates))} />
      <DateFields dates={dates} onChange={(next) => onChange(withDates(change, next))} />
      <div className="row">
        <Button look="primary" onPress={onClose}>
          {t('common:done')}
        </Button>
        <Button look="danger" onPress={onRemove}>
          {t('common:remove')}
        </Button>
      </div>
    </Sheet>
  );
}

export function DateFields({
  dates: { from, to },
  onChange,
}: {
  dates: Dates;
  onChange: (dates: Dates) => void;
}): ReactNode {
  const { t } = useTranslation('life');
  const last = to === undefined ? undefined : addDays(to, -1);
  return (
    <div className="stack tight">
      <div className="two-fields">
        <DateInput
          label={t('firstDay')}
          value={from}
          onChange={(first) =>
            onChange({ from: first, to: to === undefined || to > first ? to : addDays(first, 1) })
          }
        />
        {last !== undefined && (
          <DateInput
            label={t('lastDay')}
            value={last}
            min={from}
            onChange={(day) => onChange({ from, to: addDays(day < from ? from : day, 1) })}
          />
        )}
      </div>
      <ChooseOne
        small
        label={t('howLong')}
        options={[
          { id: 'ends', label: t('ends') },
          { id: 'goesOn', label: t('goesOn') },
        ]}
        value={to === undefined ? 'goesOn' : 'ends'}
        onChange={(id) => onChange({ from, to: id === 'goesOn' ? undefined : addDays(from, 7) })}
      />
    </div>
  );
}
