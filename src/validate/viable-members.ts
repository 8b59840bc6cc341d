/** Draws of the priors whose typical person has a living colon (specification, section 6: others are drawn again). */
import { type FreeParameters, priorDraws } from '../calibrate/prior-ensemble.ts';
import type { ParameterValues, PeopleRunner } from '../simulate/contract.ts';
import type { Gut } from '../simulate/gut.ts';
import { rejectedBecause, rejectionSeries } from '../simulate/rejection.ts';
import { vocabularyOfGut } from './model-vocabulary.ts';
import { planJobs } from './plan-jobs.ts';
import { predictPlan } from './predict-plan.ts';
import { readPlanTexts } from './read-plan.ts';

/** So many draws are tried for each that is wanted. */
const mostTriesPerMember = 6;

/** Which of these draws have a typical person whose colon lives. */
export async function livingDraws(
  gut: Gut,
  draws: readonly ParameterValues[],
  options: { readonly runner: PeopleRunner; readonly seed: number; readonly signal?: AbortSignal },
): Promise<boolean[]> {
  const known = rejectionSeries.filter((id) => gut.series.has(id));
  const text = JSON.stringify({
    zonulaPlan: 1,
    study: 'viable',
    group: 'viable',
    design: 'single',
    population: { about: 'the typical person of a draw' },
    arms: { habits: {} },
    rows: known.map((series) => ({
      id: series,
      kind: 'range',
      measure: { series, day: 0 },
      arm: 'habits',
      observed: { low: 0, high: 1, unit: gut.series.get(series)?.unit },
      role: 'validate',
    })),
  });
  const { studies } = readPlanTexts([{ name: 'viable', text }], vocabularyOfGut(gut));
  const jobs = planJobs(studies, { typicalAge: true });
  const readings = await predictPlan(
    jobs,
    {
      seed: options.seed,
      members: draws.length,
      people: 1,
      spread: 'shared',
      sharedOf: (member) => draws[member] ?? {},
    },
    { runner: options.runner, ...(options.signal ? { signal: options.signal } : {}) },
  );
  return draws.map((_, member) => {
    const value = (series: string): number | undefined =>
      jobs.points.flatMap((each) =>
        each.row.id === series ? (readings.values[each.value]?.[member] ?? []) : [],
      )[0];
    const unsolved = known.some((series) => Number.isNaN(value(series) ?? Number.NaN));
    return !unsolved && rejectedBecause(value) === undefined;
  });
}

/** @returns indices of draws of the priors, in order; fewer than wanted only if too many draws cannot live */
export async function viableMembers(
  gut: Gut,
  free: FreeParameters,
  wanted: number,
  options: { readonly runner: PeopleRunner; readonly seed: number; readonly signal?: AbortSignal },
): Promise<number[]> {
  const found: number[] = [];
  for (let first = 0; found.length < wanted && first < mostTriesPerMember * wanted; first += wanted) {
    const living = await livingDraws(
      gut,
      Array.from({ length: wanted }, (_, member) => priorDraws(free, first + member, options.seed)),
      options,
    );
    for (const [member, lives] of living.entries()) if (lives) found.push(first + member);
  }
  return found.slice(0, wanted);
}
