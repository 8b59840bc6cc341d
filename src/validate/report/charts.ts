/** The report's drawings: SVG made without a browser. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { PredictedPlan, RowResult } from '../run-plan.ts';
import { escapeHtml, figure } from './page.ts';

/** Apart for every kind of colour vision, and in grey; the shape of the symbol says it too. */
const colours = {
  good: '#1d6b3a',
  'within-2-fold': '#b4770a',
  'wrong-size': '#b3261e',
  'wrong-direction': '#5a1f8a',
} as const;
const symbols = {
  good: 'circle',
  'within-2-fold': 'triangle',
  'wrong-size': 'square',
  'wrong-direction': 'times',
} as const;
type Sized = keyof typeof colours;
const isSized = (verdict: string): verdict is Sized => Object.hasOwn(colours, verdict);

function draw(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return Plot.plot({ ...options, document: document as unknown as Document }).outerHTML;
}

const figureHtml = (svg: string, caption: string): string =>
  `<figure>${svg}<figcaption>${caption}</figcaption></figure>`;

interface Dot {
  readonly id: string;
  readonly observed: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly verdict: Sized;
  readonly label: string;
}

/** Predicted over observed, with lines of equality, 1.5-fold and 2-fold; one plot for contrasts, one for amounts. */
export function predictedOverObserved(rows: readonly RowResult[], predicted: PredictedPlan): string {
  const dots = (contrast: boolean): Dot[] =>
    rows.flatMap((row) => {
      const { verdict } = row;
      if (row.class !== 'scored' || row.margin || !isSized(verdict) || row.kind === 'direction') return [];
      return (predicted.points.get(row.id) ?? []).flatMap(({ point, prediction }) => {
        if ((point.contrast === 'ratio') !== contrast || point.contrast === 'difference') return [];
        const { p10, p50, p90 } = prediction;
        if (!(point.observed > 0 && p50 > 0 && p10 > 0)) return [];
        return [
          {
            id: row.id,
            observed: point.observed,
            p10,
            p50,
            p90,
            verdict,
            label: `${row.id} ${point.label ?? ''}`,
          },
        ];
      });
    });
  return [
    scatter(
      dots(true),
      'Fold changes: observed (across) and predicted (up). Bars hold 80 % of what studies of that size would report.',
    ),
    scatter(dots(false), 'Amounts, each in its own unit: observed (across) and predicted (up).'),
  ].join('');
}

function scatter(dots: readonly Dot[], caption: string): string {
  if (dots.length === 0) return '';
  const values = dots.flatMap(({ observed, p50 }) => [observed, p50]);
  const low = Math.min(...values) / 1.6;
  const high = Math.max(...values) * 1.6;
  const band = (fold: number) => [
    { x: low, y1: low / fold, y2: low * fold },
    { x: high, y1: high / fold, y2: high * fold },
  ];
  const clip = (value: number): number => Math.min(high, Math.max(low, value));
  return figureHtml(
    draw({
      width: 560,
      height: 520,
      marginLeft: 60,
      x: { type: 'log', domain: [low, high], label: 'observed', tickFormat: 'g', ticks: 6 },
      y: { type: 'log', domain: [low, high], label: 'predicted', tickFormat: 'g', ticks: 6 },
      clip: true,
      marks: [
        Plot.areaY(band(2), { x: 'x', y1: 'y1', y2: 'y2', fill: '#9a9483', fillOpacity: 0.15 }),
        Plot.areaY(band(1.5), { x: 'x', y1: 'y1', y2: 'y2', fill: '#9a9483', fillOpacity: 0.2 }),
        Plot.line([low, high], {
          x: (value: number) => value,
          y: (value: number) => value,
          stroke: '#5b6b73',
        }),
        Plot.ruleX(dots, {
          x: 'observed',
          y1: (dot: Dot) => clip(dot.p10),
          y2: (dot: Dot) => clip(dot.p90),
          stroke: '#8d9aa1',
          strokeOpacity: 0.6,
        }),
        Plot.dot(dots, {
          x: 'observed',
          y: 'p50',
          symbol: (dot: Dot) => symbols[dot.verdict],
          stroke: (dot: Dot) => colours[dot.verdict],
          fill: (dot: Dot) => (dot.verdict === 'wrong-direction' ? 'none' : colours[dot.verdict]),
          r: 3.5,
          title: 'label',
        }),
      ],
    }),
    `${escapeHtml(caption)} The line is equality; the grey bands are 1.5-fold and 2-fold. Circles lie within 1.5-fold, triangles within 2-fold, squares beyond; crosses have the wrong direction.`,
  );
}

/** Predictions of nulls within their margins. */
export function nullsChart(rows: readonly RowResult[]): string {
  const nulls = rows.flatMap((row) => {
    const { margin, predicted, id } = row;
    if (!margin || !predicted || margin[0] <= 0) return [];
    return [
      {
        id,
        low: margin[0],
        high: margin[1],
        p10: Math.max(predicted.p10, 0.2),
        p50: predicted.p50,
        p90: Math.min(predicted.p90, 5),
        held: row.verdict === 'null-held',
      },
    ];
  });
  if (nulls.length === 0) return '';
  return figureHtml(
    draw({
      width: 720,
      height: 60 + 14 * nulls.length,
      marginLeft: 250,
      x: { type: 'log', label: 'ratio to control', tickFormat: 'g', grid: true, domain: [0.5, 2] },
      y: { label: null, domain: nulls.map(({ id }) => id) },
      clip: true,
      marks: [
        Plot.barX(nulls, { y: 'id', x1: 'low', x2: 'high', fill: '#9a9483', fillOpacity: 0.25 }),
        Plot.ruleX([1], { stroke: '#5b6b73' }),
        Plot.ruleY(nulls, { y: 'id', x1: 'p10', x2: 'p90', stroke: '#5b6b73' }),
        Plot.dot(nulls, {
          y: 'id',
          x: 'p50',
          r: 3,
          fill: (each: (typeof nulls)[number]) => (each.held ? colours.good : colours['wrong-size']),
          symbol: (each: (typeof nulls)[number]) => (each.held ? 'circle' : 'square'),
        }),
      ],
    }),
    'Exposures and treatments that did little: margin (grey), prediction (dot) and what 80 % of studies of that size would report (line). Squares lie outside.',
  );
}

/** Rows with several points: bands over data. */
export function courses(rows: readonly RowResult[], predicted: PredictedPlan): string {
  const drawn = rows.flatMap((row) => {
    const points = predicted.points.get(row.id) ?? [];
    if (points.length < 2) return [];
    const data = points.map(({ point, prediction }, index) => ({
      at: point.label ?? `${index + 1}`,
      observed: point.observed,
      low: point.interval80?.[0] ?? point.observed,
      high: point.interval80?.[1] ?? point.observed,
      p10: prediction.p10,
      p50: prediction.p50,
      p90: prediction.p90,
    }));
    return [
      figureHtml(
        draw({
          width: 320,
          height: 220,
          marginLeft: 52,
          x: { type: 'point', label: null, domain: data.map(({ at }) => at) },
          y: { label: points[0]?.point.unit ?? '', grid: true, nice: true },
          marks: [
            Plot.areaY(data, { x: 'at', y1: 'p10', y2: 'p90', fill: '#2a6f97', fillOpacity: 0.2 }),
            Plot.lineY(data, { x: 'at', y: 'p50', stroke: '#2a6f97' }),
            Plot.ruleX(data, { x: 'at', y1: 'low', y2: 'high', stroke: '#20282c' }),
            Plot.dot(data, { x: 'at', y: 'observed', fill: '#20282c', r: 3 }),
          ],
        }),
        `<b>${escapeHtml(row.id)}</b>: data (dots, with 80 % of their own uncertainty) over the prediction (line and 80 % band).`,
      ),
    ];
  });
  return drawn.length === 0 ? '' : `<div class="charts">${drawn.join('')}</div>`;
}

/** A histogram of one number over groups of virtual people, beside what is published. */
export function population(
  title: string,
  values: readonly number[],
  observed: { readonly value: number } | undefined,
): string {
  const finite = values.filter((value) => Number.isFinite(value) && value > 0);
  if (finite.length < 5) return '';
  return figureHtml(
    draw({
      width: 300,
      height: 170,
      marginLeft: 40,
      x: { label: title, tickFormat: (value: number) => figure(10 ** value), ticks: 4 },
      y: { label: 'groups', grid: true },
      marks: [
        Plot.rectY(bins(finite.map(Math.log10)), {
          x1: 'from',
          x2: 'to',
          y: 'count',
          fill: '#2a6f97',
          fillOpacity: 0.6,
        }),
        Plot.ruleY([0]),
        ...(observed && observed.value > 0
          ? [Plot.ruleX([Math.log10(observed.value)], { stroke: '#b3261e', strokeWidth: 2 })]
          : []),
      ],
    }),
    `${escapeHtml(title)}${observed ? '; the line is what was observed' : ''}.`,
  );
}

/** Equal bins between the ends of a list. */
function bins(
  values: readonly number[],
): { readonly from: number; readonly to: number; readonly count: number }[] {
  const low = Math.min(...values);
  const width = (Math.max(...values) - low) / 14 || 1;
  return Array.from({ length: 14 }, (_, bin) => ({
    from: low + bin * width,
    to: low + (bin + 1) * width,
    count: values.filter((value) => Math.min(13, Math.floor((value - low) / width)) === bin).length,
  }));
}
