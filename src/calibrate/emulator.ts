import type { Matrix } from 'ml-matrix';

/**
 * A quick stand-in for one output of the model: a constant, some parameters, their squares and their products, found
 * one after the other (orthogonal greedy selection of a sparse polynomial chaos; Blatman and Sudret, J Comput Phys
 * 230:2345-2367, 2011, doi 10.1016/j.jcp.2010.12.021). Parameters are standard normal before the data.
 */
export interface Emulator {
  readonly constant: number;
  readonly terms: readonly EmulatorTerm[];
  /** SD of what it misses on draws that it was not trained on. */
  readonly errorStandardDeviation: number;
  /** Share of the variance that it explains on draws that it was not trained on; below 0 it is worse than a constant. */
  readonly explained: number;
  /** Predictions stop a little beyond what was seen in training. */
  readonly range: readonly [low: number, high: number];
}

/** coefficient x u[first] (x u[second]); a square is taken minus 1, so that its mean before the data is 0. */
export interface EmulatorTerm {
  readonly coefficient: number;
  readonly first: number;
  readonly second?: number;
}

/** Draws that the model was run for. */
export interface EmulatorTraining {
  /** Parameters x draws, standard normal before the data. */
  readonly inputs: Matrix;
  /** Draws with the same number are left out together when the error is measured (steps of one member are alike). */
  readonly family: readonly number[];
}

/** Most terms; with fewer draws, one for so many of them. */
const mostTerms = 24;
const drawsPerTerm = 5;
const folds = 6;
/** A model with fewer terms is taken when its error is larger by no more than this share. */
const parsimony = 1.02;
/**
 * Parameters that are considered at all: those that correlate most with the output, one for two draws but not fewer
 * than this (sure independence screening; Fan and Lv, J R Statist Soc B 70:849-911, 2008, doi
 * 10.1111/j.1467-9868.2008.00674.x).
 */
const fewestScreened = 60;
/** Beyond the training outputs by this share of their range. */
const slack = 0.25;

/**
 * @param outputs one per draw; draws without a number are left out
 */
export function trainEmulator(training: EmulatorTraining, outputs: readonly number[]): Emulator {
  return trainFromColumns(columnsOf(training), training.family, outputs);
}

/** One emulator per row of a matrix of outputs (outputs x draws). */
export function trainEmulators(training: EmulatorTraining, outputs: Matrix): Emulator[] {
  const columns = columnsOf(training);
  return Array.from({ length: outputs.rows }, (_, row) =>
    trainFromColumns(columns, training.family, outputs.getRow(row)),
  );
}

/** One parameter over some draws. */
interface Column {
  readonly raw: Float64Array;
  readonly mean: number;
  /** Minus the mean, and the squared length of that. */
  readonly centred: Float64Array;
  readonly whole: number;
}

type ColumnsOfDraws = (draws: readonly number[]) => readonly Column[];

/** Most outputs are known for all draws and so are trained on the same columns: these are made once. */
function columnsOf({ inputs, family }: EmulatorTraining): ColumnsOfDraws {
  const whole = Array.from({ length: inputs.rows }, (_, parameter) =>
    Float64Array.from(inputs.getRow(parameter)),
  );
  const make = (draws: readonly number[]): readonly Column[] =>
    whole.map((column) => {
      const raw = new Float64Array(draws.length);
      for (let i = 0; i < draws.length; i++) raw[i] = column[draws[i] as number] as number;
      return columnFrom(raw);
    });
  const all = family.map((_, draw) => draw);
  const usual = new Map<string, readonly Column[]>();
  const usualKeys = new Set(
    [all, ...Array.from({ length: folds }, (_, fold) => all.filter((draw) => !isIn(fold, draw, family)))].map(
      (draws) => draws.join(),
    ),
  );
  return (draws) => {
    const key = draws.join();
    if (!usualKeys.has(key)) return make(draws);
    const known = usual.get(key) ?? make(draws);
    usual.set(key, known);
    return known;
  };
}

function columnFrom(raw: Float64Array): Column {
  const mean = average(raw);
  const centred = raw.map((value) => value - mean);
  return { raw, mean, centred, whole: dot(centred, centred) };
}

const isIn = (fold: number, draw: number, family: readonly number[]): boolean =>
  (family[draw] as number) % folds === fold;

function trainFromColumns(
  columnsFor: ColumnsOfDraws,
  family: readonly number[],
  outputs: readonly number[],
): Emulator {
  const known = outputs.flatMap((value, draw) => (Number.isFinite(value) ? [draw] : []));
  const mean = known.reduce((sum, draw) => sum + (outputs[draw] as number), 0) / Math.max(1, known.length);
  const variance =
    known.reduce((sum, draw) => sum + ((outputs[draw] as number) - mean) ** 2, 0) /
    Math.max(1, known.length - 1);
  const values = known.map((draw) => outputs[draw] as number);
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (known.length < 2 * folds || !(variance > 1e-24 * (1 + mean * mean))) {
    return {
      constant: known.length === 0 ? Number.NaN : mean,
      terms: [],
      errorStandardDeviation: Math.sqrt(variance),
      explained: 0,
      range: [low, high],
    };
  }
  const most = Math.min(mostTerms, Math.floor(known.length / drawsPerTerm));
  const all = columnsFor(known);
  const squared = new Float64Array(most + 1);
  const tested = new Float64Array(most + 1);
  for (let fold = 0; fold < folds; fold++) {
    const inside = known.filter((draw) => !isIn(fold, draw, family));
    const outside = known.flatMap((draw, place) => (isIn(fold, draw, family) ? [place] : []));
    if (outside.length === 0 || inside.length < folds) continue;
    const path = greedyPath(
      columnsFor(inside),
      inside.map((draw) => outputs[draw] as number),
      most,
    );
    for (let size = 0; size <= most; size++) {
      const model = path.model(Math.min(size, path.size));
      for (const place of outside) {
        const predicted = evaluate(model, (parameter) => (all[parameter] as Column).raw[place] as number);
        squared[size] = (squared[size] as number) + (predicted - (values[place] as number)) ** 2;
        tested[size] = (tested[size] as number) + 1;
      }
    }
  }
  const errors = Array.from(squared, (sum, size) => sum / Math.max(1, tested[size] as number));
  const least = Math.min(...errors);
  const size = errors.findIndex((error) => error <= parsimony * least);
  const full = greedyPath(all, values, size).model(size);
  const error = errors[size] as number;
  return {
    ...full,
    errorStandardDeviation: Math.sqrt(error),
    explained: 1 - error / variance,
    range: [low - slack * (high - low), high + slack * (high - low)],
  };
}

interface Polynomial {
  readonly constant: number;
  readonly terms: readonly EmulatorTerm[];
}

function evaluate({ constant, terms }: Polynomial, at: (parameter: number) => number): number {
  let sum = constant;
  for (const { coefficient, first, second } of terms) sum += coefficient * termValue(first, second, at);
  return sum;
}

function termValue(first: number, second: number | undefined, at: (parameter: number) => number): number {
  const u = at(first);
  if (second === undefined) return u;
  return first === second ? u * u - 1 : u * at(second);
}

/** Value of the emulator at a column of parameters. */
export function emulate(emulator: Emulator, u: ArrayLike<number>): number {
  const value = evaluate(emulator, (parameter) => u[parameter] as number);
  const [low, high] = emulator.range;
  return Math.min(high, Math.max(low, value));
}

interface Candidate {
  readonly first: number;
  readonly second: number | undefined;
  readonly column: Column;
  /** Squared length of what the chosen terms do not explain of it. */
  left: number;
}

/**
 * Terms in the order in which each takes most of what is left. A square or product is considered once its parameters
 * are in.
 */
function greedyPath(
  columns: readonly Column[],
  outputs: readonly number[],
  most: number,
): { readonly size: number; readonly model: (size: number) => Polynomial } {
  const n = outputs.length;
  const outputMean = outputs.reduce((sum, value) => sum + value, 0) / n;
  const residual = Float64Array.from(outputs, (value) => value - outputMean);
  const chosen: Candidate[] = [];
  const basis: Float64Array[] = [];
  /** Column k of R: the k-th term in terms of the orthonormal basis. */
  const upper: number[][] = [];
  const projections: number[] = [];
  const candidate = (first: number, second: number | undefined, column: Column): Candidate => {
    let left = column.whole;
    for (const direction of basis) left -= dot(direction, column.centred) ** 2;
    return { first, second, column, left };
  };
  let pool = columns
    .map((column, parameter) => ({
      column,
      parameter,
      size: column.whole > 0 ? dot(column.centred, residual) ** 2 / column.whole : 0,
    }))
    .sort((x, y) => y.size - x.size)
    .slice(0, Math.max(fewestScreened, Math.floor(n / 2)))
    .map(({ column, parameter }) => candidate(parameter, undefined, column));
  const linear: number[] = [];
  while (basis.length < most) {
    let best: Candidate | undefined;
    let gain = 0;
    for (const each of pool) {
      // What lies almost in the span of the chosen terms can only be noise.
      if (each.left < 1e-6 * each.column.whole) continue;
      const along = dot(residual, each.column.centred);
      const own = (along * along) / each.left;
      if (own > gain) {
        gain = own;
        best = each;
      }
    }
    if (!best) break;
    const direction = Float64Array.from(best.column.centred);
    const row: number[] = [];
    // Twice is enough (Kahan and Parlett): rounding of the first pass is taken out by the second.
    for (let pass = 0; pass < 2; pass++) {
      basis.forEach((each, index) => {
        const along = dot(each, direction);
        row[index] = (row[index] ?? 0) + along;
        for (let i = 0; i < n; i++) direction[i] = (direction[i] as number) - along * (each[i] as number);
      });
    }
    const length = Math.sqrt(dot(direction, direction));
    for (let i = 0; i < n; i++) direction[i] = (direction[i] as number) / length;
    row.push(length);
    upper.push(row);
    basis.push(direction);
    const along = dot(residual, direction);
    projections.push(along);
    for (let i = 0; i < n; i++) residual[i] = (residual[i] as number) - along * (direction[i] as number);
    chosen.push(best);
    pool = pool.filter((each) => each !== best);
    for (const each of pool) each.left -= dot(direction, each.column.centred) ** 2;
    if (best.second === undefined) {
      linear.push(best.first);
      const own = best.column.raw;
      for (const other of linear) {
        const partner = (columns[other] as Column).raw;
        const square = other === best.first ? 1 : 0;
        pool.push(
          candidate(
            best.first,
            other,
            columnFrom(own.map((value, i) => value * (partner[i] as number) - square)),
          ),
        );
      }
    }
  }
  return {
    size: basis.length,
    model: (size) => {
      const coefficients = new Array<number>(size).fill(0);
      for (let k = size - 1; k >= 0; k--) {
        let value = projections[k] as number;
        for (let later = k + 1; later < size; later++)
          value -= ((upper[later] as number[])[k] as number) * (coefficients[later] as number);
        coefficients[k] = value / ((upper[k] as number[])[k] as number);
      }
      let constant = outputMean;
      const terms = coefficients.map((coefficient, k): EmulatorTerm => {
        const { first, second, column } = chosen[k] as Candidate;
        constant -= coefficient * column.mean;
        return { coefficient, first, ...(second === undefined ? {} : { second }) };
      });
      return { constant, terms };
    },
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

const average = (values: Float64Array): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};
