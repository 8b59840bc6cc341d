import type { ReactNode } from 'react';
import type { Quantiles } from '../../../src/simulate/result.ts';

export interface RangeMark {
  readonly quantiles: Quantiles;
  readonly colour: string;
}

const width = 320;
const margin = 22;
const rowHeight = 20;
const mostTicks = 4;

/** Round values that span a range, few enough to be written side by side. */
export function roundTicks(low: number, high: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(span / mostTicks));
  const step = [1, 2, 5, 10, 20].map((each) => each * power).find((each) => span / each <= mostTicks) ?? span;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(6)));
}

/** Ranges of one result under each other on one scale, with own results as crosses. Text beside it says the same. */
export function RangeBar({
  ranges,
  own,
  write,
}: {
  ranges: readonly RangeMark[];
  own: readonly number[];
  /** A number in the language of the page. */
  write: (value: number) => string;
}): ReactNode {
  const all = [...ranges.flatMap(({ quantiles: { p10, p90 } }) => [p10, p90]), ...own];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const span = high - low || 1;
  const at = (value: number): number => margin + ((value - low) / span) * (width - 2 * margin);
  const axis = rowHeight * ranges.length + 12;
  return (
    <svg className="range-bar" viewBox={`0 0 ${width} ${axis + 22}`} aria-hidden="true">
      {ranges.map(({ quantiles: { p10, p25, p50, p75, p90 }, colour }, row) => {
        const y = row * rowHeight + 14;
        return (
          <g key={colour}>
            <path d={`M${at(p10)} ${y}H${at(p90)}`} stroke={colour} strokeWidth="5" opacity="0.35" />
            <path d={`M${at(p25)} ${y}H${at(p75)}`} stroke={colour} strokeWidth="11" opacity="0.5" />
            <path d={`M${at(p50)} ${y - 8}V${y + 8}`} stroke={colour} strokeWidth="3" />
          </g>
        );
      })}
      {own.map((value) => (
        <path
          key={value}
          d={`M${at(value) - 5} 9l10 10m0-10l-10 10`}
          stroke="var(--ink)"
          strokeWidth="2.5"
          fill="none"
        />
      ))}
      <path d={`M${margin} ${axis}H${width - margin}`} className="range-axis" />
      {roundTicks(low, high).map((value) => (
        <g key={value}>
          <path d={`M${at(value)} ${axis}v5`} className="range-axis" />
          <text x={at(value)} y={axis + 18} textAnchor="middle">
            {write(value)}
          </text>
        </g>
      ))}
    </svg>
  );
}
