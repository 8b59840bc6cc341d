import type { CatalogueChange, EvidenceGrade, EvidenceLine, OutcomeGroup } from './catalogue-shape.ts';
import type { OutcomeGist, OutcomeResult } from './effects.ts';
import { gain, type OutcomeDefinition, outcomeById, symptomOfOutcome } from './outcomes.ts';
import type { Wording } from './wording.ts';

/** How much a grade counts. N: good human data show no effect, so that what a model still sees counts nothing. */
export const gradeWeights: Readonly<Record<EvidenceGrade, number>> = { A: 1, B: 0.75, C: 0.4, D: 0.2, N: 0 };

/**
 * How much an outcome's gain counts: lining and complaints in full; signals in blood that nobody feels half; bacteria
 * are a means; the blood level of a vitamin is not what is ranked.
 */
export const groupWeights: Readonly<Record<OutcomeGroup, number>> = {
  lining: 1,
  symptoms: 1,
  inflammation: 0.5,
  bacteria: 0.25,
  status: 0,
};

/** A size of more than three smallest differences counts as three, so that no single outcome drowns the rest. */
const largestSize = 3;

/** Human evidence of the lining is the sugar test of the small bowel: a gain of the colon counts a little less. */
const colonShare = 0.8;

/** Where the catalogue says nothing about an outcome, the link is weak. */
const unsaidGrade: EvidenceGrade = 'D';

export interface Score {
  readonly value: number;
  /** The outcome that the score comes from. */
  readonly by: string | undefined;
  readonly chance: number;
  readonly size: number;
  readonly grade: EvidenceGrade;
  /** Taken off for the outcome that gets worse most. */
  readonly loss: number;
  readonly lossBy: string | undefined;
}

export const scoreFormula: Wording = {
  en: 'Score = the largest over all outcomes of chance of a difference that counts x size (in smallest differences that count, at most 3; for bacteria at most 1; relief seen in trials has size 1) x weight of the evidence grade (A 1, B 0.75, C 0.4, D 0.2, N 0) x weight of the outcome (lining of the small bowel and complaints 1, lining of the colon 0.8, signals in blood 0.5, bacteria 0.25, but 0 for someone who already eats 30 g of fibre a day), minus the same for the outcome that gets worse most; a complaint that gets worse counts in full, whatever the evidence, unless trials of overall relief stand for the change.',
  es: 'Puntuación = la mayor, entre todos los resultados, de probabilidad de una diferencia que cuenta x tamaño (en diferencias mínimas que cuentan, como mucho 3; en bacterias como mucho 1; el alivio visto en ensayos tiene tamaño 1) x peso del grado de las pruebas (A 1, B 0,75, C 0,4, D 0,2, N 0) x peso del resultado (revestimiento del intestino delgado y molestias 1, revestimiento del colon 0,8, señales en sangre 0,5, bacterias 0,25, pero 0 para quien ya come 30 g de fibra al día), menos lo mismo para el resultado que más empeora; una molestia que empeora cuenta entera, sean cuales sean las pruebas, salvo que ensayos de alivio general hablen del cambio.',
};

/** The evidence of a change for one outcome; undefined where the catalogue says nothing about it. */
export function evidenceFor(change: CatalogueChange, outcome: OutcomeDefinition): EvidenceLine | undefined {
  const symptom = symptomOfOutcome(outcome.id);
  return change.evidence.find(
    ({ on, symptoms }) =>
      on === outcome.group && (symptoms === undefined || symptom === undefined || symptoms.includes(symptom)),
  );
}

/** The grade of that evidence; weak where nothing is said. */
export function gradeFor(change: CatalogueChange, outcome: OutcomeDefinition): EvidenceGrade {
  return evidenceFor(change, outcome)?.grade ?? unsaidGrade;
}

/**
 * Chance x size x grade.
 *
 * @param roomForFibre false for someone who already eats what guidelines ask for: more of the same bacteria is no known gain
 */
export function scoreOf(
  change: CatalogueChange,
  outcomes: Readonly<Record<string, OutcomeGist>>,
  roomForFibre: boolean,
): Score {
  let best: Score = {
    value: 0,
    by: undefined,
    chance: 0,
    size: 0,
    grade: unsaidGrade,
    loss: 0,
    lossBy: undefined,
  };
  let loss = 0;
  let lossBy: string | undefined;
  const inTrials = outcomes.trial_relief !== undefined;
  for (const [id, result] of Object.entries(outcomes)) {
    const outcome = outcomeById(id);
    const grade = gradeFor(change, outcome);
    const groupWeight =
      outcome.group === 'bacteria' && !roomForFibre
        ? 0
        : groupWeights[outcome.group] * (id === 'lining_colon' ? colonShare : 1);
    const median = gain(outcome, result.p50);
    const weight = gradeWeights[grade] * groupWeight;
    // Who improves in a trial has noticed: no size beyond that is known.
    // More of the same bacteria than counts is no known further gain.
    const most = outcome.group === 'bacteria' ? 1 : largestSize;
    const size = result.basis === 'trials' ? 1 : Math.min(most, Math.abs(median));
    const value = median > 0 ? result.chanceNoticeable * size * weight : 0;
    if (value > best.value) best = { ...best, value, by: id, chance: result.chanceNoticeable, size, grade };
    // More of a complaint counts in full, whatever the evidence; what only a laboratory sees counts as gains do.
    // Where trials asked people how they were overall, what got worse is in their answer already.
    const harmWeight =
      outcome.group === 'symptoms' ? (inTrials ? 0 : 1) : outcome.group === 'bacteria' ? 0 : weight;
    const harm = median < 0 ? result.chanceNoticeablyWorse * size * harmWeight : 0;
    if (harm > loss) {
      loss = harm;
      lossBy = id;
    }
  }
  return { ...best, value: best.value - loss, loss, lossBy };
}

/** A gain can be told from none when at least this share of the virtual people has it ... */
const leastChance = 0.25;
/** ... and the median person has at least this part of the smallest difference that counts. */
const leastMedian = 0.5;
/** More or less butyrate is told when most have it. */
const leastChanceForBacteria = 0.5;

/** Whether a change can be told from no effect, for the better or for the worse. */
export function isDistinguishable(
  change: CatalogueChange,
  outcomes: Readonly<Record<string, OutcomeResult>>,
  roomForFibre: boolean,
): boolean {
  return Object.entries(outcomes).some(([id, result]) => {
    const outcome = outcomeById(id);
    const { group } = outcome;
    if (result.basis === 'trials') return result.p10 > 0;
    if (group === 'status' || gradeFor(change, outcome) === 'N') return false;
    if (group === 'bacteria') return roomForFibre && result.chanceNoticeable >= leastChanceForBacteria;
    const median = gain(outcome, result.p50);
    const chance = median > 0 ? result.chanceNoticeable : result.chanceNoticeablyWorse;
    return chance >= leastChance && Math.abs(median) >= leastMedian;
  });
}
