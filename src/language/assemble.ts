import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Problem, ZonulaError } from '../problem/problem.ts';
import { completeSystem } from './equations.ts';
import { expandModule, type FlatModule } from './expand.ts';
import { ExpressionGraph, type NodeId } from './expression.ts';
import { lowerLaw } from './laws.ts';
import type { ModuleDeclaration } from './module.ts';
import { namesIn, parseLaw } from './parse.ts';
import type {
  ModelSystem,
  SystemDerived,
  SystemDrift,
  SystemEvent,
  SystemFlow,
  SystemInput,
  SystemParameter,
  SystemState,
} from './system.ts';
import {
  dimensionless,
  divideUnits,
  formatUnit,
  parseUnit,
  sameUnit,
  type Unit,
  unitOfLaw,
} from './units.ts';

/** Error control and the meaning of "negative" are relative to the healthy scale of each state. */
const absoluteToleranceShare = 1e-6;
/** A state that is zero at health is measured against this share of its upper bound. */
const emptyStateShare = 0.01;

interface Quantity {
  readonly kind: 'state' | 'parameter' | 'input';
  readonly index: number;
  readonly module: string;
  readonly unit: Unit;
}
interface Algebra {
  readonly kind: 'derived';
  readonly module: FlatModule;
  readonly law: string;
  readonly unit: Unit;
}
/** What a name stands for in the assembly. */
type Meaning = Quantity | Algebra;

/**
 * Puts modules together: resolves names across them, checks every unit, and builds the equation system
 * with its analytic Jacobian. All problems are reported together.
 *
 * @param modules in the order in which their states will stand
 * @param options.name for messages and files
 * @throws ZonulaError with codes Z10xx: Z1001-Z1003 (law), Z1010 (unknown unit), Z1011 (units do not balance),
 *   Z1020-Z1021 (index), Z1030 (name declared by two modules), Z1031 (read that nobody writes), Z1032 (unit of a read
 *   differs), Z1033 (unknown name), Z1034 (circular algebra), Z1035 (flow into an unknown state), Z1036 (state that
 *   nothing changes, or that has both flows and drift), Z1037 (value outside its range), Z1038 (missing source)
 */
export function assemble(
  modules: readonly ModuleDeclaration[],
  options: { readonly name: string },
): ModelSystem {
  const problems: Problem[] = [];
  const report = (code: Problem['code'], message: string, field: string, fix?: string): void => {
    problems.push({ code, severity: 'error', message, where: { field }, ...(fix ? { fix } : {}) });
  };
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ZonulaError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const flat = modules.flatMap((module) => attempt(() => expandModule(module)) ?? []);
  const stopIfBroken = (): void => {
    if (problems.length > 0) throw new ZonulaError(problems);
  };

  const graph = new ExpressionGraph();
  const symbols = new Map<string, Meaning>();
  const states: SystemState[] = [];
  const parameters: SystemParameter[] = [];
  const inputs: SystemInput[] = [];
  const unitAt = (text: string, place: string): Unit =>
    attempt(() => parseUnit(text, place)) ?? dimensionless;

  const declare = (name: string, symbol: Meaning, module: string): void => {
    const other = symbols.get(name);
    if (other) {
      const owner = other.kind === 'derived' ? other.module.name : other.module;
      report(
        'Z1030',
        `"${name}" is declared by ${owner} and by ${module}`,
        `${module}.${name}`,
        'Let one of them read it.',
      );
      return;
    }
    symbols.set(name, symbol);
  };

  for (const module of flat) {
    for (const [id, state] of module.states) {
      const place = `${module.name}.states.${id}`;
      if (state.value < state.range[0] || state.value > state.range[1])
        report(
          'Z1037',
          `the healthy value ${state.value} of ${id} is outside its range ${state.range.join(' to ')}`,
          place,
        );
      declare(
        id,
        { kind: 'state', index: states.length, module: module.name, unit: unitAt(state.unit, place) },
        module.name,
      );
      const scale = Math.abs(state.value) || Math.abs(state.range[1]) * emptyStateShare || 1;
      states.push({
        id,
        module: module.name,
        unit: state.unit,
        value: state.value,
        range: state.range,
        means: state.means,
        absoluteTolerance: absoluteToleranceShare * scale,
        readOut: state.readOut ?? false,
        slow: state.slow ?? false,
      });
    }
    for (const [id, parameter] of module.params) {
      const place = `${module.name}.params.${id}`;
      const source = typeof parameter.source === 'string' ? [parameter.source] : (parameter.source ?? []);
      if (parameter.grade !== 'assumed' && source.length === 0)
        report(
          'Z1038',
          `${id} is graded ${parameter.grade} but names no source`,
          place,
          'Name the study, or grade it assumed.',
        );
      if (!(parameter.value >= parameter.range[0] && parameter.value <= parameter.range[1])) {
        report(
          'Z1037',
          `the value ${parameter.value} of ${id} is outside its range ${parameter.range.join(' to ')}`,
          place,
        );
      }
      declare(
        id,
        {
          kind: 'parameter',
          index: parameters.length,
          module: module.name,
          unit: unitAt(parameter.unit, place),
        },
        module.name,
      );
      parameters.push({
        id,
        module: module.name,
        unit: parameter.unit,
        value: parameter.value,
        range: parameter.range,
        means: parameter.means,
        grade: parameter.grade,
        source,
        declaration: parameter,
      });
    }
    for (const [id, input] of module.inputs) {
      declare(
        id,
        {
          kind: 'input',
          index: inputs.length,
          module: module.name,
          unit: unitAt(input.unit, `${module.name}.inputs.${id}`),
        },
        module.name,
      );
      inputs.push({
        id,
        module: module.name,
        unit: input.unit,
        value: input.value,
        range: input.range,
        means: input.means,
      });
    }
    for (const [id, derived] of module.derive) {
      declare(
        id,
        {
          kind: 'derived',
          module,
          law: derived.law,
          unit: unitAt(derived.unit, `${module.name}.derive.${id}`),
        },
        module.name,
      );
    }
  }
  stopIfBroken();

  // What each module may name: its own declarations, its reads and its writes.
  const scopeOf = (
    module: FlatModule,
  ): ((name: string, place: string) => { unit: Unit; node: () => NodeId }) => {
    return (name, place) => {
      const own =
        module.states.has(name) ||
        module.params.has(name) ||
        module.inputs.has(name) ||
        module.derive.has(name);
      const read = module.reads.get(name);
      const write = module.writes.get(name);
      if (!own && read === undefined && write === undefined) {
        throw new ZonulaError({
          code: 'Z1033',
          severity: 'error',
          message: `"${name}" is not a name of this module`,
          where: { field: place },
          fix: 'Declare it in params, or in reads if another module has it.',
        });
      }
      const symbol = symbols.get(name);
      if (symbol) return { unit: symbol.unit, node: () => nodeOf(name, symbol, place) };
      if (read !== undefined && typeof read === 'object') {
        const unit = parseUnit(read.unit, `${module.name}.reads.${name}`);
        const absent = read.absent;
        return {
          unit,
          node: () =>
            typeof absent === 'number' ? graph.number(absent) : fallback(module, name, absent, unit),
        };
      }
      throw new ZonulaError({
        code: 'Z1031',
        severity: 'error',
        message: `no module of this assembly has "${name}"`,
        where: { field: `${module.name}.reads.${name}` },
        fix: 'Add the module that has it, or say what stands in when it is absent.',
      });
    };
  };
  const law = (
    module: FlatModule,
    text: string,
    expected: Unit | undefined,
    place: string,
  ): { node: NodeId; unit: Unit | 'any' } => {
    const scope = scopeOf(module);
    const tree = parseLaw(text, place);
    const unit = unitOfLaw(tree, (name) => scope(name, place).unit, text, place);
    if (expected && unit !== 'any' && !sameUnit(unit, expected)) {
      throw new ZonulaError({
        code: 'Z1011',
        severity: 'error',
        message: `units do not balance: the law "${text}" is in ${formatUnit(unit)}, but ${formatUnit(expected)} is expected`,
        where: { field: place },
        fix: 'Correct the unit of a parameter, or name the missing factor as a parameter with its unit.',
      });
    }
    return { node: lowerLaw(graph, tree, (name) => scope(name, place).node()), unit };
  };

  const derivedNodes = new Map<string, NodeId>();
  const inProgress: string[] = [];
  const once = (key: string, make: () => NodeId, place: string): NodeId => {
    const known = derivedNodes.get(key);
    if (known !== undefined) return known;
    if (inProgress.includes(key)) {
      throw new ZonulaError({
        code: 'Z1034',
        severity: 'error',
        message: `circular algebra: ${[...inProgress.slice(inProgress.indexOf(key)), key].join(' -> ')}`,
        where: { field: place },
        fix: 'Make one of them a state.',
      });
    }
    inProgress.push(key);
    try {
      const node = make();
      derivedNodes.set(key, node);
      return node;
    } finally {
      inProgress.pop();
    }
  };
  const nodeOf = (name: string, symbol: Meaning, place: string): NodeId => {
    if (symbol.kind !== 'derived') return graph[symbol.kind](symbol.index);
    return once(
      name,
      () => law(symbol.module, symbol.law, symbol.unit, `${symbol.module.name}.derive.${name}`).node,
      place,
    );
  };
  const fallback = (module: FlatModule, name: string, text: string, unit: Unit): NodeId =>
    once(
      `${module.name}:${name}`,
      () => law(module, text, unit, `${module.name}.reads.${name}`).node,
      `${module.name}.reads.${name}`,
    );

  // Reads must exist (or say what stands in) and agree in unit, whether or not a law uses them.
  for (const module of flat) {
    for (const [name, read] of [...module.reads, ...module.writes]) {
      const place = `${module.name}.${module.reads.has(name) ? 'reads' : 'writes'}.${name}`;
      const unit = unitAt(typeof read === 'string' ? read : read.unit, place);
      const symbol = symbols.get(name);
      if (symbol && !sameUnit(symbol.unit, unit))
        report(
          'Z1032',
          `${module.name} reads ${name} in ${formatUnit(unit)}, but it is in ${formatUnit(symbol.unit)}`,
          place,
        );
      if (!symbol && typeof read === 'string')
        report(
          'Z1031',
          `no module of this assembly has "${name}"`,
          place,
          'Add the module that has it, or say what stands in when it is absent.',
        );
    }
  }

  const derived: SystemDerived[] = [];
  const flows: SystemFlow[] = [];
  const drifts: SystemDrift[] = [];
  const events: SystemEvent[] = [];
  const perHour = (unit: Unit): Unit => divideUnits(unit, parseUnit('h', options.name));
  for (const module of flat) {
    for (const [id, { law: text, unit, means }] of module.derive) {
      const place = `${module.name}.derive.${id}`;
      attempt(() =>
        derived.push({
          id,
          module: module.name,
          unit,
          means,
          law: text,
          node: nodeOf(id, symbols.get(id) as Meaning, place),
        }),
      );
    }
    const endUnit = (name: string, place: string): Unit | undefined => {
      const symbol = symbols.get(name);
      if (symbol?.kind === 'state' && (module.states.has(name) || module.writes.has(name)))
        return symbol.unit;
      const write = module.writes.get(name);
      if (!symbol && typeof write === 'object') return undefined;
      report(
        'Z1035',
        `"${name}" is not a state that this flow may enter or leave`,
        place,
        'Declare it in states or in writes.',
      );
      return undefined;
    };
    for (const [id, flow] of module.flows) {
      const place = `${module.name}.flows.${id}`;
      attempt(() => {
        const targets = typeof flow.to === 'string' ? { [flow.to]: '1' } : (flow.to ?? {});
        const fromUnit = flow.from === undefined ? undefined : endUnit(flow.from, place);
        const single = typeof flow.to === 'string' ? endUnit(flow.to, place) : undefined;
        const expected = fromUnit ?? single;
        const rate = law(module, flow.rate, expected ? perHour(expected) : undefined, place);
        const to = Object.entries(targets).flatMap(([state, yieldLaw]) => {
          const unit = endUnit(state, place);
          if (!unit || rate.unit === 'any') return [];
          return [
            {
              state,
              yieldLaw,
              yield: law(module, yieldLaw, divideUnits(perHour(unit), rate.unit), `${place}.to.${state}`)
                .node,
            },
          ];
        });
        flows.push({
          id: `${module.name}.${id}`,
          module: module.name,
          from: fromUnit ? flow.from : undefined,
          to,
          rate: rate.node,
          law: flow.rate,
          means: flow.means,
        });
      });
    }
    for (const [state, drift] of module.drift) {
      const place = `${module.name}.drift.${state}`;
      attempt(() => {
        const unit = endUnit(state, place);
        if (!unit) return;
        drifts.push({
          state,
          module: module.name,
          rate: law(module, drift.rate, perHour(unit), place).node,
          law: drift.rate,
          means: drift.means,
        });
      });
    }
    for (const [id, event] of module.events) {
      const place = `${module.name}.events.${id}`;
      attempt(() => {
        const symbol = symbols.get(event.to);
        if (symbol?.kind !== 'state') {
          report('Z1035', `"${event.to}" is not a state`, place);
          return;
        }
        events.push({
          id,
          module: module.name,
          state: symbol.index,
          amount: law(module, event.amount, symbol.unit, place).node,
          law: event.amount,
          means: event.means,
        });
      });
    }
  }
  stopIfBroken();

  const sums = states.map(() => graph.number(0));
  const change = (id: string, amount: NodeId): void => {
    const symbol = symbols.get(id) as Quantity;
    sums[symbol.index] = graph.add(sums[symbol.index] as NodeId, amount);
  };
  for (const flow of flows) {
    if (flow.from !== undefined) change(flow.from, graph.negate(flow.rate));
    for (const target of flow.to) change(target.state, graph.multiply(flow.rate, target.yield));
  }
  for (const drift of drifts) change(drift.state, drift.rate);
  const drifting = new Set(drifts.map((drift) => drift.state));
  const flowing = new Set(
    flows.flatMap((flow) => [
      ...(flow.from === undefined ? [] : [flow.from]),
      ...flow.to.map((target) => target.state),
    ]),
  );
  for (const { id, module } of states) {
    if (!drifting.has(id) && !flowing.has(id))
      report(
        'Z1036',
        `nothing changes the state ${id}`,
        `${module}.states.${id}`,
        'Give it a flow or a drift.',
      );
    if (drifting.has(id) && flowing.has(id))
      report(
        'Z1036',
        `the state ${id} has both flows and a drift`,
        `${module}.states.${id}`,
        'Write its change one way.',
      );
  }
  stopIfBroken();

  const describeState = (index: number): string => {
    const state = states[index];
    if (!state) return `state ${index}`;
    const parts = flows
      .filter((flow) => flow.from === state.id || flow.to.some((target) => target.state === state.id))
      .map((flow) => flow.id);
    return `${state.module}: ${state.id} (${parts.length > 0 ? `flows ${parts.join(', ')}` : 'drift'})`;
  };
  return completeSystem({
    name: options.name,
    graph,
    states,
    parameters,
    inputs,
    derivatives: sums,
    outputs: derived.map(({ id, node }) => ({ id, node })),
    derived,
    flows,
    drifts,
    events,
    modules: flat.map(({ name, title, about, tier }) => ({ name, title, about, tier })),
    hash: bytesToHex(sha256(utf8ToBytes(JSON.stringify(modules)))),
    describeState,
  });
}

/** Names that the laws of a module use, for contracts and dependency graphs. */
export function lawNames(module: ModuleDeclaration): ReadonlySet<string> {
  const flatModule = expandModule(module);
  const found = new Set<string>();
  const collect = (text: string): void => {
    namesIn(parseLaw(text, module.name), found);
  };
  for (const { law } of flatModule.derive.values()) collect(law);
  for (const { rate, to } of flatModule.flows.values()) {
    collect(rate);
    if (typeof to === 'object') for (const text of Object.values(to)) collect(text);
  }
  for (const { rate } of flatModule.drift.values()) collect(rate);
  for (const { amount } of flatModule.events.values()) collect(amount);
  for (const read of flatModule.reads.values())
    if (typeof read === 'object' && typeof read.absent === 'string') collect(read.absent);
  return found;
}
