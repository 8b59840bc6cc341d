import type { ReactNode } from 'react';
import type { Quantiles } from '../../../src/simulate/result.ts';

export interface RangeMark {
  readonly quantiles: Quantiles;
  readonly colour: string;
}

/** Ranges of one result under each other on one scale, with own results as crosses. Text beside it says the same. */
export function RangeBar({
  ranges,
  own,
}: {
  ranges: readonly RangeMark[];
  own: readonly number[];
}): ReactNode {
  const all = [...ranges.flatMap(({ quantiles: { p10, p90 } }) => [p10, p90]), ...own];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const span = high - low || 1;
  const at = (value: number): number => 6 + ((value - low) / span) * 188;
  const rowHeight = 16;
  const height = rowHeight * ranges.length + 8;
  return (
    <svg className="range-bar" viewBox={`0 0 200 ${height}`} aria-hidden="true">
      {ranges.map(({ quantiles: { p10, p25, p50, p75, p90 }, colour }, row) => {
        const y = row * rowHeight + 12;
        return (
          <g key={colour}>
            <path d={`M${at(p10)} ${y}H${at(p90)}`} stroke={colour} strokeWidth="4" opacity="0.35" />
            <path d={`M${at(p25)} ${y}H${at(p75)}`} stroke={colour} strokeWidth="8" opacity="0.5" />
            <path d={`M${at(p50)} ${y - 6}V${y + 6}`} stroke={colour} strokeWidth="2.5" />
          </g>
        );
      })}
      {own.map((value) => (
        <path
          key={value}
          d={`M${at(value) - 4} 2l8 8m0-8l-8 8`}
          stroke="var(--ink)"
          strokeWidth="2"
          fill="none"
        />
      ))}
    </svg>
  );
}
