import type { Point } from '../scene/layout.ts';

const short = (value: number): string => String(Math.round(10 * value) / 10);

/** An SVG path through points. */
export function pathOf(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}`;
}
