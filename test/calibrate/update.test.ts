import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { esMda } from '../../src/calibrate/es-mda.ts';
import { informationByParameter, informedDirections } from '../../src/calibrate/identifiability.ts';
import { elementaryEffects, morrisDesign } from '../../src/calibrate/morris.ts';
import { parsePosterior, sharedFrom, stillFitting } from '../../src/calibrate/posterior-file.ts';
import {
  drawPriorEnsemble,
  freeParameters,
  natural,
  standardised,
} from '../../src/calibrate/prior-ensemble.ts';
import { updateOnce } from '../../src/calibrate/update-once.ts';
import { randomStream } from '../../src/random/philox.ts';
import { inflationOf } from '../../src/validate/calibrate-plan.ts';

const normals = (name: string, rows: number, columns: number): Matrix => {
  const { normal } = randomStream(17, name);
  return new Matrix(
    Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => normal(r * columns + c)),
    ),
  );
};
const row = (matrix: Matrix, index: number) => {
  const values = matrix.getRow(index);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)) };
};

describe('the update that is solved again', () => {
  // Two parameters N(0, 1); data: x1 + noise(0.5) = 1, x2 + noise(1) = -1.
  const prior = normals('prior', 2, 4000);
  const stored = { prior, predictions: prior, observed: [1, -1], errorStandardDeviation: [0.5, 1] };

  it('gives the closed posterior of a linear Gaussian problem', async () => {
    const posterior = await updateOnce(stored, { keep: [0, 1], seed: 3, localize: false });
    expect(row(posterior, 0).mean).toBeCloseTo(1 / (1 + 0.25), 1);
    expect(row(posterior, 0).sd).toBeCloseTo(Math.sqrt(0.25 / 1.25), 1);
    expect(row(posterior, 1).mean).toBeCloseTo(-0.5, 1);
    expect(row(posterior, 1).sd).toBeCloseTo(Math.SQRT1_2, 1);
  });

  it('without a row leaves what only that row informs as it was', async () => {
    const posterior = await updateOnce(stored, { keep: [1], seed: 3, localize: false });
    expect(row(posterior, 0).mean).toBeCloseTo(0, 1);
    expect(row(posterior, 0).sd).toBeCloseTo(1, 1);
    expect(row(posterior, 1).mean).toBeCloseTo(-0.5, 1);
  });
});

describe('a two-parameter twin', () => {
  it('finds the parameters of a saturating law that made the data, within their posterior SD', async () => {
    const doses = [0.3, 1, 3, 10];
    const truth = { top: 4, half: 2 };
    const law = (top: number, half: number, dose: number): number => Math.log((top * dose) / (half + dose));
    const free = freeParameters([
      { id: 'top', value: 2, range: [0.5, 8], grade: 'assumed' },
      { id: 'half', value: 1, range: [0.1, 10], grade: 'assumed' },
    ]);
    const prior = drawPriorEnsemble(free, 400, 5);
    const { ensemble, steps } = await esMda({
      prior,
      observed: doses.map((dose) => law(truth.top, truth.half, dose)),
      errorStandardDeviation: doses.map(() => 0.05),
      inflation: [4, 4, 4, 4],
      seed: 9,
      localize: false,
      predict: async (members) =>
        new Matrix(
          doses.map((dose) =>
            Array.from({ length: members.columns }, (_, m) => {
              const { top = Number.NaN, half = Number.NaN } = free.valuesOf(members, m);
              return law(top, half, dose);
            }),
          ),
        ),
    });
    const found = [truth.top, truth.half].map((value, index) => {
      const z = standardised(free.parameters[index] as (typeof free.parameters)[number], value);
      const { mean, sd } = row(ensemble, index);
      return Math.abs(mean - z) / sd;
    });
    for (const distance of found) expect(distance).toBeLessThan(2);
    expect(steps.at(-1)?.misfit).toBeLessThan(steps[0]?.misfit ?? 0);
  });
});

describe('simulation-based calibration', () => {
  it('ranks of the truth among posterior draws are uniform', async () => {
    // Talts et al. 2018: draw a truth from the prior, data from the truth, fit, rank the truth.
    const members = 99;
    const ranks: number[] = [];
    for (let trial = 0; trial < 300; trial++) {
      const { normal } = randomStream(23, `truth/${trial}`);
      const truth = [normal(0), normal(1)] as const;
      const errors = [0.7, 0.4];
      const design = [
        [1, 0.5],
        [0.2, 1],
      ] as const;
      const data = design.map(
        ([a, b], i) => a * truth[0] + b * truth[1] + (errors[i] as number) * normal(2 + i),
      );
      const prior = normals(`sbc/${trial}`, 2, members);
      const predictions = new Matrix(design.map((each) => [...each])).mmul(prior);
      const posterior = await updateOnce(
        { prior, predictions, observed: data, errorStandardDeviation: errors },
        { keep: [0, 1], seed: trial, localize: false },
      );
      ranks.push(posterior.getRow(0).filter((x) => x < truth[0]).length);
    }
    const bins = Array.from(
      { length: 10 },
      (_, bin) => ranks.filter((rank) => Math.floor(rank / 10) === bin).length,
    );
    const chiSquare = bins.reduce((sum, count) => sum + (count - 30) ** 2 / 30, 0);
    // 99.9 % quantile of chi-square with 9 degrees of freedom.
    expect(chiSquare).toBeLessThan(27.9);
  });
});

describe('priors as standard normal numbers', () => {
  it('go there and back, and draws stay inside the range', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (value, z) => {
          const parameter = {
            id: 'x',
            value,
            range: [value / 2, value * 3] as const,
            grade: 'assumed' as const,
          };
          expect(standardised(parameter, natural(parameter, z))).toBeCloseTo(z, 8);
          const ensemble = drawPriorEnsemble(freeParameters([parameter]), 20, 1);
          // However far an update carries a draw, its value stays inside the range.
          for (const each of [...ensemble.getRow(0), -50, 50]) {
            expect(natural(parameter, each)).toBeGreaterThanOrEqual(value / 2);
            expect(natural(parameter, each)).toBeLessThanOrEqual(value * 3);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('draws are standard normal, cut-off ranges or not', () => {
    const parameter = { id: 'x', value: 1, range: [0.9, 4] as const, grade: 'assumed' as const };
    const { mean, sd } = row(drawPriorEnsemble(freeParameters([parameter]), 4000, 3), 0);
    expect(Math.abs(mean)).toBeLessThan(0.06);
    expect(Math.abs(sd - 1)).toBeLessThan(0.05);
  });

  it('switches and chemistry are not free', () => {
    const free = freeParameters([
      { id: 'a', value: 1, range: [0, 2], grade: 'switch' },
      { id: 'b', value: 1, range: [0.5, 2], grade: 'fitted' },
    ]);
    expect(free.parameters.map(({ id }) => id)).toEqual(['b']);
  });
});

describe('what the data say', () => {
  it('finds the informed direction x1 + x2 and leaves x3 alone', async () => {
    const prior = normals('directions', 3, 3000);
    const predictions = new Matrix([prior.getRow(0).map((x, m) => x + prior.get(1, m))]);
    const [first, ...others] = informedDirections(['x1', 'x2', 'x3'], prior, predictions, [0.1]);
    expect(others).toEqual([]);
    expect(first?.signal).toBeCloseTo(Math.SQRT2 / 0.1, 0);
    const shares = Object.fromEntries(first?.loadings.map(({ id, share }) => [id, share]) ?? []);
    expect(shares.x1).toBeCloseTo(0.5, 1);
    expect(shares.x2).toBeCloseTo(0.5, 1);
    expect(shares.x3).toBeCloseTo(0, 2);
    const posterior = await updateOnce(
      { prior, predictions, observed: [0], errorStandardDeviation: [0.1] },
      { keep: [0], seed: 1, localize: false },
    );
    const [x1, , x3] = informationByParameter(['x1', 'x2', 'x3'], prior, posterior);
    expect(x1?.remaining).toBeCloseTo(Math.SQRT1_2, 1);
    expect(x3?.remaining).toBeCloseTo(1, 1);
  });

  it('elementary effects of a linear function are its slopes, and of a product spread', () => {
    const design = morrisDesign(3, 12, 4);
    const outputs = (law: (x: readonly number[]) => number) => design.map(({ points }) => points.map(law));
    const linear = elementaryEffects(
      design,
      outputs(([a = 0, b = 0]) => 3 * a - 2 * b),
      3,
    );
    expect(linear.map(({ mean }) => mean)).toEqual([
      expect.closeTo(3),
      expect.closeTo(-2),
      expect.closeTo(0),
    ]);
    expect(linear.every(({ spread }) => spread < 1e-9)).toBe(true);
    const product = elementaryEffects(
      design,
      outputs(([a = 0, b = 0]) => a * b),
      3,
    );
    expect(product[0]?.spread).toBeGreaterThan(0.1);
    expect(product[2]?.influence).toBe(0);
  });
});

describe('the file of fitted parameters', () => {
  const file = {
    zonulaPosterior: 1,
    assembly: 'core',
    modelHash: 'm',
    planHash: 'p',
    seed: 1,
    method: 'es-mda',
    steps: [{ iteration: 0, misfit: 2, stopped: 0 }],
    parameters: ['a', 'b'],
    priors: [
      { value: 1, range: [0, 2] },
      { value: 1, range: [0, 2] },
    ],
    members: [
      [1, 2],
      [3, 4],
    ],
  };
  it('is read back member by member', () => {
    expect(sharedFrom(parsePosterior(JSON.stringify(file), 'x'))).toEqual([
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ]);
  });
  it('loses what has another default or range since', () => {
    const posterior = parsePosterior(JSON.stringify(file), 'x');
    const same = { value: 1, range: [0, 2] as const };
    const kept = (a: { value: number; range: readonly [number, number] }) =>
      stillFitting(
        posterior,
        new Map([
          ['a', a],
          ['b', same],
        ]),
      );
    expect(kept({ ...same, value: 1.5 }).dropped).toEqual(['a']);
    expect(sharedFrom(kept({ ...same, range: [0.5, 2] }).posterior)).toEqual([{ b: 2 }, { b: 4 }]);
    expect(kept(same).posterior).toBe(posterior);
  });
  it('is refused when it does not fit together', () => {
    expect(() => parsePosterior('{', 'x')).toThrow(/Z6010/);
    expect(() => parsePosterior(JSON.stringify({ ...file, members: [[1]] }), 'x')).toThrow(/Z6010/);
    expect(() => parsePosterior(JSON.stringify({ ...file, zonulaPosterior: 7 }), 'x')).toThrow(/Z6010/);
  });
});

describe('steps of the fit', () => {
  it('have inflations whose inverses sum to 1, and trust the data more and more', () => {
    for (const steps of [1, 2, 3, 4, 8]) {
      const inflation = inflationOf(steps);
      expect(inflation.reduce((sum, each) => sum + 1 / each, 0)).toBeCloseTo(1, 12);
      expect([...inflation].sort((a, b) => b - a)).toEqual(inflation);
    }
  });
});
