/** From a virtual person and a life to the gut over time. Worker pools: `runner-node.ts`, `runner-browser.ts`. */
export { assemblyNames, defaultAssembly } from './assemblies.ts';
export type * from './contract.ts';
export { buildGut, type Gut, gutOf, type Indexed, type SeriesDefinition, seriesOf } from './gut.ts';
export { GutKernels } from './kernels.ts';
export {
  findTest,
  laboratoryTests,
  type ResultDefinition,
  type ResultNoise,
  type ResultSource,
  type TestDefinition,
  type UrineWindow,
  unusableTests,
} from './laboratory-tests.ts';
export { declaredIntake } from './life.ts';
export { type LiveOptions, liveOnePerson, liveTogether, startPlanInput } from './one-person.ts';
export { checkOverrides, personParameters } from './parameters.ts';
export { shares as personShares } from './person-flags.ts';
export { drawPrior, isUncertain, type PriorParameter, type PriorScale, priorScale } from './priors.ts';
export { band, quantile, quantiles } from './quantiles.ts';
export { rejectedBecause, rejection } from './rejection.ts';
export type * from './result.ts';
export { createRunner, type RunnerOptions } from './runner.ts';
export { publicDerived, type SeriesTitle, seriesTitles } from './series.ts';
export {
  findSymptom,
  type SymptomDefinition,
  type SymptomDriver,
  symptomDefinitions,
} from './symptom-definitions.ts';
export { withNoise } from './tests-of-person.ts';
export { personalValue, type VariationGroup, variationGroups } from './variation.ts';
