/**
 * Questions asked backwards: how much, how slowly, from where on nothing is added, and what in habitual life matters most.
 * Each is a handful of lives of the same virtual people.
 */
import { expectedPer100g, findFood } from '../foods/index.ts';
import {
  exposureById,
  type FoodKnowledge,
  foodTableKnowledge,
  type NormalisedChange,
  type NormalisedFile,
  type NormalisedPlan,
} from '../person/index.ts';
import { ZonulaError } from '../problem/problem.ts';
import { findChange } from './catalogue/index.ts';
import type { CatalogueChange } from './catalogue-shape.ts';
import { gatherPeople, type OutcomeResult, summarise } from './effects.ts';
import { hasRoomForFibre } from './evaluate.ts';
import { type Complaint, factsOf, type PersonFacts, unitsPerMicrogram } from './facts.ts';
import { gain, outcomeById, symptomOutcome } from './outcomes.ts';
import { ownDataOf, testsForOwnData, weightsFor } from './own-data.ts';
import { type PeopleOptions, type PersonDigest, runPeople } from './people.ts';
import { planFor } from './plan.ts';
import { checkRankable } from './ranking.ts';
import { type SafetyNote, safetyOf, vitaminDUpperUg } from './safety.ts';
import { groupWeights } from './score.ts';
import { inSentence, readable } from './why.ts';
import { type Language, withDecimalSign } from './wording.ts';

const defaultPeople = 20;
const judgedWeek = 12;
const evenChance = 0.5;
/** A dose that reaches this part of the largest effect is one beyond which nothing is added. */
const nearlyAll = 0.95;

/** Food that together brings fibre, g; scaled to the wanted amount. */
const fibreMix = { lentils: 60, broccoli: 80, wholemeal_bread: 30, apple: 60 } as const;
const fibreDoses = [5, 10, 15, 20, 30] as const;
const fibreRampDays = [1, 14, 28, 56] as const;
const usualRampDays = 28;
/** A score that someone without complaints may be thought to start from when gas is asked about. */
const assumedBloatingScore = 3;
const doseFactors = [0.25, 0.5, 1, 1.5, 2, 3] as const;
const mostParts = 12;
/** Chances closer than this are told as the same. */
const leastDifferenceOfChance = 0.1;

export interface InverseOptions extends Omit<PeopleOptions, 'seed'> {
  readonly seed?: number;
  readonly people?: number;
  readonly language?: Language;
  readonly knowledge?: FoodKnowledge;
}

export interface DosePoint {
  readonly dose: number;
  readonly unit: string;
  readonly outcome: OutcomeResult;
}

export interface FibreAnswer {
  readonly question: 'fibre';
  readonly outcome: string;
  readonly doses: readonly DosePoint[];
  /** Grams more a day for an even chance of a difference that counts; null: not within what was tried. */
  readonly evenChanceGrams: number | null;
  readonly nothingMoreFromGrams: number | null;
  readonly ramps: readonly {
    readonly days: number;
    readonly chanceMoreBloating: number;
    readonly worstWeek: number;
  }[];
  readonly says: string;
  readonly cautions: readonly SafetyNote[];
}

export interface DoseAnswer {
  readonly question: 'dose';
  readonly change: string;
  readonly outcome: string;
  readonly doses: readonly DosePoint[];
  readonly nothingMoreFrom: number | null;
  readonly says: string;
  readonly cautions: readonly SafetyNote[];
}

export interface LeaveOneOutAnswer {
  readonly question: 'leave-one-out';
  readonly parts: readonly {
    readonly part: string;
    readonly title: string;
    readonly outcome: string;
    readonly effect: OutcomeResult;
    /** Median effect of leaving it out, in smallest differences; positive: you would be better off without it. */
    readonly betterWithout: number;
    readonly says: string;
  }[];
  readonly says: string;
}

interface Asked {
  readonly file: NormalisedFile;
  readonly facts: PersonFacts;
  readonly knowledge: FoodKnowledge;
  readonly language: Language;
  readonly people: PeopleOptions;
  readonly count: number;
}

function ask(file: NormalisedFile, options: InverseOptions): Asked {
  checkRankable(file);
  const knowledge = options.knowledge ?? foodTableKnowledge;
  const { seed, people = defaultPeople, language = 'en', knowledge: _, ...rest } = options;
  return {
    file,
    facts: factsOf(file, knowledge),
    knowledge,
    language,
    people: { ...rest, seed: seed ?? file.seed },
    count: people,
  };
}

async function live(
  asked: Asked,
  plans: readonly NormalisedPlan[],
  complaints: readonly Complaint[],
): Promise<{ readonly digests: readonly PersonDigest[]; readonly weights: readonly number[] }> {
  const own = ownDataOf(asked.file, asked.facts.complaints);
  const all = await runPeople(
    asked.file,
    plans,
    { from: 0, to: asked.count },
    testsForOwnData(own),
    complaints,
    { ...asked.people, weeks: judgedWeek },
  );
  const likely = all.filter(({ odd }) => !odd);
  const digests = likely.length > 0 ? likely : all;
  const weighted = own.results.length > 0 || own.bristol.length > 0;
  return {
    digests,
    weights: weighted
      ? weightsFor(
          own,
          digests.map(({ tests }) => tests),
        ).weights
      : digests.map(() => 1),
  };
}

function outcomeOf(
  plan: NormalisedPlan,
  outcome: string,
  week: number,
  lived: Awaited<ReturnType<typeof live>>,
  language: Language,
): OutcomeResult | undefined {
  const effects = gatherPeople(
    lived.digests.flatMap(({ effects: all }) => all.get(plan.name)?.get(week) ?? []),
  );
  const found = effects.find((one) => one.outcome.id === outcome);
  return found && summarise(found, lived.weights, language);
}

/** How much fibre, and how slowly, for an even chance of a difference that counts. */
export async function askFibre(file: NormalisedFile, options: InverseOptions): Promise<FibreAnswer> {
  const asked = ask(file, options);
  const { language, facts } = asked;
  const bloating: Complaint = facts.complaints.find(({ symptom }) => symptom === 'bloating') ?? {
    symptom: 'bloating',
    meanScore: assumedBloatingScore,
    days: 7,
    because: 'condition',
  };
  const complaints = [...facts.complaints.filter(({ symptom }) => symptom !== 'bloating'), bloating];
  const constipated = facts.complaints.some(({ symptom }) => symptom === 'constipation');
  const outcome = constipated ? symptomOutcome('constipation') : 'butyrate';
  const plans = fibreDoses.map((grams) => fibrePlan(grams, usualRampDays));
  const slow = fibreRampDays.map((days) => fibrePlan(20, days));
  const cautions = safetyFor(asked, ['fibre'], plans[0]);
  const lived = await live(asked, [...plans, ...slow], complaints);
  const doses = fibreDoses.flatMap((dose, index): DosePoint[] => {
    const plan = plans[index];
    const result = plan && outcomeOf(plan, outcome, judgedWeek, lived, language);
    return result ? [{ dose, unit: 'g', outcome: result }] : [];
  });
  const ramps = fibreRampDays.map((days, index) => {
    const plan = slow[index];
    const weeks = [1, 2, 3, 4, 6, 8].map((week) => ({
      week,
      chance: plan
        ? (outcomeOf(plan, symptomOutcome('bloating'), week, lived, language)?.chanceNoticeablyWorse ?? 0)
        : 0,
    }));
    const worst = weeks.reduce((a, b) => (b.chance > a.chance ? b : a));
    return { days, chanceMoreBloating: worst.chance, worstWeek: worst.week };
  });
  const evenChanceGrams = doseForChance(doses, evenChance);
  const nothingMoreFromGrams = doseOfNearlyAll(doses);
  const title = outcomeById(outcome).title[language];
  const easiest = ramps.reduce((a, b) => (b.chanceMoreBloating <= a.chanceMoreBloating ? b : a));
  const hardest = Math.max(...ramps.map(({ chanceMoreBloating }) => chanceMoreBloating));
  const rampMatters = hardest - easiest.chanceMoreBloating >= leastDifferenceOfChance;
  const says =
    language === 'es'
      ? [
          evenChanceGrams === null
            ? `Con 30 g más de fibra al día aún no hay una probabilidad de la mitad de notar ${inSentence(title)}.`
            : `Unos ${Math.round(evenChanceGrams)} g más de fibra al día dan una probabilidad de la mitad (${inSentence(title)}).`,
          rampMatters
            ? `En ${easiest.days} días la hinchazón molesta menos (en ${Math.round(20 * easiest.chanceMoreBloating)} de 20 yos posibles).`
            : 'Para la hinchazón importa poco la rapidez; cuatro semanas es lo habitual.',
        ].join(' ')
      : [
          evenChanceGrams === null
            ? `Even 30 g more fibre a day does not bring an even chance of a difference that counts (${inSentence(title)}).`
            : `About ${Math.round(evenChanceGrams)} g more fibre a day brings an even chance of a difference that counts (${inSentence(title)}).`,
          rampMatters
            ? `Built up over ${easiest.days} days, bloating bothers least (${Math.round(20 * easiest.chanceMoreBloating)} of 20 possible yous).`
            : 'How slowly makes little difference to bloating here; four weeks are usual.',
        ].join(' ');
  return { question: 'fibre', outcome, doses, evenChanceGrams, nothingMoreFromGrams, ramps, says, cautions };
}

function fibrePlan(grams: number, rampDays: number): NormalisedPlan {
  const mix = Object.entries(fibreMix);
  const fibre = mix.reduce((sum, [foodId, weight]) => {
    const food = findFood(foodId);
    return sum + (food ? (expectedPer100g(food).fibre_g * weight) / 100 : 0);
  }, 0);
  return {
    name: `fibre-${grams}g-${rampDays}d`,
    title: `${grams} g more fibre over ${rampDays} days`,
    changes: mix.map(
      ([foodId, weight]): NormalisedChange => ({
        kind: 'food',
        adjustment: { kind: 'add', foodId, grams: (weight * grams) / fibre },
        rampDays,
        period: { startDay: 0, endDay: undefined },
        field: 'question.fibre',
      }),
    ),
  };
}

function safetyFor(
  asked: Asked,
  tags: CatalogueChange['tags'],
  plan: NormalisedPlan = { name: 'question', title: '', changes: [] },
): readonly SafetyNote[] {
  const change: CatalogueChange = {
    id: 'question',
    title: { en: '', es: '' },
    what: { en: '', es: '' },
    acts: 'model',
    effort: 1,
    rampDays: 0,
    steps: [],
    tags,
    evidence: [],
  };
  const { stop, cautions } = safetyOf(change, plan, asked.facts, asked.knowledge, asked.language);
  return stop ? [stop, ...cautions] : cautions;
}

/** Dose at which the chance crosses a value, straight between the doses tried; null when it does not. */
export function doseForChance(doses: readonly DosePoint[], chance: number): number | null {
  let before = { dose: 0, chance: 0 };
  for (const { dose, outcome } of doses) {
    const now = { dose, chance: outcome.chanceNoticeable };
    if (now.chance >= chance) {
      const rise = now.chance - before.chance;
      return rise > 0 ? before.dose + ((now.dose - before.dose) * (chance - before.chance)) / rise : now.dose;
    }
    before = now;
  }
  return null;
}

/** Smallest dose tried that reaches nearly all of the largest median effect; null when the effect still grows at the end. */
export function doseOfNearlyAll(doses: readonly DosePoint[]): number | null {
  const sizes = doses.map(({ outcome }) => Math.abs(outcome.p50));
  const most = Math.max(...sizes);
  const index = sizes.findIndex((size) => size >= nearlyAll * most);
  const found = doses[index];
  return found === undefined || index === doses.length - 1 || most === 0 ? null : found.dose;
}

/** The one step of a change that consists of something taken or eaten in an amount. */
function doseStep({ steps: [step, ...more] }: CatalogueChange) {
  return more.length === 0 && (step?.do === 'take' || step?.do === 'add') ? step : undefined;
}

/** Whether it can be asked of this change what dose adds nothing more. */
export const hasDose = (change: CatalogueChange): boolean => doseStep(change) !== undefined;

/**
 * What dose of a supplement or food of the catalogue adds nothing more.
 *
 * @throws ZonulaError Z9505 for a change that has no dose
 */
export async function askDose(
  file: NormalisedFile,
  changeId: string,
  options: InverseOptions,
): Promise<DoseAnswer> {
  const asked = ask(file, options);
  const { language, facts, knowledge } = asked;
  const change = findChange(changeId);
  const step = change && doseStep(change);
  if (!change || !step)
    throw new ZonulaError({
      code: 'Z9505',
      severity: 'error',
      message: `"${changeId}" is no change with a dose.`,
      fix: 'Ask for one such as inulin, psyllium, vitamin_d or lactobacillus.',
    });
  const base =
    step.do === 'take'
      ? step.dose * (step.atHours === 'meals' ? facts.mealHours.length : step.atHours.length)
      : step.grams;
  const unit = step.do === 'take' ? (exposureById(step.exposure)?.unit ?? '') : 'g';
  const most =
    step.do === 'take' && step.exposure === 'vitamin_d'
      ? (vitaminDUpperUg - (facts.numbers.vitamin_d_ug ?? 0)) * unitsPerMicrogram
      : step.do === 'take'
        ? (exposureById(step.exposure)?.studiedPerDay?.[1] ?? Number.POSITIVE_INFINITY)
        : Number.POSITIVE_INFINITY;
  const factors = doseFactors.filter((factor) => factor * base <= most);
  const plans = factors.map((factor): NormalisedPlan => {
    const scaled: CatalogueChange = {
      ...change,
      id: `${change.id}-x${factor}`,
      steps: [
        step.do === 'take' ? { ...step, dose: step.dose * factor } : { ...step, grams: step.grams * factor },
      ],
    };
    return planFor(scaled, facts);
  });
  const usual = planFor(change, facts);
  const { stop, cautions } = safetyOf(change, usual, facts, knowledge, language);
  const lived = await live(asked, plans, facts.complaints);
  const outcome = mostMoved(plans.at(-1), lived);
  const doses = factors.flatMap((factor, index): DosePoint[] => {
    const plan = plans[index];
    const result = plan && outcomeOf(plan, outcome, judgedWeek, lived, language);
    return result ? [{ dose: factor * base, unit, outcome: result }] : [];
  });
  const nothingMoreFrom = doseOfNearlyAll(doses);
  const { title } = outcomeById(outcome);
  return {
    question: 'dose',
    change: changeId,
    outcome,
    doses,
    nothingMoreFrom,
    says:
      language === 'es'
        ? nothingMoreFrom === null
          ? `Dentro de lo estudiado, más dosis aún cambia algo (${inSentence(title.es)}); que eso cuente es otra cosa.`
          : `Más de ${withDecimalSign(String(nothingMoreFrom), 'es')} ${unit} al día no añade casi nada (${inSentence(title.es)}).`
        : nothingMoreFrom === null
          ? `Within what was studied a higher dose still moves ${inSentence(title.en)}; whether that counts is another matter.`
          : `More than ${nothingMoreFrom} ${unit} a day adds next to nothing (${inSentence(title.en)}).`,
    cautions: stop ? [stop, ...cautions] : cautions,
  };
}

/** The outcome that a plan moves most, in smallest differences at the median. */
function mostMoved(plan: NormalisedPlan | undefined, lived: Awaited<ReturnType<typeof live>>): string {
  const effects = plan
    ? gatherPeople(lived.digests.flatMap(({ effects: all }) => all.get(plan.name)?.get(judgedWeek) ?? []))
    : [];
  let best = { id: 'butyrate', size: -1 };
  for (const one of effects) {
    const result = summarise(one, lived.weights, 'en');
    const size = Math.abs(gain(one.outcome, result.p50));
    if (size > best.size) best = { id: one.outcome.id, size };
  }
  return best.id;
}

/** What matters most in what I eat and do now: each part left out in turn, everything else as it is. */
export async function askLeaveOneOut(
  file: NormalisedFile,
  options: InverseOptions,
): Promise<LeaveOneOutAnswer> {
  const asked = ask(file, options);
  const { language, facts } = asked;
  const parts = partsOfLife(facts, language);
  const plans = parts.map(({ plan }) => plan);
  const lived = await live(asked, plans, facts.complaints);
  const room = hasRoomForFibre(facts);
  const found = parts.flatMap(({ id, title, plan }) => {
    const effects = gatherPeople(
      lived.digests.flatMap(({ effects: all }) => all.get(plan.name)?.get(judgedWeek) ?? []),
    );
    let best: { readonly outcome: string; readonly effect: OutcomeResult; readonly gain: number } | undefined;
    for (const one of effects) {
      const weight = one.outcome.group === 'bacteria' && !room ? 0 : groupWeights[one.outcome.group];
      const effect = summarise(one, lived.weights, language);
      const size = weight * gain(one.outcome, effect.p50);
      if (weight > 0 && Math.abs(size) > Math.abs(best?.gain ?? 0))
        best = { outcome: one.outcome.id, effect, gain: size };
    }
    if (!best) return [];
    const { decimals } = outcomeById(best.outcome);
    return [
      {
        part: id,
        title,
        outcome: best.outcome,
        effect: best.effect,
        betterWithout: Math.round(100 * best.gain) / 100,
        says:
          language === 'es'
            ? `Sin ${inSentence(title)}: ${inSentence(best.effect.title)} ${readable(best.effect.p50, decimals, 'es')} ${best.effect.unit}.`
            : `Without ${inSentence(title)}: ${inSentence(best.effect.title)} ${readable(best.effect.p50, decimals)} ${best.effect.unit}.`,
      },
    ];
  });
  const sorted = found.sort((a, b) => Math.abs(b.betterWithout) - Math.abs(a.betterWithout));
  const [first] = sorted;
  const matters = first !== undefined && Math.abs(first.betterWithout) >= 0.5;
  return {
    question: 'leave-one-out',
    parts: sorted,
    says: matters
      ? first.says
      : language === 'es'
        ? 'Ninguna parte sola de tu vida actual cambia mucho si se deja fuera.'
        : 'No single part of your life now changes much when it is left out.',
  };
}

interface PartOfLife {
  readonly id: string;
  readonly title: string;
  readonly plan: NormalisedPlan;
}

/** Habits, and the foods that bring most of what the model reads. */
function partsOfLife(facts: PersonFacts, language: Language): readonly PartOfLife[] {
  const period = { startDay: 0, endDay: undefined };
  const habits = [...new Set(facts.uses.map(({ use }) => use.exposureId))].flatMap(
    (exposureId): PartOfLife[] => {
      const exposure = exposureById(exposureId);
      if (!exposure || exposure.effects.length === 0) return [];
      return [
        {
          id: exposureId,
          title: language === 'es' ? exposure.labelEs : exposure.labelEn,
          plan: {
            name: `without-${exposureId}`,
            title: exposure.labelEn,
            changes: [{ kind: 'stop', exposureId, period, field: 'question.leave-one-out' }],
          },
        },
      ];
    },
  );
  const weighed = [...facts.gramsOfFood].flatMap(([foodId, grams]) => {
    const food = findFood(foodId);
    if (!food) return [];
    const per100 = expectedPer100g(food);
    // Each in parts of a usual day, so that fibre, fat and sugar can be compared.
    const weight =
      (grams / 100) *
      (per100.fibre_g / 25 +
        per100.saturated_fat_g / 25 +
        per100.free_sugars_g / 50 +
        (per100.fructan_g + per100.gos_g + per100.polyols_g) / 5 +
        per100.resistant_starch_g / 5 +
        per100.alcohol_g / 20);
    return [{ foodId, food, weight }];
  });
  const foods = weighed
    .sort((a, b) => b.weight - a.weight)
    .slice(0, Math.max(0, mostParts - habits.length))
    .map(
      ({ foodId, food }): PartOfLife => ({
        id: foodId,
        title: language === 'es' ? food.nameEs : food.name,
        plan: {
          name: `without-${foodId}`,
          title: food.name,
          changes: [
            {
              kind: 'food',
              adjustment: { kind: 'remove', foodId },
              rampDays: 0,
              period,
              field: 'question.leave-one-out',
            },
          ],
        },
      }),
    );
  return [...habits, ...foods];
}
