import { expandModule } from '../src/language/expand.ts';
import { ExpressionGraph } from '../src/language/expression.ts';
import { interpret, type Point } from '../src/language/interpret.ts';
import { lowerLaw } from '../src/language/laws.ts';
import type { ModuleDeclaration } from '../src/language/module.ts';
import { parseLaw } from '../src/language/parse.ts';
import type { ModelSystem } from '../src/language/system.ts';

/** What is counted: carbon and nitrogen in mmol, water in L. */
export const balanceQuantities = ['carbon', 'nitrogen', 'water'] as const;
export type BalanceQuantity = (typeof balanceQuantities)[number];

/** What one flow does to one quantity, per hour. */
export interface FlowBalance {
  readonly flow: string;
  readonly module: string;
  readonly means: string;
  /**
   * `enters` from outside the counted pools, `leaves` them, or `converts` one pool into others. What a conversion
   * does not pass on is its remainder: carbon dioxide and minor products of carbon, ammonia of nitrogen. A negative
   * remainder is taken up from outside (ammonia that bacteria need); of carbon it would be created from nothing.
   */
  readonly kind: 'enters' | 'leaves' | 'converts';
  /** Taken out of the pool that the flow leaves. */
  readonly taken: number;
  /** Put into pools that it enters. */
  readonly given: number;
}

/** What one unit of each state holds, by state id; states that hold nothing are left out. */
export function holdings(
  modules: readonly ModuleDeclaration[],
  system: ModelSystem,
  quantity: BalanceQuantity,
  parameters: ArrayLike<number>,
): ReadonlyMap<string, number> {
  const indexOf = new Map(system.parameters.map(({ id }, i) => [id, i]));
  const graph = new ExpressionGraph();
  const laws: { readonly state: string; readonly node: number }[] = [];
  for (const module of modules)
    for (const [state, { holds }] of expandModule(module).states) {
      const law = holds?.[quantity];
      if (law === undefined) continue;
      const node = lowerLaw(graph, parseLaw(law, `${module.name}.states.${state}.holds`), (name) => {
        const index = indexOf.get(name);
        if (index === undefined)
          throw new RangeError(`${state} holds ${law}, but there is no parameter ${name}`);
        return graph.parameter(index);
      });
      laws.push({ state, node });
    }
  const values = interpret(
    { graph },
    laws.map(({ node }) => node),
    { states: [], parameters, inputs: [], timeHours: 0 },
  );
  return new Map(laws.map(({ state }, i) => [state, values[i] as number]));
}

/** Makes the function that tells what every flow does to one quantity at one moment. */
export function flowBalances(
  modules: readonly ModuleDeclaration[],
  system: ModelSystem,
  quantity: BalanceQuantity,
  parameters: ArrayLike<number>,
): (point: Point) => readonly FlowBalance[] {
  const held = holdings(modules, system, quantity, parameters);
  const flows = system.flows.filter(
    ({ from, to }) => (from !== undefined && held.has(from)) || to.some(({ state }) => held.has(state)),
  );
  const nodes = flows.flatMap(({ rate, to }) => [rate, ...to.map((target) => target.yield)]);
  return (point) => {
    const values = interpret(system, nodes, point);
    let cursor = 0;
    return flows.map(({ id, module, means, from, to }) => {
      const rate = values[cursor++] as number;
      const taken = rate * (from === undefined ? 0 : (held.get(from) ?? 0));
      let given = 0;
      for (const { state } of to) given += rate * (values[cursor++] as number) * (held.get(state) ?? 0);
      const holdsFrom = from !== undefined && held.has(from);
      const holdsTo = to.some(({ state }) => held.has(state));
      return {
        flow: id,
        module,
        means,
        kind: holdsFrom && holdsTo ? 'converts' : holdsFrom ? 'leaves' : 'enters',
        taken,
        given,
      };
    });
  };
}

/** A balance over some time: everything in the unit of the quantity. */
export interface BalanceSheet {
  readonly quantity: BalanceQuantity;
  readonly entered: number;
  readonly left: number;
  /** Passed over by conversions: carbon dioxide and minor products, ammonia set free. */
  readonly remainders: number;
  /** Taken up by conversions beyond what their pool held: ammonia for bacteria that live on carbohydrate. */
  readonly takenUp: number;
  /** Rise of all pools together. */
  readonly stored: number;
  /** entered + takenUp - left - remainders - stored, as a share of what entered: 0 but for rounding and the rule of integration. */
  readonly gap: number;
  readonly flows: readonly FlowBalance[];
}

/**
 * Sums flows over time.
 *
 * @param moments points with their weights in hours (a quadrature rule over the time in question)
 * @param stored rise of what all pools hold over that time
 */
export function balanceSheet(
  quantity: BalanceQuantity,
  balances: (point: Point) => readonly FlowBalance[],
  moments: readonly { readonly point: Point; readonly hours: number }[],
  stored: number,
): BalanceSheet {
  const sums = new Map<string, { taken: number; given: number; readonly flow: FlowBalance }>();
  for (const { point, hours } of moments)
    for (const flow of balances(point)) {
      const sum = sums.get(flow.flow) ?? { taken: 0, given: 0, flow };
      sum.taken += hours * flow.taken;
      sum.given += hours * flow.given;
      sums.set(flow.flow, sum);
    }
  const flows = [...sums.values()].map(({ taken, given, flow }) => ({ ...flow, taken, given }));
  const total = (kind: FlowBalance['kind'], amount: (flow: FlowBalance) => number): number =>
    flows.filter((flow) => flow.kind === kind).reduce((sum, flow) => sum + amount(flow), 0);
  const entered = total('enters', ({ given }) => given);
  const left = total('leaves', ({ taken }) => taken);
  const remainders = total('converts', ({ taken, given }) => Math.max(0, taken - given));
  const takenUp = total('converts', ({ taken, given }) => Math.max(0, given - taken));
  return {
    quantity,
    entered,
    left,
    remainders,
    takenUp,
    stored,
    gap: (entered + takenUp - left - remainders - stored) / entered,
    flows,
  };
}
