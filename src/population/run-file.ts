import type { NormalisedFile } from '../person/index.ts';
import type { Timeline } from '../person/schedule.ts';
import type { Problem } from '../problem/problem.ts';
import type { PersonCourse } from '../simulate/contract.ts';
import { buildGut, type Gut } from '../simulate/gut.ts';
import { checkOverrides } from '../simulate/parameters.ts';
import type { RunResult } from '../simulate/result.ts';
import { version } from '../version.ts';
import { assumedShareByCount } from './assumed-share.ts';
import { planRun } from './bands.ts';
import type { FileRunOptions, RunFile } from './contract.ts';
import { coverageOf } from './coverage.ts';
import { GatheredLife, GatheredPeople, type HeadCount } from './gathered-people.ts';
import { plainFile } from './plain-file.ts';
import { redFlags } from './red-flags.ts';
import { jobsFor, sizeOfRun, timelineOf } from './virtual-people.ts';
import { drawWarnings, inputWarnings, modelWarnings } from './warnings.ts';

/** What a run calls life without a plan. */
export const lifeAsItIs = 'life as it is';

const guts = new Map<string, Gut>();

/** One gut per assembly and thread: assembling takes longer than reading a file. */
export function gutNamed(assembly: string): Gut {
  let gut = guts.get(assembly);
  if (!gut) {
    gut = buildGut(assembly);
    guts.set(assembly, gut);
  }
  return gut;
}

/** Everything of a result that does not depend on the people done so far. */
export interface RunFrame {
  readonly gut: Gut;
  readonly timelines: readonly Timeline[];
  readonly zonula: RunResult['zonula'];
  readonly plan: unknown;
  readonly coverage: RunResult['coverage'];
  readonly timeDays: readonly number[];
  readonly warnings: readonly Problem[];
  readonly people: number;
  readonly seed: number;
}

/**
 * @param planNames plans beside life without a change
 * @throws ZonulaError Z3083 (no such plan), Z3070 (nothing said about food), Z5005-Z5006 (overrides)
 */
export function frameOf(
  file: NormalisedFile,
  planNames: readonly string[],
  options: FileRunOptions,
): RunFrame {
  const gut = gutNamed(options.runner.assembly);
  const overrideWarnings = checkOverrides(gut, options.overrides);
  const timelines = [undefined, ...planNames].map((name) => timelineOf(file, name));
  const { people, seed } = sizeOfRun(file, options);
  // What only the result needs waits until it is asked for: the first people are on their way by then.
  const zonula = once(() => ({
    version,
    modelHash: gut.system.hash,
    assumedShare: assumedShareByCount(gut.system),
  }));
  const plan = once(() => plainFile(file));
  const coverage = once(() => coverageOf(timelines[0] as Timeline));
  const warnings = once(() => [
    ...redFlags(file, timelines),
    ...(options.problems ?? []),
    ...overrideWarnings,
    ...modelWarnings(gut, file),
    ...inputWarnings(gut, timelines),
  ]);
  return {
    gut,
    timelines,
    get zonula() {
      return zonula();
    },
    get plan() {
      return plan();
    },
    get coverage() {
      return coverage();
    },
    timeDays: Array.from({ length: file.horizonDays }, (_, day) => day),
    get warnings() {
      return warnings();
    },
    people,
    seed,
  };
}

/** Works it out when first asked. */
function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

export const plainWarnings = (problems: readonly Problem[]): RunResult['warnings'] =>
  problems.map(({ code, message, where, fix }) => ({
    code,
    message,
    ...(where === undefined ? {} : { where }),
    ...(fix === undefined ? {} : { fix }),
  }));

/**
 * Runs a person file: the virtual people who stand for this person, with the plan and without it.
 *
 * @param planName undefined: life as it is, on both sides
 * @throws ZonulaError see `frameOf`; Z20xx when the model cannot be solved; Z5090 when cancelled
 */
export const runFile: RunFile = async (file, planName, options) => {
  const frame = frameOf(file, planName === undefined ? [] : [planName], options);
  const jobs = jobsFor(file, frame.timelines, { ...options, people: frame.people, seed: frame.seed });
  const changed = new GatheredLife(frame.people);
  const without = planName === undefined ? changed : new GatheredLife(frame.people);
  const people = new GatheredPeople(frame.people, (courses) => {
    const [unchanged, withChange = unchanged] = courses as readonly [PersonCourse, PersonCourse?];
    changed.add(withChange);
    if (without !== changed) without.add(unchanged);
  });
  const soFar = (only?: ReadonlySet<string>): RunResult =>
    resultOf(frame, planName ?? lifeAsItIs, [without, changed], people.heads, only);
  let count = 0;
  await options.runner.run(jobs, {
    keep: false,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
    onResult: (index, courses) => {
      people.add(index, courses);
      count += 1;
      if (options.onPartial && (options.wantsPartial?.(count) ?? true))
        options.onPartial(soFar(options.partialSeries), count);
    },
  });
  return soFar();
};

function resultOf(
  frame: RunFrame,
  plan: string,
  [unchangedLife, changedLife]: readonly [GatheredLife, GatheredLife],
  heads: HeadCount,
  only: ReadonlySet<string> | undefined,
): RunResult {
  const changed = planRun(frame.gut, plan, changedLife, only);
  const without =
    unchangedLife === changedLife ? changed : planRun(frame.gut, lifeAsItIs, unchangedLife, only);
  return {
    zonula: frame.zonula,
    plan: frame.plan,
    coverage: frame.coverage,
    timeDays: frame.timeDays,
    series: changed.series,
    seriesWithoutChange: without.series,
    tests: changed.tests,
    symptoms: changed.symptoms,
    warnings: plainWarnings([...frame.warnings, ...drawWarnings(heads)]),
    people: heads.people,
    seed: frame.seed,
  };
}
