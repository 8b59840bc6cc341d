import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../src/problem/problem.ts';
import type { RunResult } from '../../../src/simulate/result.ts';
import { todayDate } from '../record/today.ts';
import { useDocument } from '../record/use-record.ts';
import { callback, simulationService } from '../simulation/simulation-client.ts';
import { simulationDocument, simulationKey } from '../simulation/simulation-document.ts';
import { testPanel } from './test-panel.ts';

export interface TestRun {
  readonly result: RunResult | undefined;
  /** Days of the two rounds of tests. */
  readonly first: number;
  readonly last: number;
  readonly progress: { readonly done: number; readonly all: number } | undefined;
  readonly problems: readonly Problem[];
}

const people = 20;
const weeksApart = 12;

/** Takes the panel of tests today and in twelve weeks, in every possible you. */
export function useTestRun(plan: string | undefined): TestRun {
  const record = useDocument();
  const simulation = simulationDocument(record, plan === undefined ? [] : [plan], todayDate());
  const first = simulation.today;
  const last = first + weeksApart * 7 - 2;
  const [state, setState] = useState<Omit<TestRun, 'first' | 'last'>>({
    result: undefined,
    progress: undefined,
    problems: [],
  });
  const turn = useRef(0);
  const key = simulationKey(simulation);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all that matters
  useEffect(() => {
    turn.current++;
    const own = turn.current;
    const set = (next: Partial<typeof state>): void => {
      if (own === turn.current) setState((before) => ({ ...before, ...next }));
    };
    const tests = testPanel.flatMap(({ test }) => [
      { test, day: first },
      { test, day: last },
    ]);
    const document = { ...simulation.document, tests };
    set({ progress: { done: 0, all: people } });
    simulationService()
      .tests(
        { simulation: { ...simulation, document }, plan, people },
        callback((done, all) => set({ progress: { done, all } })),
      )
      .then(
        (answer) => {
          if (answer.kind === 'result') set({ result: answer.result, progress: undefined, problems: [] });
          else if (answer.kind === 'problems') set({ progress: undefined, problems: answer.problems });
        },
        (error: unknown) =>
          set({
            progress: undefined,
            problems: [{ code: 'Z9001', severity: 'error', message: String(error) }],
          }),
      );
    return () => {
      turn.current++;
      void simulationService().cancel('tests');
    };
  }, [key, plan]);
  return { ...state, first, last };
}
