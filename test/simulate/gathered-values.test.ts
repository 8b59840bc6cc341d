import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/random/philox.ts';
import { exactPeople, GatheredValues } from '../../src/simulate/gathered-values.ts';
import { quantiles } from '../../src/simulate/quantiles.ts';

const probabilities = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

function gathered(people: readonly ArrayLike<number>[], cells = 1): GatheredValues {
  const values = new GatheredValues(cells, people.length);
  for (const person of people) values.add(person);
  return values;
}

const one = (numbers: readonly number[]): number[] =>
  gathered(numbers.map((number) => [number])).quantiles(0, probabilities);

const exact = (numbers: readonly number[]): number[] => {
  const { p10, p25, p50, p75, p90 } = quantiles(numbers, '1');
  return [p10, p25, p50, p75, p90];
};

/** Share of the numbers below a value, those equal to it counted half. */
function rankOf(numbers: readonly number[], value: number): number {
  const below = numbers.filter((number) => number < value).length;
  const equal = numbers.filter((number) => number === value).length;
  return (below + equal / 2) / numbers.length;
}

const many = 20 * exactPeople;
const drawn = (shape: (uniform: number, normal: number) => number, name: string): number[] => {
  const stream = randomStream(7, `gathered/${name}`);
  return Array.from({ length: many }, (_, i) => shape(stream.uniform(2 * i), stream.normal(2 * i + 1)));
};

describe('values gathered over people', () => {
  it('up to a thousand people the quantiles are those of the values, bit for bit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noDefaultInfinity: true }), { minLength: 1, maxLength: 60 }),
        (numbers) => {
          expect(one(numbers)).toEqual(exact(numbers));
        },
      ),
    );
    const thousand = drawn((_, normal) => normal, 'thousand').slice(0, exactPeople);
    expect(one(thousand)).toEqual(exact(thousand));
  });

  it.each([
    ['normal', (_: number, normal: number) => normal],
    ['widely lognormal', (_: number, normal: number) => Math.exp(2 * normal)],
    ['of two humps', (uniform: number, normal: number) => (uniform < 0.3 ? -20 : 20) + normal],
  ] as const)('of 20,000 %s values they lie within a third of a per cent of the people', (name, shape) => {
    const numbers = drawn(shape, name);
    one(numbers).forEach((value, i) => {
      expect(Math.abs(rankOf(numbers, value) - (probabilities[i] as number))).toBeLessThan(1 / 300);
    });
  });

  it('values that many share stay exact', () => {
    const zeros = drawn((uniform, normal) => (uniform < 0.55 ? 0 : Math.exp(normal)), 'zeros');
    expect(one(zeros).slice(0, 3)).toEqual([0, 0, 0]);
    const steps = drawn((uniform) => Math.floor(4 * uniform), 'steps');
    expect(one(steps)).toEqual(exact(steps));
    expect(one(Array.from({ length: 3 * exactPeople }, () => 1.5))).toEqual([1.5, 1.5, 1.5, 1.5, 1.5]);
  });

  it('whoever comes after the first thousand may come in any order', () => {
    const numbers = drawn((_, normal) => normal, 'order');
    const turned = [...numbers.slice(0, exactPeople).reverse(), ...numbers.slice(exactPeople).reverse()];
    expect(one(turned)).toEqual(one(numbers));
  });

  it('people who are unlike the first thousand are counted where they are', () => {
    const numbers = [
      ...Array.from({ length: exactPeople }, (_, i) => i / exactPeople),
      ...Array.from({ length: 3 * exactPeople }, (_, i) => 10 + i),
    ];
    const [p10, p25, p50, p75] = one(numbers) as [number, number, number, number];
    expect(p10).toBeCloseTo(exact(numbers)[0] as number, 2);
    expect(p25).toBeLessThanOrEqual(10);
    expect(p50).toBeGreaterThan(1);
    expect(p75).toBeGreaterThan(p50);
    expect(p75).toBeLessThan(10 + 3 * exactPeople);
  });

  it('what is missing counts as larger than all, before and after the first thousand', () => {
    const some = drawn((uniform, normal) => (uniform < 0.2 ? Number.NaN : normal), 'missing');
    for (const numbers of [some.slice(0, exactPeople), some]) {
      const found = one(numbers);
      expect(found[4]).toBeNaN();
      expect(found[3]).not.toBeNaN();
    }
    expect(one(Array.from({ length: 2 * exactPeople }, () => Number.NaN))).toEqual(
      probabilities.map(() => Number.NaN),
    );
  });

  it('each number of a person stands by itself', () => {
    const numbers = drawn((_, normal) => normal, 'cells').slice(0, 3 * exactPeople);
    const values = gathered(
      numbers.map((number) => [number, -number, 5]),
      3,
    );
    const plain = one(numbers);
    expect(values.quantiles(0, probabilities)).toEqual(plain);
    values.quantiles(1, [0.5]).forEach((middle) => {
      expect(middle).toBeCloseTo(-(plain[2] as number), 2);
    });
    expect(values.quantiles(2, [0.1, 0.9])).toEqual([5, 5]);
    expect(values.count).toBe(3 * exactPeople);
  });

  it('does not take more people than there is room for', () => {
    const values = new GatheredValues(1, 2);
    values.add([1]);
    values.add([2]);
    expect(() => values.add([3])).toThrow(RangeError);
  });
});
