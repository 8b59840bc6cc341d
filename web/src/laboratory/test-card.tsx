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
          middle: `${number(twoDigits(q.p50))} ${unitText(q.unit)}`.trim(),
          low: number(twoDigits(q.p10)),
          high: number(twoDigits(q.p90)),
        });
  const laterColour = withChange ? 'var(--change)' : 'var(--plan-2)';
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
              ...(laterRange ? [{ quantiles: laterRange, colour: laterColour }] : []),
            ]}
            own={own}
            write={number}
          />
          <p className="small">
            <Swatch colour="var(--you)" />
            <strong>{t('today')}</strong> {range(nowRange)}
          </p>
          {laterRange && (
            <p className="small">
              <Swatch colour={laterColour} />
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

/** More would say more than a laboratory can repeat. */
const twoDigits = (value: number): number => Number(value.toPrecision(2));

/** What the name of the result already says is no unit. */
export const unitText = (unit: string): string =>
  ['ratio', 'pH', '1'].includes(unit) ? '' : unit.replace(/^u(?=[gm])/, 'µ');

/** Which bar the line is about. */
function Swatch({ colour }: { colour: string }): ReactNode {
  return (
    <svg className="range-swatch" viewBox="0 0 20 12" aria-hidden="true">
      <path d="M0 6H20" stroke={colour} strokeWidth="8" opacity="0.5" />
      <path d="M10 0V12" stroke={colour} strokeWidth="3" />
    </svg>
  );
}

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
