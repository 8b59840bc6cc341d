import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import {
  exponential,
  exponentialLessOne,
  logarithm,
  logarithmOfOneMore,
  logarithmToTen,
} from '../../src/random/elementary.ts';

const count = 20_000;
/** The same in every engine: sums and products only. */
const spread = (i: number): number => ((i * 0.6180339887498949) % 1) * 2 - 1;
const aroundZero = Float64Array.from(
  { length: count },
  (_, i) => spread(i) * ([2, 30, 700, 1e-9][i % 4] as number),
);
const aboveZero = Float64Array.from(
  { length: count },
  (_, i) => (spread(i) + 1.0000001) * ([2, 1e-200, 1e200, 50][i % 4] as number),
);
const aboveMinusOne = Float64Array.from(
  { length: count },
  (_, i) => (spread(i) + 1e-9) * ([0.99, 1e-9, 1e-3, 0.4][i % 4] as number),
);

const functions = [
  { name: 'exponential', own: exponential, engine: Math.exp, at: aroundZero, bits: 'c7b6eff61d01f1d9' },
  {
    name: 'exponentialLessOne',
    own: exponentialLessOne,
    engine: Math.expm1,
    at: aroundZero,
    bits: '106c845f353af2dc',
  },
  { name: 'logarithm', own: logarithm, engine: Math.log, at: aboveZero, bits: '9b19a5364877fea7' },
  {
    name: 'logarithmOfOneMore',
    own: logarithmOfOneMore,
    engine: Math.log1p,
    at: aboveMinusOne,
    bits: 'd65f5a4f78527e8b',
  },
  {
    name: 'logarithmToTen',
    own: logarithmToTen,
    engine: Math.log10,
    at: aboveZero,
    bits: '476c6ce16f6ee3ed',
  },
] as const;

describe.each(functions)('$name', ({ own, engine, at, bits }) => {
  it('is what the engine says, to its last digits', () => {
    for (const x of at) {
      const expected = engine(x);
      expect(Math.abs(own(x) - expected), `at ${x}`).toBeLessThanOrEqual(
        2 * Number.EPSILON * Math.abs(expected) + Number.MIN_VALUE,
      );
    }
  });

  it('says the same at the edges', () => {
    const edges = [0, -0, 1, -1, -2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 1e308];
    for (const x of edges) expect(own(x), `at ${x}`).toBe(engine(x));
  });

  it('has the bits that it had on other engines', () => {
    const values = Float64Array.from(at, own);
    expect(bytesToHex(sha256(new Uint8Array(values.buffer))).slice(0, 16)).toBe(bits);
  });
});
