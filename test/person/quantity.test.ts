import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  massUnits,
  parseClockHours,
  parseDurationHours,
  parseHeightCm,
  parseInUnits,
  parseQuantity,
  parseWeightKg,
} from '../../src/person/quantity.ts';

const value = (result: { ok: boolean; value?: unknown }) => (result.ok ? result.value : undefined);

describe('amounts as people write them', () => {
  test.each([
    ['82 kg', 82],
    ['180 lb', 81.646_626_6],
    ['180lbs', 81.646_626_6],
    ['12 st 5 lb', 78.471_480_01],
    ['82,5 kg', 82.5],
  ])('weight %s', (text, kg) => {
    expect(value(parseWeightKg(text))).toBeCloseTo(kg, 8);
  });

  test.each([
    ['175 cm', 175],
    ['1.75 m', 175],
    ['5 ft 9 in', 175.26],
    [`5'9"`, 175.26],
    ['69 in', 175.26],
  ])('height %s', (text, cm) => {
    expect(value(parseHeightCm(text))).toBeCloseTo(cm, 8);
  });

  test('half a cup, fractions and decimal commas are read; thousands separators are refused as ambiguous', () => {
    expect(value(parseQuantity('1/2 cup'))).toEqual({ value: 0.5, unit: 'cup' });
    expect(value(parseQuantity('half cup'))).toEqual({ value: 0.5, unit: 'cup' });
    expect(value(parseQuantity('1,5 cups'))).toEqual({ value: 1.5, unit: 'cups' });
    expect(parseQuantity('1,000 mg')).toEqual({ ok: false, why: expect.stringContaining('ambiguous') });
    expect(parseQuantity('1/0 cup').ok).toBe(false);
  });

  test('powers of ten are read as papers print them', () => {
    for (const text of ['6.5 x 10^9 CFU', '6.5×10⁹ CFU', '6.5e9 CFU', '6,5 · 10^9 CFU'])
      expect(value(parseQuantity(text))).toEqual({ value: 6.5e9, unit: 'cfu' });
    expect(value(parseQuantity('10^10 CFU'))).toEqual({ value: 1e10, unit: 'cfu' });
    expect(value(parseQuantity('10 billion CFU'))).toEqual({ value: 10, unit: 'billion cfu' });
    expect(parseQuantity('10^ CFU').ok).toBe(false);
    expect(parseInUnits('2 x 100 mg', massUnits).ok).toBe(false);
  });

  test('a number alone is no amount', () => {
    expect(parseQuantity('82')).toEqual({ ok: false, why: 'has no unit' });
    expect(parseWeightKg('82').ok).toBe(false);
    expect(parseInUnits('3 slices', massUnits)).toEqual({
      ok: false,
      why: expect.stringContaining('slices'),
    });
  });

  test('clock times and durations', () => {
    expect(value(parseClockHours('08:30'))).toBe(8.5);
    expect(parseClockHours('24:00').ok).toBe(false);
    expect(parseClockHours('8').ok).toBe(false);
    expect(value(parseDurationHours('12 weeks'))).toBe(2016);
    expect(value(parseDurationHours('45 min'))).toBe(0.75);
  });

  test('no text makes it throw, and what is read is finite', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const read = parseQuantity(text);
        if (read.ok) expect(Number.isFinite(read.value.value)).toBe(true);
        parseHeightCm(text);
        parseWeightKg(text);
        parseClockHours(text);
      }),
    );
  });
});
