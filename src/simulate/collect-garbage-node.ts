import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Much less than V8 would wait for, much more than a pair of people leaves behind. */
const grownBytes = 32e6;

/**
 * What to call now and then: collects this thread's garbage once its heap has grown by 32 MB since the last time.
 *
 * V8 starts with room for hundreds of megabytes of old garbage in every thread and collects it when that is full, so
 * resident memory rises with people for thousands of them although nothing is kept (docs/engine.md, Memory).
 */
export function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let usedThen = getHeapStatistics().used_heap_size;
  return () => {
    const used = getHeapStatistics().used_heap_size;
    // V8 may have collected by itself.
    usedThen = Math.min(usedThen, used);
    if (used - usedThen < grownBytes) return;
    collect();
    usedThen = getHeapStatistics().used_heap_size;
  };
}
