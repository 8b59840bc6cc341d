import type { PersonCourse } from '../simulate/contract.ts';
import type { Gut } from '../simulate/gut.ts';
import { findTest } from '../simulate/laboratory-tests.ts';
import { band, quantiles } from '../simulate/quantiles.ts';
import type { Band, Difference, PlanRun, Quantiles, SymptomBand, TestResult } from '../simulate/result.ts';
import { symptomDefinitions } from '../simulate/symptom-definitions.ts';

const daysPerWeek = 7;
/** More digits than a body has; fewer than a float: files stay small and readable. */
const digits = 6;

export const rounded = (value: number): number => Number(value.toPrecision(digits));

function roundedBand({ unit, p10, p25, p50, p75, p90 }: Band): Band {
  const list = (values: readonly number[]): number[] => values.map(rounded);
  return { unit, p10: list(p10), p25: list(p25), p50: list(p50), p75: list(p75), p90: list(p90) };
}

function roundedQuantiles({ unit, p10, p25, p50, p75, p90 }: Quantiles): Quantiles {
  return {
    unit,
    p10: rounded(p10),
    p25: rounded(p25),
    p50: rounded(p50),
    p75: rounded(p75),
    p90: rounded(p90),
  };
}

/** Bands of one life over the people. */
export function planRun(gut: Gut, plan: string, people: readonly PersonCourse[]): PlanRun {
  return { plan, series: seriesBands(gut, people), tests: testBands(people), symptoms: symptomBands(people) };
}

const seriesIds = (people: readonly PersonCourse[]): string[] => Object.keys(people[0]?.daily ?? {});

function seriesBands(gut: Gut, people: readonly PersonCourse[]): PlanRun['series'] {
  return Object.fromEntries(
    seriesIds(people).map((id) => [
      id,
      roundedBand(
        band(
          people.map(({ daily }) => daily[id] ?? []),
          gut.series.get(id)?.unit ?? '1',
        ),
      ),
    ]),
  );
}

/** Each virtual person against the same person without the change. */
export function differenceBands(
  gut: Gut,
  people: readonly PersonCourse[],
  without: readonly PersonCourse[],
): Record<string, Difference> {
  return Object.fromEntries(
    seriesIds(people).map((id) => {
      const pairs = people.map(({ daily }, i) => {
        const before = without[i]?.daily[id];
        return Float64Array.from(daily[id] ?? [], (value, day) => value - (before?.[day] ?? Number.NaN));
      });
      const days = pairs[0]?.length ?? 0;
      const shareHigherByDay = Array.from({ length: days }, (_, day) =>
        rounded(pairs.filter((pair) => (pair[day] ?? 0) > 0).length / Math.max(1, pairs.length)),
      );
      return [
        id,
        {
          ...roundedBand(band(pairs, gut.series.get(id)?.unit ?? '1')),
          shareHigher: shareHigherByDay.at(-1) ?? 0,
          shareHigherByDay,
        },
      ];
    }),
  );
}

function testBands(people: readonly PersonCourse[]): TestResult[] {
  return (people[0]?.tests ?? []).map(({ test, day, exact, notModelled }, at) => {
    const definition = findTest(test);
    return {
      test,
      day,
      results: Object.fromEntries(
        Object.keys(exact).map((id) => [
          id,
          roundedQuantiles(
            quantiles(
              people.map(({ tests }) => tests[at]?.reported[id] ?? Number.NaN),
              definition?.results.find((result) => result.id === id)?.unit ?? '1',
            ),
          ),
        ]),
      ),
      ...(notModelled === undefined ? {} : { notModelled }),
      ...(definition?.caution === undefined ? {} : { caution: definition.caution }),
    };
  });
}

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Scores week by week: a day alone is mostly noise. The day is the middle of the week. */
function symptomBands(people: readonly PersonCourse[]): PlanRun['symptoms'] {
  return Object.fromEntries(
    symptomDefinitions.flatMap((symptom): [string, SymptomBand][] => {
      const courses = people.flatMap(({ symptoms }) => symptoms[symptom.id] ?? []);
      const days = courses[0]?.scores.length ?? 0;
      if (days === 0) return [];
      const starts = Array.from({ length: Math.ceil(days / daysPerWeek) }, (_, week) => week * daysPerWeek);
      const weeks = band(
        courses.map(({ scores }) => starts.map((start) => mean(scores.subarray(start, start + daysPerWeek)))),
        'points of 10',
      );
      const { p10, p25, p50, p75, p90 } = roundedBand(weeks);
      const last = Math.max(0, days - daysPerWeek);
      const noticing = courses.filter(
        ({ scores, sham }) =>
          Math.abs(mean(scores.subarray(last)) - mean(sham.subarray(last))) >=
          symptom.minimalImportantDifference,
      );
      return [
        [
          symptom.id,
          {
            timeDays: starts.map((start) => (start + Math.min(days, start + daysPerWeek)) / 2),
            p10,
            p25,
            p50,
            p75,
            p90,
            evidence: symptom.evidence,
            chanceOfChange: rounded(noticing.length / courses.length),
            noticeablePoints: symptom.minimalImportantDifference,
            ...(symptom.note === undefined ? {} : { note: symptom.note }),
          },
        ],
      ];
    }),
  );
}
