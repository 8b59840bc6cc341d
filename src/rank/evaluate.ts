import type { AssumedShare } from '../simulate/result.ts';
import type { Candidate } from './candidates.ts';
import {
  gatherPeople,
  gist,
  type HorizonWeeks,
  horizonWeeks,
  isComplaint,
  type OutcomeGist,
  type OutcomeResult,
  summarise,
} from './effects.ts';
import type { PersonFacts } from './facts.ts';
import { gain, outcomeById } from './outcomes.ts';
import { lookedAtWeeks, type PersonDigest } from './people.ts';
import type { EffectShares, EvaluatedChange } from './result.ts';
import { gradeFor, type Score, scoreOf } from './score.ts';
import { trialRelief } from './trials.ts';
import { whySentence } from './why.ts';
import type { Language } from './wording.ts';

/** Fibre that guidelines ask for; above it more of the same bacteria is no known gain (`diet`: 25 to 38 g). */
const enoughFibreGrams = 30;

export const hasRoomForFibre = (facts: PersonFacts): boolean =>
  (facts.numbers.fibre_g ?? 0) < enoughFibreGrams;

export interface EvaluationContext {
  readonly facts: PersonFacts;
  readonly language: Language;
  readonly assumedShare: AssumedShare;
  /** False: there are no own data, and no population answer is shown beside. */
  readonly weighted: boolean;
}

type Outcomes = Readonly<Record<string, OutcomeResult>>;

/** Outcomes of one change at one week over people who count more or less. */
export function outcomesAt(
  candidate: Candidate,
  people: readonly PersonDigest[],
  weights: readonly number[],
  week: number,
  { facts, language }: Pick<EvaluationContext, 'facts' | 'language'>,
): Outcomes {
  const found = people.flatMap(({ effects }) => effects.get(candidate.plan.name)?.get(week) ?? []);
  const simulated =
    found.length === people.length
      ? gatherPeople(found).map((one) => [one.outcome.id, summarise(one, weights, language)] as const)
      : [];
  const relief = trialRelief(candidate.change, facts, language);
  return Object.fromEntries([...simulated, ...(relief ? [['trial_relief', relief] as const] : [])]);
}

export function judgedAt({ change }: Candidate): HorizonWeeks {
  return change.judgedAtWeeks ?? 12;
}

/** Scores of one change for people who count differently again and again: effects are gathered and sorted once. */
export function scorer(
  candidate: Candidate,
  people: readonly PersonDigest[],
  { facts, language }: Pick<EvaluationContext, 'facts' | 'language'>,
): (weights: readonly number[]) => Score {
  const week = judgedAt(candidate);
  const found = people.flatMap(({ effects }) => effects.get(candidate.plan.name)?.get(week) ?? []);
  const gathered = found.length === people.length ? gatherPeople(found) : [];
  const relief = trialRelief(candidate.change, facts, language);
  const room = hasRoomForFibre(facts);
  return (weights) => {
    const outcomes: Record<string, OutcomeGist> = {};
    for (const one of gathered) outcomes[one.outcome.id] = gist(one, weights);
    if (relief) outcomes.trial_relief = relief;
    return scoreOf(candidate.change, outcomes, room);
  };
}

/**
 * Everything that is told of one change, but its place.
 *
 * @param long people who were run to the last horizon, where `people` were not
 */
export function evaluate(
  candidate: Candidate,
  people: readonly PersonDigest[],
  weights: readonly number[],
  context: EvaluationContext,
  long: { readonly people: readonly PersonDigest[]; readonly weights: readonly number[] } = {
    people,
    weights,
  },
): EvaluatedChange {
  const { change, cautions } = candidate;
  const { language, facts, assumedShare } = context;
  const weeks = judgedAt(candidate);
  const outcomes = outcomesAt(candidate, people, weights, weeks, context);
  const score = scoreOf(change, outcomes, hasRoomForFibre(facts));
  const equal = weights.map(() => 1);
  const shares: EffectShares = { ...assumedShare, basis: 'parameters' };
  return {
    id: change.id,
    title: change.title[language],
    what: change.what[language],
    horizonWeeks: weeks,
    outcomes,
    atHorizons: Object.fromEntries(
      horizonWeeks
        .filter((week) => week !== weeks)
        .map((week) => {
          const own = outcomesAt(candidate, people, weights, week, context);
          const reached = people.every(({ effects }) => effects.get(candidate.plan.name)?.has(week));
          return [
            String(week),
            reached ? own : outcomesAt(candidate, long.people, long.weights, week, context),
          ];
        }),
    ),
    ...(context.weighted ? { population: outcomesAt(candidate, people, equal, weeks, context) } : {}),
    shares,
    grade: score.by === undefined ? gradeFor(change, outcomeById('lining_small_bowel')) : score.grade,
    timeToNotice: timeToNotice(candidate, people, weights, score),
    tieGroup: 0,
    score,
    effort: change.effort,
    cautions,
    why: whySentence(change, outcomes, score, language),
    first: change.first?.[language] ?? null,
    guideline: change.guideline?.says[language] ?? null,
    interactions: change.interactions?.[language] ?? null,
    evidence: change.evidence.map(({ on, grade, says, sources }) => ({
      on,
      grade,
      says: says[language],
      sources,
    })),
    sources: [
      ...new Set([
        ...change.evidence.flatMap(({ sources }) => sources),
        ...(change.guideline?.sources ?? []),
        ...(change.trials?.sources ?? []),
      ]),
    ],
    people: people.length,
  };
}

/** The first week at which half of the people who gain have gained; trials where only they speak. */
function timeToNotice(
  { change, plan }: Candidate,
  people: readonly PersonDigest[],
  weights: readonly number[],
  score: Score,
): EvaluatedChange['timeToNotice'] {
  if (score.by === undefined) return null;
  if (score.by === 'trial_relief')
    return change.weeksToNotice === undefined ? null : { weeks: change.weeksToNotice, basis: 'trials' };
  const by = score.by;
  const outcome = outcomeById(by);
  const gainAt = (week: number): number =>
    people.reduce((sum, { effects }, index) => {
      const judged = effects.get(plan.name)?.get(week)?.get(by);
      return judged
        ? sum +
            (weights[index] ?? 0) * (isComplaint(by) ? Number(judged.better) : gain(outcome, judged.effect))
        : sum;
    }, 0);
  const gains = lookedAtWeeks.map(gainAt);
  const half = Math.max(...gains) / 2;
  if (half <= 0) return null;
  const index = gains.findIndex((one) => one >= half);
  const weeks = lookedAtWeeks[index];
  return weeks === undefined ? null : { weeks, basis: 'model' };
}
