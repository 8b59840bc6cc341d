import { describe, expect, it } from 'vitest';
import { parseNumber, plainNumber } from '../../web/src/design/parse-number.ts';

describe('numbers typed by hand', () => {
  it.each([
    ['63', 63],
    ['63.5', 63.5],
    ['63,5', 63.5],
    [' 7 ', 7],
    ['.5', 0.5],
    ['', undefined],
    ['   ', undefined],
  ])('"%s" is %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
  it.each(['abc', '1.2.3', '12 kg', '1e9', '-', '.'])('"%s" is no number', (text) => {
    expect(parseNumber(text)).toBeNaN();
  });
  it('are shown as one would type them in each language', () => {
    expect(plainNumber(1234.5, 'en')).toBe('1234.5');
    expect(plainNumber(1234.5, 'es')).toBe('1234,5');
    expect(plainNumber(undefined, 'en')).toBe('');
    expect(parseNumber(plainNumber(0.125, 'es'))).toBe(0.125);
  });
});
