import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { foodFiles, readFoodTexts } from '../../scripts/build-foods.ts';
import { readFoodTables } from '../../src/foods/read-tables.ts';
import { ZonulaError } from '../../src/problem/problem.ts';

describe('files written from foods/*.csv', () => {
  test.each([...foodFiles()])(
    'foods/%s is what the CSV files give; else run "npm run foods"',
    (name, content) => {
      expect(readFileSync(new URL(`../../foods/${name}`, import.meta.url), 'utf8')).toBe(content);
    },
  );
});

describe('bad rows', () => {
  const whole = readFoodTexts();
  // One food is enough here, and much faster to read.
  const texts = { ...whole, values: whole.values.replace(/^(?!food_id,|white_bread,).*\n/gm, '') };
  const problemsOf = (changed: Partial<typeof texts>) => {
    try {
      readFoodTables({ ...texts, ...changed });
    } catch (error) {
      if (error instanceof ZonulaError) return error.problems;
      throw error;
    }
    return [];
  };

  test('none in the project', () => {
    expect(problemsOf(whole)).toEqual([]);
    expect(problemsOf({})).toEqual([]);
  });

  test.each([
    ['an unknown nutrient', 'white_bread,iron_mg,1,A,usda_sr28,,', 'nutrient'],
    ['a negative amount', 'white_bread,energy_kcal,-1,A,usda_sr28,,', 'per_100g'],
    ['an amount that is blank', 'white_bread,energy_kcal,,A,usda_sr28,,', 'per_100g'],
    ['a trace sign', 'white_bread,energy_kcal,Tr,A,usda_sr28,,', 'per_100g'],
    ['no grade', 'white_bread,energy_kcal,1,,usda_sr28,,', 'grade'],
  ])('%s is told with file, line and column', (_, row, field) => {
    const problems = problemsOf({ values: `${texts.values}${row}\n` });
    const line = texts.values.trimEnd().split('\n').length + 1;
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'Z4030', where: { file: 'foods/values.csv', line, field } }),
    );
  });

  test('unknown foods, unknown sources and a value given twice are told', () => {
    const told = (row: string): string => problemsOf({ values: `${texts.values}${row}\n` })[0]?.message ?? '';
    expect(told('moon_cheese,energy_kcal,1,A,usda_sr28,,')).toContain('moon_cheese is not in foods.csv');
    expect(told('white_bread,polyphenols_mg,1,A,hearsay,,')).toContain('hearsay is not in sources.csv');
    expect(told('white_bread,energy_kcal,1,A,usda_sr28,,')).toContain('two values of energy_kcal');
    expect(problemsOf({ menus: `${texts.menus}feast,white_bread,10\n` })[0]?.message).toContain(
      'feast has no title',
    );
  });
});
