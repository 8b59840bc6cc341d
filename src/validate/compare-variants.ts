/** Rival structures through the same plan, each by its reference person at default parameters. */
import { rivalNames, rivalParameters } from '../simulate/assemblies.ts';
import { buildGut } from '../simulate/gut.ts';
import { createRunner } from '../simulate/runner.ts';
import { summaryForFile } from './calibrate-plan.ts';
import type { HonestyFile } from './honesty-file.ts';
import { vocabularyOfGut } from './model-vocabulary.ts';
import { readPlanFolders } from './read-plan.ts';
import { type PlanResult, runPlan } from './run-plan.ts';
import { compareVerdicts } from './score.ts';

/** @param base the assembly that the others are compared with; it comes first */
export async function compareVariants(
  folders: readonly string[],
  base: string,
  onProgress: (what: string, done: number, all: number) => void,
): Promise<HonestyFile['variants']> {
  const results: { name: string; result: PlanResult }[] = [];
  for (const name of [base, ...rivalNames])
    results.push({
      name,
      result: await reference(folders, name, (done, all) => onProgress(`structure ${name}`, done, all)),
    });
  const baseRows = new Map(results[0]?.result.rows.map(({ id, verdict }) => [id, verdict]) ?? []);
  return results.map(({ name, result }) => {
    const moved = (better: boolean): string[] =>
      result.rows.flatMap(({ id, verdict }) => {
        const before = baseRows.get(id);
        const change = before === undefined ? 0 : compareVerdicts(verdict, before);
        return (better ? change < 0 : change > 0) ? [id] : [];
      });
    return { name, summary: summaryForFile(result.summary), worse: moved(false), better: moved(true) };
  });
}

async function reference(
  folders: readonly string[],
  assembly: string,
  onProgress: (done: number, all: number) => void,
): Promise<PlanResult> {
  const gut = buildGut(assembly);
  const plan = await readPlanFolders(folders, vocabularyOfGut(gut));
  const runner = createRunner({ assembly });
  try {
    return await runPlan(plan, {
      runner,
      ensemble: { seed: 1, members: 1, people: 1, spread: 'default', overrides: rivalParameters(assembly) },
      onProgress,
    });
  } finally {
    await runner.close();
  }
}
