import { describe, expect, test } from 'vitest';
import { foodTableKnowledge, readPersonFile } from '../../src/person/index.ts';

const file = (change: string) =>
  readPersonFile(
    `zonula: 1\nperson: { age: 40 }\nhabitual: { menu: western }\nplans:\n  - name: a\n    changes:\n      - ${change}\n`,
    { foods: foodTableKnowledge },
  );
const usesOf = (change: string) =>
  file(change).normalised?.plans[0]?.changes.map((one) => ('use' in one ? one.use : undefined));

describe('when a dose is taken', () => {
  test('at is times with one entry', () => {
    const at = usesOf('{ medicine: aspirin, dose: 600 mg, at: "07:40", day: 3 }');
    expect(at?.[0]?.atHours).toEqual([7 + 40 / 60]);
    expect(at).toEqual(usesOf('{ medicine: aspirin, dose: 600 mg, times: ["07:40"], day: 3 }'));
    expect(usesOf('{ supplement: lactase, dose: 9000 units, at: "08:00", day: 1 }')?.[0]).toMatchObject({
      dose: 9000,
      atHours: [8],
    });
  });

  test('a supplement that is a food is told where it stands', () => {
    const { problems } = file('{ supplement: psyllium, dose: 5 g }');
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'Z3060', fix: expect.stringContaining('add: psyllium_husk') },
    ]);
  });
});
