import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../src/problem/problem.ts';
import type { CompareResult } from '../../../src/simulate/result.ts';
import { todayDate } from '../record/today.ts';
import { useDocument } from '../record/use-record.ts';
import { drawn } from '../simulation/drawn.ts';
import { callback, simulationService } from '../simulation/simulation-client.ts';
import {
  type SimulationDocument,
  simulationDocument,
  simulationKey,
} from '../simulation/simulation-document.ts';

export interface Comparison {
  readonly result: CompareResult | undefined;
  readonly simulation: SimulationDocument | undefined;
  readonly progress: { readonly done: number; readonly all: number } | undefined;
  readonly problems: readonly Problem[];
}

const people = 20;
const restMilliseconds = 120;

/** Simulates the chosen plans with the same virtual people; a changed plan cancels the run before. */
export function useComparison(plans: readonly string[]): Comparison {
  const record = useDocument();
  const [state, setState] = useState<Comparison>({
    result: undefined,
    simulation: undefined,
    progress: undefined,
    problems: [],
  });
  const turn = useRef(0);
  const simulation = plans.length > 0 ? simulationDocument(record, plans, todayDate()) : undefined;
  const key = simulation && simulationKey(simulation);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all that the simulation holds
  useEffect(() => {
    turn.current++;
    const own = turn.current;
    if (!simulation) {
      setState({ result: undefined, simulation: undefined, progress: undefined, problems: [] });
      return;
    }
    const set = (next: (before: Comparison) => Comparison): void => {
      if (own === turn.current) setState(next);
    };
    const timer = setTimeout(() => {
      set((before) => ({ ...before, progress: { done: 0, all: people } }));
      simulationService()
        .compare(
          { simulation, people },
          callback((done, all) => set((before) => ({ ...before, progress: { done, all } }))),
          callback((result) => {
            set((before) => ({ ...before, result, simulation }));
            return drawn();
          }),
        )
        .then(
          (answer) => {
            if (answer.kind === 'result')
              set(() => ({ result: answer.result, simulation, progress: undefined, problems: [] }));
            else if (answer.kind === 'problems')
              set((before) => ({ ...before, progress: undefined, problems: answer.problems }));
          },
          (error: unknown) =>
            set((before) => ({
              ...before,
              progress: undefined,
              problems: [{ code: 'Z9001', severity: 'error', message: String(error) }],
            })),
        );
    }, restMilliseconds);
    return () => {
      clearTimeout(timer);
      turn.current++;
      void simulationService().cancel('compare');
    };
  }, [key]);
  return state;
}
