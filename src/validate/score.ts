/** Kinds of rows a validation plan may hold; see `docs/validation-plans.md`. */
export type RowKind =
  | 'fold'
  | 'difference'
  | 'value'
  | 'timeCourse'
  | 'doseResponse'
  | 'range'
  | 'share'
  | 'correlation'
  | 'direction'
  | 'null';

export type RowRole = 'calibrate' | 'validate' | 'negative' | 'set';

/** Rows of other classes than `scored` and `direction` are shown but not counted. */
export type RowClass =
  | 'scored'
  | 'set'
  | 'direction'
  | 'by-construction'
  | 'prior'
  | 'read-out'
  | 'not-observed'
  | 'not-expressible';

export type SpreadKind = 'SD' | 'SEM' | 'CI95' | 'IQR' | 'range' | 'unknown';

/** What a study reports for one point of a row. */
export interface Observation {
  readonly value: number;
  /** Interval of the study's own statistic (not of persons) that its spread implies, when it reports one. */
  readonly interval80?: readonly [low: number, high: number];
}

/** Quantiles, over draws of the parameters, of the statistic that the study reports. */
export interface Prediction {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export type Verdict =
  | 'good'
  | 'within-2-fold'
  | 'wrong-size'
  | 'wrong-direction'
  | 'null-held'
  | 'null-broken'
  | 'not-scored'
  | 'not-expressible';

const rank: Readonly<Record<Verdict, number>> = {
  good: 0,
  'null-held': 0,
  'within-2-fold': 1,
  'wrong-size': 2,
  'null-broken': 2,
  'wrong-direction': 3,
  'not-scored': 4,
  'not-expressible': 4,
};

/** Negative when `a` is the better verdict, 0 when neither says more. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return rank[a] === 4 || rank[b] === 4 ? 0 : rank[a] - rank[b];
}

/** How a point is compared: ratios on the log scale, differences and correlations on the linear one. */
export type Scale = 'ratio' | 'linear';

export interface ScoredPoint {
  readonly observed: number;
  /** Where the study tells only which way it went. */
  readonly observedDirection?: -1 | 1;
  /** Where the study gives a range that any value may lie in. */
  readonly observedRange?: readonly [low: number, high: number];
  readonly predicted: number;
  readonly scale: Scale;
  /** The value that "no effect" gives: 1 for ratios between arms, 0 for differences, undefined where there is no such value. */
  readonly noEffect?: number;
}

/** A change smaller than this share counts as no change (specification, section 7). */
const noChangeShare = 0.02;

/** Sign of an effect against "no effect": -1, 0 or 1. */
export function directionOf(value: number, noEffect: number, scale: Scale): -1 | 0 | 1 {
  const change = scale === 'ratio' ? Math.log(value / noEffect) : value - noEffect;
  const threshold = scale === 'ratio' ? noChangeShare : 0;
  if (Math.abs(change) <= threshold) return 0;
  return change > 0 ? 1 : -1;
}

/**
 * Fold error >= 1 of two numbers of one sign; undefined where a ratio has no meaning (opposite signs or zero).
 */
export function foldError(observed: number, predicted: number): number | undefined {
  const ratio = predicted / observed;
  if (!(ratio > 0 && Number.isFinite(ratio))) return undefined;
  return Math.exp(Math.abs(Math.log(ratio)));
}

/** Fold error of a point: against the number, or against the nearest end of a range (1 inside it). */
function foldErrorOf({ observed, observedRange, predicted }: ScoredPoint): number | undefined {
  if (!observedRange) return foldError(observed, predicted);
  const [low, high] = observedRange;
  if (predicted >= low && predicted <= high) return 1;
  return foldError(predicted < low ? low : high, predicted);
}

export interface ScoredRow {
  readonly id: string;
  readonly study: string;
  readonly group: string;
  readonly role: RowRole;
  readonly class: RowClass;
  readonly kind: RowKind;
  readonly points: readonly (ScoredPoint & {
    readonly prediction: Prediction;
    readonly observation: Observation;
  })[];
  /** For nulls: bounds that the prediction must stay inside. */
  readonly margin?: readonly [low: number, high: number];
}

export interface RowScore {
  readonly verdict: Verdict;
  /** Geometric mean over the points of the row. */
  readonly foldError?: number;
  readonly directionRight?: boolean;
  /** Share of points whose observation lies in the 80 % band; undefined when the study reports no spread. */
  readonly covered?: number;
}

/** Where the study saw no change there is no direction to be right about; the size is what is scored. */
const observedAnEffect = (point: ScoredPoint): boolean =>
  point.observedDirection !== undefined ||
  (point.noEffect !== undefined && directionOf(point.observed, point.noEffect, point.scale) !== 0);

/** Scores one row; the same function scores the model in which nothing changes. */
export function scoreRow(row: ScoredRow): RowScore {
  if (row.class === 'not-expressible' || row.points.length === 0) return { verdict: 'not-expressible' };
  // A correlation or a mere direction has no size that a fold could compare.
  const sized = row.kind !== 'correlation' && row.kind !== 'direction';
  const errors = sized ? row.points.flatMap((point) => foldErrorOf(point) ?? []) : [];
  const fold =
    sized && errors.length === row.points.length
      ? Math.exp(errors.reduce((sum, error) => sum + Math.log(error), 0) / errors.length)
      : undefined;
  const directions = row.points.flatMap((point) =>
    point.noEffect === undefined || !observedAnEffect(point)
      ? []
      : [
          (point.observedDirection ?? directionOf(point.observed, point.noEffect, point.scale)) ===
            directionOf(point.predicted, point.noEffect, point.scale),
        ],
  );
  const directionRight = directions.length === 0 ? undefined : directions.every(Boolean);
  const withSpread = row.points.filter((point) => point.observation.interval80 !== undefined);
  const covered =
    withSpread.length === 0
      ? undefined
      : withSpread.filter(
          ({ prediction, observed }) => observed >= prediction.p10 && observed <= prediction.p90,
        ).length / withSpread.length;
  const parts = {
    ...(fold === undefined ? {} : { foldError: fold }),
    ...(directionRight === undefined ? {} : { directionRight }),
    ...(covered === undefined ? {} : { covered }),
  };
  if (row.margin) {
    const [low, high] = row.margin;
    const held = row.points.every(({ predicted }) => predicted >= low && predicted <= high);
    return { verdict: held ? 'null-held' : 'null-broken', ...parts };
  }
  if (directionRight === false) return { verdict: 'wrong-direction', ...parts };
  if (row.kind === 'direction' || row.class === 'direction')
    return { verdict: directionRight === true ? 'good' : 'wrong-direction', ...parts };
  if (fold === undefined)
    return { verdict: directionRight === true ? 'good' : sized ? 'wrong-size' : 'not-scored', ...parts };
  return { verdict: fold <= 1.5 ? 'good' : fold <= 2 ? 'within-2-fold' : 'wrong-size', ...parts };
}

export interface Summary {
  readonly rows: number;
  readonly expressible: number;
  /** Share of counted rows with a direction whose direction is right, studies weighted 1 each. */
  readonly directionRight: number | undefined;
  readonly within1_5fold: number | undefined;
  readonly within2fold: number | undefined;
  /** Geometric mean fold error. */
  readonly gmfe: number | undefined;
  /** Share of observations with a spread that lie in the 80 % band. */
  readonly coverage80: number | undefined;
  readonly negativesHeld: number | undefined;
}

const counted = (row: ScoredRow): boolean => row.class === 'scored' || row.class === 'direction';

/** Mean in which every study has weight 1, split evenly over its rows. */
function studyMean(
  values: readonly { readonly study: string; readonly value: number }[],
): number | undefined {
  if (values.length === 0) return undefined;
  const byStudy = new Map<string, number[]>();
  for (const { study, value } of values) byStudy.set(study, [...(byStudy.get(study) ?? []), value]);
  const means = [...byStudy.values()].map(
    (list) => list.reduce((sum, value) => sum + value, 0) / list.length,
  );
  return means.reduce((sum, value) => sum + value, 0) / means.length;
}

/** Totals over all rows; rows that are shown but not counted only appear in `rows` and `expressible`. */
export function summarize(
  rows: readonly ScoredRow[],
  score: (row: ScoredRow) => RowScore = scoreRow,
): Summary {
  const scored = rows.map((row) => ({ row, score: score(row) }));
  const effects = scored.filter(
    ({ row }) => counted(row) && row.role !== 'negative' && row.margin === undefined,
  );
  const negatives = scored.filter(
    ({ row, score: { verdict } }) =>
      counted(row) && row.margin !== undefined && verdict !== 'not-expressible',
  );
  const pick = (list: typeof scored, value: (score: RowScore) => number | undefined) =>
    studyMean(
      list.flatMap(({ row, score: each }) => {
        const number = value(each);
        return number === undefined ? [] : [{ study: row.study, value: number }];
      }),
    );
  // What has a size but no fold (another sign, or nothing where something was seen) lies outside every fold.
  const folds = effects.filter(
    ({ row, score: { verdict } }) =>
      row.class === 'scored' &&
      row.kind !== 'direction' &&
      row.kind !== 'correlation' &&
      verdict !== 'not-expressible',
  );
  const logFold = pick(folds, ({ foldError: error }) => (error === undefined ? undefined : Math.log(error)));
  return {
    rows: rows.length,
    expressible: scored.filter(({ score: { verdict } }) => verdict !== 'not-expressible').length,
    directionRight: pick(effects, ({ directionRight }) =>
      directionRight === undefined ? undefined : Number(directionRight),
    ),
    within1_5fold: pick(folds, ({ foldError: error }) => Number(error !== undefined && error <= 1.5)),
    within2fold: pick(folds, ({ foldError: error }) => Number(error !== undefined && error <= 2)),
    gmfe: logFold === undefined ? undefined : Math.exp(logFold),
    coverage80: pick(effects, ({ covered }) => covered),
    negativesHeld: pick(negatives, ({ verdict }) => Number(verdict === 'null-held')),
  };
}

/** The same row as predicted by a model in which nothing ever changes: every ratio 1, every difference 0. */
export function withoutEffect(row: ScoredRow): ScoredRow {
  return {
    ...row,
    points: row.points.map((point) => {
      if (point.noEffect === undefined) return point;
      const still = point.noEffect;
      return { ...point, predicted: still, prediction: { p10: still, p50: still, p90: still } };
    }),
  };
}

/** Standard normal quantile of 0.9: half width of an 80 % interval in standard deviations. */
const eighty = 1.2815515655446004;
/** The same of 0.975 and 0.75. */
const ninetyFive = 1.959963984540054;
const quartile = 0.6744897501960817;

/**
 * 80 % interval of a study's own statistic from the spread that it reports.
 *
 * @param spread half width (SD, SEM) or [low, high]
 * @param people number of people behind the statistic
 * @param scale ratios are treated on the log scale
 * @returns undefined for unknown kinds and for `range`, which says little about the statistic
 */
export function interval80(
  value: number,
  spread: number | readonly [number, number] | undefined,
  kind: SpreadKind,
  people: number | undefined,
  scale: Scale,
): readonly [number, number] | undefined {
  if (spread === undefined || kind === 'unknown' || kind === 'range') return undefined;
  const ratio = scale === 'ratio' && value > 0;
  let error: number;
  if (typeof spread === 'number') {
    const relative = ratio ? spread / value : spread;
    if (kind === 'SEM') error = relative;
    else if (kind === 'SD') {
      if (people === undefined || people < 1) return undefined;
      error = relative / Math.sqrt(people);
    } else return undefined;
  } else {
    const [low, high] = spread;
    if (ratio && low <= 0) return undefined;
    const width = ratio ? Math.log(high / low) : high - low;
    if (kind === 'CI95') error = width / (2 * ninetyFive);
    else if (kind === 'IQR') {
      if (people === undefined || people < 1) return undefined;
      error = width / (2 * quartile) / Math.sqrt(people);
    } else if (kind === 'SD' || kind === 'SEM')
      error = width / 2 / (kind === 'SD' ? Math.sqrt(people ?? Number.NaN) : 1);
    else return undefined;
    if (Number.isNaN(error)) return undefined;
  }
  return ratio
    ? [value * Math.exp(-eighty * error), value * Math.exp(eighty * error)]
    : [value - eighty * error, value + eighty * error];
}
