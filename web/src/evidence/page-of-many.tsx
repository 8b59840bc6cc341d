import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';

const atFirst = 60;

/** A long list of which the first part is drawn at once and the rest when asked for. */
export function useFirst<Item>(items: readonly Item[]): {
  readonly shown: readonly Item[];
  readonly more: ReactNode;
} {
  const { t } = useTranslation('evidence');
  const [count, setCount] = useState(atFirst);
  const left = items.length - count;
  return {
    shown: items.slice(0, count),
    more:
      left > 0 ? (
        <div>
          <Button small onPress={() => setCount(items.length)}>
            {t('more', { count: left })}
          </Button>
        </div>
      ) : null,
  };
}
