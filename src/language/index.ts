/** The model language: modules as data, checked and assembled into one system of equations. */
export { assemble } from './assemble.ts';
export { interpret, type Point } from './interpret.ts';
export type * from './module.ts';
export { moduleDefiner } from './module.ts';
export { type LawTree, parseLaw } from './parse.ts';
export type * from './system.ts';
