/**
 * Runs every check of the project, or those named, and ends with one line that sums them:
 *
 *     node scripts/test.ts [typecheck] [lint] [package] [unit] [e2e]
 *
 * A check that is no test (types, style, imports, the package) counts as one passed or failed.
 */
import { checks, type Tally } from './checks.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no check called ${unknown.join(', ')}. Checks: ${checks.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const chosen = asked.length > 0 ? checks.filter(({ name }) => asked.includes(name)) : checks;

const tallies: Tally[] = [];
for (const { name, run } of chosen) {
  const started = performance.now();
  console.log(`\n== ${name}`);
  const tally = await run();
  tallies.push(tally);
  console.log(`== ${name}: ${summary([tally])} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

function total(all: readonly Tally[], kind: 'passed' | 'failed'): number {
  return all.reduce((sum, tally) => sum + tally[kind], 0);
}

function summary(all: readonly Tally[]): string {
  const skipped = all.flatMap((tally) => tally.skipped).length;
  return `${total(all, 'passed')} passed, ${total(all, 'failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

console.log('');
for (const title of tallies.flatMap(({ failures }) => failures)) console.log(`failed: ${title}`);
for (const title of tallies.flatMap(({ skipped }) => skipped)) console.log(`skipped: ${title}`);
console.log(summary(tallies));
process.exitCode = total(tallies, 'failed') > 0 ? 1 : 0;
