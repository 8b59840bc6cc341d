import { fullModules } from '../../model/assemblies.ts';
import type { Kernel, StepMethod } from '../../src/codegen/kernel.ts';
import { assemble } from '../../src/language/assemble.ts';
import type { EquationSystem, ModelSystem } from '../../src/language/system.ts';
import { compileSystem } from '../../src/solver/compile.ts';
import type { IntegrationStatistics } from '../../src/solver/contract.ts';
import { planBoundaries } from '../../src/solver/events.ts';
import { integrate } from '../../src/solver/integrate.ts';
import { gutLife } from '../../test/solver/gut-life.ts';
import type { NativeLife } from './native.ts';

let full: ModelSystem | undefined;

/** The full model, assembled once. */
export function fullModel(): ModelSystem {
  full ??= assemble(fullModules, { name: 'full' });
  return full;
}

/**
 * A life for comparisons: burned in for four weeks of meals, then the days asked for, with an infection, a drug, a
 * dose of endotoxin and a bad week of stress on top of three meals a day where the model has them.
 */
export function comparisonLife(system: EquationSystem, days: number, eventful: boolean): NativeLife {
  const burnIn = 28;
  const day = (d: number, hour = 0): number => 24 * (burnIn + d) + hour;
  const known = new Set(system.inputs.map(({ id }) => id));
  const extra = [
    { input: 'u_stress', startHours: day(5, 8), endHours: day(11, 20), value: 0.5, endValue: 1.5 },
    { input: 'u_abx', startHours: day(14, 8), endHours: day(20, 8), value: 0.04 },
    { input: 'u_nsaid_in', startHours: day(24, 8), endHours: day(24, 8.25), value: 4 },
    { input: 'u_nsaid_in', startHours: day(25, 8), endHours: day(25, 8.25), value: 4 },
    { input: 'u_path', startHours: day(32, 12), endHours: day(32, 18), value: 0.05 },
    { input: 'u_lps', startHours: day(44, 9), endHours: day(44, 9.1), value: 1000 },
    { input: 'u_alc_g', startHours: day(50, 20), endHours: day(50, 23), value: 20 },
  ].filter(({ input, startHours }) => known.has(input) && startHours < day(days));
  const schedule = gutLife(system, burnIn + days, eventful ? { segments: extra } : {});
  const kernel = compileSystem(system, { lanes: 1, backEnd: 'wasm' });
  integrate(kernel, { startHours: 0, endHours: 24 * burnIn, lanes: [schedule], relativeTolerance: 1e-6 });
  return {
    start: kernel.state.slice(),
    parameters: kernel.parameters.slice(),
    absoluteTolerance: kernel.absoluteTolerance.slice(),
    schedule,
    startHours: day(0),
    endHours: day(days),
  };
}

/** Processor time of this thread: what a run costs, whatever else the machine does. */
export function cpuMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

export interface EngineRun extends IntegrationStatistics {
  readonly milliseconds: number;
  /** State that arrived at each boundary after the first, of lane 0. */
  readonly arrived: Float64Array;
}

export interface EngineConfiguration {
  readonly backEnd: 'wasm' | 'javascript';
  readonly lanes: 1 | 2;
  readonly method: StepMethod | 'auto';
  readonly relativeTolerance: number;
  /** Multiplies the system's absolute tolerances. */
  readonly toleranceFactor?: number;
}

const kernels = new Map<string, Kernel>();

/** One kernel per back end and number of lanes: what is measured is a warm engine. */
function kernelOf(system: EquationSystem, { backEnd, lanes }: EngineConfiguration): Kernel {
  const key = `${system.name} ${backEnd} ${lanes}`;
  const kernel = kernels.get(key) ?? compileSystem(system, { backEnd, lanes });
  kernels.set(key, kernel);
  return kernel;
}

/** Runs the engine over a life (both lanes the same) and notes what arrives at each boundary, unless only time counts. */
export function runEngine(
  system: EquationSystem,
  life: NativeLife,
  configuration: EngineConfiguration,
  note = true,
): EngineRun {
  const { lanes, method, relativeTolerance, toleranceFactor = 1 } = configuration;
  const kernel = kernelOf(system, configuration);
  const size = system.states.length;
  for (let lane = 0; lane < lanes; lane++)
    for (let i = 0; i < kernel.parameterCount; i++)
      kernel.parameters[i * lanes + lane] = life.parameters[i] as number;
  kernel.prepare();
  for (let i = 0; i < size; i++)
    for (let lane = 0; lane < lanes; lane++) {
      kernel.state[i * lanes + lane] = life.start[i] as number;
      kernel.absoluteTolerance[i * lanes + lane] = (life.absoluteTolerance[i] as number) * toleranceFactor;
    }
  kernel.restart();
  const boundaries = planBoundaries([life.schedule], kernel, life.startHours, life.endHours);
  const arrived = new Float64Array((boundaries.length - 1) * size);
  let next = 1;
  const started = cpuMilliseconds();
  const statistics = integrate(kernel, {
    startHours: life.startHours,
    endHours: life.endHours,
    lanes: Array.from({ length: lanes }, () => life.schedule),
    method,
    relativeTolerance,
    ...(note
      ? {
          observe: (_, __, end) => {
            if (end !== boundaries[next]?.timeHours) return;
            for (let i = 0; i < size; i++) arrived[(next - 1) * size + i] = kernel.state[i * lanes] as number;
            next++;
          },
        }
      : {}),
  });
  return { ...statistics, milliseconds: cpuMilliseconds() - started, arrived };
}
