import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foodTableKnowledge } from '../../src/person/index.ts';
import { factsOf, holds, type Rule, type Truth } from '../../src/rank/index.ts';
import { westernPerson } from './fake-runner.ts';

const facts = factsOf(westernPerson('  conditions: [ibs_d]'), foodTableKnowledge);
const unasked = factsOf(westernPerson(), foodTableKnowledge);

const yes: Rule = { eats: ['white_bread'] };
const no: Rule = { eats: ['oysters'] };
const unknown: Rule = { condition: ['crohn_active'] };

describe('rules with three values', () => {
  it('read facts, conditions and food', () => {
    expect(holds(yes, facts)).toBe('yes');
    expect(holds(no, facts)).toBe('no');
    expect(holds({ condition: ['ibs_d'] }, facts)).toBe('yes');
    expect(holds({ condition: ['crohn_active'] }, facts)).toBe('no');
    expect(holds({ fact: 'fibre_g', below: 20 }, facts)).toBe('yes');
    expect(holds({ complaint: ['pain'] }, facts)).toBe('yes');
  });

  it('what was not asked is unknown', () => {
    expect(holds(unknown, unasked)).toBe('unknown');
    expect(holds({ condition: ['lactase_non_persistent'] }, facts)).toBe('unknown');
    expect(holds({ smokes: true }, unasked)).toBe('unknown');
  });

  it('follow Kleene logic', () => {
    const rules: Record<Truth, Rule> = { yes, no, unknown };
    const value: Record<Truth, number> = { no: 0, unknown: 0.5, yes: 1 };
    const truth = fc.constantFrom<Truth>('yes', 'no', 'unknown');
    fc.assert(
      fc.property(fc.array(truth, { minLength: 1, maxLength: 4 }), (list) => {
        const parts = list.map((one) => rules[one]);
        const numbers = list.map((one) => value[one]);
        expect(value[holds({ all: parts }, unasked)]).toBe(Math.min(...numbers));
        expect(value[holds({ any: parts }, unasked)]).toBe(Math.max(...numbers));
        const [first] = list;
        if (first) expect(value[holds({ not: rules[first] }, unasked)]).toBe(1 - value[first]);
      }),
    );
  });
});
