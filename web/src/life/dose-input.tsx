import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { exposureById } from '../../../src/person/exposures.ts';
import { NumberInput } from '../design/number-input.tsx';
import { doseText } from './event-drafts.ts';

/** One dose with a unit that this medicine knows, and how often a day. */
export function DoseInput({
  exposureId,
  dose,
  perDay,
  onChange,
}: {
  exposureId: string;
  dose: string | undefined;
  perDay: number | undefined;
  onChange: (dose: string, perDay: number) => void;
}): ReactNode {
  const { t } = useTranslation('life');
  const id = useId();
  const exposure = exposureById(exposureId);
  if (!exposure) return null;
  const written = dose ?? doseText(exposure.usual.dose, exposure.unit);
  const [, number = '1', unit = exposure.unit] = /^([\d.]+)\s*(.*)$/.exec(written) ?? [];
  const times = perDay ?? exposure.usual.atHours.length;
  const units = [...new Set([unit, ...Object.keys(exposure.units)])];
  return (
    <div className="two-fields">
      <NumberInput
        label={t('dose')}
        value={Number(number)}
        min={0}
        onChange={(value) => value !== undefined && onChange(`${value} ${unit}`, times)}
        unit={
          <>
            <label htmlFor={id} className="visually-hidden">
              {t('unit')}
            </label>
            <select
              id={id}
              className="input"
              value={unit}
              onChange={(event) => onChange(`${number} ${event.target.value}`, times)}
            >
              {units.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </>
        }
      />
      <NumberInput
        label={t('perDay')}
        value={times}
        min={1}
        max={12}
        onChange={(value) => value !== undefined && onChange(written, value)}
      />
    </div>
  );
}
