import { describe, expect, it } from 'vitest';
import {
  foodTableKnowledge,
  type NormalisedFile,
  type PersonFile,
  readPersonDocument,
} from '../../src/person/index.ts';
import { timelineOf } from '../../src/population/index.ts';
import { catalogue, factsOf, planFor } from '../../src/rank/index.ts';
import { laneItems, movedDates, rowsOf } from '../../web/src/life/lanes.ts';
import { planDocument } from '../../web/src/plans/plan-document.ts';
import { datesOf, freePlanName, withDates } from '../../web/src/plans/plan-edits.ts';
import { planIdeas } from '../../web/src/plans/plan-ideas.ts';

const today = '2026-11-24';
const record: PersonFile = {
  zonula: 1,
  startDate: today,
  person: { age: 40, weight: '70 kg', conditions: [] },
  habitual: {
    menu: 'western',
    medicines: [{ medicine: 'ibuprofen', dose: '400 mg', perDay: 2 }],
    alcohol: [{ alcohol: '3 drinks' }],
    stress: 1,
    sleep: '6 h',
    exercise: [{ exercise: '60 min', effort: 'hard' }],
  },
};
const normalised = (document: unknown): NormalisedFile => {
  const read = readPersonDocument(document, { foods: foodTableKnowledge });
  if (!read.normalised) throw new Error(read.problems.map(({ message }) => message).join(' '));
  return read.normalised;
};

describe('a change of the catalogue, written as a plan of the person file', () => {
  const file = normalised(record);
  const facts = factsOf(file, foodTableKnowledge);

  it.each(catalogue.map((change) => [change.id, change] as const))('%s lives the same life', (_, change) => {
    const plan = planFor(change, facts);
    if (plan.changes.length === 0) return;
    const document = planDocument(plan, change.title.en, today);
    const reread = normalised({ ...record, plans: [document] });
    const meant = timelineOf({ ...file, plans: [plan] }, plan.name);
    const written = timelineOf(reread, plan.name);
    const inputs = (segments: typeof meant.segments) => {
      const totals = new Map<string, number>();
      for (const { input, startHours, endHours, value, endValue } of segments)
        totals.set(
          input,
          (totals.get(input) ?? 0) + ((value + (endValue ?? value)) / 2) * (endHours - startHours),
        );
      return totals;
    };
    const expected = inputs(meant.segments);
    const found = inputs(written.segments);
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [input, total] of expected)
      expect(Math.abs((found.get(input) ?? 0) - total)).toBeLessThanOrEqual(Math.abs(total) * 0.02 + 1e-9);
    const eaten = (timeline: typeof meant) => {
      const last = timeline.patterns.get(timeline.patternOfDay.at(-1) ?? '');
      return (last?.meals ?? []).flatMap(({ foods }) => foods).reduce((sum, { grams }) => sum + grams, 0);
    };
    expect(eaten(written)).toBeCloseTo(eaten(meant), -1);
  });
});

it('every idea for a plan can be read', () => {
  for (const idea of planIdeas)
    expect(() =>
      normalised({ ...record, plans: [{ name: 'idea', changes: idea.changes(today) }] }),
    ).not.toThrow();
});

describe('dates of a change', () => {
  it.each([
    [{ sleep: '8 h' }, { from: today, to: undefined }],
    [
      { sleep: '8 h', date: '2026-11-20' },
      { from: '2026-11-20', to: '2026-11-21' },
    ],
    [
      { sleep: '8 h', daysAgo: 3 },
      { from: '2026-11-21', to: '2026-11-22' },
    ],
    [
      { sleep: '8 h', fromDay: 2, toDay: 4 },
      { from: '2026-11-26', to: '2026-11-28' },
    ],
    [
      { sleep: '8 h', from: '2026-12-01', days: 7 },
      { from: '2026-12-01', to: '2026-12-08' },
    ],
  ] as const)('%j', (change, dates) => {
    expect(datesOf(change, today, today)).toEqual(dates);
    expect(datesOf(withDates(change, dates), today, today)).toEqual(dates);
  });
});

describe('lanes', () => {
  const eventful: PersonFile = {
    ...record,
    history: [
      { medicine: 'amoxicillin', dose: '500 mg', from: '2026-11-01', to: '2026-11-08' },
      { medicine: 'ibuprofen', dose: '400 mg', from: '2026-11-05', to: '2026-11-10' },
      { infection: 'gastroenteritis', date: '2020-01-01' },
    ],
    plans: [{ name: 'p', changes: [{ sleep: '8 h', from: '2026-11-24' }] }],
  };
  const items = laneItems(eventful, 'p', today);

  it('show what lies within twelve weeks of today', () => {
    expect(items.map(({ lane, start, end }) => [lane, start, end])).toEqual([
      ['medicine', -23, -16],
      ['medicine', -19, -14],
      ['sleep', 0, 84],
    ]);
  });

  it('never lay one bar over another', () => {
    expect(rowsOf(items.filter(({ lane }) => lane === 'medicine'))).toHaveLength(2);
  });

  it('move and stretch by days; the past stays past, the future future', () => {
    const [course, , sleep] = items;
    if (!course || !sleep) throw new Error('items are missing');
    expect(movedDates(course, today, 1, 1)).toEqual({ from: '2026-11-02', to: '2026-11-09' });
    expect(movedDates(course, today, 0, 2)).toEqual({ from: '2026-11-01', to: '2026-11-10' });
    expect(movedDates(course, today, 60, 60).from).toBe('2026-11-23');
    expect(movedDates(sleep, today, -5, -5)).toEqual({ from: today, to: undefined });
  });
});

it('names of plans are never taken twice', () => {
  expect(freePlanName({ ...record, plans: [{ name: 'more-fibre', changes: [] }] }, 'More fibre!')).toBe(
    'more-fibre-2',
  );
});
