import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounded } from '../../src/population/bands.ts';

const asText = (value: number): number => Number(value.toPrecision(6));

describe('rounding to six digits', () => {
  it('comes to the same as rounding by text, for any number', () => {
    assert(
      property(double(), (value) => {
        expect(rounded(value)).toBe(asText(value));
      }),
      { numRuns: 20_000 },
    );
    assert(
      property(double({ min: -2e6, max: 2e6 }), (value) => {
        expect(rounded(value)).toBe(asText(value));
      }),
      { numRuns: 20_000 },
    );
  });

  it('comes to the same beside powers of ten and between two roundings', () => {
    for (let exponent = -18; exponent <= 8; exponent++)
      for (const digits of [
        '1',
        '9.999995',
        '9.9999949',
        '1.000005',
        '1.0000049999',
        '3.1415925',
        '9.99999999999',
      ])
        for (const step of [-1, 0, 1]) {
          const value = Number(`${digits}e${exponent}`) * (1 + step * Number.EPSILON);
          expect(rounded(value)).toBe(asText(value));
          expect(rounded(-value)).toBe(asText(-value));
        }
  });
});
