import type { ReactNode } from 'react';
import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
}

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly small?: boolean;
}

const keysOf = (keys: Set<Key>): string[] => [...keys].map(String);

/** One of a few. */
export function ChooseOne<Id extends string>({
  label,
  options,
  value,
  onChange,
  small,
}: ChoiceProps<Id> & { value: Id | undefined; onChange: (id: Id | undefined) => void }): ReactNode {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="choices"
      selectionMode="single"
      selectedKeys={value === undefined ? [] : [value]}
      onSelectionChange={(keys) => {
        const [key] = keysOf(keys);
        onChange(options.find(({ id }) => id === key)?.id);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={small ? 'choice small' : 'choice'}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Any number of a few. */
export function ChooseSome<Id extends string>({
  label,
  options,
  value,
  onChange,
  small,
}: ChoiceProps<Id> & { value: readonly Id[]; onChange: (ids: Id[]) => void }): ReactNode {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="choices"
      selectionMode="multiple"
      selectedKeys={[...value]}
      onSelectionChange={(keys) => {
        const chosen = new Set(keysOf(keys));
        onChange(options.filter(({ id }) => chosen.has(id)).map(({ id }) => id));
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={small ? 'choice small' : 'choice'}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
