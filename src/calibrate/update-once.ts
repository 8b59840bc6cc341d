import { Matrix } from 'ml-matrix';
import { type EsMdaProblem, esMda } from './es-mda.ts';

export interface StoredPredictions {
  /** Ensemble before the data: parameters x members. */
  readonly prior: Matrix;
  /** What it predicts of all data: observations x members. */
  readonly predictions: Matrix;
  readonly observed: readonly number[];
  readonly errorStandardDeviation: readonly number[];
}

/**
 * What the ensemble becomes from a part of the data, in one update of stored predictions: leaving a group out costs
 * algebra and no simulation.
 *
 * @param options.keep rows that count
 */
export async function updateOnce(
  { prior, predictions, observed, errorStandardDeviation }: StoredPredictions,
  options: { readonly keep: readonly number[] } & Pick<EsMdaProblem, 'seed' | 'localize'>,
): Promise<Matrix> {
  const { keep, ...rest } = options;
  if (keep.length === 0) return prior.clone();
  const kept = new Matrix(keep.map((row) => predictions.getRow(row)));
  const { ensemble } = await esMda({
    ...rest,
    prior,
    observed: keep.map((row) => observed[row] as number),
    errorStandardDeviation: keep.map((row) => errorStandardDeviation[row] as number),
    inflation: [1],
    predict: async () => kept,
  });
  return ensemble;
}
