import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { garbageCollector } from '../../src/simulate/collect-garbage-node.ts';

/** Garbage of other tests must not be counted. */
setFlagsFromString('--expose-gc');
const clean = runInNewContext('gc') as () => void;
const megabytes = (): number => getHeapStatistics().used_heap_size / 1e6;

/** Objects in the heap itself, some 60 MB. */
const objects = (): { readonly at: number }[] => Array.from({ length: 1_500_000 }, (_, at) => ({ at }));

describe('collecting garbage along the way', () => {
  it('keeps what is in use', () => {
    clean();
    const collect = garbageCollector();
    const before = megabytes();
    const held = objects();
    collect();
    expect(megabytes()).toBeGreaterThan(before + 32);
    expect(held.at(-1)).toEqual({ at: 1_499_999 });
  });

  it('drops what is not, once the heap has grown by more than 32 MB', () => {
    clean();
    const collect = garbageCollector();
    const before = megabytes();
    let dropped: { readonly at: number }[] | undefined = objects();
    expect(megabytes()).toBeGreaterThan(before + 32);
    expect(dropped.length).toBe(1_500_000);
    dropped = undefined;
    collect();
    expect(megabytes()).toBeLessThan(before + 32);
  });
});
