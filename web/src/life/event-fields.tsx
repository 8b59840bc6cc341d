import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { exposureById } from '../../../src/person/exposures.ts';
import type { Change } from '../../../src/person/schema.ts';
import { TimeInput } from '../design/field.tsx';
import { Slider } from '../design/slider.tsx';
import { DoseInput } from './dose-input.tsx';
import { withUsualDose } from './event-drafts.ts';
import { ExposureSelect } from './exposure-select.tsx';
import { leadingNumber } from './leading-number.ts';

const efforts = ['light', 'moderate', 'hard', 'very_hard'] as const;

/** What can be said about one event, by its kind. */
export function EventFields({
  change,
  onChange,
}: {
  change: Change;
  onChange: (change: Change) => void;
}): ReactNode {
  const { t } = useTranslation('life');
  if ('medicine' in change) {
    const known = exposureById(change.medicine);
    return (
      <>
        <ExposureSelect
          kind="medicine"
          value={change.medicine}
          onChange={(id) => onChange({ ...change, ...withUsualDose('medicine', id) })}
        />
        <DoseInput
          exposureId={change.medicine}
          dose={change.dose}
          perDay={change.perDay ?? change.times?.length}
          onChange={(dose, perDay) => {
            const { times: _times, ...rest } = change;
            onChange({ ...rest, dose, perDay });
          }}
        />
        {known?.effects.length === 0 && <p className="notice plain">{t('notModelled')}</p>}
      </>
    );
  }
  if ('supplement' in change)
    return (
      <>
        <ExposureSelect
          kind="supplement"
          value={change.supplement}
          onChange={(id) => onChange({ ...change, ...withUsualDose('supplement', id) })}
        />
        <DoseInput
          exposureId={change.supplement}
          dose={change.dose}
          perDay={change.perDay ?? change.times?.length}
          onChange={(dose, perDay) => {
            const { times: _times, ...rest } = change;
            onChange({ ...rest, dose, perDay });
          }}
        />
      </>
    );
  if ('stress' in change) {
    const period = change.stress === 'period';
    const level = change.level ?? 1;
    return (
      <>
        <Slider
          label={t('stressHow')}
          min={period ? 0 : 0.5}
          max={period ? 3 : 2}
          step={period ? 1 : 0.5}
          value={level}
          shown={t(period ? `stressPeriodLevel.${level}` : 'stressEventLevel', { level })}
          onChange={(next) => onChange({ ...change, level: next })}
        />
        {!period && (
          <TimeInput
            label={t('at')}
            value={change.at ?? '10:00'}
            onChange={(at) => onChange({ ...change, at })}
          />
        )}
      </>
    );
  }
  if ('sleep' in change) {
    const hours = leadingNumber(change.sleep, 7);
    return (
      <Slider
        label={t('sleepHours')}
        min={3}
        max={11}
        step={0.5}
        value={hours}
        shown={t('hours', { count: hours })}
        onChange={(next) => onChange({ ...change, sleep: `${next} h` })}
      />
    );
  }
  if ('exercise' in change) {
    const minutes = leadingNumber(change.exercise, 60);
    return (
      <>
        <Slider
          label={t('exerciseMinutes')}
          min={10}
          max={300}
          step={10}
          value={minutes}
          shown={t('minutes', { count: minutes })}
          onChange={(next) => onChange({ ...change, exercise: `${next} min` })}
        />
        <Slider
          label={t('effort')}
          min={0}
          max={3}
          value={Math.max(0, efforts.indexOf(change.effort as (typeof efforts)[number]))}
          shown={t(`efforts.${change.effort}`, { defaultValue: change.effort })}
          onChange={(next) => onChange({ ...change, effort: efforts[next] ?? 'moderate' })}
        />
      </>
    );
  }
  if ('alcohol' in change) {
    const drinks = leadingNumber(change.alcohol, 2);
    return (
      <Slider
        label={t('drinks')}
        min={0.5}
        max={15}
        step={0.5}
        value={drinks}
        shown={t('drinksShown', { count: drinks, grams: Math.round(drinks * gramsPerDrink) })}
        onChange={(next) => onChange({ ...change, alcohol: `${next} drinks` })}
      />
    );
  }
  if ('infection' in change)
    return (
      <Slider
        label={t('severity')}
        min={0.25}
        max={1}
        step={0.25}
        value={change.severity ?? 1}
        shown={t(`severityLevel.${(change.severity ?? 1) * 4}`)}
        onChange={(next) => onChange({ ...change, severity: next })}
      />
    );
  return null;
}

/** One drink of the person file, g of alcohol. */
const gramsPerDrink = 14;
