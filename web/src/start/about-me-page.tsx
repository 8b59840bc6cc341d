import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { conditions } from '../../../src/person/conditions.ts';
import type { PersonFile } from '../../../src/person/schema.ts';
import { dietStyleIds } from '../../../src/person/vocabulary.ts';
import { ChooseOne, ChooseSome } from '../design/choice.tsx';
import { NumberInput } from '../design/number-input.tsx';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { SafetyQuestions } from '../safety/safety-questions.tsx';
import { NotADiagnosis } from '../safety/see-a-doctor.tsx';
import { BodyFields } from './body-fields.tsx';
import { youngest } from './who-step.tsx';
import './start.css';

type Person = PersonFile['person'];
const kgPerPound = 0.45359237;

/** Weight and height as the app writes them, or the plainest other ways a file may say them. */
function weightOf({ weight, weightKg }: Person): number | undefined {
  const [, value, unit] = /^([\d.]+)\s*(kg|lb)$/.exec(weight ?? '') ?? [];
  return value === undefined ? weightKg : Number(value) * (unit === 'lb' ? kgPerPound : 1);
}
function heightOf({ height, heightCm }: Person): number | undefined {
  const [, value] = /^([\d.]+)\s*cm$/.exec(height ?? '') ?? [];
  return value === undefined ? heightCm : Number(value);
}

export function AboutMePage(): ReactNode {
  const { t, i18n } = useTranslation('start');
  const record = useDocument();
  const store = useRecordStore();
  const { person, habitual } = record;
  const change = (part: (person: Person) => Person): void =>
    void store.edit((now) => ({ ...now, person: part(now.person) }));
  return (
    <div className="step">
      <h1>{t('aboutMe.title')}</h1>
      <p className="soft">{t('aboutMe.text')}</p>
      <NumberInput
        label={t('who.age')}
        unit={t('who.years')}
        value={person.age}
        min={youngest}
        max={120}
        hint={t('who.tooYoung')}
        onChange={(age) => age !== undefined && change((now) => ({ ...now, age }))}
      />
      <ChooseOne
        label={t('who.sex')}
        options={[
          { id: 'female', label: t('who.female') },
          { id: 'male', label: t('who.male') },
        ]}
        value={person.sex}
        onChange={(sex) => change(({ sex: _sex, ...rest }) => (sex ? { ...rest, sex } : rest))}
      />
      <BodyFields
        weightKg={weightOf(person)}
        heightCm={heightOf(person)}
        onWeight={(kg) =>
          change(({ weight: _weight, weightKg: _kg, ...rest }) =>
            kg === undefined ? rest : { ...rest, weight: `${kg} kg` },
          )
        }
        onHeight={(cm) =>
          change(({ height: _height, heightCm: _cm, ...rest }) =>
            cm === undefined ? rest : { ...rest, height: `${cm} cm` },
          )
        }
      />
      <fieldset>
        <legend>{t('aboutMe.allConditions')}</legend>
        <ChooseSome
          small
          label={t('aboutMe.allConditions')}
          options={conditions.map(({ id, labelEn, labelEs }) => ({
            id,
            label: i18n.language === 'es' ? labelEs : labelEn,
          }))}
          value={person.conditions ?? []}
          onChange={(ids) => change((now) => ({ ...now, conditions: ids }))}
        />
        <p className="hint">{t('applies.conditionsHint')}</p>
      </fieldset>
      <fieldset>
        <legend>{t('aboutMe.lactase')}</legend>
        <ChooseOne
          small
          label={t('aboutMe.lactase')}
          options={(['persistent', 'non_persistent', 'unknown'] as const).map((id) => ({
            id,
            label: t(`aboutMe.lactaseOptions.${id}`),
          }))}
          value={person.lactase}
          onChange={(lactase) =>
            change(({ lactase: _lactase, ...rest }) => (lactase ? { ...rest, lactase } : rest))
          }
        />
      </fieldset>
      <fieldset>
        <legend>{t('aboutMe.style')}</legend>
        <ChooseSome
          small
          label={t('aboutMe.style')}
          options={dietStyleIds.map((id) => ({ id, label: t(`aboutMe.styleOptions.${id}`) }))}
          value={habitual?.style ?? []}
          onChange={(style) => void store.edit((now) => ({ ...now, habitual: { ...now.habitual, style } }))}
        />
      </fieldset>
      <SafetyQuestions />
      <NotADiagnosis />
    </div>
  );
}
