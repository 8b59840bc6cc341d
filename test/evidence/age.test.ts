import { describe, expect, it } from 'vitest';
import { evidenceAge } from '../../src/evidence/age.ts';

const data = { revised: '2026-11-24', goodForMonths: 24 };

describe('the age of the evidence', () => {
  it.each([
    ['2026-11-24', 0, false],
    ['2026-12-23', 0, false],
    ['2026-12-24', 1, false],
    ['2028-11-23', 23, false],
    ['2028-11-24', 24, true],
    ['2031-01-01', 49, true],
  ])('on %s: %i months', (today, months, old) => {
    expect(evidenceAge(today, data)).toEqual({ revised: '2026-11-24', goodForMonths: 24, months, old });
  });

  it('a clock that stands before the day makes nothing old', () => {
    expect(evidenceAge('1970-01-01', data)).toMatchObject({ months: 0, old: false });
  });

  it('the committed day is a real one', () => {
    const { revised } = evidenceAge('2026-11-25');
    expect(new Date(`${revised}T00:00:00Z`).toISOString().slice(0, 10)).toBe(revised);
  });
});
