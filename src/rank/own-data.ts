import type { Measurement, NormalisedFile, ScheduledTest } from '../person/index.ts';
import { exponential, logarithm } from '../random/elementary.ts';
import type { PersonTestResult } from '../simulate/contract.ts';
import { findTest, type ResultDefinition } from '../simulate/index.ts';
import type { Complaint } from './facts.ts';
import { symptomTitle } from './outcomes.ts';
import type { OwnDataUse } from './result.ts';
import { resultUnitFactor } from './units-of-results.ts';
import { effectiveSampleSize, normalProbability } from './weighted.ts';
import { inSentence } from './why.ts';
import { type Language, withDecimalSign } from './wording.ts';

/** A laboratory result that can speak about virtual people. */
interface UsableResult {
  readonly test: string;
  readonly result: ResultDefinition;
  /** In the model's unit. */
  readonly value: number;
  readonly below: boolean;
  readonly label: string;
}

export interface OwnData {
  readonly results: readonly UsableResult[];
  readonly ignored: OwnDataUse['ignored'];
  readonly bristol: readonly number[];
  readonly complaints: readonly Complaint[];
}

/** With less than this many people's worth left, the data are softened. */
const fewestEffectivePeople = 5;
const dayMemory = 0.5;
/** What the model gets wrong about a result on top of the laboratory's scatter, logarithm (assumed). */
const modelLogError = 0.15;
/** The same for stool form, in steps of the Bristol scale (assumed). */
const modelFormError = 0.5;

/** What of the file's own results and diary can be used, and what cannot and why. */
export function ownDataOf(file: NormalisedFile, complaints: readonly Complaint[]): OwnData {
  const results: UsableResult[] = [];
  const ignored: OwnDataUse['ignored'][number][] = [];
  for (const measured of file.measured) {
    const usable = usableResult(measured);
    if (typeof usable === 'string') ignored.push({ what: labelOf(measured), because: usable });
    else results.push(usable);
  }
  return {
    results,
    ignored,
    bristol: file.diary.flatMap(({ bristol }) => bristol),
    complaints: complaints.filter(({ because }) => because === 'diary'),
  };
}

function labelOf({ test, result, value, unit, below }: Measurement): string {
  return [test, result, `${below ? '< ' : ''}${value}`, unit].filter((part) => part !== undefined).join(' ');
}

function usableResult(measured: Measurement): UsableResult | string {
  const test = findTest(measured.test);
  if (!test) return 'There is no such test in the model.';
  const wanted = measured.result ?? (test.results.length === 1 ? test.results[0]?.id : undefined);
  const result = test.results.find(({ id }) => id === wanted);
  if (!result)
    return `Which result of the test is it? One of: ${test.results
      .slice(0, 6)
      .map(({ id }) => id)
      .join(', ')}.`;
  const factor = measured.unit === undefined ? 1 : resultUnitFactor(measured.unit, result.unit);
  if (factor === undefined) return `The unit ${measured.unit} is not understood here; ${result.unit} is.`;
  const value = measured.value * factor;
  if (result.noise.kind === 'multiplicative' && value <= 0 && !measured.below)
    return 'A value of zero or less cannot be compared.';
  return { test: test.id, result, value, below: measured.below, label: labelOf(measured) };
}

/** The tests that life without change must take so that own results can be compared: on day 0, habitual life. */
export function testsForOwnData({ results, bristol }: OwnData): readonly ScheduledTest[] {
  const tests = new Set(results.map(({ test }) => test));
  if (bristol.length > 0) tests.add('bristol');
  return [...tests].map((test) => ({ test, day: 0, atHours: 8 }));
}

/** Standard deviation of a reported result around the model's, on the scale of its scatter. */
export function resultSpread({ noise }: ResultDefinition): number {
  return noise.kind === 'multiplicative'
    ? Math.sqrt(logarithm(1 + noise.withinPerson ** 2) + noise.betweenLaboratories ** 2 + modelLogError ** 2)
    : Math.hypot(noise.withinPerson, noise.betweenLaboratories);
}

function logLikelihood({ result, value, below }: UsableResult, exact: number): number {
  const spread = resultSpread(result);
  const z =
    result.noise.kind === 'multiplicative' ? logarithm(value / exact) / spread : (value - exact) / spread;
  return below ? logarithm(Math.max(1e-12, normalProbability(z))) : -0.5 * z * z;
}

/**
 * How much each virtual person counts, given the person's own results.
 *
 * @param tests by virtual person: what the tests of `testsForOwnData` show in life without change
 */
export function weightsFor(
  data: OwnData,
  tests: readonly (readonly PersonTestResult[])[],
): { readonly weights: readonly number[]; readonly softenedTo: number } {
  const exactOf = (person: readonly PersonTestResult[], test: string, result: string) =>
    person.find((one) => one.test === test)?.exact[result];
  const logWeights = tests.map((person) => {
    let sum = 0;
    for (const own of data.results) {
      const exact = exactOf(person, own.test, own.result.id);
      if (exact !== undefined && exact > 0) sum += logLikelihood(own, exact);
    }
    const form = exactOf(person, 'bristol', 'form');
    if (form !== undefined && data.bristol.length > 0) {
      const mean = data.bristol.reduce((a, b) => a + b, 0) / data.bristol.length;
      const independent = Math.max(1, (data.bristol.length * (1 - dayMemory)) / (1 + dayMemory));
      const spread = Math.hypot(0.8 / Math.sqrt(independent), modelFormError);
      sum -= 0.5 * ((mean - form) / spread) ** 2;
    }
    return sum;
  });
  const most = Math.max(...logWeights);
  const at = (power: number): number[] => logWeights.map((one) => exponential(power * (one - most)));
  const fewest = Math.min(fewestEffectivePeople, tests.length);
  if (effectiveSampleSize(at(1)) >= fewest) return { weights: at(1), softenedTo: 1 };
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (effectiveSampleSize(at(middle)) >= fewest) low = middle;
    else high = middle;
  }
  return { weights: at(low), softenedTo: low };
}

/** With at least this share of the people still counting, laboratory results said next to nothing. */
const unmovedShare = 0.9;

/** What is told of the data: population beside person, and that they moved nothing where they did not. */
export function ownDataUse(
  data: OwnData,
  weights: readonly number[],
  softenedTo: number,
  language: Language,
): OwnDataUse | null {
  const { results, ignored, bristol, complaints } = data;
  if (results.length + ignored.length + bristol.length + complaints.length === 0) return null;
  const es = language === 'es';
  const effective = effectiveSampleSize(weights);
  const weighed = results.length > 0 || bristol.length > 0;
  const movedByResults = weighed && effective < unmovedShare * weights.length;
  const moved = movedByResults || complaints.length > 0;
  const used = [
    ...results.map(({ label }) => ({
      what: label,
      how: es
        ? 'las personas virtuales con un valor parecido cuentan más'
        : 'virtual people with a similar value count more',
    })),
    ...(bristol.length > 0
      ? [
          {
            what: es
              ? `forma de las heces de ${bristol.length} entradas`
              : `stool form of ${bristol.length} entries`,
            how: es
              ? 'cuentan más quienes tienen una forma parecida'
              : 'virtual people with a similar form count more',
          },
        ]
      : []),
    ...complaints.map(({ symptom, days, meanScore }) => ({
      what: es
        ? `diario: ${inSentence(symptomTitle(symptom, 'es'))}, media ${withDecimalSign(meanScore?.toFixed(1) ?? '', 'es')} en ${days} ${days === 1 ? 'día' : 'días'}`
        : `diary: ${inSentence(symptomTitle(symptom, 'en'))}, mean ${meanScore?.toFixed(1)} over ${days} ${days === 1 ? 'day' : 'days'}`,
      how: es
        ? 'el nivel propio de cada persona virtual se ajusta a él'
        : "each virtual person's own level is moved to it",
    })),
  ];
  const says = !moved
    ? es
      ? 'Tus datos no han cambiado nada: la respuesta es la de personas como tú.'
      : 'Your own data moved nothing: the answer is that for people like you.'
    : movedByResults
      ? es
        ? `Con tus resultados cuentan como ${effective.toFixed(0)} de ${weights.length} personas virtuales.`
        : `With your results the ${weights.length} virtual people are worth ${effective.toFixed(0)}.`
      : es
        ? weighed
          ? 'Tus resultados no han cambiado nada; tu diario fija de qué nivel partes.'
          : 'Tu diario fija de qué nivel partes.'
        : weighed
          ? 'Your results moved nothing; your diary sets the level that you start from.'
          : 'Your diary sets the level that you start from.';
  return {
    used,
    ignored,
    people: weights.length,
    effectiveSampleSize: Math.round(10 * effective) / 10,
    softenedTo: Math.round(1000 * softenedTo) / 1000,
    moved,
    says,
  };
}
