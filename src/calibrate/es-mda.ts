import { inverse, Matrix } from 'ml-matrix';
import { ZonulaError } from '../problem/problem.ts';
import { randomStream } from '../random/philox.ts';

/**
 * Ensemble smoother with multiple data assimilation (Emerick and Reynolds, Computers & Geosciences 55:3-15, 2013,
 * doi 10.1016/j.cageo.2012.03.011): an ensemble drawn from the prior is moved towards the data in several
 * steps with inflated data errors, so that for a linear model and Gaussian errors it samples the posterior.
 */
export interface EsMdaProblem {
  /** Parameters on the scale on which their prior is normal: one row per parameter, one column per member. */
  readonly prior: Matrix;
  /** Observed values, on a scale on which errors are additive (log for folds). */
  readonly observed: readonly number[];
  /** Standard deviation of each observation: measurement and model error together. */
  readonly errorStandardDeviation: readonly number[];
  /** Predictions of all rows for all members: one row per observation, one column per member. NaN where a member has none. */
  readonly predict: (ensemble: Matrix, iteration: number) => Promise<Matrix>;
  /** Inflation of the data error per step; the sum of 1/inflation must be 1. */
  readonly inflation: readonly number[];
  readonly seed: number;
  /**
   * Damps sampling correlations between parameters and observations that an ensemble of this size cannot tell from
   * zero. Off for tests against closed forms.
   */
  readonly localize: boolean;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: EsMdaStep) => void;
}

export interface EsMdaStep {
  readonly iteration: number;
  /** Root mean square of (observed - ensemble median) / error, before the update. */
  readonly misfit: number;
}

export interface EsMdaResult {
  readonly ensemble: Matrix;
  readonly steps: readonly EsMdaStep[];
}

/** @throws ZonulaError Z6001 when the inflations do not sum to 1, Z6002 when sizes do not fit, Z6003 when cancelled */
export async function esMda(problem: EsMdaProblem): Promise<EsMdaResult> {
  const { prior, observed, errorStandardDeviation, inflation, seed } = problem;
  const total = inflation.reduce((sum, value) => sum + 1 / value, 0);
  if (Math.abs(total - 1) > 1e-9) {
    throw new ZonulaError({
      code: 'Z6001',
      severity: 'error',
      message: `the inverse inflations sum to ${total}, not 1`,
      fix: 'Use n steps with inflation n each.',
    });
  }
  if (observed.length !== errorStandardDeviation.length) {
    throw new ZonulaError({
      code: 'Z6002',
      severity: 'error',
      message: `${observed.length} observations but ${errorStandardDeviation.length} errors`,
    });
  }
  let ensemble = prior.clone();
  const steps: EsMdaStep[] = [];
  for (let iteration = 0; iteration < inflation.length; iteration++) {
    if (problem.signal?.aborted)
      throw new ZonulaError({
        code: 'Z6003',
        severity: 'error',
        message: `cancelled before step ${iteration + 1}`,
        fix: 'Run it again: it goes on from the last finished step.',
      });
    const predictions = fillGaps(await problem.predict(ensemble, iteration));
    const misfit = rootMeanSquareMisfit(predictions, observed, errorStandardDeviation);
    ensemble = update(
      problem,
      ensemble,
      predictions,
      inflation[iteration] as number,
      randomStream(seed, `es-mda/${iteration}`).normal,
    );
    const step = { iteration, misfit };
    steps.push(step);
    problem.onStep?.(step);
  }
  return { ensemble, steps };
}

function rootMeanSquareMisfit(
  predictions: Matrix,
  observed: readonly number[],
  errors: readonly number[],
): number {
  let sum = 0;
  observed.forEach((value, row) => {
    const sorted = predictions.getRow(row).sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    sum += ((value - median) / (errors[row] as number)) ** 2;
  });
  return Math.sqrt(sum / observed.length);
}

/** A member without a prediction of a row takes the row's mean, so that it is not moved by that row. */
function fillGaps(predictions: Matrix): Matrix {
  const filled = predictions.clone();
  for (let row = 0; row < filled.rows; row++) {
    const known = filled.getRow(row).filter(Number.isFinite);
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    for (let column = 0; column < filled.columns; column++) {
      if (!Number.isFinite(filled.get(row, column))) filled.set(row, column, mean);
    }
  }
  return filled;
}

const anomalies = (matrix: Matrix): Matrix => matrix.clone().subColumnVector(matrix.mean('row'));

function update(
  problem: EsMdaProblem,
  ensemble: Matrix,
  predictions: Matrix,
  inflation: number,
  normal: (index: number) => number,
): Matrix {
  const members = ensemble.columns;
  const rows = problem.observed.length;
  const parameterAnomalies = anomalies(ensemble);
  const dataAnomalies = anomalies(predictions);
  const cross = parameterAnomalies.mmul(dataAnomalies.transpose()).div(members - 1);
  if (problem.localize) damp(cross, parameterAnomalies, dataAnomalies);
  const covariance = dataAnomalies.mmul(dataAnomalies.transpose()).div(members - 1);
  for (let row = 0; row < rows; row++) {
    covariance.set(
      row,
      row,
      covariance.get(row, row) + inflation * (problem.errorStandardDeviation[row] as number) ** 2,
    );
  }
  const innovation = new Matrix(rows, members);
  for (let row = 0; row < rows; row++) {
    for (let member = 0; member < members; member++) {
      const noise =
        Math.sqrt(inflation) *
        (problem.errorStandardDeviation[row] as number) *
        normal(row * members + member);
      innovation.set(row, member, (problem.observed[row] as number) + noise - predictions.get(row, member));
    }
  }
  return Matrix.add(ensemble, cross.mmul(inverse(covariance)).mmul(innovation));
}

/**
 * Localisation by the size of correlations (Luo, Bhakta and Naevdal, SPE Journal 23:396-427, 2018, doi
 * 10.2118/185936-PA): with N members the correlation of unrelated numbers has an SD of 1 / sqrt(N), and the largest of
 * P such is about sqrt(2 ln P) of them. What is smaller is dropped: with hundreds of parameters and rows it would
 * narrow every parameter a little for each row, though no datum speaks of it. What is larger is shrunk by
 * r^2 / (r^2 + (1 + r^2) / N), the part that sampling noise would explain (Furrer and Bengtsson 2007).
 */
function damp(cross: Matrix, parameters: Matrix, data: Matrix): void {
  const members = parameters.columns;
  const threshold2 = (2 * Math.log(Math.max(2, parameters.rows))) / members;
  const norm = (matrix: Matrix, row: number): number =>
    Math.sqrt(matrix.getRow(row).reduce((sum, value) => sum + value * value, 0) / (members - 1));
  const dataNorms = Array.from({ length: data.rows }, (_, row) => norm(data, row));
  for (let parameter = 0; parameter < cross.rows; parameter++) {
    const own = norm(parameters, parameter);
    for (let row = 0; row < cross.columns; row++) {
      const scale = own * (dataNorms[row] as number);
      const r2 = scale > 0 ? (cross.get(parameter, row) / scale) ** 2 : 0;
      cross.set(
        parameter,
        row,
        r2 < threshold2 ? 0 : cross.get(parameter, row) * (r2 / (r2 + (1 + r2) / members)),
      );
    }
  }
}
