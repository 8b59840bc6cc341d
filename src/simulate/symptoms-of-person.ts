import { exponential } from '../random/elementary.ts';
import { randomStream } from '../random/philox.ts';
import type { PersonCourse, PersonDraw } from './contract.ts';
import { symptomDefinitions } from './symptom-definitions.ts';
import { symptomCourse } from './symptom-scores.ts';

/** Expectancy decays with this time constant (specification, 3.17: assumed). */
const expectancyHours = 2000;
/** What starting a plan sets it to, and how people differ: N(0.8, 0.6) (specification, 3.17: assumed). */
const expectancyMean = 0.8;
const expectancySpread = 0.6;
/** The state of models that carry expectancy themselves. */
const expectancyState = 'expc';
const hoursPerDay = 24;

/** Every series that some symptom listens to. */
export const symptomSeries: readonly string[] = [
  ...new Set(
    symptomDefinitions.flatMap(({ drivers }) =>
      drivers.flatMap(({ series, times }) => (times === undefined ? [series] : [series, times])),
    ),
  ),
];

type Daily = (series: string) => ArrayLike<number> | undefined;

/**
 * Symptoms of one person in one life, and of the same person on placebo: the same expectancy and noise, the gut of
 * life without the change.
 *
 * @param startHours when a plan with a hope in it starts; undefined for none
 */
export function symptomsOfPerson(
  draw: PersonDraw,
  person: string,
  daily: Daily,
  withoutChange: Daily,
  healthy: (series: string) => number | undefined,
  startHours: number | undefined,
  days: number,
): PersonCourse['symptoms'] {
  const expectancy = expectancyOf(draw, person, startHours, days);
  return Object.fromEntries(
    symptomDefinitions.map((symptom) => {
      const stream = `member/${draw.member}/person/${person}/symptom/${symptom.id}`;
      const who = {
        level: randomStream(draw.seed, `${stream}/level`).normal(0),
        noise: randomStream(draw.seed, `${stream}/noise`),
      };
      const real = symptomCourse(symptom, who, daily, healthy, expectancy, days);
      const sham =
        daily === withoutChange
          ? real
          : symptomCourse(symptom, who, withoutChange, healthy, expectancy, days);
      return [
        symptom.id,
        {
          expected: real.expected,
          scores: real.scores,
          sham: sham.scores,
          shamExpected: sham.expected,
        },
      ];
    }),
  );
}

function expectancyOf(
  draw: PersonDraw,
  person: string,
  startHours: number | undefined,
  days: number,
): Float64Array {
  const course = new Float64Array(days);
  if (startHours === undefined) return course;
  const z = randomStream(draw.seed, `member/${draw.member}/person/${person}/${expectancyState}`).normal(0);
  const hope = expectancyMean + expectancySpread * z;
  for (let day = 0; day < days; day++) {
    const hours = (day + 0.5) * hoursPerDay - startHours;
    if (hours >= 0) course[day] = hope * exponential(-hours / expectancyHours);
  }
  return course;
}
