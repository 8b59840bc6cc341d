/** How well a way of fitting predicts groups of studies that it has not seen, run by the model itself. */
import { Matrix } from 'ml-matrix';
import {
  type FitOptions,
  type FitTarget,
  fitJobs,
  fitTargets,
  mayBeFitted,
  predictTargets,
} from './fit-plan.ts';
import type { PlannedStudy } from './plan.ts';
import { scoreTargets, type TargetScore } from './score-targets.ts';

/** Data of all other groups. A study whose rows lie in two groups leaves with each. */
export function keptWithout(group: string, targets: readonly FitTarget[]): number[] {
  const studies = new Set(targets.filter(({ row }) => row.group === group).map(({ row }) => row.study));
  return targets.flatMap(({ row }, index) =>
    mayBeFitted(row) && row.group !== group && !studies.has(row.study) ? [index] : [],
  );
}

/**
 * @param name of the way of fitting
 * @param without draws that have not seen a group
 */
export async function scoreLeftOut(
  studies: readonly PlannedStudy[],
  name: string,
  without: (group: string) => Promise<Matrix> | Matrix,
  options: Pick<FitOptions, 'free' | 'seed' | 'runner' | 'store' | 'onProgress' | 'signal'>,
): Promise<TargetScore> {
  const groups = [...new Set(fitTargets(fitJobs(studies)).map(({ row }) => row.group))].sort();
  const targets: FitTarget[] = [];
  const rows: number[][] = [];
  for (const group of groups) {
    const jobs = fitJobs(studies, group);
    const own = fitTargets(jobs);
    const predictions = await predictTargets(
      jobs,
      own,
      await without(group),
      options,
      `${name} without ${group}`,
    );
    targets.push(...own);
    rows.push(...predictions.to2DArray());
  }
  return scoreTargets(targets, new Matrix(rows));
}
