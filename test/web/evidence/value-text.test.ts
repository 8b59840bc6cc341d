import { describe, expect, it } from 'vitest';
import { changeText, measuredText } from '../../../web/src/evidence/outcome-text.ts';
import { givenText, modelNumber, unitText, withUnit } from '../../../web/src/evidence/value-text.ts';
import { formatsOf } from '../../../web/src/i18n/format.ts';

const english = formatsOf('en');
const spanish = formatsOf('es');

describe('numbers and units of the evidence pages', () => {
  it('writes very small and large numbers as powers of ten, in the language of the page', () => {
    expect(modelNumber(0.00004, english)).toBe('4 × 10⁻⁵');
    expect(modelNumber(1e9, english)).toBe('10⁹');
    expect(modelNumber(2.5e7, spanish)).toBe('2,5 × 10⁷');
    expect(modelNumber(0, english)).toBe('0');
    expect(modelNumber(-0.5, english)).toBe('-0.5');
  });

  it('says nothing for pure numbers and writes micro as people do', () => {
    expect(withUnit('3', 'rel')).toBe('3');
    expect(withUnit('3', 'g/h')).toBe('3 g/h');
    expect(unitText('ug/mL')).toBe('µg/mL');
    expect(unitText('unit')).toBe('unit');
  });

  it('leaves unknown unknown', () => {
    expect(givenText(null, english)).toBeUndefined();
    expect(givenText([5.6, 6.35], english)).toBe('5.6, 6.35');
    expect(measuredText({ value: 0.08, spread: [0.05, 0.11], spread_kind: '95%CI' }, english)).toBe(
      '0.08 (0.05, 0.11; 95%CI)',
    );
    expect(measuredText({ value: 15.9, spread: null }, english)).toBe('15.9');
    expect(changeText(69, english)).toBe('+69 %');
    expect(changeText('rose', english)).toBe('rose');
  });
});
