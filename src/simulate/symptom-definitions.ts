/**
 * Symptoms as an observation model (specification, section 5): a base rate, a few drivers with small weights,
 * expectancy, and a large day-to-day noise. There is no arrow from the leak of the lining to any symptom.
 */

export type Evidence =
  /** Several consistent human studies. */
  | 'A'
  /** One good or several small human studies. */
  | 'B'
  /** Conflicting. */
  | 'C'
  /** Weak or indirect. */
  | 'D';

export interface SymptomDriver {
  /** State or derived quantity of the model. */
  readonly series: string;
  /** `log` takes ln(value / healthy), `difference` value - healthy, `below` 1 when under the threshold. */
  readonly as: 'difference' | 'log' | 'below';
  /** One standard deviation between people, in the unit of `as`; the threshold for `below`. Assumed. */
  readonly spread: number;
  /** Shift of the latent score per standard deviation. */
  readonly weight: number;
  /** The weight is multiplied by this series (relative to health), e.g. gas hurts more in a sensitive gut. */
  readonly times?: string;
}

export interface SymptomDefinition {
  readonly id: string;
  readonly title: string;
  /** Share of adults with a score of 3 or more on at least one day of a week. */
  readonly weeklyBaseRate: number;
  /** Latent mean that gives this base rate (40,000 simulated people; specification, section 5). */
  readonly intercept: number;
  /** Weight of expectancy (placebo and nocebo). Assumed, 0 to 1. */
  readonly expectancyWeight: number;
  readonly drivers: readonly SymptomDriver[];
  readonly evidence: Evidence;
  readonly sources: readonly string[];
  /** Smallest difference of the 0-10 score that people notice. */
  readonly minimalImportantDifference: number;
  /** Said wherever the symptom is shown. */
  readonly note?: string;
}

const gas: SymptomDriver = { series: 'co_gas', as: 'difference', spread: 0.03, weight: 0.3, times: 'vs' };
/** Published for pain in irritable bowel syndrome: 2.2 points or 30 %. Used for the others too, which is assumed. */
const noticeablePoints = 2.2;
const regressionOnly =
  'This model knows no mechanism from the gut to this symptom, only a weak statistical link; nothing here explains it.';

export const symptomDefinitions: readonly SymptomDefinition[] = [
  {
    id: 'bloating',
    title: 'Bloating',
    weeklyBaseRate: 0.165,
    intercept: -3.43,
    expectancyWeight: 0.6,
    drivers: [
      gas,
      { series: 'kt', as: 'difference', spread: 0.15, weight: -0.3 },
      { series: 'sb_wat', as: 'difference', spread: 0.03, weight: 0.1 },
    ],
    evidence: 'B',
    sources: ['salvioli2005'],
    minimalImportantDifference: noticeablePoints,
  },
  {
    id: 'constipation',
    title: 'Constipation',
    weeklyBaseRate: 0.12,
    intercept: -3.84,
    expectancyWeight: 0.2,
    drivers: [{ series: 'kt', as: 'difference', spread: 0.15, weight: -0.54 }],
    evidence: 'A',
    sources: ['lewis1997'],
    minimalImportantDifference: noticeablePoints,
  },
  {
    id: 'diarrhoea',
    title: 'Diarrhoea',
    weeklyBaseRate: 0.1,
    intercept: -4.07,
    expectancyWeight: 0.2,
    drivers: [
      { series: 'kt', as: 'difference', spread: 0.15, weight: 0.54 },
      { series: 'sb_wat', as: 'difference', spread: 0.03, weight: 0.1 },
    ],
    evidence: 'B',
    sources: ['lewis1997'],
    minimalImportantDifference: noticeablePoints,
    note: 'The base rate is assumed.',
  },
  {
    id: 'pain',
    title: 'Abdominal pain',
    weeklyBaseRate: 0.04,
    intercept: -5.15,
    expectancyWeight: 0.6,
    drivers: [
      { series: 'vs', as: 'difference', spread: 0.3, weight: 0.4 },
      { series: 'mast', as: 'difference', spread: 0.3, weight: 0.2 },
      { series: 'kt', as: 'difference', spread: 0.15, weight: 0.1 },
    ],
    evidence: 'B',
    sources: ['barbara2004', 'hanning2021'],
    minimalImportantDifference: noticeablePoints,
  },
  {
    id: 'fatigue',
    title: 'Fatigue',
    weeklyBaseRate: 0.2,
    intercept: -3.15,
    expectancyWeight: 0.4,
    drivers: [
      { series: 'il6', as: 'log', spread: 0.35, weight: 0.03 },
      { series: 'sick', as: 'difference', spread: 1, weight: 1 },
      { series: 'ferr', as: 'below', spread: 15, weight: 0.3 },
    ],
    evidence: 'B',
    sources: ['cho2013', 'sicknessq2017'],
    minimalImportantDifference: noticeablePoints,
    note: 'The part that inflammation explains is tiny.',
  },
  {
    id: 'low_mood',
    title: 'Low mood',
    weeklyBaseRate: 0.08,
    intercept: -4.33,
    expectancyWeight: 0.4,
    drivers: [
      { series: 'crp', as: 'log', spread: 0.8, weight: 0.05 },
      { series: 'sick', as: 'difference', spread: 1, weight: 0.3 },
      { series: 'sload', as: 'difference', spread: 1, weight: 0.4 },
    ],
    evidence: 'B',
    sources: ['grigoleit2011'],
    minimalImportantDifference: noticeablePoints,
    note: regressionOnly,
  },
  {
    id: 'acne',
    title: 'Acne',
    weeklyBaseRate: 0.09,
    intercept: -4.19,
    expectancyWeight: 0.2,
    drivers: [{ series: 'skin', as: 'difference', spread: 1, weight: 1 }],
    evidence: 'B',
    sources: ['smith2007', 'juhl2018'],
    minimalImportantDifference: noticeablePoints,
    note: 'Through sugar and dairy, not through the lining of the gut.',
  },
  {
    id: 'eczema',
    title: 'Eczema',
    weeklyBaseRate: 0.035,
    intercept: -5.3,
    expectancyWeight: 0.2,
    drivers: [{ series: 'skin', as: 'difference', spread: 1, weight: 0.1 }],
    evidence: 'D',
    sources: [],
    minimalImportantDifference: noticeablePoints,
    note: regressionOnly,
  },
  {
    id: 'rash',
    title: 'Rash',
    weeklyBaseRate: 0.035,
    intercept: -5.3,
    expectancyWeight: 0.2,
    drivers: [{ series: 'skin', as: 'difference', spread: 1, weight: 0.1 }],
    evidence: 'D',
    sources: [],
    minimalImportantDifference: noticeablePoints,
    note: regressionOnly,
  },
  {
    id: 'joint_pain',
    title: 'Joint pain',
    weeklyBaseRate: 0.275,
    intercept: -2.67,
    expectancyWeight: 0.2,
    drivers: [],
    evidence: 'D',
    sources: [],
    minimalImportantDifference: noticeablePoints,
    note: `${regressionOnly} Its weight on C-reactive protein is drawn around zero.`,
  },
  {
    id: 'food_reaction',
    title: 'Reaction to food',
    weeklyBaseRate: 0.18,
    intercept: -3.31,
    expectancyWeight: 0.6,
    drivers: [
      { series: 'sb_lac', as: 'difference', spread: 1, weight: 0.3 },
      { ...gas, weight: 0.15 },
    ],
    evidence: 'B',
    sources: [],
    minimalImportantDifference: noticeablePoints,
    note: 'About half of the reactions that people report are confirmed by a blinded test.',
  },
];

/** @returns the definition, or undefined for an id that is not a symptom */
export function findSymptom(id: string): SymptomDefinition | undefined {
  return symptomDefinitions.find((symptom) => symptom.id === id);
}
