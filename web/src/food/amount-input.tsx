import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '../design/number-input.tsx';
import { useFormats } from '../i18n/format.ts';
import { type PantryFood, splitAmount } from './pantry.ts';

/** How much of a food: a number and a unit that this food has. */
export function AmountInput({
  food,
  amount,
  onChange,
}: {
  food: PantryFood;
  amount: string;
  onChange: (amount: string) => void;
}): ReactNode {
  const { t } = useTranslation('food');
  const { number } = useFormats();
  const id = useId();
  const split = splitAmount(amount) ?? { value: 100, unit: 'g' };
  const grams = split.unit === 'g' ? split.value : (gramsOf(food, split.unit) ?? Number.NaN) * split.value;
  const changeUnit = (unit: string): void => {
    const one = unit === 'g' ? 1 : (gramsOf(food, unit) ?? 1);
    const value = Math.max(0.25, Math.round((grams / one) * 4) / 4);
    onChange(`${unit === 'g' ? Math.round(grams) : value} ${unit}`);
  };
  return (
    <div className="stack tight">
      <NumberInput
        label={t('amount')}
        value={split.value}
        min={0.05}
        onChange={(value) => value !== undefined && onChange(`${value} ${split.unit}`)}
        unit={
          <>
            <label htmlFor={id} className="visually-hidden">
              {t('unit')}
            </label>
            <select
              id={id}
              className="input"
              value={split.unit}
              onChange={(event) => changeUnit(event.target.value)}
            >
              <option value="g">{t('grams')}</option>
              {food.portions.map((portion) => (
                <option key={portion.id} value={portion.id}>
                  {t('portionWithGrams', { name: portion.name, grams: number(portion.grams) })}
                </option>
              ))}
            </select>
          </>
        }
      />
      {split.unit !== 'g' && Number.isFinite(grams) && (
        <span className="hint">{t('isGrams', { grams: number(grams) })}</span>
      )}
    </div>
  );
}

function gramsOf(food: PantryFood, unit: string): number | undefined {
  return food.portions.find(({ id }) => id === unit)?.grams;
}
