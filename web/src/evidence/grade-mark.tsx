import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { originOf } from '../../../src/describe/shares.ts';
import type { ClaimGrade } from '../../../src/evidence/schema.ts';
import type { Grade } from '../../../src/language/module.ts';

/** Where a number of the model comes from. */
export function GradeMark({ grade }: { grade: Grade }): ReactNode {
  const { t } = useTranslation('evidence');
  return <span className={`grade-mark ${originOf(grade) ?? 'given'}`}>{t(`grade.${grade}`)}</span>;
}

/** How well a statement about people holds, A to D, or N for no effect. */
export function ClaimGradeMark({ grade }: { grade: ClaimGrade }): ReactNode {
  const { t, i18n } = useTranslation('evidence');
  return (
    <span className={`grade-mark claim-${grade}`} lang={i18n.language}>
      <strong>{grade}</strong> {t(`claimGrade.${grade}`)}
    </span>
  );
}
