import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Band, RunResult } from '../../simulate/result.ts';
import { seriesTitles } from '../../simulate/series.ts';
import { leadGroups } from '../summary/lead-series.ts';
import type { SummaryContext } from '../summary/summary.ts';
import { unitText } from '../text/numbers.ts';
import { writeOutput } from '../write-output.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

/** Colours of the two lives: apart for every kind of colour vision, and in grey. */
const withoutColour = '#5b6b73';
const withColour = '#b4540a';

const style = `
:root{color-scheme:light}body{font:16px/1.5 system-ui,sans-serif;color:#20282c;background:#faf8f3;max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}figure{margin:0}figcaption{font-size:.9rem}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:1.2rem}
.key span{display:inline-block;width:1.2em;height:.7em;margin:0 .3em 0 1em}
pre{white-space:pre-wrap;font:13px/1.45 ui-monospace,monospace;background:#fff;border:1px solid #ddd6c8;padding:1rem;overflow-x:auto}
svg{max-width:100%;height:auto}@media print{body{background:#fff}}
`;

/**
 * Writes a page that needs nothing else: charts as drawings, the summary as text, the whole result as data inside.
 *
 * @throws CommandProblem Z8031 when the file cannot be written
 */
export async function writeReport(
  path: string,
  result: RunResult,
  summary: SummaryContext,
  plan: string | undefined,
  text: string,
): Promise<void> {
  await writeOutput(path, reportPage(result, summary, plan, text));
}

export function reportPage(
  result: RunResult,
  { file }: SummaryContext,
  plan: string | undefined,
  text: string,
): string {
  const title = escapeHtml(file.title ?? 'A person');
  const charts = leadGroups
    .map(({ title: group, series }) => {
      const drawn = series.flatMap(({ id }) => {
        const after = result.series[id];
        const before = result.seriesWithoutChange[id];
        return after && before ? [chart(id, before, plan === undefined ? undefined : after)] : [];
      });
      return drawn.length > 0 ? `<h2>${group}</h2><div class="charts">${drawn.join('')}</div>` : '';
    })
    .join('\n');
  const key =
    plan === undefined
      ? ''
      : `<p class="key"><span style="background:${withoutColour}"></span>without the change<span style="background:${withColour}"></span>with "${escapeHtml(plan)}"</p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} - Zonula</title><style>${style}</style></head>
<body><h1>${title}</h1>${key}
<p>Lines are medians of ${result.people} virtual people who share what is known of this person; dark bands hold half of them, light bands 80 of 100. A model under its assumptions, not a diagnosis.</p>
${charts}
<h2>In words</h2><pre>${escapeHtml(text)}</pre>
<script type="application/json" id="zonula-result">${JSON.stringify(result).replaceAll('<', '\\u003c')}</script>
</body></html>
`;
}

interface Point {
  readonly day: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}

const points = (band: Band): Point[] =>
  band.p50.map((p50, day) => ({
    day,
    p10: band.p10[day] ?? Number.NaN,
    p25: band.p25[day] ?? Number.NaN,
    p50,
    p75: band.p75[day] ?? Number.NaN,
    p90: band.p90[day] ?? Number.NaN,
  }));

function chart(id: string, without: Band, changed: Band | undefined): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const percent = id.startsWith('share_');
  const scaled = (band: Band): Point[] =>
    points(band).map((point) =>
      percent
        ? {
            day: point.day,
            p10: 100 * point.p10,
            p25: 100 * point.p25,
            p50: 100 * point.p50,
            p75: 100 * point.p75,
            p90: 100 * point.p90,
          }
        : point,
    );
  const layers = (data: Point[], colour: string): Plot.Markish[] => [
    Plot.areaY(data, { x: 'day', y1: 'p10', y2: 'p90', fill: colour, fillOpacity: 0.15 }),
    Plot.areaY(data, { x: 'day', y1: 'p25', y2: 'p75', fill: colour, fillOpacity: 0.25 }),
    Plot.lineY(data, { x: 'day', y: 'p50', stroke: colour, strokeWidth: 1.8 }),
  ];
  const unit = percent ? '%' : unitText(without.unit, id);
  const drawing = Plot.plot({
    document: document as unknown as Document,
    width: 360,
    height: 200,
    marginLeft: 48,
    x: { label: 'day' },
    y: { label: unit === '' ? null : unit, grid: true, nice: true },
    marks: [
      ...layers(scaled(without), withoutColour),
      ...(changed ? layers(scaled(changed), withColour) : []),
    ],
  });
  const title = seriesTitles[id]?.title ?? id;
  const plain = seriesTitles[id]?.plain ?? '';
  return `<figure>${drawing.outerHTML}<figcaption><b>${escapeHtml(title)}</b>: ${escapeHtml(plain)}</figcaption></figure>`;
}
