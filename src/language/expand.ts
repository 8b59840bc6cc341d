import { ZonulaError } from '../problem/problem.ts';
import type {
  DeriveDeclaration,
  DriftDeclaration,
  EventDeclaration,
  FlowDeclaration,
  Indexed,
  InputDeclaration,
  ModuleDeclaration,
  ParameterDeclaration,
  Range,
  ReadDeclaration,
  StateDeclaration,
  WriteDeclaration,
} from './module.ts';

/** A module with its placeholders written out: `@_fib` has become `pc_fib` and `dc_fib`. */
export interface FlatModule {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly tier: string;
  readonly reads: ReadonlyMap<string, ReadDeclaration>;
  readonly writes: ReadonlyMap<string, WriteDeclaration>;
  readonly inputs: ReadonlyMap<string, InputDeclaration>;
  readonly states: ReadonlyMap<string, StateDeclaration & { readonly value: number; readonly range: Range }>;
  readonly params: ReadonlyMap<
    string,
    ParameterDeclaration & { readonly value: number; readonly range: Range }
  >;
  readonly derive: ReadonlyMap<string, DeriveDeclaration>;
  readonly flows: ReadonlyMap<string, FlowDeclaration>;
  readonly drift: ReadonlyMap<string, DriftDeclaration>;
  readonly events: ReadonlyMap<string, EventDeclaration>;
}

type Binding = ReadonlyMap<string, string>;

/** Every combination of placeholder values that a text (a declaration written as JSON) needs. */
function bindings(text: string, index: ModuleDeclaration['index']): Binding[] {
  let all: Binding[] = [new Map()];
  for (const [placeholder, values] of Object.entries(index ?? {})) {
    if (!text.includes(placeholder)) continue;
    all = all.flatMap((binding) => values.map((value) => new Map([...binding, [placeholder, value]])));
  }
  return all;
}

const substitute = (text: string, binding: Binding): string => {
  let result = text;
  for (const [placeholder, value] of binding) result = result.replaceAll(placeholder, value);
  return result;
};

/** Replaces placeholders in every string and key of a declaration. */
function substituteDeep<T>(value: T, binding: Binding): T {
  if (binding.size === 0) return value;
  return JSON.parse(substitute(JSON.stringify(value), binding)) as T;
}

function pick<T>(value: Indexed<T>, binding: Binding, isPlain: (v: Indexed<T>) => v is T, place: string): T {
  if (isPlain(value)) return value;
  for (const key of binding.values()) {
    const found = (value as { readonly [index: string]: T })[key];
    if (found !== undefined) return found;
  }
  throw new ZonulaError({
    code: 'Z1020',
    severity: 'error',
    message: `no value for ${[...binding.values()].join(', ')} among ${Object.keys(value as object).join(', ')}`,
    where: { field: place },
    fix: 'Give one value for every value of the index.',
  });
}
const isNumber = (value: Indexed<number>): value is number => typeof value === 'number';
const isRange = (value: Indexed<Range>): value is Range => Array.isArray(value);

/**
 * Writes out the placeholders of a module.
 *
 * @throws ZonulaError Z1020 (an index value without a number), Z1021 (a name declared twice in the module)
 */
export function expandModule(module: ModuleDeclaration): FlatModule {
  const expand = <T extends object | string, R = T>(
    field: string,
    declarations: { readonly [name: string]: T } | undefined,
    finish: (declaration: T, binding: Binding, place: string) => R,
  ): Map<string, R> => {
    const result = new Map<string, R>();
    for (const [name, declaration] of Object.entries(declarations ?? {})) {
      // The prose may hold any character; only names and laws are searched for placeholders.
      const { means, note, unit, ...searched } =
        typeof declaration === 'string' ? {} : (declaration as Record<string, unknown>);
      for (const binding of bindings(JSON.stringify([name, searched]), module.index)) {
        const bare = substitute(name, binding);
        // A name without the placeholder that its law uses still needs one name per value.
        const flat =
          bindings(name, module.index).length ===
          bindings(JSON.stringify([name, searched]), module.index).length
            ? bare
            : [bare, ...binding.values()].join('_');
        const place = `${module.name}.${field}.${flat}`;
        if (result.has(flat)) {
          throw new ZonulaError({
            code: 'Z1021',
            severity: 'error',
            message: `"${flat}" is declared twice`,
            where: { field: place },
            fix: 'Keep one declaration.',
          });
        }
        result.set(flat, finish(substituteDeep(declaration, binding), binding, place));
      }
    }
    return result;
  };
  const keep = <T>(declaration: T): T => declaration;
  const numbers = <T extends { readonly value: Indexed<number>; readonly range: Indexed<Range> }>(
    declaration: T,
    binding: Binding,
    place: string,
  ) => ({
    ...declaration,
    value: pick(declaration.value, binding, isNumber, place),
    range: pick(declaration.range, binding, isRange, place),
  });
  return {
    name: module.name,
    title: module.title,
    about: module.about,
    tier: module.tier,
    reads: expand('reads', module.reads, keep<ReadDeclaration>),
    writes: expand('writes', module.writes, keep<WriteDeclaration>),
    inputs: expand('inputs', module.inputs, keep),
    states: expand('states', module.states, numbers),
    params: expand('params', module.params, numbers),
    derive: expand('derive', module.derive, keep),
    flows: expand('flows', module.flows, keep),
    drift: expand('drift', module.drift, keep),
    events: expand('events', module.events, keep),
  };
}
