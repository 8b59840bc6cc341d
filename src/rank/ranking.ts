/**
 * Changes ranked for one person: each against the same virtual people without it.
 *
 * Pure but for the runner that carries people through their lives: works in Node, workers and browsers.
 */
import type { FoodKnowledge, NormalisedFile, NormalisedPlan } from '../person/index.ts';
import { foodTableKnowledge } from '../person/index.ts';
import { assumedShareByCount } from '../population/assumed-share.ts';
import { gutNamed } from '../population/index.ts';
import { type Problem, ZonulaError } from '../problem/problem.ts';
import type { ParameterValues, PeopleRunner } from '../simulate/contract.ts';
import { quantiles, seriesOf } from '../simulate/index.ts';
import { version } from '../version.ts';
import { type Candidate, type SortedCatalogue, sortCatalogue } from './candidates.ts';
import type { HorizonWeeks } from './effects.ts';
import { type EvaluationContext, evaluate, hasRoomForFibre, judgedAt, scorer } from './evaluate.ts';
import { factsOf, type PersonFacts } from './facts.ts';
import { headlineOf } from './headline.ts';
import { inOrder } from './ordering.ts';
import { rankedSeries, symptomTitle } from './outcomes.ts';
import { type OwnData, ownDataOf, ownDataUse, testsForOwnData, weightsFor } from './own-data.ts';
import { pairResult, pairsOfLeading } from './pairs.ts';
import { type PeopleOptions, type PersonDigest, runPeople } from './people.ts';
import type { EffectShares, EvaluatedChange, PairResult, Ranking, RankOrder, TestValue } from './result.ts';
import { safetyOfPerson } from './safety.ts';
import { isDistinguishable, scoreFormula } from './score.ts';
import { effectShares } from './shares.ts';
import { resampledWeights, tieGroups } from './ties.ts';
import { testsToValue, testsWorthDoing } from './value-of-test.ts';
import type { Language } from './wording.ts';

export const rankDefaults = { people: 20, leading: 8, leadingPeople: 200, pairPeople: 12 } as const;
/** A first answer is shown after so many people, and again after every so many. */
const peoplePerPartial = 4;
const leadersForPairs = 5;

export interface RankProgress {
  /** `all`: few people, all changes. `leading`: many people, the leading changes. `pairs`, `shares`: what is asked of the leading ones. */
  readonly step: 'all' | 'leading' | 'pairs' | 'shares';
  readonly done: number;
  readonly all: number;
}

export interface RankOptions {
  readonly runner: PeopleRunner;
  readonly knowledge?: FoodKnowledge;
  /** Virtual people of the first stage, for all changes. */
  readonly people?: number;
  /** How many leading changes go to the second stage; 0: no second stage. */
  readonly leading?: number;
  readonly leadingPeople?: number;
  /** Pairs of the leading five; true unless the second stage is left out. */
  readonly pairs?: boolean;
  readonly seed?: number;
  readonly overrides?: ParameterValues;
  readonly ensemble?: readonly ParameterValues[];
  readonly order?: RankOrder;
  readonly language?: Language;
  /** What reading the file had to say; carried into the result. */
  readonly problems?: readonly Problem[];
  readonly onProgress?: (progress: RankProgress) => void;
  /** First cards after a few people; then better ones. */
  readonly onPartial?: (ranking: Ranking) => void;
  readonly signal?: AbortSignal;
}

/**
 * Asks for what a ranking cannot do without, by name.
 *
 * @throws ZonulaError Z9501 (weight), Z9502 (diet): all that is missing at once
 */
export function checkRankable(file: NormalisedFile): void {
  const problems: Problem[] = [];
  if (file.person.weightKg === undefined)
    problems.push({
      code: 'Z9501',
      severity: 'error',
      message: 'The ranking needs the body weight, and the file does not say it.',
      where: { field: 'person.weight' },
      fix: 'Add it under person, such as "weight: 70 kg".',
    });
  const { diet, days } = file.habitual;
  if (diet === undefined && days.size === 0)
    problems.push({
      code: 'Z9502',
      severity: 'error',
      message: 'The ranking needs to know what this person usually eats, and the file does not say it.',
      where: { field: 'habitual' },
      fix: 'Add habitual.menu (such as "menu: western"), habitual.week or habitual.days.',
    });
  if (problems.length > 0) throw new ZonulaError(problems);
}

/**
 * Ranks every change of the catalogue for the person of this file. Plans of the file are left aside.
 *
 * @throws ZonulaError Z9501, Z9502 (see `checkRankable`); Z5090 when cancelled
 */
export async function rankChanges(file: NormalisedFile, options: RankOptions): Promise<Ranking> {
  checkRankable(file);
  const run = new RankingRun(file, options);
  await run.firstStage();
  await run.secondStage();
  return run.result();
}

/** Without odd people, unless all are odd. */
function likely(people: readonly PersonDigest[]): PersonDigest[] {
  const found = people.filter(({ odd }) => !odd);
  return found.length > 0 ? found : [...people];
}

class RankingRun {
  private readonly file: NormalisedFile;
  private readonly options: RankOptions;
  private readonly facts: PersonFacts;
  private readonly sorted: SortedCatalogue;
  private readonly own: OwnData;
  private readonly context: EvaluationContext;
  private readonly zonula: Ranking['zonula'];
  private readonly language: Language;
  private readonly seed: number;
  /** By person; holes while people are still on their way. */
  private people: PersonDigest[] = [];
  private leaders: readonly string[] = [];
  private leadingPeople: readonly PersonDigest[] = [];
  private pairs: readonly PairResult[] = [];
  private tests: readonly TestValue[] = [];
  private shares: ReadonlyMap<string, EffectShares> = new Map();

  constructor(file: NormalisedFile, options: RankOptions) {
    this.file = file;
    this.options = options;
    this.language = options.language ?? 'en';
    this.seed = options.seed ?? file.seed;
    const knowledge = options.knowledge ?? foodTableKnowledge;
    this.facts = factsOf(file, knowledge);
    this.sorted = sortCatalogue(this.facts, knowledge, this.language);
    this.own = ownDataOf(file, this.facts.complaints);
    const { system } = gutNamed(options.runner.assembly);
    const assumedShare = assumedShareByCount(system);
    this.zonula = { version, modelHash: system.hash, assumedShare };
    this.context = {
      facts: this.facts,
      language: this.language,
      assumedShare,
      weighted: this.own.results.length > 0 || this.own.bristol.length > 0,
    };
  }

  async firstStage(): Promise<void> {
    const to = this.options.people ?? rankDefaults.people;
    const tests = [...testsForOwnData(this.own), ...testsToValue];
    let shown = 0;
    const onPerson = (index: number, digest: PersonDigest): void => {
      this.people[index] = digest;
      const done = this.done().length;
      if (done < to && done >= shown + peoplePerPartial) {
        shown = done;
        this.options.onPartial?.(this.result());
      }
    };
    await this.run('all', this.plansOf(this.sorted.modelled), { from: 0, to }, tests, { onPerson });
    this.tests = this.valueOfTests();
    this.options.onPartial?.(this.result());
  }

  async secondStage(): Promise<void> {
    const leading = this.options.leading ?? rankDefaults.leading;
    if (leading <= 0) return;
    const leaders = this.leadersBy(this.result().changes, leading);
    if (leaders.length === 0) return;
    // The many people are run to the horizon at which these are judged; the last one is known from the few.
    const weeks = leaders.some((leader) => judgedAt(leader) === 26) ? 26 : 12;
    const from = this.people.length;
    const to = Math.max(from, this.options.leadingPeople ?? rankDefaults.leadingPeople);
    if (to > from) {
      const own = testsForOwnData(this.own);
      const more = await this.run('leading', this.plansOf(leaders), { from, to }, own, { weeks });
      this.leaders = leaders.map(({ change }) => change.id);
      this.leadingPeople = [...this.people, ...more];
      this.options.onPartial?.(this.result());
    }
    if (this.options.pairs ?? true) await this.runPairs(weeks);
    this.shares = await effectShares(leaders, this.file, this.facts, {
      ...this.peopleOptions('shares'),
      weeks,
    });
  }

  /** The first so many by score, whatever order is asked for; those only that can be simulated. */
  private leadersBy(changes: readonly EvaluatedChange[], count: number): readonly Candidate[] {
    return inOrder(changes, 'score')
      .flatMap(({ id }) => this.sorted.modelled.find(({ change }) => change.id === id) ?? [])
      .slice(0, count);
  }

  private async runPairs(weeks: HorizonWeeks): Promise<void> {
    const leading = this.leadersBy(this.result().changes, leadersForPairs);
    const pairs = pairsOfLeading(leading);
    if (pairs.length === 0) return;
    const to = Math.min(rankDefaults.pairPeople, this.people.length);
    const people = await this.run(
      'pairs',
      pairs.map(({ plan }) => plan),
      { from: 0, to },
      testsForOwnData(this.own),
      { weeks },
    );
    const kept = people.flatMap((person, index) => {
      const alone = this.people[index];
      return alone && !alone.odd && !person.odd ? [{ person, alone }] : [];
    });
    const together = kept.map(({ person }) => person);
    const weights = this.weights(together);
    this.pairs = pairs
      .map((pair) =>
        pairResult(
          pair,
          together,
          kept.map(({ alone }) => alone),
          weights,
          this.context,
        ),
      )
      .sort((a, b) => b.score - a.score);
  }

  private plansOf(candidates: readonly Candidate[]): readonly NormalisedPlan[] {
    return candidates.map(({ plan }) => plan);
  }

  private peopleOptions(step: RankProgress['step']): PeopleOptions {
    const { runner, overrides, ensemble, signal, onProgress } = this.options;
    return {
      runner,
      seed: this.seed,
      ...(overrides ? { overrides } : {}),
      ...(ensemble ? { ensemble } : {}),
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress: (done: number, all: number) => onProgress({ step, done, all }) } : {}),
    };
  }

  private run(
    step: RankProgress['step'],
    plans: readonly NormalisedPlan[],
    people: { readonly from: number; readonly to: number },
    tests: Parameters<typeof runPeople>[3],
    more: {
      readonly weeks?: HorizonWeeks;
      readonly onPerson?: (index: number, digest: PersonDigest) => void;
    } = {},
  ): Promise<readonly PersonDigest[]> {
    return runPeople(
      this.file,
      plans,
      people,
      tests,
      this.facts.complaints,
      { ...this.peopleOptions(step), ...(more.weeks === undefined ? {} : { weeks: more.weeks }) },
      more.onPerson,
    );
  }

  /** People done so far, without those whose colon could not live. */
  private done(): PersonDigest[] {
    return likely(this.people.filter((person) => person !== undefined));
  }

  private weights(people: readonly PersonDigest[]): readonly number[] {
    return this.context.weighted
      ? weightsFor(
          this.own,
          people.map(({ tests }) => tests),
        ).weights
      : people.map(() => 1);
  }

  private valueOfTests(): readonly TestValue[] {
    const people = this.done();
    const { changes, noEffectDetails } = this.result();
    const leading = this.leadersBy([...changes, ...noEffectDetails], leadersForPairs);
    return testsWorthDoing(leading, people, this.weights(people), this.context, this.own);
  }

  /** The ranking as far as it is known. */
  result(): Ranking {
    const few = this.done();
    const many = likely(this.leadingPeople);
    const fewWeights = this.weights(few);
    const manyWeights = this.weights(many);
    const roomForFibre = hasRoomForFibre(this.facts);
    const { order = 'score', problems = [] } = this.options;
    const candidates = [...this.sorted.modelled, ...this.sorted.fromTrials];
    const evaluated = candidates.map((candidate) => {
      const leads = many.length > 0 && this.leaders.includes(candidate.change.id);
      const one = leads
        ? evaluate(candidate, many, manyWeights, this.context, { people: few, weights: fewWeights })
        : evaluate(candidate, few, fewWeights, this.context);
      const shares = this.shares.get(one.id);
      return shares ? { ...one, shares } : one;
    });
    const distinguishable = new Set(
      candidates.flatMap(({ change }, index) => {
        const outcomes = evaluated[index]?.outcomes;
        return outcomes && isDistinguishable(change, outcomes, roomForFibre) ? [change.id] : [];
      }),
    );
    const ranked = inOrder(
      evaluated.filter(({ id }) => distinguishable.has(id)),
      order,
    );
    const noEffectDetails = inOrder(
      evaluated.filter(({ id }) => !distinguishable.has(id)),
      'score',
    );
    const changes = this.withTies(ranked, candidates, few, fewWeights);
    const lastGroup = Math.max(0, ...changes.map(({ tieGroup }) => tieGroup));
    const { doctor, unanswered } = safetyOfPerson(this.facts, this.language);
    const { weights, softenedTo } = this.context.weighted
      ? weightsFor(
          this.own,
          few.map(({ tests }) => tests),
        )
      : { weights: fewWeights, softenedTo: 1 };
    const gut = gutNamed(this.options.runner.assembly);
    return {
      zonula: this.zonula,
      stage: many.length > 0 ? 2 : 1,
      headline: headlineOf(changes, this.facts, this.language),
      doctor,
      unanswered,
      changes,
      noEffect: noEffectDetails.map(({ id }) => id),
      noEffectDetails: noEffectDetails.map((one) => ({ ...one, tieGroup: lastGroup + 1 })),
      notForYou: this.sorted.notForYou,
      notRelevant: this.sorted.notRelevant,
      notModelled: this.sorted.notModelled,
      pairs: this.pairs,
      tests: this.tests,
      ownData: ownDataUse(this.own, weights, softenedTo, this.language),
      complaints: this.facts.complaints.map(({ symptom, meanScore, because }) => ({
        symptom,
        title: symptomTitle(symptom, this.language),
        meanScore: meanScore === undefined ? null : Math.round(10 * meanScore) / 10,
        because,
      })),
      now: Object.fromEntries(
        rankedSeries.flatMap((id) => {
          const values = few.flatMap(({ now }) => now[id] ?? []);
          return values.length > 0 ? [[id, quantiles(values, seriesOf(gut, id).unit)] as const] : [];
        }),
      ),
      order,
      formula: scoreFormula[this.language],
      coverage: this.facts.coverage,
      warnings: [...problems, ...this.oddWarnings()].map(({ code, message, where, fix }) => ({
        code,
        message,
        ...(where === undefined ? {} : { where }),
        ...(fix === undefined ? {} : { fix }),
      })),
      people: Math.max(few.length, many.length),
      seed: this.seed,
    };
  }

  private oddWarnings(): readonly Problem[] {
    const all = this.leadingPeople.length > 0 ? this.leadingPeople : this.people;
    const odd = all.filter((person) => person?.odd).length;
    if (odd === 0) return [];
    return [
      {
        code: 'Z9507',
        severity: 'warning',
        message: `${odd} of ${all.length} virtual people were left out: no colon could live with what was drawn for them.`,
        fix: 'Read the result with care: this way of eating leads to the edge of what the model knows.',
      },
    ];
  }

  /** Who cannot be told apart by score stands in one group, in whatever order the list is. */
  private withTies(
    ranked: readonly EvaluatedChange[],
    candidates: readonly Candidate[],
    people: readonly PersonDigest[],
    weights: readonly number[],
  ): readonly EvaluatedChange[] {
    if (people.length === 0) return ranked;
    const byScore = inOrder(ranked, 'score');
    const resamples = resampledWeights(weights, this.seed);
    const groups = tieGroups(
      byScore.map(({ id }) => {
        const candidate = candidates.find(({ change }) => change.id === id);
        if (!candidate) return [];
        const score = scorer(candidate, people, this.context);
        return resamples.map((counts) => score(counts).value);
      }),
    );
    const groupOf = new Map(byScore.map(({ id }, index) => [id, groups[index] ?? 1]));
    return ranked.map((change) => ({ ...change, tieGroup: groupOf.get(change.id) ?? 1 }));
  }
}
