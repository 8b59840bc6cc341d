import { afterAll, describe, expect, it } from 'vitest';
import { ZonulaError } from '../../src/problem/problem.ts';
import type { PersonJob } from '../../src/simulate/contract.ts';
import { buildGut } from '../../src/simulate/gut.ts';
import { createRunner, pairsOf, runInPairs } from '../../src/simulate/runner.ts';
import { createNodeRunner } from '../../src/simulate/runner-node.ts';
import { jobOf, referenceTimeline } from './lives.ts';

const gut = buildGut('core');
const timeline = referenceTimeline(gut, 3);
const jobs = Array.from(
  { length: 5 },
  (_, i): PersonJob =>
    jobOf([timeline], {
      spread: 'personal',
      draw: { seed: 2, member: 0, person: i },
      series: ['pl_sb', 'dc_ph'],
      withoutSymptoms: true,
    }),
);
const here = createRunner({ assembly: 'core' });
const threads = createNodeRunner({ assembly: 'core', workers: 2 });
afterAll(async () => {
  await threads.close();
});

describe('people in workers', () => {
  it('have the same bits as in this thread, in the order of the jobs', async () => {
    const progress: number[] = [];
    const expected = await here.run(jobs, { onProgress: (done) => progress.push(done) });
    expect(progress).toEqual([2, 4, 5]);
    expect(expected).toHaveLength(5);
    expect(await threads.run(jobs)).toEqual(expected);
  });

  it('are paired by position', () => {
    expect(pairsOf(jobs).map((pair) => pair.map(({ draw }) => draw.person))).toEqual([[0, 1], [2, 3], [4]]);
  });

  it('hand their problems back with code and fix', async () => {
    const broken = jobs.map((job) => ({ ...job, series: ['nonsense'] }));
    const failure = await threads.run(broken).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ZonulaError);
    expect((failure as ZonulaError).problems[0]).toMatchObject({ code: 'Z5004' });
  });

  it.each([
    ['this thread', here],
    ['workers', threads],
  ])('stop when asked to, in %s', async (_, runner) => {
    const controller = new AbortController();
    const failure = await runner
      .run([...jobs, ...jobs, ...jobs], {
        signal: controller.signal,
        onProgress: () => controller.abort(),
      })
      .catch((error: unknown) => error);
    expect((failure as ZonulaError).problems[0]).toMatchObject({ code: 'Z5090' });
  });

  it('work again after a stop', async () => {
    expect(await threads.run(jobs)).toHaveLength(5);
  });
});

describe('handing out', () => {
  it('keeps no more in hand than there are hands, and tells the first failure by position', async () => {
    let inHand = 0;
    let most = 0;
    await runInPairs(jobs, {}, 2, async () => {
      inHand += 1;
      most = Math.max(most, inHand);
      await new Promise((resolve) => setTimeout(resolve, 1));
      inHand -= 1;
      return { ok: true, courses: [], before: [] };
    });
    expect(most).toBe(2);
    await expect(
      runInPairs(jobs, {}, 3, async (_, index) => ({
        ok: false,
        problems: [{ code: `Z${5900 + index}`, severity: 'error', message: 'broken' }],
      })),
    ).rejects.toThrow('Z5900');
  });
});
