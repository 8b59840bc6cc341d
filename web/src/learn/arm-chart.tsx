import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberTable } from '../design/number-table.tsx';
import type { ArmResult } from './results.ts';
import { useRatio } from './use-ratio.ts';

const width = 320;
const rowHeight = 22;
/** Room beside the scale, so that a dot at its end is whole. */
const margin = 8;

/** Rows of dot and line on a scale of ratios; every row can be picked. */
export function ArmChart({
  arms,
  people,
  chosen,
  onChoose,
}: {
  arms: readonly ArmResult[];
  people: number;
  chosen: string;
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('learn');
  const number = useRatio();
  const least = Math.min(1, ...arms.map(({ p10 }) => p10)) * 0.95;
  const most = Math.max(1, ...arms.map(({ p90 }) => p90)) * 1.05;
  const x = (value: number): number =>
    margin + ((width - 2 * margin) * Math.log(value / least)) / Math.log(most / least);
  return (
    <div className="stack tight">
      <ul className="plain-list learn-rows">
        {arms.map(({ id, p10, p50, p90 }) => {
          const name = t(`arms.${id}`);
          return (
            <li key={id}>
              <button
                type="button"
                className="learn-row"
                aria-pressed={id === chosen}
                aria-label={t('chart.row', {
                  arm: name,
                  times: number(p50),
                  low: number(p10),
                  high: number(p90),
                })}
                onClick={() => onChoose(id)}
              >
                <span className="learn-row-name">{name}</span>
                <svg viewBox={`0 0 ${width} ${rowHeight}`} aria-hidden="true">
                  <line
                    x1={x(1)}
                    x2={x(1)}
                    y1={0}
                    y2={rowHeight}
                    stroke="var(--line-strong)"
                    strokeDasharray="3 3"
                  />
                  <line
                    x1={x(p10)}
                    x2={x(p90)}
                    y1={rowHeight / 2}
                    y2={rowHeight / 2}
                    stroke="var(--change)"
                    strokeWidth={3}
                  />
                  <circle cx={x(p50)} cy={rowHeight / 2} r={6} fill="var(--change)" />
                </svg>
                <span className="learn-row-value">{`× ${number(p50)}`}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className="small soft">{t('chart.people', { people })}</p>
      <details>
        <summary className="small">{t('chart.table')}</summary>
        <NumberTable
          label={t('chart.table')}
          head={[t('chart.arm'), t('chart.middle'), t('chart.from'), t('chart.to')]}
          rows={arms.map(({ id, p10, p50, p90 }) => ({
            id,
            title: t(`arms.${id}`),
            cells: [number(p50), number(p10), number(p90)],
          }))}
        />
      </details>
    </div>
  );
}
