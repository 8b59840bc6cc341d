import type { GatheredValues } from '../simulate/gathered-values.ts';
import type { Gut } from '../simulate/gut.ts';
import { findTest } from '../simulate/laboratory-tests.ts';
import type { Band, Difference, PlanRun, Quantiles, SymptomBand, TestResult } from '../simulate/result.ts';
import { symptomDefinitions } from '../simulate/symptom-definitions.ts';
import { type GatheredDifferences, type GatheredLife, weekStarts } from './gathered-people.ts';

const daysPerWeek = 7;
/** More digits than a body has; fewer than a float: files stay small and readable. */
const digits = 6;
const probabilities = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

const powersOfTen = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** Nearer to the middle between two roundings than this, the text decides: a product could fall on the wrong side. */
const nearMiddle = 1e-4;

/** `Number(value.toPrecision(digits))`, without the text where that is sure to come to the same. */
export function rounded(value: number): number {
  const size = Math.abs(value);
  if (!(size > 1e-16 && size < 10 ** digits)) return Number(value.toPrecision(digits));
  let decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  // The logarithm of a number just below a power of ten may say that it has reached it.
  if (size * (powersOfTen[decimals] as number) < 10 ** (digits - 1)) decimals += 1;
  const power = powersOfTen[decimals] as number;
  const scaled = size * power;
  if (Math.abs(scaled - Math.floor(scaled) - 0.5) < nearMiddle) return Number(value.toPrecision(digits));
  // Both are whole numbers without error, so the quotient is the double nearest to the decimal fraction.
  return (Math.sign(value) * Math.round(scaled)) / power;
}

/** One list of quantiles per cell, made five lists. */
function bandOf(values: GatheredValues, unit: string): Band {
  const cells = Array.from({ length: values.cells }, (_, cell) =>
    values.quantiles(cell, probabilities).map(rounded),
  );
  const list = (at: number): number[] => cells.map((cell) => cell[at] as number);
  return { unit, p10: list(0), p25: list(1), p50: list(2), p75: list(3), p90: list(4) };
}

function quantilesOf(values: GatheredValues, cell: number, unit: string): Quantiles {
  const [p10, p25, p50, p75, p90] = values.quantiles(cell, probabilities).map(rounded) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { unit, p10, p25, p50, p75, p90 };
}

const unitOf = (gut: Gut, id: string): string => gut.series.get(id)?.unit ?? '1';

/**
 * Bands of one life over the people.
 *
 * @param only ids of the series wanted; undefined: all of them
 */
export function planRun(gut: Gut, plan: string, life: GatheredLife, only?: ReadonlySet<string>): PlanRun {
  return {
    plan,
    series: Object.fromEntries(
      [...life.series].flatMap(([id, values]) =>
        only === undefined || only.has(id) ? [[id, bandOf(values, unitOf(gut, id))] as const] : [],
      ),
    ),
    tests: testBands(life),
    symptoms: symptomBands(life),
  };
}

/** Each virtual person against the same person without the change. */
export function differenceBands(gut: Gut, gathered: GatheredDifferences): Record<string, Difference> {
  return Object.fromEntries(
    [...gathered.series].map(([id, { differences, higher }]) => {
      const shareHigherByDay = Array.from(higher, (people) =>
        rounded(people / Math.max(1, differences.count)),
      );
      return [
        id,
        {
          ...bandOf(differences, unitOf(gut, id)),
          shareHigher: shareHigherByDay.at(-1) ?? 0,
          shareHigherByDay,
        },
      ];
    }),
  );
}

function testBands({ tests }: GatheredLife): TestResult[] {
  return tests.map(({ test, day, notModelled, results, reported }) => {
    const definition = findTest(test);
    return {
      test,
      day,
      results: Object.fromEntries(
        results.map((id, at) => [
          id,
          quantilesOf(reported, at, definition?.results.find((result) => result.id === id)?.unit ?? '1'),
        ]),
      ),
      ...(notModelled === undefined ? {} : { notModelled }),
      ...(definition?.caution === undefined ? {} : { caution: definition.caution }),
    };
  });
}

/** Scores week by week: a day alone is mostly noise. The day is the middle of the week. */
function symptomBands({ symptoms }: GatheredLife): PlanRun['symptoms'] {
  return Object.fromEntries(
    symptomDefinitions.flatMap((symptom): [string, SymptomBand][] => {
      const gathered = symptoms.get(symptom.id);
      if (!gathered) return [];
      const { days, weeks, noticing } = gathered;
      const { p10, p25, p50, p75, p90 } = bandOf(weeks, 'points of 10');
      return [
        [
          symptom.id,
          {
            timeDays: weekStarts(days).map((start) => (start + Math.min(days, start + daysPerWeek)) / 2),
            p10,
            p25,
            p50,
            p75,
            p90,
            evidence: symptom.evidence,
            chanceOfChange: rounded(noticing / weeks.count),
            noticeablePoints: symptom.minimalImportantDifference,
            ...(symptom.note === undefined ? {} : { note: symptom.note }),
          },
        ],
      ];
    }),
  );
}
