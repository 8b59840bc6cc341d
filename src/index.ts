/**
 * Zonula as a library under Node: a person file in, bands over virtual people out. Parts have their own entry
 * points (`zonula/person`, `zonula/simulate` ...), most of which run in a browser too; this one knows worker threads.
 */
export { type FoodMatch, gramsOfAmount, searchFoods } from './foods/index.ts';
export { foodTableKnowledge, type NormalisedFile, readPersonFile } from './person/index.ts';
export { compareFile, type FileRunOptions, runFile } from './population/index.ts';
export { formatProblem, type Problem, ZonulaError } from './problem/problem.ts';
export { createRunner, type PeopleRunner } from './simulate/index.ts';
export type * from './simulate/result.ts';
export { createNodeRunner, type NodeRunnerOptions } from './simulate/runner-node.ts';
export { version } from './version.ts';
