import { describe, expect, it } from 'vitest';
import { normalQuantile, philox4x32, randomStream } from '../../src/random/philox.ts';

describe('counter-based random numbers', () => {
  // Known-answer vectors of the Random123 distribution (kat_vectors, philox4x32 10).
  it.each<[[number, number, number, number], [number, number], [number, number, number, number]]>([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])('reproduces the published vectors of Philox-4x32-10', (counter, key, expected) => {
    expect(philox4x32(counter, key)).toEqual(expected);
  });

  it('inverts the normal distribution at the published points of AS 241', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.2623400897984, 12);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  });

  it('gives streams that do not depend on order and differ by seed, name and index', () => {
    const one = randomStream(1, 'a');
    const later = one.uniform(7);
    expect(randomStream(1, 'a').uniform(7)).toBe(later);
    expect(
      new Set([later, one.uniform(8), randomStream(2, 'a').uniform(7), randomStream(1, 'b').uniform(7)]).size,
    ).toBe(4);
  });

  it('has the moments of a standard normal', () => {
    const stream = randomStream(20261124, 'moments');
    const n = 20_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const x = stream.normal(i);
      sum += x;
      squares += x * x;
    }
    expect(Math.abs(sum / n)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(squares / n - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  });
});
