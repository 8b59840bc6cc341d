import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunResult } from '../../../src/simulate/result.ts';
import { useFormats } from '../i18n/format.ts';
import { type Finding, findingsOn, lessWord } from './headline.ts';

/** The lining of one day in plain words, with how sure that is. */
export function Headline({
  result,
  day,
  reference,
}: {
  result: RunResult;
  day: number;
  reference: Readonly<Record<string, number>> | undefined;
}): ReactNode {
  const { t } = useTranslation('today');
  const findings = findingsOn(result, day, reference);
  return (
    <div className="headline stack tight">
      {findings.map((finding) => (
        <FindingLine key={finding.says} finding={finding} />
      ))}
      <p className="soft small">{t('certainty.about', { count: result.people })}</p>
    </div>
  );
}

function FindingLine({ finding }: { finding: Finding }): ReactNode {
  const { t } = useTranslation('today');
  const { number } = useFormats();
  return (
    <p>
      <span className="finding">
        {t(`finding.${finding.says}`, {
          share: t(`less.${lessWord(finding.ratio)}`),
          times: number(Math.round(finding.ratio * 10) / 10),
        })}
      </span>{' '}
      <span className={`certainty ${finding.certainty}`}>{t(`certainty.${finding.certainty}`)}</span>
    </p>
  );
}
