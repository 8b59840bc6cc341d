import { describe, expect, it } from 'vitest';
import { moduleDefiner } from '../../src/language/module.ts';
import { namesIn, parseLaw } from '../../src/language/parse.ts';
import { formatUnit, parseUnit, sameUnit, unitOfLaw } from '../../src/language/units.ts';

describe('reading laws', () => {
  it('binds like arithmetic', () => {
    expect(parseLaw('a - b - c', 't')).toEqual({
      kind: 'binary',
      operator: '-',
      left: {
        kind: 'binary',
        operator: '-',
        left: { kind: 'name', name: 'a' },
        right: { kind: 'name', name: 'b' },
      },
      right: { kind: 'name', name: 'c' },
    });
    expect(parseLaw('-a^2', 't')).toEqual({
      kind: 'negate',
      operand: { kind: 'power', base: { kind: 'name', name: 'a' }, exponent: 2 },
    });
    expect([...namesIn(parseLaw('mo(a, K)*b + a', 't'))]).toEqual(['a', 'K', 'b']);
  });
  it.each([
    ['a +', /expected a name/],
    ['a b', /"b" does not belong here/],
    ['(a', /expected "\)"/],
    ['a $ b', /"\$" has no meaning/],
    ['0.5*a', /Z1002.*bare number 0.5/],
    ['a^0', /exponent must be/],
    ['mo(a)', /Z1003.*mo takes 2/],
    ['hill(a, b, c)', /exponent must be/],
    ['frob(a)', /Z1003.*no law "frob"/],
    ['', /expected a name/],
  ])('refuses %j with a reason', (law, reason) => {
    expect(() => parseLaw(law, 'module.flow')).toThrow(reason);
  });
});

describe('units', () => {
  it.each([
    ['mmol/(L*h)', 'mmol/L/h', true],
    ['g', 'mg', false],
    ['1/h', '24/d', false],
    ['rel', '-', true],
    ['g^2/h', 'g*g/h', true],
    ['pg/mL', 'ng/L', true],
    ['L', 'um^3', false],
    ['pH', '1', false],
    ['mL/min', 'L/h', false],
  ])('%s and %s', (a, b, same) => {
    const read = (text: string) => {
      try {
        return parseUnit(text, 't');
      } catch {
        return undefined;
      }
    };
    const [x, y] = [read(a), read(b)];
    expect(x !== undefined && y !== undefined && sameUnit(x, y)).toBe(same);
  });
  it('refuses what it does not know, by name', () => {
    expect(() => parseUnit('furlong/h', 'm.k')).toThrow(/Z1010.*"furlong"/);
  });
  it('writes units in base units', () => {
    expect(formatUnit(parseUnit('mmol/(L*h)', 't'))).toBe('0.001 mol/(L h)');
  });
  it.each([
    ['a + b', /"\+" joins g and 0.001 mol/],
    ['mo(a, b)', /mo compares g and 0.001 mol/],
    ['exp(a)', /exp takes g and 1/],
    ['gate(a, a, b)', /gate compares/],
    ['t + a', /"\+" joins h and g/],
  ])('finds the imbalance in %s', (law, reason) => {
    const units = { a: parseUnit('g', 't'), b: parseUnit('mmol', 't') };
    expect(() => unitOfLaw(parseLaw(law, 't'), (name) => units[name as 'a' | 'b'], law, 'm.f')).toThrow(
      reason,
    );
  });
});

describe('names, checked by the compiler', () => {
  const defineModule = moduleDefiner<'known-2020'>();
  const shared = { name: 'm', title: 'M', about: 'm', tier: 'core' } as const;
  // The compiler is the judge here: an unused expectation of an error fails `npm run typecheck`.
  const states = { a: { value: 1, unit: 'g', range: [0, 2], means: 'a' } } as const;
  const params = { k: { value: 1, unit: '1/h', range: [0, 2], means: 'k', grade: 'assumed' } } as const;

  it('refuses misspelt names and unknown flow ends at their own line', () => {
    const flows = defineModule({
      ...shared,
      states,
      params,
      flows: {
        good: { from: 'a', rate: 'k*a', means: 'a leaves' },
        // @ts-expect-error "kk" is misspelt
        misspelt: { from: 'a', rate: 'kk*a', means: 'a leaves' },
        // @ts-expect-error "b" is no state of this module
        nowhere: { from: 'a', to: 'b', rate: 'k*a', means: 'a leaves' },
      },
    }).flows;
    expect(Object.keys(flows ?? {})).toEqual(['good', 'misspelt', 'nowhere']);
  });

  it('refuses unknown and missing sources', () => {
    const wide = { value: 1, unit: '1/h', range: [0, 2], means: 'k' } as const;
    const unknown = defineModule({
      ...shared,
      // @ts-expect-error the source is not in the registry
      params: { k: { ...wide, grade: 'fitted', source: 'nobody-1999' } },
    });
    // @ts-expect-error a measured grade without its source
    const missing = defineModule({ ...shared, params: { k: { ...wide, grade: 'human-in-vivo' } } });
    expect([unknown.name, missing.name]).toEqual(['m', 'm']);
  });
});
