import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type MealItem, mealNutrients, type NutrientId, nutrients } from '../../../src/foods/index.ts';
import { Cell, Row, RowHead, WideTable } from '../design/wide-table.tsx';
import { useFormats } from '../i18n/format.ts';

const shown: readonly NutrientId[] = [
  'energy_kcal',
  'fibre_g',
  'protein_g',
  'fat_g',
  'saturated_fat_g',
  'sugars_g',
  'free_sugars_g',
  'fructan_g',
  'resistant_starch_g',
  'lactose_g',
  'gluten_g',
  'vitamin_d_ug',
  'alcohol_g',
];

/** Grams, how well they are known, and how much of the food has a value at all. No traffic lights. */
export function NutrientTable({ items, title }: { items: readonly MealItem[]; title: string }): ReactNode {
  const { t } = useTranslation('food');
  const { number, percent, language } = useFormats();
  if (items.length === 0) return null;
  const { totals } = mealNutrients(items);
  return (
    <section className="stack tight nutrients">
      <h2>{title}</h2>
      <WideTable label={title} head={[t('nutrient'), t('aDay'), t('known')]}>
        {shown.map((id) => {
          const { known, imputed, standardDeviation, coverage } = totals[id];
          const { unit, nameEn, nameEs } = nutrients[id];
          return (
            <Row key={id}>
              <RowHead>{language === 'es' ? nameEs : nameEn}</RowHead>
              <Cell className="number">
                {t(standardDeviation > 0 ? 'amountWithSpread' : 'amountAlone', {
                  amount: number(known + imputed),
                  spread: number(Number(standardDeviation.toPrecision(2))),
                  unit: unit.replace('ug', 'µg'),
                })}
              </Cell>
              <Cell>
                <span className="coverage" aria-hidden="true">
                  <span style={{ width: `${coverage * 100}%` }} />
                </span>{' '}
                {percent(coverage)}
              </Cell>
            </Row>
          );
        })}
      </WideTable>
      <p className="hint">{t('knownAbout')}</p>
    </section>
  );
}
