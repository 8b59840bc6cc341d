/** One quantity opened: what it is, which laws make it, which numbers stand in them, how well those are known. */
import { findReference } from '../evidence/registry.ts';
import type { Reference } from '../evidence/schema.ts';
import { namesIn, parseLaw } from '../language/parse.ts';
import type { ModelSystem } from '../language/system.ts';
import { ZonulaError } from '../problem/problem.ts';
import {
  describeModel,
  type LawDescription,
  type ModelDescription,
  type ModuleDescription,
  type ParameterDescription,
} from './model.ts';
import { type NamedQuantity, namedQuantities } from './names.ts';
import { originOf } from './shares.ts';

export interface QuantityLaw extends LawDescription {
  /** What happens: "Goblet cells secrete mucin". For algebra, what the quantity is. */
  readonly means: string;
  /** `gain` and `loss` for flows of matter; `change` for an index; `algebra` for a derived quantity. */
  readonly role: 'gain' | 'loss' | 'change' | 'algebra';
}

export interface QuantityExplanation {
  readonly quantity: NamedQuantity;
  readonly module: Pick<ModuleDescription, 'name' | 'title' | 'about' | 'tier'>;
  /** Empty for inputs and parameters: they are given. */
  readonly laws: readonly QuantityLaw[];
  /** Numbers in those laws, those of algebra in between included. */
  readonly parameters: readonly ParameterDescription[];
  /** How many of those numbers are measured, fitted, assumed. */
  readonly origins: { readonly measured: number; readonly fitted: number; readonly assumed: number };
  readonly references: readonly Reference[];
  /** States and inputs that act on it, directly or through algebra. */
  readonly actedOnBy: readonly NamedQuantity[];
  /** Quantities in whose laws it stands by name. */
  readonly actsOn: readonly NamedQuantity[];
}

const described = new WeakMap<ModelSystem, ModelDescription>();

function modelOf(system: ModelSystem): ModelDescription {
  const found = described.get(system) ?? describeModel(system);
  described.set(system, found);
  return found;
}

/**
 * Opens one quantity of a model.
 *
 * @throws ZonulaError Z5810 when the model has no such quantity
 */
export function explainQuantity(system: ModelSystem, id: string): QuantityExplanation {
  const names = namedQuantities(system);
  const quantity = names.get(id);
  const model = modelOf(system);
  const module = model.modules.find(({ name }) => name === quantity?.module);
  if (quantity === undefined || module === undefined)
    throw new ZonulaError({
      code: 'Z5810',
      severity: 'error',
      message: `The model "${system.name}" has no quantity "${id}".`,
      fix: 'See `zonula model` for all names.',
    });
  const laws = lawsOf(model, id);
  const { parameters, causes } = reach(model, laws);
  const origins = { measured: 0, fitted: 0, assumed: 0 };
  for (const { grade } of parameters) {
    const origin = originOf(grade);
    if (origin !== undefined) origins[origin] += 1;
  }
  const cited = new Set(
    parameters.flatMap(({ sources }) => sources.flatMap((source) => findReference(source) ?? [])),
  );
  const known = (ids: Iterable<string>): NamedQuantity[] =>
    [...ids].flatMap((each) => (each === id ? [] : (names.get(each) ?? [])));
  const { name, title, about, tier } = module;
  return {
    quantity,
    module: { name, title, about, tier },
    laws,
    parameters,
    origins,
    references: [...cited],
    actedOnBy: known(causes),
    actsOn: known(usersOf(model, id)),
  };
}

function lawsOf(model: ModelDescription, id: string): QuantityLaw[] {
  const laws: QuantityLaw[] = [];
  const add = (law: LawDescription & { readonly means: string }, role: QuantityLaw['role']): void => {
    const { means, law: text, latex, sentences, uses } = law;
    laws.push({ means, role, law: text, latex, sentences, uses });
  };
  for (const { derived, drifts, flows } of model.modules) {
    for (const each of derived) if (each.id === id) add(each, 'algebra');
    for (const each of drifts) if (each.state === id) add(each, 'change');
    for (const flow of flows) {
      const target = flow.to.find(({ state }) => state === id);
      const yieldNames = target === undefined ? [] : [...namesIn(parseLaw(target.yieldLaw, flow.id))];
      const withYield = { ...flow, uses: [...new Set([...flow.uses, ...yieldNames])] };
      if (target !== undefined) add(withYield, 'gain');
      if (flow.from === id) add(flow, 'loss');
    }
  }
  return laws;
}

/** Parameters of some laws, and the states and inputs behind them, through any algebra in between. */
function reach(
  model: ModelDescription,
  laws: readonly QuantityLaw[],
): { readonly parameters: ParameterDescription[]; readonly causes: ReadonlySet<string> } {
  const parameterById = new Map(
    model.modules.flatMap(({ parameters }) => parameters.map((each) => [each.id, each] as const)),
  );
  const algebra = new Map(
    model.modules.flatMap(({ derived }) => derived.map((each) => [each.id, each.uses] as const)),
  );
  const parameters = new Set<ParameterDescription>();
  const causes = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const parameter = parameterById.get(name);
    const uses = algebra.get(name);
    if (parameter !== undefined) parameters.add(parameter);
    else if (uses === undefined) causes.add(name);
    else uses.forEach(visit);
  };
  for (const { uses } of laws) uses.forEach(visit);
  return { parameters: [...parameters], causes };
}

/** Quantities in whose laws a name stands. */
function usersOf(model: ModelDescription, id: string): ReadonlySet<string> {
  const users = new Set<string>();
  for (const { derived, drifts, flows } of model.modules) {
    for (const each of derived) if (each.uses.includes(id)) users.add(each.id);
    for (const each of drifts) if (each.uses.includes(id)) users.add(each.state);
    for (const { uses, from, to } of flows)
      if (uses.includes(id))
        for (const end of [from, ...to.map(({ state }) => state)]) if (end) users.add(end);
  }
  return users;
}
