import { describe, expect, it } from 'vitest';
import type { NormalisedPlan } from '../../src/person/index.ts';
import { foodTableKnowledge } from '../../src/person/index.ts';
import { timelineOf } from '../../src/population/index.ts';
import { factsOf, findChange, planFor } from '../../src/rank/index.ts';
import { createRunner } from '../../src/simulate/index.ts';
import { westernPerson } from './fake-runner.ts';

const days = 28;
const testDay = 26;

describe('nulls stay null: the sugar test of a healthy lining', () => {
  it('does not move with inulin, psyllium, celecoxib or a gluten-free diet; it does with indomethacin', async () => {
    const file = westernPerson('  conditions: []');
    const facts = factsOf(file, foodTableKnowledge);
    const planned = (id: string): NormalisedPlan => {
      const change = findChange(id);
      if (!change) throw new Error(id);
      return planFor({ ...change, rampDays: 0 }, facts);
    };
    const taking = (exposureId: string, dose: number, atHours: readonly number[]): NormalisedPlan => ({
      name: exposureId,
      title: exposureId,
      changes: [
        {
          kind: 'exposure',
          use: { exposureId, dose, atHours },
          period: { startDay: 0, endDay: undefined },
          field: 'test',
        },
      ],
    });
    const plans = [
      planned('inulin'),
      planned('psyllium'),
      planned('gluten_free'),
      taking('celecoxib', 200, [8]),
      taking('indomethacin', 50, [7, 13, 19]),
    ];
    const tested = {
      ...file,
      plans,
      horizonDays: days,
      tests: [{ test: 'two_sugar' as const, day: testDay, atHours: 8 }],
    };
    const timelines = [undefined, ...plans.map(({ name }) => name)].map((name) => timelineOf(tested, name));
    const [courses = []] = await createRunner().run([
      {
        draw: { seed: 1, member: 0, person: 0 },
        spread: 'default',
        timelines,
        series: ['pl_sb'],
        withoutSymptoms: true,
      },
    ]);
    const ratio = (index: number): number => courses[index]?.tests[0]?.exact.ratio_0_5h ?? Number.NaN;
    const fold = (index: number): number => ratio(index + 1) / ratio(0);
    // The published nulls: within a tenth of no change.
    for (const index of [0, 1, 2, 3]) {
      expect(fold(index), plans[index]?.name).toBeGreaterThan(0.9);
      expect(fold(index), plans[index]?.name).toBeLessThan(1.1);
    }
    // And the test can fail: a true opener opens it.
    expect(fold(4)).toBeGreaterThan(1.5);
  }, 60_000);
});
