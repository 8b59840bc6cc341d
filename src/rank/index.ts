/** Which changes would help this person, how sure that is, and what must be minded. Works in Node and in browsers. */
export { catalogue, findChange } from './catalogue/index.ts';
export type * from './catalogue-shape.ts';
export { type HorizonWeeks, horizonWeeks, type OutcomeResult } from './effects.ts';
export { type Complaint, factsOf, type PersonFacts } from './facts.ts';
export {
  askDose,
  askFibre,
  askLeaveOneOut,
  type DoseAnswer,
  type FibreAnswer,
  hasDose,
  type InverseOptions,
  type LeaveOneOutAnswer,
} from './inverse.ts';
export { outcomeById } from './outcomes.ts';
export { combinedPlan, planFor } from './plan.ts';
export { checkRankable, type RankOptions, type RankProgress, rankChanges, rankDefaults } from './ranking.ts';
export * from './result.ts';
export { holds, type Truth } from './rules.ts';
export { type SafetyNote, safetyOf, safetyOfPerson, vitaminDUpperUg } from './safety.ts';
export { type SafetyRule, safetyRules } from './safety-rules.ts';
export { gradeWeights, scoreFormula } from './score.ts';
export { gradeInWords, readable } from './why.ts';
export type { Language, Wording } from './wording.ts';
