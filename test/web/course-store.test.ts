import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonFile } from '../../src/person/index.ts';
import type { RunResult } from '../../src/simulate/result.ts';
import type { Answer, RunRequest } from '../../web/src/simulation/contract.ts';
import { CourseStore } from '../../web/src/simulation/course-store.ts';

const record: PersonFile = { zonula: 1, person: { age: 40 }, habitual: { menu: 'western' } };
const withPlan: PersonFile = {
  ...record,
  plans: [{ name: 'p', changes: [{ sleep: '8 h', from: '2026-11-24' }] }],
};
const result = (people: number): RunResult =>
  ({
    people,
    series: {},
    seriesWithoutChange: {},
    tests: [],
    symptoms: {},
    timeDays: [],
    warnings: [],
  }) as unknown as RunResult;

interface Run {
  readonly request: RunRequest;
  readonly partial: (result: RunResult, done: number) => void;
  readonly finish: (answer: Answer<RunResult>) => void;
}

describe('the course that pages share', () => {
  const runs: Run[] = [];
  const store = (): CourseStore =>
    new CourseStore(
      (request, partial) =>
        new Promise((finish) => {
          runs.push({ request, partial, finish });
        }),
      async () => ({ dc_butyrate: 10 }),
      () => '2026-11-24',
    );
  beforeEach(() => {
    vi.useFakeTimers();
    runs.length = 0;
  });
  afterEach(() => vi.useRealTimers());

  it('computes a record once, shows bands as they come, and ends with all', async () => {
    const courses = store();
    courses.follow(record);
    courses.follow({ ...record });
    await vi.runAllTimersAsync();
    expect(runs).toHaveLength(1);
    runs[0]?.partial(result(2), 2);
    expect(courses.snapshot().course?.done).toBe(2);
    expect(courses.snapshot().busy).toBe(true);
    runs[0]?.finish({ kind: 'result', result: result(20) });
    await vi.runAllTimersAsync();
    expect(courses.snapshot()).toMatchObject({ busy: false, reference: { dc_butyrate: 10 } });
  });

  it('a diary entry computes nothing anew', async () => {
    const courses = store();
    courses.follow(record);
    await vi.runAllTimersAsync();
    courses.follow({ ...record, diary: [{ date: '2026-11-24', symptoms: { pain: 2 } }] });
    await vi.runAllTimersAsync();
    expect(runs).toHaveLength(1);
  });

  it('a late answer of an older record is not shown', async () => {
    const courses = store();
    courses.follow(record);
    await vi.runAllTimersAsync();
    courses.follow({ ...record, habitual: { menu: 'vegan' } });
    await vi.runAllTimersAsync();
    runs[0]?.partial(result(8), 8);
    expect(courses.snapshot().course).toBeUndefined();
    runs[1]?.partial(result(3), 3);
    expect(courses.snapshot().course?.done).toBe(3);
  });

  it('shows a plan that is asked for before it has reached the record', async () => {
    const courses = store();
    courses.follow(record);
    courses.showPlan('p', record);
    expect(courses.snapshot().plan).toBeUndefined();
    courses.follow(withPlan);
    await vi.runAllTimersAsync();
    expect(courses.snapshot().plan).toBe('p');
    expect(runs.at(-1)?.request.plan).toBe('p');
  });

  it('keeps the bands on the screen while a changed record is computed, and says what went wrong', async () => {
    const courses = store();
    courses.follow(record);
    await vi.runAllTimersAsync();
    runs[0]?.finish({ kind: 'result', result: result(20) });
    await vi.runAllTimersAsync();
    courses.follow({ ...record, habitual: {} });
    await vi.runAllTimersAsync();
    expect(courses.snapshot().course?.done).toBe(20);
    runs[1]?.finish({
      kind: 'problems',
      problems: [
        { code: 'Z3070', severity: 'error', message: 'The file does not say what this person eats.' },
      ],
    });
    await vi.runAllTimersAsync();
    expect(courses.snapshot().problems[0]?.code).toBe('Z3070');
    expect(courses.snapshot().busy).toBe(false);
  });
});
