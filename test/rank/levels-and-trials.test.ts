import { describe, expect, it } from 'vitest';
import { foodTableKnowledge } from '../../src/person/index.ts';
import { factsOf, findChange } from '../../src/rank/index.ts';
import { latentOfScore, OwnLevel } from '../../src/rank/own-level.ts';
import { trialRelief } from '../../src/rank/trials.ts';
import { expectedScore } from '../../src/simulate/symptom-scores.ts';
import { examplePerson } from './fake-runner.ts';

describe("a person's own level of a symptom", () => {
  it('the latent value is the inverse of the expected score', () => {
    for (const latent of [-5, -2, 0, 1.5, 4, 7])
      expect(latentOfScore(expectedScore(latent))).toBeCloseTo(latent, 3);
  });

  it('many diary days bring the habitual score to the diary; one day less so', () => {
    const habitual = new Float64Array(7).fill(expectedScore(-3));
    const level = (days: number) =>
      new OwnLevel(habitual, { symptom: 'pain', meanScore: 6, days, because: 'diary' }).score(habitual, 1);
    expect(level(60)).toBeCloseTo(6, 0);
    expect(level(1)).toBeLessThan(level(60));
    expect(level(1)).toBeGreaterThan(3);
  });
});

describe('relief in trials', () => {
  const ibs = factsOf(examplePerson('ibs-much-fodmap'), foodTableKnowledge);
  const relief = (id: string, facts = ibs) => {
    const change = findChange(id);
    return change && trialRelief(change, facts, 'en');
  };

  it('follows from the ratio and the placebo response', () => {
    // 62.5 of 100 do not improve on placebo; at a ratio of 0.67 that is 41.9, so 20.6 more improve.
    expect(relief('low_fodmap')?.p50).toBeCloseTo(100 * 0.625 * (1 - 0.67), 6);
    expect(relief('psyllium')?.p50).toBeCloseTo(100 * 0.625 * (1 - 0.78), 6);
    // Shrunk from 0.43 to 0.6.
    expect(relief('peppermint_oil')?.p50).toBeCloseTo(25, 6);
    // 37.5 improve on placebo; 1.25 times as many.
    expect(relief('lactobacillus')?.p50).toBeCloseTo(37.5 * 0.25, 6);
  });

  it('is in order: the ends of the interval stand around it', () => {
    for (const id of ['low_fodmap', 'psyllium', 'peppermint_oil', 'lactobacillus', 'antispasmodic']) {
      const one = relief(id);
      expect(one && one.p10 < one.p25 && one.p25 < one.p50 && one.p50 < one.p75 && one.p75 < one.p90).toBe(
        true,
      );
    }
  });

  it('is shown only to people like those in the trials', () => {
    const healthy = factsOf(examplePerson('western-eater'), foodTableKnowledge);
    expect(relief('low_fodmap', healthy)).toBeUndefined();
    expect(relief('glutamine')).toBeUndefined();
  });
});
