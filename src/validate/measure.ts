/** What a row measures, checked against the names of the model and made readable from a simulated life. */
import { parseClockHours } from '../person/quantity.ts';
import type { ScheduledTest } from '../person/schedule.ts';
import { limits } from '../person/vocabulary.ts';
import type { PersonCourse } from '../simulate/contract.ts';
import {
  findTest,
  laboratoryTests,
  type ResultNoise,
  type TestDefinition,
} from '../simulate/laboratory-tests.ts';
import { symptomDefinitions } from '../simulate/symptom-definitions.ts';
import type { ModelVocabulary } from './model-vocabulary.ts';
import {
  adviceOnLacking,
  seriesForTest,
  suggestResult,
  suggestSeries,
  suggestSymptom,
  suggestTest,
  testCalled,
} from './names.ts';
import type { Path, PlanDocument } from './plan-document.ts';
import type { Measure, SimpleMeasure } from './plan-schema.ts';

const hoursPerDay = 24;
const defaultTestHour = 8;
const symptomIds = symptomDefinitions.map(({ id }) => id);

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
  if ('symptom' in measure) {
    const { day, fromDay, toDay, ...rest } = measure;
    if (time.day !== undefined) return { ...rest, day: time.day };
    return {
      ...rest,
      ...(time.fromDay === undefined && day !== undefined ? { day } : {}),
      ...(time.fromDay === undefined ? { fromDay, toDay } : { fromDay: time.fromDay }),
      ...(time.toDay === undefined ? {} : { toDay: time.toDay }),
    };
  }
  const { fromDay, toDay, ...rest } = measure;
  // A moment in place of a moment or of a window, and a window in place of a moment.
  if (time.at !== undefined) {
    const { from: _, hours: __, ...plain } = rest;
    return { ...plain, ...(time.day === undefined ? {} : { day: time.day }), at: time.at };
  }
  if (time.from !== undefined) delete rest.at;
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

/**
 * Keys of a time that the measure cannot take: told, for else the number would silently be that of another time.
 *
 * @returns whether the time fits
 */
export function timeFits(measure: Measure, time: MeasureTime, document: PlanDocument, path: Path): boolean {
  if ('combine' in measure) return measure.of.every((each) => timeFits(each, time, document, path));
  const unfit = (['fromDay', 'toDay', 'from', 'at', 'hours'] as const).filter(
    (key) =>
      time[key] !== undefined &&
      ('test' in measure ? key !== 'at' : 'symptom' in measure && key !== 'fromDay' && key !== 'toDay'),
  );
  for (const key of unfit)
    document.error(
      'Z7024',
      [...path, key],
      'test' in measure ? `A test has no "${key}".` : `A symptom has no "${key}".`,
      'test' in measure
        ? 'It is taken on one day: write day, and at for the time of the drink or sample.'
        : 'Symptoms are those of whole days: write day, or fromDay and toDay.',
    );
  return unfit.length === 0;
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
  const wanted = { ratio: 'two', difference: 'two or more', sum: 'two or more', inverse: 'one or more' }[
    measure.combine
  ];
  if (measure.combine === 'ratio' ? parts.length !== 2 : measure.combine !== 'inverse' && parts.length < 2) {
    document.error(
      'Z7006',
      [...path, 'of'],
      `The combination "${measure.combine}" is made of ${wanted} measures.`,
    );
    return undefined;
  }
  const factor = measure.factor ?? 1;
  return {
    unit:
      measure.unit ??
      (measure.combine === 'ratio'
        ? '1'
        : measure.combine === 'inverse'
          ? inverseUnit(first?.unit ?? '1')
          : (first?.unit ?? '1')),
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
      if (measure.combine === 'inverse') return factor * values.reduce((sum, value) => sum + 1 / value, 0);
      if (measure.combine === 'difference') return factor * (a - b);
      return factor * values.reduce((sum, value) => sum + value, 0);
    },
  };
}

const inverseUnit = (unit: string): string => (unit.startsWith('1/') ? unit.slice(2) : `1/${unit}`);

function compileSimple(
  measure: SimpleMeasure,
  vocabulary: ModelVocabulary,
  document: PlanDocument,
  path: Path,
): CompiledMeasure | undefined {
  if ('test' in measure) return compileTest(measure, vocabulary, document, path);
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
  vocabulary: ModelVocabulary,
  document: PlanDocument,
  path: Path,
): CompiledMeasure | undefined {
  const test = findTest(measure.test);
  if (!test) {
    const ids = laboratoryTests.map(({ id }) => id);
    const called = testCalled(measure.test, ids);
    const series = called ? undefined : seriesForTest(measure.test, vocabulary.series);
    const near = called ?? suggestTest(measure.test, ids);
    const fix =
      adviceOnLacking(measure.test) ??
      (series
        ? `It is a series of the model: write series: ${series} (in ${vocabulary.series.get(series) ?? ''}).`
        : near
          ? `Did you mean ${near}?`
          : `Tests: ${ids.join(', ')}. Mark the row notExpressible if none fits.`);
    document.error('Z7010', [...path, 'test'], `There is no laboratory test "${measure.test}".`, fix);
    return undefined;
  }
  const [only, ...others] = test.results;
  const named = measure.result;
  const result =
    named === undefined && others.length === 0 ? only : test.results.find(({ id }) => id === named);
  if (!result) {
    const ids = test.results.map(({ id }) => id);
    const near = named === undefined ? undefined : suggestResult(named, ids);
    document.error(
      named === undefined ? 'Z7005' : 'Z7011',
      [...path, 'result'],
      named === undefined ? '"result" is missing.' : `The test ${test.id} has no result "${named}".`,
      near ? `Did you mean ${near}?` : resultsText(test, named),
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

/** Which results there are; of urine tests the probes and the windows, not every pair of them. */
function resultsText(test: TestDefinition, named: string | undefined): string {
  const windows = new Set<string>();
  const stems = new Set<string>();
  const others: string[] = [];
  for (const { id } of test.results) {
    const [, stem, window] = /^(.*)_(\d+_\d+h)$/.exec(id) ?? [];
    if (stem !== undefined && window !== undefined) {
      stems.add(stem);
      windows.add(window);
    } else others.push(id);
  }
  if (windows.size === 0) return `Results: ${others.join(', ')}.`;
  const probes = named?.replace(/_\d+_\d+h$/, '').split('_') ?? [];
  const isRatio = probes.length === 2 && !stems.has(probes.join('_'));
  return `Results are one of ${[...stems].join(', ')}, then one of ${[...windows].join(', ')}: for example ${[...stems][0]}_${[...windows][0]}.${isRatio ? ' A ratio of two results, also of two tests, is written {combine: ratio, of: [..., ...]}.' : ''} Other windows within 24 h are differences of these: {combine: difference, of: [..., ...]}.`;
}

function compileSymptom(
  measure: Extract<SimpleMeasure, { symptom: string }>,
  document: PlanDocument,
  path: Path,
): CompiledMeasure | undefined {
  if (!(symptomIds as readonly string[]).includes(measure.symptom)) {
    const near = suggestSymptom(measure.symptom, symptomIds);
    document.error(
      'Z7030',
      [...path, 'symptom'],
      `The model has no symptom "${measure.symptom}".`,
      near ? `Did you mean ${near}?` : `Symptoms: ${symptomIds.join(', ')}.`,
    );
    return undefined;
  }
  if (measure.day === undefined && (measure.fromDay === undefined || measure.toDay === undefined)) {
    document.error(
      'Z7005',
      path,
      'The symptom does not say its day.',
      'Add day: N, or fromDay and toDay for the mean of several days.',
    );
    return undefined;
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
    const near = suggestSeries(series, vocabulary.series.keys());
    const test = near
      ? undefined
      : suggestTest(
          series,
          laboratoryTests.map(({ id }) => id),
        );
    document.error(
      'Z7012',
      [...path, 'series'],
      `The model has no series "${series}".`,
      adviceOnLacking(series) ??
        (near
          ? `Did you mean ${near}?`
          : test
            ? `There is a laboratory test: write test: ${test}.`
            : 'docs/vocabulary.md and docs/model list them. Mark the row notExpressible if none fits.'),
    );
    return undefined;
  }
  if (measure.at !== undefined && (measure.from !== undefined || measure.hours !== undefined)) {
    document.error(
      'Z7024',
      [...path, 'at'],
      'A moment (at) and a window (from, hours) cannot both be given.',
      'Keep one of them.',
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
  if (measure.from !== undefined || measure.hours !== undefined || measure.at !== undefined) {
    const fromHour = hourOf(measure.at ?? measure.from, 0, document, [
      ...path,
      measure.at === undefined ? 'from' : 'at',
    ]);
    const day = measure.day ?? 0;
    if (measure.day === undefined) {
      document.error(
        'Z7005',
        path,
        'The hours do not say their day.',
        'Add day: N, the day that the window begins on.',
      );
      return undefined;
    }
    const hours = measure.hours ?? 0;
    if (fromHour === undefined || !goodDay(day, document, [...path, 'day'])) return undefined;
    if (hours < 0) {
      document.error('Z7024', [...path, 'hours'], `A window of ${hours} hours cannot be.`);
      return undefined;
    }
    const start = hoursPerDay * day + fromHour;
    return {
      ...shared,
      ...(take === 'timeOfMax' ? { unit: 'h' } : {}),
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
    ...(take === 'timeOfMax' ? { unit: 'd' } : {}),
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
