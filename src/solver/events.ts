import type { KernelNames } from '../codegen/kernel.ts';
import { type Problem, ZonulaError } from '../problem/problem.ts';
import type { LaneSchedule, LaneSegment } from './contract.ts';

/** Times closer than this are one event: a thousandth of a second's thousandth, far below any habit and far above rounding. */
const SAME_MOMENT_HOURS = 1e-9;
/** Rounding of sums such as 24 * day + clock time + duration, relative to the time. */
const SAME_MOMENT_RELATIVE = 1e-13;

/** An input of one lane takes up a line: `value` at `fromHours`, then `slope` per hour. */
export interface InputChange {
  readonly lane: number;
  readonly input: number;
  readonly value: number;
  readonly slope: number;
  readonly fromHours: number;
}

export interface StateJump {
  readonly lane: number;
  readonly state: number;
  readonly amount: number;
}

/** A moment at which steps end and begin. */
export interface Boundary {
  readonly timeHours: number;
  readonly changes: readonly InputChange[];
  readonly jumps: readonly StateJump[];
}

interface DraftBoundary {
  readonly timeHours: number;
  readonly changes: InputChange[];
  readonly jumps: StateJump[];
}

/** What bounds a plan of boundaries: sizes of the model and names for errors. */
export interface EventTarget {
  readonly stateCount: number;
  readonly inputCount: number;
  readonly names?: KernelNames;
}

/**
 * Merges what happens to all lanes into one list of step boundaries, from the start (always there, with everything
 * that already holds then) to the end (always there, with nothing). Times that differ by rounding are one boundary.
 *
 * @throws ZonulaError Z2010 (schedule does not fit the model), Z2011 (two segments of one input overlap),
 *   Z2012 (a number that is not finite, or a segment that ends before it starts), Z2013 (a segment too short to exist)
 */
export function planBoundaries(
  lanes: readonly LaneSchedule[],
  target: EventTarget,
  startHours: number,
  endHours: number,
  further: readonly number[] = [],
): readonly Boundary[] {
  const problems: Problem[] = [];
  const report = (code: Problem['code'], message: string, fix?: string): void => {
    problems.push({ code, severity: 'error', message, ...(fix ? { fix } : {}) });
  };
  const inputName = (index: number): string => target.names?.inputs[index] ?? `input ${index}`;
  const stateName = (index: number): string => target.names?.states[index] ?? `state ${index}`;

  const times: number[] = [startHours, endHours];
  const within = (time: number): boolean => time > startHours && time < endHours;
  lanes.forEach((schedule, lane) => {
    if (schedule.base.length !== target.inputCount)
      report(
        'Z2010',
        `The schedule of lane ${lane} has ${schedule.base.length} base values for ${target.inputCount} inputs.`,
      );
    schedule.base.forEach((value, input) => {
      if (!Number.isFinite(value)) report('Z2012', `The base value of ${inputName(input)} is ${value}.`);
    });
    for (const { input, startHours: from, endHours: to, value, endValue = value } of schedule.segments) {
      if (!(input >= 0 && input < target.inputCount)) {
        report('Z2010', `A segment names input ${input}; the model has ${target.inputCount}.`);
        continue;
      }
      if (
        !Number.isFinite(from) ||
        !Number.isFinite(to) ||
        !Number.isFinite(value) ||
        !Number.isFinite(endValue) ||
        to < from
      ) {
        report(
          'Z2012',
          `The segment of ${inputName(input)} from ${from} h to ${to} h with value ${value}${endValue === value ? '' : ` to ${endValue}`} cannot be lived.`,
          'Give finite numbers, and an end after the start.',
        );
        continue;
      }
      if (within(from)) times.push(from);
      if (within(to)) times.push(to);
    }
    for (const { state, timeHours, amount } of schedule.boluses) {
      if (!(state >= 0 && state < target.stateCount))
        report('Z2010', `A bolus names state ${state}; the model has ${target.stateCount}.`);
      else if (!Number.isFinite(timeHours) || !Number.isFinite(amount))
        report('Z2012', `The bolus of ${amount} into ${stateName(state)} at ${timeHours} h is not finite.`);
      else if (within(timeHours)) times.push(timeHours);
    }
  });
  for (const time of further) {
    if (!Number.isFinite(time)) report('Z2012', `A step boundary at ${time} h is not finite.`);
    else if (within(time)) times.push(time);
  }
  if (problems.length > 0) throw new ZonulaError(problems);

  const moments = mergeMoments(times, startHours, endHours);
  const boundaries = moments.map((timeHours): DraftBoundary => ({ timeHours, changes: [], jumps: [] }));
  const last = boundaries.length - 1;
  /** Boundary at which something of this time happens. */
  const at = (time: number): number => nearestMoment(moments, time);

  lanes.forEach((schedule, lane) => {
    const ofInput = new Map<number, LaneSegment[]>();
    for (const segment of schedule.segments) {
      if (segment.endHours < startHours || segment.startHours >= endHours) continue;
      const list = ofInput.get(segment.input);
      if (list) list.push(segment);
      else ofInput.set(segment.input, [segment]);
    }
    const line = (input: number, value: number, slope = 0, fromHours = startHours): InputChange => ({
      lane,
      input,
      value,
      slope,
      fromHours,
    });
    schedule.base.forEach((base, input) => {
      const segments = (ofInput.get(input) ?? []).sort((a, b) => a.startHours - b.startHours);
      /** Boundary from which the base value holds again, unless a segment begins there. */
      let free = 0;
      segments.forEach((segment, i) => {
        const begin = segment.startHours <= startHours ? 0 : at(segment.startHours);
        const end = segment.endHours >= endHours ? last : at(segment.endHours);
        const next = segments[i + 1];
        if (next && next.startHours < segment.endHours && at(next.startHours) < end)
          report(
            'Z2011',
            `Two segments of ${inputName(input)} overlap: ${segment.startHours} to ${segment.endHours} h and ${next.startHours} to ${next.endHours} h.`,
            'Join them, or end one before the other starts.',
          );
        const { endValue = segment.value } = segment;
        if (begin === end) {
          const lostEdge = segment.startHours < startHours || segment.endHours > endHours;
          if (
            segment.endHours > segment.startHours &&
            !lostEdge &&
            (segment.value !== base || endValue !== base)
          )
            report(
              'Z2013',
              `The segment of ${inputName(input)} at ${segment.startHours} h lasts ${segment.endHours - segment.startHours} h, too short to be a segment.`,
              'Use a bolus.',
            );
          return;
        }
        if (begin > free) boundaries[free]?.changes.push(line(input, base));
        const slope =
          endValue === segment.value
            ? 0
            : (endValue - segment.value) / (segment.endHours - segment.startHours);
        boundaries[begin]?.changes.push(line(input, segment.value, slope, segment.startHours));
        free = end;
      });
      if (free < last) boundaries[free]?.changes.push(line(input, base));
    });
    for (const { state, timeHours, amount } of schedule.boluses) {
      const place = timeHours < startHours ? -1 : timeHours >= endHours ? last : at(timeHours);
      if (place < 0 || place === last) continue;
      boundaries[place]?.jumps.push({ lane, state, amount });
    }
  });
  if (problems.length > 0) throw new ZonulaError(problems);
  return boundaries;
}

const momentWidth = (time: number): number =>
  Math.max(SAME_MOMENT_HOURS, SAME_MOMENT_RELATIVE * Math.abs(time));

/** Sorted times, those that are the same moment joined; the start and the end stay exactly where they are. */
function mergeMoments(times: number[], startHours: number, endHours: number): number[] {
  times.sort((a, b) => a - b);
  const width = Math.min(
    Math.max(momentWidth(startHours), momentWidth(endHours)),
    (endHours - startHours) * 1e-6,
  );
  const moments: number[] = [startHours];
  for (const time of times) {
    const before = moments.at(-1) as number;
    if (time - before > width && endHours - time > width) moments.push(time);
  }
  moments.push(endHours);
  return moments;
}

function nearestMoment(moments: readonly number[], time: number): number {
  let low = 0;
  let high = moments.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as number) <= time) low = middle;
    else high = middle;
  }
  return time - (moments[low] as number) <= (moments[high] as number) - time ? low : high;
}
