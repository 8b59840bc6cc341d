/**
 * One `zonula run` in a process of its own: `node bench/memory-batch.ts PEOPLE ASSEMBLY`. Two days with a plan and
 * without it, a test, symptoms, bands of every public series; prints what memory the process needed as JSON.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { foodTableKnowledge, readPersonFile } from '../src/person/index.ts';
import { runFile } from '../src/population/run-file.ts';
import { createNodeRunner } from '../src/simulate/runner-node.ts';

const [peopleText = '1000', assembly = 'core'] = process.argv.slice(2);
const people = Number(peopleText);

const { normalised, problems } = readPersonFile(
  `
zonula: 1
person: { age: 40, sex: male, weight: 82 kg, height: 178 cm, conditions: [] }
habitual: { menu: western }
plans:
  - name: tablets
    changes: [{ medicine: ibuprofen, dose: 400 mg, perDay: 3, fromDay: 0, days: 2 }]
tests:
  - { test: crp, day: 1 }
horizon: 2 days
`,
  { foods: foodTableKnowledge },
);
if (!normalised) throw new Error(problems.map(({ message }) => message).join('\n'));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** Heap and buffers of this thread once garbage is gone, megabytes. */
const held = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

const runner = createNodeRunner({ assembly });
let heldMB = Number.NaN;
const { series, tests } = await runFile(normalised, 'tablets', {
  people,
  runner,
  onProgress: (done, all) => {
    // Once only, at the last person: collecting along the way would hide what the run itself does not collect.
    if (done === all) heldMB = held();
  },
});
await runner.close();
console.log(
  JSON.stringify({
    people,
    peakResidentMB: process.resourceUsage().maxRSS / 1000,
    heldMB,
    series: Object.keys(series).length,
    testResults: tests.flatMap(({ results }) => Object.keys(results)).length,
  }),
);
