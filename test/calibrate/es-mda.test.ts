import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { esMda } from '../../src/calibrate/es-mda.ts';
import { randomStream } from '../../src/random/philox.ts';

const members = 2000;
const priorOf = (parameters: number, seed: number, size = members): Matrix => {
  const stream = randomStream(seed, 'prior');
  return Matrix.from1DArray(
    parameters,
    size,
    Array.from({ length: parameters * size }, (_, i) => stream.normal(i)),
  );
};
const moments = (row: number[]): { mean: number; sd: number } => {
  const mean = row.reduce((a, b) => a + b, 0) / row.length;
  return { mean, sd: Math.sqrt(row.reduce((a, b) => a + (b - mean) ** 2, 0) / (row.length - 1)) };
};

describe('ensemble smoother with multiple data assimilation', () => {
  it('samples the closed-form posterior of a linear Gaussian problem', async () => {
    // x ~ N(0, I2), y = x1 + 2 x2 + e, e ~ N(0, 0.5^2), y = 3: K = [1, 2]/(5 + 0.25).
    const { ensemble } = await esMda({
      prior: priorOf(2, 1),
      observed: [3],
      errorStandardDeviation: [0.5],
      predict: async (x) => new Matrix([[1, 2]]).mmul(x),
      inflation: [4, 4, 4, 4],
      seed: 2,
      localize: false,
    });
    const gain = [1 / 5.25, 2 / 5.25];
    const [first, second] = [moments(ensemble.getRow(0)), moments(ensemble.getRow(1))];
    expect(Math.abs(first.mean - 3 * (gain[0] as number))).toBeLessThan(0.08);
    expect(Math.abs(second.mean - 3 * (gain[1] as number))).toBeLessThan(0.08);
    expect(Math.abs(first.sd - Math.sqrt(1 - 1 / 5.25))).toBeLessThan(0.05);
    expect(Math.abs(second.sd - Math.sqrt(1 - 4 / 5.25))).toBeLessThan(0.05);
  });

  it('finds the two parameters of a saturating twin from its noisy curve', async () => {
    const truth = [Math.log(3), Math.log(0.7)];
    const doses = [0.1, 0.3, 1, 3, 10];
    const curve = (a: number, b: number) =>
      doses.map((dose) => Math.log((Math.exp(a) * dose) / (Math.exp(b) + dose)));
    const noise = randomStream(5, 'noise');
    const observed = curve(truth[0] as number, truth[1] as number).map(
      (value, i) => value + 0.05 * noise.normal(i),
    );
    const { ensemble, steps } = await esMda({
      prior: priorOf(2, 6, 400),
      observed,
      errorStandardDeviation: doses.map(() => 0.05),
      predict: async (x) => {
        const columns = Array.from({ length: x.columns }, (_, j) => curve(x.get(0, j), x.get(1, j)));
        return new Matrix(columns).transpose();
      },
      inflation: [8, 8, 8, 8, 8, 8, 8, 8],
      seed: 7,
      localize: false,
    });
    [0, 1].forEach((i) => {
      const { mean, sd } = moments(ensemble.getRow(i));
      expect(Math.abs(mean - (truth[i] as number))).toBeLessThan(3 * sd);
      expect(sd).toBeLessThan(0.2);
    });
    expect(steps.at(-1)?.misfit).toBeLessThan((steps[0]?.misfit ?? 0) / 5);
  });

  it('has uniform ranks of the truth over many simulated data sets', async () => {
    const ranks: number[] = [];
    for (let repeat = 0; repeat < 120; repeat++) {
      const draw = randomStream(100 + repeat, 'truth');
      const truth = draw.normal(0);
      const { ensemble } = await esMda({
        prior: priorOf(1, 1000 + repeat, 99),
        observed: [2 * truth + draw.normal(1)],
        errorStandardDeviation: [1],
        predict: async (x) => Matrix.mul(x, 2),
        inflation: [2, 2],
        seed: repeat,
        localize: false,
      });
      ranks.push(ensemble.getRow(0).filter((value) => value < truth).length / 99);
    }
    // Mean and variance of uniform ranks within four standard errors.
    const { mean, sd } = moments(ranks);
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 120));
    expect(Math.abs(sd - Math.sqrt(1 / 12))).toBeLessThan(0.06);
  });

  it('leaves parameters alone that the data do not feel, when localized', async () => {
    const { ensemble } = await esMda({
      prior: priorOf(2, 9, 60),
      observed: [4],
      errorStandardDeviation: [0.1],
      predict: async (x) => new Matrix([x.getRow(0)]),
      inflation: [4, 4, 4, 4],
      seed: 3,
      localize: true,
    });
    expect(Math.abs(moments(ensemble.getRow(1)).mean)).toBeLessThan(0.4);
    expect(moments(ensemble.getRow(1)).sd).toBeGreaterThan(0.75);
    expect(moments(ensemble.getRow(0)).mean).toBeGreaterThan(3.5);
  });

  it('refuses inflations that do not sum to one, with its number', async () => {
    await expect(
      esMda({
        prior: priorOf(1, 1, 5),
        observed: [1],
        errorStandardDeviation: [1],
        predict: async (x) => x,
        inflation: [3, 3],
        seed: 1,
        localize: false,
      }),
    ).rejects.toThrow(/Z6001/);
  });
});
