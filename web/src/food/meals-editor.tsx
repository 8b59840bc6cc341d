import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item, Meal } from '../../../src/person/schema.ts';
import { Button } from '../design/button.tsx';
import { TimeInput } from '../design/field.tsx';
import { Sheet } from '../design/sheet.tsx';
import { useFormats } from '../i18n/format.ts';
import { AmountInput } from './amount-input.tsx';
import { withAmount, withItem, withoutItem, withTime } from './food-edits.ts';
import { FoodFinder } from './food-finder.tsx';
import { splitAmount } from './pantry.ts';
import { usePantry } from './use-pantry.ts';

interface Place {
  readonly meal: number;
  readonly item: number;
}

const usualTimes = ['08:00', '13:00', '19:00', '16:00', '10:30', '22:00'] as const;

/** The meals of one day: times, foods, amounts. */
export function MealsEditor({
  meals,
  onChange,
}: {
  meals: readonly Meal[];
  onChange: (meals: Meal[]) => void;
}): ReactNode {
  const { t } = useTranslation('food');
  const [open, setOpen] = useState<Place>();
  const [adding, setAdding] = useState<string>();
  const free = usualTimes.find((time) => !meals.some(({ at }) => at === time)) ?? '12:00';
  return (
    <div className="stack loose">
      {meals.map((meal, index) => (
        <section key={meal.at} className="stack tight" aria-label={t('mealAt', { time: meal.at })}>
          <div className="meal-head">
            <TimeInput
              label={meal.name ?? t('mealTime')}
              value={meal.at}
              onChange={(at) => onChange(withTime(meals, index, at))}
            />
            <Button small onPress={() => setAdding(meal.at)}>
              {t('addFood')}
            </Button>
          </div>
          <ul className="plate">
            {meal.items.map((item, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a meal may hold the same food twice, and only the place tells them apart
              <li key={`${item.food}-${place}`}>
                <ItemButton item={item} onPress={() => setOpen({ meal: index, item: place })} />
              </li>
            ))}
          </ul>
          {meal.items.length === 0 && <p className="soft small">{t('emptyMeal')}</p>}
        </section>
      ))}
      <div className="row">
        <Button onPress={() => setAdding(free)}>{t('addMeal')}</Button>
      </div>
      <Sheet title={t('addFood')} open={adding !== undefined} onClose={() => setAdding(undefined)}>
        <FoodFinder
          action={t('addThis')}
          onChosen={(food, amount) => {
            if (adding !== undefined) onChange(withItem(meals, adding, { food: food.id, amount }));
          }}
        />
        {adding !== undefined && (
          <p className="hint">{t('addingTo', { time: adding, count: itemsAt(meals, adding) })}</p>
        )}
        <div>
          <Button onPress={() => setAdding(undefined)}>{t('common:done')}</Button>
        </div>
      </Sheet>
      {open && (
        <ItemSheet
          item={meals[open.meal]?.items[open.item]}
          onClose={() => setOpen(undefined)}
          onAmount={(amount) => onChange(withAmount(meals, open.meal, open.item, amount))}
          onRemove={() => {
            onChange(withoutItem(meals, open.meal, open.item));
            setOpen(undefined);
          }}
        />
      )}
    </div>
  );
}

function itemsAt(meals: readonly Meal[], at: string): number {
  return meals.find((meal) => meal.at === at)?.items.length ?? 0;
}

/** "2 slices (58 g)" in the language of the page. */
export function useAmountText(): (item: Item) => string {
  const { t } = useTranslation('food');
  const pantry = usePantry();
  const { number } = useFormats();
  return (item) => {
    const split = splitAmount(item.amount);
    const grams = pantry.grams(item);
    if (!split || grams === undefined) return item.amount;
    if (split.unit === 'g') return t('gramsShort', { grams: number(grams) });
    const portion = pantry.find(item.food)?.portions.find(({ id }) => id === split.unit);
    return t('portionsShort', {
      number: number(split.value),
      portion: portion?.name ?? split.unit,
      grams: number(grams),
    });
  };
}

function ItemButton({ item, onPress }: { item: Item; onPress: () => void }): ReactNode {
  const pantry = usePantry();
  const amountText = useAmountText();
  return (
    <Button look="quiet" onPress={onPress}>
      <span>{pantry.find(item.food)?.name ?? item.food}</span>
      <span className="soft">{amountText(item)}</span>
    </Button>
  );
}

function ItemSheet({
  item,
  onAmount,
  onRemove,
  onClose,
}: {
  item: Item | undefined;
  onAmount: (amount: string) => void;
  onRemove: () => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('food');
  const pantry = usePantry();
  if (!item) return null;
  const food = pantry.find(item.food);
  return (
    <Sheet title={food?.name ?? item.food} open onClose={onClose}>
      {food ? (
        <AmountInput food={food} amount={item.amount} onChange={onAmount} />
      ) : (
        <p className="notice">{t('unknownFood')}</p>
      )}
      <div className="row">
        <Button look="primary" onPress={onClose}>
          {t('common:done')}
        </Button>
        <Button look="danger" onPress={onRemove}>
          {t('common:remove')}
        </Button>
      </div>
    </Sheet>
  );
}
