import { coreModules, fullModules } from '../../model/assemblies.ts';
import { variants } from '../../model/variants.ts';
import type { MealDivision } from '../foods/index.ts';
import type { ModuleDeclaration } from '../language/module.ts';
import { ZonulaError } from '../problem/problem.ts';

interface Assembly {
  readonly modules: readonly ModuleDeclaration[];
  readonly division: MealDivision;
  readonly absentModules: readonly string[];
}

type Modules = readonly ModuleDeclaration[];

const all: ReadonlyMap<string, { readonly modules: Modules; readonly division: MealDivision }> = new Map([
  ['core', { modules: coreModules, division: 'core' }],
  ['full', { modules: fullModules, division: 'full' }],
]);

/** Names of the assemblies that can be simulated. */
export const assemblyNames: readonly string[] = [...all.keys()];

/** What a run uses unless told otherwise: the largest model there is. */
export const defaultAssembly = 'full';

/** Rival structures, by id; built on the full model where they can be. */
const rivals = new Map(
  variants.filter(({ id }) => id !== 'base').map((variant) => [variant.id, variant] as const),
);

/** Names of the rival structures that `findAssembly` knows beside the assemblies. */
export const rivalNames: readonly string[] = [...rivals.keys()];

/** Values that a rival structure sets otherwise; empty for the assemblies themselves. */
export function rivalParameters(name: string): Readonly<Record<string, number>> {
  return rivals.get(name)?.parameters ?? {};
}

function rivalAssembly(
  name: string,
): { readonly modules: Modules; readonly division: MealDivision } | undefined {
  const rival = rivals.get(name);
  if (!rival) return undefined;
  return rival.full ? { modules: rival.full, division: 'full' } : { modules: rival.core, division: 'core' };
}

/** @throws ZonulaError Z5003 for a name that is not an assembly */
export function findAssembly(name: string): Assembly {
  const found = all.get(name) ?? rivalAssembly(name);
  if (!found)
    throw new ZonulaError({
      code: 'Z5003',
      severity: 'error',
      message: `There is no model assembly "${name}".`,
      fix: `Choose one of: ${[...assemblyNames, ...rivalNames].join(', ')}.`,
    });
  const present = new Set(found.modules.map(({ name: module }) => module));
  return {
    ...found,
    absentModules: fullModules.map(({ name: module }) => module).filter((module) => !present.has(module)),
  };
}
