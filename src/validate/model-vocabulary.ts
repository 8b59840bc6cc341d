import type { ModelSystem } from '../language/system.ts';
import type { Gut } from '../simulate/gut.ts';

/** The names of the model that a plan may use, with their units. */
export interface ModelVocabulary {
  /** States and derived quantities, by id. */
  readonly series: ReadonlyMap<string, string>;
  readonly inputs: ReadonlyMap<
    string,
    { readonly unit: string; readonly range: readonly [low: number, high: number] }
  >;
  readonly parameters: ReadonlySet<string>;
}

export function vocabularyOf(model: ModelSystem): ModelVocabulary {
  return {
    series: new Map([...model.states, ...model.derived].map(({ id, unit }) => [id, unit])),
    inputs: new Map(model.inputs.map(({ id, unit, range }) => [id, { unit, range }])),
    parameters: new Set(model.parameters.map(({ id }) => id)),
  };
}

/** The names of a gut: parameters of the test drinks may be set too. */
export function vocabularyOfGut(gut: Gut): ModelVocabulary {
  return {
    ...vocabularyOf(gut.system),
    parameters: new Set(gut.withProbes().system.parameters.map(({ id }) => id)),
  };
}
