/** What the data say about the parameters, and what they cannot. */
import { type Matrix, SingularValueDecomposition } from 'ml-matrix';

export interface ParameterInformation {
  readonly id: string;
  /** SD after the data over SD before: 1 = the data say nothing, 0 = they fix it. */
  readonly remaining: number;
  /** How far the median moved, in prior SDs. */
  readonly shift: number;
}

/** @param prior, posterior parameters x members, on the scale on which the prior is standard normal */
export function informationByParameter(
  ids: readonly string[],
  prior: Matrix,
  posterior: Matrix,
): ParameterInformation[] {
  return ids.map((id, row) => {
    const before = moments(prior.getRow(row));
    const after = moments(posterior.getRow(row));
    return {
      id,
      remaining: before.sd > 0 ? after.sd / before.sd : 1,
      shift: before.sd > 0 ? (after.median - before.median) / before.sd : 0,
    };
  });
}

export interface Direction {
  /** Signal over noise of this combination of data: above 1 the data speak louder than the prior. */
  readonly signal: number;
  /** Parameters that it is made of, largest share first. */
  readonly loadings: readonly { readonly id: string; readonly share: number }[];
}

/**
 * Combinations of parameters in the order in which the data inform them: singular vectors of the error-scaled
 * sensitivity that the ensemble regresses (parameters are standard normal before the data).
 */
export function informedDirections(
  ids: readonly string[],
  prior: Matrix,
  predictions: Matrix,
  errors: readonly number[],
  most = 12,
): Direction[] {
  const members = prior.columns;
  const centred = (matrix: Matrix): Matrix => matrix.clone().subColumnVector(matrix.mean('row'));
  const data = centred(predictions);
  for (let row = 0; row < data.rows; row++) data.mulRow(row, 1 / (errors[row] as number));
  const parameters = centred(prior);
  // Covariance of data and parameters is the regressed sensitivity, because the prior covariance is the identity.
  const sensitivity = data.mmul(parameters.transpose()).div(members - 1);
  // Sampling noise alone gives singular values of about this size; what lies below it is no information.
  const noise =
    (Math.sqrt(data.rows) + Math.sqrt(parameters.rows)) * Math.sqrt(meanSquare(data) / (members - 1));
  const decomposition = new SingularValueDecomposition(sensitivity, { autoTranspose: true });
  return decomposition.diagonal
    .map((signal, index) => ({ signal, index }))
    .filter(({ signal }) => signal > noise)
    .sort((a, b) => b.signal - a.signal)
    .slice(0, most)
    .map(({ signal, index }) => {
      const vector = decomposition.rightSingularVectors.getColumn(index);
      return {
        signal,
        loadings: vector
          .map((value, row) => ({ id: ids[row] ?? '', share: value * value }))
          .sort((a, b) => b.share - a.share)
          .slice(0, 6),
      };
    });
}

const meanSquare = (matrix: Matrix): number =>
  matrix.to1DArray().reduce((sum, value) => sum + value * value, 0) / (matrix.rows * matrix.columns);

function moments(values: readonly number[]): { readonly sd: number; readonly median: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const variance =
    sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, sorted.length - 1);
  return { sd: Math.sqrt(variance), median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
}
