import { type ReactNode, useEffect, useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.ts';
import { parseNumber, plainNumber } from './parse-number.ts';

/**
 * A number typed by hand. Every key counts at once, so that a button below is ready before the field is left;
 * empty is undefined, never zero; what lies outside is told and not taken.
 */
export function NumberInput({
  label,
  hint,
  error,
  value,
  onChange,
  unit,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  unit?: ReactNode;
  min?: number;
  max?: number;
}): ReactNode {
  const { t } = useTranslation();
  const { language, number } = useFormats();
  const [text, setText] = useState(() => plainNumber(value, language));
  const typed = parseNumber(text);
  const outside = typed !== undefined && (Number.isNaN(typed) || typed < min || typed > max);
  // The value may change from elsewhere (undo, another tab): the text follows, unless it says the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new value from outside counts
  useEffect(() => {
    if (!outside && typed !== value) setText(plainNumber(value, language));
  }, [value]);
  const change = (next: string): void => {
    setText(next);
    const read = parseNumber(next);
    if (read === undefined || (read >= min && read <= max)) onChange(read);
  };
  const outsideText = Number.isFinite(max)
    ? t('outside', { min: number(Math.max(0, min)), max: number(max) })
    : t('notANumber');
  const shown = error ?? (outside ? outsideText : undefined);
  return (
    <TextField className="field" value={text} onChange={change} isInvalid={shown !== undefined}>
      <Label>{label}</Label>
      <span className="with-unit">
        <Input className="input" inputMode="decimal" autoComplete="off" />
        {unit}
      </span>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="error">{shown}</FieldError>
    </TextField>
  );
}
