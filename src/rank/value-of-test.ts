import type { ScheduledTest } from '../person/index.ts';
import { exponential, logarithm } from '../random/elementary.ts';
import type { PersonTestResult } from '../simulate/contract.ts';
import { findTest, laboratoryTests, type ResultDefinition } from '../simulate/index.ts';
import type { Candidate } from './candidates.ts';
import { type EvaluationContext, judgedAt, scorer } from './evaluate.ts';
import { gain, outcomeById, outcomesFor } from './outcomes.ts';
import { type OwnData, resultSpread } from './own-data.ts';
import type { PersonDigest } from './people.ts';
import type { TestValue } from './result.ts';
import { effectiveSampleSize, weightedMean, weightedVariance } from './weighted.ts';

/** Tests that people can order, taken once in life without change; for each the result that laboratories print. */
const printedResults: Readonly<Record<string, string>> = {
  two_sugar: 'ratio_0_5h',
  multi_sugar: 'sucralose_0_24h',
  cr_edta: 'edta_0_24h',
  crp: 'crp',
  lbp: 'lbp',
  fecal_calprotectin: 'calprotectin',
  vitamin_d_25oh: 'vitamin_d_25oh',
  stool_scfa: 'total',
  stool_ph: 'ph',
  bristol: 'form',
  breath_hydrogen: 'rise',
  guild_shares: 'bif',
  citrulline: 'citrulline',
};

export const testsToValue: readonly ScheduledTest[] = laboratoryTests
  .filter(({ id }) => printedResults[id] !== undefined)
  .map(({ id }) => ({ test: id as ScheduledTest['test'], day: 0, atHours: 8 }));

/** Below this expected narrowing a test is not worth its price. */
const leastNarrowing = 0.03;

/**
 * Which laboratory test would narrow the ranking most: each virtual person in turn is taken for the real one, their
 * reported result conditions the others, and the spread of the leading changes' effects is looked at again.
 *
 * @returns best first; tests that narrow next to nothing are left out
 */
export function testsWorthDoing(
  leading: readonly Candidate[],
  people: readonly PersonDigest[],
  weights: readonly number[],
  context: EvaluationContext,
  own: OwnData,
): readonly TestValue[] {
  if (leading.length === 0 || people.length < 4) return [];
  const effects = leading.map((candidate) => effectsByPerson(candidate, people));
  const scorers = leading.map((candidate) => scorer(candidate, people, context));
  const leader = leaderOf(scorers, weights);
  const values = Object.entries(printedResults).flatMap(([testId, resultId]): TestValue[] => {
    if (own.results.some(({ test }) => test === testId)) return [];
    const test = findTest(testId);
    const definition = test?.results.find(({ id }) => id === resultId);
    if (!test || !definition) return [];
    const read = (kind: 'exact' | 'reported') =>
      people.map(({ tests }) => tests.find((one: PersonTestResult) => one.test === testId)?.[kind][resultId]);
    const exact = read('exact');
    const reported = read('reported');
    if (exact.some((one) => one === undefined) || reported.some((one) => one === undefined)) return [];
    const narrowing: number[] = [];
    const changed: number[] = [];
    people.forEach((_, truth) => {
      const posterior = people.map((_, other) =>
        other === truth
          ? 0
          : (weights[other] ?? 0) * likelihood(definition, reported[truth] as number, exact[other] as number),
      );
      const others = weights.map((weight, other) => (other === truth ? 0 : weight));
      if (!(posterior.reduce((a, b) => a + b, 0) > 0)) return;
      narrowing.push(
        mean(
          effects.flatMap((perPerson) => {
            const before = spreadOf(perPerson, others);
            const after = spreadOf(perPerson, posterior);
            return before !== undefined && after !== undefined && before > 0 ? [1 - after / before] : [];
          }),
        ),
      );
      changed.push(leaderOf(scorers, posterior) === leader ? 0 : 1);
    });
    const truths = narrowing.map(() => 1);
    const expectedNarrowing = weightedMean(narrowing, truths);
    if (!(expectedNarrowing >= leastNarrowing)) return [];
    return [
      {
        test: testId,
        title: test.title,
        result: resultId,
        expectedNarrowing: Math.round(100 * expectedNarrowing) / 100,
        chanceLeaderChanges: Math.round(100 * weightedMean(changed, truths)) / 100,
        caution: test.caution ?? null,
      },
    ];
  });
  return values.sort((a, b) => b.expectedNarrowing - a.expectedNarrowing);
}

const mean = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : 0;

/** Rises in breath are small numbers: below this (ppm) they cannot be told apart. */
const leastRise = 5;

function likelihood(definition: ResultDefinition, reported: number, exact: number): number {
  const spread = resultSpread(definition);
  if (definition.noise.kind === 'additive') return exponential(-0.5 * ((reported - exact) / spread) ** 2);
  const floor = definition.from.kind === 'rise' ? leastRise : 0;
  if (!(reported + floor > 0 && exact + floor > 0)) return 1;
  return exponential(-0.5 * (logarithm((reported + floor) / (exact + floor)) / spread) ** 2);
}

/** Spread as estimated from people who count differently: few of them seem closer together than they are. */
function spreadOf(values: readonly number[], weights: readonly number[]): number | undefined {
  const size = effectiveSampleSize(weights);
  if (size < 2) return undefined;
  return Math.sqrt((weightedVariance(values, weights) * size) / (size - 1));
}

/** One number per person: the sum of the gains that count, each in smallest differences. */
function effectsByPerson(candidate: Candidate, people: readonly PersonDigest[]): readonly number[] {
  const week = judgedAt(candidate);
  return people.map(({ effects }) => {
    const judged = effects.get(candidate.plan.name)?.get(week);
    return [...outcomesFor([])].reduce((sum, id) => {
      const outcome = outcomeById(id);
      const one = judged?.get(id);
      return one && outcome.group !== 'status' ? sum + gain(outcome, one.effect) : sum;
    }, 0);
  });
}

/** Which of the changes has the best score; the first of equals. */
function leaderOf(
  scorers: readonly ((weights: readonly number[]) => { readonly value: number })[],
  weights: readonly number[],
): number {
  const values = scorers.map((score) => score(weights).value);
  return values.indexOf(Math.max(...values));
}
