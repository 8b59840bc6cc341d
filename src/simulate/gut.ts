import { probes } from '../../model/probes.ts';
import type { MealDivision } from '../foods/index.ts';
import { assemble } from '../language/assemble.ts';
import type { ModuleDeclaration } from '../language/module.ts';
import type { ModelSystem } from '../language/system.ts';
import { ZonulaError } from '../problem/problem.ts';
import { findAssembly } from './assemblies.ts';
import { publicDerived } from './series.ts';

/** An assembled model with its vectors addressed by name. */
export interface Indexed {
  readonly system: ModelSystem;
  readonly state: ReadonlyMap<string, number>;
  readonly parameter: ReadonlyMap<string, number>;
  readonly input: ReadonlyMap<string, number>;
  readonly output: ReadonlyMap<string, number>;
}

export interface SeriesDefinition {
  readonly id: string;
  readonly kind: 'state' | 'derived';
  readonly unit: string;
  readonly means: string;
}

/** One gut to simulate with: the model, and the model with test drinks in it. */
export interface Gut extends Indexed {
  /** Name of the assembly, for workers to build the same. */
  readonly assembly: string;
  readonly division: MealDivision;
  /** All that can be asked for, by id. */
  readonly series: ReadonlyMap<string, SeriesDefinition>;
  /** What a run reports unless told otherwise. */
  readonly publicSeries: readonly SeriesDefinition[];
  readonly inputs: ReadonlySet<string>;
  /** Modules of the full model that this assembly lacks, by name. */
  readonly absentModules: readonly string[];
  /** The same states, in the same order, followed by those of the probes. Built at first use. */
  withProbes(): Indexed;
}

const names = (list: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(list.map(({ id }, index) => [id, index]));

const index = (system: ModelSystem): Indexed => ({
  system,
  state: names(system.states),
  parameter: names(system.parameters),
  input: names(system.inputs),
  output: names(system.outputs),
});

/**
 * Assembles a gut by the name of its assembly (`core`, `full`, or one of the rival structures).
 *
 * @throws ZonulaError Z5003 for an unknown name; Z10xx when the modules do not fit together
 */
export function buildGut(assembly: string): Gut {
  const { modules, division, absentModules } = findAssembly(assembly);
  return gutOf(assembly, modules, division, absentModules);
}

/** Makes a gut of any modules: for tests and for rival structures that are not registered. */
export function gutOf(
  assembly: string,
  modules: readonly ModuleDeclaration[],
  division: MealDivision,
  absentModules: readonly string[] = [],
): Gut {
  const indexed = index(assemble(modules, { name: assembly }));
  const { system } = indexed;
  const series = new Map<string, SeriesDefinition>();
  for (const { id, unit, means } of system.states) series.set(id, { id, kind: 'state', unit, means });
  for (const { id, unit, means } of system.derived) series.set(id, { id, kind: 'derived', unit, means });
  let withProbes: Indexed | undefined;
  return {
    ...indexed,
    assembly,
    division,
    series,
    publicSeries: [
      ...system.states.map(({ id }) => id),
      ...publicDerived.filter((id) => series.get(id)?.kind === 'derived'),
    ].flatMap((id) => series.get(id) ?? []),
    inputs: new Set(system.inputs.map(({ id }) => id)),
    absentModules,
    withProbes: () => {
      withProbes ??= index(assemble([...modules, probes], { name: `${assembly}-with-probes` }));
      return withProbes;
    },
  };
}

/** @throws ZonulaError Z5004 for an id that is neither a state nor a derived quantity of this model */
export function seriesOf(gut: Gut, id: string): SeriesDefinition {
  const series = gut.series.get(id);
  if (series) return series;
  throw unknownSeries(gut.assembly, id);
}

export function unknownSeries(model: string, id: string): ZonulaError {
  return new ZonulaError({
    code: 'Z5004',
    severity: 'error',
    message: `The model "${model}" has no series "${id}".`,
    fix: 'See `zonula model states` and `zonula model derived` for what it has.',
  });
}
