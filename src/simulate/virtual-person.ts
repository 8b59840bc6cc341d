import type { InputSegment, Timeline } from '../person/schedule.ts';
import { randomStream } from '../random/philox.ts';
import type { LaneBolus, LaneSchedule, LaneSegment } from '../solver/contract.ts';
import type { PersonJob } from './contract.ts';
import type { Gut, Indexed } from './gut.ts';
import { type Life, livedBy } from './life.ts';
import { personIndex, personParameters } from './parameters.ts';
import { personFlags } from './person-flags.ts';

const hoursPerDay = 24;
const daysPerWeek = 7;

/** One virtual person, drawn: what they are made of and the lives they may lead. */
export interface VirtualPerson {
  readonly job: PersonJob;
  readonly attempt: number;
  /** In the order of the gut's parameters. */
  readonly parameters: Float64Array;
  /** Of the gut with test drinks. */
  parametersWithProbes(): Float64Array;
  /** Inputs where nothing happens. */
  readonly base: Float64Array;
  /** One of the job's timelines as this person lives it; worked out when first asked for. */
  life(index: number): Life | undefined;
}

export function drawPerson(gut: Gut, job: PersonJob, attempt: number): VirtualPerson {
  const [first] = job.timelines;
  if (!first) throw new RangeError('a job needs at least one timeline');
  const flags = personFlags(gut, job, first, attempt);
  const withSwitches = (indexed: Indexed): Float64Array => {
    const parameters = personParameters(indexed, job, first.parameters, attempt);
    for (const [id, value] of Object.entries(flags.switches)) {
      const i = indexed.parameter.get(id);
      if (i !== undefined && job.overrides?.[id] === undefined) parameters[i] = value;
    }
    return parameters;
  };
  const base = Float64Array.from(gut.system.inputs, ({ value }) => value);
  for (const [id, value] of Object.entries({ ...flags.constants, ...first.constants })) {
    const i = gut.input.get(id);
    if (i !== undefined) base[i] = value;
  }
  const foodsDrawn = job.spread === 'personal' || job.spread === 'both';
  const person = personIndex(job.draw, attempt);
  const eater = {
    lactasePersistent: flags.lactasePersistent,
    division: gut.division,
    foodDraw: foodsDrawn
      ? once((key: string) => randomStream(job.draw.seed, `person/${person}/food/${key}`).normal(0))
      : undefined,
  };
  const settles = flags.switches.colon_ok === 1;
  return {
    job,
    attempt,
    parameters: withSwitches(gut),
    parametersWithProbes: () => withSwitches(gut.withProbes()),
    base,
    life: once((index: number) => {
      const timeline = job.timelines[index];
      if (timeline === undefined) return undefined;
      const life = livedBy(timeline, eater, gut.inputs);
      return settles && gut.inputs.has('u_bif_settled') ? withSettledStrain(life, timeline) : life;
    }),
  };
}

/** Works each answer out once. */
function once<Key, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    if (!known.has(key)) known.set(key, answer(key));
    return known.get(key) as Answer;
  };
}

/** From the first swallowed bifidobacterium on, a person in whom it can settle keeps a reservoir of it. */
function withSettledStrain(life: Life, timeline: Timeline): Life {
  const endHours = timeline.horizonDays * hoursPerDay;
  const settled = (segments: readonly InputSegment[], endsAt: number, startsAt?: number): InputSegment[] => {
    const first = segments.find(({ input, value }) => input === 'u_bif_in' && value > 0);
    if (!first) return [...segments];
    const startHours = startsAt ?? first.startHours;
    return [...segments, { input: 'u_bif_settled', startHours, endHours: endsAt, value: 1 }];
  };
  return {
    get segments() {
      const { periodHours, segments: habits } = life.habitual;
      const always = settled(habits, periodHours, 0).length > habits.length;
      return settled(life.segments, endHours, always ? timeline.firstDay * hoursPerDay : undefined);
    },
    get habitual() {
      const { periodHours, segments: habits } = life.habitual;
      return { periodHours, segments: settled(habits, periodHours, 0) };
    },
  };
}

const laneSegments = (gut: Gut, segments: readonly InputSegment[]): LaneSegment[] =>
  segments.flatMap(({ input, startHours, endHours, value, endValue }) => {
    const i = gut.input.get(input);
    if (i === undefined || endHours <= startHours) return [];
    return [{ input: i, startHours, endHours, value, ...(endValue === undefined ? {} : { endValue }) }];
  });

/** One person's life as one lane of the solver has it. */
export function laneOfLife(gut: Gut, person: VirtualPerson, life: number): LaneSchedule {
  const boluses = (person.job.timelines[life]?.boluses ?? []).flatMap(
    ({ state, timeHours, amount }): LaneBolus[] => {
      const i = gut.state.get(state);
      return i === undefined ? [] : [{ state: i, timeHours, amount }];
    },
  );
  return {
    base: person.base,
    segments: laneSegments(gut, person.life(life)?.segments ?? []),
    boluses,
  };
}

/**
 * Habitual life as one lane, hours 0 to the period, turned so that hour 0 is the midnight on which the run begins
 * (a habitual week begins on a Monday, a run on any day).
 */
export function laneOfHabits(
  gut: Gut,
  person: VirtualPerson,
): LaneSchedule & { readonly periodHours: number } {
  const [first] = person.job.timelines as readonly [Timeline];
  const { periodHours, segments } = (person.life(0) as Life).habitual;
  const firstWeekday =
    (((first.firstDay + first.weekdayOfDayZero) % daysPerWeek) + daysPerWeek) % daysPerWeek;
  const turn = periodHours > hoursPerDay ? firstWeekday * hoursPerDay : 0;
  return {
    base: person.base,
    segments: laneSegments(gut, turned(segments, turn, periodHours)),
    boluses: [],
    periodHours,
  };
}

function turned(segments: readonly InputSegment[], turn: number, period: number): InputSegment[] {
  if (turn === 0) return [...segments];
  const parts = segments.flatMap((segment) => {
    const { startHours, endHours } = segment;
    if (startHours >= turn) return [{ ...segment, startHours: startHours - turn, endHours: endHours - turn }];
    const later = { ...segment, startHours: startHours - turn + period, endHours: endHours - turn + period };
    if (endHours <= turn) return [later];
    return [
      { ...later, endHours: period },
      { ...segment, startHours: 0, endHours: endHours - turn },
    ];
  });
  return parts.sort((a, b) => a.startHours - b.startHours);
}
