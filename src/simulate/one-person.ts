import type { Kernel } from '../codegen/kernel.ts';
import type { Timeline } from '../person/schedule.ts';
import type { LaneSchedule, StepObserver } from '../solver/contract.ts';
import { integrateInParts } from '../solver/integrate.ts';
import { type InParts, inOneGo } from '../solver/parts.ts';
import type { PersonCourse, PersonJob } from './contract.ts';
import { type Gut, seriesOf } from './gut.ts';
import { fillLane, GutKernels, readLane } from './kernels.ts';
import { habitualHours } from './life.ts';
import { personIndex } from './parameters.ts';
import { DailyMeans, Samples } from './record.ts';
import { rejectedBecause, rejection, rejectionSeries } from './rejection.ts';
import { Settling } from './settle.ts';
import { symptomSeries, symptomsOfPerson } from './symptoms-of-person.ts';
import { playVisit, resultsOfPerson, seriesOfTests, type VisitReading, visitsOf } from './tests-of-person.ts';
import { drawPerson, laneOfHabits, laneOfLife, type VirtualPerson } from './virtual-person.ts';

const hoursPerDay = 24;

/** Input whose segment says when a plan with a hope in it starts (an impulse in models that carry expectancy). */
export const startPlanInput = 'u_start_plan';

export interface LiveOptions {
  readonly cancelled?: () => boolean;
}

/**
 * What some people need not live again when only their plans change: the state in which every life of theirs begins,
 * and the life without a change. Exact: taken up again it gives the same bits. Structured-clonable.
 */
export interface LivedBefore {
  /** By person: who they turned out to be and where they stand. */
  readonly start: readonly Float64Array[];
  readonly settledDays: number;
  readonly attempts: readonly number[];
  readonly healthy: readonly ReadonlyMap<string, number>[];
  /** Life without a change, by person; undefined: to be lived again, because something else is asked of it. */
  readonly unchanged: readonly PersonCourse[] | undefined;
  /** What symptoms listen to in the life without a change, daily, by person and series. */
  readonly heard: readonly ReadonlyMap<string, Float64Array>[];
}

/** Courses of one or two people, by person one per timeline, and what may be used again. */
export interface LivedTogether {
  readonly courses: PersonCourse[][];
  /** One for people in lockstep, else one each. */
  readonly before: readonly LivedBefore[];
}

/**
 * Carries one virtual person through all lives of the job, from the periodic state of their habitual life.
 * Pure: the same job gives the same bits.
 *
 * @returns one course per timeline, in their order
 * @throws ZonulaError Z5004 for an unknown series; Z20xx when the model cannot be solved
 */
export function liveOnePerson(gut: Gut, job: PersonJob, options: LiveOptions = {}): PersonCourse[] {
  return liveTogether(new GutKernels(gut), [job], options)[0] as PersonCourse[];
}

/**
 * Two jobs can share SIMD lanes when the same things are asked of both at the same times. Which jobs are offered
 * as a pair is decided by their position, never by which worker is free: the steps of one depend on the other.
 */
export function canShareLanes(a: PersonJob, b: PersonJob): boolean {
  const [first] = a.timelines;
  const [second] = b.timelines;
  if (!first || !second || a.timelines.length !== b.timelines.length) return false;
  return (
    first.firstDay === second.firstDay &&
    first.historyDays === second.historyDays &&
    first.weekdayOfDayZero === second.weekdayOfDayZero &&
    isPeriodicByDay(first) === isPeriodicByDay(second) &&
    JSON.stringify(a.series) === JSON.stringify(b.series) &&
    JSON.stringify(a.fine) === JSON.stringify(b.fine) &&
    a.timelines.every((timeline, i) => {
      const other = b.timelines[i] as Timeline;
      return (
        timeline.horizonDays === other.horizonDays &&
        JSON.stringify(timeline.tests) === JSON.stringify(other.tests)
      );
    })
  );
}

const isPeriodicByDay = (timeline: Timeline): string => timeline.habitualWeek.patternOfWeekday.join();

/**
 * Carries one or two people through their lives in lockstep.
 *
 * @returns by job, one course per timeline
 */
export function liveTogether(
  kernels: GutKernels,
  jobs: JobPair,
  options: LiveOptions = {},
): PersonCourse[][] {
  return inOneGo(liveInParts(kernels, jobs, options)).courses;
}

/**
 * As `liveTogether`, with pauses, and with what is known of these very jobs from an earlier time. Nobody else may use
 * the kernels in a pause, unless the work is dropped.
 */
export function* liveInParts(
  kernels: GutKernels,
  jobs: JobPair,
  options: LiveOptions = {},
  known: readonly LivedBefore[] = [],
): InParts<LivedTogether> {
  const lanes = jobs.length as 1 | 2;
  if (jobs[1] && !canLockstep(jobs[0], jobs[1])) {
    const each: LivedTogether[] = [];
    for (const [i, job] of jobs.entries()) {
      const own = known.length === 2 ? known[i] : undefined;
      each.push(yield* liveInParts(kernels, [job], options, own ? [own] : []));
    }
    return {
      courses: each.flatMap(({ courses }) => courses),
      before: each.flatMap(({ before }) => before),
    };
  }
  const [together] = known.length === 1 ? known : [];
  // People met before are drawn as they turned out to be.
  const attempts = together?.attempts ?? jobs.map(() => 0);
  return yield* new Lockstep(kernels, jobs, kernels.plain(lanes), options, attempts).live(together);
}

function canLockstep(a: PersonJob, b: PersonJob): boolean {
  // Habits that repeat daily in one and weekly in the other have no common period worth stepping together.
  const [first, second] = [a, b].map(({ timelines: [habits] }) => habits && habitualHours(habits));
  return canShareLanes(a, b) && first === second;
}

/** One or two neighbouring jobs of a run. */
export type JobPair = readonly [PersonJob] | readonly [PersonJob, PersonJob];

/** Where the lanes stand, to go back to or to copy. */
type States = readonly Float64Array[];

class Lockstep {
  private readonly kernels: GutKernels;
  private readonly gut: Gut;
  private readonly jobs: readonly PersonJob[];
  private readonly kernel: Kernel;
  private readonly options: LiveOptions;
  private readonly attempts: number[];
  private people: VirtualPerson[];

  constructor(
    kernels: GutKernels,
    jobs: readonly PersonJob[],
    kernel: Kernel,
    options: LiveOptions,
    attempts: readonly number[],
  ) {
    this.kernels = kernels;
    this.gut = kernels.gut;
    this.jobs = jobs;
    this.kernel = kernel;
    this.options = options;
    this.attempts = [...attempts];
    this.people = jobs.map((job, lane) => drawPerson(this.gut, job, attempts[lane] as number));
  }

  *live(known: LivedBefore | undefined): InParts<LivedTogether> {
    const wanted = this.wantedSeries();
    const { start, settledDays, healthy } = known ?? (yield* this.begin());
    const { timelines } = this.jobs[0] as PersonJob;
    const courses: PersonCourse[][] = this.jobs.map(() => []);
    let heard = known?.heard ?? [];
    for (const [life, timeline] of timelines.entries()) {
      if (life === 0 && known?.unchanged) {
        known.unchanged.forEach((course, lane) => {
          courses[lane]?.push(course);
        });
        continue;
      }
      const lived = yield* this.liveOne(life, timeline, start, wanted);
      if (life === 0)
        heard = lived.means.map(
          (means) =>
            new Map(
              symptomSeries.flatMap((id) => {
                const values = means.get(id);
                return values ? [[id, values] as const] : [];
              }),
            ),
        );
      this.jobs.forEach((job, lane) => {
        const means = lived.means[lane] as ReadonlyMap<string, Float64Array>;
        const own = job.timelines[life] as Timeline;
        const person = personIndex(job.draw, this.attempts[lane] as number);
        const daily = (id: string): Float64Array | undefined => means.get(id);
        const samples = lived.samples;
        const ofPerson = healthy[lane] as ReadonlyMap<string, number>;
        (courses[lane] as PersonCourse[]).push({
          plan: own.plan,
          daily: Object.fromEntries(
            wanted.reported.map((id) => [id, means.get(id) as Float64Array] as const),
          ),
          ...(samples
            ? {
                fine: {
                  timeHours: samples.times,
                  series: Object.fromEntries(samples.values[lane] as ReadonlyMap<string, Float64Array>),
                },
              }
            : {}),
          tests: resultsOfPerson(this.gut, job, person, own.tests, lane, lived.readings, daily),
          healthy: Object.fromEntries(ofPerson),
          symptoms: job.withoutSymptoms
            ? {}
            : symptomsOfPerson(
                job.draw,
                person,
                daily,
                life === 0 ? daily : (id) => heard[lane]?.get(id),
                (id) => ofPerson.get(id),
                own.segments.find(({ input }) => input === startPlanInput)?.startHours,
                own.horizonDays,
              ),
          redraws: this.attempts[lane] as number,
          settledDays,
        });
      });
    }
    return {
      courses,
      before: [
        {
          start,
          settledDays,
          attempts: [...this.attempts],
          healthy,
          unchanged: courses.flatMap(([first]) => (first ? [first] : [])),
          heard,
        },
      ],
    };
  }

  /** Series to report, and those that tests and symptoms need beside them. */
  private wantedSeries(): { readonly reported: readonly string[]; readonly recorded: readonly string[] } {
    const job = this.jobs[0] as PersonJob;
    const reported = job.series ?? this.gut.publicSeries.map(({ id }) => id);
    for (const id of reported) seriesOf(this.gut, id);
    const tests = job.timelines.flatMap((timeline) => seriesOfTests(timeline.tests, this.gut));
    const symptoms = job.withoutSymptoms ? [] : symptomSeries.filter((id) => this.gut.series.has(id));
    return { reported, recorded: [...new Set([...reported, ...tests, ...symptoms])] };
  }

  /**
   * The state in which the run begins, of people who can live; those who cannot are drawn again. Whoever cannot live
   * shows it within days: only who can is worth the search for the periodic state, and is looked at once more there.
   *
   * A stated history (untreated disease) is lived day by day from health instead: slow tissue is then as far as it
   * has come.
   */
  private *begin(): InParts<Pick<LivedBefore, 'start' | 'settledDays' | 'healthy'>> {
    for (;;) {
      const settling = this.settling(this.people);
      const [{ historyDays }] = (this.jobs[0] as PersonJob).timelines as [Timeline];
      yield* settling.begin();
      const early = this.copyOut();
      if (yield* this.redrawn(early)) continue;
      this.load(this.people, early);
      if (historyDays > 0) yield* settling.history(historyDays);
      else yield* settling.search();
      const settled = this.copyOut();
      if (yield* this.redrawn(settled)) continue;
      const start = settled.map((state, lane) => this.started(state, lane));
      return { start, settledDays: settling.days, healthy: yield* this.healthyMeans(start) };
    }
  }

  /** Draws those again who cannot live in this state. */
  private *redrawn(state: States): InParts<boolean> {
    if (this.jobs.every(({ spread }) => spread === 'default')) return false;
    const means = yield* this.meansOfPeriod(this.people, state, rejectionSeries);
    let again = false;
    this.people = this.people.map((person, lane) => {
      const attempt = this.attempts[lane] as number;
      const because = rejectedBecause((id) => (means[lane] as ReadonlyMap<string, number>).get(id));
      if (person.job.spread === 'default' || because === undefined || attempt + 1 >= rejection.mostAttempts)
        return person;
      again = true;
      this.attempts[lane] = attempt + 1;
      return drawPerson(this.gut, person.job, attempt + 1);
    });
    return again;
  }

  /** States that a condition sets at the start. */
  private started(state: Float64Array, lane: number): Float64Array {
    const started = state.slice();
    for (const { state: id, value } of (this.jobs[lane] as PersonJob).timelines[0]?.starts ?? []) {
      const i = this.gut.state.get(id);
      if (i !== undefined) started[i] = value;
    }
    return started;
  }

  private settling(people: readonly VirtualPerson[]): Settling {
    const healthyState = Float64Array.from(this.gut.system.states, ({ value }) => value);
    this.load(
      people,
      people.map(() => healthyState),
    );
    const habits = people.map((person) => laneOfHabits(this.gut, person));
    return new Settling(
      this.gut,
      this.kernel,
      habits,
      (habits[0] as { periodHours: number }).periodHours,
      this.options.cancelled,
    );
  }

  /** Means over one period of habitual life, by lane and series. */
  private *meansOfPeriod(
    people: readonly VirtualPerson[],
    start: States,
    ids: readonly string[],
  ): InParts<ReadonlyMap<string, number>[]> {
    const known = ids.filter((id) => this.gut.series.has(id));
    this.load(people, start);
    const habits = people.map((person) => laneOfHabits(this.gut, person));
    const days = (habits[0] as { periodHours: number }).periodHours / hoursPerDay;
    const record = new DailyMeans(this.gut, this.kernel, known, { first: 0, count: days });
    yield* this.run(habits, 0, days * hoursPerDay, midnights(0, days), record.observe);
    return record.means.map(
      (means) =>
        new Map(
          [...means].map(([id, values]) => [id, values.reduce((sum, x) => sum + x, 0) / days] as const),
        ),
    );
  }

  /**
   * What symptoms are measured against: the same person in the same habitual life, without conditions. For people
   * without conditions that is the start itself.
   */
  private *healthyMeans(start: States): InParts<ReadonlyMap<string, number>[]> {
    if (this.jobs.every(({ withoutSymptoms }) => withoutSymptoms)) return this.jobs.map(() => new Map());
    const ids = symptomSeries;
    const ill = this.jobs.some(({ timelines: [first] }) => first && hasConditions(first));
    if (!ill) return yield* this.meansOfPeriod(this.people, start, ids);
    const well = this.people.map((person) =>
      drawPerson(
        this.gut,
        { ...person.job, timelines: person.job.timelines.map(withoutConditions) },
        person.attempt,
      ),
    );
    const settling = this.settling(well);
    yield* settling.begin();
    yield* settling.search();
    return yield* this.meansOfPeriod(well, this.copyOut(), ids);
  }

  private *liveOne(
    life: number,
    timeline: Timeline,
    start: States,
    wanted: { readonly recorded: readonly string[] },
  ): InParts<{
    readonly means: readonly ReadonlyMap<string, Float64Array>[];
    readonly samples: Samples | undefined;
    readonly readings: readonly VisitReading[];
  }> {
    const { kernel, gut } = this;
    const { firstDay, horizonDays } = timeline;
    const lanes = this.people.map((person) => laneOfLife(gut, person, life));
    const visits = visitsOf(timeline.tests, firstDay);
    const copies = new Map<number, States>();
    const startHours = firstDay * hoursPerDay;
    const wantedCopies = [...new Set(visits.map(({ branchHours }) => branchHours))];
    if (wantedCopies.includes(startHours)) copies.set(startHours, start);

    this.load(this.people, start);
    const record = new DailyMeans(gut, kernel, wanted.recorded, { first: 0, count: horizonDays });
    const { fine } = this.jobs[0] as PersonJob;
    const samples = fine
      ? new Samples(gut, kernel, fine.series, fineTimes(fine.everyHours, horizonDays))
      : undefined;
    const observe: StepObserver = (stepped, from, to) => {
      record.observe(stepped, from, to);
      samples?.observe(stepped, from, to);
      if (wantedCopies.includes(to)) copies.set(to, this.copyOut());
    };
    yield* this.run(
      lanes,
      startHours,
      horizonDays * hoursPerDay,
      [...midnights(firstDay, horizonDays), ...wantedCopies],
      observe,
    );
    const readings: VisitReading[] = [];
    for (const visit of visits) {
      const from = copies.get(visit.branchHours) as States;
      readings.push(playVisit(this.kernels, this.people, lanes, from, visit, this.options.cancelled));
      yield;
    }
    return { means: record.means, samples, readings };
  }

  private *run(
    lanes: readonly LaneSchedule[],
    startHours: number,
    endHours: number,
    boundaries: readonly number[],
    observe: StepObserver,
  ): InParts<void> {
    const { cancelled } = this.options;
    yield* integrateInParts(this.kernel, {
      startHours,
      endHours,
      lanes,
      boundaries: [...boundaries].sort((a, b) => a - b),
      observe,
      ...(cancelled ? { cancelled } : {}),
    });
  }

  private load(people: readonly VirtualPerson[], states: States): void {
    const { kernel } = this;
    people.forEach((person, lane) => {
      fillLane(kernel.parameters, kernel.lanes, lane, person.parameters);
      fillLane(kernel.state, kernel.lanes, lane, states[lane] as Float64Array);
    });
    kernel.prepare();
  }

  private copyOut(): States {
    const { kernel } = this;
    return this.jobs.map((_, lane) => readLane(kernel.state, kernel.lanes, lane, kernel.stateCount));
  }
}

const midnights = (firstDay: number, endDay: number): number[] =>
  Array.from({ length: Math.max(0, endDay - firstDay - 1) }, (_, i) => (firstDay + 1 + i) * hoursPerDay);

function fineTimes(everyHours: number, horizonDays: number): Float64Array {
  const count = Math.floor((horizonDays * hoursPerDay) / everyHours + 1e-9);
  return Float64Array.from({ length: count + 1 }, (_, i) => i * everyHours);
}

/** What a body is stays; what a condition brings goes. */
const covariateInputs: ReadonlySet<string> = new Set(['age', 'GFR', 'meth', 'u_obese', 'weight']);
const ofBody = (setting: Timeline['parameters'][number]): boolean => setting.because === 'sex';

const hasConditions = (timeline: Timeline): boolean =>
  timeline.parameters.some((setting) => !ofBody(setting)) ||
  timeline.starts.length > 0 ||
  Object.keys(timeline.constants).some((input) => !covariateInputs.has(input));

const withoutConditions = (timeline: Timeline): Timeline => ({
  ...timeline,
  parameters: timeline.parameters.filter(ofBody),
  starts: [],
  historyDays: 0,
  constants: Object.fromEntries(
    Object.entries(timeline.constants).filter(([input]) => covariateInputs.has(input)),
  ),
});
