import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TestId } from '../../../src/person/vocabulary.ts';
import { findTest, unusableTests } from '../../../src/simulate/laboratory-tests.ts';
import { Button } from '../design/button.tsx';
import { DateInput, SelectInput } from '../design/field.tsx';
import { NumberInput } from '../design/number-input.tsx';
import { useFormats } from '../i18n/format.ts';
import { todayDate } from '../record/today.ts';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { resultParts } from './result-name.ts';
import { unitText } from './test-card.tsx';
import { testPanel } from './test-panel.ts';

/** Own laboratory results: kept with the record, shown as crosses, used when changes are ranked. */
export function OwnResults(): ReactNode {
  const { t } = useTranslation('laboratory');
  const { measured = [] } = useDocument();
  const store = useRecordStore();
  const { number, date: dateText } = useFormats();
  const [test, setTest] = useState<TestId>('two_sugar');
  const definition = findTest(test);
  const shown = testPanel.find((one) => one.test === test)?.result;
  const [result, setResult] = useState<string>('ratio_0_5h');
  const [value, setValue] = useState<number>();
  const [date, setDate] = useState(todayDate());
  const chosen = definition?.results.find(({ id }) => id === result) ?? definition?.results[0];
  const resultName = (id: string): string => {
    const { what, from, to } = resultParts(id);
    const name = t(`result.of.${what}`);
    return from ? t('result.window', { what: name, from, to }) : name;
  };
  const add = (): void => {
    if (!chosen || value === undefined) return;
    void store.edit((now) => ({
      ...now,
      measured: [...(now.measured ?? []), { test, result: chosen.id, value, unit: chosen.unit, date }],
    }));
    setValue(undefined);
  };
  return (
    <section className="card">
      <h2>{t('ownTitle')}</h2>
      <p className="small soft">{t('ownAbout')}</p>
      <div className="two-fields">
        <SelectInput
          label={t('ownTest')}
          value={test}
          options={testPanel.map((one) => ({ id: one.test, label: t(`test.${one.test}.name`) }))}
          onChange={(id: TestId) => {
            setTest(id);
            setResult(testPanel.find((one) => one.test === id)?.result ?? '');
          }}
        />
        {(definition?.results.length ?? 0) > 1 && (
          <SelectInput
            label={t('ownResult')}
            value={chosen?.id ?? shown ?? ''}
            options={(definition?.results ?? []).map(({ id }) => ({ id, label: resultName(id) }))}
            onChange={setResult}
          />
        )}
        <NumberInput
          label={t('ownValue')}
          value={value}
          unit={unitText(chosen?.unit ?? '')}
          min={0}
          onChange={setValue}
        />
        <DateInput label={t('ownDate')} value={date} max={todayDate()} onChange={setDate} />
      </div>
      <div>
        <Button look="primary" isDisabled={value === undefined} onPress={add}>
          {t('common:add')}
        </Button>
      </div>
      {measured.length > 0 && (
        <ul className="plate">
          {measured.map((one, index) => (
            <li key={`${one.test}-${one.result}-${one.date}-${one.value}`}>
              <span>
                {t(`test.${one.test}.name`, { defaultValue: one.test })}, {number(one.value)}{' '}
                {unitText(one.unit ?? '')}
                {one.date && `, ${dateText(one.date)}`}
              </span>
              <Button
                small
                look="quiet"
                onPress={() =>
                  void store.edit((now) => ({
                    ...now,
                    measured: (now.measured ?? []).filter((_, place) => place !== index),
                  }))
                }
              >
                {t('common:remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {unusableTests.map(({ id }) => (
        <p key={id} className="notice plain small">
          <strong>{t(`unusable.${id}.name`)}</strong> {t(`unusable.${id}.reason`)}
        </p>
      ))}
    </section>
  );
}
