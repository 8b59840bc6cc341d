import { describe, expect, test } from 'vitest';
import { variants } from '../../model/variants.ts';
import { Gut } from './gut.ts';
import { isInside, Laboratory, type Row } from './rows.ts';

const rowsOf = (id: string): readonly Row[] => {
  const variant = variants.find((each) => each.id === id);
  if (!variant) throw new RangeError(id);
  return new Laboratory(new Gut(variant.core, id), variant.parameters).rows();
};
const outside = (rows: readonly Row[]): string[] =>
  rows.filter((row) => row.kind === 'scored' && !isInside(row)).map(({ id }) => id);

describe('rival structures', () => {
  test.each(variants.map((variant) => [variant.id, variant] as const))(
    '%s assembles and runs',
    (id, variant) => {
      for (const modules of [variant.core, variant.full]) {
        if (!modules) continue;
        const gut = new Gut(modules, id);
        gut.rival = variant.parameters;
        gut.reset().days(3);
        expect(gut.kernel.state.every(Number.isFinite)).toBe(true);
      }
    },
  );

  test('without endotoxin on fat, a fat meal raises no endotoxin (A1)', () => {
    expect(outside(rowsOf('A1'))).toContain('T39');
  });

  test('one way for all probes cannot show what medicines, stress and coeliac disease do (A2)', () => {
    const lost = outside(rowsOf('A2'));
    expect(lost).toEqual(expect.arrayContaining(['T20', 'T21', 'T23', 'T55', 'T60', 'N01']));
  });

  test('a community without food preferences cannot show bifidogenic food (A4)', () => {
    expect(outside(rowsOf('A4'))).toEqual(expect.arrayContaining(['T46', 'T49', 'T50']));
  });
});
