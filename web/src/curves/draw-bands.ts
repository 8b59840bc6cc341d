import { areaY, dot, line, lineY, plot, ruleX, ruleY, text } from '@observablehq/plot';
import type { ChartData } from './chart-data.ts';
import { timeTicks } from './time-ticks.ts';

export interface DrawOptions {
  readonly width: number;
  readonly height: number;
  readonly today: string;
  readonly todayLabel: string;
  readonly number: (value: number) => string;
  readonly day: (date: Date) => string;
  /** One colour of its own, for a guild; undefined: the colour of you, or of you with the change. */
  readonly colour: string | undefined;
  /** Value of a healthy lining, drawn as a thin line. */
  readonly healthy: number | undefined;
  /** Single possible yous: one value a day each. */
  readonly possible: readonly (readonly number[])[];
}

interface Point {
  readonly date: Date;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}

const at = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

function points(data: ChartData, which: 'you' | 'without'): Point[] {
  const band = data[which];
  if (!band) return [];
  return data.dates.map((date, i) => ({
    date: at(date),
    p10: band.p10[i] ?? Number.NaN,
    p25: band.p25[i] ?? Number.NaN,
    p50: band.p50[i] ?? Number.NaN,
    p75: band.p75[i] ?? Number.NaN,
    p90: band.p90[i] ?? Number.NaN,
  }));
}

/** Draws bands of 80 and 50 % and their middle, you without the change behind them, and today. */
export function drawBands(data: ChartData, options: DrawOptions): SVGSVGElement | HTMLElement {
  const you = points(data, 'you');
  const without = points(data, 'without');
  const changed = without.length > 0;
  const own = options.colour ?? (changed ? 'var(--change)' : 'var(--you)');
  const split = data.beyondStudiedFrom ?? you.length;
  const studied = you.slice(0, split + 1);
  const beyond = you.slice(split);
  return plot({
    width: options.width,
    height: options.height,
    marginLeft: 46,
    marginRight: 24,
    marginTop: 18,
    marginBottom: 26,
    x: {
      type: 'utc',
      label: null,
      tickFormat: options.day,
      ticks: timeTicks(data.dates, options.width),
    },
    y: { label: null, grid: true, nice: true, zero: false, ticks: 4, tickFormat: options.number },
    // As an object: a style written as text would be an inline style, which the security policy forbids.
    style: { background: 'transparent', fontSize: '12px', fontFamily: 'inherit', overflow: 'visible' },
    marks: [
      ...(options.healthy === undefined
        ? []
        : [ruleY([options.healthy], { stroke: 'var(--line-strong)', strokeDasharray: '1 3' })]),
      ruleX([at(options.today)], { stroke: 'var(--ink-soft)' }),
      text([{ date: at(options.today) }], {
        x: 'date',
        frameAnchor: 'top',
        textAnchor: 'start',
        dx: 4,
        dy: -12,
        text: () => options.todayLabel,
        fill: 'var(--ink)',
      }),
      areaY(without, { x: 'date', y1: 'p10', y2: 'p90', fill: 'var(--you)', fillOpacity: 0.1 }),
      lineY(without, {
        x: 'date',
        y: 'p50',
        stroke: 'var(--you)',
        strokeWidth: 1.5,
        strokeDasharray: '1.5 3',
      }),
      areaY(you, { x: 'date', y1: 'p10', y2: 'p90', fill: own, fillOpacity: 0.16 }),
      areaY(you, { x: 'date', y1: 'p25', y2: 'p75', fill: own, fillOpacity: 0.24 }),
      lineY(studied, { x: 'date', y: 'p50', stroke: own, strokeWidth: 2.25 }),
      lineY(beyond, { x: 'date', y: 'p50', stroke: own, strokeWidth: 2.25, strokeDasharray: '7 5' }),
      dot(data.happened, {
        x: ({ date }: { date: string }) => at(date),
        y: 'value',
        r: 4,
        fill: 'var(--ink)',
      }),
      ...options.possible.map((values) =>
        line(
          values.map((value, i) => ({ date: at(data.dates[i] ?? options.today), value })),
          { x: 'date', y: 'value', stroke: 'var(--ink)', strokeWidth: 1.5 },
        ),
      ),
    ],
  });
}
