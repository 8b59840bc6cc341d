import type { SourceId } from '../../evidence/source-ids.ts';
import { logarithmToTen } from '../random/elementary.ts';
import type { PersonCourse } from '../simulate/contract.ts';
import { findSymptom, symptomDefinitions } from '../simulate/symptom-definitions.ts';
import type { OutcomeGroup } from './catalogue-shape.ts';
import { type Wording, wording } from './wording.ts';

export interface OutcomeDefinition {
  readonly id: string;
  readonly title: Wording;
  readonly group: OutcomeGroup;
  readonly unit: Wording;
  /** Which way is good for people. */
  readonly better: 'lower' | 'higher';
  /** Smallest difference that counts, in `unit`. */
  readonly smallest: number;
  /** `published` where people were asked; `chosen` where nobody has found one. */
  readonly smallestBasis: 'published' | 'chosen';
  readonly sources: readonly SourceId[];
  /** Decimals that carry meaning. */
  readonly decimals: number;
}

interface SeriesOutcome extends OutcomeDefinition {
  readonly series: string;
  /** `percent`: 100 (with / without - 1); `difference`: with - without; `log10`: log10(with / without). */
  readonly as: 'percent' | 'difference' | 'log10';
}

/**
 * No study has found a smallest difference in these that anyone notices. 20 % is a choice: the acceptance bands of
 * the negative controls call 15 % "no effect".
 */
const chosenPercent = 20;
/** Blood signals swing from day to day by so much in one person (specification, section 4): less does not count. */
const dayToDayPercent = { crp: 40, interleukin_6: 35, endotoxin: 50 } as const;
const percent = wording('% change', '% de cambio');

const seriesOutcomes: readonly SeriesOutcome[] = [
  {
    id: 'lining_small_bowel',
    title: wording('Leak of the small bowel (large sugars)', 'Fuga del intestino delgado (azúcares grandes)'),
    group: 'lining',
    unit: percent,
    better: 'lower',
    smallest: chosenPercent,
    smallestBasis: 'chosen',
    sources: [],
    decimals: 0,
    series: 'pl_sb',
    as: 'percent',
  },
  {
    id: 'lining_colon',
    title: wording('Leak of the colon (large sugars)', 'Fuga del colon (azúcares grandes)'),
    group: 'lining',
    unit: percent,
    better: 'lower',
    smallest: chosenPercent,
    smallestBasis: 'chosen',
    sources: [],
    decimals: 0,
    series: 'pl_co',
    as: 'percent',
  },
  {
    id: 'butyrate',
    title: wording('Butyrate in the lower colon', 'Butirato en el colon final'),
    group: 'bacteria',
    unit: percent,
    better: 'higher',
    smallest: chosenPercent,
    smallestBasis: 'chosen',
    sources: [],
    decimals: 0,
    series: 'dc_butyrate',
    as: 'percent',
  },
  {
    id: 'acids',
    title: wording('All acids from fibre', 'Todos los ácidos de la fibra'),
    group: 'bacteria',
    unit: percent,
    better: 'higher',
    smallest: chosenPercent,
    smallestBasis: 'chosen',
    sources: [],
    decimals: 0,
    series: 'dc_scfa',
    as: 'percent',
  },
  {
    id: 'bifidobacteria',
    title: wording('Bifidobacteria', 'Bifidobacterias'),
    group: 'bacteria',
    unit: wording('log10', 'log10'),
    better: 'higher',
    // Trials of inulin and scFOS call 0.14 to 0.24 an effect; a sequencing result scatters by 0.15.
    smallest: 0.2,
    smallestBasis: 'chosen',
    sources: ['kolida2007', 'bouhnik2006'],
    decimals: 2,
    series: 'mass_bif',
    as: 'log10',
  },
  {
    id: 'coliforms',
    title: wording('Coli-like bacteria (share)', 'Bacterias tipo coli (proporción)'),
    group: 'bacteria',
    unit: percent,
    better: 'lower',
    smallest: 2 * chosenPercent,
    smallestBasis: 'chosen',
    sources: [],
    decimals: 0,
    series: 'share_ent',
    as: 'percent',
  },
  {
    id: 'crp',
    title: wording('C-reactive protein', 'Proteína C reactiva'),
    group: 'inflammation',
    unit: percent,
    better: 'lower',
    smallest: dayToDayPercent.crp,
    smallestBasis: 'chosen',
    sources: [],
    decimals: 0,
    series: 'crp',
    as: 'percent',
  },
  {
    id: 'interleukin_6',
    title: wording('Interleukin 6', 'Interleucina 6'),
    group: 'inflammation',
    unit: percent,
    better: 'lower',
    smallest: dayToDayPercent.interleukin_6,
    smallestBasis: 'chosen',
    sources: [],
    decimals: 0,
    series: 'il6',
    as: 'percent',
  },
  {
    id: 'endotoxin',
    title: wording('Active endotoxin in blood', 'Endotoxina activa en sangre'),
    group: 'inflammation',
    unit: percent,
    better: 'lower',
    smallest: dayToDayPercent.endotoxin,
    smallestBasis: 'chosen',
    sources: [],
    decimals: 0,
    series: 'lps_free',
    as: 'percent',
  },
  {
    id: 'vitamin_d_status',
    title: wording('Vitamin D in blood', 'Vitamina D en sangre'),
    group: 'status',
    unit: wording('nmol/L', 'nmol/L'),
    better: 'higher',
    smallest: 10,
    smallestBasis: 'chosen',
    sources: [],
    decimals: 0,
    series: 'd25',
    as: 'difference',
  },
];

/** Published for pain: 2.2 points, which was 29.5 % of where people began. Used for other complaints too. */
export const noticeableShareOfScore = 0.295;
/** Below this score a share of it is too little to notice; the points alone count. */
export const shareCountsFromScore = 3;

const symptomTitlesEs: Readonly<Record<string, string>> = {
  bloating: 'Hinchazón',
  constipation: 'Estreñimiento',
  diarrhoea: 'Diarrea',
  pain: 'Dolor abdominal',
  fatigue: 'Cansancio',
  low_mood: 'Ánimo bajo',
  acne: 'Acné',
  eczema: 'Eccema',
  rash: 'Sarpullido',
  joint_pain: 'Dolor de articulaciones',
  food_reaction: 'Reacción a alimentos',
};

/** A symptom's outcome id. */
export const symptomOutcome = (symptom: string): string => `symptom_${symptom}`;
/** The symptom of an outcome id, or undefined. */
export function symptomOfOutcome(outcome: string): string | undefined {
  return outcome.startsWith('symptom_') ? outcome.slice('symptom_'.length) : undefined;
}

const symptomOutcomes: readonly OutcomeDefinition[] = symptomDefinitions.map((symptom) => ({
  id: symptomOutcome(symptom.id),
  title: wording(symptom.title, symptomTitlesEs[symptom.id] ?? symptom.title),
  group: 'symptoms',
  unit: wording('points of 10, beyond placebo', 'puntos de 10, más allá del placebo'),
  better: 'lower',
  smallest: symptom.minimalImportantDifference,
  smallestBasis: symptom.id === 'pain' ? 'published' : 'chosen',
  sources: ['spiegel-2009'],
  decimals: 1,
}));

/** Share of people who improve beyond those who improve on placebo; from trials, not from the model. */
export const trialOutcome: OutcomeDefinition = {
  id: 'trial_relief',
  title: wording('Relief in trials, beyond placebo', 'Alivio en ensayos, más allá del placebo'),
  group: 'symptoms',
  unit: wording('people of 100', 'personas de cada 100'),
  better: 'higher',
  smallest: 5,
  smallestBasis: 'chosen',
  sources: ['placebo_ibs'],
  decimals: 0,
};

const byId = new Map<string, OutcomeDefinition>(
  [...seriesOutcomes, ...symptomOutcomes, trialOutcome].map((outcome) => [outcome.id, outcome]),
);

/** What a symptom is called; the id of one that is only kept in diaries. */
export function symptomTitle(symptom: string, language: keyof Wording): string {
  return byId.get(symptomOutcome(symptom))?.title[language] ?? symptom;
}

export function outcomeById(id: string): OutcomeDefinition {
  const outcome = byId.get(id);
  if (!outcome) throw new RangeError(`there is no outcome ${id}`);
  return outcome;
}

/** Ids of what is asked of every change, for a person with these complaints. */
export function outcomesFor(complaints: readonly string[]): readonly string[] {
  return [
    ...seriesOutcomes.map(({ id }) => id),
    ...complaints.filter((symptom) => findSymptom(symptom)).map(symptomOutcome),
  ];
}

/** Series that a run must keep for the ranking. */
export const rankedSeries: readonly string[] = seriesOutcomes.map(({ series }) => series);

const daysPerWeek = 7;

/** Mean over the week that ends with day `week * 7 - 1`; the last week there is when the run is shorter. */
export function weekMean(daily: ArrayLike<number>, week: number): number {
  const end = Math.min(daily.length, week * daysPerWeek);
  const start = Math.max(0, end - daysPerWeek);
  let sum = 0;
  for (let day = start; day < end; day++) sum += daily[day] ?? Number.NaN;
  return sum / (end - start);
}

/**
 * The effect of a change in one virtual person: with it against without it, in the outcome's unit.
 *
 * @returns undefined when the model at hand has no such series
 */
export function effectOf(
  outcome: string,
  without: PersonCourse,
  withChange: PersonCourse,
  week: number,
): number | undefined {
  const definition = seriesOutcomes.find(({ id }) => id === outcome);
  if (!definition) return undefined;
  const before = without.daily[definition.series];
  const after = withChange.daily[definition.series];
  if (!before || !after) return undefined;
  const a = weekMean(before, week);
  const b = weekMean(after, week);
  if (definition.as === 'difference') return b - a;
  // A ratio of what is not positive says nothing.
  if (!(a > 0 && b > 0)) return undefined;
  if (definition.as === 'log10') return logarithmToTen(b / a);
  return 100 * (b / a - 1);
}

/** Positive is better: an effect in units of the smallest difference that counts. */
export function gain(outcome: OutcomeDefinition, effect: number): number {
  return ((outcome.better === 'lower' ? -1 : 1) * effect) / outcome.smallest;
}
