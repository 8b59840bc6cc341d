import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunResult } from '../../../src/simulate/result.ts';
import { useFormats } from '../i18n/format.ts';
import { ProblemList } from '../simulation/problem-list.tsx';

/** How much of the answer is measured, and what the reader of the record had to say. */
export function Unsure({ result }: { result: RunResult }): ReactNode {
  const { t } = useTranslation('today');
  const { percent } = useFormats();
  const { measured, fitted, assumed } = result.zonula.assumedShare;
  return (
    <details className="unsure">
      <summary>{t('unsure.title', { assumed: percent(assumed) })}</summary>
      <div className="stack tight">
        <p className="small">
          {t('unsure.shares', {
            measured: percent(measured),
            fitted: percent(fitted),
            assumed: percent(assumed),
          })}
        </p>
        <p className="small">{t('unsure.notAll')}</p>
        {result.warnings.length > 0 && (
          <>
            <p className="label small">{t('unsure.warnings', { count: result.warnings.length })}</p>
            <ProblemList problems={result.warnings} />
          </>
        )}
      </div>
    </details>
  );
}
