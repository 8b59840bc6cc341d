import { describe, expect, it } from 'vitest';
import { Partials } from '../../web/src/simulation/partials.ts';

describe('bands as people come in', () => {
  it('are shown at one, at eight, then every few more, and the last ones are left to the answer', async () => {
    const shown: number[] = [];
    const partials = new Partials<string>(
      (_, done) => void shown.push(done),
      20,
      new AbortController().signal,
      1,
    );
    for (let done = 1; done <= 20; done++) {
      if (partials.wants(done)) partials.give('bands', done);
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(shown).toEqual([1, 8, 12, 16]);
  });

  it('wait for the page to draw the ones before', async () => {
    const shown: number[] = [];
    let drawn = (): void => {};
    const slowPage = (_: string, done: number): Promise<void> =>
      new Promise((resolve) => {
        shown.push(done);
        drawn = resolve;
      });
    const partials = new Partials(slowPage, 20, new AbortController().signal, 1);
    for (let done = 1; done <= 12; done++) if (partials.wants(done)) partials.give('bands', done);
    expect(shown).toEqual([1]);
    drawn();
    await Promise.resolve();
    await Promise.resolve();
    if (partials.wants(13)) partials.give('bands', 13);
    expect(shown).toEqual([1, 13]);
  });

  it('end with the run', () => {
    const stop = new AbortController();
    const partials = new Partials<string>(() => {}, 20, stop.signal, 8);
    expect(partials.wants(7)).toBe(false);
    expect(partials.wants(8)).toBe(true);
    stop.abort();
    expect(partials.wants(9)).toBe(false);
  });
});
