import { describe, expect, it } from 'vitest';
import { Precedence } from '../../web/src/simulation/precedence.ts';

/** Work that ends when told, and whether a promise has resolved by now. */
function work(): { readonly promise: Promise<void>; readonly end: () => void; readonly fail: () => void } {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { promise, end: () => resolve(), fail: () => reject(new Error('broken')) };
}
const settled = async (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setTimeout(resolve, 5, false))]);

describe('what goes first', () => {
  it('a ranking waits for a personal answer and for a question, and goes on when both have ended', async () => {
    const precedence = new Precedence();
    const run = work();
    const ask = work();
    void precedence.enter('run', run.promise);
    void precedence.enter('ask', ask.promise);
    const turn = precedence.turnOf('rank');
    expect(await settled(turn)).toBe(false);
    run.end();
    expect(await settled(turn)).toBe(false);
    ask.end();
    expect(await settled(turn)).toBe(true);
  });

  it('also for work that comes while it waits', async () => {
    const precedence = new Precedence();
    const first = work();
    const second = work();
    void precedence.enter('run', first.promise);
    const turn = precedence.turnOf('rank');
    void precedence.enter('tests', second.promise);
    first.end();
    expect(await settled(turn)).toBe(false);
    second.end();
    expect(await settled(turn)).toBe(true);
  });

  it('a question waits for a personal answer, never for a ranking; a personal answer waits for nothing', async () => {
    const precedence = new Precedence();
    const rank = work();
    void precedence.enter('rank', rank.promise);
    expect(await settled(precedence.turnOf('ask'))).toBe(true);
    void precedence.enter('ask', work().promise);
    expect(await settled(precedence.turnOf('run'))).toBe(true);
    expect(await settled(precedence.turnOf('rank'))).toBe(false);
  });

  it('work that fails is no longer waited for, and its error reaches whoever asked', async () => {
    const precedence = new Precedence();
    const broken = work();
    const answer = precedence.enter('run', broken.promise);
    broken.fail();
    await expect(answer).rejects.toThrow('broken');
    expect(await settled(precedence.turnOf('rank'))).toBe(true);
  });
});
