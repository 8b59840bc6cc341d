/** What a row measures, checked against the names of the model and made readable from a simulated life. */
import { parseClockHours } from '../person/quantity.ts';
import type { ScheduledTest } from '../person/schedule.ts';
import { nearest } from '../person/suggest.ts';
import { limits, symptomIds } from '../person/vocabulary.ts';
import type { PersonCourse } from '../simulate/contract.ts';
import { findTest, laboratoryTests, type ResultNoise } from '../simulate/laboratory-tests.ts';
import type { ModelVocabulary } from './model-vocabulary.ts';
import type { Path, PlanDocument } from './plan-document.ts';
import type { Measure, SimpleMeasure } from './plan-schema.ts';

const hoursPerDay = 24;
const defaultTestHour = 8;

/** What one number of a study asks of a simulated life. */
export interface CompiledMeasure {
  readonly unit: string;
  readonly tests: readonly ScheduledTest[];
  /** Series needed as daily means. */
  readonly daily: readonly string[];
  /** Series needed within days. */
  readonly fine: readonly string[];
  /** True when it reads symptoms, which are otherwise left out of the run. */
  readonly symptoms: boolean;
  /** First day that need not be run any more. */
  readonly endDay: number;
  /** Scatter of the assay, where it has one. */
  readonly noise: ResultNoise | undefined;
  /** The number of one simulated person, without assay noise; undefined where the model has none. */
  readonly read: (course: PersonCourse) => number | undefined;
}

/** Another time for the same measure. */
export interface MeasureTime {
  readonly day?: number | undefined;
  readonly fromDay?: number | undefined;
  readonly toDay?: number | undefined;
  readonly from?: string | undefined;
  readonly at?: string | undefined;
  readonly hours?: number | undefined;
}

/** The same measure at another time. */
export function atTime(measure: Measure, time: MeasureTime): Measure {
  if ('combine' in measure) return { ...measure, of: measure.of.map((each) => simpleAtTime(each, time)) };
  return simpleAtTime(measure, time);
}

function simpleAtTime(measure: SimpleMeasure, time: MeasureTime): SimpleMeasure {
  if ('test' in measure)
    return {
      ...measure,
      ...(time.day === undefined ? {} : { day: time.day }),
      ...(time.at === undefined ? {} : { at: time.at }),
    };
  if ('symptom' in measure)
    return {
      ...measure,
      ...(time.fromDay === undefined ? {} : { fromDay: time.fromDay }),
      ...(time.toDay === undefined ? {} : { toDay: time.toDay }),
    };
  const { fromDay, toDay, ...rest } = measure;
  return {
    ...rest,
    ...(time.day === undefined
      ? { ...(fromDay === undefined ? {} : { fromDay, toDay }) }
      : { day: time.day }),
    ...(time.fromDay === undefined ? {} : { fromDay: time.fromDay }),
    ...(time.toDay === undefined ? {} : { toDay: time.toDay }),
    ...(time.from === undefined ? {} : { from: time.from }),
    ...(time.hours === undefined ? {} : { hours: time.hours }),
  };
}

/** @returns undefined when the measure has an error, which `document` then holds */
export function compileMeasure(
  measure: Measure,
  vocabulary: ModelVocabulary,
  document: PlanDocument,
  path: Path,
): CompiledMeasure | undefined {
  if (!('combine' in measure)) return compileSimple(measure, vocabulary, document, path);
  const parts = measure.of.map((each, index) =>
    compileSimple(each, vocabulary, document, [...path, 'of', index]),
  );
  if (!parts.every((part) => part !== undefined)) return undefined;
  const [first] = parts;
  if (measure.combine === 'ratio' && parts.length !== 2) {
    document.error('Z7006', [...path, 'of'], 'A ratio is made of two measures.');
    return undefined;
  }
  const factor = measure.factor ?? 1;
  return {
    unit: measure.unit ?? (measure.combine === 'ratio' ? '1' : (first?.unit ?? '1')),
    tests: parts.flatMap(({ tests }) => tests),
    daily: parts.flatMap(({ daily }) => daily),
    fine: parts.flatMap(({ fine }) => fine),
    symptoms: parts.some(({ symptoms }) => symptoms),
    endDay: Math.max(...parts.map(({ endDay }) => endDay)),
    noise: first?.noise,
    read: (course) => {
      const values = parts.map((part) => part.read(course));
      if (!values.every((value) => value !== undefined)) return undefined;
      const [a = Number.NaN, b = Number.NaN] = values;
      if (measure.combine === 'ratio') return (factor * a) / b;
      if (measure.combine === 'difference') return factor * (a - b);
      return factor * values.reduce((sum, value) => sum + value, 0);
    },
  };
}

function compileSimple(
  measure: SimpleMeasure,
  vocabulary: ModelVocabulary,
  document: PlanDocument,
  path: Path,
): CompiledMeasure | undefined {
  if ('test' in measure) return compileTest(measure, document, path);
  if ('symptom' in measure) return compileSymptom(measure, document, path);
  return compileSeries(measure, vocabulary, document, path);
}

/** @returns the hour, or undefined with an error */
function hourOf(
  clock: string | undefined,
  otherwise: number,
  document: PlanDocument,
  path: Path,
): number | undefined {
  if (clock === undefined) return otherwise;
  const parsed = parseClockHours(clock);
  if (parsed.ok) return parsed.value;
  document.error('Z7024', path, `"${clock}" ${parsed.why}.`, 'Write for example "08:00", in quotes.');
  return undefined;
}

function goodDay(day: number, document: PlanDocument, path: Path): boolean {
  if (Number.isFinite(day) && day >= 0 && day < limits.longestHorizonDays) return true;
  document.error(
    'Z7024',
    path,
    `Day ${day} cannot be simulated.`,
    `Runs begin on day 0 and reach up to day ${limits.longestHorizonDays - 1}.`,
  );
  return false;
}

function compileTest(
  measure: Extract<SimpleMeasure, { test: string }>,
  document: PlanDocument,
  path: Path,
): CompiledMeasure | undefined {
  const test = findTest(measure.test);
  if (!test) {
    const ids = laboratoryTests.map(({ id }) => id);
    const near = nearest(measure.test, ids);
    document.error(
      'Z7010',
      [...path, 'test'],
      `There is no laboratory test "${measure.test}".`,
      near ? `Did you mean ${near}?` : `Tests: ${ids.join(', ')}. Mark the row notExpressible if none fits.`,
    );
    return undefined;
  }
  const result = test.results.find(({ id }) => id === measure.result);
  if (!result) {
    const ids = test.results.map(({ id }) => id);
    const near = nearest(measure.result, ids);
    document.error(
      'Z7011',
      [...path, 'result'],
      `The test ${test.id} has no result "${measure.result}".`,
      near ? `Did you mean ${near}?` : `Results: ${ids.join(', ')}.`,
    );
    return undefined;
  }
  const atHours = hourOf(measure.at, defaultTestHour, document, [...path, 'at']);
  if (!goodDay(measure.day, document, [...path, 'day']) || atHours === undefined) return undefined;
  const factor = measure.factor ?? 1;
  return {
    unit: measure.factor === undefined ? result.unit : '',
    tests: [{ test: test.id, day: measure.day, atHours }],
    daily: [],
    fine: [],
    symptoms: false,
    endDay: measure.day + Math.max(1, Math.ceil((atHours + test.hours) / hoursPerDay)),
    noise: result.noise,
    read: (course) => {
      const found = course.tests.find((each) => each.test === test.id && each.day === measure.day);
      const value = found?.exact[result.id];
      return value === undefined ? undefined : factor * value;
    },
  };
}

function compileSymptom(
  measure: Extract<SimpleMeasure, { symptom: string }>,
  document: PlanDocument,
  path: Path,
): CompiledMeasure | undefined {
  if (!(symptomIds as readonly string[]).includes(measure.symptom)) {
    const near = nearest(measure.symptom, symptomIds);
    document.error(
      'Z7030',
      [...path, 'symptom'],
      `The model has no symptom "${measure.symptom}".`,
      near ? `Did you mean ${near}?` : `Symptoms: ${symptomIds.join(', ')}.`,
    );
    return undefined;
  }
  const { fromDay, toDay } = measure;
  if (!goodDay(fromDay, document, [...path, 'fromDay'])) return undefined;
  if (!(toDay > fromDay) || !goodDay(toDay - 1, document, [...path, 'toDay'])) {
    if (!(toDay > fromDay))
      document.error('Z7024', [...path, 'toDay'], `Day ${toDay} does not come after day ${fromDay}.`);
    return undefined;
  }
  const factor = measure.factor ?? 1;
  return {
    unit: measure.factor === undefined ? 'points' : '',
    tests: [],
    daily: [],
    fine: [],
    symptoms: true,
    endDay: toDay,
    noise: undefined,
    read: (course) => {
      const days = course.symptoms[measure.symptom]?.expected.slice(fromDay, toDay);
      if (!days || days.length === 0) return undefined;
      return (factor * days.reduce((sum, value) => sum + value, 0)) / days.length;
    },
  };
}

function compileSeries(
  measure: Extract<SimpleMeasure, { series: string }>,
  vocabulary: ModelVocabulary,
  document: PlanDocument,
  path: Path,
): CompiledMeasure | undefined {
  const { series } = measure;
  const unit = vocabulary.series.get(series);
  if (unit === undefined) {
    const near = nearest(series, vocabulary.series.keys());
    document.error(
      'Z7012',
      [...path, 'series'],
      `The model has no series "${series}".`,
      near ? `Did you mean ${near}?` : 'Mark the row notExpressible if the model has none that fits.',
    );
    return undefined;
  }
  const factor = measure.factor ?? 1;
  const shared = {
    unit: measure.factor === undefined ? unit : '',
    tests: [],
    symptoms: false,
    noise: undefined,
  };
  const take = measure.take ?? 'mean';
  if (measure.from !== undefined || measure.hours !== undefined) {
    const fromHour = hourOf(measure.from, 0, document, [...path, 'from']);
    const day = measure.day ?? 0;
    const hours = measure.hours ?? 0;
    if (fromHour === undefined || !goodDay(day, document, [...path, 'day'])) return undefined;
    if (hours < 0) {
      document.error('Z7024', [...path, 'hours'], `A window of ${hours} hours cannot be.`);
      return undefined;
    }
    const start = hoursPerDay * day + fromHour;
    return {
      ...shared,
      daily: [],
      fine: [series],
      endDay: Math.ceil((start + Math.max(hours, 0.01)) / hoursPerDay),
      read: (course) => {
        const values = course.fine?.series[series];
        const times = course.fine?.timeHours;
        if (!values || !times) return undefined;
        const value = windowValue(times, values, start, start + hours, take);
        return value === undefined ? undefined : take === 'timeOfMax' ? value : factor * value;
      },
    };
  }
  const fromDay = measure.fromDay ?? measure.day ?? 0;
  const toDay = measure.toDay ?? fromDay + 1;
  if (!goodDay(fromDay, document, [...path, measure.fromDay === undefined ? 'day' : 'fromDay']))
    return undefined;
  if (!(toDay > fromDay) || !goodDay(toDay - 1, document, [...path, 'toDay'])) {
    if (!(toDay > fromDay))
      document.error('Z7024', [...path, 'toDay'], `Day ${toDay} does not come after day ${fromDay}.`);
    return undefined;
  }
  return {
    ...shared,
    daily: [series],
    fine: [],
    endDay: Math.ceil(toDay),
    read: (course) => {
      const days = course.daily[series]?.slice(Math.floor(fromDay), Math.ceil(toDay));
      if (!days || days.length === 0) return undefined;
      const list = [...days];
      const sum = list.reduce((total, value) => total + value, 0);
      const first = list[0] as number;
      const value = {
        mean: sum / list.length,
        sum,
        max: Math.max(...list),
        min: Math.min(...list),
        last: list.at(-1) as number,
        rise: Math.max(...list) - first,
        timeOfMax: list.indexOf(Math.max(...list)),
      }[take];
      return take === 'timeOfMax' ? value : factor * value;
    },
  };
}

/** One number of a window of a fine record; ends are interpolated. */
function windowValue(
  times: Float64Array,
  values: Float64Array,
  start: number,
  end: number,
  take: NonNullable<Extract<SimpleMeasure, { series: string }>['take']>,
): number | undefined {
  const at = (time: number): number | undefined => {
    const next = times.findIndex((each) => each >= time - 1e-9);
    if (next < 0) return undefined;
    const after = times[next] as number;
    if (next === 0 || after - time < 1e-9) return values[next];
    const before = times[next - 1] as number;
    const share = (time - before) / (after - before);
    return (values[next - 1] as number) * (1 - share) + (values[next] as number) * share;
  };
  const first = at(start);
  const last = at(end);
  if (first === undefined || last === undefined) return undefined;
  if (end - start < 1e-9) return first;
  const points: { time: number; value: number }[] = [{ time: start, value: first }];
  times.forEach((time, index) => {
    if (time > start && time < end) points.push({ time, value: values[index] as number });
  });
  points.push({ time: end, value: last });
  let area = 0;
  let max = points[0] as { time: number; value: number };
  let min = first;
  points.forEach((point, index) => {
    const previous = points[index - 1];
    if (previous) area += ((previous.value + point.value) / 2) * (point.time - previous.time);
    if (point.value > max.value) max = point;
    min = Math.min(min, point.value);
  });
  return {
    mean: area / (end - start),
    sum: area,
    max: max.value,
    min,
    last,
    rise: max.value - first,
    timeOfMax: max.time - start,
  }[take];
}
