/** One row of a plan: form, names, units, spreads; then what must be run for it. */

import { nearest, plainWords } from '../person/suggest.ts';
import { atTime, type CompiledMeasure, compileMeasure, type MeasureTime, timeFits } from './measure.ts';
import type { ModelVocabulary } from './model-vocabulary.ts';
import type { PlannedPoint, PlannedRow } from './plan.ts';
import type { Path, PlanDocument } from './plan-document.ts';
import { type Measure, type PlanHead, type PlanRow, rowKinds, rowSchemas } from './plan-schema.ts';
import { isRecord, reportIssues } from './report-issues.ts';
import { interval80, type RowClass, type SpreadKind } from './score.ts';
import { factorToWritten, needsNoUnit } from './units.ts';

/** Where neither study nor specification gives a margin. */
const defaultMargin: readonly [number, number] = [0.85, 1.15];

interface ObservedNumber {
  readonly value: number;
  readonly unit?: string | undefined;
  readonly spread?: number | number[] | undefined;
  readonly spreadKind?: SpreadKind | undefined;
  readonly n?: number | undefined;
}

/** @returns undefined when the row has an error, which `document` then holds */
export function compileRow(
  written: unknown,
  index: number,
  head: PlanHead,
  vocabulary: ModelVocabulary,
  document: PlanDocument,
): PlannedRow | undefined {
  const path: Path = ['rows', index];
  const row = checkForm(written, path, document);
  if (!row) return undefined;
  return new RowCompiler(row, path, head, vocabulary, document).compile();
}

/** What papers and other programs call the kinds. */
const kindNames: Readonly<Record<string, readonly string[]>> = {
  fold: ['ratio', 'fold change', 'percent change', 'relative change', 'ratio of means'],
  difference: ['change', 'mean difference', 'absolute change', 'delta'],
  value: ['mean', 'median', 'level', 'absolute', 'concentration'],
  range: ['reference range', 'interval'],
  share: ['proportion', 'prevalence', 'percentage', 'responders', 'sensitivity'],
  correlation: ['r', 'pearson', 'spearman'],
  direction: ['sign', 'trend', 'increase', 'decrease', 'up', 'down'],
  null: ['no change', 'no effect', 'equivalence', 'unchanged', 'none'],
};
const effectSizes = [
  'smd',
  'standardised mean difference',
  'standardized mean difference',
  'cohens d',
  'hedges g',
  'effect size',
];
const oddsRatios = ['or', 'odds ratio', 'rr', 'risk ratio', 'relative risk'];

function kindAdvice(kind: unknown): string {
  const all = `Kinds: ${rowKinds.join(', ')}.`;
  if (typeof kind !== 'string') return all;
  const plain = plainWords(kind);
  if (effectSizes.includes(plain))
    return 'A standardised difference cannot be compared with amounts: write kind: direction, or fold with the means themselves.';
  if (oddsRatios.includes(plain))
    return 'Odds and risks are not compared: write kind: share for each arm, or kind: direction.';
  const named = Object.entries(kindNames).find(([, names]) => names.includes(plain))?.[0];
  const near = named ?? nearest(kind, rowKinds);
  return near ? `Did you mean ${near}?` : all;
}

function checkForm(written: unknown, path: Path, document: PlanDocument): PlanRow | undefined {
  if (!isRecord(written)) {
    document.error('Z7006', path, 'A row is a group of keys.', 'docs/validation.md shows one of each kind.');
    return undefined;
  }
  // Unquoted, YAML reads `kind: null` as no value; what was meant is plain.
  const kind = written.kind === null ? 'null' : written.kind;
  if (typeof kind !== 'string' || !(rowKinds as readonly string[]).includes(kind)) {
    document.error(
      kind === undefined ? 'Z7005' : 'Z7007',
      [...path, 'kind'],
      kind === undefined ? 'The row does not say its kind.' : `"${String(kind)}" is not a kind of row.`,
      kindAdvice(kind),
    );
    return undefined;
  }
  const schema = rowSchemas[kind as keyof typeof rowSchemas];
  const result = schema.safeParse({ ...written, kind });
  if (result.success) return result.data;
  reportIssues(result.error.issues, path, written, Object.keys(schema.shape), document);
  return undefined;
}

class RowCompiler {
  private readonly row: PlanRow;
  private readonly path: Path;
  private readonly head: PlanHead;
  private readonly vocabulary: ModelVocabulary;
  private readonly document: PlanDocument;
  private broken = false;

  constructor(row: PlanRow, path: Path, head: PlanHead, vocabulary: ModelVocabulary, document: PlanDocument) {
    this.row = row;
    this.path = path;
    this.head = head;
    this.vocabulary = vocabulary;
    this.document = document;
  }

  compile(): PlannedRow | undefined {
    const { row } = this;
    if (row.role === 'negative' && row.kind !== 'null')
      this.fail(
        'Z7031',
        ['role'],
        'A row of role negative must be of kind null.',
        'Write kind: null, with its margin.',
      );
    const margin = this.margin();
    const points = row.notExpressible === undefined ? this.points() : [];
    if (this.broken) return undefined;
    return {
      id: row.id,
      study: this.head.study,
      group: row.group ?? this.head.group,
      kind: row.kind,
      role: row.role,
      class: this.class(),
      statistic: row.statistic ?? 'mean',
      design: this.head.design,
      points,
      margin,
      notExpressible: row.notExpressible,
      why: row.why,
      paper: row.place,
      where: this.document.placeOf(this.path),
    };
  }

  private class(): RowClass {
    if (this.row.notExpressible !== undefined) return 'not-expressible';
    if (this.row.role === 'set') return 'set';
    return this.row.class ?? 'scored';
  }

  private fail(code: Parameters<PlanDocument['error']>[0], at: Path, message: string, fix?: string): void {
    this.broken = true;
    this.document.error(code, [...this.path, ...at], message, fix);
  }

  private margin(): readonly [number, number] | undefined {
    const { row } = this;
    if (row.kind !== 'null') return undefined;
    const none = row.scale === 'difference' ? 0 : 1;
    if (row.margin === undefined) {
      if (row.scale === 'difference')
        this.fail(
          'Z7025',
          ['scale'],
          'A null on differences needs a margin.',
          'Write margin: [low, high] in its unit.',
        );
      return defaultMargin;
    }
    const [low = Number.NaN, high = Number.NaN] = row.margin;
    if (!(low < none && none < high) || (none === 1 && low <= 0))
      this.fail(
        'Z7025',
        ['margin'],
        `[${low}, ${high}] is not an interval around no effect (${none}).`,
        none === 1 ? 'Write bounds of a ratio, such as [0.85, 1.15].' : 'Write bounds of a difference.',
      );
    return [low, high];
  }

  private points(): PlannedPoint[] {
    const { row } = this;
    if (row.measure === undefined) {
      this.fail(
        'Z7005',
        ['measure'],
        '"measure" is missing.',
        'Say what is measured, or mark the row notExpressible.',
      );
      return [];
    }
    const [firstPoint] = row.kind === 'timeCourse' ? row.points : [];
    const measure = this.measure(firstPoint ? atTime(row.measure, firstPoint) : row.measure, ['measure']);
    switch (row.kind) {
      case 'fold':
        return this.single(measure, row.observed, 'ratio', ['observed']);
      case 'difference':
        return this.single(measure, row.observed, 'difference', ['observed']);
      case 'value':
        return this.single(measure, row.observed, 'absolute', ['observed']);
      case 'range': {
        const { low, high, unit } = row.observed;
        if (!(low < high)) this.fail('Z7027', ['observed'], `${low} to ${high} is not a range.`);
        const middle = low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
        return this.single(measure, { value: middle, unit }, 'absolute', ['observed']).map((point) => ({
          ...point,
          observedRange: [low, high] as const,
        }));
      }
      case 'null': {
        const contrast = row.scale ?? 'ratio';
        const observed = row.observed;
        return this.single(
          measure,
          {
            ...observed,
            value: observed?.value ?? (contrast === 'ratio' ? 1 : 0),
            unit: observed?.unit ?? row.unit,
          },
          contrast,
          observed?.value === undefined ? [] : ['observed'],
        );
      }
      case 'direction': {
        const up = row.observed.direction === 'up';
        return this.single(measure, { value: up ? 2 : 0.5 }, 'ratio', ['observed']).map((point) => ({
          ...point,
          observedDirection: up ? (1 as const) : (-1 as const),
        }));
      }
      case 'share':
        return this.share(measure, row);
      case 'correlation':
        return this.correlation(measure, row);
      case 'timeCourse':
        // What is wrong with the measure itself is told once, not at every point.
        if (!measure) return [];
        return row.points.flatMap((point, index) => {
          const at: Path = ['points', index];
          const time: MeasureTime = point;
          if (point.day === undefined && point.from === undefined && point.at === undefined)
            this.fail(
              'Z7005',
              at,
              'The point does not say its day or time.',
              'Add day: N, or from: "10:00".',
            );
          if (!timeFits(row.measure as Measure, time, this.document, [...this.path, ...at]))
            this.broken = true;
          return this.single(
            this.measure(atTime(row.measure as Measure, time), at),
            { ...point, unit: point.unit ?? row.unit },
            row.scale,
            at,
            {
              label: [point.day === undefined ? '' : `day ${point.day}`, point.from ?? point.at ?? '']
                .join(' ')
                .trim(),
            },
          );
        });
      case 'doseResponse':
        return row.points.flatMap((point, index) =>
          this.single(measure, { ...point, unit: point.unit ?? row.unit }, row.scale, ['points', index], {
            arm: point.arm,
            label: point.arm,
          }),
        );
    }
  }

  private measure(measure: Measure, at: Path): CompiledMeasure | undefined {
    const compiled = compileMeasure(measure, this.vocabulary, this.document, [...this.path, ...at]);
    if (!compiled) this.broken = true;
    return compiled;
  }

  private single(
    measure: CompiledMeasure | undefined,
    observed: ObservedNumber,
    contrast: PlannedPoint['contrast'],
    at: Path,
    options: { readonly arm?: string; readonly label?: string } = {},
  ): PlannedPoint[] {
    const { row } = this;
    const arm = this.arm(options.arm ?? row.arm, options.arm === undefined ? ['arm'] : [...at, 'arm']);
    const against = row.against === undefined ? undefined : this.arm(row.against, ['against']);
    const before = measure && this.before();
    if (contrast === 'absolute' && (row.against !== undefined || row.before !== undefined))
      this.fail(
        'Z7026',
        [row.against === undefined ? 'before' : 'against'],
        'An absolute value compares with nothing.',
        'Take against or before out, or use another kind or scale.',
      );
    if (contrast !== 'absolute' && row.against === undefined && row.before === undefined)
      this.fail(
        'Z7026',
        [],
        'The row does not say what it compares with.',
        'Add against: ARM, or before: {day: N} for the same people earlier.',
      );
    if (contrast === 'ratio' && !(observed.value > 0))
      this.fail(
        'Z7027',
        [...at, 'value'],
        `${observed.value} cannot be a fold change.`,
        'A ratio is more than 0.',
      );
    if (contrast === 'ratio' && measure && isLogarithm(measure) && row.kind !== 'direction')
      this.fail(
        'Z7033',
        [],
        `A ratio of ${measure.unit} means nothing: it is a logarithm already.`,
        row.kind === 'fold'
          ? 'Write kind: difference, with the difference of the logarithms.'
          : 'Write scale: difference, with numbers and margin as differences.',
      );
    const toStudy = contrast === 'ratio' || !measure ? 1 : this.checkUnit(observed.unit, measure.unit, at);
    const scale = contrast === 'difference' ? 'linear' : 'ratio';
    const people = observed.n ?? this.peopleOf(options.arm ?? row.arm);
    this.checkSpread(observed, at);
    if (this.broken || !measure || arm === undefined) return [];
    return [
      {
        label: options.label,
        observed: observed.value,
        interval80: interval80(
          observed.value,
          pair(observed.spread),
          observed.spreadKind ?? 'unknown',
          people,
          scale,
        ),
        unit: contrast === 'ratio' ? 'x' : (observed.unit ?? measure.unit),
        contrast,
        scale,
        noEffect: contrast === 'ratio' ? 1 : contrast === 'difference' ? 0 : undefined,
        arm,
        measure: comparable(measure, contrast, toStudy),
        against,
        before: before && comparable(before, contrast, toStudy),
        with: undefined,
        cutoff: undefined,
        people: { arm: people, against: this.peopleOf(row.against) },
      },
    ];
  }

  private share(
    measure: CompiledMeasure | undefined,
    row: Extract<PlanRow, { kind: 'share' }>,
  ): PlannedPoint[] {
    if ((row.above === undefined) === (row.below === undefined))
      this.fail('Z7005', [], 'A share needs one cut-off.', 'Write above: VALUE or below: VALUE.');
    const toStudy = measure ? this.checkUnit(row.unit, measure.unit, []) : 1;
    if (!(row.observed.value >= 0 && row.observed.value <= 1))
      this.fail('Z7027', ['observed', 'value'], `${row.observed.value} is not a share.`, 'Write 0 to 1.');
    const [point] = this.single(measure, { ...row.observed, unit: measure?.unit }, 'absolute', ['observed']);
    if (!point) return [];
    return [
      {
        ...point,
        measure: inUnit(point.measure, toStudy),
        unit: 'share',
        cutoff:
          row.above === undefined
            ? { value: row.below ?? Number.NaN, side: 'below' }
            : { value: row.above, side: 'above' },
      },
    ];
  }

  private correlation(
    measure: CompiledMeasure | undefined,
    row: Extract<PlanRow, { kind: 'correlation' }>,
  ): PlannedPoint[] {
    if (row.with === undefined) {
      this.fail(
        'Z7005',
        ['with'],
        'A correlation needs its second measure.',
        'Write with: {test: ..., ...}.',
      );
      return [];
    }
    if (!(Math.abs(row.observed.value) <= 1))
      this.fail(
        'Z7027',
        ['observed', 'value'],
        `${row.observed.value} is not a correlation.`,
        'Write -1 to 1.',
      );
    const other = this.measure(row.with, ['with']);
    const [point] = this.single(measure, { ...row.observed, unit: measure?.unit }, 'absolute', ['observed']);
    return point && other ? [{ ...point, unit: 'r', scale: 'linear', noEffect: 0, with: other }] : [];
  }

  private arm(name: string | undefined, at: Path): string | undefined {
    const names = Object.keys(this.head.arms);
    if (name === undefined) {
      if (names.length === 1) return names[0];
      this.fail('Z7005', at, '"arm" is missing.', `Arms of this plan: ${names.join(', ')}.`);
      return undefined;
    }
    if (names.includes(name)) return name;
    const near = nearest(name, names);
    this.fail(
      'Z7013',
      at,
      `The plan has no arm "${name}".`,
      near ? `Did you mean ${near}?` : `Arms of this plan: ${names.join(', ')}.`,
    );
    return undefined;
  }

  private peopleOf(arm: string | undefined): number | undefined {
    return (arm === undefined ? undefined : this.head.arms[arm]?.n) ?? this.head.population.n;
  }

  /** The same measure at the earlier time; undefined when the row has none, or when it is broken. */
  private before(): CompiledMeasure | undefined {
    const { row } = this;
    if (row.before === undefined || row.measure === undefined) return undefined;
    if (!timeFits(row.measure, row.before, this.document, [...this.path, 'before'])) {
      this.broken = true;
      return undefined;
    }
    if (Object.values(row.before).every((time) => time === undefined)) {
      this.fail('Z7005', ['before'], 'before does not say when.', 'Write before: {day: N}.');
      return undefined;
    }
    return this.measure(atTime(row.measure, row.before), ['before']);
  }

  /** @returns factor from the model's number to the study's unit; 1 where it is broken or the same */
  private checkUnit(written: string | undefined, model: string, at: Path): number {
    // A factor turns the model's unit into the study's; only the writer knows its name.
    if (model === '') {
      if (written === undefined)
        this.fail('Z7016', at, 'The number has no unit.', 'Write the unit that the factor leads to.');
      return 1;
    }
    if (written === undefined) {
      if (!needsNoUnit(model))
        this.fail(
          'Z7016',
          at,
          'The number has no unit.',
          `The model gives ${model}: write unit: "${model}".`,
        );
      return 1;
    }
    const factor = factorToWritten(written, model);
    if (factor === undefined)
      this.fail(
        'Z7017',
        [...at, 'unit'],
        `The model gives this in ${model}, not in ${written}.`,
        `Convert the numbers to ${model}, or give the measure a factor.`,
      );
    return factor ?? 1;
  }

  private checkSpread(observed: ObservedNumber, at: Path): void {
    const { spread, spreadKind, value } = observed;
    if (spread !== undefined && spreadKind === undefined)
      this.fail(
        'Z7018',
        [...at, 'spread'],
        'The spread has no kind.',
        'Write spreadKind: SD, SEM, CI95, IQR, range or unknown.',
      );
    if (spread === undefined && spreadKind !== undefined && spreadKind !== 'unknown')
      this.fail(
        'Z7018',
        [...at, 'spreadKind'],
        `There is no spread of kind ${spreadKind}.`,
        'Add spread, or take the kind out.',
      );
    if (spread === undefined || spreadKind === undefined) return;
    if (typeof spread === 'number') {
      if (spreadKind === 'CI95' || spreadKind === 'IQR' || spreadKind === 'range')
        this.fail(
          'Z7019',
          [...at, 'spread'],
          `A spread of kind ${spreadKind} has two ends.`,
          'Write spread: [low, high].',
        );
      else if (!(spread >= 0)) this.fail('Z7020', [...at, 'spread'], `A spread of ${spread} cannot be.`);
      return;
    }
    const [low = Number.NaN, high = Number.NaN] = spread;
    if (!(low <= high)) this.fail('Z7020', [...at, 'spread'], `[${low}, ${high}] runs backwards.`);
    else if ((spreadKind === 'CI95' || spreadKind === 'range') && (value < low || value > high))
      this.fail(
        'Z7020',
        [...at, 'spread'],
        `The value ${value} lies outside its own interval [${low}, ${high}].`,
      );
  }
}

const isLogarithm = ({ unit }: CompiledMeasure): boolean => unit === 'pH' || unit.startsWith('log10 ');

/**
 * As it goes into the comparison: in the study's own unit; of a logarithm whose direction is asked for, the number
 * behind it, since a ratio of logarithms has no direction (and pH 7 to 6.8 is a third more acid, not 3 % less).
 */
function comparable(
  measure: CompiledMeasure,
  contrast: PlannedPoint['contrast'],
  toStudy: number,
): CompiledMeasure {
  if (contrast !== 'ratio' || !isLogarithm(measure)) return inUnit(measure, toStudy);
  const { noise } = measure;
  return {
    ...measure,
    unit: '1',
    noise: noise && {
      kind: 'multiplicative',
      withinPerson: Math.LN10 * noise.withinPerson,
      betweenLaboratories: Math.LN10 * noise.betweenLaboratories,
    },
    read: (course) => {
      const value = measure.read(course);
      return value === undefined ? undefined : 10 ** value;
    },
  };
}

/** The measure in the study's own unit. */
function inUnit(measure: CompiledMeasure, factor: number): CompiledMeasure {
  if (factor === 1) return measure;
  return {
    ...measure,
    read: (course) => {
      const value = measure.read(course);
      return value === undefined ? undefined : factor * value;
    },
  };
}

function pair(spread: number | number[] | undefined): number | readonly [number, number] | undefined {
  if (typeof spread === 'number' || spread === undefined) return spread;
  const [low = Number.NaN, high = Number.NaN] = spread;
  return [low, high];
}
