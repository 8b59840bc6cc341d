/** From rows to as few simulated lives as they need: one run per distinct life and virtual person. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Timeline } from '../person/schedule.ts';
import type { PersonCourse } from '../simulate/contract.ts';
import type { CompiledMeasure } from './measure.ts';
import type { PlannedPoint, PlannedRow, PlannedStudy } from './plan.ts';

/** Every so many hours a value is kept where a row asks for what happens within days. */
const fineEveryHours = 0.25;

/** One number to be read from one simulated life. */
export interface Reading {
  readonly group: number;
  /** Which life of the group's jobs. */
  readonly life: number;
  readonly read: CompiledMeasure['read'];
}

/** The readings that one point of a row is made of. */
export interface PointReadings {
  readonly row: PlannedRow;
  readonly point: PlannedPoint;
  readonly value: number;
  readonly before: number | undefined;
  readonly against: number | undefined;
  readonly againstBefore: number | undefined;
  readonly with: number | undefined;
}

/** Lives that begin from the same habitual life, and so share its settling. */
export interface LifeGroup {
  readonly timelines: readonly Timeline[];
  readonly series: readonly string[];
  readonly fine: { readonly everyHours: number; readonly series: readonly string[] } | undefined;
  readonly withSymptoms: boolean;
}

export interface PlanJobs {
  readonly groups: readonly LifeGroup[];
  readonly readings: readonly Reading[];
  readonly points: readonly PointReadings[];
}

/** Adults of working age differ little in what age does here: for a fit they count as one. */
const workingAge = { from: 18, below: 60, standsFor: 40, gfrMlPerMin: 90 } as const;

/** The same life, led by an adult of 40 where the study's people were of working age. */
function ofTypicalAge(timeline: Timeline): Timeline {
  const { age, weight, ...rest } = timeline.constants;
  if (age === undefined || age < workingAge.from || age >= workingAge.below) return timeline;
  const heavy = weight !== undefined && rest.u_obese === 1;
  return {
    ...timeline,
    constants: {
      ...rest,
      ...(heavy ? { weight } : {}),
      age: workingAge.standsFor,
      GFR: workingAge.gfrMlPerMin,
    },
  };
}

export interface PlanJobOptions {
  /** Rows to run; all that can be run unless given. */
  readonly wanted?: (row: PlannedRow) => boolean;
  /** Studies on adults of working age share one typical adult, and so the settling of their habits. */
  readonly typicalAge?: boolean;
}

export function planJobs(
  studies: readonly PlannedStudy[],
  { wanted = () => true, typicalAge = false }: PlanJobOptions = {},
): PlanJobs {
  const groups: {
    key: string;
    timelines: Timeline[];
    lifeKeys: string[];
    series: Set<string>;
    fine: Set<string>;
    withSymptoms: boolean;
  }[] = [];
  const groupOf = new Map<string, number>();
  const readings: Reading[] = [];
  const points: PointReadings[] = [];

  for (const study of studies) {
    const places = new Map<string, { group: number; life: number }>();
    const placeOf = (arm: string): { group: number; life: number } => {
      const known = places.get(arm);
      if (known) return known;
      const own = study.lives.get(arm) as Timeline;
      const timeline = typicalAge ? ofTypicalAge(own) : own;
      const key = habitKey(timeline);
      let group = groupOf.get(key);
      if (group === undefined) {
        group = groups.length;
        groups.push({
          key,
          timelines: [],
          lifeKeys: [],
          series: new Set(),
          fine: new Set(),
          withSymptoms: false,
        });
        groupOf.set(key, group);
      }
      const entry = groups[group] as (typeof groups)[number];
      const lifeKey = lifeKeyOf(timeline);
      let life = entry.lifeKeys.indexOf(lifeKey);
      if (life < 0) {
        life = entry.timelines.length;
        entry.timelines.push(timeline);
        entry.lifeKeys.push(lifeKey);
      }
      const place = { group, life };
      places.set(arm, place);
      return place;
    };
    const reading = (arm: string, measure: CompiledMeasure): number => {
      const { group, life } = placeOf(arm);
      const entry = groups[group] as (typeof groups)[number];
      for (const id of measure.daily) entry.series.add(id);
      for (const id of measure.fine) entry.fine.add(id);
      if (measure.symptoms) entry.withSymptoms = true;
      readings.push({ group, life, read: measure.read });
      return readings.length - 1;
    };
    for (const row of study.rows) {
      if (!wanted(row)) continue;
      for (const point of row.points) {
        const { arm, against, measure, before } = point;
        points.push({
          row,
          point,
          value: reading(arm, measure),
          before: before === undefined ? undefined : reading(arm, before),
          against: against === undefined ? undefined : reading(against, measure),
          againstBefore: against === undefined || before === undefined ? undefined : reading(against, before),
          with: point.with === undefined ? undefined : reading(arm, point.with),
        });
      }
    }
  }
  return {
    groups: groups.map(({ timelines, series, fine, withSymptoms }) => ({
      timelines,
      series: [...series],
      fine: fine.size > 0 ? { everyHours: fineEveryHours, series: [...fine] } : undefined,
      withSymptoms,
    })),
    readings,
    points,
  };
}

/** What must be equal for two lives to begin from the same settled state of the same person. */
function habitKey(timeline: Timeline): string {
  const { habitualWeek, constants, parameters, starts, historyDays, firstDay, weekdayOfDayZero, lactase } =
    timeline;
  return digest([
    habitualWeek,
    habitualWeek.patternOfWeekday.map((id) => ownFoodsIn(timeline, id)),
    constants,
    parameters,
    starts,
    historyDays,
    firstDay,
    weekdayOfDayZero,
    lactase ?? 'unknown',
  ]);
}

function lifeKeyOf(timeline: Timeline): string {
  const { segments, boluses, patternOfDay, horizonDays, tests } = timeline;
  return digest([
    segments,
    boluses,
    patternOfDay,
    [...new Set(patternOfDay)].map((id) => ownFoodsIn(timeline, id)),
    horizonDays,
    tests,
  ]);
}

/** Pattern ids stand for meals by name; what an own food holds may differ between files. */
const ownFoodsIn = ({ patterns, ownFoods }: Timeline, patternId: string): unknown =>
  (patterns.get(patternId)?.meals ?? []).flatMap(({ foods }) =>
    foods.flatMap(({ foodId }) => ownFoods.get(foodId) ?? []),
  );

const digest = (parts: readonly unknown[]): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))));

/** What a course says to a reading; NaN where it says nothing. */
export function readCourse(reading: Reading, courses: readonly PersonCourse[]): number {
  const course = courses[reading.life];
  return (course && reading.read(course)) ?? Number.NaN;
}
