import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { CodeGraph, type CodeId } from '../../src/codegen/code-graph.ts';
import {
  factorLayout,
  factorNodes,
  markowitzOrder,
  type Position,
  solveNodes,
  symbolicFactors,
} from '../../src/codegen/sparse-lu.ts';
import { testNumbers } from './systems.ts';

/** Evaluates code nodes whose loads read `memory[region]`. */
function evaluator(graph: CodeGraph, memory: readonly ArrayLike<number>[]): (id: CodeId) => number {
  const known = new Map<CodeId, number>();
  const value = (id: CodeId): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const node = graph.node(id);
    const [a = Number.NaN, b = Number.NaN] = graph.operands(id).map(value);
    const result = ((): number => {
      switch (node.operation) {
        case 'constant':
          return node.value;
        case 'load':
          return memory[node.left]?.[node.right] ?? Number.NaN;
        case 'add':
          return a + b;
        case 'subtract':
          return a - b;
        case 'multiply':
          return a * b;
        case 'divide':
          return a / b;
        case 'negate':
          return -a;
        case 'absolute':
          return Math.abs(a);
        case 'minimum':
          return Math.min(a, b);
        default:
          throw new Error(`unexpected ${node.operation}`);
      }
    })();
    known.set(id, result);
    return result;
  };
  return value;
}

function randomSystem(size: number, perRow: number, seed: number): { pattern: Position[]; matrix: Matrix } {
  const random = testNumbers(seed);
  const matrix = Matrix.zeros(size, size);
  const pattern: Position[] = [];
  for (let row = 0; row < size; row++) {
    for (let n = 0; n < perRow; n++) {
      const column = Math.floor(random() * size);
      if (column === row || matrix.get(row, column) !== 0) continue;
      matrix.set(row, column, random() - 0.5);
      pattern.push({ row, column });
    }
    if (row % 3 > 0) pattern.push({ row, column: row }); // some diagonals are structurally missing
    matrix.set(row, row, perRow + random());
  }
  return { pattern, matrix };
}

describe('symbolic LU', () => {
  it('solves random sparse systems like a dense solver', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 5 }),
        fc.nat(),
        (size, perRow, seed) => {
          const { pattern, matrix } = randomSystem(size, perRow, seed);
          const graph = new CodeGraph();
          const factors = symbolicFactors(size, pattern);
          const stored = new Set(pattern.map(({ row, column }) => row * size + column));
          const { values } = factorNodes(graph, factors, (row, column) =>
            stored.has(row * size + column) || row === column
              ? graph.load(0, row * size + column)
              : undefined,
          );
          const numeric = values.map(evaluator(graph, [matrix.to1DArray()]));
          expect(numeric).toHaveLength(factors.nonZeros);
          const right = Array.from({ length: size }, (_, i) => Math.sin(i + 1));
          const solution = solveNodes(
            graph,
            factors,
            factorLayout(factors),
            (place) => graph.load(1, place),
            (state) => graph.load(2, state),
          ).map(evaluator(graph, [[], numeric, right]));
          const dense = solve(matrix, Matrix.columnVector(right)).to1DArray();
          solution.forEach((value, i) => {
            expect(value).toBeCloseTo(dense[i] as number, 10);
          });
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it('keeps an arrow matrix free of fill', () => {
    const size = 30;
    const pattern = Array.from({ length: size - 1 }, (_, i) => [
      { row: 0, column: i + 1 },
      { row: i + 1, column: 0 },
    ]).flat();
    // In natural order the first pivot would fill the whole matrix.
    expect(
      symbolicFactors(
        size,
        pattern,
        Array.from({ length: size }, (_, i) => i),
      ).nonZeros,
    ).toBe(size * size);
    expect(symbolicFactors(size, pattern).nonZeros).toBe(3 * size - 2);
  });

  it('orders every state exactly once', () => {
    const { pattern } = randomSystem(50, 3, 9);
    expect(markowitzOrder(50, pattern).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    );
  });
});
