import type { ScheduledTest } from '../person/schedule.ts';
import { exponential, logarithm, logarithmToTen } from '../random/elementary.ts';
import { randomStream } from '../random/philox.ts';
import type { LaneSchedule, LaneSegment } from '../solver/contract.ts';
import { integrate } from '../solver/integrate.ts';
import type { PersonDraw, PersonJob, PersonTestResult } from './contract.ts';
import type { Gut } from './gut.ts';
import { fillLane, type GutKernels } from './kernels.ts';
import {
  findTest,
  type ResultDefinition,
  type ResultNoise,
  type TestDefinition,
} from './laboratory-tests.ts';
import { Samples } from './record.ts';
import type { VirtualPerson } from './virtual-person.ts';

const hoursPerDay = 24;
/** A fast begins on the evening before. */
const fastFromClockHour = 20;
/** How often the model is looked at during a test, hours. */
const samplingHours = 1 / 6;
/** Who drinks alcohol so shortly before or during a test does it for the test: the fast does not take it away. */
const drunkWithTestHours = 3;
/** A load is drunk within this time. */
const loadHours = 0.25;

/** A visit: everything that is tested at one moment, read from one copy of the gut. */
export interface Visit {
  readonly atHours: number;
  /** When the copy is taken: a midnight, where the run makes a step boundary anyway, so that a test changes no bit of it. */
  readonly branchHours: number;
  /** From when on nothing is eaten. */
  readonly fastFromHours: number;
  readonly tests: readonly TestDefinition[];
  readonly load: TestDefinition['load'];
}

/** Tests whose results are means of a day need no copy: they are read from the run itself. */
const readFromRun = (result: ResultDefinition): boolean =>
  result.from.kind === 'dayMean' || result.from.kind === 'log10';

const needsVisit = (test: TestDefinition): boolean => !test.results.every(readFromRun);

/** Groups tests into visits. Test drinks never feed back on the gut, so one copy serves all that are taken at one time. */
export function visitsOf(tests: readonly ScheduledTest[], firstDay: number): readonly Visit[] {
  const visits = new Map<string, { visit: Omit<Visit, 'tests'>; tests: TestDefinition[] }>();
  for (const { test: id, day, atHours: clock } of tests) {
    const test = findTest(id);
    if (!test || !needsVisit(test)) continue;
    const atHours = day * hoursPerDay + clock;
    const key = `${atHours} ${test.load?.input ?? ''}`;
    let entry = visits.get(key);
    if (!entry) {
      const dayBefore = Math.floor(day - 1) * hoursPerDay;
      entry = {
        visit: {
          atHours,
          branchHours: Math.max(firstDay * hoursPerDay, dayBefore),
          fastFromHours: dayBefore + fastFromClockHour,
          load: test.load,
        },
        tests: [],
      };
      visits.set(key, entry);
    }
    if (!entry.tests.includes(test)) entry.tests.push(test);
  }
  return [...visits.values()].map(({ visit, tests: taken }) => ({ ...visit, tests: taken }));
}

/** Series that tests read as means of a day. */
export function seriesOfTests(tests: readonly ScheduledTest[], gut: Gut): string[] {
  const ids = new Set<string>();
  for (const { test } of tests)
    for (const { from } of findTest(test)?.results ?? [])
      if ((from.kind === 'dayMean' || from.kind === 'log10') && gut.series.has(from.series))
        ids.add(from.series);
  return [...ids];
}

/** What a visit found, by lane: samples of series and urine, at hours after the drink. */
export interface VisitReading {
  readonly visit: Visit;
  /** Value of a series or probe state at so many hours after the start; undefined where the model lacks it. */
  at(lane: number, series: string, hoursAfter: number): number | undefined;
  /** Largest value from the start to so many hours after it. */
  largest(lane: number, series: string, withinHours: number): number | undefined;
}

/**
 * Plays a visit on a copy of the gut: no food from the evening before until the last sample, the drinks at the start.
 *
 * @param states the lanes' states at `visit.branchHours`
 */
export function playVisit(
  kernels: GutKernels,
  people: readonly VirtualPerson[],
  lanes: readonly LaneSchedule[],
  states: readonly Float64Array[],
  visit: Visit,
  cancelled?: () => boolean,
): VisitReading {
  const { gut } = kernels;
  const probed = visit.tests.some(({ probes }) => probes.length > 0);
  const indexed = probed ? gut.withProbes() : gut;
  const laneCount = people.length as 1 | 2;
  const kernel = probed ? kernels.withProbes(laneCount) : kernels.plain(laneCount);
  const hours = Math.max(samplingHours, ...visit.tests.map((test) => test.hours));
  const endHours = visit.atHours + hours;

  const drunk = [...new Set(visit.tests.flatMap(({ probes }) => probes))];
  const wanted = new Set<string>();
  for (const test of visit.tests) {
    for (const { from } of test.results) {
      if ((from.kind === 'value' || from.kind === 'rise') && gut.series.has(from.series))
        wanted.add(from.series);
    }
  }
  const fasting = lanes.map((lane): LaneSchedule => {
    const base = Float64Array.from(indexed.system.inputs, ({ value }, i) => lane.base[i] ?? value);
    const food = new Set(
      [...gut.inputs].flatMap((id) =>
        id.startsWith('meal_') || id === 'u_alc_g' ? (gut.input.get(id) ?? []) : [],
      ),
    );
    const alcohol = gut.input.get('u_alc_g');
    const load = visit.load === undefined ? undefined : gut.input.get(visit.load.input);
    const segments = lane.segments.flatMap((segment): LaneSegment[] => {
      if (segment.endHours <= visit.branchHours) return [];
      if (!food.has(segment.input)) return [segment];
      if (segment.input === alcohol && segment.startHours >= visit.atHours - drunkWithTestHours)
        return [segment];
      if (segment.startHours >= visit.fastFromHours) return [];
      return [{ ...segment, endHours: Math.min(segment.endHours, visit.fastFromHours) }];
    });
    if (load !== undefined && visit.load)
      segments.push({
        input: load,
        startHours: visit.atHours,
        endHours: visit.atHours + loadHours,
        value: visit.load.grams / loadHours,
      });
    return {
      base,
      segments,
      boluses: [
        ...lane.boluses,
        ...drunk.flatMap((probe) => {
          const stomach = indexed.state.get(`${probe}_st`);
          return stomach === undefined
            ? []
            : [{ state: stomach, timeHours: visit.atHours, amount: fullDosePercent }];
        }),
      ],
    };
  });

  kernel.state.fill(0);
  people.forEach((person, lane) => {
    fillLane(kernel.state, laneCount, lane, states[lane] as Float64Array);
    fillLane(kernel.parameters, laneCount, lane, probed ? person.parametersWithProbes() : person.parameters);
  });
  kernel.prepare();
  const count = Math.ceil(hours / samplingHours - 1e-9);
  const times = Float64Array.from({ length: count + 1 }, (_, i) => visit.atHours + i * samplingHours);
  const urine = drunk.flatMap((probe) => (indexed.state.has(`${probe}_ur`) ? [`${probe}_ur`] : []));
  const samples = new Samples(indexed, kernel, [...wanted, ...urine], times);
  integrate(kernel, {
    startHours: visit.branchHours,
    endHours,
    lanes: fasting,
    boundaries: [visit.atHours],
    observe: samples.observe,
    ...(cancelled ? { cancelled } : {}),
  });
  const place = (hoursAfter: number): number => Math.round(hoursAfter / samplingHours);
  return {
    visit,
    at: (lane, series, hoursAfter) => samples.values[lane]?.get(series)?.[place(hoursAfter)],
    largest: (lane, series, withinHours) => {
      const values = samples.values[lane]?.get(series);
      return values && Math.max(...values.subarray(0, place(withinHours) + 1));
    },
  };
}

/** A test drink is followed in percent of its dose. */
const fullDosePercent = 100;

/** Results of one lane, in the order in which the tests were asked for. */
export function resultsOfPerson(
  gut: Gut,
  job: PersonJob,
  person: string,
  scheduled: readonly ScheduledTest[],
  lane: number,
  readings: readonly VisitReading[],
  daily: (series: string) => ArrayLike<number> | undefined,
): PersonTestResult[] {
  return scheduled.flatMap(({ test: id, day, atHours: clock }) => {
    const test = findTest(id);
    if (!test) return [];
    const reading = readings.find(
      ({ visit }) => visit.atHours === day * hoursPerDay + clock && visit.tests.includes(test),
    );
    const exact: Record<string, number> = {};
    const missing = new Set<string>();
    if (test.load && !gut.inputs.has(test.load.input)) missing.add(test.load.input);
    for (const result of missing.size > 0 ? [] : test.results) {
      const value = resultValue(result, exact, lane, day, reading, daily);
      if (typeof value === 'number') {
        const factor = job.readOuts?.find((readOut) => readOut.result === result.id)?.factor ?? 1;
        exact[result.id] = factor * value;
      } else missing.add(value.lacks);
    }
    const found = Object.keys(exact).length > 0;
    return [
      {
        test: id,
        day,
        exact,
        reported: reportedOf(test, exact, job.draw, person, day),
        ...(found || missing.size === 0
          ? {}
          : { notModelled: `Not modelled yet: this model has no ${[...missing].join(', ')}.` }),
      },
    ];
  });
}

function resultValue(
  { from }: ResultDefinition,
  before: Readonly<Record<string, number>>,
  lane: number,
  day: number,
  reading: VisitReading | undefined,
  daily: (series: string) => ArrayLike<number> | undefined,
): number | { readonly lacks: string } {
  switch (from.kind) {
    case 'urine': {
      const at = (hour: number): number | undefined => reading?.at(lane, `${from.probe}_ur`, hour);
      const end = at(from.window.toHour);
      const start = at(from.window.fromHour);
      return end === undefined || start === undefined ? { lacks: from.probe } : end - start;
    }
    case 'ratio': {
      const of = before[from.of];
      const to = before[from.to];
      return of === undefined || to === undefined ? { lacks: from.of } : of / to;
    }
    case 'value': {
      const value = reading?.at(lane, from.series, 0);
      return value === undefined ? { lacks: from.series } : scaled(value, from);
    }
    case 'rise': {
      const start = reading?.at(lane, from.series, 0);
      const top = reading?.largest(lane, from.series, from.withinHours);
      return start === undefined || top === undefined
        ? { lacks: from.series }
        : (from.factor ?? 1) * (top - start);
    }
    case 'dayMean': {
      const value = daily(from.series)?.[day];
      return value === undefined ? { lacks: from.series } : scaled(value, from);
    }
    case 'log10': {
      const value = daily(from.series)?.[day];
      return value === undefined ? { lacks: from.series } : logarithmToTen(value);
    }
  }
}

const scaled = (
  value: number,
  { factor = 1, offset = 0 }: { readonly factor?: number; readonly offset?: number },
): number => factor * value + offset;

/** As one laboratory would report it: the scatter of a person's days, and the level of the laboratory. */
function reportedOf(
  test: TestDefinition,
  exact: Readonly<Record<string, number>>,
  draw: PersonDraw,
  person: string,
  day: number,
): Record<string, number> {
  const reported: Record<string, number> = {};
  for (const { id, noise } of test.results) {
    const value = exact[id];
    if (value === undefined) continue;
    const laboratory = randomStream(draw.seed, `member/${draw.member}/laboratory/${test.id}/${id}`).normal(0);
    const own = randomStream(
      draw.seed,
      `member/${draw.member}/person/${person}/test/${test.id}/${id}/${day}`,
    ).normal(0);
    reported[id] = withNoise(value, noise, own, laboratory);
  }
  return wholeAgain(test, exact, reported);
}

/** Shares of one whole stay shares of it: a sequencing report that sees more of one guild sees less of the others. */
function wholeAgain(
  test: TestDefinition,
  exact: Readonly<Record<string, number>>,
  reported: Record<string, number>,
): Record<string, number> {
  const shares = test.results.flatMap(({ id, from }) =>
    from.kind === 'dayMean' && from.series.startsWith('share_') && reported[id] !== undefined ? [id] : [],
  );
  const sum = (values: Readonly<Record<string, number>>): number =>
    shares.reduce((total, id) => total + (values[id] as number), 0);
  if (shares.length === 0) return reported;
  const factor = sum(exact) / sum(reported);
  for (const id of shares) reported[id] = factor * (reported[id] as number);
  return reported;
}

/** @param own, laboratory standard normal numbers */
export function withNoise(value: number, noise: ResultNoise, own: number, laboratory: number): number {
  if (noise.kind === 'additive')
    return value + noise.withinPerson * own + noise.betweenLaboratories * laboratory;
  // A coefficient of variation c of a lognormal number is a log-SD of sqrt(ln(1 + c^2)).
  const logSd = Math.sqrt(logarithm(1 + noise.withinPerson ** 2));
  return value * exponential(logSd * own + noise.betweenLaboratories * laboratory);
}
