import { describe, expect, it } from 'vitest';
import { lawToLatex } from '../../src/codegen/latex.ts';
import { lawSentences } from '../../src/codegen/sentences.ts';
import { parseLaw } from '../../src/language/parse.ts';

const latex = (law: string): string => lawToLatex(parseLaw(law, 'test'));

describe('laws as mathematics', () => {
  it.each([
    ['a*(b + c)', 'a\\,\\left(b + c\\right)'],
    ['a - (b - c)', 'a - \\left(b - c\\right)'],
    ['a/(1 + b)', '\\frac{a}{1 + b}'],
    ['-(a + b)^2', '-\\left(a + b\\right)^{2}'],
    ['k_ge*pc_fib', 'k_{\\mathrm{ge}}\\,\\mathrm{pc}_{\\mathrm{fib}}'],
    ['inh(x, K, 2)', '\\operatorname{inh}\\left(x,\\, K,\\, 2\\right)'],
    ['exp(-a)', 'e^{-a}'],
    ['acid(p, q)', '10^{p - q}'],
  ])('writes %s', (law, expected) => {
    expect(latex(law)).toBe(expected);
  });
});

describe('laws as sentences', () => {
  it('says where the half effect lies, with its unit', () => {
    const describeName = (name: string) =>
      ({ but: { means: 'Butyrate' }, K: { means: 'Half', value: 8, unit: 'mmol/L' } })[name as 'but' | 'K'];
    expect(lawSentences(parseLaw('1 + mo(but, K) - inh(but, K, 2)', 'test'), describeName)).toEqual([
      'Butyrate acts with half effect at 8 mmol/L.',
      'Butyrate brakes, by half at 8 mmol/L.',
    ]);
  });
});
