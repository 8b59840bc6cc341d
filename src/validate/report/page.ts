import type { ObservedValue } from '../run-plan.ts';

/** Small pieces of a page. */
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

export const percent = (value: number | null | undefined): string =>
  value === undefined || value === null ? '-' : `${Math.round(100 * value)} %`;

/** Three figures. */
export function figure(value: number | null | undefined): string {
  if (value === undefined || value === null || !Number.isFinite(value)) return '-';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-3)) return value.toExponential(1);
  if (size >= 100) return value.toFixed(0);
  if (size >= 10) return value.toFixed(1);
  return value.toFixed(size >= 0.1 ? 2 : 4);
}

/** Cells are HTML already. */
export function tableHtml(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  classes: readonly string[] = [],
): string {
  const cells = (row: readonly string[], tag: string): string =>
    row
      .map((cell, index) => `<${tag}${classes[index] ? ` class="${classes[index]}"` : ''}>${cell}</${tag}>`)
      .join('');
  return `<div class="wide"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells(row, 'td')}</tr>`)
    .join('')}</tbody></table></div>`;
}

export const section = (id: string, title: string, ...content: readonly string[]): string =>
  `<section id="${id}"><h2>${escapeHtml(title)}</h2>${content.join('\n')}</section>`;

export const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

/** A number that misses its criterion stands in red, and says so without colour too. */
export const missed = (text: string): string => `<b class="missed">${escapeHtml(text)} (missed)</b>`;

export const styleSheet = `
:root{color-scheme:light}
body{font:15px/1.5 system-ui,sans-serif;color:#20282c;background:#fdfcf9;max-width:64rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.7rem;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2.2rem 0 .5rem;border-top:1px solid #d9d2c3;padding-top:1rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
p,li{max-width:46rem}table{border-collapse:collapse;font-size:.86rem;width:100%}th,td{text-align:left;vertical-align:top;padding:.22rem .5rem;border-bottom:1px solid #e6e0d3}
th{border-bottom:2px solid #b9b09c}.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.wide{overflow-x:auto}
.missed{color:#b3261e}.met{color:#1d6b3a}.good{color:#1d6b3a}.poor{color:#8a5a00}.quiet{color:#5b6b73}
figure{margin:1rem 0}figcaption{font-size:.88rem;color:#46545b;max-width:46rem}svg{max-width:100%;height:auto}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:1rem}
nav a{margin-right:.9rem;white-space:nowrap}details{margin:.4rem 0}
@media print{body{background:#fff;padding:0;font-size:11px}nav{display:none}section{break-inside:auto}figure,tr{break-inside:avoid}details:not([open])>*{display:block}}
`;

/** What a study saw, in one cell. */
export function observedWords(observed: ObservedValue | undefined): string {
  if (observed === undefined) return '';
  if (typeof observed === 'number') return figure(observed);
  return typeof observed === 'string' ? observed : `${figure(observed[0])} to ${figure(observed[1])}`;
}
