import { beforeAll, describe, expect, test } from 'vitest';
import { coreModules, fullModules } from '../../model/assemblies.ts';
import {
  type BalanceQuantity,
  type BalanceSheet,
  balanceSheet,
  flowBalances,
  holdings,
} from '../../model/balances.ts';
import { interpret, type Point } from '../../src/language/interpret.ts';
import type { ModuleDeclaration } from '../../src/language/module.ts';
import { Gut } from './gut.ts';

const everyHours = 0.05;

/** One healthy day of an assembly: moments for the sums, and the rise of the pools. */
class Day {
  readonly gut: Gut;
  readonly points: Point[] = [];
  private readonly start: Float64Array;
  private readonly end: Float64Array;
  private readonly modules: readonly ModuleDeclaration[];
  constructor(modules: readonly ModuleDeclaration[], name: string) {
    this.modules = modules;
    this.gut = new Gut(modules, name);
    this.gut.reset().days(150);
    // Middles of short spans: meals begin and end at their edges, so that the sums meet no jump.
    this.gut.run({ hours: everyHours / 2 });
    this.start = this.gut.kernel.state.slice();
    this.gut.run({ hours: 24, record: ['crp'], everyHours, eachMoment: (point) => this.points.push(point) });
    this.end = this.gut.kernel.state.slice();
    this.points.pop();
  }
  sheet(quantity: BalanceQuantity): BalanceSheet {
    const { system, kernel } = this.gut;
    const balances = flowBalances(this.modules, system, quantity, kernel.parameters);
    const held = holdings(this.modules, system, quantity, kernel.parameters);
    const stock = (states: Float64Array): number =>
      system.states.reduce((sum, { id }, i) => sum + (held.get(id) ?? 0) * (states[i] as number), 0);
    const moments = this.points.map((point) => ({ point, hours: everyHours }));
    return balanceSheet(quantity, balances, moments, stock(this.end) - stock(this.start));
  }
  /** Largest difference between the rise of all pools and what flows say, as a share of the turnover, at single moments. */
  closure(quantity: BalanceQuantity): number {
    const { system, kernel } = this.gut;
    const balances = flowBalances(this.modules, system, quantity, kernel.parameters);
    const held = holdings(this.modules, system, quantity, kernel.parameters);
    let worst = 0;
    for (const point of this.points.filter((_, i) => i % 20 === 0)) {
      const rates = interpret(system, system.derivatives, point);
      const rise = system.states.reduce(
        (sum, { id }, i) => sum + (held.get(id) ?? 0) * (rates[i] as number),
        0,
      );
      const flows = balances(point);
      const net = flows.reduce((sum, { taken, given }) => sum + given - taken, 0);
      const turnover = flows.reduce((sum, { taken, given }) => sum + Math.abs(given) + Math.abs(taken), 0);
      worst = Math.max(worst, Math.abs(rise - net) / turnover);
    }
    return worst;
  }
}

describe.each([
  ['core', coreModules],
  ['full', fullModules],
] as const)('balances of the %s assembly', (name, modules) => {
  let day: Day;
  beforeAll(() => {
    day = new Day(modules, name);
  });

  test.each(['carbon', 'nitrogen', ...(name === 'full' ? (['water'] as const) : [])] as const)(
    '%s: what pools gain is what flows bring, to rounding',
    (quantity) => {
      expect(day.closure(quantity)).toBeLessThan(1e-9);
    },
  );

  test('no flow makes carbon from nothing', () => {
    const sheet = day.sheet('carbon');
    for (const { flow, kind, taken, given } of sheet.flows)
      if (kind === 'converts') expect((given - taken) / Math.max(taken, 1e-12), flow).toBeLessThan(1e-3);
    // Growth, seeding and hydrogen aside, nothing enters but food, mucin and what the wall gives.
    expect(sheet.takenUp / sheet.entered).toBeLessThan(1e-4);
  });

  test('a healthy day closes: carbon in is carbon out, and little is stored', () => {
    const sheet = day.sheet('carbon');
    expect(Math.abs(sheet.gap)).toBeLessThan(1e-4);
    expect(Math.abs(sheet.stored / sheet.entered)).toBeLessThan(2e-3);
  });

  test('bacteria need about the ammonia that protein sets free, and less than urea brings beside', () => {
    const colon = day.sheet('nitrogen').flows.filter(({ module }) => module.startsWith('colon-'));
    const sum = (
      kind: string,
      amount: (flow: { readonly taken: number; readonly given: number }) => number,
    ): number => colon.filter((flow) => flow.kind === kind).reduce((total, flow) => total + amount(flow), 0);
    const needed = sum('enters', ({ given }) => given);
    const freed = sum('converts', ({ taken, given }) => taken - given);
    expect(needed).toBeGreaterThan(50);
    expect(freed).toBeGreaterThan(50);
    // Urea and mucin bring some 100 to 400 mmol of nitrogen a day to the colon.
    expect(needed - freed).toBeGreaterThan(-50);
    expect(needed - freed).toBeLessThan(100);
  });
});
