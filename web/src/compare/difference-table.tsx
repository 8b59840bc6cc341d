import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompareResult } from '../../../src/simulate/result.ts';
import { Cell, Row, RowHead, WideTable } from '../design/wide-table.tsx';
import { useFormats } from '../i18n/format.ts';
import { DotRow } from './dot-row.tsx';
import { lookOf } from './plan-colours.ts';

/** What people ask about first. */
const compared = [
  'pl_sb',
  'sb_dmg',
  'dc_butyrate',
  'share_bif',
  'mu_in',
  'tnf_m',
  'lps_free',
  'crp',
] as const;

/** At the end of the time: what each plan changes, in how many of the possible yous. */
export function DifferenceTable({
  result,
  titles,
}: {
  result: CompareResult;
  titles: readonly string[];
}): ReactNode {
  const { t } = useTranslation(['compare', 'series']);
  const { number, percent } = useFormats();
  const last = result.timeDays.length - 1;
  const shown = compared.filter((id) => result.plans[0]?.differences[id]);
  return (
    <section className="stack tight differences">
      <h2>{t('differences')}</h2>
      <p className="soft small">{t('differencesAbout', { count: result.people })}</p>
      <WideTable
        label={t('differences')}
        head={[t('what'), ...result.plans.map(({ plan }, index) => titles[index] ?? plan)]}
      >
        {shown.map((id) => (
          <Row key={id}>
            <RowHead>{t(`series:${id}.short`)}</RowHead>
            {result.plans.map((plan, index) => {
              const difference = plan.differences[id];
              const before = result.withoutChange.series[id]?.p50[last];
              if (!difference || before === undefined) return <Cell key={plan.plan} />;
              const relative = (value: number | undefined): string =>
                signedPercent(percent, (value ?? Number.NaN) / before);
              const higher = Math.round(difference.shareHigher * result.people);
              const up = higher >= result.people - higher;
              const count = up ? higher : result.people - higher;
              const none = Math.abs((difference.p50[last] ?? 0) / before) < 0.005;
              return (
                <Cell key={plan.plan}>
                  {none ? (
                    <span className="soft">{t('noDifference')}</span>
                  ) : (
                    <span className="difference">
                      <DotRow filled={count} all={result.people} colour={lookOf(index).colour} />
                      <span>{t(up ? 'higherIn' : 'lowerIn', { count, all: result.people })}</span>
                      <strong>{relative(difference.p50[last])}</strong>
                      <span className="soft small">
                        {t('halfBetween', {
                          low: relative(difference.p25[last]),
                          high: relative(difference.p75[last]),
                        })}
                      </span>
                    </span>
                  )}
                </Cell>
              );
            })}
          </Row>
        ))}
      </WideTable>
      <p className="hint">{t('people', { people: number(result.people) })}</p>
    </section>
  );
}

function signedPercent(percent: (share: number) => string, share: number): string {
  return `${share > 0 ? '+' : share < 0 ? '−' : ''}${percent(Math.abs(share))}`;
}
