/**
 * What an ensemble would have become without some of its data: the update is solved again from predictions that were
 * stored once, so that leaving a group out costs algebra and no simulation.
 */
import { inverse, Matrix } from 'ml-matrix';
import { randomStream } from '../random/philox.ts';

export interface StoredPredictions {
  /** Prior ensemble on the scale on which it is standard normal: parameters x members. */
  readonly prior: Matrix;
  /** Predictions of the data by the prior ensemble: observations x members. */
  readonly predictions: Matrix;
  readonly observed: readonly number[];
  readonly errorStandardDeviation: readonly number[];
}

/**
 * Ensemble weights of the Kalman update from the rows that are kept: posterior = prior + anomalies x weights. The same
 * weights move whatever the ensemble predicts, also rows that were left out.
 *
 * @param keep rows that count
 */
export function updateWeights(
  { predictions, observed, errorStandardDeviation }: StoredPredictions,
  keep: readonly number[],
  seed: number,
): Matrix {
  const members = predictions.columns;
  const anomalies = scaledAnomalies(predictions, errorStandardDeviation, keep);
  // S = anomalies / sqrt(N-1) in units of the error; weights = S' (S S' + I)^-1 (perturbed innovation).
  const scaled = Matrix.div(anomalies, Math.sqrt(members - 1));
  const gain = scaled
    .transpose()
    .mmul(inverse(Matrix.add(scaled.mmul(scaled.transpose()), Matrix.eye(keep.length))));
  const innovation = new Matrix(keep.length, members);
  keep.forEach((row, at) => {
    const { normal } = randomStream(seed, `leave-out/${row}`);
    const error = errorStandardDeviation[row] as number;
    for (let member = 0; member < members; member++)
      innovation.set(
        at,
        member,
        ((observed[row] as number) - predictions.get(row, member)) / error + normal(member),
      );
  });
  return Matrix.div(gain.mmul(innovation), Math.sqrt(members - 1));
}

/** Moves any ensemble of quantities (rows x members) as the update moves the parameters: linear in the ensemble. */
export function moved(ensemble: Matrix, weights: Matrix): Matrix {
  const anomalies = ensemble.clone().subColumnVector(ensemble.mean('row'));
  return Matrix.add(ensemble, anomalies.mmul(weights));
}

function scaledAnomalies(predictions: Matrix, errors: readonly number[], keep: readonly number[]): Matrix {
  const chosen = new Matrix(keep.map((row) => predictions.getRow(row)));
  const anomalies = chosen.subColumnVector(chosen.mean('row'));
  for (const [at, row] of keep.entries()) anomalies.mulRow(at, 1 / (errors[row] as number));
  return anomalies;
}
