/** A model put into words, numbers and formulas: for `zonula model`, the pages in docs/model and the app. */
import { latexName, lawToLatex } from '../codegen/latex.ts';
import type { Grade, Range } from '../language/module.ts';
import { namesIn, parseLaw } from '../language/parse.ts';
import type { ModelSystem } from '../language/system.ts';
import { namedQuantities } from './names.ts';
import { type LawTarget, sentencesOf } from './sentences.ts';

export interface LawDescription {
  /** As written in the module. */
  readonly law: string;
  readonly latex: string;
  /** "Mucosal TNF raises the leak, half effect at 2." One per named law of one quantity and one number. */
  readonly sentences: readonly string[];
  /** Names that the law uses. */
  readonly uses: readonly string[];
}

export interface StateDescription {
  readonly id: string;
  readonly latex: string;
  readonly unit: string;
  /** Healthy value, a mean over 24 hours. */
  readonly value: number;
  readonly range: Range;
  readonly means: string;
  readonly readOut: boolean;
  readonly slow: boolean;
}

export interface ParameterDescription {
  readonly id: string;
  readonly latex: string;
  readonly unit: string;
  readonly value: number;
  readonly range: Range;
  readonly means: string;
  readonly grade: Grade;
  readonly sources: readonly string[];
  readonly note?: string;
}

export interface InputDescription {
  readonly id: string;
  readonly unit: string;
  readonly value: number;
  readonly range: Range;
  readonly means: string;
}

export interface DerivedDescription extends LawDescription {
  readonly id: string;
  readonly unit: string;
  readonly means: string;
}

export interface FlowDescription extends LawDescription {
  readonly id: string;
  readonly means: string;
  /** State it leaves; absent when it comes from outside. */
  readonly from?: string;
  readonly to: readonly { readonly state: string; readonly yieldLaw: string; readonly yieldLatex: string }[];
}

export interface DriftDescription extends LawDescription {
  readonly state: string;
  readonly means: string;
}

export interface EventDescription {
  readonly id: string;
  readonly state: string;
  readonly law: string;
  readonly latex: string;
  readonly means: string;
}

export interface ModuleDescription {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly tier: string;
  readonly states: readonly StateDescription[];
  readonly parameters: readonly ParameterDescription[];
  readonly inputs: readonly InputDescription[];
  readonly derived: readonly DerivedDescription[];
  readonly flows: readonly FlowDescription[];
  readonly drifts: readonly DriftDescription[];
  readonly events: readonly EventDescription[];
  /** Names of other modules that its laws use, by module. */
  readonly reads: readonly { readonly module: string; readonly names: readonly string[] }[];
  /** Every source that one of its parameters cites, in order. */
  readonly sources: readonly string[];
}

export interface ModelDescription {
  readonly name: string;
  readonly hash: string;
  readonly modules: readonly ModuleDescription[];
}

/** Describes every module of an assembled model. */
export function describeModel(system: ModelSystem): ModelDescription {
  const lawOf = (law: string, place: string, target: LawTarget): LawDescription => {
    const tree = parseLaw(law, place);
    return {
      law,
      latex: lawToLatex(tree),
      sentences: sentencesOf(system, tree, target),
      uses: [...namesIn(tree)],
    };
  };
  const names = namedQuantities(system);
  const stateMeans = (id: string): string => names.get(id)?.means ?? id;
  const modules = system.modules.map((module): ModuleDescription => {
    const mine = <T extends { readonly module: string }>(list: readonly T[]): readonly T[] =>
      list.filter((each) => each.module === module.name);
    const flows = mine(system.flows).map(
      (flow): FlowDescription => ({
        id: flow.id,
        means: flow.means,
        ...(flow.from === undefined ? {} : { from: flow.from }),
        to: flow.to.map(({ state, yieldLaw }) => ({
          state,
          yieldLaw,
          yieldLatex: lawToLatex(parseLaw(yieldLaw, `${flow.id}.to.${state}`)),
        })),
        ...lawOf(flow.law, flow.id, { kind: 'process', means: flow.means }),
      }),
    );
    const parameters = mine(system.parameters).map((parameter): ParameterDescription => {
      const { note } = parameter.declaration;
      return {
        id: parameter.id,
        latex: latexName(parameter.id),
        unit: parameter.unit,
        value: parameter.value,
        range: parameter.range,
        means: parameter.means,
        grade: parameter.grade,
        sources: parameter.source,
        ...(note === undefined ? {} : { note }),
      };
    });
    const derived = mine(system.derived).map(
      (each): DerivedDescription => ({
        id: each.id,
        unit: each.unit,
        means: each.means,
        ...lawOf(each.law, each.id, { kind: 'quantity', means: each.means }),
      }),
    );
    const drifts = mine(system.drifts).map(
      (drift): DriftDescription => ({
        state: drift.state,
        means: drift.means,
        ...lawOf(drift.law, drift.state, { kind: 'quantity', means: stateMeans(drift.state) }),
      }),
    );
    const events = mine(system.events).map(
      (event): EventDescription => ({
        id: event.id,
        state: system.states[event.state]?.id ?? '',
        law: event.law,
        latex: lawToLatex(parseLaw(event.law, event.id)),
        means: event.means,
      }),
    );
    const yields = flows.flatMap(({ id, to }) =>
      to.flatMap(({ yieldLaw }) => [...namesIn(parseLaw(yieldLaw, id))]),
    );
    const used = [
      ...flows.flatMap(({ uses }) => uses),
      ...yields,
      ...derived.flatMap(({ uses }) => uses),
      ...drifts.flatMap(({ uses }) => uses),
    ];
    return {
      name: module.name,
      title: module.title,
      about: module.about,
      tier: module.tier,
      states: mine(system.states).map(({ id, unit, value, range, means, readOut, slow }) => ({
        id,
        latex: latexName(id),
        unit,
        value,
        range,
        means,
        readOut,
        slow,
      })),
      parameters,
      inputs: mine(system.inputs).map(({ id, unit, value, range, means }) => ({
        id,
        unit,
        value,
        range,
        means,
      })),
      derived,
      flows,
      drifts,
      events,
      reads: readsByModule(system, module.name, used),
      sources: [...new Set(parameters.flatMap(({ sources }) => sources))],
    };
  });
  return { name: system.name, hash: system.hash, modules };
}

function readsByModule(
  system: ModelSystem,
  own: string,
  used: readonly string[],
): ModuleDescription['reads'] {
  const names = namedQuantities(system);
  const byModule = new Map<string, Set<string>>();
  for (const name of used) {
    const owner = names.get(name)?.module;
    if (owner === undefined || owner === own) continue;
    byModule.set(owner, (byModule.get(owner) ?? new Set()).add(name));
  }
  return [...byModule].map(([module, found]) => ({ module, names: [...found].sort() }));
}
