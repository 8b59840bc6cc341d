import { areaY, lineY, plot, ruleX } from '@observablehq/plot';
import type { CompareResult } from '../../../src/simulate/result.ts';
import { timeTicks } from '../curves/time-ticks.ts';
import { addDays } from '../record/today.ts';
import { lookOf } from './plan-colours.ts';

/** Life as it is with its band, and the middle of each plan over it. */
export function drawOverlay(
  result: CompareResult,
  series: string,
  firstDate: string,
  today: string,
  width: number,
  number: (value: number) => string,
  day: (date: Date) => string,
): SVGSVGElement | HTMLElement {
  const at = (index: number): Date => new Date(`${addDays(firstDate, index)}T00:00:00Z`);
  const without = result.withoutChange.series[series];
  const base = result.timeDays.map((_, i) => ({
    date: at(i),
    p25: without?.p25[i] ?? Number.NaN,
    p50: without?.p50[i] ?? Number.NaN,
    p75: without?.p75[i] ?? Number.NaN,
  }));
  return plot({
    width,
    height: 240,
    marginLeft: 46,
    marginRight: 24,
    marginBottom: 26,
    style: { background: 'transparent', fontSize: '12px', fontFamily: 'inherit', overflow: 'visible' },
    x: {
      type: 'utc',
      label: null,
      tickFormat: day,
      ticks: timeTicks(
        result.timeDays.map((d) => addDays(firstDate, d)),
        width,
      ),
    },
    y: { label: null, grid: true, nice: true, zero: false, ticks: 5, tickFormat: number },
    marks: [
      ruleX([new Date(`${today}T00:00:00Z`)], { stroke: 'var(--ink-soft)' }),
      areaY(base, { x: 'date', y1: 'p25', y2: 'p75', fill: 'var(--you)', fillOpacity: 0.15 }),
      lineY(base, { x: 'date', y: 'p50', stroke: 'var(--you)', strokeWidth: 2 }),
      ...result.plans.map((plan, index) => {
        const { colour, dash } = lookOf(index);
        const values = plan.series[series]?.p50 ?? [];
        return lineY(
          values.map((value, i) => ({ date: at(i), value })),
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
