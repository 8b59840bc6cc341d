import type { NormalisedFile } from '../person/index.ts';
import { buildTimeline, foodTableKnowledge, personSettings } from '../person/index.ts';
import type { Timeline } from '../person/schedule.ts';
import type { PersonJob } from '../simulate/contract.ts';
import { startPlanInput } from '../simulate/one-person.ts';
import type { FileRunOptions } from './contract.ts';
import { hopefulFrom } from './expectancy.ts';

const hoursPerDay = 24;

/** Seed and number of people of a run: what the caller asks for, else what the file says. */
export function sizeOfRun(
  file: NormalisedFile,
  options: Pick<FileRunOptions, 'people' | 'seed'>,
): { readonly people: number; readonly seed: number } {
  return { people: options.people ?? file.people, seed: options.seed ?? file.seed };
}

/** Life under a plan, with the moment at which a hope begins. */
export function timelineOf(file: NormalisedFile, planName: string | undefined): Timeline {
  const timeline = buildTimeline(file, planName, foodTableKnowledge);
  const day = hopefulFrom(file, planName);
  if (day === undefined || day >= timeline.horizonDays) return timeline;
  const startHours = day * hoursPerDay;
  return {
    ...timeline,
    // An impulse of one: the model's expectancy rises by what this person hopes for.
    segments: [
      ...timeline.segments,
      { input: startPlanInput, startHours, endHours: startHours + 1, value: 1 },
    ],
  };
}

/**
 * The virtual people who stand for one person: each is one member of what is uncertain for all, with its own
 * constitution, and all share what is known of this person.
 */
export function jobsFor(
  file: NormalisedFile,
  timelines: readonly Timeline[],
  options: Pick<FileRunOptions, 'people' | 'seed' | 'overrides' | 'ensemble'>,
): PersonJob[] {
  const { people, seed } = sizeOfRun(file, options);
  const readOuts = personSettings(file.person).readOuts;
  return Array.from({ length: people }, (_, i): PersonJob => {
    const shared = options.ensemble?.[i % options.ensemble.length];
    return {
      draw: { seed, member: i, person: i },
      ...(shared ? { shared } : {}),
      redraw: shared ? 'person' : 'member-and-person',
      ...(options.overrides ? { overrides: options.overrides } : {}),
      spread: 'both',
      timelines,
      ...(readOuts.length > 0 ? { readOuts } : {}),
    };
  });
}
