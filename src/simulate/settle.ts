import type { Kernel } from '../codegen/kernel.ts';
import { ZonulaError } from '../problem/problem.ts';
import type { LaneSchedule } from '../solver/contract.ts';
import { integrate } from '../solver/integrate.ts';
import { findPeriodicState } from '../solver/periodic.ts';
import type { Gut } from './gut.ts';

const hoursPerDay = 24;
/** Habitual life is simply lived so long before the search for its periodic state begins. */
const daysBeforeSearch = 10;
/** A person whose life finds no periodic state has lived it so long (specification, section 6). */
const daysWithoutPeriod = 150;
/** Relative to the size of each state: the change over one period. */
const periodicTolerance = 2e-5;
/** A colon that has not found its rhythm by then will not. */
const mostPeriodsOfSearch = 60;
/** Below that of a run, so that the search does not see the solver's noise. */
const solverTolerance = 1e-5;

/**
 * Carries the kernel's lanes through habitual life until it repeats itself: the state in which a run begins.
 * Where a condition states a history, that history is lived day by day from health instead: slow tissue is
 * then as far as it has come.
 *
 * @returns days that were lived
 */
export function settle(
  gut: Gut,
  kernel: Kernel,
  lanes: readonly LaneSchedule[],
  periodHours: number,
  historyDays: number,
  cancelled?: () => boolean,
): number {
  let firstStepHours: number | undefined;
  let days = 0;
  const livePeriod = (): void => {
    const { nextStepHours } = integrate(kernel, {
      startHours: 0,
      endHours: periodHours,
      lanes,
      relativeTolerance: solverTolerance,
      ...(firstStepHours === undefined ? {} : { firstStepHours }),
      ...(cancelled ? { cancelled } : {}),
    });
    firstStepHours = nextStepHours;
    days += periodHours / hoursPerDay;
  };
  if (historyDays > 0) {
    while (days < historyDays) livePeriod();
    return days;
  }
  while (days < daysBeforeSearch) livePeriod();
  const { states } = gut.system;
  const lived = kernel.state.slice();
  try {
    const { state } = findPeriodicState({
      start: lived,
      lanes: kernel.lanes,
      scale: states.map(({ value, range }) => Math.max(Math.abs(value), emptyShare * Math.abs(range[1]))),
      fixed: states.flatMap(({ readOut }, i) => (readOut ? [i] : [])),
      signed: states.flatMap(({ range }, i) => (range[0] < 0 ? [i] : [])),
      tolerance: periodicTolerance,
      mostPeriods: mostPeriodsOfSearch,
      names: states.map(({ id }) => id),
      advance: (from) => {
        kernel.state.set(from);
        kernel.restart();
        livePeriod();
        return kernel.state.slice();
      },
      ...(cancelled ? { cancelled } : {}),
    });
    kernel.state.set(state);
  } catch (error) {
    if (!(error instanceof ZonulaError) || !error.problems.some(({ code }) => code === notFound)) throw error;
    // A colon that swings from day to day has no period of a day: it is lived instead.
    kernel.state.set(lived);
    kernel.restart();
    days = daysBeforeSearch;
    while (days < daysWithoutPeriod) livePeriod();
  }
  kernel.restart();
  return days;
}

/** A state that is next to nothing at health is measured against this share of the most it can be. */
const emptyShare = 0.01;
const notFound = 'Z2030';
