import { describe, expect, it } from 'vitest';
import { type ExplicitTableau, TSIT5, WIDE5 } from '../../src/codegen/tableaus.ts';

/** A rooted tree as the list of its subtrees: the order conditions' alphabet (Hairer, Norsett, Wanner, section II.2). */
type Tree = readonly Tree[];

/** All rooted trees with so many vertices. */
function trees(vertices: number): readonly Tree[] {
  /** Multisets of trees with so many vertices in all, none larger than the last taken. */
  const forests = (left: number, largest: number, from: number): Tree[] => {
    if (left === 0) return [[]];
    const found: Tree[] = [];
    for (let size = Math.min(left, largest); size >= 1; size--) {
      const choices = trees(size);
      for (let i = size === largest ? from : 0; i < choices.length; i++)
        for (const rest of forests(left - size, size, i)) found.push([choices[i] as Tree, ...rest]);
    }
    return found;
  };
  return forests(vertices - 1, vertices - 1, 0);
}

const order = (tree: Tree): number => 1 + tree.reduce((sum, each) => sum + order(each), 0);
const density = (tree: Tree): number => tree.reduce((product, each) => product * density(each), order(tree));

/** Elementary weights of a tree at each stage. */
function stageWeights(tree: Tree, { weights }: ExplicitTableau): number[] {
  const below = tree.map((each) => stageWeights(each, { weights } as ExplicitTableau));
  return weights.map((row) =>
    below.reduce(
      (product, values) => product * row.reduce((sum, weight, j) => sum + weight * (values[j] as number), 0),
      1,
    ),
  );
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** What one step multiplies y' = z y by. */
function stabilityFunction({ weights }: ExplicitTableau, z: number): number {
  const values: number[] = [];
  for (const row of weights) values.push(1 + z * dot(row, values));
  return values.at(-1) as number;
}

describe.each([
  ['Tsit5', TSIT5],
  ['the wide pair', WIDE5],
])('%s', (_, tableau) => {
  const solution = tableau.weights.at(-1) as readonly number[];

  it('counts trees as the textbook does', () => {
    expect([1, 2, 3, 4, 5, 6].map((vertices) => trees(vertices).length)).toEqual([1, 1, 2, 4, 9, 20]);
  });

  it('has rows that add up to their nodes', () => {
    tableau.weights.forEach((row, i) => {
      expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(tableau.nodes[i] as number, 13);
    });
  });

  it('meets all 17 conditions of order 5, and not those of order 6', () => {
    for (const vertices of [1, 2, 3, 4, 5])
      for (const tree of trees(vertices))
        expect(dot(solution, stageWeights(tree, tableau))).toBeCloseTo(1 / density(tree), 12);
    const sixth = trees(6).map((tree) =>
      Math.abs(dot(solution, stageWeights(tree, tableau)) - 1 / density(tree)),
    );
    expect(Math.max(...sixth)).toBeGreaterThan(1e-5);
  });

  it('estimates the error with an embedded method of order 4, not 5', () => {
    for (const vertices of [1, 2, 3, 4])
      for (const tree of trees(vertices))
        expect(Math.abs(dot(tableau.error, stageWeights(tree, tableau)))).toBeLessThan(1e-12);
    expect(
      Math.max(...trees(5).map((tree) => Math.abs(dot(tableau.error, stageWeights(tree, tableau))))),
    ).toBeGreaterThan(1e-6);
  });

  it('has dense output of order 4 that ends at the step with its slope', () => {
    for (const theta of [0.1, 0.35, 0.5, 0.8, 1]) {
      const weights = tableau.dense.map(([a = 0, b = 0, c = 0, d = 0]) =>
        [a, b, c, d].reduceRight((sum, each) => theta * (sum + each), 0),
      );
      for (const vertices of [1, 2, 3, 4])
        for (const tree of trees(vertices))
          expect(dot(weights, stageWeights(tree, tableau))).toBeCloseTo(
            theta ** vertices / density(tree),
            11,
          );
      if (theta !== 1) continue;
      weights.forEach((weight, i) => {
        expect(weight).toBeCloseTo(solution[i] ?? 0, 12);
      });
    }
    tableau.dense.forEach(([a = 0, b = 0, c = 0, d = 0], i) => {
      expect(a).toBeCloseTo(i === 0 ? 1 : 0, 13);
      expect(a + 2 * b + 3 * c + 4 * d).toBeCloseTo(i === tableau.stages - 1 ? 1 : 0, 12);
    });
  });

  it('is stable as far along the negative axis as it says, and no further', () => {
    for (let z = 0.01; z < tableau.stabilityInterval; z += 0.01)
      expect(Math.abs(stabilityFunction(tableau, -z))).toBeLessThan(1);
    expect(Math.abs(stabilityFunction(tableau, -1.02 * tableau.stabilityInterval))).toBeGreaterThan(1);
  });
});

it('the wide pair damps what is fast where its steps are capped, and its interval is 1.7 times that of Tsit5', () => {
  for (let z = 1; z <= 5.3; z += 0.01) expect(Math.abs(stabilityFunction(WIDE5, -z))).toBeLessThan(0.7);
  expect(WIDE5.stabilityInterval / TSIT5.stabilityInterval).toBeGreaterThan(1.69);
});
