import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { emulate, trainEmulator, trainEmulators } from '../../src/calibrate/emulator.ts';
import { esMda } from '../../src/calibrate/es-mda.ts';
import { finishEnsemble } from '../../src/calibrate/finish.ts';
import { mixtureCumulative, mixtureScore } from '../../src/calibrate/mixture-score.ts';
import { sampleTempered } from '../../src/calibrate/tempered-sampler.ts';
import { randomStream } from '../../src/random/philox.ts';

const normals = (name: string, rows: number, columns: number): Matrix => {
  const { normal } = randomStream(31, name);
  return Matrix.from1DArray(
    rows,
    columns,
    Array.from({ length: rows * columns }, (_, i) => normal(i)),
  );
};
const moments = (values: readonly number[]): { mean: number; sd: number } => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)) };
};
const mapColumns = (inputs: Matrix, law: (u: number[]) => number[]): Matrix =>
  new Matrix(Array.from({ length: inputs.columns }, (_, draw) => law(inputs.getColumn(draw)))).transpose();
const eachItself = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('an emulator', () => {
  it('finds a sparse quadratic law among many parameters, from fewer draws than parameters', () => {
    const inputs = normals('sparse', 200, 120);
    const law = (u: ArrayLike<number>): number =>
      1 + 2 * (u[7] ?? 0) - (u[40] ?? 0) + 0.5 * (u[7] ?? 0) * (u[40] ?? 0) + 0.3 * ((u[7] ?? 0) ** 2 - 1);
    const emulator = trainEmulator(
      { inputs, family: eachItself(120) },
      eachItself(120).map((draw) => law(inputs.getColumn(draw))),
    );
    expect(emulator.explained).toBeGreaterThan(0.999);
    const fresh = normals('fresh', 200, 20);
    for (let draw = 0; draw < 20; draw++) {
      const u = fresh.getColumn(draw);
      if (Math.abs(law(u)) < 6) expect(emulate(emulator, u)).toBeCloseTo(law(u), 6);
    }
  });

  it('tells the error that it makes: noise that no parameter explains', () => {
    const inputs = normals('noisy', 60, 300);
    const { normal } = randomStream(8, 'noise');
    const emulator = trainEmulator(
      { inputs, family: eachItself(300) },
      eachItself(300).map((draw) => inputs.get(3, draw) + 0.5 * normal(draw)),
    );
    expect(emulator.errorStandardDeviation).toBeGreaterThan(0.45);
    expect(emulator.errorStandardDeviation).toBeLessThan(0.6);
    expect(emulator.explained).toBeGreaterThan(0.7);
  });

  it('of noise alone claims nothing', () => {
    const inputs = normals('nothing', 100, 100);
    const { normal } = randomStream(9, 'nothing');
    const emulator = trainEmulator({ inputs, family: eachItself(100) }, eachItself(100).map(normal));
    expect(emulator.explained).toBeLessThan(0.1);
    expect(emulator.terms.length).toBeLessThan(4);
  });

  it('leaves out draws without a number, and of a constant stays a constant', () => {
    const inputs = normals('gaps', 5, 50);
    const family = eachItself(50);
    const gappy = family.map((draw) => (draw % 7 === 0 ? Number.NaN : inputs.get(0, draw)));
    expect(trainEmulator({ inputs, family }, gappy).explained).toBeGreaterThan(0.999);
    const constant = trainEmulator({ inputs, family }, new Array<number>(50).fill(3));
    expect(emulate(constant, inputs.getColumn(0))).toBe(3);
    expect(constant.errorStandardDeviation).toBe(0);
  });
});

describe('the tempered sampler', () => {
  it('gives the closed posterior of a linear Gaussian problem, at every power', () => {
    // x ~ N(0, I2), y = x1 + 2 x2 + e, e ~ N(0, 0.5^2), y = 3; a power p makes the error variance 0.25 / p.
    const snapshots = sampleTempered({
      dimensions: 2,
      logLikelihood: ([a = 0, b = 0]) => -0.5 * ((3 - a - 2 * b) / 0.5) ** 2,
      particles: 2000,
      powers: [0.25, 1],
      seed: 1,
      name: 'closed',
    });
    for (const [at, power] of [0.25, 1].entries()) {
      const whole = 5 + 0.25 / power;
      [1, 2].forEach((slope, dimension) => {
        const { mean, sd } = moments((snapshots[at] ?? []).map((u) => u[dimension] as number));
        expect(Math.abs(mean - (3 * slope) / whole)).toBeLessThan(0.08);
        expect(Math.abs(sd - Math.sqrt(1 - slope ** 2 / whole))).toBeLessThan(0.05);
      });
    }
  });

  it('same seed, same bits', () => {
    const run = (seed: number): number[][] =>
      (
        sampleTempered({
          dimensions: 3,
          logLikelihood: (u) => -((u[0] as number) ** 2),
          particles: 20,
          powers: [1],
          seed,
          name: 'x',
        })[0] ?? []
      ).map((u) => [...u]);
    expect(run(5)).toEqual(run(5));
    expect(run(6)).not.toEqual(run(5));
  });
});

/** A curved posterior: two parameters whose product the data tell, with a weak hold on the first. */
const banana = ([x = 0, y = 0]: ArrayLike<number> & Iterable<number>): number[] => [
  y + 0.7 * (x * x - 1),
  0.5 * x,
];
const seen = [0.4, 0.3];
const errors = [0.15, 0.6];

describe('the finish, beside the smoother alone', () => {
  /** Posterior moments of the banana by quadrature. */
  const exact = (() => {
    let weight = 0;
    const sums = { x: 0, y: 0, xx: 0, yy: 0 };
    for (let x = -5; x <= 5; x += 0.02)
      for (let y = -6; y <= 6; y += 0.02) {
        const misfit = banana([x, y]).reduce(
          (sum, value, row) => sum + ((value - (seen[row] as number)) / (errors[row] as number)) ** 2,
          0,
        );
        const p = Math.exp(-0.5 * (x * x + y * y + misfit));
        weight += p;
        sums.x += p * x;
        sums.y += p * y;
        sums.xx += p * x * x;
        sums.yy += p * y * y;
      }
    const [mx, my] = [sums.x / weight, sums.y / weight];
    return {
      x: { mean: mx, sd: Math.sqrt(sums.xx / weight - mx * mx) },
      y: { mean: my, sd: Math.sqrt(sums.yy / weight - my * my) },
    };
  })();

  it('follows a curved posterior that the smoother cannot', async () => {
    const prior = normals('banana', 2, 200);
    const stored: { inputs: Matrix; outputs: Matrix }[] = [];
    const { ensemble } = await esMda({
      prior,
      observed: seen,
      errorStandardDeviation: errors,
      inflation: [3, 3, 3],
      seed: 2,
      localize: false,
      predict: async (inputs) => {
        const outputs = mapColumns(inputs, banana);
        stored.push({ inputs: inputs.clone(), outputs });
        return outputs;
      },
    });
    const join = (pick: (round: (typeof stored)[number]) => Matrix): Matrix =>
      new Matrix(Array.from({ length: 2 }, (_, row) => stored.flatMap((round) => pick(round).getRow(row))));
    const emulators = trainEmulators(
      { inputs: join(({ inputs }) => inputs), family: stored.flatMap(() => eachItself(200)) },
      join(({ outputs }) => outputs),
    );
    const [finished = prior] = finishEnsemble({
      emulators,
      observed: seen,
      errorStandardDeviation: errors,
      parameters: 2,
      particles: 1500,
      powers: [1],
      seed: 3,
      name: 'banana',
    });
    const off = (from: Matrix): number =>
      (['x', 'y'] as const).reduce((worst, name, row) => {
        const { mean, sd } = moments(from.getRow(row));
        return Math.max(worst, Math.abs(mean - exact[name].mean), Math.abs(sd - exact[name].sd));
      }, 0);
    expect(off(finished)).toBeLessThan(0.08);
    expect(off(ensemble)).toBeGreaterThan(2 * off(finished));
  });

  it('takes priors as narrow as it is told, felt or not: the closed posterior of a linear problem and a square', () => {
    const width = 0.5;
    const inputs = normals('narrow', 3, 200);
    const law = ([a = 0, b = 0]: readonly number[]): number[] => [2 * a + 1, b * b];
    const [finished = inputs] = finishEnsemble({
      emulators: trainEmulators({ inputs, family: eachItself(200) }, mapColumns(inputs, law)),
      observed: [2.5, 0.09],
      errorStandardDeviation: [0.8, 0.1],
      parameters: 3,
      width,
      particles: 3000,
      powers: [1],
      seed: 5,
      name: 'narrow',
    });
    // a ~ N(0, 0.5^2), 2.5 = 1 + 2 a + e, e ~ N(0, 0.8^2).
    const precision = 1 / width ** 2 + 4 / 0.64;
    const a = moments(finished.getRow(0));
    expect(a.mean).toBeCloseTo((2 * 1.5) / 0.64 / precision, 1);
    expect(a.sd).toBeCloseTo(Math.sqrt(1 / precision), 1);
    const weights = Array.from({ length: 4001 }, (_, i) => -2 + i / 1000).map((b) => ({
      b,
      p: Math.exp(-0.5 * ((b / width) ** 2 + ((b * b - 0.09) / 0.1) ** 2)),
    }));
    const exact = Math.sqrt(
      weights.reduce((sum, { b, p }) => sum + p * b * b, 0) / weights.reduce((sum, { p }) => sum + p, 0),
    );
    expect(moments(finished.getRow(1)).sd).toBeCloseTo(exact, 1);
    expect(moments(finished.getRow(2)).sd).toBeCloseTo(width, 1);
  });

  /** Many parameters, few draws: each datum feels three of them, and its size bends. */
  const [parameters, data, draws] = [60, 24, 48];
  const law = (u: readonly number[]): number[] =>
    Array.from({ length: data }, (_, row) => {
      const at = (shift: number): number => u[(row * 5 + shift) % parameters] as number;
      return 0.8 * at(0) + 0.5 * at(7) + 0.2 * at(0) * at(7);
    });
  const error = 0.5;

  /** One simulated data set: ranks of its truth (0 to 1) among each ensemble, of the parameters that data feel. */
  async function ranks(trial: number): Promise<{ smoother: number[]; undamped: number[]; finish: number[] }> {
    const truth = normals(`truth/${trial}`, parameters, 1).getColumn(0);
    const noise = randomStream(400 + trial, 'noise');
    const observed = law(truth).map((value, row) => value + error * noise.normal(row));
    const errorStandardDeviation = observed.map(() => error);
    const prior = normals(`ensemble/${trial}`, parameters, draws);
    const stored: { inputs: Matrix; outputs: Matrix }[] = [];
    const smooth = async (localize: boolean): Promise<Matrix> => {
      stored.length = 0;
      return (
        await esMda({
          prior,
          observed,
          errorStandardDeviation,
          inflation: [7, 3.5, 7 / 4],
          seed: trial,
          localize,
          predict: async (inputs) => {
            const outputs = mapColumns(inputs, law);
            stored.push({ inputs: inputs.clone(), outputs });
            return outputs;
          },
        })
      ).ensemble;
    };
    const undamped = await smooth(false);
    const smoother = await smooth(true);
    const join = (pick: (round: (typeof stored)[number]) => Matrix, rows: number): Matrix =>
      new Matrix(
        Array.from({ length: rows }, (_, row) => stored.flatMap((round) => pick(round).getRow(row))),
      );
    const emulators = trainEmulators(
      { inputs: join(({ inputs }) => inputs, parameters), family: stored.flatMap(() => eachItself(draws)) },
      join(({ outputs }) => outputs, data),
    );
    const [finish = prior] = finishEnsemble({
      emulators,
      observed,
      errorStandardDeviation,
      parameters,
      particles: 64,
      powers: [1],
      seed: trial,
      name: `trial/${trial}`,
    });
    const felt = eachItself(12).map((row) => (row * 5) % parameters);
    const rank = (ensemble: Matrix): number[] =>
      felt.map(
        (parameter) =>
          (ensemble.getRow(parameter).filter((value) => value < (truth[parameter] as number)).length + 0.5) /
          (ensemble.columns + 1),
      );
    return { smoother: rank(smoother), undamped: rank(undamped), finish: rank(finish) };
  }

  it('has uniform ranks of the truth where the plain smoother collapses', { timeout: 120_000 }, async () => {
    const all = { smoother: [] as number[], undamped: [] as number[], finish: [] as number[] };
    for (let trial = 0; trial < 14; trial++) {
      const found = await ranks(trial);
      for (const name of ['smoother', 'undamped', 'finish'] as const) all[name].push(...found[name]);
    }
    /** Share of truths inside the central 80 %. */
    const held = (list: readonly number[]): number =>
      list.filter((rank) => rank > 0.1 && rank < 0.9).length / list.length;
    // 168 ranks: their standard error is 3 points.
    expect(Math.abs(held(all.finish) - 0.8)).toBeLessThan(0.09);
    expect(Math.abs(moments(all.finish).mean - 0.5)).toBeLessThan(0.06);
    expect(Math.abs(moments(all.finish).sd - Math.sqrt(1 / 12))).toBeLessThan(0.03);
    expect(held(all.undamped)).toBeLessThan(0.7);
    expect(Math.abs(held(all.finish) - 0.8)).toBeLessThan(Math.abs(held(all.undamped) - 0.8));
    expect(held(all.smoother)).toBeGreaterThan(held(all.undamped));
  });
});

describe('the score of a predicted distribution', () => {
  it('is the closed form for one normal distribution, and the absolute error for one number', () => {
    // Gneiting and Raftery 2007: CRPS of N(0, 1) at 0 is (sqrt(2) - 1) / sqrt(pi); at y it is
    // y (2 Phi(y) - 1) + 2 phi(y) - 1 / sqrt(pi).
    expect(mixtureScore([0], 1, 0)).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 12);
    expect(mixtureScore([2], 0, 5)).toBe(3);
    expect(mixtureScore([Number.NaN], 1, 0)).toBeUndefined();
    expect(mixtureCumulative([-1, 1], 0.5, 0)).toBeCloseTo(0.5, 12);
  });

  it('is smallest for the true width', () => {
    const { normal } = randomStream(12, 'score');
    const members = eachItself(60).map((i) => normal(i));
    const score = (factor: number): number => {
      let sum = 0;
      for (let i = 0; i < 400; i++)
        sum +=
          mixtureScore(
            members.map((x) => factor * x),
            0.1,
            1.005 * normal(1000 + i),
          ) ?? 0;
      return sum / 400;
    };
    const [narrow, right, wide] = [score(0.3), score(1), score(3)];
    expect(right).toBeLessThan(narrow as number);
    expect(right).toBeLessThan(wide as number);
  });
});
