import type { Candidate } from './candidates.ts';
import type { CatalogueChange } from './catalogue-shape.ts';
import { type EvaluationContext, hasRoomForFibre, judgedAt, outcomesAt, scorer } from './evaluate.ts';
import type { PersonDigest } from './people.ts';
import { combinedPlan, replacesTheMenu } from './plan.ts';
import type { PairResult } from './result.ts';
import { gradeWeights, scoreOf } from './score.ts';

export interface Pair extends Candidate {
  readonly first: Candidate;
  readonly second: Candidate;
}

/** Scores closer than this part of the larger one count as the same. */
const sameWithin = 0.1;

/** Every two of the leading changes that go together. */
export function pairsOfLeading(leading: readonly Candidate[]): readonly Pair[] {
  return leading.flatMap((first, index) =>
    leading.slice(index + 1).flatMap((second): Pair[] => {
      if (replacesTheMenu(first.plan) && replacesTheMenu(second.plan)) return [];
      if (touchSameHabit(first, second)) return [];
      return [
        {
          first,
          second,
          change: together(first.change, second.change),
          plan: combinedPlan(first.plan, second.plan),
          cautions: [...first.cautions, ...second.cautions],
        },
      ];
    }),
  );
}

/** Two ways to end the same habit do not add up. */
function touchSameHabit(first: Candidate, second: Candidate): boolean {
  const stopped = (candidate: Candidate): string[] =>
    candidate.plan.changes.flatMap((change) => (change.kind === 'stop' ? [change.exposureId] : []));
  const mine = stopped(first);
  return stopped(second).some((id) => mine.includes(id));
}

/** For each group of outcomes the better known of the two stands for both. */
function together(first: CatalogueChange, second: CatalogueChange): CatalogueChange {
  const evidence = [...first.evidence, ...second.evidence].sort(
    (a, b) => gradeWeights[b.grade] - gradeWeights[a.grade],
  );
  const { trials: _, ...rest } = first;
  return { ...rest, id: `${first.id}+${second.id}`, evidence };
}

/**
 * What two changes do together, beside the better one alone, in the same virtual people.
 *
 * @param people with the pair's plan
 * @param alone the same people with each change alone
 */
export function pairResult(
  pair: Pair,
  people: readonly PersonDigest[],
  alone: readonly PersonDigest[],
  weights: readonly number[],
  context: EvaluationContext,
): PairResult {
  const week = Math.max(judgedAt(pair.first), judgedAt(pair.second));
  const outcomes = outcomesAt(pair, people, weights, week, context);
  const score = scoreOf(pair.change, outcomes, hasRoomForFibre(context.facts)).value;
  const best = Math.max(
    ...[pair.first, pair.second].map((one) => scorer(one, alone, context)(weights).value),
  );
  const margin = sameWithin * Math.max(Math.abs(score), Math.abs(best));
  const adds =
    score > best + margin
      ? 'more than either alone'
      : score < best - margin
        ? 'less than the better one'
        : 'about as much as the better one';
  const { language } = context;
  const names = [pair.first, pair.second].map(({ change }) => change.title[language]);
  const es = language === 'es';
  const verdict = {
    'more than either alone': es ? 'juntos más que cada uno solo' : 'together more than either alone',
    'about as much as the better one': es
      ? 'juntos como el mejor de los dos'
      : 'together about as much as the better one',
    'less than the better one': es
      ? 'juntos menos que el mejor solo'
      : 'together less than the better one alone',
  }[adds];
  return {
    ids: [pair.first.change.id, pair.second.change.id],
    score,
    best,
    adds,
    says: `${names.join(' + ')}: ${verdict}.`,
    outcomes,
  };
}
