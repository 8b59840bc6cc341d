import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { conditions as knownConditions } from '../../../src/person/conditions.ts';
import { exposureById } from '../../../src/person/exposures.ts';
import type { ConditionId, RecordedSymptomId, SymptomId } from '../../../src/person/vocabulary.ts';
import { ChooseSome } from '../design/choice.tsx';
import { Slider } from '../design/slider.tsx';
import { SeeADoctor } from '../safety/see-a-doctor.tsx';
import type { StepProps } from './who-step.tsx';

/** Medicines that many people take and that reach the gut lining; the rest can be added under My life. */
const commonMedicines = ['ibuprofen', 'aspirin', 'naproxen', 'omeprazole', 'metformin'].filter(
  (id) => exposureById(id) !== undefined,
);
const complaints = [
  'bloating',
  'pain',
  'constipation',
  'diarrhoea',
  'fatigue',
  'food_reaction',
  'low_mood',
  'joint_pain',
  'acne',
  'eczema',
] as const satisfies readonly (SymptomId | RecordedSymptomId)[];
const commonConditions: readonly ConditionId[] = [
  'ibs_d',
  'ibs_c',
  'ibs_m',
  'coeliac_untreated',
  'coeliac_treated',
  'crohn_active',
  'crohn_remission',
  'ulcerative_colitis_active',
  'ulcerative_colitis_remission',
  'lactase_non_persistent',
  'type_2_diabetes',
  'fatty_liver',
];
const redFlags = ['bleeding', 'weightLoss'] as const;
const usualScore = 5;

export function AppliesStep({ draft, change }: StepProps): ReactNode {
  const { t } = useTranslation(['start', 'symptoms', 'safety']);
  const chosen = Object.keys(draft.complaints) as (SymptomId | RecordedSymptomId)[];
  return (
    <>
      <h1>{t('applies.title')}</h1>
      <p className="soft">{t('applies.skip')}</p>
      <fieldset>
        <legend>{t('applies.complaints')}</legend>
        <ChooseSome
          label={t('applies.complaints')}
          options={complaints.map((id) => ({ id, label: t(`symptoms:${id}.name`) }))}
          value={complaints.filter((id) => chosen.includes(id))}
          onChange={(ids) =>
            change({
              complaints: Object.fromEntries(ids.map((id) => [id, draft.complaints[id] ?? usualScore])),
            })
          }
        />
        {chosen.map((id) => (
          <Slider
            key={id}
            label={t('applies.howBad', { symptom: t(`symptoms:${id}.name`) })}
            min={0}
            max={10}
            value={draft.complaints[id] ?? usualScore}
            shown={t('applies.ofTen', { score: draft.complaints[id] ?? usualScore })}
            onChange={(score) => change({ complaints: { ...draft.complaints, [id]: score } })}
          />
        ))}
        <ChooseSome
          label={t('applies.redFlags')}
          options={redFlags.map((id) => ({ id, label: t(`safety:flag.${id}`) }))}
          value={redFlags.filter((id) => draft.flags.includes(id))}
          onChange={(ids) => change({ flags: ids })}
        />
        {draft.flags.length > 0 && <SeeADoctor />}
      </fieldset>
      <MedicineHabits draft={draft} change={change} />
      <fieldset>
        <legend>{t('applies.stress')}</legend>
        <Slider
          label={t('applies.stressLabel')}
          min={0}
          max={3}
          value={draft.stress}
          shown={t(`applies.stressLevel.${draft.stress}`)}
          onChange={(stress) => change({ stress })}
        />
      </fieldset>
      <Conditions draft={draft} change={change} />
    </>
  );
}

function MedicineHabits({ draft, change }: StepProps): ReactNode {
  const { t, i18n } = useTranslation('start');
  const name = (id: string): string => {
    const found = exposureById(id);
    return (i18n.language === 'es' ? found?.labelEs : found?.labelEn) ?? id;
  };
  return (
    <fieldset>
      <legend>{t('applies.medicines')}</legend>
      <ChooseSome
        label={t('applies.medicines')}
        options={commonMedicines.map((id) => ({ id, label: name(id) }))}
        value={draft.medicines.map(({ medicine }) => medicine)}
        onChange={(ids) =>
          change({
            medicines: ids.map(
              (medicine) =>
                draft.medicines.find((habit) => habit.medicine === medicine) ?? { medicine, daysAWeek: 7 },
            ),
          })
        }
      />
      {draft.medicines.map(({ medicine, daysAWeek }) => (
        <Slider
          key={medicine}
          label={t('applies.howOften', { medicine: name(medicine) })}
          min={1}
          max={7}
          value={daysAWeek}
          shown={t('applies.daysAWeek', { count: daysAWeek })}
          onChange={(days) =>
            change({
              medicines: draft.medicines.map((habit) =>
                habit.medicine === medicine ? { medicine, daysAWeek: days } : habit,
              ),
            })
          }
        />
      ))}
      <p className="hint">{t('applies.medicinesHint')}</p>
    </fieldset>
  );
}

function Conditions({ draft, change }: StepProps): ReactNode {
  const { t, i18n } = useTranslation('start');
  const shown = knownConditions.filter(({ id }) => commonConditions.includes(id));
  const clash = draft.conditions.some((id) =>
    knownConditions
      .find((condition) => condition.id === id)
      ?.excludes?.some((other) => draft.conditions.includes(other)),
  );
  return (
    <fieldset>
      <legend>{t('applies.conditions')}</legend>
      <ChooseSome
        label={t('applies.conditions')}
        options={shown.map(({ id, labelEn, labelEs }) => ({
          id,
          label: i18n.language === 'es' ? labelEs : labelEn,
        }))}
        value={draft.conditions}
        onChange={(ids) => change({ conditions: ids })}
      />
      {clash && <p className="notice">{t('applies.conditionsClash')}</p>}
      <p className="hint">{t('applies.conditionsHint')}</p>
    </fieldset>
  );
}
