import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findTest, type ResultNoise } from '../../../src/simulate/laboratory-tests.ts';
import type { RunResult, TestResult } from '../../../src/simulate/result.ts';
import { useFormats } from '../i18n/format.ts';
import { useDocument } from '../record/use-record.ts';
import { RangeBar } from './range-bar.tsx';
import type { PanelTest } from './test-panel.ts';
import type { TestRun } from './use-test-run.ts';

/** One test: what it would show today and in twelve weeks, how far it scatters, and what that means. */
export function TestCard({
  panel,
  run,
  withChange,
}: {
  panel: PanelTest;
  run: TestRun;
  withChange: boolean;
}): ReactNode {
  const { t } = useTranslation('laboratory');
  const { number, percent } = useFormats();
  const { measured = [] } = useDocument();
  const { result } = run;
  if (!result) return null;
  const now = testOn(result, panel.test, run.first);
  const later = testOn(result, panel.test, run.last);
  const definition = findTest(panel.test);
  const noise = definition?.results.find(({ id }) => id === panel.result)?.noise;
  const nowRange = now?.results[panel.result];
  const laterRange = later?.results[panel.result];
  const own = measured
    .filter((one) => one.test === panel.test && (one.result ?? panel.result) === panel.result)
    .map(({ value }) => value);
  const range = (q: { p10: number; p90: number; p50: number; unit: string } | undefined): string =>
    q === undefined
      ? ''
      : t('range', {
          middle: number(q.p50),
          low: number(q.p10),
          high: number(q.p90),
          unit: unitText(q.unit),
        });
  return (
    <article className="card">
      <h3>{t(`test.${panel.test}.name`)}</h3>
      <p className="small">{t(`test.${panel.test}.means`)}</p>
      {nowRange === undefined ? (
        <p className="notice plain small">{t('notModelled', { what: now?.notModelled ?? '' })}</p>
      ) : (
        <>
          <RangeBar
            ranges={[
              { quantiles: nowRange, colour: 'var(--you)' },
              ...(laterRange
                ? [{ quantiles: laterRange, colour: withChange ? 'var(--change)' : 'var(--plan-2)' }]
                : []),
            ]}
            own={own}
          />
          <p className="small">
            <strong>{t('today')}</strong> {range(nowRange)}
          </p>
          {laterRange && (
            <p className="small">
              <strong>{withChange ? t('laterWithChange') : t('later')}</strong> {range(laterRange)}
            </p>
          )}
          {own.length > 0 && <p className="small">{t('own', { values: own.map(number).join('; ') })}</p>}
          {noise && <p className="small soft">{noiseText(noise, t, percent, number)}</p>}
        </>
      )}
      <p className="small soft">{t(`test.${panel.test}.caution`, { defaultValue: '' })}</p>
    </article>
  );
}

function testOn(result: RunResult, test: string, day: number): TestResult | undefined {
  return result.tests.find((one) => one.test === test && one.day === day);
}

export const unitText = (unit: string): string => unit.replace(/^u(?=[gm])/, 'µ');

/** Two results of one person must differ by more than this to be more than scatter: 1.96 x sqrt(2) x within-person scatter. */
const scattersApart = 1.96 * Math.SQRT2;

function noiseText(
  { kind, withinPerson }: ResultNoise,
  t: (key: string, values: Record<string, string>) => string,
  percent: (share: number) => string,
  number: (value: number) => string,
): string {
  return kind === 'multiplicative'
    ? t('noise', {
        scatter: percent(withinPerson),
        needed: percent(Math.exp(scattersApart * withinPerson) - 1),
      })
    : t('noiseAdditive', { scatter: number(withinPerson), needed: number(scattersApart * withinPerson) });
}
