import { ZonulaError } from '../problem/problem.ts';
import type { PersonCourse } from '../simulate/contract.ts';
import type { CompareResult } from '../simulate/result.ts';
import { differenceBands, planRun } from './bands.ts';
import type { CompareFile } from './contract.ts';
import { GatheredDifferences, GatheredLife, GatheredPeople, type HeadCount } from './gathered-people.ts';
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
  const lives = frame.timelines.map(() => new GatheredLife(frame.people));
  const differences = chosen.map(() => new GatheredDifferences(frame.people));
  const people = new GatheredPeople(frame.people, (courses) => {
    const [without] = courses as readonly [PersonCourse];
    lives.forEach((life, at) => {
      const course = courses[at] as PersonCourse;
      life.add(course);
      if (at > 0) differences[at - 1]?.add(course, without);
    });
  });
  const soFar = (): CompareResult => comparisonOf(frame, chosen, lives, differences, people.heads);
  let count = 0;
  await options.runner.run(jobs, {
    keep: false,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
    onResult: (index, courses) => {
      people.add(index, courses);
      count += 1;
      if (options.onPartialComparison && (options.wantsPartial?.(count) ?? true))
        options.onPartialComparison(soFar(), count);
    },
  });
  return soFar();
};

/** @param lives life without a change first, then one per plan */
function comparisonOf(
  frame: RunFrame,
  chosen: readonly string[],
  lives: readonly GatheredLife[],
  differences: readonly GatheredDifferences[],
  heads: HeadCount,
): CompareResult {
  return {
    zonula: frame.zonula,
    plan: frame.plan,
    coverage: frame.coverage,
    timeDays: frame.timeDays,
    withoutChange: planRun(frame.gut, lifeAsItIs, lives[0] as GatheredLife),
    plans: chosen.map((name, i) => ({
      ...planRun(frame.gut, name, lives[i + 1] as GatheredLife),
      differences: differenceBands(frame.gut, differences[i] as GatheredDifferences),
    })),
    warnings: plainWarnings([...frame.warnings, ...drawWarnings(heads)]),
    people: heads.people,
    seed: frame.seed,
  };
}
