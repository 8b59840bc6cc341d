import { areaY, lineY, plot, ruleX } from '@observablehq/plot';
import { timeTicks } from '../curves/time-ticks.ts';
import type { OverlayData } from './overlay-data.ts';
import { lookOf } from './plan-colours.ts';

const at = (isoDate: string): Date => new Date(`${isoDate}T00:00:00Z`);

/** Life as it is with its band, and each plan over it. */
export function drawOverlay(
  { dates, asItIs, plans }: OverlayData,
  today: string,
  width: number,
  number: (value: number) => string,
  day: (date: Date) => string,
): SVGSVGElement | HTMLElement {
  const base = dates.map((date, i) => ({
    date: at(date),
    p25: asItIs.p25[i] ?? Number.NaN,
    p50: asItIs.p50[i] ?? Number.NaN,
    p75: asItIs.p75[i] ?? Number.NaN,
  }));
  return plot({
    width,
    height: 240,
    marginLeft: 46,
    marginRight: 24,
    marginBottom: 26,
    style: { background: 'transparent', fontSize: '12px', fontFamily: 'inherit', overflow: 'visible' },
    x: { type: 'utc', label: null, tickFormat: day, ticks: timeTicks(dates, width) },
    y: { label: null, grid: true, nice: true, zero: false, ticks: 5, tickFormat: number },
    marks: [
      ruleX([at(today)], { stroke: 'var(--ink-soft)' }),
      areaY(base, { x: 'date', y1: 'p25', y2: 'p75', fill: 'var(--you)', fillOpacity: 0.15 }),
      lineY(base, { x: 'date', y: 'p50', stroke: 'var(--you)', strokeWidth: 2 }),
      ...plans.map(({ line }, index) => {
        const { colour, dash } = lookOf(index);
        return lineY(
          line.map((value, i) => ({ date: at(dates[i] ?? today), value })),
          {
            x: 'date',
            y: 'value',
            stroke: colour,
            strokeWidth: 2.25,
            ...(dash ? { strokeDasharray: dash } : {}),
          },
        );
      }),
    ],
  });
}
