import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type SafetyFlagId, safetyFlagIds } from '../../../src/person/vocabulary.ts';
import { ChooseOne } from '../design/choice.tsx';
import { useDocument, useRecordStore } from '../record/use-record.ts';
import { SeeADoctor } from './see-a-doctor.tsx';

type Answer = 'yes' | 'no';

/** Nine questions that decide what may be suggested. Left open, they are not asked. */
export function SafetyQuestions(): ReactNode {
  const { t } = useTranslation(['start', 'safety']);
  const { person } = useDocument();
  const store = useRecordStore();
  const answerOf = (flag: SafetyFlagId): Answer | undefined => {
    const given = person.safety?.[flag];
    if (given === true || given === 'yes') return 'yes';
    return given === false || given === 'no' ? 'no' : undefined;
  };
  const answer = (flag: SafetyFlagId, value: Answer | undefined): void =>
    void store.edit((now) => {
      const { [flag]: _old, ...others } = now.person.safety ?? {};
      const safety = value === undefined ? others : { ...others, [flag]: value };
      return { ...now, person: { ...now.person, safety } };
    });
  return (
    <fieldset>
      <legend>{t('aboutMe.safety')}</legend>
      <p className="soft small">{t('aboutMe.safetyWhy')}</p>
      {(answerOf('bleeding') === 'yes' || answerOf('weightLoss') === 'yes') && <SeeADoctor />}
      {safetyFlagIds.map((flag) => (
        <div key={flag} className="habit">
          <span>{t(`safety:flag.${flag}`)}</span>
          <ChooseOne
            small
            label={t(`safety:flag.${flag}`)}
            options={[
              { id: 'yes', label: t('aboutMe.yes') },
              { id: 'no', label: t('aboutMe.no') },
            ]}
            value={answerOf(flag)}
            onChange={(value) => answer(flag, value)}
          />
        </div>
      ))}
    </fieldset>
  );
}
