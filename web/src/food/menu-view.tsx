import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { NumberInput } from '../design/number-input.tsx';
import { Sheet } from '../design/sheet.tsx';
import { useFormats } from '../i18n/format.ts';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { MenuCards } from '../start/menu-cards.tsx';
import { MenuPicture } from '../start/menu-picture.tsx';
import { type Adjustment, addAdjustment, removeAdjustment, setMenu, setMenuGrams } from './food-edits.ts';
import { FoodFinder } from './food-finder.tsx';
import { usePantry } from './use-pantry.ts';
import { menuPlate } from './usual-plate.ts';
import '../start/start.css';

/** A usual day as a menu, with what is different about yours. */
export function MenuView({ menu }: { menu: string }): ReactNode {
  const { t } = useTranslation(['food', 'menus']);
  const record = useDocument();
  const store = useRecordStore();
  const [choosing, setChoosing] = useState(false);
  const [adding, setAdding] = useState(false);
  return (
    <div className="stack">
      <div className="menu-now">
        <MenuPicture menu={menu} />
        <div className="stack tight">
          <h2>{t(`menus:${menu}.name`)}</h2>
          <p className="soft">{t(`menus:${menu}.about`)}</p>
          <div>
            <Button small onPress={() => setChoosing(true)}>
              {t('otherMenu')}
            </Button>
          </div>
        </div>
      </div>
      <p className="soft small">{t('menuSplit')}</p>
      <PlateOfMenu menu={menu} />
      <div className="row">
        <Button onPress={() => setAdding(true)}>{t('addFoodToDay')}</Button>
      </div>
      <Adjustments adjustments={record.habitual?.adjust ?? []} />
      <Sheet title={t('otherMenu')} open={choosing} onClose={() => setChoosing(false)}>
        <MenuCards
          all
          label={t('otherMenu')}
          value={menu}
          onChange={(next) => {
            void store.edit((current) => setMenu(current, next));
            setChoosing(false);
          }}
        />
      </Sheet>
      <Sheet title={t('addFoodToDay')} open={adding} onClose={() => setAdding(false)}>
        <FoodFinder
          action={t('addThis')}
          onChosen={(food, amount) => {
            void store.edit((current) => addAdjustment(current, { add: food.id, amount }));
            setAdding(false);
          }}
        />
      </Sheet>
    </div>
  );
}

function PlateOfMenu({ menu }: { menu: string }): ReactNode {
  const { t } = useTranslation('food');
  const pantry = usePantry();
  const record = useDocument();
  const { number } = useFormats();
  const [open, setOpen] = useState<string>();
  const plate = menuPlate(menu, record.habitual?.adjust ?? [], pantry);
  const opened = plate.find(({ id }) => id === open);
  return (
    <>
      <ul className="plate">
        {plate.map(({ id, grams, inMenu }) => (
          <li key={id}>
            <Button look="quiet" onPress={() => setOpen(id)}>
              <span>{pantry.find(id)?.name ?? id}</span>
              <span className={Math.abs(grams - inMenu) > 0.05 ? 'changed' : 'soft'}>
                {t('gramsShort', { grams: number(grams) })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {opened && <MenuFoodSheet {...opened} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function MenuFoodSheet({
  id,
  grams,
  inMenu,
  onClose,
}: {
  id: string;
  grams: number;
  inMenu: number;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('food');
  const pantry = usePantry();
  const store = useRecordStore();
  const [swapping, setSwapping] = useState(false);
  const { number } = useFormats();
  const change = (wanted: number): void =>
    void store.edit((current) => setMenuGrams(current, id, inMenu, wanted));
  return (
    <Sheet title={pantry.find(id)?.name ?? id} open onClose={onClose}>
      {swapping ? (
        <FoodFinder
          action={t('swapThis')}
          onChosen={(food, amount) => {
            void store.edit((current) =>
              addAdjustment(current, {
                swap: id,
                with: food.id,
                amount: `${Math.round(grams)} g`,
                amountWith: amount,
              }),
            );
            onClose();
          }}
        />
      ) : (
        <>
          <NumberInput
            label={t('gramsADay')}
            hint={t('inMenu', { grams: number(inMenu) })}
            value={Math.round(grams)}
            unit="g"
            min={0}
            max={3000}
            onChange={(wanted) => wanted !== undefined && change(wanted)}
          />
          <div className="row">
            <Button look="primary" onPress={onClose}>
              {t('common:done')}
            </Button>
            <Button onPress={() => setSwapping(true)}>{t('swap')}</Button>
            <Button
              look="danger"
              onPress={() => {
                change(0);
                onClose();
              }}
            >
              {t('leaveOut')}
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}

function Adjustments({ adjustments }: { adjustments: readonly Adjustment[] }): ReactNode {
  const { t } = useTranslation('food');
  const store = useRecordStore();
  const pantry = usePantry();
  if (adjustments.length === 0) return null;
  const name = (id: string): string => pantry.find(id)?.name ?? id;
  const text = (one: Adjustment): string => {
    if ('add' in one) return t('adjusted.add', { food: name(one.add), amount: one.amount });
    if ('swap' in one) return t('adjusted.swap', { food: name(one.swap), other: name(one.with) });
    return one.amount === undefined
      ? t('adjusted.leaveOut', { food: name(one.remove) })
      : t('adjusted.less', { food: name(one.remove), amount: one.amount });
  };
  return (
    <section className="stack tight">
      <h3>{t('adjusted.title')}</h3>
      <ul className="plate">
        {adjustments.map((one, index) => (
          <li key={JSON.stringify(one)}>
            <span>{text(one)}</span>
            <Button small look="quiet" onPress={() => void store.edit((now) => removeAdjustment(now, index))}>
              {t('adjusted.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
