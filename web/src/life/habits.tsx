import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFile } from '../../../src/person/schema.ts';
import { Button } from '../design/button.tsx';
import { Sheet } from '../design/sheet.tsx';
import { Slider } from '../design/slider.tsx';
import { useExposureName } from '../plans/change-text.ts';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { weekdaysOf } from '../start/draft.ts';
import { DoseInput } from './dose-input.tsx';
import { withUsualDose } from './event-drafts.ts';
import { ExposureSelect } from './exposure-select.tsx';
import { leadingNumber } from './leading-number.ts';

type Habitual = NonNullable<PersonFile['habitual']>;
const usualSleep = 7.5;
const daysInWeek = 7;

/** Life as it usually is: what holds on all days, before anything dated. */
export function Habits(): ReactNode {
  const { t } = useTranslation('life');
  const { habitual = {} } = useDocument();
  const store = useRecordStore();
  const change = (part: (habitual: Habitual) => Habitual): void =>
    void store.edit((now) => ({ ...now, habitual: part(now.habitual ?? {}) }));
  const stress = habitual.stress ?? 0;
  const sleep = leadingNumber(habitual.sleep, usualSleep);
  const [drink] = habitual.alcohol ?? [];
  const drinks = leadingNumber(drink?.alcohol, 0);
  const drinkDays = drink ? (drink.weekdays?.length ?? daysInWeek) : 2;
  const [sport] = habitual.exercise ?? [];
  const minutes = leadingNumber(sport?.exercise, 0);
  const sportDays = sport ? (sport.weekdays?.length ?? daysInWeek) : 2;
  const setDrinks = (amount: number, days: number): void =>
    change(({ alcohol = [], ...rest }) => {
      const weekdays = weekdaysOf(days);
      const first = { ...alcohol[0], alcohol: `${amount} drinks`, ...(weekdays ? { weekdays } : {}) };
      if (!weekdays) delete first.weekdays;
      const others = alcohol.slice(1);
      return amount === 0
        ? others.length > 0
          ? { ...rest, alcohol: others }
          : rest
        : { ...rest, alcohol: [first, ...others] };
    });
  const setSport = (length: number, days: number): void =>
    change(({ exercise = [], ...rest }) => {
      const weekdays = weekdaysOf(days);
      const first = {
        effort: 'moderate',
        ...exercise[0],
        exercise: `${length} min`,
        ...(weekdays ? { weekdays } : {}),
      };
      if (!weekdays) delete first.weekdays;
      const others = exercise.slice(1);
      return length === 0
        ? others.length > 0
          ? { ...rest, exercise: others }
          : rest
        : { ...rest, exercise: [first, ...others] };
    });
  return (
    <section className="card habits">
      <h2>{t('habits')}</h2>
      <Slider
        label={t('habitStress')}
        min={0}
        max={3}
        value={stress}
        shown={t(`stressPeriodLevel.${Math.round(stress)}`)}
        onChange={(level) => change((now) => ({ ...now, stress: level }))}
      />
      <Slider
        label={t('sleepHours')}
        min={3}
        max={11}
        step={0.5}
        value={sleep}
        shown={habitual.sleep === undefined ? t('notTold') : t('hours', { count: sleep })}
        onChange={(hours) => change((now) => ({ ...now, sleep: `${hours} h` }))}
      />
      <Slider
        label={t('habitDrinks')}
        min={0}
        max={12}
        step={0.5}
        value={drinks}
        shown={drinks === 0 ? t('none') : t('drinksShown', { count: drinks, grams: Math.round(drinks * 14) })}
        onChange={(amount) => setDrinks(amount, drinkDays)}
      />
      {drinks > 0 && (
        <Slider
          label={t('habitDrinkDays')}
          min={1}
          max={7}
          value={drinkDays}
          shown={t('daysAWeek', { count: drinkDays })}
          onChange={(days) => setDrinks(drinks, days)}
        />
      )}
      <Slider
        label={t('habitExercise')}
        min={0}
        max={180}
        step={10}
        value={minutes}
        shown={minutes === 0 ? t('none') : t('minutes', { count: minutes })}
        onChange={(length) => setSport(length, sportDays)}
      />
      {minutes > 0 && (
        <Slider
          label={t('habitExerciseDays')}
          min={1}
          max={7}
          value={sportDays}
          shown={t('daysAWeek', { count: sportDays })}
          onChange={(days) => setSport(minutes, days)}
        />
      )}
      <Taken kind="medicine" habitual={habitual} change={change} />
      <Taken kind="supplement" habitual={habitual} change={change} />
    </section>
  );
}

interface Taking {
  readonly id: string;
  readonly dose: string | undefined;
  readonly perDay: number | undefined;
}

/** Medicines or supplements that are taken all the time. */
function Taken({
  kind,
  habitual,
  change,
}: {
  kind: 'medicine' | 'supplement';
  habitual: Habitual;
  change: (part: (habitual: Habitual) => Habitual) => void;
}): ReactNode {
  const { t } = useTranslation('life');
  const name = useExposureName();
  const [open, setOpen] = useState<number | 'new'>();
  const taken: readonly Taking[] =
    kind === 'medicine'
      ? (habitual.medicines ?? []).map((one) => ({
          id: one.medicine,
          dose: one.dose,
          perDay: one.perDay ?? one.times?.length,
        }))
      : (habitual.supplements ?? []).map((one) => ({
          id: one.supplement,
          dose: one.dose,
          perDay: one.perDay ?? one.times?.length,
        }));
  const days = (index: number): number =>
    (kind === 'medicine' ? habitual.medicines : habitual.supplements)?.[index]?.weekdays?.length ??
    daysInWeek;
  const put = (
    index: number,
    id: string,
    dose: string | undefined,
    perDay: number | undefined,
    weekly: number,
  ): void =>
    change((now) => {
      const weekdays = weekdaysOf(weekly);
      const rest = {
        ...(dose === undefined ? {} : { dose }),
        ...(perDay === undefined ? {} : { perDay }),
        ...(weekdays ? { weekdays } : {}),
      };
      if (kind === 'medicine') {
        const list = [...(now.medicines ?? [])];
        list[index] = {
          ...(list[index]?.prescribed === undefined ? {} : { prescribed: list[index].prescribed }),
          medicine: id,
          ...rest,
        };
        return { ...now, medicines: list };
      }
      const list = [...(now.supplements ?? [])];
      list[index] = { supplement: id, ...rest };
      return { ...now, supplements: list };
    });
  const remove = (index: number): void =>
    change((now) =>
      kind === 'medicine'
        ? { ...now, medicines: (now.medicines ?? []).filter((_, i) => i !== index) }
        : { ...now, supplements: (now.supplements ?? []).filter((_, i) => i !== index) },
    );
  const opened = typeof open === 'number' ? taken[open] : undefined;
  return (
    <div className="stack tight">
      <h3>{t(`takenAlways.${kind}`)}</h3>
      <div className="row">
        {taken.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same medicine may be taken in two doses, and only the place tells them apart
          <Button key={`${one.id}-${index}`} small onPress={() => setOpen(index)}>
            {name(one.id)}
          </Button>
        ))}
        <Button
          small
          look="quiet"
          onPress={() => {
            const fresh = withUsualDose(kind, kind === 'medicine' ? 'ibuprofen' : 'vitamin_d');
            const dose = 'dose' in fresh ? fresh.dose : undefined;
            const perDay = 'perDay' in fresh ? fresh.perDay : undefined;
            put(taken.length, kind === 'medicine' ? 'ibuprofen' : 'vitamin_d', dose, perDay, daysInWeek);
            setOpen(taken.length);
          }}
        >
          {t(`addTaken.${kind}`)}
        </Button>
      </div>
      {opened && typeof open === 'number' && (
        <Sheet title={name(opened.id)} open onClose={() => setOpen(undefined)}>
          <ExposureSelect
            kind={kind}
            value={opened.id}
            onChange={(id) => {
              const fresh = withUsualDose(kind, id);
              put(
                open,
                id,
                'dose' in fresh ? fresh.dose : undefined,
                'perDay' in fresh ? fresh.perDay : undefined,
                days(open),
              );
            }}
          />
          <DoseInput
            exposureId={opened.id}
            dose={opened.dose}
            perDay={opened.perDay}
            onChange={(dose, perDay) => put(open, opened.id, dose, perDay, days(open))}
          />
          <Slider
            label={t('howManyDays')}
            min={1}
            max={7}
            value={days(open)}
            shown={t('daysAWeek', { count: days(open) })}
            onChange={(weekly) => put(open, opened.id, opened.dose, opened.perDay, weekly)}
          />
          <div className="row">
            <Button look="primary" onPress={() => setOpen(undefined)}>
              {t('common:done')}
            </Button>
            <Button
              look="danger"
              onPress={() => {
                remove(open);
                setOpen(undefined);
              }}
            >
              {t('common:remove')}
            </Button>
          </div>
        </Sheet>
      )}
    </div>
  );
}
