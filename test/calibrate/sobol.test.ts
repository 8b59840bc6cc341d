import { describe, expect, it } from 'vitest';
import { normalCumulative } from '../../src/calibrate/normal-distribution.ts';
import { sobolIndices } from '../../src/calibrate/sobol.ts';

const samples = 20_000;

describe('Sobol indices', () => {
  it('of the Ishigami function are its closed forms', () => {
    // Ishigami and Homma 1990, a = 7, b = 0.1, inputs uniform on (-pi, pi).
    const [a, b] = [7, 0.1];
    const { variance, indices } = sobolIndices(
      ([x = 0, y = 0, z = 0]) => Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x),
      [0, 1, 2],
      3,
      { samples, seed: 4, draw: (normal) => Math.PI * (2 * normalCumulative(normal) - 1) },
    );
    const pi4 = Math.PI ** 4;
    const whole = a ** 2 / 8 + (b * pi4) / 5 + (b ** 2 * pi4 ** 2) / 18 + 0.5;
    const first = [0.5 * (1 + (b * pi4) / 5) ** 2, a ** 2 / 8, 0].map((part) => part / whole);
    const interaction = (b ** 2 * pi4 ** 2 * (1 / 18 - 1 / 50)) / whole;
    const total = [(first[0] as number) + interaction, first[1] as number, interaction];
    expect(Math.abs(variance / whole - 1)).toBeLessThan(0.03);
    for (const { parameter, ...index } of indices) {
      expect(Math.abs(index.first - (first[parameter] as number))).toBeLessThan(0.03);
      expect(Math.abs(index.total - (total[parameter] as number))).toBeLessThan(0.03);
    }
  });

  it('of the g-function are its closed forms', () => {
    // Sobol 1993: product of (|4x - 2| + a) / (1 + a), inputs uniform on (0, 1).
    const a = [0, 1, 4.5, 9, 99, 99];
    const parts = a.map((each) => 1 / (3 * (1 + each) ** 2));
    const whole = parts.reduce((product, part) => product * (1 + part), 1) - 1;
    const { indices } = sobolIndices(
      (point) =>
        a.reduce(
          (product, each, i) => (product * (Math.abs(4 * (point[i] as number) - 2) + each)) / (1 + each),
          1,
        ),
      a.map((_, i) => i),
      a.length,
      { samples, seed: 5, draw: normalCumulative },
    );
    for (const { parameter, first, total } of indices) {
      const part = parts[parameter] as number;
      expect(Math.abs(first - part / whole)).toBeLessThan(0.03);
      expect(Math.abs(total - (part * ((1 + whole) / (1 + part))) / whole)).toBeLessThan(0.03);
    }
  });

  it('of a linear law are the shares of its squared slopes, and nothing for what it does not feel', () => {
    const { variance, indices } = sobolIndices(([x = 0, , z = 0]) => 3 * x + 4 * z, [0, 1, 2], 3, {
      samples,
      seed: 6,
    });
    expect(Math.abs(variance / 25 - 1)).toBeLessThan(0.03);
    for (const [parameter, share] of [0.36, 0, 0.64].entries()) {
      expect(Math.abs((indices[parameter]?.first ?? 9) - share)).toBeLessThan(0.03);
      expect(Math.abs((indices[parameter]?.total ?? 9) - share)).toBeLessThan(0.03);
    }
    expect(indices[1]?.total).toBe(0);
  });
});
