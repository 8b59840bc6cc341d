import fc from 'fast-check';
import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { ZonulaError } from '../../src/problem/problem.ts';
import { compileSystem } from '../../src/solver/compile.ts';
import { integrate } from '../../src/solver/integrate.ts';
import { findPeriodicState, type PeriodicOptions } from '../../src/solver/periodic.ts';
import { sketchSystem, testNumbers } from '../codegen/systems.ts';

/** x -> A x + b with known eigenvalues below one, and its fixed point. */
function linearMap(size: number, seed: number, eigenvalues: readonly number[]) {
  const random = testNumbers(seed);
  const basis = new Matrix(
    Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (i === j ? 1 : 0) + 0.3 * (random() - 0.5)),
    ),
  );
  const diagonal = Matrix.diag(Array.from({ length: size }, (_, i) => eigenvalues[i] ?? 0.3 * random()));
  const a = basis.mmul(diagonal).mmul(inverse(basis));
  const fixedPoint = Array.from({ length: size }, () => 1 + 4 * random());
  const b = Matrix.columnVector(fixedPoint).sub(a.mmul(Matrix.columnVector(fixedPoint)));
  return {
    a,
    fixedPoint,
    advance: (x: Float64Array): Float64Array =>
      Float64Array.from(a.mmul(Matrix.columnVector(x)).add(b).to1DArray()),
  };
}

const scaleOf = (size: number): number[] => Array.from({ length: size }, () => 1);
const problemOf = (work: () => unknown): { code: string; message: string } => {
  try {
    work();
  } catch (error) {
    if (error instanceof ZonulaError && error.problems[0]) return error.problems[0];
    throw error;
  }
  return { code: 'no error', message: '' };
};

describe('findPeriodicState', () => {
  it('finds the fixed point of linear maps with slow modes in far fewer periods than living on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0.9, max: 0.995, noNaN: true }),
        (seed, slow) => {
          const map = linearMap(20, seed, [slow, 0.93, 0.8, 0.7]);
          const options: PeriodicOptions = {
            advance: map.advance,
            start: new Float64Array(20).fill(2),
            scale: scaleOf(20),
            tolerance: 1e-8,
            mostPeriods: 3000,
          };
          const found = findPeriodicState(options);
          map.fixedPoint.forEach((value, i) => {
            expect(Math.abs((found.state[i] as number) - value)).toBeLessThan(3e-6);
          });
          const plain = findPeriodicState({ ...options, method: 'plain' });
          expect(found.periods).toBeLessThan(plain.periods);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('takes one Newton step with the exact chord', () => {
    const size = 12;
    const map = linearMap(size, 7, [0.99, 0.9]);
    const chord = inverse(Matrix.identity(size, size).sub(map.a));
    const found = findPeriodicState({
      advance: map.advance,
      start: new Float64Array(size).fill(3),
      scale: scaleOf(size),
      chord: Float64Array.from(chord.to1DArray()),
      tolerance: 1e-10,
    });
    expect(found.periods).toBeLessThanOrEqual(3);
    map.fixedPoint.forEach((value, i) => {
      expect(found.state[i]).toBeCloseTo(value, 9);
    });
  });

  it('searches each lane by itself', () => {
    const size = 10;
    const maps = [linearMap(size, 1, [0.98]), linearMap(size, 2, [0.9, 0.85])];
    const alone = maps.map((map) =>
      findPeriodicState({
        advance: map.advance,
        start: new Float64Array(size).fill(2),
        scale: scaleOf(size),
      }),
    );
    const lane = (x: Float64Array, l: number): Float64Array => x.filter((_, i) => i % 2 === l);
    const both = findPeriodicState({
      advance: (x) => {
        const images = maps.map((map, l) => map.advance(lane(x, l)));
        return Float64Array.from(x, (_, i) => images[i % 2]?.[i >> 1] as number);
      },
      start: new Float64Array(2 * size).fill(2),
      lanes: 2,
      scale: scaleOf(size),
    });
    expect([...lane(both.state, 0)]).toEqual([...(alone[0]?.state ?? [])]);
    expect([...lane(both.state, 1)]).toEqual([...(alone[1]?.state ?? [])]);
    expect(both.periods).toBe(Math.max(...alone.map(({ periods }) => periods)));
  });

  it('meets the exact periodic state of daily doses', () => {
    const system = sketchSystem({
      name: 'slow elimination',
      states: [0],
      parameters: [0.002],
      build: (graph) => ({
        derivatives: [graph.negate(graph.multiply(graph.parameter(0), graph.state(0)))],
      }),
    });
    const kernel = compileSystem(system, { lanes: 1, backEnd: 'wasm' });
    const found = findPeriodicState({
      advance: (x) => {
        kernel.state.set(x);
        integrate(kernel, {
          startHours: 0,
          endHours: 24,
          lanes: [
            { base: new Float64Array(0), segments: [], boluses: [{ state: 0, timeHours: 8, amount: 1 }] },
          ],
          relativeTolerance: 1e-10,
        });
        return kernel.state.slice();
      },
      start: new Float64Array([0]),
      scale: [1],
      tolerance: 1e-8,
    });
    const exact = Math.exp(-0.002 * 16) / (1 - Math.exp(-0.002 * 24));
    expect(found.state[0]).toBeCloseTo(exact, 5);
    expect(found.periods).toBeLessThan(8);
  });

  it('holds slow states at their start', () => {
    const found = findPeriodicState({
      // The second state drifts for ever; the first follows it.
      advance: (x) => Float64Array.of(0.5 * (x[0] as number) + (x[1] as number), (x[1] as number) + 0.1),
      start: Float64Array.of(0, 3),
      scale: [1, 1],
      fixed: [1],
    });
    expect(found.state[0]).toBeCloseTo(6, 4);
    expect(found.state[1]).toBe(3);
  });

  it('refuses extrapolations below zero and still arrives', () => {
    // Decline that ends in a small positive value: straight lines overshoot below zero.
    const visited: number[] = [];
    const found = findPeriodicState({
      advance: (x) => {
        const value = x[0] as number;
        visited.push(value);
        return Float64Array.of(
          value - (0.9 * (value - 1e-3)) / (1 + Math.exp(-8 * (value - 0.5))) - 0.02 * (value - 1e-3),
        );
      },
      start: Float64Array.of(1),
      scale: [1],
      tolerance: 1e-7,
    });
    expect(Math.min(...visited)).toBeGreaterThanOrEqual(0);
    expect(found.state[0]).toBeCloseTo(1e-3, 4);
  });

  it('says so when there is no periodic state, and names the state', () => {
    const grows = problemOf(() =>
      findPeriodicState({
        advance: (x) => Float64Array.of(0.5 * (x[0] as number) + 1, (x[1] as number) + 1),
        start: Float64Array.of(1, 1),
        scale: [1, 1],
        names: ['settles', 'grows'],
        mostPeriods: 30,
      }),
    );
    expect(grows.code).toBe('Z2030');
    expect(grows.message).toContain('grows');
    const broken = problemOf(() =>
      findPeriodicState({
        advance: () => Float64Array.of(Number.NaN),
        start: Float64Array.of(1),
        scale: [1],
      }),
    );
    expect(broken.code).toBe('Z2031');
    const cancelled = problemOf(() =>
      findPeriodicState({ advance: (x) => x, start: Float64Array.of(1), scale: [1], cancelled: () => true }),
    );
    expect(cancelled.code).toBe('Z2090');
  });

  it('has test maps with the eigenvalues they claim', () => {
    const { a } = linearMap(8, 3, [0.97, 0.5]);
    const real = new EigenvalueDecomposition(a).realEigenvalues.sort((x, y) => y - x);
    expect(real[0]).toBeCloseTo(0.97, 8);
  });
});
