/**
 * Proves the solver against truth outside itself and prints the tables of docs/engine.md:
 * published initial value problems, orders of the methods, closed forms, the books, and the whole gut model over 60 days
 * against CVODE at 1e-11. Ends with status 1 when anything misses its bound.
 *
 * Usage: npm run verify:solver [-- --json]
 */
import { deviation } from '../bench/native/accuracy.ts';
import { comparisonLife, fullModel, runEngine } from '../bench/native/gut-run.ts';
import { NativeModel, requireCvode } from '../bench/native/native.ts';
import type { StepMethod } from '../src/codegen/kernel.ts';
import { compileSystem } from '../src/solver/compile.ts';
import { DEFAULT_RELATIVE_TOLERANCE, integrate } from '../src/solver/integrate.ts';
import { accountFlows, sizeOf } from '../test/solver/balance.ts';
import { gutLife } from '../test/solver/gut-life.ts';
import { EMEP } from '../test/solver/ivp/emep.ts';
import { problem } from '../test/solver/ivp/problem.ts';
import { runIvp } from '../test/solver/ivp/run.ts';
import { HIRES, OREGO, POLLU, RING, ROBER, VDPOL } from '../test/solver/ivp/small.ts';
import { measuredOrders } from '../test/solver/orders.ts';

interface Row {
  readonly what: string;
  readonly measured: number;
  readonly bound: string;
  readonly good: boolean;
  readonly note?: string;
}

const below = (what: string, measured: number, bound: number, note?: string): Row => ({
  what,
  measured,
  bound: `< ${bound}`,
  good: measured < bound,
  ...(note === undefined ? {} : { note }),
});

function publishedProblems(): Row[] {
  return [HIRES, POLLU, OREGO, ROBER, VDPOL, RING, EMEP].flatMap((each) =>
    (['rodas4p', 'rodas5p', 'auto'] as const).map((method) => {
      const { worstError, worstState, steps } = runIvp(each, method, 1e-8);
      return below(`${each.name} by ${method}`, worstError, 1e-7, `worst ${worstState}, ${steps} steps`);
    }),
  );
}

function orders(): Row[] {
  const expected: readonly (readonly [StepMethod, number])[] = [
    ['tsit5', 5],
    ['wide5', 5],
    ['rodas4p', 4],
    ['rodas5p', 5],
  ];
  return expected.map(([method, order]) => {
    const [first = 0, second = 0] = measuredOrders(method);
    return {
      what: `order of ${method}`,
      measured: second,
      bound: `> ${order - 0.4}`,
      good: first > order - 0.4 && second > order - 0.4,
    };
  });
}

/** Absorption and elimination after doses and a ramped meal, and a chain of eight: exact answers. */
function closedForms(): Row[] {
  const [ka, ke] = [1.1, 0.25];
  const bateman = problem({
    name: 'Bateman',
    values: [0, 0],
    inputs: [0],
    end: 48,
    absoluteTolerance: 1e-13,
    endValues: [],
    schedule: {
      segments: [],
      boluses: [0, 5.5, 24, 24.25, 40].map((timeHours) => ({ state: 0, timeHours, amount: 1 })),
    },
    build: (a) => {
      const absorbed = a.y(0).times(ka);
      return [a.input(0).minus(absorbed), absorbed.minus(a.y(1).times(ke))];
    },
  });
  const solve = (
    segments: typeof bateman.schedule.segments,
    boluses = bateman.schedule.boluses,
    endHours = 48,
  ) => {
    const kernel = compileSystem(bateman.system, { lanes: 2, backEnd: 'wasm' });
    kernel.absoluteTolerance.fill(1e-13);
    const lane = { base: new Float64Array(1), segments, boluses };
    integrate(kernel, {
      startHours: 0,
      endHours,
      lanes: [lane, { ...lane, boluses: [] }],
      relativeTolerance: 1e-11,
    });
    return kernel;
  };
  const doses = solve([]);
  const exactDoses = bateman.schedule.boluses.reduce((sum, { timeHours }) => {
    const t = 48 - timeHours;
    return sum + (ka / (ka - ke)) * (Math.exp(-ke * t) - Math.exp(-ka * t));
  }, 0);
  // Meals of a few minutes anywhere in two days: the exact gut content two hours later.
  let missed = 0;
  for (let i = 0; i < 40; i++) {
    const from = 0.137 + i * 1.19;
    const to = from + 0.03;
    const kernel = solve([{ input: 0, startHours: from, endHours: to, value: 100 }], [], to + 2);
    const exact = (100 / ka) * (1 - Math.exp(-ka * (to - from))) * Math.exp(-ka * 2);
    missed = Math.max(missed, Math.abs((kernel.state[0] as number) / exact - 1));
  }
  return [
    below('Bateman: five boluses', Math.abs((doses.state[2] as number) / exactDoses - 1), 1e-9),
    below('event timing: 40 meals of two minutes', missed, 1e-8),
  ];
}

function books(): Row[] {
  const model = fullModel();
  const { system, balances } = accountFlows(model);
  const kernel = compileSystem(system, { lanes: 1, backEnd: 'wasm' });
  const start = kernel.state.slice();
  integrate(kernel, { startHours: 0, endHours: 60 * 24, lanes: [gutLife(model, 60)] });
  let worst = 0;
  let name = '';
  for (const { state, terms } of balances) {
    let expected = start[state] as number;
    let turnover = sizeOf(model, state) + Math.abs(expected);
    for (const { accumulator, sign } of terms) {
      const amount = kernel.state[accumulator] as number;
      expected += sign * amount;
      turnover += Math.abs(amount);
    }
    const gap = Math.abs((kernel.state[state] as number) - expected) / turnover;
    if (gap > worst) {
      worst = gap;
      name = model.states[state]?.id ?? '';
    }
  }
  return [below('books of every pool, 60 days', worst, 1e-12, `worst ${name}`)];
}

function againstCvode(): {
  readonly rows: Row[];
  readonly states: readonly { state: string; worst: number }[];
} {
  requireCvode();
  const system = fullModel();
  const native = new NativeModel(system);
  try {
    const life = comparisonLife(system, 60, true);
    const reference = native.run(life, 'adams', 1e-11, { toleranceFactor: 1e-6 }).arrived;
    const second = deviation(
      system,
      native.run(life, 'bdf-klu', 1e-11, { toleranceFactor: 1e-6 }).arrived,
      reference,
    );
    const rows = [
      below(
        'CVODE BDF against CVODE Adams, both 1e-11',
        second.rootMeanSquare,
        1e-8,
        `worst ${second.worstState} ${second.worst.toExponential(1)}`,
      ),
    ];
    let states: readonly { state: string; worst: number }[] = [];
    for (const method of ['tsit5', 'wide5', 'rodas4p', 'rodas5p'] as const) {
      const found = deviation(
        system,
        runEngine(system, life, {
          backEnd: 'wasm',
          lanes: 2,
          method,
          relativeTolerance: 1e-10,
          toleranceFactor: 1e-5,
        }).arrived,
        reference,
      );
      rows.push(
        below(
          `gut model, 60 days, ${method} at 1e-10 against CVODE`,
          found.rootMeanSquare,
          1e-7,
          `worst ${found.worstState} ${found.worst.toExponential(1)}`,
        ),
      );
      states = found.byState;
    }
    const usual = deviation(
      system,
      runEngine(system, life, {
        backEnd: 'wasm',
        lanes: 2,
        method: 'auto',
        relativeTolerance: DEFAULT_RELATIVE_TOLERANCE,
      }).arrived,
      reference,
    );
    rows.push(
      below(
        `gut model, 60 days, as shipped (auto, ${DEFAULT_RELATIVE_TOLERANCE}) against CVODE`,
        usual.rootMeanSquare,
        1e-3,
        `worst ${usual.worstState} ${usual.worst.toExponential(1)}`,
      ),
    );
    return { rows, states };
  } finally {
    native.dispose();
  }
}

const gut = againstCvode();
const rows = [...publishedProblems(), ...orders(), ...closedForms(), ...books(), ...gut.rows];
if (process.argv.includes('--json')) console.log(JSON.stringify({ rows, states: gut.states }, null, 1));
else {
  console.log('| check | measured | bound | |\n|---|---|---|---|');
  for (const { what, measured, bound, good, note } of rows) {
    const value = measured > 0.1 ? measured.toFixed(2) : measured.toExponential(1);
    console.log(`| ${what} | ${value}${good ? '' : ' **missed**'} | ${bound} | ${note ?? ''} |`);
  }
  console.log('\nStates that agree least with CVODE (Rodas5P at 1e-10):');
  for (const { state, worst } of gut.states.slice(0, 8)) console.log(`  ${state}: ${worst.toExponential(1)}`);
}
if (rows.some(({ good }) => !good)) process.exitCode = 1;
