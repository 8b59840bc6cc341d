import type { OutcomeResult } from './effects.ts';
import { gain, outcomeById } from './outcomes.ts';

const width = 190;
const height = 13;
const middle = height / 2;
/** Ends of the axis, in smallest differences that count. */
const most = 3;

const x = (value: number): number =>
  Number((((Math.min(most, Math.max(-most, value)) + most) / (2 * most)) * (width - 8) + 4).toFixed(1));

/**
 * One interval as a drawing: a thin line for 80 %, a thick one for 50 %, a mark for the median; dashes where a
 * difference begins to count. Better is right. Black only.
 */
export function intervalPlot(id: string, result: OutcomeResult): string {
  const outcome = outcomeById(id);
  const at = (value: number): number => x(gain(outcome, value));
  const [p10, p25, p50, p75, p90] = [result.p10, result.p25, result.p50, result.p75, result.p90].map(at) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const tick = (value: number, dashed: boolean): string =>
    `<line x1="${x(value)}" x2="${x(value)}" y1="0" y2="${height}" stroke="#000" stroke-width="${dashed ? 0.5 : 0.9}"${dashed ? ' stroke-dasharray="1.5 1.5"' : ''}/>`;
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width * 0.26}mm" height="${height * 0.26}mm" role="img" aria-label="${result.p10.toFixed(1)} to ${result.p90.toFixed(1)} ${result.unit.replace(/[<>&"]/g, '')}, median ${result.p50.toFixed(1)}">`,
    tick(0, false),
    tick(-1, true),
    tick(1, true),
    `<line x1="${p10}" x2="${p90}" y1="${middle}" y2="${middle}" stroke="#000" stroke-width="1"/>`,
    `<line x1="${p25}" x2="${p75}" y1="${middle}" y2="${middle}" stroke="#000" stroke-width="4"/>`,
    `<rect x="${p50 - 1.6}" y="${middle - 4}" width="3.2" height="8" fill="#fff" stroke="#000" stroke-width="1.1"/>`,
    '</svg>',
  ].join('');
}
