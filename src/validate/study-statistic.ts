/** From simulated people to the statistic that a study reports, as it would scatter in a study of that size. */
import { randomStream } from '../random/philox.ts';
import type { ResultNoise } from '../simulate/laboratory-tests.ts';
import type { Design, PlannedPoint, Statistic } from './plan.ts';
import type { Prediction } from './score.ts';

/** People of a study that does not say how many (assumed). */
export const assumedPeople = 20;
/** Samples of the study's own scatter per ensemble member. */
const drawsPerMember = 16;

/** Values of one point: by member, its virtual people. All lists have the same people in the same order. */
export interface PointValues {
  readonly value: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[] | undefined;
  readonly against: readonly (readonly number[])[] | undefined;
  readonly againstBefore: readonly (readonly number[])[] | undefined;
  readonly with: readonly (readonly number[])[] | undefined;
}

export interface PointPrediction extends Prediction {
  /** The expected statistic of each member (its people's mean, without a study's scatter); NaN where it has none. */
  readonly perMember: readonly number[];
  /** SD between people of the quantity compared, on the scale of the statistic. */
  readonly personSd: number;
}

/**
 * @param key names the stream of random numbers: same key, same scatter
 * @returns undefined when no member has a value
 */
export function predictPoint(
  point: PlannedPoint,
  values: PointValues,
  study: { readonly statistic: Statistic; readonly design: Design },
  random: { readonly seed: number; readonly key: string },
): PointPrediction | undefined {
  if (point.with) return predictCorrelation(point, values, random);
  const perMember = values.value.map((_, member) => statisticOf(point, values, member, study.statistic));
  const known = perMember.filter(Number.isFinite);
  if (known.length === 0) return undefined;
  const scatter = scatterOf(point, values, study.design);
  const median = study.statistic === 'median' ? Math.PI / 2 : 1;
  const spread = Math.sqrt(median * scatter.ofPeople + scatter.ofLaboratory);
  const draws = perMember.flatMap((value, member) => {
    if (!Number.isFinite(value)) return [];
    const { normal } = randomStream(random.seed, `study/${random.key}/${member}`);
    return Array.from({ length: drawsPerMember }, (_, draw) => shifted(point, value, spread * normal(draw)));
  });
  // The study's own scatter has no direction: the middle is that of the members, free of its sampling.
  const p50 = quantile(
    [...known].sort((a, b) => a - b),
    0.5,
  );
  return { ...quantiles(draws), p50, perMember, personSd: Math.sqrt(scatter.betweenPeople) };
}

function shifted(point: PlannedPoint, value: number, by: number): number {
  if (point.cutoff) {
    // A share scatters as a binomial count; `by` is unused there.
    return Math.min(1, Math.max(0, value + by));
  }
  return isLog(point) && value > 0 ? value * Math.exp(by) : value + by;
}

/** Ratios and positive amounts scatter in proportion; differences, pH and the like do not. */
const isLog = (point: PlannedPoint): boolean =>
  point.contrast === 'ratio' ||
  (point.contrast === 'absolute' && point.cutoff === undefined && point.measure.noise?.kind !== 'additive');

function statisticOf(point: PlannedPoint, values: PointValues, member: number, statistic: Statistic): number {
  const list = (of: PointValues['value'] | undefined): readonly number[] | undefined => of?.[member];
  const value = list(values.value) ?? [];
  const before = list(values.before);
  const against = list(values.against);
  const againstBefore = list(values.againstBefore);
  // Only people who have every number count.
  const complete = value.flatMap((_, person) =>
    [value, before, against, againstBefore].every(
      (each) => each === undefined || Number.isFinite(each[person]),
    )
      ? [person]
      : [],
  );
  if (complete.length === 0) return Number.NaN;
  const pick = (each: readonly number[]): number[] => complete.map((person) => each[person] as number);
  if (point.cutoff) return shareBeyond(pick(value), point.cutoff, point.measure.noise);
  const average = (each: readonly number[]): number => summary(pick(each), statistic);
  if (point.contrast === 'absolute') return average(value);
  const combine = (a: number, b: number): number => {
    if (point.contrast === 'difference') return a - b;
    // Where only the direction counts, quantities that may be zero or negative still have one.
    if (point.observedDirection !== undefined && !(a > 0 && b > 0))
      return Math.exp((a - b) / Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE));
    return a / b;
  };
  if (before && against && againstBefore)
    return combine(
      combine(average(value), average(before)),
      combine(average(against), average(againstBefore)),
    );
  const reference = against ?? before;
  return reference ? combine(average(value), average(reference)) : Number.NaN;
}

function summary(values: readonly number[], statistic: Statistic): number {
  if (statistic === 'median')
    return quantile(
      [...values].sort((a, b) => a - b),
      0.5,
    );
  if (statistic === 'geometricMean') return Math.exp(mean(values.map(Math.log)));
  return mean(values);
}

/** Share of people whose measured value lies beyond a cut-off: each counts with the chance that the assay says so. */
function shareBeyond(
  values: readonly number[],
  cutoff: NonNullable<PlannedPoint['cutoff']>,
  noise: ResultNoise | undefined,
): number {
  const sign = cutoff.side === 'above' ? 1 : -1;
  return mean(
    values.map((value) => {
      if (!noise) return sign * (value - cutoff.value) > 0 ? 1 : 0;
      const distance =
        noise.kind === 'additive' || !(value > 0 && cutoff.value > 0)
          ? (value - cutoff.value) / noise.withinPerson
          : Math.log(value / cutoff.value) / noise.withinPerson;
      return normalDistribution(sign * distance);
    }),
  );
}

/**
 * Variance of the study's statistic around its expectation. The few virtual people of a member already scatter as a
 * group of their size would: only what a study of its size adds to that is counted.
 */
function scatterOf(
  point: PlannedPoint,
  values: PointValues,
  design: Design,
): { readonly ofPeople: number; readonly ofLaboratory: number; readonly betweenPeople: number } {
  const people = Math.max(1, ...values.value.map((each) => each.length));
  const n = point.people.arm ?? assumedPeople;
  const nAgainst = point.people.against ?? n;
  if (point.cutoff) {
    const share = mean(
      values.value.map((each) => mean(each.map((x) => (x > (point.cutoff?.value ?? 0) ? 1 : 0)))),
    );
    return { ofPeople: (share * (1 - share)) / n, ofLaboratory: 0, betweenPeople: share * (1 - share) };
  }
  const log = isLog(point);
  const level = log ? 1 : mean(values.value.flat().filter(Number.isFinite).map(Math.abs));
  const { noise } = point.measure;
  // Assay noise on the scale of the statistic.
  const within =
    noise === undefined ? 0 : noise.kind === 'additive' ? noise.withinPerson : noise.withinPerson * level;
  const between =
    noise === undefined
      ? 0
      : noise.kind === 'additive'
        ? noise.betweenLaboratories
        : noise.betweenLaboratories * level;
  const change = (a: PointValues['value'], b: PointValues['value'] | undefined): number[][] =>
    a.map((each, member) =>
      each.map((x, person) => {
        const y = b?.[member]?.[person];
        if (log) return Math.log(x) - (y === undefined ? 0 : Math.log(y));
        return x - (y ?? 0);
      }),
    );
  const added = (variance: number, size: number, measured: number): number =>
    Math.max(0, variance * (1 / size - 1 / people)) + (measured * within * within) / size;
  if (point.contrast === 'absolute') {
    const variance = varianceWithin(change(values.value, undefined));
    return { ofPeople: added(variance, n, 1), ofLaboratory: between * between, betweenPeople: variance };
  }
  if (values.before && values.against) {
    const first = varianceWithin(change(values.value, values.before));
    const second = varianceWithin(change(values.against, values.againstBefore));
    return {
      ofPeople: added(first, n, 2) + added(second, nAgainst, 2),
      ofLaboratory: 0,
      betweenPeople: first,
    };
  }
  const paired = varianceWithin(change(values.value, values.against ?? values.before));
  if (values.before || design === 'crossover' || design === 'before-after')
    return { ofPeople: added(paired, n, 2), ofLaboratory: 0, betweenPeople: paired };
  // Groups of other people: each scatters by itself, though the virtual people are the same in both.
  const first = varianceWithin(change(values.value, undefined));
  const second = varianceWithin(change(values.against ?? values.value, undefined));
  return {
    ofPeople: Math.max(
      0,
      first / n + second / nAgainst - paired / people + within * within * (1 / n + 1 / nAgainst),
    ),
    ofLaboratory: 0,
    betweenPeople: paired,
  };
}

/** Mean variance within members; 0 when members have one person. */
function varianceWithin(values: readonly (readonly number[])[]): number {
  let sum = 0;
  let freedom = 0;
  for (const each of values) {
    const finite = each.filter(Number.isFinite);
    if (finite.length < 2) continue;
    const centre = mean(finite);
    sum += finite.reduce((total, x) => total + (x - centre) ** 2, 0);
    freedom += finite.length - 1;
  }
  return freedom === 0 ? 0 : sum / freedom;
}

/** Correlation over people within members, pooled; its scatter by Fisher's z for the study's size. */
function predictCorrelation(
  point: PlannedPoint,
  values: PointValues,
  random: { readonly seed: number; readonly key: string },
): PointPrediction | undefined {
  const perMember = values.value.map((each, member) =>
    correlationOf(point, [each], [values.with?.[member] ?? []]),
  );
  const pooled = correlationOf(point, values.value, values.with ?? []);
  if (!Number.isFinite(pooled)) return undefined;
  const n = Math.max(5, point.people.arm ?? assumedPeople);
  const centre = Math.atanh(Math.max(-0.999, Math.min(0.999, pooled)));
  const { normal } = randomStream(random.seed, `study/${random.key}`);
  const draws = Array.from({ length: 400 }, (_, draw) => Math.tanh(centre + normal(draw) / Math.sqrt(n - 3)));
  return { ...quantiles(draws), p50: pooled, perMember, personSd: Number.NaN };
}

function correlationOf(
  point: PlannedPoint,
  xs: readonly (readonly number[])[],
  ys: readonly (readonly number[])[],
): number {
  let xx = 0;
  let yy = 0;
  let xy = 0;
  let freedom = 0;
  xs.forEach((list, member) => {
    const pairs = list.flatMap((x, person): [number, number][] => {
      const y = ys[member]?.[person] ?? Number.NaN;
      const [a, b] = x > 0 && y > 0 ? [Math.log(x), Math.log(y)] : [x, y];
      return Number.isFinite(a) && Number.isFinite(b) ? [[a, b]] : [];
    });
    if (pairs.length < 2) return;
    const ma = mean(pairs.map(([a]) => a));
    const mb = mean(pairs.map(([, b]) => b));
    for (const [a, b] of pairs) {
      xx += (a - ma) ** 2;
      yy += (b - mb) ** 2;
      xy += (a - ma) * (b - mb);
    }
    freedom += pairs.length - 1;
  });
  if (freedom === 0) return Number.NaN;
  // Each measured value scatters by itself: that thins the correlation.
  const thin = (noise: ResultNoise | undefined): number =>
    noise?.kind === 'multiplicative' ? freedom * noise.withinPerson ** 2 : 0;
  const denominator = Math.sqrt((xx + thin(point.measure.noise)) * (yy + thin(point.with?.noise)));
  return denominator > 0 ? xy / denominator : Number.NaN;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(sorted.length - 1, below + 1)] as number;
  return low + (high - low) * (place - below);
}

export function quantiles(values: readonly number[]): Prediction {
  const sorted = [...values].sort((a, b) => a - b);
  return { p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}

/** Standard normal distribution (Abramowitz and Stegun 7.1.26; absolute error below 1.5e-7). */
function normalDistribution(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * z);
  const erf =
    1 -
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) *
      t *
      Math.exp(-z * z);
  return x >= 0 ? (1 + erf) / 2 : (1 - erf) / 2;
}
