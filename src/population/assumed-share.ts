import type { ModelSystem } from '../language/system.ts';
import type { AssumedShare } from '../simulate/result.ts';

/** Grades that say how well a quantity of nature is known; switches, chemistry and numerical widths are not counted. */
const measured: ReadonlySet<string> = new Set(['human-in-vivo', 'human-ex-vivo', 'animal', 'in-vitro']);

/** Shares of the model's parameters by count: measured, tuned to a study, or chosen by the modellers. */
export function assumedShareByCount(system: ModelSystem): AssumedShare {
  const count = { measured: 0, fitted: 0, assumed: 0 };
  for (const { grade } of system.parameters) {
    if (measured.has(grade)) count.measured += 1;
    else if (grade === 'fitted' || grade === 'assumed') count[grade] += 1;
  }
  const all = Math.max(1, count.measured + count.fitted + count.assumed);
  const share = (part: number): number => Math.round((1000 * part) / all) / 1000;
  const fitted = share(count.fitted);
  const assumed = share(count.assumed);
  return { measured: Math.round(1000 * (1 - fitted - assumed)) / 1000, fitted, assumed };
}
