import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordedSymptomIds, symptomIds } from '../../../src/person/vocabulary.ts';
import { Button } from '../design/button.tsx';
import { ChooseOne } from '../design/choice.tsx';
import { SelectInput } from '../design/field.tsx';
import { Sheet } from '../design/sheet.tsx';
import { Slider } from '../design/slider.tsx';
import { diaryOn, type RecordedId, withBristol, withSymptom } from '../record/diary-edits.ts';
import { todayDate } from '../record/today.ts';
import { useDocument, useRecordStore } from '../record/use-record.ts';

const all: readonly RecordedId[] = [...symptomIds, ...recordedSymptomIds];
const forms = ['1', '2', '3', '4', '5', '6', '7'] as const;
const middle = 5;

/** One tap for how today is: a symptom or a stool, on the same timeline as food and life. */
export function SymptomEntry(): ReactNode {
  const { t } = useTranslation(['today', 'symptoms']);
  const record = useDocument();
  const store = useRecordStore();
  const date = todayDate();
  const entry = diaryOn(record, date);
  const [open, setOpen] = useState<RecordedId>();
  const known = all.filter((id) => (record.diary ?? []).some(({ symptoms }) => symptoms?.[id] !== undefined));
  const [score, setScore] = useState(middle);
  const show = (id: RecordedId): void => {
    setScore(entry?.symptoms?.[id] ?? middle);
    setOpen(id);
  };
  return (
    <section className="card">
      <h2>{t('entry.title')}</h2>
      <div className="row">
        {known.map((id) => (
          <Button key={id} small onPress={() => show(id)}>
            {t(`symptoms:${id}.name`)}
            {entry?.symptoms?.[id] !== undefined && (
              <strong>{t('entry.score', { score: entry.symptoms[id] })}</strong>
            )}
          </Button>
        ))}
      </div>
      <SelectInput
        label={t('entry.other')}
        empty={t('entry.choose')}
        value=""
        options={all
          .filter((id) => !known.includes(id))
          .map((id) => ({ id, label: t(`symptoms:${id}.name`) }))}
        onChange={show}
      />
      <div className="stack tight">
        <span className="label">{t('entry.stool')}</span>
        <ChooseOne
          small
          label={t('entry.stool')}
          options={forms.map((id) => ({ id, label: t('entry.form', { form: id }) }))}
          value={forms.find((id) => id === String(entry?.bristol))}
          onChange={(form) =>
            void store.edit((now) => withBristol(now, date, form === undefined ? undefined : Number(form)))
          }
        />
        <span className="hint">{t('entry.stoolHint')}</span>
      </div>
      {open && (
        <Sheet title={t(`symptoms:${open}.name`)} open onClose={() => setOpen(undefined)}>
          <Slider
            label={t('entry.howBad')}
            min={0}
            max={10}
            value={score}
            shown={t('entry.ofTen', { score })}
            onChange={setScore}
          />
          <div>
            <Button
              look="primary"
              onPress={() => {
                void store.edit((now) => withSymptom(now, date, open, score));
                setOpen(undefined);
              }}
            >
              {t('common:save')}
            </Button>
          </div>
        </Sheet>
      )}
    </section>
  );
}
