import { useEffect, useState } from 'react';
import type { Problem } from '../../../src/problem/problem.ts';
import type { RankingState } from '../help/ranking-store.ts';
import type { ReportText } from '../simulation/contract.ts';
import { simulationService } from '../simulation/simulation-client.ts';

/** The report of the newest ranking; the one before stays until it is written. */
export function useReport({ ranking, made }: RankingState): {
  readonly text: ReportText | undefined;
  readonly problems: readonly Problem[];
} {
  const [text, setText] = useState<ReportText>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    if (ranking === undefined || made === undefined) return;
    let current = true;
    const show = (found: ReportText | undefined, wrong: readonly Problem[]): void => {
      if (!current) return;
      if (found) setText(found);
      setProblems(wrong);
    };
    simulationService()
      .report({ ranking, ...made })
      .then(
        (answer) => {
          if (answer.kind === 'result') show(answer.result, []);
          else if (answer.kind === 'problems') show(undefined, answer.problems);
        },
        (error: unknown) => show(undefined, [{ code: 'Z9001', severity: 'error', message: String(error) }]),
      );
    return () => {
      current = false;
    };
  }, [ranking, made]);
  return { text, problems };
}
