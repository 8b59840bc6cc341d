/** The verdicts of the reference person (default parameters, no drawing): quick enough to be recomputed with every change. */
import type { PeopleRunner } from '../simulate/contract.ts';
import type { ValidationPlan } from './plan.ts';
import { runPlan } from './run-plan.ts';
import { compareVerdicts, type Verdict } from './score.ts';

export interface ReferenceVerdicts {
  readonly assembly: string;
  readonly modelHash: string;
  readonly planHash: string;
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

export async function referenceVerdicts(
  plan: ValidationPlan,
  runner: PeopleRunner,
  modelHash: string,
): Promise<ReferenceVerdicts> {
  const { rows } = await runPlan(plan, {
    runner,
    ensemble: { seed: 1, members: 1, people: 1, spread: 'default' },
  });
  return {
    assembly: runner.assembly,
    modelHash,
    planHash: plan.hash,
    verdicts: Object.fromEntries(rows.map(({ id, verdict }) => [id, verdict])),
  };
}

export interface WorseRow {
  readonly id: string;
  readonly before: Verdict;
  readonly now: Verdict | 'gone';
}

/** Rows that have become worse, or are gone, and are not named in the change log. */
export function worseWithoutReason(
  before: Pick<ReferenceVerdicts, 'verdicts'>,
  now: Pick<ReferenceVerdicts, 'verdicts'>,
  changeLog: string,
): WorseRow[] {
  return Object.entries(before.verdicts).flatMap(([id, verdict]): WorseRow[] => {
    const found = now.verdicts[id];
    const worse =
      found === undefined ||
      compareVerdicts(found, verdict) > 0 ||
      (found === 'not-expressible' && verdict !== 'not-expressible');
    return worse && !changeLog.includes(id) ? [{ id, before: verdict, now: found ?? 'gone' }] : [];
  });
}
