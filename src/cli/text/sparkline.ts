/** An odd number: a value in the middle stays there, whatever its last digit does. */
const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'] as const;

/**
 * A line of blocks: each stands for one stretch of days (its mean).
 *
 * @param length number of blocks
 * @param floor, ceiling what the lowest and the highest block stand for
 */
export function sparkline(values: readonly number[], length: number, floor: number, ceiling: number): string {
  const count = Math.min(length, values.length);
  let line = '';
  for (let i = 0; i < count; i++) {
    const from = Math.floor((i * values.length) / count);
    const to = Math.max(from + 1, Math.floor(((i + 1) * values.length) / count));
    const part = values.slice(from, to);
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    const share = ceiling > floor ? (mean - floor) / (ceiling - floor) : 0.5;
    line += blocks[Math.min(blocks.length - 1, Math.max(0, Math.floor(share * blocks.length)))];
  }
  return line;
}
