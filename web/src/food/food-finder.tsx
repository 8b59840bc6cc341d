import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { AmountInput } from './amount-input.tsx';
import type { PantryFood } from './pantry.ts';
import { readQuickWords } from './quick-words.ts';
import { usePantry } from './use-pantry.ts';

const commonPortions = new Set([
  'g',
  'kg',
  'slice',
  'cup',
  'tablespoon',
  'teaspoon',
  'piece',
  'glass',
  'handful',
  'portion',
  'serving',
  'can',
  'bowl',
]);

/** Finds a food by words, asks how much, and gives both back. */
export function FoodFinder({
  onChosen,
  action,
}: {
  onChosen: (food: PantryFood, amount: string) => void;
  action: string;
}): ReactNode {
  const { t } = useTranslation('food');
  const pantry = usePantry();
  const listId = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<PantryFood>();
  const [amount, setAmount] = useState('');
  const { words, value, unit } = readQuickWords(text, (word) => commonPortions.has(word));
  const found = words.trim().length > 1 ? pantry.search(words) : [];

  const choose = (food: PantryFood): void => {
    setChosen(food);
    const portion = food.portions.find(({ id }) => id === unit) ?? food.portions[0];
    const plain = unit === 'g' || portion === undefined;
    setAmount(plain ? `${value ?? 100} g` : `${value ?? 1} ${portion.id}`);
  };
  if (chosen) {
    return (
      <div className="stack">
        <p>
          <strong>{chosen.name}</strong>
        </p>
        <AmountInput food={chosen} amount={amount} onChange={setAmount} />
        <div className="row">
          <Button
            look="primary"
            onPress={() => {
              onChosen(chosen, amount);
              setChosen(undefined);
              setText('');
            }}
          >
            {action}
          </Button>
          <Button look="quiet" onPress={() => setChosen(undefined)}>
            {t('otherFood')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack tight">
      <TextInput label={t('find')} hint={t('findHint')} value={text} onChange={setText} />
      <ul id={listId} className="plain-list found-foods" aria-live="polite">
        {found.map((food) => (
          <li key={food.id}>
            <Button look="quiet" onPress={() => choose(food)}>
              <span className="found-food">
                <span>{food.name}</span>
                <span className="soft small">{food.kind === 'table' ? '' : t(`kind.${food.kind}`)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {words.trim().length > 1 && found.length === 0 && <p className="notice plain">{t('nothingFound')}</p>}
    </div>
  );
}
