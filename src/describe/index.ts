export { type Driver, topDrivers } from './drivers.ts';
export { explainQuantity, type QuantityExplanation, type QuantityLaw } from './explain.ts';
export {
  type DerivedDescription,
  type DriftDescription,
  describeModel,
  type EventDescription,
  type FlowDescription,
  type InputDescription,
  type LawDescription,
  type ModelDescription,
  type ModuleDescription,
  type ParameterDescription,
  type StateDescription,
} from './model.ts';
export { type NamedQuantity, namedQuantities } from './names.ts';
export { type ReferenceMeal, referenceMeals } from './reference-day.ts';
export { type SensitivityTable, sensitivityProblems } from './sensitivity.ts';
export { type LawTarget, sentencesOf } from './sentences.ts';
export {
  type AssumedShares,
  assumedShare,
  type FeltEffect,
  feltEffects,
  type Origin,
  originOf,
  type RankedAssumption,
  rankAssumed,
  type Shares,
} from './shares.ts';
