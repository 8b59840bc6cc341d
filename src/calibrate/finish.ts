import { Matrix } from 'ml-matrix';
import { randomStream } from '../random/philox.ts';
import { type Emulator, emulate } from './emulator.ts';
import { sampleTempered } from './tempered-sampler.ts';

/** The posterior of parameters that are normal before the data, with emulators in place of the model. */
export interface FinishProblem {
  /** One per datum. What an emulator misses is added to the error of its datum. */
  readonly emulators: readonly Emulator[];
  readonly observed: readonly number[];
  readonly errorStandardDeviation: readonly number[];
  /** Data that count; all unless given. */
  readonly keep?: readonly number[];
  readonly parameters: number;
  /** Standard deviation of all parameters before the data, on the scale of the emulators; 1 unless given. */
  readonly width?: number;
  readonly particles: number;
  /** Powers of the likelihood that are wanted, rising to 1: below 1 the data are trusted less. */
  readonly powers: readonly number[];
  readonly seed: number;
  readonly name: string;
}

/** @returns one matrix (parameters x particles) per power */
export function finishEnsemble(problem: FinishProblem): Matrix[] {
  const { observed, errorStandardDeviation, parameters, particles, powers, seed, name, width = 1 } = problem;
  // Particles are standard normal: the width goes into the emulators and comes back with the result.
  const emulators = problem.emulators.map((emulator) => narrowed(emulator, width));
  const rows = (problem.keep ?? emulators.map((_, row) => row)).filter(
    (row) => (emulators[row] as Emulator).terms.length > 0,
  );
  // Parameters that no emulator feels keep their prior: only the others are moved.
  const felt = [
    ...new Set(
      rows.flatMap((row) =>
        (emulators[row] as Emulator).terms.flatMap(({ first, second }) =>
          second === undefined ? [first] : [first, second],
        ),
      ),
    ),
  ].sort((a, b) => a - b);
  const place = new Map(felt.map((parameter, index) => [parameter, index]));
  const data = rows.map((row) => {
    const emulator = emulators[row] as Emulator;
    const at = (parameter: number): number => place.get(parameter) as number;
    return {
      emulator: {
        ...emulator,
        terms: emulator.terms.map(({ coefficient, first, second }) => ({
          coefficient,
          first: at(first),
          ...(second === undefined ? {} : { second: at(second) }),
        })),
      },
      observed: observed[row] as number,
      precision: 1 / ((errorStandardDeviation[row] as number) ** 2 + emulator.errorStandardDeviation ** 2),
    };
  });
  const logLikelihood = (u: Float64Array): number => {
    let sum = 0;
    for (const { emulator, observed: seen, precision } of data)
      sum -= 0.5 * precision * (seen - emulate(emulator, u)) ** 2;
    return sum;
  };
  const found = sampleTempered({
    dimensions: felt.length,
    logLikelihood,
    along: (u, v) => {
      const ellipses = data.map(({ emulator }) => onEllipse(emulator, u, v));
      return (cos, sin) => {
        let sum = 0;
        for (const [index, { observed: seen, precision, emulator }] of data.entries()) {
          const [constant, c, s, cc, cs, ss] = ellipses[index] as Ellipse;
          const [low, high] = emulator.range;
          const value = constant + c * cos + s * sin + cc * cos * cos + cs * cos * sin + ss * sin * sin;
          sum -= 0.5 * precision * (seen - Math.min(high, Math.max(low, value))) ** 2;
        }
        return sum;
      };
    },
    particles,
    powers,
    seed,
    name,
  });
  return found.map((list, at) => {
    const ensemble = new Matrix(parameters, particles);
    for (let parameter = 0; parameter < parameters; parameter++) {
      const index = place.get(parameter);
      const { normal } = randomStream(seed, `${name}/unfelt/${at}/${parameter}`);
      for (let particle = 0; particle < particles; particle++)
        ensemble.set(
          parameter,
          particle,
          width *
            (index === undefined ? normal(particle) : ((list[particle] as Float64Array)[index] as number)),
        );
    }
    return ensemble;
  });
}

/** The same function of parameters that are measured in widths. */
function narrowed(emulator: Emulator, width: number): Emulator {
  let { constant } = emulator;
  const terms = emulator.terms.map(({ coefficient, first, second }) => {
    if (second === undefined) return { coefficient: coefficient * width, first };
    // A square is taken minus 1.
    if (first === second) constant += coefficient * (width * width - 1);
    return { coefficient: coefficient * width * width, first, second };
  });
  return { ...emulator, constant, terms };
}

/** An emulator on u cos + v sin: constant and factors of cos, sin, cos^2, cos sin, sin^2. */
type Ellipse = readonly [number, number, number, number, number, number];

function onEllipse({ constant, terms }: Emulator, u: Float64Array, v: Float64Array): Ellipse {
  let [fixed, c, s, cc, cs, ss] = [constant, 0, 0, 0, 0, 0];
  for (const { coefficient, first, second } of terms) {
    const a = u[first] as number;
    const b = v[first] as number;
    if (second === undefined) {
      c += coefficient * a;
      s += coefficient * b;
      continue;
    }
    const d = u[second] as number;
    const e = v[second] as number;
    cc += coefficient * a * d;
    cs += coefficient * (a * e + b * d);
    ss += coefficient * b * e;
    if (first === second) fixed -= coefficient;
  }
  return [fixed, c, s, cc, cs, ss];
}

/** What the emulators say of an ensemble: data x members. */
export function emulateEnsemble(emulators: readonly Emulator[], ensemble: Matrix): Matrix {
  const predictions = new Matrix(emulators.length, ensemble.columns);
  for (let member = 0; member < ensemble.columns; member++) {
    const u = ensemble.getColumn(member);
    for (const [row, emulator] of emulators.entries()) predictions.set(row, member, emulate(emulator, u));
  }
  return predictions;
}
