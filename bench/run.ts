/**
 * Usage: npm run bench -- engine [--repeats 5] [--json]
 *        npm run bench -- browser [--json]
 *        npm run bench -- memory [--people 1000,20000] [--assembly core]
 *
 * Prints what was measured and which goal is missed. Slowness never makes it fail.
 */
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    repeats: { type: 'string', default: '5' },
    people: { type: 'string', default: '1000,20000' },
    assembly: { type: 'string', default: 'core' },
  },
});
const log = (text: string): void => {
  if (!values.json) console.error(text);
};
const [what = 'engine'] = positionals;

if (what === 'engine') {
  const { benchEngine, missedGoals } = await import('./engine.ts');
  const measured = await benchEngine(Number(values.repeats), log);
  const report = { ...measured, missedGoals: missedGoals(measured) };
  if (values.json) console.log(JSON.stringify(report, null, 1));
  else {
    const { configurations, ...rest } = report;
    console.log(
      '| engine | rtol | steps | RMS error | worst | ms per person-year (min / median) |\n|---|---|---|---|---|---|',
    );
    for (const row of configurations)
      console.log(
        `| ${row.engine} | ${row.relativeTolerance} | ${row.steps} | ${row.rmsError.toExponential(1)} | ${row.worstError.toExponential(1)} ${row.worstState} | ${row.msPerPersonYear.min.toFixed(0)} / ${row.msPerPersonYear.median.toFixed(0)} |`,
      );
    console.log(JSON.stringify(rest, null, 1));
  }
} else if (what === 'browser') {
  const { benchBrowser } = await import('./browser.ts');
  console.log(JSON.stringify(await benchBrowser(log), null, 1));
} else if (what === 'memory') {
  const { benchMemory } = await import('./memory.ts');
  const sizes = values.people.split(',').map(Number);
  console.log(JSON.stringify(await benchMemory(sizes, values.assembly, log), null, 1));
} else {
  console.error(`Z2070 error: there is no benchmark "${what}". Choose engine, browser or memory.`);
  process.exitCode = 1;
}
