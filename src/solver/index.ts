/** Carries a compiled model through time and events, and finds the day that repeats itself. */
export { compileModel, compileSystem, instantiateCompiled, keepCompiledModelsIn } from './compile.ts';
export type * from './contract.ts';
export { integrate } from './integrate.ts';
export { findPeriodicState, type PeriodicOptions, type PeriodicState } from './periodic.ts';
export { parameterSensitivities, type Sensitivity, type SensitivityOptions } from './sensitivity.ts';
