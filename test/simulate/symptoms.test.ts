import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/random/philox.ts';
import { symptomDefinitions } from '../../src/simulate/symptom-definitions.ts';
import { symptomCourse } from '../../src/simulate/symptom-scores.ts';
import { symptomsOfPerson } from '../../src/simulate/symptoms-of-person.ts';

const people = 4000;
const none = (): undefined => undefined;

describe('symptoms without any driver', () => {
  it.each(symptomDefinitions.map((symptom) => [symptom.id, symptom] as const))(
    '%s comes as often as in surveys: a score of 3 or more on a day of the week',
    (id, symptom) => {
      let affected = 0;
      for (let person = 0; person < people; person++) {
        const { scores } = symptomCourse(
          symptom,
          {
            level: randomStream(11, `${id}/${person}/level`).normal(0),
            noise: randomStream(11, `${id}/${person}/noise`),
          },
          none,
          none,
          undefined,
          7,
        );
        if (scores.some((score) => score >= 3)) affected += 1;
      }
      // Four standard deviations of a share, and a tenth of it for the rounding of the intercept.
      const share = symptom.weeklyBaseRate;
      const margin = 4 * Math.sqrt((share * (1 - share)) / people) + 0.1 * share;
      expect(Math.abs(affected / people - share)).toBeLessThan(margin);
    },
  );
});

describe('hope', () => {
  const draw = { seed: 3, member: 0, person: 0 };
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const bloating = (start: number | undefined): number[] =>
    Array.from({ length: 300 }, (_, person) =>
      mean(
        (
          symptomsOfPerson({ ...draw, person }, `${person}`, none, none, none, start, 28).bloating as {
            expected: Float64Array;
          }
        ).expected,
      ),
    );

  it('lowers what is expected of placebo, as in trials, and only from its start on', () => {
    const without = bloating(undefined);
    const hoping = bloating(0);
    const late = bloating(14 * 24);
    const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
    expect(sum(hoping)).toBeLessThan(0.85 * sum(without));
    expect(sum(late)).toBeGreaterThan(sum(hoping));
    expect(sum(late)).toBeLessThan(sum(without));
  });
});
