import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.ts';
import { useChangeText } from '../plans/change-text.ts';
import { addDays, daysBetween, todayDate } from '../record/today.ts';
import { useDocument } from '../record/use-record.ts';
import { daysAfter, daysBefore, type LaneItem, laneIds, laneItems, placeOfDay, rowsOf } from './lanes.ts';
import './life.css';

type Move = (item: LaneItem, byStart: number, byEnd: number) => void;

/** Life along time: one lane a kind, bars that can be dragged or moved by the arrow keys. */
export function LaneBoard({
  plan,
  onMove,
  onOpen,
}: {
  plan: string | undefined;
  onMove: Move;
  onOpen: (item: LaneItem) => void;
}): ReactNode {
  const { t } = useTranslation('life');
  const record = useDocument();
  const items = laneItems(record, plan, todayDate());
  const helpId = useId();
  const shown = laneIds.filter((lane) => items.some((item) => item.lane === lane));
  return (
    <div className="lanes">
      <p id={helpId} className="hint">
        {t('boardHelp')}
      </p>
      <TimeAxis />
      {shown.map((lane) => (
        <section key={lane} className="lane" aria-label={t(`lane.${lane}`)}>
          <h2>{t(`lane.${lane}`)}</h2>
          {rowsOf(items.filter((item) => item.lane === lane)).map((row) => (
            <div key={row.map(({ place, index }) => `${place.part}${index}`).join()} className="lane-row">
              {row.map((item) => (
                <Bar
                  key={`${item.place.part}-${item.index}`}
                  item={item}
                  helpId={helpId}
                  onMove={onMove}
                  onOpen={onOpen}
                />
              ))}
            </div>
          ))}
        </section>
      ))}
      <DiaryLane />
      {shown.length === 0 && <p className="soft">{t('nothingYet')}</p>}
    </div>
  );
}

/** Symptoms and stools of the diary, on the same time as food and life. */
function DiaryLane(): ReactNode {
  const { t } = useTranslation(['life', 'symptoms']);
  const { diary = [] } = useDocument();
  const { date: dateText } = useFormats();
  const today = todayDate();
  const entries = diary.flatMap(({ date, symptoms, bristol }) => {
    const day = date === undefined ? undefined : daysBetween(today, date);
    if (date === undefined || day === undefined || day < -daysBefore || day > daysAfter) return [];
    const scores = Object.entries(symptoms ?? {});
    const worst = Math.max(0, ...scores.map(([, score]) => score ?? 0));
    const words = [
      ...scores.map(([id, score]) => `${t(`symptoms:${id}.name`)} ${score}`),
      ...(bristol === undefined ? [] : [t('stoolForm', { form: [bristol].flat().join(', ') })]),
    ];
    return [{ date, day, worst, text: `${dateText(date)}: ${words.join(', ')}` }];
  });
  if (entries.length === 0) return null;
  return (
    <section className="lane" aria-label={t('lane.diary')}>
      <h2>{t('lane.diary')}</h2>
      <ul className="lane-row diary-row">
        {entries.map(({ date, day, worst, text }) => (
          <li
            key={date}
            title={text}
            style={{ insetInlineStart: `${placeOfDay(day) * 100}%`, height: `${20 + worst * 8}%` }}
          >
            <span className="visually-hidden">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TimeAxis(): ReactNode {
  const { t } = useTranslation('life');
  const { shortDate } = useFormats();
  const today = todayDate();
  const marks = [-84, -56, -28, 0, 28, 56, 84];
  return (
    <div className="lane-axis" aria-hidden="true">
      {marks.map((day) => (
        <span
          key={day}
          className={day === 0 ? 'now' : ''}
          style={{ insetInlineStart: `${placeOfDay(day) * 100}%` }}
        >
          {day === 0 ? t('today') : shortDate(addDays(today, day))}
        </span>
      ))}
    </div>
  );
}

/** A drag that goes less far than this is a tap. Pixels. */
const tapDistance = 5;

function Bar({
  item,
  helpId,
  onMove,
  onOpen,
}: {
  item: LaneItem;
  helpId: string;
  onMove: Move;
  onOpen: (item: LaneItem) => void;
}): ReactNode {
  const { t } = useTranslation('life');
  const { date } = useFormats();
  const changeText = useChangeText();
  const from = useRef<{ x: number; width: number; stretch: boolean }>(undefined);
  const [drag, setDrag] = useState<{ byStart: number; byEnd: number }>();
  const start = item.start + (drag?.byStart ?? 0);
  const end = item.end + (drag?.byEnd ?? 0);
  const today = todayDate();

  const down = (event: PointerEvent<HTMLButtonElement>): void => {
    const row = event.currentTarget.parentElement;
    if (!row || event.button !== 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const stretch = !item.open && event.clientX > box.right - 14 && box.width > 28;
    from.current = { x: event.clientX, width: row.clientWidth, stretch };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLButtonElement>): void => {
    if (!from.current) return;
    const days = Math.round(
      ((event.clientX - from.current.x) / from.current.width) * (daysBefore + daysAfter),
    );
    if (Math.abs(event.clientX - from.current.x) < tapDistance && !drag) return;
    setDrag({ byStart: from.current.stretch ? 0 : days, byEnd: item.open ? days : days });
  };
  const up = (): void => {
    from.current = undefined;
    if (!drag) return;
    if (drag.byStart !== 0 || drag.byEnd !== 0) onMove(item, drag.byStart, drag.byEnd);
    // The click that follows a drag must not open the sheet.
    setTimeout(() => setDrag(undefined), 0);
  };
  const key = (event: KeyboardEvent): void => {
    const days = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (days === 0) return;
    event.preventDefault();
    onMove(item, event.shiftKey ? 0 : days, days);
  };
  const name = changeText(item.change);
  return (
    <button
      type="button"
      className={`bar-item lane-${item.lane} ${item.place.part} ${item.open ? 'open' : ''}`}
      style={{
        insetInlineStart: `${placeOfDay(start) * 100}%`,
        width: `max(1.6rem, ${(placeOfDay(end) - placeOfDay(start)) * 100}%)`,
      }}
      aria-describedby={helpId}
      aria-label={t(item.open ? 'barOpen' : 'bar', {
        name,
        from: date(addDays(today, start)),
        to: date(addDays(today, Math.max(start, end - 1))),
      })}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        from.current = undefined;
        setDrag(undefined);
      }}
      onKeyDown={key}
      onClick={() => {
        if (!drag) onOpen(item);
      }}
    >
      <span>{name}</span>
    </button>
  );
}
