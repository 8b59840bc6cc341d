/** What moves a quantity at one moment: its largest signed flows, or what of its causes is not as in health. */
import { stateDependencies } from '../language/differentiate.ts';
import type { NodeId } from '../language/expression.ts';
import { interpret, type Point } from '../language/interpret.ts';
import type { ModelSystem } from '../language/system.ts';
import { ZonulaError } from '../problem/problem.ts';
import { namedQuantities } from './names.ts';

export interface Driver {
  /** Flow, state, input or parameter. */
  readonly id: string;
  readonly kind: 'flow' | 'state' | 'input' | 'parameter';
  readonly means: string;
  readonly module: string;
  /**
   * For a flow: what it adds (+) or takes (-) per hour, in the unit of the state. For a cause: by how much the
   * quantity (a derived one), or its change per hour (a state), is higher (+) or lower (-) than it would be if this
   * one cause alone were as in the reference.
   */
  readonly effect: number;
  /** Unit of `effect`. */
  readonly unit: string;
  /** Share of the sum of all sizes, 0 to 1. */
  readonly share: number;
}

/**
 * The strongest drivers of a state or derived quantity at a point, strongest first.
 *
 * A state that is matter (it has flows) is driven by its flows. An index (it drifts) and a derived quantity are driven
 * by whatever stands elsewhere than in the reference: each cause is put back alone, and the difference counts.
 *
 * @param point states, parameters, inputs and time
 * @param options.count how many at most (3)
 * @param options.reference what counts as undisturbed (the model's healthy values, inputs and parameters)
 * @throws ZonulaError Z5810 when the model has no such quantity
 */
export function topDrivers(
  system: ModelSystem,
  id: string,
  point: Point,
  options: { readonly count?: number; readonly reference?: Point } = {},
): readonly Driver[] {
  const stateIndex = system.states.findIndex((state) => state.id === id);
  const state = system.states[stateIndex];
  const drift = system.drifts.find((each) => each.state === id);
  const derived = system.derived.find((each) => each.id === id);
  let drivers: Omit<Driver, 'share'>[];
  if (state && !drift) drivers = flowsOf(system, id, state.unit, point);
  else if (state && drift)
    drivers = causesOf(system, drift.rate, id, `${state.unit}/h`, point, options.reference);
  else if (derived) drivers = causesOf(system, derived.node, id, derived.unit, point, options.reference);
  else
    throw new ZonulaError({
      code: 'Z5810',
      severity: 'error',
      message: `The model "${system.name}" has no state or derived quantity "${id}".`,
      fix: 'See `zonula model` for all names.',
    });
  const total = drivers.reduce((sum, { effect }) => sum + Math.abs(effect), 0);
  return drivers
    .filter(({ effect }) => effect !== 0 && Number.isFinite(effect))
    .map((driver) => ({ ...driver, share: Math.abs(driver.effect) / total }))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .slice(0, options.count ?? 3);
}

function flowsOf(system: ModelSystem, id: string, unit: string, point: Point): Omit<Driver, 'share'>[] {
  const involved = system.flows.flatMap((flow) => {
    const target = flow.to.find(({ state }) => state === id);
    if (flow.from !== id && target === undefined) return [];
    return [{ flow, target }];
  });
  const nodes = involved.flatMap(({ flow, target }) => [flow.rate, target?.yield ?? flow.rate]);
  const values = interpret(system, nodes, point);
  return involved.map(({ flow, target }, index) => {
    const rate = values[2 * index] ?? Number.NaN;
    const gain = target === undefined ? 0 : rate * (values[2 * index + 1] ?? Number.NaN);
    return {
      id: flow.id,
      kind: 'flow',
      means: flow.means,
      module: flow.module,
      effect: gain - (flow.from === id ? rate : 0),
      unit: `${unit}/h`,
    };
  });
}

/** Each cause put back to the reference alone: what the law gives less what it then gives. */
function causesOf(
  system: ModelSystem,
  node: NodeId,
  own: string,
  unit: string,
  point: Point,
  reference: Point | undefined,
): Omit<Driver, 'share'>[] {
  const names = namedQuantities(system);
  const now = interpret(system, [node], point)[0] ?? Number.NaN;
  const found: Omit<Driver, 'share'>[] = [];
  const tryOut = (
    kind: 'state' | 'input' | 'parameter',
    list: readonly { readonly id: string; readonly value: number }[],
    current: ArrayLike<number>,
    rest: ArrayLike<number> | undefined,
    only?: ReadonlySet<number>,
  ): void => {
    list.forEach(({ id, value }, index) => {
      if (id === own || (only && !only.has(index))) return;
      const healthy = rest?.[index] ?? value;
      if (current[index] === healthy) return;
      const changed = Float64Array.from(current);
      changed[index] = healthy;
      const vectors = { state: 'states', input: 'inputs', parameter: 'parameters' } as const;
      const then = interpret(system, [node], { ...point, [vectors[kind]]: changed })[0] ?? Number.NaN;
      const name = names.get(id);
      found.push({
        id,
        kind,
        means: name?.means ?? id,
        module: name?.module ?? '',
        effect: now - then,
        unit,
      });
    });
  };
  const dependencies = stateDependencies(system.graph)(node);
  tryOut('state', system.states, point.states, reference?.states, dependencies);
  tryOut('input', system.inputs, point.inputs, reference?.inputs);
  tryOut('parameter', system.parameters, point.parameters, reference?.parameters);
  return found;
}
