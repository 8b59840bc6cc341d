import { findFood } from '../foods/index.ts';
import type { FoodKnowledge, NormalisedPlan, SafetyFlagId } from '../person/index.ts';
import type { CatalogueChange } from './catalogue-shape.ts';
import { type PersonFacts, unitsPerMicrogram } from './facts.ts';
import { holds } from './rules.ts';
import { type SafetyRule, safetyRules } from './safety-rules.ts';
import type { Language } from './wording.ts';

/** Tolerable upper intake of vitamin D for adults, all sources together (`efsa-vitamin-d-2023`). */
export const vitaminDUpperUg = 100;

/** One safety sentence, as the result and the report carry it. */
export interface SafetyNote {
  readonly rule: string;
  readonly says: string;
  /** Where a question is open: what holds if its answer is yes, without saying so again. */
  readonly ifYes?: string;
  readonly sources: readonly string[];
}

export interface SafetyAnswer {
  /** A rule under which this change is not offered to this person. */
  readonly stop: SafetyNote | undefined;
  readonly cautions: readonly SafetyNote[];
  /** Questions whose answer would change this. */
  readonly asks: readonly SafetyFlagId[];
}

const note = ({ id, says, sources }: SafetyRule, language: Language): SafetyNote => ({
  rule: id,
  says: says[language],
  sources,
});

/**
 * What the rules say about one change for one person. There is no way to leave a rule out.
 *
 * @param plan the change as it is for this person (its foods are checked against allergies and ways of eating)
 */
export function safetyOf(
  change: CatalogueChange,
  plan: NormalisedPlan,
  facts: PersonFacts,
  knowledge: FoodKnowledge,
  language: Language,
): SafetyAnswer {
  let stop: SafetyNote | undefined;
  const cautions: SafetyNote[] = [];
  const asks: SafetyFlagId[] = [];
  for (const rule of safetyRules) {
    if (!rule.tags?.some((tag) => change.tags.includes(tag))) continue;
    const truth = rule.when === undefined ? 'yes' : holds(rule.when, facts);
    // Coeliac disease that was not asked about is not coeliac disease that was found.
    const applies = truth === 'yes' || (truth === 'unknown' && rule.id === 'coeliac_first');
    if (applies && rule.effect === 'stop') stop ??= note(rule, language);
    else if (applies) cautions.push(note(rule, language));
    else if (truth === 'unknown' && rule.asks) {
      asks.push(rule.asks);
      cautions.push({
        ...note(rule, language),
        rule: `${rule.id}_unanswered`,
        says: asked(rule, language),
        ifYes: rule.says[language],
      });
    }
  }
  stop ??= foodsThatDoNotFit(plan, facts, knowledge, language);
  const limit = change.tags.includes('vitamin-d') ? vitaminDTotal(plan, facts, language) : undefined;
  if (limit?.over) stop ??= limit.note;
  else if (limit) cautions.push(limit.note);
  return { stop, cautions, asks: [...new Set(asks)] };
}

function asked({ says }: SafetyRule, language: Language): string {
  return language === 'es'
    ? `No has respondido esta pregunta. Si es que sí: ${says.es}`
    : `You have not answered this question. If the answer is yes: ${says.en}`;
}

/** Sentences that come before everything else, and the questions that have not been answered. */
export function safetyOfPerson(
  facts: PersonFacts,
  language: Language,
): { readonly doctor: readonly SafetyNote[]; readonly unanswered: readonly SafetyFlagId[] } {
  const doctor: SafetyNote[] = [];
  for (const rule of safetyRules) {
    if (rule.effect === 'doctor' && rule.when && holds(rule.when, facts) === 'yes')
      doctor.push(note(rule, language));
  }
  const vitaminD = facts.numbers.vitamin_d_ug ?? 0;
  if (vitaminD > vitaminDUpperUg) {
    doctor.push({
      rule: 'vitamin_d_over_limit',
      says:
        language === 'es'
          ? `Tomas unos ${Math.round(vitaminD)} µg de vitamina D al día entre todas las fuentes; el límite es ${vitaminDUpperUg} µg. Habla con un médico y no la dejes sin más si está recetada.`
          : `You take about ${Math.round(vitaminD)} µg of vitamin D a day from all sources; the limit is ${vitaminDUpperUg} µg. Talk with a doctor, also if it was prescribed.`,
      sources: ['efsa-vitamin-d-2023'],
    });
  }
  const unanswered = Object.entries(facts.file.person.safety).flatMap(([flag, answer]) =>
    answer === 'unanswered' ? [flag as SafetyFlagId] : [],
  );
  return { doctor, unanswered };
}

/** Vitamin D of food, of what is taken already and of the change together, against the upper limit. */
function vitaminDTotal(
  plan: NormalisedPlan,
  facts: PersonFacts,
  language: Language,
): { readonly over: boolean; readonly note: SafetyNote } {
  const added = plan.changes.reduce(
    (sum, change) =>
      change.kind === 'exposure' && change.use.exposureId === 'vitamin_d'
        ? sum + (change.use.dose * change.use.atHours.length) / unitsPerMicrogram
        : sum,
    0,
  );
  const total = (facts.numbers.vitamin_d_ug ?? 0) + added;
  const over = total > vitaminDUpperUg;
  const micrograms = Math.round(total);
  return {
    over,
    note: {
      rule: 'vitamin_d_upper',
      says:
        language === 'es'
          ? `Con esto llegas a unos ${micrograms} µg de vitamina D al día entre comida y suplementos; el límite es ${vitaminDUpperUg} µg.`
          : `With this you reach about ${micrograms} µg of vitamin D a day from food and supplements together; the limit is ${vitaminDUpperUg} µg.`,
      sources: ['efsa-vitamin-d-2023'],
    },
  };
}

const styleLeavesOut = {
  vegan: ['meat', 'fish', 'egg', 'dairy'],
  vegetarian: ['meat', 'fish'],
  gluten_free: ['gluten'],
  dairy_free: ['dairy'],
} as const;

const allergyWords: Readonly<Record<string, readonly string[]>> = {
  nuts: ['almonds', 'walnuts', 'hazelnuts', 'cashews', 'pistachios'],
  'tree nuts': ['almonds', 'walnuts', 'hazelnuts', 'cashews', 'pistachios'],
  'frutos secos': ['almonds', 'walnuts', 'hazelnuts', 'cashews', 'pistachios'],
  milk: ['yogurt_whole', 'kefir', 'milk_whole', 'feta', 'cheddar'],
  fish: ['salmon_farmed', 'sardines'],
  soy: ['soymilk', 'tofu'],
};

/** A change that would bring what this person cannot or will not eat is not offered. */
function foodsThatDoNotFit(
  plan: NormalisedPlan,
  facts: PersonFacts,
  knowledge: FoodKnowledge,
  language: Language,
): SafetyNote | undefined {
  const { person, habitual } = facts.file;
  const brought = new Set(
    plan.changes.flatMap((change): string[] => {
      if (change.kind === 'diet' && change.diet.kind === 'menu')
        return (knowledge.menu(change.diet.menuId) ?? []).map(({ foodId }) => foodId);
      if (change.kind !== 'food') return [];
      if (change.adjustment.kind === 'add') return [change.adjustment.foodId];
      return change.adjustment.kind === 'swap' ? [change.adjustment.withFoodId] : [];
    }),
  );
  const unwanted = (foodId: string): string | undefined => {
    const kinds = knowledge.holds(foodId);
    const style = habitual.style.find((one) => styleLeavesOut[one].some((kind) => kinds.includes(kind)));
    if (style) return style;
    if (kinds.includes('gluten') && person.conditions?.some((one) => one.startsWith('coeliac')))
      return 'coeliac';
    if (kinds.includes('dairy') && person.conditions?.includes('milk_allergy')) return 'milk_allergy';
    const allergy = person.foodAllergies.find(
      (words) =>
        knowledge.find(words) === foodId || allergyWords[words.trim().toLowerCase()]?.includes(foodId),
    );
    return allergy === undefined ? undefined : 'allergy';
  };
  for (const foodId of brought) {
    const reason = unwanted(foodId);
    if (reason === undefined) continue;
    const food = findFood(foodId);
    const name = (language === 'es' ? food?.nameEs : food?.name) ?? foodId;
    return {
      rule: `does_not_fit_${reason}`,
      says:
        language === 'es'
          ? `Lleva ${name}, que no encaja contigo (${reasonsEs[reason] ?? reason}).`
          : `It brings ${name}, which does not go with you (${reason.replaceAll('_', ' ')}).`,
      sources: [],
    };
  }
  return undefined;
}

const reasonsEs: Readonly<Record<string, string>> = {
  vegan: 'vegano',
  vegetarian: 'vegetariano',
  gluten_free: 'sin gluten',
  dairy_free: 'sin lácteos',
  coeliac: 'celiaquía',
  milk_allergy: 'alergia a la leche',
  allergy: 'alergia',
};
