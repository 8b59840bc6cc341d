import { ZonulaError } from '../problem/problem.ts';
import type { PersonCourse } from '../simulate/contract.ts';
import type { CompareResult } from '../simulate/result.ts';
import { differenceBands, planRun } from './bands.ts';
import type { CompareFile } from './contract.ts';
import { frameOf, lifeAsItIs, plainWarnings, type RunFrame } from './run-file.ts';
import { jobsFor } from './virtual-people.ts';
import { drawWarnings } from './warnings.ts';

/**
 * Runs several plans of a file with the same virtual people, and sets each beside the same people without a change.
 *
 * @param planNames plans of the file; all of them when empty
 * @throws ZonulaError Z5030 (no plan to compare), Z3083 (no such plan); see `runFile` for the rest
 */
export const compareFile: CompareFile = async (file, planNames, options) => {
  const chosen = planNames.length > 0 ? [...new Set(planNames)] : file.plans.map(({ name }) => name);
  if (chosen.length === 0)
    throw new ZonulaError({
      code: 'Z5030',
      severity: 'error',
      message: 'The file has no plan to compare life with.',
      where: { field: 'plans' },
      fix: 'Add a plan under plans, or use `zonula run`.',
    });
  const frame = frameOf(file, chosen, options);
  const jobs = jobsFor(file, frame.timelines, { ...options, people: frame.people, seed: frame.seed });
  const met: (readonly PersonCourse[] | undefined)[] = [];
  let count = 0;
  const people = await options.runner.run(jobs, {
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
    onResult: (index, courses) => {
      met[index] = courses;
      count += 1;
      if (!options.onPartialComparison || !(options.wantsPartial?.(count) ?? true)) return;
      const soFar = met.flatMap((person) => (person ? [person] : []));
      options.onPartialComparison(comparisonOf(frame, chosen, soFar), count);
    },
  });
  return comparisonOf(frame, chosen, people);
};

function comparisonOf(
  frame: RunFrame,
  chosen: readonly string[],
  people: readonly (readonly PersonCourse[])[],
): CompareResult {
  const life = (index: number): PersonCourse[] => people.map((courses) => courses[index] as PersonCourse);
  const without = life(0);
  return {
    zonula: frame.zonula,
    plan: frame.plan,
    coverage: frame.coverage,
    timeDays: frame.timeDays,
    withoutChange: planRun(frame.gut, lifeAsItIs, without),
    plans: chosen.map((name, i) => {
      const changed = life(i + 1);
      return {
        ...planRun(frame.gut, name, changed),
        differences: differenceBands(frame.gut, changed, without),
      };
    }),
    warnings: plainWarnings([...frame.warnings, ...drawWarnings(people)]),
    people: people.length,
    seed: frame.seed,
  };
}
