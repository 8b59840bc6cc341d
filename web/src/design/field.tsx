import { type ReactNode, useId } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';

interface Common {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

export function TextInput({
  label,
  hint,
  error,
  value,
  onChange,
  multiline,
  placeholder,
}: Common & {
  value: string;
  onChange: (value: string) => void;
  multiline?: boolean;
  placeholder?: string;
}): ReactNode {
  return (
    <TextField className="field" value={value} onChange={onChange} isInvalid={error !== undefined}>
      <Label>{label}</Label>
      {multiline ? (
        <TextArea className="input" />
      ) : (
        <Input className="input" autoComplete="off" {...(placeholder ? { placeholder } : {})} />
      )}
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </TextField>
  );
}

/** The browser's own list: the best one on a phone. */
export function SelectInput<Id extends string>({
  label,
  hint,
  value,
  onChange,
  options,
  empty,
}: Common & {
  value: Id | '';
  onChange: (value: Id) => void;
  options: readonly { readonly id: Id; readonly label: string }[];
  /** What an empty choice is called; without it there is none. */
  empty?: string;
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.id === event.target.value);
          if (chosen) onChange(chosen.id);
        }}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && <span className="hint">{hint}</span>}
    </div>
  );
}

/** A day, with the device's own calendar. */
export function DateInput({
  label,
  hint,
  value,
  onChange,
  min,
  max,
}: Common & {
  value: string;
  onChange: (value: string) => void;
  min?: string;
  max?: string;
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="input"
        value={value}
        min={min}
        max={max}
        onChange={(event) => {
          if (event.target.value) onChange(event.target.value);
        }}
      />
      {hint && <span className="hint">{hint}</span>}
    </div>
  );
}

/** A time of day, with the device's own clock. */
export function TimeInput({
  label,
  value,
  onChange,
}: Common & { value: string; onChange: (value: string) => void }): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="time"
        className="input short"
        value={value}
        onChange={(event) => {
          if (event.target.value) onChange(event.target.value);
        }}
      />
    </div>
  );
}
