/** Sobol indices of chosen rows through the emulators of a fit. */
import { type Emulator, emulate } from '../calibrate/emulator.ts';
import { sobolIndices } from '../calibrate/sobol.ts';
import type { FitTarget } from './fit-plan.ts';
import type { SobolTable } from './honesty-file.ts';

/** Parameters that are shown of each row. */
const shown = 8;

/**
 * @param ids of the parameters, in the order in which the emulators were trained
 * @param rows ids of the rows, each by its first number
 */
export function varianceShares(
  ids: readonly string[],
  targets: readonly FitTarget[],
  emulators: readonly Emulator[],
  rows: ReadonlySet<string>,
  options: { readonly samples: number; readonly seed: number },
): SobolTable {
  const { samples, seed } = options;
  const seen = new Set<string>();
  return {
    samples,
    outputs: targets.flatMap(({ row }, at) => {
      const emulator = emulators[at];
      if (!rows.has(row.id) || seen.has(row.id) || !emulator) return [];
      seen.add(row.id);
      const felt = [
        ...new Set(
          emulator.terms.flatMap(({ first, second }) => (second === undefined ? [first] : [first, second])),
        ),
      ].sort((a, b) => a - b);
      const { variance, indices } = sobolIndices((point) => emulate(emulator, point), felt, ids.length, {
        samples,
        seed,
      });
      return [
        {
          row: row.id,
          explained: rounded(emulator.explained),
          errorStandardDeviation: rounded(emulator.errorStandardDeviation),
          standardDeviation: felt.length === 0 ? 0 : rounded(Math.sqrt(variance)),
          indices: [...indices]
            .sort((a, b) => b.total - a.total)
            .slice(0, shown)
            .map(({ parameter, first, total }) => ({
              id: ids[parameter] ?? '',
              first: rounded(first),
              total: rounded(total),
            })),
        },
      ];
    }),
  };
}

const rounded = (value: number): number => Number(value.toPrecision(4));
