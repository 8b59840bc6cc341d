import { type Driver, explainQuantity, topDrivers } from '../../../src/describe/index.ts';
import type { Reference } from '../../../src/evidence/schema.ts';
import type { PersonCourse } from '../../../src/simulate/contract.ts';
import type { Gut } from '../../../src/simulate/gut.ts';

/** One quantity opened, for one person on one day. */
export interface Explanation {
  readonly means: string;
  readonly unit: string;
  /** What moves it now, in the middle of the possible yous. */
  readonly drivers: readonly Driver[];
  /** Numbers in its laws: measured, fitted to a study, assumed. */
  readonly origins: { readonly measured: number; readonly fitted: number; readonly assumed: number };
  readonly sources: readonly { readonly id: string; readonly citation: string }[];
}

const citationOf = ({ authors, year, title, journal }: Reference): string =>
  [authors, year === null ? '' : `(${year})`, `${title}.`, journal].filter((part) => part !== '').join(' ');

/**
 * @param people the virtual people of the newest run; the middle of their daily means is the point that is looked at
 * @returns undefined when the model has no such quantity
 */
export function explain(
  gut: Gut,
  people: readonly PersonCourse[],
  id: string,
  day: number,
): Explanation | undefined {
  const { system } = gut;
  if (!gut.series.has(id) || people.length === 0) return undefined;
  const middle = (state: string, otherwise: number): number => {
    const values = people.flatMap(({ daily }) => daily[state]?.[day] ?? []).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? otherwise;
  };
  const drivers = topDrivers(system, id, {
    states: system.states.map((state) => middle(state.id, state.value)),
    parameters: system.parameters.map(({ value }) => value),
    inputs: system.inputs.map(({ value }) => value),
    timeHours: 0,
  });
  const { origins, references, quantity } = explainQuantity(system, id);
  return {
    means: quantity.means,
    unit: quantity.unit,
    drivers,
    origins,
    sources: references.map((reference) => ({ id: reference.id, citation: citationOf(reference) })),
  };
}
