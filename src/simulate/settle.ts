import type { Kernel } from '../codegen/kernel.ts';
import type { LaneSchedule } from '../solver/contract.ts';
import { integrate } from '../solver/integrate.ts';
import type { Gut } from './gut.ts';

const hoursPerDay = 24;
/** Shortest and longest time of habitual life before the run, unless a condition asks for more. */
const fewestDays = 28;
const mostDays = 150;
/** Habitual life counts as periodic when no state moves by more than this share of its scale in a day. */
const steadyShare = 1e-5;

/**
 * Carries the kernel's lanes through habitual life until it repeats itself: the state in which a run begins.
 * Slow states (villi, stores) are carried along but do not hold the search up: they follow the stated history.
 *
 * @param historyDays habitual life that must have been lived, whether or not it repeats sooner
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
  const periodDays = periodHours / hoursPerDay;
  const watched = gut.system.states.flatMap(({ slow, readOut, absoluteTolerance }, index) =>
    slow || readOut ? [] : [{ index, scale: absoluteTolerance }],
  );
  const before = new Float64Array(kernel.state.length);
  let days = 0;
  let firstStepHours: number | undefined;
  for (;;) {
    before.set(kernel.state);
    const { nextStepHours } = integrate(kernel, {
      startHours: 0,
      endHours: periodHours,
      lanes,
      ...(firstStepHours === undefined ? {} : { firstStepHours }),
      ...(cancelled ? { cancelled } : {}),
    });
    firstStepHours = nextStepHours;
    days += periodDays;
    if (days < Math.max(fewestDays, historyDays)) continue;
    if (days >= Math.max(mostDays, historyDays)) return days;
    const steady = watched.every(({ index, scale }) => {
      for (let lane = 0; lane < kernel.lanes; lane++) {
        const i = index * kernel.lanes + lane;
        const now = kernel.state[i] as number;
        const moved = Math.abs(now - (before[i] as number));
        if (moved > steadyShare * periodDays * Math.abs(now) + scale) return false;
      }
      return true;
    });
    if (steady) return days;
  }
}
