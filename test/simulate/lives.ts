/** Lives for tests: the reference day as model inputs, and person files written in place. */
import { referenceMeals } from '../../src/describe/reference-day.ts';
import { buildTimeline, foodTableKnowledge, readPersonFile } from '../../src/person/index.ts';
import type { InputSegment, Timeline } from '../../src/person/schedule.ts';
import type { PersonJob } from '../../src/simulate/contract.ts';
import type { Gut } from '../../src/simulate/gut.ts';
import { declaredIntake } from '../../src/simulate/life.ts';

/** The reference Western day, every day; `more` happens on top. */
export function referenceTimeline(
  gut: Gut,
  horizonDays: number,
  more: {
    readonly segments?: readonly InputSegment[];
    readonly tests?: Timeline['tests'];
    readonly constants?: Timeline['constants'];
  } = {},
): Timeline {
  return {
    plan: undefined,
    firstDay: 0,
    horizonDays,
    patterns: new Map(),
    ownFoods: new Map(),
    patternOfDay: Array.from({ length: horizonDays }, () => declaredIntake),
    habitualWeek: {
      patternOfWeekday: Array.from({ length: 7 }, () => declaredIntake),
      segments: referenceMeals(gut.system, 7),
    },
    weekdayOfDayZero: 0,
    segments: [...referenceMeals(gut.system, horizonDays), ...(more.segments ?? [])],
    boluses: [],
    constants: more.constants ?? {},
    parameters: [],
    starts: [],
    historyDays: 0,
    tests: more.tests ?? [],
  };
}

export function jobOf(timelines: readonly Timeline[], more: Partial<PersonJob> = {}): PersonJob {
  return { draw: { seed: 1, member: 0, person: 0 }, spread: 'default', timelines, ...more };
}

/** Timeline of a person file written in a test. */
export function timelineFromText(text: string, plan?: string): Timeline {
  const { normalised, problems } = readPersonFile(text, { foods: foodTableKnowledge });
  if (!normalised) throw new Error(problems.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return buildTimeline(normalised, plan, foodTableKnowledge);
}
