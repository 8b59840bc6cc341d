import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../design/choice.tsx';
import { NumberInput } from '../design/number-input.tsx';

const kgPerPound = 0.45359237;
const cmPerInch = 2.54;
const inchesPerFoot = 12;
const tenth = (value: number): number => Math.round(value * 10) / 10;

type Units = 'metric' | 'imperial';

/** Weight and height in the units a person knows; kept in kilograms and centimetres. */
export function BodyFields({
  weightKg,
  heightCm,
  onWeight,
  onHeight,
}: {
  weightKg: number | undefined;
  heightCm: number | undefined;
  onWeight: (kg: number | undefined) => void;
  onHeight: (cm: number | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('start');
  const [units, setUnits] = useState<Units>(navigator.language === 'en-US' ? 'imperial' : 'metric');
  const inches = heightCm === undefined ? undefined : heightCm / cmPerInch;
  const feet = inches === undefined ? undefined : Math.floor(Math.round(inches) / inchesPerFoot);
  const rest =
    inches === undefined || feet === undefined ? undefined : Math.round(inches) - feet * inchesPerFoot;
  const fromFeet = (newFeet: number | undefined, newInches: number | undefined): number | undefined =>
    newFeet === undefined && newInches === undefined
      ? undefined
      : tenth(((newFeet ?? 0) * inchesPerFoot + (newInches ?? 0)) * cmPerInch);
  return (
    <>
      <ChooseOne
        small
        label={t('body.units')}
        options={[
          { id: 'metric', label: t('body.metric') },
          { id: 'imperial', label: t('body.imperial') },
        ]}
        value={units}
        onChange={(id) => setUnits(id ?? units)}
      />
      {units === 'metric' ? (
        <div className="two-fields">
          <NumberInput
            label={t('body.weight')}
            unit="kg"
            value={weightKg}
            onChange={onWeight}
            min={25}
            max={350}
          />
          <NumberInput
            label={t('body.height')}
            unit="cm"
            value={heightCm}
            onChange={onHeight}
            min={100}
            max={250}
          />
        </div>
      ) : (
        <div className="two-fields">
          <NumberInput
            label={t('body.weight')}
            unit="lb"
            value={weightKg === undefined ? undefined : tenth(weightKg / kgPerPound)}
            onChange={(pounds) => onWeight(pounds === undefined ? undefined : tenth(pounds * kgPerPound))}
            min={55}
            max={770}
          />
          <NumberInput
            label={t('body.heightFeet')}
            unit="ft"
            value={feet}
            onChange={(next) => onHeight(fromFeet(next, rest))}
            min={3}
            max={8}
          />
          <NumberInput
            label={t('body.heightInches')}
            unit="in"
            value={rest}
            onChange={(next) => onHeight(fromFeet(feet, next))}
            min={0}
            max={11}
          />
        </div>
      )}
      <p className="hint">{t('body.optional')}</p>
    </>
  );
}
