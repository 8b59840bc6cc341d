/**
 * Zonula for other programs under Node: read a person file, simulate it, compare plans, look foods up.
 *
 * Parts have entry points of their own: `zonula/model`, `zonula/solver`, `zonula/simulate` and so on. Those run
 * in a browser too; this one starts worker threads.
 */
export { type FoodMatch, gramsOfAmount, searchFoods } from './foods/index.ts';
export { foodTableKnowledge, type ReadOptions, type ReadResult, readPersonFile } from './person/index.ts';
export { compareFile, type FileRunOptions, runFile } from './population/index.ts';
export { formatProblem, type Problem, type ProblemCode, ZonulaError } from './problem/problem.ts';
export type { CompareResult, RunResult } from './simulate/result.ts';
export { createNodeRunner, type NodeRunnerOptions } from './simulate/runner-node.ts';
export { version } from './version.ts';
