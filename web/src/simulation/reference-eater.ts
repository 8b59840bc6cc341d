import type { NormalisedFile } from '../../../src/person/person.ts';
import { timelineOf } from '../../../src/population/index.ts';
import { ZonulaError } from '../../../src/problem/problem.ts';
import type { PeopleRunner } from '../../../src/simulate/contract.ts';

/** Long enough for a daily mean; the start is already the periodic state of this diet. */
const days = 3;
export const referenceMenu = 'guideline';

/**
 * The same body in health, eating by the guidelines, with every parameter at its default: what a person's own
 * values are held against. By series, mean over the last day.
 */
export async function referenceEater(
  file: NormalisedFile,
  runner: PeopleRunner,
): Promise<Readonly<Record<string, number>>> {
  const reference: NormalisedFile = {
    ...file,
    person: { ...file.person, conditions: [] },
    habitual: {
      diet: { kind: 'menu', menuId: referenceMenu, mealTimesHours: undefined },
      days: new Map(),
      adjustments: [],
      style: [],
      uses: [],
    },
    history: [],
    plans: [],
    measured: [],
    diary: [],
    tests: [],
    horizonDays: days,
  };
  const [courses] = await runner.run([
    {
      draw: { seed: file.seed, member: 0, person: 0 },
      spread: 'default',
      timelines: [timelineOf(reference, undefined)],
      withoutSymptoms: true,
    },
  ]);
  const course = courses?.[0];
  if (!course)
    throw new ZonulaError({
      code: 'Z9002',
      severity: 'error',
      message: 'The reference person could not be computed.',
    });
  return Object.fromEntries(
    Object.entries(course.daily).map(([id, values]) => [id, values.at(-1) ?? Number.NaN]),
  );
}
