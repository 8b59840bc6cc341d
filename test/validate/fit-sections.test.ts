import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import type { FitTarget } from '../../src/validate/fit-plan.ts';
import type { FitComparison } from '../../src/validate/honesty-file.ts';
import type { PlannedRow } from '../../src/validate/plan.ts';
import { fits, varianceTable } from '../../src/validate/report/fit-sections.ts';
import { scoreDifference, scoreTargets } from '../../src/validate/score-targets.ts';

const score = (value: number) => ({
  targets: 4,
  score: value,
  misfit: 1,
  gmfe: 1.3,
  within2fold: 0.9,
  coverage80: 0.75,
  coverage80WithModelError: 0.85,
  negativesHeld: null,
});
const compared = (leftOut: number): FitComparison => ({
  kept: 'finish',
  differences: [
    { of: 'finish', against: 'prior', mean: leftOut - 0.8, standardError: 0.01, studies: 3 },
    { of: 'finish', against: 'smoother', mean: leftOut - 0.7, standardError: 0.3, studies: 3 },
  ],
  candidates: [
    { name: 'prior', draws: 64, fitted: score(0.8), leftOut: score(0.8), leftOutDraws: 64 },
    { name: 'smoother', draws: 64, fitted: score(0.6), leftOut: score(0.7), leftOutDraws: 24 },
    { name: 'finish', draws: 64, fitted: score(0.5), leftOut: score(leftOut), leftOutDraws: 24 },
  ],
  priors: { width: 0.5, tried: [{ width: 0.5, draws: 24, score: 0.66 }] },
  finish: {
    trainedOn: 320,
    emulators: 4,
    explained: { p10: -0.1, p50: 0.5, p90: 0.9 },
    powers: [{ power: 1, emulatedHeldOutScore: 0.6 }],
    power: 1,
    living: 0.9,
  },
});

describe('the sections on the fit', () => {
  it('show every way of setting the parameters on fitted and left-out rows, and which is kept', () => {
    const html = fits({ fits: compared(0.65) }, '');
    for (const text of [
      '0.60',
      '0.70',
      '0.50',
      '0.65',
      'particles on emulators <b>(kept)</b>',
      '320 runs',
      '0.5 times as wide',
      '0.5 (0.66)',
    ])
      expect(html).toContain(text);
    expect(html).not.toContain('does not beat');
    expect(html).toContain('chance could give as much');
  });

  it('say in red when the fit that is kept is worse than no fit', () => {
    expect(fits({ fits: compared(0.9) }, '')).toMatch(/class="missed">[^<]*does not beat the priors/);
    expect(fits(undefined, '')).toContain('Not done');
  });

  it('show shares of variance beside what the emulator is worth', () => {
    const html = varianceTable({
      samples: 16,
      outputs: [
        {
          row: 'a/b',
          explained: 0.3,
          errorStandardDeviation: 0.12,
          standardDeviation: 0.2,
          indices: [{ id: 'k_x', first: 0.41, total: 0.52 }],
        },
      ],
    });
    expect(html).toContain('k_x 41 % / 52 %');
    expect(html).toContain('<span class="poor">30 %</span>');
    expect(varianceTable(undefined)).toBe('');
  });
});

describe('the score of targets', () => {
  const target = (study: string, observed: number, margin?: readonly [number, number]): FitTarget => ({
    row: { id: `${study}/${observed}`, study, group: 'g', ...(margin ? { margin } : {}) } as PlannedRow,
    point: 0,
    observed,
    errorStandardDeviation: 1,
    ownStandardDeviation: 0.5,
    studyStandardDeviation: 0.1,
    log: true,
    reportsSpread: true,
  });
  const targets = [target('a', 0), target('a', 1), target('b', 0, [0.85, 1.15])];

  it('of exact draws is that of the closed form, and each study weighs one', () => {
    const found = scoreTargets(targets, new Matrix([[0], [1], [0]]));
    // CRPS of N(0, 1) at its mean: (sqrt 2 - 1) / sqrt pi.
    expect(found.score).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 10);
    expect(found).toMatchObject({ gmfe: 1, within2fold: 1, coverage80: 1, negativesHeld: 1, misfit: 0 });
    const off = scoreTargets(targets, new Matrix([[0], [1 + Math.log(3)], [0.3]]));
    // Of study a one of two numbers is three-fold off: its fold error is the square root of 3.
    expect(off).toMatchObject({ within2fold: 0.5, coverage80: 0.5, negativesHeld: 0 });
    expect(off.gmfe).toBeCloseTo(Math.sqrt(3), 10);
    const difference = scoreDifference(off, found);
    expect(difference?.studies).toBe(2);
    expect(difference?.mean).toBeGreaterThan(0.1);
  });

  it('wide bands hold what narrow ones miss, and the model error widens them', () => {
    const missed = scoreTargets([target('a', 0.3)], new Matrix([[0, 0]]));
    expect(missed).toMatchObject({ coverage80: 0, coverage80WithModelError: 1 });
    expect(scoreTargets([target('a', 0.3)], new Matrix([[-1, 0, 1]])).coverage80).toBe(1);
  });

  it('without any prediction is unknown, not zero', () => {
    const none = scoreTargets([target('a', 0.3)], new Matrix([[Number.NaN]]));
    expect(none).toMatchObject({ score: undefined, gmfe: undefined, coverage80: undefined, targets: 1 });
  });
});
