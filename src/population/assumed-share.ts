import { countOrigins } from '../language/origins.ts';
import type { ModelSystem } from '../language/system.ts';
import type { AssumedShare } from '../simulate/result.ts';

/** Shares of the model's parameters by count: measured, tuned to a study, or chosen by the modellers. */
export function assumedShareByCount(system: ModelSystem): AssumedShare {
  const count = countOrigins(system.parameters);
  const all = Math.max(1, count.measured + count.fitted + count.assumed);
  const share = (part: number): number => Math.round((1000 * part) / all) / 1000;
  const fitted = share(count.fitted);
  const assumed = share(count.assumed);
  return { measured: Math.round(1000 * (1 - fitted - assumed)) / 1000, fitted, assumed };
}
