import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { fullModules } from '../model/assemblies.ts';
import { buildProgram } from '../src/codegen/program.ts';
import { emitWasm } from '../src/codegen/wasm.ts';
import { assemble } from '../src/language/assemble.ts';
import { compileSystem } from '../src/solver/compile.ts';
import { DEFAULT_RELATIVE_TOLERANCE, integrate } from '../src/solver/integrate.ts';
import { findPeriodicState } from '../src/solver/periodic.ts';
import { gutLife } from '../test/solver/gut-life.ts';
import { deviation } from './native/accuracy.ts';
import {
  comparisonLife,
  cpuMilliseconds,
  type EngineConfiguration,
  fullModel,
  runEngine,
} from './native/gut-run.ts';
import { type NativeMethod, NativeModel, requireCvode } from './native/native.ts';
import { randomParameters } from './soak/random-life.ts';

const DAYS = 60;
const YEARS = DAYS / 365;
/** An error that nobody would ship: configurations beyond it are no rivals. */
const USABLE_ERROR = 1e-3;
const SHORTEST_MEASUREMENT_MS = 200;
const GOALS = { wasmSimd: 10, wasm: 5, js: 3.5, workers: 1.85 } as const;

interface Configuration {
  readonly name: string;
  readonly tolerance: number;
  /** People carried at once. */
  readonly people: number;
  run(): { readonly milliseconds: number; readonly arrived: Float64Array; readonly steps: number };
}

export interface ConfigurationResult {
  readonly engine: string;
  readonly relativeTolerance: number;
  readonly steps: number;
  readonly rmsError: number;
  readonly worstError: number;
  readonly worstState: string;
  /** Processor time per person-year: least and middle of the interleaved repeats. */
  readonly msPerPersonYear: { readonly min: number; readonly median: number };
}

export interface EngineReport {
  readonly machine: string;
  readonly model: { readonly states: number; readonly jacobianNonZeros: number; readonly tier: string };
  readonly configurations: readonly ConfigurationResult[];
  /** The fastest CVODE configuration with a usable error. */
  readonly rival: { readonly engine: string; readonly relativeTolerance: number };
  /** How many times faster than the rival, at equal or better error. */
  readonly ratioToCvode: { readonly js: number; readonly wasm: number; readonly wasmSimd: number };
  readonly ratioToCvodeMedian: { readonly js: number; readonly wasm: number; readonly wasmSimd: number };
  /** Against the fastest CVODE configuration that is at least as accurate as what is shipped. */
  readonly ratioAtShippedError: { readonly js: number; readonly wasm: number; readonly wasmSimd: number };
  readonly shareOfNativeAvx2: number;
  readonly personYearsPerSecond: { readonly js: number; readonly wasm: number; readonly wasmSimd: number };
  readonly workersScaling: number;
  readonly startStateMs: {
    readonly median: number;
    readonly worst: number;
    readonly periods: readonly number[];
  };
  readonly moduleBytes: { readonly scalar: number; readonly simd: number };
  readonly compileMs: { readonly assemble: number; readonly emitSimd: number; readonly compileSimd: number };
  readonly missedGoals: readonly string[];
}

/** Everything in one run, repeats interleaved and in processor time, so that ratios hold whatever else the machine does. */
export async function benchEngine(repeats: number, log: (text: string) => void): Promise<EngineReport> {
  requireCvode();
  const system = fullModel();
  const life = comparisonLife(system, DAYS, false);
  const native = new NativeModel(system);
  try {
    const reference = native.run(life, 'adams', 1e-11, { toleranceFactor: 1e-6 }).arrived;
    log('reference at 1e-11 done');
    const cvode = (method: NativeMethod, tolerance: number): Configuration => ({
      name: `CVODE ${method}`,
      tolerance,
      people: 1,
      run: () => native.run(life, method, tolerance),
    });
    const compiled = (method: NativeMethod, tolerance: number, avx2: boolean): Configuration => ({
      name: `C ${method}${avx2 ? ', AVX2, four people' : ''}`,
      tolerance,
      people: avx2 ? 4 : 1,
      run: () => native.run(life, method, tolerance, { avx2 }),
    });
    const engine = (
      name: string,
      configuration: Omit<EngineConfiguration, 'relativeTolerance'>,
      tolerance: number,
    ): Configuration => ({
      name: `${name} ${configuration.method}`,
      tolerance,
      people: configuration.lanes,
      run: () => runEngine(system, life, { ...configuration, relativeTolerance: tolerance }),
    });
    const backEnds = [
      ['js', { backEnd: 'javascript', lanes: 1 }],
      ['wasm', { backEnd: 'wasm', lanes: 1 }],
      ['wasmSimd', { backEnd: 'wasm', lanes: 2 }],
    ] as const;
    const configurations: Configuration[] = [
      ...[1e-3, 1e-4, 1e-5].map((tolerance) => cvode('adams', tolerance)),
      ...[1e-3, 1e-4].map((tolerance) => cvode('bdf-dense', tolerance)),
      ...[1e-3, 1e-4, 1e-5].map((tolerance) => cvode('bdf-klu', tolerance)),
      compiled('wide5', DEFAULT_RELATIVE_TOLERANCE, false),
      compiled('wide5', DEFAULT_RELATIVE_TOLERANCE, true),
      ...backEnds.flatMap(([name, where]) => [
        engine(name, { ...where, method: 'auto' }, DEFAULT_RELATIVE_TOLERANCE),
        engine(name, { ...where, method: 'wide5' }, 2e-3),
        engine(name, { ...where, method: 'wide5' }, 1e-4),
        engine(name, { ...where, method: 'tsit5' }, DEFAULT_RELATIVE_TOLERANCE),
        engine(name, { ...where, method: 'rodas5p' }, 1e-3),
        engine(name, { ...where, method: 'rodas5p' }, 1e-4),
      ]),
    ];
    const times = configurations.map((): number[] => []);
    const first = configurations.map((each) => each.run());
    for (let repeat = 0; repeat < repeats; repeat++) {
      log(`repeat ${repeat + 1} of ${repeats}`);
      configurations.forEach((each, i) => {
        // The clock of processor time ticks every few milliseconds: short runs are measured several at a time.
        const runs = Math.max(1, Math.ceil(SHORTEST_MEASUREMENT_MS / (first[i]?.milliseconds ?? 1)));
        let milliseconds = 0;
        for (let run = 0; run < runs; run++) milliseconds += each.run().milliseconds;
        times[i]?.push(milliseconds / runs / each.people / YEARS);
      });
    }
    const results = configurations.map((each, i): ConfigurationResult => {
      const found = deviation(system, first[i]?.arrived ?? [], reference);
      const sorted = [...(times[i] ?? [])].sort((a, b) => a - b);
      return {
        engine: each.name,
        relativeTolerance: each.tolerance,
        steps: first[i]?.steps ?? 0,
        rmsError: found.rootMeanSquare,
        worstError: found.worst,
        worstState: found.worstState,
        msPerPersonYear: {
          min: sorted[0] ?? Number.NaN,
          median: middleOf(sorted),
        },
      };
    });
    return { ...summarise(results), ...(await theRest(system.states.length, log)) };
  } finally {
    native.dispose();
  }
}

/** Middle of sorted numbers; the mean of the two in the middle when they are even in number. */
function middleOf(sorted: readonly number[]): number {
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return (low + high) / 2;
}

type Ratios = EngineReport['ratioToCvode'];

function summarise(
  results: readonly ConfigurationResult[],
): Pick<
  EngineReport,
  | 'configurations'
  | 'rival'
  | 'ratioToCvode'
  | 'ratioToCvodeMedian'
  | 'ratioAtShippedError'
  | 'shareOfNativeAvx2'
  | 'personYearsPerSecond'
> {
  const fastest = (list: readonly ConfigurationResult[]): ConfigurationResult => {
    const [least] = [...list].sort((a, b) => a.msPerPersonYear.min - b.msPerPersonYear.min);
    if (!least) throw new RangeError('no configuration is accurate enough');
    return least;
  };
  const cvode = results.filter(({ engine }) => engine.startsWith('CVODE'));
  const rival = fastest(cvode.filter(({ rmsError }) => rmsError < USABLE_ERROR));
  const shipped = (name: string): ConfigurationResult =>
    fastest(results.filter(({ engine }) => engine === `${name} auto`));
  const best = (name: string): ConfigurationResult =>
    fastest(
      results.filter(({ engine, rmsError }) => engine.startsWith(`${name} `) && rmsError <= rival.rmsError),
    );
  const each = (value: (name: string) => number): Ratios => ({
    js: value('js'),
    wasm: value('wasm'),
    wasmSimd: value('wasmSimd'),
  });
  const asAccurate = cvode.filter(({ rmsError }) => rmsError <= shipped('wasmSimd').rmsError);
  const avx2 = fastest(results.filter(({ engine }) => engine.includes('AVX2')));
  return {
    configurations: results,
    rival: { engine: rival.engine, relativeTolerance: rival.relativeTolerance },
    ratioToCvode: each((name) => rival.msPerPersonYear.min / best(name).msPerPersonYear.min),
    ratioToCvodeMedian: each((name) => rival.msPerPersonYear.median / best(name).msPerPersonYear.median),
    ratioAtShippedError: each((name) =>
      asAccurate.length > 0
        ? fastest(asAccurate).msPerPersonYear.min / shipped(name).msPerPersonYear.min
        : Number.NaN,
    ),
    shareOfNativeAvx2: avx2.msPerPersonYear.min / shipped('wasmSimd').msPerPersonYear.min,
    personYearsPerSecond: each((name) => 1000 / shipped(name).msPerPersonYear.min),
  };
}

async function theRest(
  states: number,
  log: (text: string) => void,
): Promise<
  Pick<
    EngineReport,
    'machine' | 'model' | 'workersScaling' | 'startStateMs' | 'moduleBytes' | 'compileMs' | 'missedGoals'
  >
> {
  const clock = <T>(work: () => T): [T, number] => {
    const started = cpuMilliseconds();
    const result = work();
    return [result, cpuMilliseconds() - started];
  };
  const [system, assembleMs] = clock(() => assemble(fullModules, { name: 'full' }));
  const [bytes, emitSimd] = clock(() => emitWasm(system, { lanes: 2 }));
  const [, compileSimd] = clock(() => new WebAssembly.Module(bytes));
  log('workers');
  const workersScaling = await scaling();
  log('start states');
  return {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`,
    model: {
      states,
      jacobianNonZeros: buildProgram(system, { methods: [] }).facts.jacobianNonZeros,
      tier: 'full',
    },
    workersScaling,
    startStateMs: startStates(),
    moduleBytes: { scalar: emitWasm(system, { lanes: 1 }).length, simd: bytes.length },
    compileMs: { assemble: assembleMs, emitSimd, compileSimd },
    missedGoals: [],
  };
}

/** Habitual start state of eight people drawn at random, from the healthy state, on a day that repeats. */
function startStates(): EngineReport['startStateMs'] {
  const system = fullModel();
  const kernel = compileSystem(system, { lanes: 1, backEnd: 'wasm' });
  const schedule = gutLife(system, 1, { vary: false });
  const times: number[] = [];
  const periods: number[] = [];
  for (let person = 0; person < 8; person++) {
    system.states.forEach(({ value }, i) => {
      kernel.state[i] = value;
    });
    kernel.parameters.set(randomParameters(system, person));
    kernel.prepare();
    const started = cpuMilliseconds();
    const found = findPeriodicState({
      start: kernel.state.slice(),
      scale: system.states.map(({ absoluteTolerance }) => 1e6 * absoluteTolerance),
      fixed: system.states.flatMap(({ slow, readOut }, i) => (slow || readOut ? [i] : [])),
      signed: system.states.flatMap(({ range }, i) => (range[0] < 0 ? [i] : [])),
      names: system.states.map(({ id }) => id),
      tolerance: 5e-5,
      advance: (from) => {
        kernel.state.set(from);
        integrate(kernel, { startHours: 0, endHours: 24, lanes: [schedule], relativeTolerance: 1e-5 });
        return kernel.state.slice();
      },
    });
    times.push(cpuMilliseconds() - started);
    periods.push(found.periods);
  }
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[4] ?? Number.NaN, worst: sorted[7] ?? Number.NaN, periods };
}

/** Lives per second on two worker threads against one. */
async function scaling(): Promise<number> {
  const start = async (): Promise<Worker> => {
    const worker = new Worker(new URL('./engine-worker.ts', import.meta.url));
    await new Promise((resolve) => worker.once('message', resolve));
    return worker;
  };
  const workers = [await start(), await start()];
  const work = (worker: Worker | undefined, runs: number): Promise<unknown> =>
    new Promise((resolve) => {
      worker?.once('message', resolve);
      worker?.postMessage(runs);
    });
  // Seconds of work each, after both have warmed up: the engine has become fast enough for shorter runs to measure noise.
  const RUNS = 120;
  await Promise.all(workers.map((worker) => work(worker, 20)));
  const ratios: number[] = [];
  for (let repeat = 0; repeat < 3; repeat++) {
    const alone = performance.now();
    await work(workers[0], RUNS);
    const together = performance.now();
    await Promise.all(workers.map((worker) => work(worker, RUNS)));
    const end = performance.now();
    ratios.push((2 * (together - alone)) / (end - together));
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return Math.max(...ratios);
}

/** Names the goals that this run missed. */
export function missedGoals(report: EngineReport): string[] {
  const { js, wasm, wasmSimd } = report.ratioToCvode;
  const missed: string[] = [];
  const check = (name: string, value: number, goal: number): void => {
    if (!(value >= goal)) missed.push(`${name}: ${value.toFixed(2)} of ${goal}`);
  };
  check('ratioToCvode.wasmSimd', wasmSimd, GOALS.wasmSimd);
  check('ratioToCvode.wasm', wasm, GOALS.wasm);
  check('ratioToCvode.js', js, GOALS.js);
  check('workersScaling', report.workersScaling, GOALS.workers);
  return missed;
}
