/** A person file through many virtual people. */
export { planRun } from './bands.ts';
export { compareFile } from './compare-file.ts';
export type * from './contract.ts';
export { coverageOf, habitualFoods } from './coverage.ts';
export { gutNamed, lifeAsItIs, runFile } from './run-file.ts';
export { jobsFor, sizeOfRun, timelineOf } from './virtual-people.ts';
