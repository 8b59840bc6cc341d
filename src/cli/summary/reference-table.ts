import { referenceMeals } from '../../describe/reference-day.ts';
import { foodTableKnowledge, type NormalisedFile } from '../../person/index.ts';
import type { Timeline } from '../../person/schedule.ts';
import { buildTimeline } from '../../person/timeline.ts';
import type { PersonCourse } from '../../simulate/contract.ts';
import type { Gut } from '../../simulate/gut.ts';
import { declaredIntake, livedBy } from '../../simulate/life.ts';
import { liveOnePerson } from '../../simulate/one-person.ts';
import { plainNumber } from '../text/numbers.ts';
import { table, wrapped } from '../text/table.ts';
import { leadGroups } from './lead-series.ts';

const days = 7;
/** The gate of the specification: healthy values within 5 %. */
const gateShare = 0.05;
const tests = [
  { test: 'two_sugar', day: 3, atHours: 8 },
  { test: 'cr_edta', day: 3, atHours: 8 },
] as const;
const testResults = ['lactulose_0_5h', 'mannitol_0_5h', 'ratio_0_5h', 'edta_0_24h'] as const;

export interface ReferenceRow {
  readonly id: string;
  readonly unit: string;
  /** As the model's modules (or the specification) state it; undefined where they state none. */
  readonly healthy: number | undefined;
  readonly onReference: number;
  readonly onThisDiet: number;
}

export interface ReferenceTable {
  /** Food of a day, g, by model input. */
  readonly food: readonly ReferenceRow[];
  readonly values: readonly ReferenceRow[];
  readonly tests: readonly ReferenceRow[];
}

/**
 * The reference person (every number at its default) on the specification's reference day and on the usual diet of a
 * file: whether the model stands where it should, and what the file's diet, as the food table knows it, changes.
 */
export function referenceTable(gut: Gut, file: NormalisedFile): ReferenceTable {
  const usual: Timeline = {
    ...buildTimeline(
      { ...file, horizonDays: days, history: [], tests: [...tests] },
      undefined,
      foodTableKnowledge,
    ),
    constants: {},
    parameters: [],
    starts: [],
    historyDays: 0,
  };
  const reference: Timeline = {
    ...usual,
    patterns: new Map(),
    patternOfDay: Array.from({ length: days }, () => declaredIntake),
    habitualWeek: {
      patternOfWeekday: Array.from({ length: 7 }, () => declaredIntake),
      segments: referenceMeals(gut.system, 7),
    },
    segments: referenceMeals(gut.system, days),
  };
  const live = (timeline: Timeline): PersonCourse =>
    liveOnePerson(gut, {
      draw: { seed: 1, member: 0, person: 0 },
      spread: 'default',
      timelines: [timeline],
      withoutSymptoms: true,
    })[0] as PersonCourse;
  const [a, b] = [live(reference), live(usual)];
  const healthy = new Map<string, number>(gut.system.states.map(({ id, value }) => [id, value]));
  for (const { series } of leadGroups)
    for (const { id, usual: value } of series) if (value !== undefined) healthy.set(id, value);
  const mean = (values: ArrayLike<number>): number =>
    Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const eater = { lactasePersistent: true, division: gut.division, foodDraw: undefined };
  const grams = (timeline: Timeline): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const { input, startHours, endHours, value } of livedBy(timeline, eater, gut.inputs).segments)
      if (input.startsWith('meal_'))
        sums.set(input, (sums.get(input) ?? 0) + ((endHours - startHours) * value) / days);
    return sums;
  };
  const [foodA, foodB] = [grams(reference), grams(usual)];
  return {
    food: [...foodA.keys()].map((id) => ({
      id,
      unit: 'g/d',
      healthy: undefined,
      onReference: foodA.get(id) ?? 0,
      onThisDiet: foodB.get(id) ?? 0,
    })),
    values: gut.publicSeries.map(({ id, unit }) => ({
      id,
      unit,
      healthy: healthy.get(id),
      onReference: mean(a.daily[id] ?? []),
      onThisDiet: mean(b.daily[id] ?? []),
    })),
    tests: testResults.map((id) => ({
      id,
      unit: id.startsWith('ratio') ? '' : '%',
      healthy: undefined,
      onReference: a.tests.find(({ exact }) => id in exact)?.exact[id] ?? Number.NaN,
      onThisDiet: b.tests.find(({ exact }) => id in exact)?.exact[id] ?? Number.NaN,
    })),
  };
}

export function referenceText(
  gut: Gut,
  { food, values, tests: results }: ReferenceTable,
  width: number,
): string {
  const percent = (value: number, to: number | undefined): string =>
    to === undefined || to === 0 ? '' : `${value >= to ? '+' : ''}${(100 * (value / to - 1)).toFixed(1)} %`;
  const row = ({ id, unit, healthy, onReference, onThisDiet }: ReferenceRow): string[] => [
    id,
    unit,
    healthy === undefined ? '' : plainNumber(healthy),
    plainNumber(onReference),
    percent(onReference, healthy),
    plainNumber(onThisDiet),
    percent(onThisDiet, onReference),
  ];
  const header = ['', 'unit', 'healthy', 'reference', 'off', 'this diet', 'against reference'];
  const align = ['left', 'left', 'right', 'right', 'right', 'right', 'right'] as const;
  const off = values.filter(
    ({ healthy, onReference }) =>
      healthy !== undefined && Math.abs(onReference - healthy) > gateShare * Math.abs(healthy) + 1e-9,
  );
  const lead = new Set(leadGroups.flatMap(({ series }) => series.map(({ id }) => id)));
  return [
    wrapped(
      `The reference person (every number of the ${gut.assembly} model at its default) on the reference Western day, and on the usual diet of this file as the food table knows it. Unknown food values are filled in with what like foods hold, never with zero.`,
      width,
    ),
    '',
    'Food of a day',
    table([header, ...food.map(row)], align),
    '',
    'Leading quantities (daily means)',
    table([header, ...values.filter(({ id }) => lead.has(id)).map(row)], align),
    '',
    'Sugar and EDTA tests',
    table([header, ...results.map(row)], align),
    '',
    off.length === 0
      ? `All ${values.filter(({ healthy }) => healthy !== undefined).length} healthy values are met within 5 % on the reference day.`
      : `Off by more than 5 % from their stated healthy value on the reference day (${off.length} of ${values.filter(({ healthy }) => healthy !== undefined).length}):\n${table([header, ...off.map(row)], align)}`,
    '',
  ].join('\n');
}
