/**
 * The person file, for Node, workers and browsers. Reading from disk is in `file-system.ts` (Node only).
 */
export { dateOfDay, weekdayOfStart } from './calendar.ts';
export {
  type Condition,
  conditionOf,
  conditions,
  type PersonSettings,
  personSettings,
} from './conditions.ts';
export { exposureCatalogue } from './exposure-catalogue.ts';
export type { Effect, Exposure, ExposureKind } from './exposure-shape.ts';
export {
  combineSegments,
  exposureById,
  exposureToInputs,
  findExposure,
  inputFallbacks,
  suggestExposure,
} from './exposures.ts';
export type { FoodHolds, FoodKnowledge } from './food-knowledge.ts';
export { foodTableKnowledge } from './food-table-knowledge.ts';
export { defaults } from './normalise.ts';
export { ownFoodAsFood, ownFoodSource } from './own-food.ts';
export type * from './person.ts';
export { personProblemCodes } from './problem-codes.ts';
export { type ReadOptions, type ReadResult, readPersonDocument, readPersonFile } from './read.ts';
export type * from './schedule.ts';
export {
  type Change,
  changeSchema,
  habitualSchema,
  type PersonFile,
  personFileSchema,
  personFileVersion,
  personSchema,
} from './schema.ts';
export { buildTimeline } from './timeline.ts';
export * from './vocabulary.ts';
export { writePersonFile } from './write.ts';
