import * as assemblies from '../../model/assemblies.ts';
import type { MealDivision } from '../foods/index.ts';
import type { ModuleDeclaration } from '../language/module.ts';
import { ZonulaError } from '../problem/problem.ts';

interface Assembly {
  readonly modules: readonly ModuleDeclaration[];
  readonly division: MealDivision;
  readonly absentModules: readonly string[];
}

type Modules = readonly ModuleDeclaration[];
/** The full assembly is being built: until it stands, everything runs on the core. */
const fullModules: Modules | undefined = (assemblies as { readonly fullModules?: Modules }).fullModules;

const all: ReadonlyMap<string, { readonly modules: Modules; readonly division: MealDivision }> = new Map([
  ['core', { modules: assemblies.coreModules, division: 'core' }],
  ...(fullModules ? [['full', { modules: fullModules, division: 'full' }] as const] : []),
]);

/** Names of the assemblies that can be simulated. */
export const assemblyNames: readonly string[] = [...all.keys()];

/** What a run uses unless told otherwise: the largest model there is. */
export const defaultAssembly: string = fullModules ? 'full' : 'core';

/** @throws ZonulaError Z5003 for a name that is not an assembly */
export function findAssembly(name: string): Assembly {
  const found = all.get(name);
  if (!found)
    throw new ZonulaError({
      code: 'Z5003',
      severity: 'error',
      message: `There is no model assembly "${name}".`,
      fix: `Choose one of: ${assemblyNames.join(', ')}.`,
    });
  const present = new Set(found.modules.map(({ name: module }) => module));
  return {
    ...found,
    absentModules: (fullModules ?? [])
      .map(({ name: module }) => module)
      .filter((module) => !present.has(module)),
  };
}
