/**
 * Random people through random fortnights without burn-in: nothing may fail, nothing may fall below minus its
 * tolerance, the books must balance to 1e-9. Ends with status 1 otherwise.
 *
 * Usage: npm run soak -- --people 100000 [--from 0] [--days 14] [--workers 2] [--tolerance 1e-3] [--json]
 *        [--keep FILE]
 *
 * All cores work unless `--workers` says otherwise. With `--keep` every chunk of 50 people that is done is a line of
 * FILE, and the same command, started again, goes on after them; chunks of another model or setting are not counted.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { ProgressFile } from '../bench/soak/progress-file.ts';
import { CHUNK, soak } from '../bench/soak/soak.ts';
import { fullModules } from '../model/assemblies.ts';
import { assemble } from '../src/language/assemble.ts';
import { solverFingerprint } from '../src/solver/engine-on-disk-node.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    from: { type: 'string', default: '0' },
    days: { type: 'string', default: '14' },
    workers: { type: 'string', default: `${availableParallelism()}` },
    tolerance: { type: 'string' },
    method: { type: 'string', default: 'auto' },
    json: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});

const people = Number(values.people);
const model = assemble(fullModules, { name: 'full' });
const kept =
  values.keep === undefined
    ? undefined
    : new ProgressFile(
        values.keep,
        [
          model.hash.slice(0, 16),
          solverFingerprint(),
          values.days,
          values.method,
          values.tolerance ?? 'default',
        ].join(' '),
      );
const started = performance.now();
let knownBefore = 0;
let saidAt = started;
const report = await soak({
  people,
  firstPerson: Number(values.from),
  days: Number(values.days),
  workers: Number(values.workers),
  method: values.method as 'auto' | 'tsit5' | 'rodas5p',
  ...(values.tolerance === undefined ? {} : { relativeTolerance: Number(values.tolerance) }),
  ...(kept ? { known: kept.known, onChunk: (from, part) => kept.add(from, part) } : {}),
  onProgress: (done) => {
    const now = performance.now();
    if (knownBefore === 0) knownBefore = Math.max(1, done - CHUNK);
    const pace = process.stderr.isTTY ? 500 : 30_000;
    if (now - saidAt < pace && done < people) return;
    saidAt = now;
    const lived = Math.max(CHUNK, done - knownBefore);
    const minutes = ((people - done) * (now - started)) / lived / 60_000;
    const text = `${done} of ${people} people, about ${minutes.toFixed(1)} min left`;
    process.stderr.write(process.stderr.isTTY ? `\r${text}   ` : `${text}\n`);
  },
});
const seconds = (performance.now() - started) / 1000;
const negative = Object.entries(report.negative).sort((a, b) => a[1].deepest - b[1].deepest);
const good = report.failures.length === 0 && negative.length === 0 && report.worstBalance.gap < 1e-9;
if (values.json) console.log(JSON.stringify({ ...report, seconds, good }, null, 1));
else {
  console.log(
    `${report.people} people, ${values.days} days each, ${seconds.toFixed(1)} s: ${report.steps} steps of pairs, ${report.rejected} rejected, ${report.switchesToStiff} turns to the stiff method`,
  );
  console.log(`failures: ${report.failures.length}`);
  for (const { person, message } of report.failures.slice(0, 10))
    console.log(`  person ${person}: ${message}`);
  console.log(`states below minus their tolerance: ${negative.length}`);
  for (const [id, { people, deepest, person }] of negative.slice(0, 20))
    console.log(`  ${id}: ${people} people, deepest ${deepest.toFixed(1)} tolerances (person ${person})`);
  console.log(
    `worst balance: ${report.worstBalance.gap.toExponential(1)} (person ${report.worstBalance.person})`,
  );
}
if (!good) process.exitCode = 1;
