import { describe, expect, it } from 'vitest';
import { cosineOfTurns, exponential } from '../../src/codegen/approximations.ts';
import { testNumbers } from './systems.ts';

/** Fixed-point arithmetic with 200 binary digits after the point, far beyond double precision. */
const POINT = 200n;
const ONE = 1n << POINT;

function toFixed(x: number): bigint {
  if (x === 0) return 0n;
  const exponent = Math.floor(Math.log2(Math.abs(x))) - 52;
  const mantissa = BigInt(x * 2 ** -exponent);
  const shift = POINT + BigInt(exponent);
  return shift >= 0n ? mantissa << shift : mantissa >> -shift;
}

function exactExp(x: bigint): bigint {
  // e^x = (e^(x / 2^12))^(2^12)
  const small = x >> 12n;
  let term = ONE;
  let sum = ONE;
  for (let k = 1n; term !== 0n && k < 60n; k++) {
    term = (term * small) / (k * ONE);
    sum += term;
  }
  for (let i = 0; i < 12; i++) sum = (sum * sum) / ONE;
  return sum;
}

/** pi by Machin's formula. */
function exactPi(): bigint {
  const arctanInverse = (n: bigint): bigint => {
    let power = ONE / n;
    let sum = power;
    for (let k = 1n; power !== 0n; k++) {
      power = -power / (n * n);
      sum += power / (2n * k + 1n);
    }
    return sum;
  };
  return 4n * (4n * arctanInverse(5n) - arctanInverse(239n));
}

function exactCosine(angle: bigint): bigint {
  let term = ONE;
  let sum = ONE;
  for (let k = 1n; term !== 0n && k < 80n; k++) {
    term = (((-term * angle) / ONE) * angle) / ONE / ((2n * k - 1n) * (2n * k));
    sum += term;
  }
  return sum;
}

/** Distance of `value` from the exact number, in units of the last place of `value`. */
function errorInUnits(value: number, exact: bigint): number {
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) - 52);
  const difference = toFixed(value) - exact;
  return Math.abs(Number((difference * 1000000n) / toFixed(unit))) / 1e6;
}

describe('exponential', () => {
  it('lies within 1 unit in the last place of the exact value', () => {
    const random = testNumbers(1);
    let worst = 0;
    for (let i = 0; i < 3000; i++) {
      const x = (random() - 0.5) * (i % 3 === 0 ? 1 : i % 3 === 1 ? 20 : 60);
      worst = Math.max(worst, errorInUnits(exponential(x), exactExp(toFixed(x))));
    }
    expect(worst).toBeLessThan(1);
    expect(worst).toBeGreaterThan(0.4); // a perfect score would mean that the measure is broken
  });

  it('agrees with the engine over the whole range of results', () => {
    let worst = 0;
    for (let x = -708; x <= 700; x += 0.0917) {
      const [mine, theirs] = [exponential(x), Math.exp(x)];
      worst = Math.max(worst, Math.abs(mine - theirs) / theirs);
    }
    expect(worst).toBeLessThan(5e-16);
  });

  it.each([
    [0, 1],
    [-0, 1],
    [Number.POSITIVE_INFINITY, exponential(700)],
    [Number.NEGATIVE_INFINITY, 0],
    [Number.NaN, Number.NaN],
    [710, exponential(700)],
    [1e300, exponential(700)],
    [-1e300, 0],
    [-746, 0],
    [-745, 5e-324],
    [-744.1, 5e-324],
  ])('exp(%d) is %d', (x, expected) => {
    expect(exponential(x)).toBe(expected);
  });

  it('is exact to the subnormal grid where results have no full precision', () => {
    for (const x of [-709, -715.3, -730.123, -740]) {
      expect(Math.abs(exponential(x) - Math.exp(x))).toBeLessThanOrEqual(5e-324);
    }
  });
});

describe('cosineOfTurns', () => {
  it('is within 5e-16 of the exact value', () => {
    const random = testNumbers(2);
    const twoPi = 2n * exactPi();
    let worst = 0;
    for (let i = 0; i < 2000; i++) {
      const x = (random() - 0.5) * (i % 2 === 0 ? 1 : 800);
      const turns = toFixed(x) % ONE;
      const exact = exactCosine((turns * twoPi) / ONE);
      worst = Math.max(worst, Math.abs(Number(toFixed(cosineOfTurns(x)) - exact) / Number(ONE)));
    }
    expect(worst).toBeLessThan(5e-16);
  });

  it('repeats with every whole turn and knows the quarters', () => {
    for (const turn of [0, 1, -3, 12345, 2 ** 40]) {
      expect(cosineOfTurns(turn)).toBeCloseTo(1, 15);
      expect(cosineOfTurns(turn + 0.25)).toBe(0);
      expect(cosineOfTurns(turn + 0.5)).toBeCloseTo(-1, 15);
      expect(cosineOfTurns(turn + 0.75)).toBe(0);
    }
    expect(cosineOfTurns(Number.POSITIVE_INFINITY)).toBeNaN();
    expect(cosineOfTurns(Number.NaN)).toBeNaN();
  });
});
