/**
 * One batch of people in a process of its own: `node bench/memory-batch.ts PEOPLE ASSEMBLY`. Lives of two
 * days, running means of every public series as the summary; prints what memory the process needed as JSON.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { PersonJob } from '../src/simulate/contract.ts';
import { buildGut } from '../src/simulate/gut.ts';
import { createNodeRunner } from '../src/simulate/runner-node.ts';
import { referenceTimeline } from '../test/simulate/lives.ts';

const [peopleText = '1000', assembly = 'core'] = process.argv.slice(2);
const people = Number(peopleText);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const timeline = referenceTimeline(buildGut(assembly), 2);
const jobs = Array.from(
  { length: people },
  (_, person): PersonJob => ({
    draw: { seed: 1, member: person, person },
    redraw: 'member-and-person',
    spread: 'both',
    timelines: [timeline],
    withoutSymptoms: true,
  }),
);

const sums = new Map<string, Float64Array>();
/** Heap and buffers of this thread once garbage is gone, megabytes. */
const held = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const runner = createNodeRunner({ assembly });
const samples: number[] = [];
await runner.run(jobs, {
  keep: false,
  onResult: (_, [course]) => {
    for (const [id, daily] of Object.entries(course?.daily ?? {})) {
      const sum = sums.get(id);
      if (sum)
        daily.forEach((value, day) => {
          sum[day] = (sum[day] as number) + value / people;
        });
      else
        sums.set(
          id,
          daily.map((value) => value / people),
        );
    }
  },
  onProgress: (done, all) => {
    if (done % Math.max(2, 2 * Math.round(all / 20)) < 2) samples.push(held());
  },
});
await runner.close();
console.log(
  JSON.stringify({
    people,
    peakResidentMB: process.resourceUsage().maxRSS / 1000,
    heldMB: Math.max(...samples),
    series: sums.size,
  }),
);
