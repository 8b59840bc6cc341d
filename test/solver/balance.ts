import { completeSystem } from '../../src/language/equations.ts';
import type { NodeId } from '../../src/language/expression.ts';
import type { EquationSystem, ModelSystem } from '../../src/language/system.ts';

/** Accumulators do not steer the step. */
const NEVER_IN_THE_WAY = 1e30;

/** What must hold at the end of a run: `state` changed by the sum of `signs` times accumulators, plus its jumps. */
export interface FlowBalance {
  readonly state: number;
  readonly terms: readonly { readonly accumulator: number; readonly sign: 1 | -1 }[];
}

export interface AccountedSystem {
  readonly system: EquationSystem;
  readonly balances: readonly FlowBalance[];
}

/**
 * Adds an accumulator for everything that any flow takes from or brings to a state, so that each pool can be audited:
 * what is there, is what was there plus what came in minus what went out.
 */
export function accountFlows(model: ModelSystem): AccountedSystem {
  const { graph } = model;
  const places = new Map(model.states.map(({ id }, i) => [id, i]));
  const totals: { id: string; node: NodeId }[] = [];
  const accumulatorOf = (id: string, node: NodeId): number => {
    totals.push({ id, node });
    return model.states.length + totals.length - 1;
  };
  const terms = new Map<number, { accumulator: number; sign: 1 | -1 }[]>();
  const note = (state: string, accumulator: number, sign: 1 | -1): void => {
    const place = places.get(state);
    if (place === undefined) throw new RangeError(`no state ${state}`);
    const list = terms.get(place);
    if (list) list.push({ accumulator, sign });
    else terms.set(place, [{ accumulator, sign }]);
  };
  for (const flow of model.flows) {
    if (flow.from !== undefined) note(flow.from, accumulatorOf(`out of ${flow.id}`, flow.rate), -1);
    for (const target of flow.to)
      note(
        target.state,
        accumulatorOf(`${flow.id} to ${target.state}`, graph.multiply(flow.rate, target.yield)),
        1,
      );
  }
  for (const drift of model.drifts)
    note(drift.state, accumulatorOf(`drift of ${drift.state}`, drift.rate), 1);
  const system = completeSystem({
    name: `${model.name}, accounted`,
    graph,
    states: [
      ...model.states.map(({ id, value, absoluteTolerance }) => ({ id, value, absoluteTolerance })),
      ...totals.map(({ id }) => ({ id, value: 0, absoluteTolerance: NEVER_IN_THE_WAY })),
    ],
    parameters: model.parameters,
    inputs: model.inputs,
    derivatives: [...model.derivatives, ...totals.map(({ node }) => node)],
    outputs: [],
    describeState: (index: number) =>
      index < model.states.length
        ? model.describeState(index)
        : (totals[index - model.states.length]?.id ?? ''),
  });
  return { system, balances: [...terms].map(([state, list]) => ({ state, terms: list })) };
}

/**
 * Adds one accumulator: the sum of all derivatives, each divided by its state's healthy size. At the end of a run it
 * equals the sum of all states (so divided) minus that at the start minus the jumps, to rounding.
 */
export function accountTotal(model: EquationSystem): EquationSystem {
  const { graph } = model;
  const total = model.derivatives.reduce(
    (sum, node, i) => graph.add(sum, graph.multiply(graph.number(1 / sizeOf(model, i)), node)),
    graph.number(0),
  );
  return completeSystem({
    name: `${model.name}, total`,
    graph,
    states: [...model.states, { id: 'total', value: 0, absoluteTolerance: NEVER_IN_THE_WAY }],
    parameters: model.parameters,
    inputs: model.inputs,
    derivatives: [...model.derivatives, total],
    outputs: [],
    describeState: (index: number) => (index < model.states.length ? model.describeState(index) : 'total'),
  });
}

/** Healthy size of a state, from its absolute tolerance (a millionth of it). */
export function sizeOf(model: Pick<EquationSystem, 'states'>, index: number): number {
  return 1e6 * (model.states[index]?.absoluteTolerance ?? Number.NaN);
}
