import { exponential, logarithm } from '../random/elementary.ts';
import type { CatalogueChange } from './catalogue-shape.ts';
import type { OutcomeResult } from './effects.ts';
import type { PersonFacts } from './facts.ts';
import { trialOutcome } from './outcomes.ts';
import { holds } from './rules.ts';

/** Share of people with irritable bowel who improve on placebo: 37.5 % over 73 trials (`placebo_ibs`). */
const improveOnPlacebo = 0.375;
/** 95 % interval of a trial without a published one: this factor either way of the ratio (an assumption). */
const assumedFactor = 1.35;
/** 10 % and 25 % points of a normal distribution, as multiples of the 95 % half width. */
const tenth = 1.2816 / 1.96;
const quarter = 0.6745 / 1.96;

/**
 * What trials say about relief, as people of 100 who improve beyond placebo, for people like those in the trials.
 * The ratio is drawn towards 1 as the catalogue says; its interval is read as lognormal.
 *
 * @returns undefined when there is no such trial, or this person is not like those in it
 */
export function trialRelief(
  change: CatalogueChange,
  facts: PersonFacts,
  language: 'en' | 'es',
): OutcomeResult | undefined {
  const { trials } = change;
  if (!trials || holds(trials.population, facts) !== 'yes') return undefined;
  const centre = logarithm(trials.shrunkTo ?? trials.ratio);
  const [low, high] = trials.interval ?? [trials.ratio / assumedFactor, trials.ratio * assumedFactor];
  // An effect that is drawn in is not known better for it: the spread reaches at least to no effect and to the trials' own ratio.
  const halfWidth = Math.max(
    (logarithm(high) - logarithm(low)) / 2,
    trials.shrunkTo === undefined ? 0 : Math.abs(centre),
  );
  const relief = (logRatio: number): number => {
    const ratio = exponential(logRatio);
    const improved =
      trials.measure === 'improved'
        ? Math.min(1, improveOnPlacebo * ratio)
        : 1 - Math.min(1, (1 - improveOnPlacebo) * ratio);
    return 100 * (improved - improveOnPlacebo);
  };
  const towardsBetter = trials.measure === 'improved' ? 1 : -1;
  const at = (z: number): number => relief(centre + towardsBetter * z * halfWidth);
  const p50 = at(0);
  return {
    title: trialOutcome.title[language],
    group: 'symptoms',
    unit: trialOutcome.unit[language],
    p10: at(-tenth),
    p25: at(-quarter),
    p50,
    p75: at(quarter),
    p90: at(tenth),
    // One person's chance is the share of people who improve because of it.
    chanceNoticeable: Math.max(0, p50 / 100),
    chanceNoticeablyWorse: 0,
    chanceBetter: Math.max(0, p50 / 100),
    smallest: trialOutcome.smallest,
    smallestBasis: 'chosen',
    basis: 'trials',
  };
}
