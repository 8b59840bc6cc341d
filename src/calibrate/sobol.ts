/**
 * Shares of an output's variance that each parameter explains (Sobol indices), by the estimators of Saltelli et al.
 * (Comput Phys Commun 181:259-270, 2010, doi 10.1016/j.cpc.2009.09.018) for the first order and Jansen (Comput Phys
 * Commun 117:35-43, 1999, doi 10.1016/S0010-4655(98)00154-4) for the total.
 */
import { randomStream } from '../random/philox.ts';

export interface SobolIndex {
  readonly parameter: number;
  /** Share of the variance that would go if this parameter were known. */
  readonly first: number;
  /** Share that would stay if only this parameter were unknown: its own and all its interactions. */
  readonly total: number;
}

/**
 * @param law the output at a point of independent parameters
 * @param draw one parameter from its distribution, from a standard normal number
 * @param samples pairs of points; the law is asked samples x (parameters + 2) times
 */
export function sobolIndices(
  law: (point: Float64Array) => number,
  parameters: readonly number[],
  dimensions: number,
  options: {
    readonly samples: number;
    readonly seed: number;
    readonly draw?: (normal: number) => number;
  },
): { readonly variance: number; readonly indices: SobolIndex[] } {
  const { samples, seed, draw = (normal) => normal } = options;
  const points = (name: string): Float64Array[] => {
    const { normal } = randomStream(seed, `sobol/${name}`);
    return Array.from({ length: samples }, (_, sample) => {
      const point = new Float64Array(dimensions).fill(draw(0));
      for (const [place, parameter] of parameters.entries())
        point[parameter] = draw(normal(sample * parameters.length + place));
      return point;
    });
  };
  const a = points('a');
  const b = points('b');
  const ofA = a.map(law);
  const ofB = b.map(law);
  const both = [...ofA, ...ofB];
  const mean = both.reduce((sum, value) => sum + value, 0) / both.length;
  const variance = both.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (both.length - 1);
  const indices = parameters.map((parameter): SobolIndex => {
    let first = 0;
    let total = 0;
    a.forEach((point, sample) => {
      const own = point[parameter] as number;
      point[parameter] = (b[sample] as Float64Array)[parameter] as number;
      const mixed = law(point);
      point[parameter] = own;
      first += ((ofB[sample] as number) - mean) * (mixed - (ofA[sample] as number));
      total += ((ofA[sample] as number) - mixed) ** 2;
    });
    return {
      parameter,
      first: variance > 0 ? first / samples / variance : 0,
      total: variance > 0 ? total / (2 * samples) / variance : 0,
    };
  });
  return { variance, indices };
}
