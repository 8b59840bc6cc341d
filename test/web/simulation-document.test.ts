import { describe, expect, it } from 'vitest';
import { foodTableKnowledge, type PersonFile, readPersonDocument } from '../../src/person/index.ts';
import { timelineOf } from '../../src/population/index.ts';
import { simulationDocument, withLifeSoFar } from '../../web/src/simulation/simulation-document.ts';

const record: PersonFile = {
  zonula: 1,
  startDate: '2026-11-01',
  person: { age: 40 },
  habitual: { menu: 'western' },
};
const today = '2026-11-24';
const read = (document: unknown) => readPersonDocument(document, { foods: foodTableKnowledge });
const errors = (document: unknown) => read(document).problems.filter(({ severity }) => severity === 'error');

describe('the document that is simulated', () => {
  it('begins today when nothing has happened, and looks twelve weeks ahead', () => {
    const { document, firstDate, today: day } = simulationDocument(record, [], today);
    expect([firstDate, day]).toEqual([today, 0]);
    expect(read(document).normalised?.horizonDays).toBe(84);
  });

  it('begins at the earliest recent event and keeps it in every life', () => {
    const eventful: PersonFile = {
      ...record,
      history: [{ medicine: 'amoxicillin', dose: '500 mg', perDay: 3, from: '2026-11-10', to: '2026-11-17' }],
      plans: [{ name: 'oats', changes: [{ add: 'oats_dry', amount: '50 g', from: '2026-11-24' }] }],
    };
    const { document, firstDate, today: day } = simulationDocument(eventful, ['oats'], today);
    expect([firstDate, day]).toEqual(['2026-11-10', 14]);
    const { normalised } = read(document);
    expect(errors(document)).toEqual([]);
    if (!normalised) return;
    expect(normalised.horizonDays).toBe(14 + 84);
    const file = withLifeSoFar(normalised);
    expect(file.plans.map(({ name }) => name)).toEqual(['oats']);
    for (const plan of [undefined, 'oats']) {
      const antibiotic = timelineOf(file, plan).segments.filter(({ input }) => input === 'u_abx');
      expect(antibiotic[0]?.startHours).toBe(0);
      expect(antibiotic.at(-1)?.endHours).toBe(7 * 24);
    }
  });

  it('keeps what is older than twelve weeks as history before day 0', () => {
    const old: PersonFile = {
      ...record,
      startDate: '2026-01-01',
      history: [
        { infection: 'gastroenteritis', date: '2026-05-01' },
        { infection: 'gastroenteritis', date: '2026-11-20' },
      ],
    };
    const { document, firstDate } = simulationDocument(old, [], today);
    expect(firstDate).toBe('2026-11-20');
    expect(errors(document)).toEqual([]);
    expect(document.history).toHaveLength(1);
  });

  it('an event that began before the picture does not get lost', () => {
    const long: PersonFile = {
      ...record,
      history: [{ stress: 'period', level: 2, from: '2026-06-01', to: '2026-11-20' }],
    };
    const { document, firstDate } = simulationDocument(long, [], today);
    expect(firstDate).toBe('2026-09-01');
    expect(errors(document)).toEqual([]);
    expect(document.history).toHaveLength(1);
  });

  it('reads day numbers as days from the start date of the record', () => {
    const numbered: PersonFile = {
      ...record,
      plans: [{ name: 'p', changes: [{ sleep: '8 h', fromDay: 30, days: 7 }] }],
    };
    const { document } = simulationDocument(numbered, ['p'], today);
    expect(errors(document)).toEqual([]);
    const period = read(document).normalised?.plans.find(({ name }) => name === 'p')?.changes[0]?.period;
    // 1 November + 30 days is 1 December: day 7 from the 24th.
    expect([period?.startDay, period?.endDay]).toEqual([7, 14]);
  });

  it('a change of a plan without a time begins with the record, and the picture with it', () => {
    const timeless: PersonFile = { ...record, plans: [{ name: 'p', changes: [{ sleep: '8 h' }] }] };
    const { firstDate, document } = simulationDocument(timeless, ['p'], today);
    expect(firstDate).toBe('2026-11-01');
    expect(errors(document)).toEqual([]);
  });
});
