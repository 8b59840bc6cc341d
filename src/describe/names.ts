import type { ModelSystem } from '../language/system.ts';

/** What a name of an assembled model stands for. */
export interface NamedQuantity {
  readonly id: string;
  readonly kind: 'state' | 'parameter' | 'input' | 'derived';
  readonly module: string;
  readonly unit: string;
  readonly means: string;
  /** Only parameters have one value whatever happens. */
  readonly value?: number;
}

const known = new WeakMap<ModelSystem, ReadonlyMap<string, NamedQuantity>>();

/** Every name of the model with its meaning. Made once per model. */
export function namedQuantities(system: ModelSystem): ReadonlyMap<string, NamedQuantity> {
  const found = known.get(system);
  if (found !== undefined) return found;
  const names = new Map<string, NamedQuantity>();
  for (const { id, module, unit, means } of system.states)
    names.set(id, { id, kind: 'state', module, unit, means });
  for (const { id, module, unit, means, value } of system.parameters)
    names.set(id, { id, kind: 'parameter', module, unit, means, value });
  for (const { id, module, unit, means } of system.inputs)
    names.set(id, { id, kind: 'input', module, unit, means });
  for (const { id, module, unit, means } of system.derived)
    names.set(id, { id, kind: 'derived', module, unit, means });
  known.set(system, names);
  return names;
}
