import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../src/person/schema.ts';
import { Button } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { NumberInput } from '../design/number-input.tsx';
import { Sheet } from '../design/sheet.tsx';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { ownId, removeOwn, saveOwnFood, saveRecipe } from './food-edits.ts';
import { FoodFinder } from './food-finder.tsx';
import { useAmountText } from './meals-editor.tsx';
import type { PantryFood } from './pantry.ts';
import { usePantry } from './use-pantry.ts';

/** What a label usually prints. */
const labelValues = [
  ['energy_kcal', 'kcal'],
  ['fat_g', 'g'],
  ['saturated_fat_g', 'g'],
  ['carbohydrate_g', 'g'],
  ['sugars_g', 'g'],
  ['fibre_g', 'g'],
  ['protein_g', 'g'],
] as const;

/** Foods and dishes that the table lacks. */
export function OwnFoods(): ReactNode {
  const { t } = useTranslation('food');
  const record = useDocument();
  const store = useRecordStore();
  const [open, setOpen] = useState<'food' | 'recipe'>();
  const own = [...(record.ownFoods ?? []), ...(record.recipes ?? [])];
  return (
    <section className="stack tight">
      <h2>{t('own.title')}</h2>
      <p className="soft small">{t('own.about')}</p>
      {own.length > 0 && (
        <ul className="plate">
          {own.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <Button small look="quiet" onPress={() => void store.edit((now) => removeOwn(now, id))}>
                {t('common:remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button small onPress={() => setOpen('food')}>
          {t('own.newFood')}
        </Button>
        <Button small onPress={() => setOpen('recipe')}>
          {t('own.newRecipe')}
        </Button>
      </div>
      {open === 'food' && <OwnFoodSheet onClose={() => setOpen(undefined)} />}
      {open === 'recipe' && <RecipeSheet onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function OwnFoodSheet({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('food');
  const store = useRecordStore();
  const pantry = usePantry();
  const [name, setName] = useState('');
  const [values, setValues] = useState<Readonly<Record<string, number>>>({});
  const [like, setLike] = useState<PantryFood>();
  const [serving, setServing] = useState<number>();
  return (
    <Sheet title={t('own.newFood')} open onClose={onClose}>
      <TextInput label={t('own.name')} value={name} onChange={setName} />
      <p className="soft small">{t('own.label')}</p>
      <div className="two-fields">
        {labelValues.map(([id, unit]) => (
          <NumberInput
            key={id}
            label={t(`own.value.${id}`)}
            unit={unit}
            value={values[id]}
            min={0}
            max={900}
            onChange={(value) => {
              const { [id]: _old, ...others } = values;
              setValues(value === undefined ? others : { ...others, [id]: value });
            }}
          />
        ))}
      </div>
      <NumberInput
        label={t('own.serving')}
        unit="g"
        value={serving}
        onChange={setServing}
        min={1}
        max={2000}
      />
      {like ? (
        <p>
          {t('own.isLike', { food: like.name })}{' '}
          <Button small look="quiet" onPress={() => setLike(undefined)}>
            {t('common:edit')}
          </Button>
        </p>
      ) : (
        <div className="card">
          <p>{t('own.likeWhy')}</p>
          <FoodFinder action={t('own.likeThis')} onChosen={(food) => setLike(food)} />
        </div>
      )}
      <div>
        <Button
          look="primary"
          isDisabled={name.trim() === ''}
          onPress={() => {
            void store.edit((now) =>
              saveOwnFood(now, {
                id: ownId(name, (id) => pantry.find(id) !== undefined),
                name: name.trim(),
                ...(like ? { like: like.id } : {}),
                per100g: { ...values },
                ...(serving === undefined ? {} : { servings: { serving: `${serving} g` } }),
              }),
            );
            onClose();
          }}
        >
          {t('common:save')}
        </Button>
      </div>
    </Sheet>
  );
}

function RecipeSheet({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('food');
  const store = useRecordStore();
  const pantry = usePantry();
  const amountText = useAmountText();
  const [name, setName] = useState('');
  const [portions, setPortions] = useState<number | undefined>(4);
  const [items, setItems] = useState<readonly Item[]>([]);
  return (
    <Sheet title={t('own.newRecipe')} open onClose={onClose}>
      <TextInput label={t('own.name')} value={name} onChange={setName} />
      <NumberInput
        label={t('own.makes')}
        unit={t('own.portions')}
        value={portions}
        onChange={setPortions}
        min={1}
        max={100}
      />
      <ul className="plate">
        {items.map((item, index) => (
          <li key={`${item.food}-${item.amount}`}>
            <span>{pantry.find(item.food)?.name ?? item.food}</span>
            <span className="row">
              {amountText(item)}
              <Button
                small
                look="quiet"
                onPress={() => setItems(items.filter((_, place) => place !== index))}
              >
                {t('common:remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <FoodFinder
        action={t('own.intoPot')}
        onChosen={(food, amount) => setItems([...items, { food: food.id, amount }])}
      />
      <div>
        <Button
          look="primary"
          isDisabled={name.trim() === '' || items.length === 0}
          onPress={() => {
            void store.edit((now) =>
              saveRecipe(now, {
                id: ownId(name, (id) => pantry.find(id) !== undefined),
                name: name.trim(),
                makes: `${portions ?? 1} portions`,
                items: [...items],
              }),
            );
            onClose();
          }}
        >
          {t('common:save')}
        </Button>
      </div>
    </Sheet>
  );
}
